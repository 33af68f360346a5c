"""Days in feeds, meta tags and addresses."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.timestamps import day_in_address, read_day
from tests.linear import LIMIT, growth

READS = [
    ("Fri, 17 May 2024 17:20:00 +0800", "2024-05-17"),
    ("Fri, 17 May 2024 17:20:00 GMT", "2024-05-18"),
    ("17 May 24", "2024-05-17"),
    ("17-May-1998 08:00:00", "1998-05-17"),
    ("星期五, 17 May 2024 08:00:00 +0800", "2024-05-17"),
    ("2024-05-16T16:30:00Z", "2024-05-17"),
    ("2024-05-16T16:30:00.123+00:00", "2024-05-17"),
    ("2024-05-17T01:00:00-08:00", "2024-05-17"),
    ("2024-12-31T23:00:00-05:00", "2025-01-01"),
    ("2024-05-17 17:20", "2024-05-17"),
    (" 2024/5/17\n", "2024-05-17"),
    ("2024.5.17", "2024-05-17"),
    ("2024-05-1717:20:11", "2024-05-17"),
    ("20240517", "2024-05-17"),
    ("20240517172000", "2024-05-17"),
    ("2022年3月1日", "2022-03-01"),
    ("2024年5月17日17时20分", "2024-05-17"),
    ("二〇二四年五月十七日", "2024-05-17"),
    ("2024-02-30", "2024-02"),
    ("2024-05-17 99:99 +0800", "2024-05-17"),
]
LEAVES_ALONE = [
    "", "昨天", "3天前", "2024-13-01", "0000-00-00 00:00:00", "1715937600", "2024", "2024-05", "17 Foo 2024", "20241332", "05-17", "第20240517号",
    "2024-05-17" * 20, "99/99/9999", "2024年5月", "May", "+0800", "2024-5-170",
]  # fmt: skip
ADDRESSES = [
    ("http://a.example/202405/t20240517_3301.html", "2024-05-17"),
    ("http://a.example/2024-05/17/content_1.htm", "2024-05-17"),
    ("http://a.example/2024/0517/c12-345.html", "2024-05-17"),
    ("http://a.example/art/2024/5/7/art_12_345.html", "2024-05-07"),
    ("http://a.example/n/20240517/1.html", "2024-05-17"),
    ("http://a.example/202405/3301.html", "2024-05"),
    ("http://a.example/2024-05/3301.html", "2024-05"),
    ("http://a.example/2024/05/", "2024-05"),
    ("http://a.example/202402/t20240230_1.html", "2024-02"),
    ("http://a.example/content_20240517.html", None),
    ("http://a.example/1.html?date=/20240517/", None),
    ("http://a.example/info/1012/2345.htm", None),
    ("http://2024.example/05/17.htm", None),
    ("http://a.example/202413/1.html", None),
    ("http://a.example/120240517/1.html", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "day"), READS)
def test_reads(words: str, day: str) -> None:
    assert read_day(words) == day


@pytest.mark.parametrize("words", LEAVES_ALONE)
def test_leaves_alone(words: str) -> None:
    assert read_day(words) is None


@pytest.mark.parametrize(("address", "day"), ADDRESSES)
def test_addresses(address: str, day: str | None) -> None:
    assert day_in_address(address) == day


@given(
    st.dates(date(1970, 1, 1), date(2069, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y.%m.%d 08:30", "%Y%m%d", "%d %b %Y 08:30:00 +0800"]),
)
def test_every_day_of_a_century_in_every_form(day: date, form: str) -> None:
    assert read_day(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=40))
def test_no_words_break_it(words: str) -> None:
    read = read_day(words)
    assert read is None or len(read) in {7, 10}
    day_in_address(words)


@pytest.mark.parametrize("piece", ["2", "20240517", "/20240517", "/2024/5/", "t20240517", " ", "May ", "年", "-"])
def test_long_runs_are_quick(piece: str) -> None:
    assert growth(read_day, lambda size: piece * size) <= LIMIT
    assert growth(day_in_address, lambda size: "http://a/" + piece * size) <= LIMIT
