"""How words, sums and shares are shown."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from pipeline.pages.shown import share, text
from pipeline.pages.sums import bounds, plain_number, plain_sum, short_sum, sum_words

ZH, EN = sum_words("zh"), sum_words("en")


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("甲校", "甲校"),
        ("a\u2028b\u202ec", r"a\u2028b\u202ec"),
        ("a\ud800b", r"a\ud800b"),
        ("a\x1b[31m\nb", r"a\x1b[31m b"),
        ("甲" * 160, "甲" * 160),
    ],
)
def test_what_cannot_be_seen_is_spelt_out(given: str, seen: str) -> None:
    assert text(given) == seen


@pytest.mark.parametrize("longest", [4, 20, 40, 60])
def test_a_short_place_is_kept_to(longest: int) -> None:
    assert len(text("头" + "甲" * 100 + "尾", longest)) == longest
    assert text("头" + "甲" * (longest - 2) + "尾", longest).count("甲") == longest - 2


@pytest.mark.parametrize("length", [161, 640, 641, 10_000, 1_000_000])
def test_a_long_name_keeps_both_ends(length: int) -> None:
    shown = text("头" + "甲" * (length - 2) + "尾")
    assert len(shown) == 160
    assert (shown[0], shown.count("…"), shown[-1]) == ("头", 1, "尾")


@pytest.mark.parametrize(
    ("value", "whole", "glance"),
    [
        ("0", "0 元", ("0", "元")),
        ("800", "800 元", ("800", "元")),
        ("1234567.5", "1,234,567.50 元", ("123.5", "万元")),
        ("1234567.00", "1,234,567 元", ("123.5", "万元")),
        ("360000", "360,000 元", ("36", "万元")),
        ("2500000000", "2,500,000,000 元", ("25", "亿元")),
        ("0.30", "0.30 元", ("0.30", "元")),
        ("9" * 5000, "1.00E+5000 元", ("1.00E+5000", "元")),
    ],
)
def test_sums(value: str, whole: str, glance: tuple[str, str]) -> None:
    assert " ".join(plain_sum(value, "CNY", ZH)) == whole
    assert short_sum(value, "CNY", ZH) == glance


@dataclass
class Total:
    min: str
    max: str | None
    approximate: bool


@pytest.mark.parametrize(
    ("total", "zh", "en"),
    [
        (Total("1", "1", approximate=False), ("1", "元"), ("1", "CNY")),
        (Total("1", "1.0", approximate=True), ("约 1", "元"), ("about 1", "CNY")),
        (Total("1", None, approximate=False), ("不少于 1", "元"), ("at least 1", "CNY")),
        (Total("1000", "2000", approximate=False), ("1,000 至 2,000", "元"), ("1,000 to 2,000", "CNY")),
        (Total("1000", "2000", approximate=True), ("约 1,000 至 2,000", "元"), ("about 1,000 to 2,000", "CNY")),
    ],
)
def test_bounds(total: Total, zh: tuple[str, str], en: tuple[str, str]) -> None:
    assert bounds(total, ZH, lambda value: plain_sum(value, "CNY", ZH)) == zh
    assert bounds(total, EN, lambda value: plain_sum(value, "CNY", EN)) == en


@pytest.mark.parametrize(
    ("total", "zh", "en"),
    [
        (Total("10898000", "10898000", approximate=False), ("1,089.8", "万元"), ("10.9", "m CNY")),
        (Total("10898000", "10898000", approximate=True), ("约 1,089.8", "万元"), ("about 10.9", "m CNY")),
        (Total("20000", None, approximate=False), ("不少于 2", "万元"), ("at least 20,000", "CNY")),
        (Total("20000", "30000", approximate=False), ("2 至 3", "万元"), ("20,000 to 30,000", "CNY")),
        (Total("800", "30000", approximate=False), ("800 元 至 3", "万元"), ("800 to 30,000", "CNY")),
    ],
)
def test_bounds_at_a_glance(total: Total, zh: tuple[str, str], en: tuple[str, str]) -> None:
    assert bounds(total, ZH, lambda value: short_sum(value, "CNY", ZH)) == zh
    assert bounds(total, EN, lambda value: short_sum(value, "CNY", EN)) == en


@pytest.mark.parametrize(("unit", "told"), [("", ("30 至 40", "")), ("名", ("30 至 40", "名")), ("US dollars", ("30 至 40", "US dollars"))])
def test_a_unit_may_be_nothing_or_several_words(unit: str, told: tuple[str, str]) -> None:
    assert bounds(Total("30", "40", approximate=False), ZH, lambda value: (plain_number(value), unit)) == told


def test_a_range_that_is_told_with_about_keeps_it() -> None:
    total = Total("30", "40", approximate=True)
    assert bounds(total, ZH, lambda value: (value, "名")) == ("约 30 至 40", "名")


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 0, "–"), (0, 5, "0%"), (5, 5, "100%"), (99_999, 100_000, "99.9%"), (1, 100_000, "0.1%"), (1, 3, "33.3%"), (1, 2, "50%")],
)
def test_a_share_is_whole_only_where_it_is(part: int, whole: int, said: str) -> None:
    assert share(part, whole) == said


@pytest.mark.parametrize(
    ("value", "seen"),
    [("0", "0"), ("1234", "1,234"), ("0.50", "0.5"), ("12.0", "12"), ("9" * 18, ",".join(["999"] * 6)), ("9" * 19, "1.00E+19")],
)
def test_numbers(value: str, seen: str) -> None:
    assert plain_number(value) == seen
