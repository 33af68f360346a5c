"""Short names that a text uses without declaring them."""

from __future__ import annotations

import pytest

from extractors.names.undeclared import find_short_names, short_names
from tests.extractors.fields.passages import passage_of

_NAMES = (
    ("河源县城关第二中学", 3),
    ("东江师范大学附属小学", None),
    ("临水州民族中学", 3),
    ("云台区机关幼儿园", 3),
)
READS = [
    ("一学年下来，城关二中送课32节。", "城关二中"),
    ("赴城关第二中学跟岗。", "城关第二中学"),
    ("附属小学每月推送课例2节。", "附属小学"),
    ("教师到民族中学支教。", "民族中学"),
    ("与机关幼儿园结对。", "机关幼儿园"),
]
LEAVES_ALONE = [
    "附属小学生合唱团演出。",
    "各民族中学教师参加。",
    "河源县城关第二中学举行活动。",
    "县机关幼儿园开园。",
    "二中送课2节。",
]


def _found(text: str) -> list[str]:
    passage = passage_of(text, "news")
    return [text[start:end] for start, end in find_short_names(passage, short_names(_NAMES))]


@pytest.mark.parametrize(("text", "short"), READS)
def test_reads(text: str, short: str) -> None:
    assert _found(text) == [short]


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _found(text) == []


def test_a_name_that_two_schools_share_stands_for_none() -> None:
    assert short_names((("甲山县第一中学", 3), ("乙水县第一中学", 3))) == {}


def test_two_forms_of_one_school_share_a_short_name() -> None:
    assert short_names((("云台区机关幼儿园", 3), ("平湖市云台区机关幼儿园", 6)))["机关幼儿园"] == "平湖市云台区机关幼儿园"


def test_no_names_have_no_short_names() -> None:
    assert list(find_short_names(passage_of("附属小学开学。", "news"), {})) == []
