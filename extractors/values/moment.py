"""What a date's words say, and what they are reckoned from."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from extractors.text.numerals import read_number
from extractors.values.days import Day, Days, exists, last_of_month, months, single, with_year

NEEDS_TEXT = frozenset(
    {
        "上年",
        "上年度",
        "上一年",
        "上一年度",
        "当天",
        "当日",
        "次日",
        "翌日",
        "第二天",
        "隔天",
        "头天",
        "前一天",
        "后一天",
        "同年",
        "当年",
        "次年",
        "翌年",
    }
)
"""Reckoned from the last date of the text, where there is one."""


YEARS_AWAY = {"今年": 0, "本年": 0, "本年度": 0, "大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上年度": -1, "上一年": -1, "上一年度": -1,
               "明年": 1, "来年": 1, "下年": 1, "下年度": 1, "下一年": 1, "下一年度": 1, "后年": 2, "大后年": 3, "次年": 1, "翌年": 1, "同年": 0,
               "当年": 0}  # fmt: skip


NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "两": 2}


SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 14)}


TERMS = {"春": (2, 7), "秋": (9, 13)}


Reader = Callable[[str, int, "Clock"], "Moment | None"]


class Moment(NamedTuple):
    """What a date's words say: the days from ``days.first`` to ``days.last``.

    ``month`` and ``day`` are those of the words (0 where there is none), so that the second date of a range can take them over.
    ``edge`` is set for 年底, 月末: 年底前 includes it.
    """

    start: int
    end: int
    days: Days
    month: int = 0
    day: int = 0
    own_year: bool = False
    relative: bool = False
    edge: bool = False
    whole: str = ""
    """What kind of stretch it is: year, month, day …"""

    @property
    def is_day(self) -> bool:
        """Whether it is one calendar day."""
        return self.whole == "day" and self.days.first == self.days.last


class Clock(NamedTuple):
    """What a text's dates are reckoned from: the reference day, and the last date read before."""

    today: date | None = None
    before: Day | None = None
    day: Day | None = None
    """The last single day of the text, that 当天 and 次日 are said from."""
    ranged: bool = False
    """Whether the date ends a range: 五日 may then stand alone."""

    def near(self, word: str) -> date | None:
        """The day that a relative word is said from."""
        if word in NEEDS_TEXT:
            return self.day.known if self.day is not None else None
        return self.today


def read_figure(words: str | None) -> int:
    """A year, month or day as a number, 0 where none stands there."""
    if not words:
        return 0
    if words == "元":
        return 1
    value = read_number(words.replace("○", "零"))
    return int(value) if value is not None else 0


HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "O": 0, "o": 0}


def year_part(year: str, word: str) -> Days:
    """年初 is January, 年中 June and July, 年底 and 年末 December (annotation guide, rule 18)."""
    first, last = {"初": (1, 1), "中": (6, 7)}.get(word, (12, 12))
    return months(year, first, last)


def read_month_day(match: re.Match[str], year: str, at: int) -> Moment | None:
    """The month of a match, with its day, its third or the month it runs to."""
    month = read_figure(match["month"])
    if not 1 <= month <= 12:
        return None
    if match["month2"]:
        last = read_figure(match["month2"])
        if not 1 <= last <= 12 or match["day"] or match["xun"]:
            return None
        return Moment(at, match.end(), months(year, month, last if last >= month else last + 12), month=last, whole="months")
    if match["xun"]:
        return Moment(at, match.end(), xun(year, month, match["xun"]), month=month, edge=match["xun"] in ("底", "末"), whole="part")
    if match["day"]:
        return read_days(match, year, month, at)
    return Moment(at, match.end(), months(year, month, month), month=month, whole="month")


def xun(year: str, month: int, word: str) -> Days:
    """上旬, 中旬, 下旬, and 初, 底, 末 of a month."""
    last = last_of_month(year, month)
    first, end = {
        "上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (11, 20), "下旬": (21, last), "底": (21, last), "末": (21, last),
        "上半月": (1, 15), "下半月": (16, last), "中下旬": (11, last), "上中旬": (1, 20),
    }[word]  # fmt: skip
    return Days(Day(year, month, first), Day(year, month, end))


def read_days(match: re.Match[str], year: str, month: int, at: int) -> Moment | None:
    """The day of a match, or the days that it runs over; of a day that the calendar lacks the month is kept."""
    day = read_figure(match["day"])
    if not exists(year, month, day):
        # 2月30日 keeps what it has: the month
        return Moment(at, match.end(), single(year, month, 0), month=month, whole="day") if 1 <= day <= 31 else None
    last = read_figure(match["day2"]) if match["day2"] else day
    if last < day or not exists(year, month, last):
        return None
    return Moment(at, match.end(), Days(Day(year, month, day), Day(year, month, last)), month=month, day=last, whole="day")


def plain_year(words: str) -> str:
    """二〇二三 as 2023."""
    return "".join(char if char.isascii() else str(HAN_DIGITS[char]) for char in words)


def in_year(moment: Moment, year: str) -> Moment:
    """A moment without a year, put into one."""
    return moment._replace(days=with_year(moment.days, year), own_year=True)
