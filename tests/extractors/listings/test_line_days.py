"""The day of a line, in whatever pieces it stands."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.listings.line_days import cut_day, day_of_address, find_line_day

TODAY = date(2024, 5, 20)
TITLE = "鹿港区召开结对帮扶座谈会"

READS: dict[str, tuple[list[str], str]] = {
    "a day": ([TITLE, "2022-03-01"], "2022-03-01"),
    "in brackets": (["[2022-03-01]", TITLE], "2022-03-01"),
    "in wide brackets": (["（2022/03/01）", TITLE], "2022-03-01"),
    "in Chinese": ([TITLE, "2022年03月01日"], "2022-03-01"),
    "behind a label": ([TITLE, "发布时间：2022-03-01 08:00"], "2022-03-01"),
    "behind a bar": ([TITLE, "| 2022.3.1"], "2022-03-01"),
    "a bullet and a day": (["·", TITLE, " 2022-03-01 "], "2022-03-01"),
    "day, then year and month": (["01", "2022-03", TITLE], "2022-03-01"),
    "day, then year and month in Chinese": (["01", "2022年03月", TITLE], "2022-03-01"),
    "day, bar, year and month": (["01", "/", "2022.03", TITLE], "2022-03-01"),
    "year and month, then day": (["2022-03", "01", TITLE], "2022-03-01"),
    "year, then month and day": ([TITLE, "2022", "03-01"], "2022-03-01"),
    "month and day, then year": (["03-01", "2022", TITLE], "2022-03-01"),
    "month and day in Chinese, then year": (["3月1日", "2022年", TITLE], "2022-03-01"),
    "year, month, day": (["2022", "03", "01", TITLE], "2022-03-01"),
    "day, month, year": (["01", "3月", "2022年", TITLE], "2022-03-01"),
    "day, month in English, year": (["01", "Mar", "2022", TITLE], "2022-03-01"),
    "in one piece, day first": (["01 2022-03", TITLE], "2022-03-01"),
    "without a year": ([TITLE, "05-19"], "2024-05-19"),
    "without a year, tomorrow": ([TITLE, "05-21"], "2024-05-21"),
    "without a year, the day after": ([TITLE, "05-22"], "2023-05-22"),
    "without a year, in December": ([TITLE, "(12/31)"], "2023-12-31"),
    "without a year, in Chinese": ([TITLE, "5月9日"], "2024-05-09"),
    "without a year, day first": (["19", "5月", TITLE], "2024-05-19"),
    "without a year, month first": (["5月", "19", TITLE], "2024-05-19"),
    "without a year, with a clock": ([TITLE, "05-19 08:30"], "2024-05-19"),
    "without a year, a leap day": ([TITLE, "02-29"], "2024-02-29"),
    "without a year, points": ([TITLE, "05.19"], "2024-05-19"),
    "among information": ([TITLE, "来源：鹿港区教育局　2022-03-01　浏览：12"], "2022-03-01"),
    "among information, in Chinese": ([TITLE, "鹿港区教育局 2022年3月1日 阅读(3)"], "2022-03-01"),
    "and clicks": ([TITLE, "12", "2022-03-01"], "2022-03-01"),
    "twice the same": ([TITLE, "2022-03-01", "2022年3月1日"], "2022-03-01"),
    "published and due": ([TITLE, "截止时间：2022-03-09", "发布时间：2022-03-01"], "2022-03-01"),
    "a headline that tells of another day": (["2022年2月8日起报名", "2022-03-01"], "2022-03-01"),
}
LEAVES_ALONE: dict[str, list[str]] = {
    "no day": [TITLE, "鹿港区教育局"],
    "no day of the calendar": [TITLE, "2022-02-30"],
    "no month of the calendar": [TITLE, "13-01"],
    "no month of the calendar, in Chinese": [TITLE, "13月1日"],
    "a day of no year": [TITLE, "02-30"],
    "a month": [TITLE, "2022-03"],
    "a year": [TITLE, "2022"],
    "two numbers": ["12", "07", TITLE],
    "day and month that can be changed": ["12", "07", "2022", TITLE],
    "two days": [TITLE, "2022-03-01", "2022-03-09"],
    "a number with a point": [TITLE, "3.1"],
    "a score": [TITLE, "2:1"],
    "clicks": [TITLE, "(123)", "20220"],
    "a summary": [TITLE, "2022-03-01，鹿港区教育局召开座谈会。"],
    "a clock": [TITLE, "08:30"],
    "nothing": [],
    "blanks": [" ", "　"],
}


@pytest.mark.parametrize(("pieces", "day"), READS.values(), ids=READS)
def test_reads(pieces: list[str], day: str) -> None:
    assert find_line_day(pieces, TODAY).day == date.fromisoformat(day)


@pytest.mark.parametrize("pieces", LEAVES_ALONE.values(), ids=LEAVES_ALONE)
def test_leaves_alone(pieces: list[str]) -> None:
    assert find_line_day(pieces, TODAY).day is None


def test_the_address_tells_which_of_two_days() -> None:
    address = "http://jyj.example/202203/t20220301_1.html"
    assert find_line_day(["2022-02-20", TITLE, "2022-03-01"], TODAY, address).day == date(2022, 3, 1)
    assert find_line_day(["2022-02-20", TITLE, "2022-03-02"], TODAY, address).day is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("http://jyj.example/202203/t20220301_1.html", "2022-03-01"),
        ("http://jyj.example/2022-03/1.html", "2022-03-01"),
        ("http://jyj.example/202204/t20220401_1.html", "2024-03-01"),
        ("http://jyj.example/info/1/2.htm", "2024-03-01"),
    ],
)
def test_the_address_tells_the_year(address: str, day: str) -> None:
    assert find_line_day([TITLE, "03-01"], TODAY, address).day == date.fromisoformat(day)


def test_words_in_the_link_are_no_information() -> None:
    pieces = ["鹿港区 2022-03-01 座谈会纪要", "鹿港区教育局"]
    assert find_line_day(pieces, TODAY, linked={0}).day is None
    assert find_line_day(pieces, TODAY).day == date(2022, 3, 1)


def test_what_is_the_day_is_told() -> None:
    assert find_line_day([TITLE, "01", "2022-03"], TODAY).used == {1, 2}
    assert find_line_day(["2022-03-01", TITLE], TODAY).used == {0}
    assert find_line_day([TITLE, "来源：教育局 2022-03-01"], TODAY).used == frozenset()


@pytest.mark.parametrize(
    ("headline", "title", "day"),
    [
        (f"{TITLE} 2022-03-01", TITLE, "2022-03-01"),
        (f"{TITLE}[2022-03-01]", TITLE, "2022-03-01"),
        (f"{TITLE}（2022/3/1）", TITLE, "2022-03-01"),
        (f"[2022-03-01]{TITLE}", TITLE, "2022-03-01"),
        (f"2022-03-01 {TITLE}", TITLE, "2022-03-01"),
        (f"{TITLE} [05-19]", TITLE, "2024-05-19"),
        (f"{TITLE}2022-03-01", f"{TITLE}2022-03-01", None),
        (f"{TITLE} 05-19", f"{TITLE} 05-19", None),
        (f"{TITLE}（2-1）", f"{TITLE}（2-1）", None),
        (f"{TITLE} 2022-02-30", f"{TITLE} 2022-02-30", None),
        ("2022年3月1日起报名", "2022年3月1日起报名", None),
        ("2022-03-01", "2022-03-01", None),
    ],
)
def test_a_day_at_the_edge_of_a_headline(headline: str, title: str, day: str | None) -> None:
    assert cut_day(headline, TODAY) == (title, None if day is None else date.fromisoformat(day))


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("http://jyj.example/gzdt/202307/t20230712_80898250.html", "2023-07-12"),
        ("http://jyj.example/2023/0712/c123a456/page.htm", "2023-07-12"),
        ("http://jyj.example/art/2023/7/12/art_1_2.html", "2023-07-12"),
        ("http://jyj.example/art_123_456.html", None),
        ("http://jyj.example/info/1012/3456.htm", None),
        ("http://jyj.example/202307/3301.html", None),
        ("http://jyj.example/202313/t20231345_1.html", None),
    ],
)
def test_the_day_of_an_address(address: str, day: str | None) -> None:
    assert day_of_address(address) == (None if day is None else date.fromisoformat(day))
