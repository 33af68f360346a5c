"""People with title and organisation."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.people import find_people
from extractors.names.mentions import Mention, MentionKind, Mentions
from extractors.text.passage import Passage
from tests.extractors.fields.passages import passage_of
from tests.linear import LIMIT, growth

Row = tuple[str, str | None, str | None]
NAMES: dict[str, MentionKind] = {
    "青石县第一小学": "organisation",
    "柳树乡中心小学": "organisation",
    "高明远": "person",
    "秦岭": "person",
    "莫知秋": "person",
    "甲方": "role",
}
READS: list[tuple[str, list[Row]]] = [
    ("青石县第一小学校长高明远介绍", [("高明远", "校长", "青石县第一小学")]),
    ("校长高明远带队", [("高明远", "校长", None)]),
    ("高明远老师指导英语教师", [("高明远", "老师", None)]),
    ("青石县第一小学党支部书记、校长高明远说", [("高明远", "校长", None)]),
    ("骨干教师高明远、莫知秋、秦岭到校送课", [("高明远", "骨干教师", None), ("莫知秋", "骨干教师", None), ("秦岭", "骨干教师", None)]),
    ("法定代表人：高明远", [("高明远", "法定代表人", None)]),
    ("甲方：青石县第一小学\n法定代表人：高明远", [("高明远", "法定代表人", "青石县第一小学")]),
    (
        "甲方：青石县第一小学    乙方：柳树乡中心小学\n校长（签字）：高明远    校长（签字）：秦岭",
        [("高明远", "校长", "青石县第一小学"), ("秦岭", "校长", "柳树乡中心小学")],
    ),
    (
        "姓名\t学科\t职务\t单位\n高明远\t语文\t教研组长\t青石县第一小学\n秦岭\t数学\t\t柳树乡中心小学\n合计\t2人\t\t",
        [("高明远", "教研组长", "青石县第一小学"), ("秦岭", None, "柳树乡中心小学")],
    ),
    ("青石县第一小学　园长：高明远", [("高明远", "园长", "青石县第一小学")]),
    ("联系人：方晓，电话0000-1234567", [("方晓", "联系人", None)]),
    ("组长：高明远\n成员：秦岭、莫知秋", [("高明远", "组长", None), ("秦岭", "成员", None), ("莫知秋", "成员", None)]),
    ("代表人：吾买尔·艾力", [("吾买尔·艾力", "代表人", None)]),
    ("校长高明远介绍。青石县第一小学校长高明远说。", [("高明远", "校长", "青石县第一小学")]),
    ("校長高明遠介紹", [("高明遠", "校長", None)]),
]
LEAVES_ALONE = [
    "校长办公会研究决定",
    "王园长带来皮球",
    "负责人：",
    "代表（签字）：        代表（签字）：",
    "联系人：教务处",
    "校长：张××",
    "负责人：由双方商定",
    "成员：各年级教师",
    "组长：校长",
    "校长表示，将继续努力。",
    "教师代表发言",
    "甲方代表：____",
    "责任人：某某",
    "联系人：待定",
]


def _mentions(passage: Passage) -> Mentions:
    pattern = re.compile("|".join(sorted(NAMES, key=len, reverse=True)))
    return Mentions(
        tuple(
            Mention(match.start(), match.end(), NAMES[match.group()], passage.written(match.start(), match.end()))
            for match in passage.search(pattern)
        )
    )


def _read(text: str) -> list[Row]:
    passage = passage_of(text)
    return [(person.name, person.title, person.organization) for person in find_people(passage, _mentions(passage))]


@pytest.mark.parametrize(("text", "rows"), READS)
def test_reads(text: str, rows: list[Row]) -> None:
    assert _read(text) == rows


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _read(text) == []


@pytest.mark.xfail(strict=True, reason="people whom no rule reads yet")
def test_not_yet() -> None:
    assert _read("高明远，青石县第一小学校长。") == [("高明远", "校长", "青石县第一小学")]


@given(before=st.sampled_from(["", "据悉，", "一、情况\n"]), after=st.sampled_from(["", "带队到校。", "，"]))
def test_the_span_quotes_the_words_and_reads_the_same(before: str, after: str) -> None:
    text = f"{before}青石县第一小学校长高明远{after}"
    passage = passage_of(text)
    (person,) = find_people(passage, _mentions(passage))
    assert person.span.text == "青石县第一小学校长高明远" == text[person.span.start : person.span.end]
    assert _read(person.span.text) == [("高明远", "校长", "青石县第一小学")]


@pytest.mark.parametrize("char", "校长：代表、 高（·")
def test_long_runs_are_quick(char: str) -> None:
    assert growth(lambda passage: find_people(passage, Mentions()), lambda length: passage_of("校长：" + char * length)) <= LIMIT
