"""The generator's own promises: the same seed gives the same paper, and what is planted is there."""

from __future__ import annotations

import re

import pytest

from tests.planted.county import RULES, clean, plant

SEEDS = range(40)
# a pattern's marks, and a placeholder that nobody filled in
LEFT_OVER = re.compile("[{}<>\ue000\ue001]|\\[\\d")


@pytest.mark.parametrize("rule", [None, *RULES])
def test_papers_are_whole_and_the_same_each_time(rule: str | None) -> None:
    texts = set()
    for seed in SEEDS:
        planted = plant(rule, seed) if rule else clean(seed)
        assert planted == (plant(rule, seed) if rule else clean(seed))
        assert planted.rule == rule
        assert bool(planted.subject) == bool(rule)
        assert not LEFT_OVER.search(planted.text)
        texts.add(planted.text)
    assert len(texts) == len(SEEDS)


def test_a_rule_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="no such rule"):
        plant("missing-moon", 0)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("missing-term", r"有效期|为期|(?<!交流)期限[为：定暂]"),
        ("missing-effective", r"起(?:正式|开始)?生效|后(?:即行)?生效|施行|發生效力|发生效力"),
        ("missing-copies", r"(?:本[^。，]{2,4}|正本)[一壹]式"),
        ("missing-supplement", r"未[尽盡]事宜"),
        ("missing-liability", r"违约|争议|纠纷|違約|爭議|糾紛"),
    ],
)
def test_what_is_missing_is_missing_and_stands_in_clean_papers(rule: str, words: str) -> None:
    for seed in SEEDS:
        assert not re.search(words, plant(rule, seed).text)
    assert sum(bool(re.search(words, clean(seed).text)) for seed in SEEDS) > len(SEEDS) / 2


@pytest.mark.parametrize("rule", ["missing-signature", "blank-party", "party-side-conflict", "missing-party"])
def test_a_role_that_is_named_belongs_to_a_party(rule: str) -> None:
    for seed in SEEDS:
        planted = plant(rule, seed)
        assert planted.subject
        assert planted.subject in planted.text


def test_a_dangling_reference_names_what_is_not_there() -> None:
    for seed in SEEDS:
        planted = plant("dangling-reference", seed)
        assert planted.subject
        lines = planted.text.split("\n")
        assert planted.text.count(planted.subject) >= 1
        assert not [line for line in lines if line.lstrip("# 　").startswith(planted.subject) and "：" in line]
