"""The calendar dates and ranges of the body."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.fields.dates import find_dates
from schemas.agreement import Kind
from schemas.values import Date
from tests.extractors.fields.passages import passage_of
from tests.linear import LIMIT, growth

PUBLISHED = Date(edtf="2023-12-04")
READS: list[tuple[str, Kind, list[tuple[str, str | None]]]] = [
    ("乙方于2022年11月31日前完成。", "agreement", [("2022-11", None)]),
    ("甲方于每年10月31日前拨付。", "agreement", [("XXXX-10-31", None)]),
    ("2023—2024学年活动安排", "agreement", [("2023/2024", None)]),
    ("填表日期：    年   月   日", "agreement", [("XXXX-XX-XX", None)]),
    ("2023年启动，5月9日举行仪式。", "plan", [("2023", None), ("XXXX-05-09", "2023-05-09")]),
    ("2023年启动。5月9日举行仪式。", "plan", [("2023", None), ("XXXX-05-09", "2023-05-09")]),
    ("2023年启动。先行试点。5月9日举行仪式。", "plan", [("2023", None), ("XXXX-05-09", None)]),
    ("11月30日，小分队到校送教。", "news", [("XXXX-11-30", "2023-11-30")]),
    ("截至今年10月，共送教30次。", "news", [("XXXX-10", "2023-10")]),
    ("去年9月，两校结对。", "news", [("XXXX-09", "2022-09")]),
    ("11月30日完成报送。", "summary", [("XXXX-11-30", None)]),
    ("九月：签订协议。\n十月：送教。", "plan", [("XXXX-09", None), ("XXXX-10", None)]),
    ("自2021年以来", "news", [("2021", None)]),
]
LEAVES_ALONE: list[tuple[str, Kind]] = [
    ("《行动计划（2021-2025年）》", "plan"),
    ("发布时间：2023-07-17 来源：教育局 作者：佚名", "news"),
    ("2024-11-18 09:26:41　来源：日报　阅读：1263", "news"),
    ("三年", "plan"),
    ("九年一贯制学校", "news"),
    ("20世纪", "news"),
    ("近三年", "news"),
    ("青教发〔2024〕31号", "notice"),
    ("一月一次", "plan"),
    ("“六一”前后", "plan"),
    ("每学年", "plan"),
    ("本学期", "summary"),
    ("", "other"),
]


def _read(text: str, kind: Kind) -> list[tuple[str, str | None]]:
    return [(found.edtf, found.resolved) for found in find_dates(passage_of(text, kind), (), PUBLISHED)]


@pytest.mark.parametrize(("text", "kind", "dates"), READS)
def test_reads(text: str, kind: Kind, dates: list[tuple[str, str | None]]) -> None:
    assert _read(text, kind) == dates


@pytest.mark.parametrize(("text", "kind"), LEAVES_ALONE)
def test_leaves_alone(text: str, kind: Kind) -> None:
    assert _read(text, kind) == []


@pytest.mark.xfail(strict=True, reason="dates that no rule reads yet")
def test_not_yet() -> None:
    assert _read("儿童节当天两校互访。", "news") == [("XXXX-06-01", "2023-06-01")]


def test_dates_told_elsewhere_are_left_out() -> None:
    passage = passage_of("自2023年9月1日起至2026年8月31日止，2024年5月总结。")
    everything = list(find_dates(passage))
    assert [found.edtf for found in everything] == ["2023-09-01/2026-08-31", "2024-05"]
    assert everything[0].span is not None
    assert [found.edtf for found in find_dates(passage, (everything[0].span,))] == ["2024-05"]


@given(before=st.sampled_from(["", "双方商定，", "一、时间\n"]), after=st.sampled_from(["前完成。", "，", "\n2024年"]))
def test_the_span_quotes_the_date_and_reads_the_same(before: str, after: str) -> None:
    text = f"{before}2023年9月1日{after}"
    found = next(find_dates(passage_of(text)))
    assert found.span is not None
    assert found.span.text == "2023年9月1日" == text[found.span.start : found.span.end]
    assert next(find_dates(passage_of(found.span.text))).edtf == found.edtf


@pytest.mark.parametrize("char", "年月日1《_ ")
def test_long_runs_are_quick(char: str) -> None:
    assert growth(lambda passage: list(find_dates(passage)), lambda length: passage_of(char * length)) <= LIMIT
