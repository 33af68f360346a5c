"""Dates that are left open or masked."""

from __future__ import annotations

import pytest

from extractors.text.open_dates import find_open_dates, is_open
from tests.extractors.fields.passages import passage_of
from tests.linear import LIMIT, growth

OPEN = [
    ("于20xx年3月启动", ["20xx年3月"]),
    ("自20__年__月__日起", ["20__年__月__日"]),
    ("二〇××年×月×日", ["二〇××年×月×日"]),
    ("2024年9月__日举行", ["2024年9月__日"]),
    ("每年__月__日前", ["__月__日"]),
    ("每年X月X日前", ["X月X日"]),
    ("（  ）年（  ）月至（  ）年（  ）月", ["（  ）年（  ）月至（  ）年（  ）月"]),
    ("20XX-20XX学年", ["20XX-20XX学年"]),
    ("某年某月某日", ["某年某月某日"]),
    ("20年3月至20年3月", ["20年3月至20年3月"]),
    ("填表日期：________", ["日期：________"]),
    ("填表日期：", ["日期："]),
    ("2024年   月   日        20__年__月__日", ["2024年   月   日", "20__年__月__日"]),
]
NOT_OPEN = [
    "9月1日",
    "每年9月1日至次年7月31日",
    "第二年7月",
    "（云教发〔20××〕×号）",
    "《20××年工作计划》",
    "自20年9月起",
    "每月、每日",
    "____名教师",
    "联系电话：________",
    "出生年月",
    "填表日期：\n2024年9月1日",
    "2024年秋季学期",
    "××市第×小学",
    "",
]


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_open(text: str, words: list[str]) -> None:
    passage = passage_of(text)
    assert [passage.words(place) for place in find_open_dates(passage)] == words


@pytest.mark.parametrize("text", NOT_OPEN)
def test_not_open(text: str) -> None:
    assert list(find_open_dates(passage_of(text))) == []


def test_a_short_year_is_open_in_a_form_alone() -> None:
    assert len(list(find_open_dates(passage_of("自20年9月起"), is_template=True))) == 1


@pytest.mark.parametrize(
    ("edtf", "words", "is_so"),
    [
        ("20XX-09", "20xx年9月", True),
        ("XXXX-XX-XX", "年 月 日", True),
        ("2024-09-XX", "2024年9月 日", True),
        ("XXXX-09-01", "9月1日", False),
        ("XXXX-07", "次年7月", False),
        ("2024-09-01", "2024年9月1日", False),
    ],
)
def test_what_is_open(edtf: str, words: str, is_so: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_open(edtf, words) is is_so


@pytest.mark.parametrize("char", "年月日_ （）…某20日期：")
def test_long_runs_are_quick(char: str) -> None:
    assert growth(lambda passage: list(find_open_dates(passage)), lambda length: passage_of(char * length)) <= LIMIT
