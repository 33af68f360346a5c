"""The voice keeps its own promises: the same text for the same seed, one defect with its subject, everything else complete."""

from __future__ import annotations

import re

import pytest

from tests.planted import teacher
from tests.planted.teacher.numerals import capitals, counted, spelled


@pytest.mark.parametrize("rule", teacher.RULES)
def test_a_defect_has_its_subject_and_is_the_same_again(rule: str) -> None:
    papers = [teacher.plant(rule, seed) for seed in range(20)]
    assert papers == [teacher.plant(rule, seed) for seed in range(20)]
    assert all(paper.rule == rule and paper.subject for paper in papers)
    assert len({paper.text for paper in papers}) == len(papers)


def test_a_clean_paper_has_all_that_the_law_wants() -> None:
    for seed in range(60):
        paper = teacher.clean(seed)
        assert paper.rule is None
        assert paper.subject is None
        text = re.sub(r"\s", "", paper.text)
        assert re.search("[一壹]式", text)
        assert "未尽" in text
        assert re.search("生效|施行|执行", text)
        assert re.search("违约|争议|分歧|违反|不履行", text)
        assert not re.search(r"20[xX*×＿_]|＿＿|__|XX|××|⟦", text)


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(KeyError):
        teacher.plant("no-such-rule", 0)


@pytest.mark.parametrize(
    ("number", "plain", "capital"),
    [
        (10, "十", "壹拾"),
        (12, "十二", "壹拾贰"),
        (105, "一百零五", "壹佰零伍"),
        (10500, "一万零五百", "壹万零伍佰"),
        (120_000, "十二万", "壹拾贰万"),
    ],
)
def test_numbers_in_words(number: int, plain: str, capital: str) -> None:
    assert (spelled(number), capitals(number)) == (plain, capital)


def test_two_things_are_counted_otherwise() -> None:
    assert (counted(2), counted(12)) == ("两", "十二")
