"""Dates that the calendar lacks, also those that no value is read from."""

from __future__ import annotations

import pytest

from extractors.text.impossible_dates import find_impossible_dates
from tests.linear import LIMIT, growth

FOUND = [
    ("2024年2月30日", ["2024年2月30日"]),
    ("2023.2.29", ["2023.2.29"]),
    ("13月5日", ["13月5日"]),
    ("十三月一日", ["十三月一日"]),
    ("2024年十三月", ["2024年十三月"]),
    ("九月三十二日", ["九月三十二日"]),
    ("9月0日", ["9月0日"]),
    ("2月30日至4月31日", ["2月30日至4月31日"]),
    ("9月31日，11月31日", ["9月31日", "11月31日"]),
    ("2024. 2. 30", ["2024. 2. 30"]),
    ("于每年13月底前完成", ["13月底"]),
    ("每年13月5日", ["13月5日"]),
    ("14月上旬", ["14月上旬"]),
]
LEFT_ALONE = [
    "2024年2月29日",
    "2月29日",
    "三十个月",
    "13个月零5天",
    "2013.13元",
    "面积2031.31平方米",
    "编号：2024-13-01",
    "第13月5日",
    "十月三十一日",
    "30日、31日",
    "",
    "12月底",
    "每年12月上旬",
    "历时13个月底稿才完成",
    "20月初步",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_found(text: str, words: list[str]) -> None:
    assert [text[place.start : place.end] for place in find_impossible_dates(text, 0, len(text))] == words


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert list(find_impossible_dates(text, 0, len(text))) == []


@pytest.mark.parametrize("chars", ["13月", "三十月", "2月30日", "年", "十"])
def test_long_runs_are_quick(chars: str) -> None:
    assert growth(lambda text: list(find_impossible_dates(text, 0, len(text))), lambda length: chars * (length // len(chars))) <= LIMIT
