"""Lengths of time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.durations import find_durations
from tests.linear import LIMIT, growth

READS = [
    ("三年", "3", "年", "P3Y"),
    ("3年", "3", "年", "P3Y"),
    ("叁年", "3", "年", "P3Y"),
    ("三（3）年", "3", "年", "P3Y"),
    ("三周年", "3", "年", "P3Y"),
    ("三个年度", "3", "年", "P3Y"),
    ("一年半", "1.5", "年", "P1Y6M"),
    ("半年", "0.5", "年", "P6M"),
    ("两学期", "2", "学期", None),
    ("两个学期", "2", "学期", None),
    ("一学年", "1", "学年", None),
    ("一个月", "1", "月", "P1M"),
    ("6个月", "6", "月", "P6M"),
    ("十二个月", "12", "月", "P12M"),
    ("一个半月", "1.5", "月", "P1.5M"),
    ("四周", "4", "周", "P4W"),
    ("两个星期", "2", "周", "P2W"),
    ("30天", "30", "天", "P30D"),
    ("三个周年", "3", "年", "P3Y"),
    ("两个周", "2", "周", "P2W"),
]
LEAVES_ALONE = [
    "2023年", "二〇二三年", "23年9月", "9月", "9月1日", "三年级", "五年制", "第三年", "每年", "近三年", "学年", "零年", "年年", "100年", "年级", "半年级",
    "三月", "十二月", "周一", "天天", "一月一次", "每学期", "一个周期", "三个周期", "五一前后三天",
]  # fmt: skip


@pytest.mark.parametrize(("words", "count", "unit", "iso"), READS)
def test_reads(words: str, count: str, unit: str, iso: str | None) -> None:
    text = f"期限为{words}。"
    (found,) = find_durations(text, 0, len(text))
    assert (found.value.count, found.value.unit, found.value.iso) == (count, unit, iso)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert list(find_durations(text, 0, len(text))) == []


@given(st.integers(min_value=1, max_value=99), st.sampled_from(["年", "个月", "学期", "天"]))
def test_every_length_is_read_back(count: int, unit: str) -> None:
    text = f"为期{count}{unit}，"
    (found,) = find_durations(text, 0, len(text))
    assert found.value.count == str(count)


@pytest.mark.parametrize("char", "年三半个1月学期")
def test_long_runs_are_quick(char: str) -> None:
    assert growth(lambda text: list(find_durations(text, 0, len(text))), lambda length: char * length) <= LIMIT
