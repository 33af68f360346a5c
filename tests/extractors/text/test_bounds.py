"""Words that bound a figure."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from extractors.text import bounds
from extractors.text.bounds import bounded_amount, plain
from schemas.values import Amount

READS = [
    (
        bounds.LEAST,
        ["不少于", "不得少于", "不能低于", "不应少于", "不宜低于", "不短于", "至少", "最少", "起码", "应不少于", "均不低于", "≥"],
    ),
    (
        bounds.MOST,
        ["不超过", "不得超过", "不能超过", "不应超过", "不多于", "不超", "未超过", "没有超过", "最多", "至多", "上限为", "控制在", "≤"],
    ),
    (bounds.MORE, ["超过", "多于", "大于", "高于", "突破", "逾", "超", ">"]),
    (bounds.LESS, ["不足", "不到", "不满", "未满", "未达到", "少于", "低于", "小于", "<"]),
    (bounds.ABOUT, ["约", "大约", "大概", "近", "将近", "接近", "差不多"]),
    (bounds.UP, ["以上", "及以上", "或以上"]),
    (bounds.DOWN, ["以下", "及以下", "以内", "之内"]),
    (bounds.WITH, ["（含）", "（含5人）", "（含本数）", "（包含20名）"]),
    (bounds.WITHOUT, ["（不含）", "（不含5人）", "（不包含本数）"]),
]
LEAVES_ALONE = [
    (bounds.LEAST, ["多少于", "少于", "不少", "不少学校", "至多", "低于", "至于"]),
    (bounds.MOST, ["超过", "最少", "多于", "不多", "控制好", "不少于"]),
    (bounds.MORE, ["多余", "过于", "->", "不足", "大约"]),
    (bounds.LESS, ["不少于", "不低", "足", "满"]),
    (bounds.ABOUT, ["远", "大致", "计"]),
    (bounds.WITH, ["（含幼儿园）", "（含小学部）", "（不含5人）", "含5人"]),
    (bounds.WITHOUT, ["（不含幼儿园）", "（不含税）", "（含5人）"]),
]


@pytest.mark.parametrize(("pattern", "words"), [(pattern, words) for pattern, rows in READS for words in rows])
def test_reads(pattern: str, words: str) -> None:
    assert re.fullmatch(f"(?:{pattern})", words)


@pytest.mark.parametrize(("pattern", "words"), [(pattern, words) for pattern, rows in LEAVES_ALONE for words in rows])
def test_leaves_alone(pattern: str, words: str) -> None:
    assert not re.fullmatch(f"(?:{pattern})", words)


@pytest.mark.parametrize("words", ["数十", "好几百", "几千", "上万", "数亿"])
def test_some_stands_before_a_scale(words: str) -> None:
    assert re.match(bounds.SOME, words)


@pytest.mark.parametrize("words", ["数名", "几个", "上课", "上十", "数学"])
def test_some_stands_before_nothing_else(words: str) -> None:
    assert not re.match(bounds.SOME, words)


@pytest.mark.parametrize(
    ("words", "amount", "bounded"),
    [
        (set(), Amount(min="3", max="5"), False),
        ({"about"}, Amount(min="3", max="5", approximate=True), False),
        ({"odd"}, Amount(min="3", approximate=True), False),
        ({"least"}, Amount(min="3"), True),
        ({"up"}, Amount(min="3"), True),
        ({"up", "without"}, Amount(min="3", exclusive_min=True), True),
        ({"most"}, Amount(max="5"), True),
        ({"down", "without"}, Amount(max="5", exclusive_max=True), True),
        ({"more"}, Amount(min="3", exclusive_min=True), True),
        ({"less"}, Amount(max="5", exclusive_max=True), True),
    ],
)
def test_the_amount(words: set[str], amount: Amount, bounded: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bounded_amount(Decimal(3), Decimal(5), words) == (amount, bounded)


@pytest.mark.parametrize(
    ("value", "words"),
    [("3", "3"), ("3.50", "3.5"), ("1E+3", "1000"), ("0.5", "0.5"), ("100", "100"), ("2.0", "2"), ("1E+20", "1" + "0" * 20)],
)
def test_plain_figures(value: str, words: str) -> None:
    assert plain(Decimal(value)) == words
