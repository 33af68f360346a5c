"""How names, sums and shares are shown."""

from __future__ import annotations

import pytest

from pipeline.report.model import Sum
from pipeline.report.shown import bounded_sum, place, plain_sum, share, short_bounds, short_sum, text
from pipeline.report.words import words

ZH, EN = words("zh"), words("en")


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


@pytest.mark.parametrize("length", [161, 640, 641, 10_000, 1_000_000])
def test_a_long_name_keeps_both_ends(length: int) -> None:
    shown = text("头" + "甲" * (length - 2) + "尾")
    assert len(shown) == 160
    assert (shown[0], shown.count("…"), shown[-1]) == ("头", 1, "尾")


@pytest.mark.parametrize(
    ("address", "name", "folder", "link"),
    [
        ("/in/a/b.txt", "b.txt", "a/", "file:///in/a/b.txt"),
        ("/in/b.txt", "b.txt", "", "file:///in/b.txt"),
        ('/in/"> <&#?.txt', '"> <&#?.txt', "", "file:///in/%22%3E%20%3C%26%23%3F.txt"),
        ("/in/甲.txt", "甲.txt", "", "file:///in/%E7%94%B2.txt"),
        # what is in an archive, elsewhere, or spelt out has no address that a browser would find
        ("/in/a.zip!/b.txt", "b.txt", "a.zip!/", ""),
        ("s3://papers/b.txt", "b.txt", "s3://papers/", ""),
        ("//server/share/b.txt", "b.txt", "//server/share/", ""),
        (r"/in/\xff.txt", r"\xff.txt", "", ""),
        ("javascript:alert(1)", "javascript:alert(1)", "", ""),
    ],
)
def test_a_place_is_its_name_its_folder_and_a_link_to_this_machine(address: str, name: str, folder: str, link: str) -> None:
    seen = place(address, "/in/")
    assert (seen.name, seen.folder, seen.link) == (name, folder, link)


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
    assert plain_sum(value, "CNY", ZH) == whole
    assert short_sum(value, "CNY", ZH) == glance


@pytest.mark.parametrize(
    ("low", "high", "approximate", "zh", "en"),
    [
        ("1", "1", False, "1 元", "1 CNY"),
        ("1", "1.0", True, "约 1 元", "about 1 CNY"),
        ("1", None, False, "不少于 1 元", "at least 1 CNY"),
        ("1000", "2000", False, "1,000 至 2,000 元", "1,000 to 2,000 CNY"),
    ],
)
def test_bounds(low: str, high: str | None, approximate: bool, zh: str, en: str) -> None:  # noqa: FBT001 - a column of the table
    total = Sum(currency="CNY", per=None, items=1, agreements=1, min=low, max=high, approximate=approximate, in_kind=0)
    assert (bounded_sum(total, ZH), bounded_sum(total, EN)) == (zh, en)


@pytest.mark.parametrize(
    ("low", "high", "approximate", "zh", "en"),
    [
        ("10898000", "10898000", False, ("1,089.8", "万元"), ("10.9", "m CNY")),
        ("10898000", "10898000", True, ("约 1,089.8", "万元"), ("about 10.9", "m CNY")),
        ("20000", None, False, ("不少于 2", "万元"), ("at least 20,000", "CNY")),
        ("20000", "30000", False, ("2 至 3", "万元"), ("20,000 to 30,000", "CNY")),
        ("800", "30000", False, ("800 元 至 3", "万元"), ("800 to 30,000", "CNY")),
    ],
)
def test_bounds_at_a_glance(
    low: str, high: str | None, approximate: bool, zh: tuple[str, str], en: tuple[str, str]  # noqa: FBT001
) -> None:
    total = Sum(currency="CNY", per=None, items=1, agreements=1, min=low, max=high, approximate=approximate, in_kind=0)
    assert (short_bounds(total, ZH), short_bounds(total, EN)) == (zh, en)


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 0, "–"), (0, 5, "0%"), (5, 5, "100%"), (99_999, 100_000, "99.9%"), (1, 100_000, "0.1%"), (1, 3, "33.3%"), (1, 2, "50%")],
)
def test_a_share_is_whole_only_where_it_is(part: int, whole: int, said: str) -> None:
    assert share(part, whole) == said
