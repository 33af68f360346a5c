"""Centuries and decades: 20世纪, 上世纪90年代, 五六十年代, 21世纪初.

A century begins with the year 1 of its hundred (GB/T 7408.1), a decade with the year 0.
"""

from __future__ import annotations

import re

from extractors.values.days import Day, Days
from extractors.values.moment import HAN_DIGITS, Clock, Moment, plain_year, read_figure

_CENTURY = re.compile(
    r"(?:(?P<century>[0-9]{1,2}|[一二三四五六七八九十]{1,3}|上个?|下个?|本|这个)世纪)(?:(?P<decade>[0-9]0|[一二三四五六七八九]{1,2}十)年代|(?P<half>[上前下后])半叶"
    r"|(?P<early>初|末|中叶|末期|初期))?"
    r"|(?P<only_decade>(?:19|20)?[0-9]0|[一二][九〇零][一二三四五六七八九〇零]〇|[一二三四五六七八九]{1,2}十|[一二三四五六七八九][〇零]|零零)年代(?P<stage>初|末|中期|初期|末期)?"
)


def read_century(text: str, at: int, clock: Clock) -> Moment | None:
    """20世纪, 上世纪90年代, 九十年代."""
    match = _CENTURY.match(text, at)
    if match is None:
        return None
    if match["only_decade"]:
        words = match["only_decade"]
        days = _decade(_decade_start(words[:1] + "十" if len(words) == 3 else words), match["stage"])
        if len(words) == 3:
            days = Days(days.first, _decade(_decade_start(words[1:]), None).last)
        return Moment(at, match.end(), days, own_year=True, whole="decade")
    century = _century_number(match["century"], clock)
    if century is None:
        return None
    if match["decade"]:
        start, words = (century - 1) * 100, match["decade"]
        days = _decade(start + _tens(words), None)
        if len(words) == 3:
            days = Days(days.first, _decade(start + _tens(words[1:]), None).last)
        return Moment(at, match.end(), days, own_year=True, whole="decade")
    first, last = (century - 1) * 100 + 1, century * 100
    if match["half"]:
        middle = first + 49
        first, last = (first, middle) if match["half"] in "上前" else (middle + 1, last)
    elif match["early"]:
        first, last = {"初": (first, first + 9), "中": (first + 39, first + 59)}.get(match["early"][0], (last - 9, last))
    return Moment(at, match.end(), Days(Day(f"{first:04d}", 1, 1), Day(f"{last:04d}", 12, 31)), own_year=True, whole="century")


def _century_number(words: str, clock: Clock) -> int | None:
    step = {"上": 0, "下": 2}.get(words[0], 1 if words[0] in "本这" else None)
    if step is not None:
        return ((clock.today.year - 1) // 100 if clock.today else 20) + step
    number = read_figure(words)
    return number if 1 <= number <= 30 else None


def _tens(words: str) -> int:
    if words.isascii():
        return int(words)
    return 0 if words == "零零" else HAN_DIGITS[words[0]] * 10


def _decade_start(words: str) -> int:
    if len(words) == 4:
        return int(plain_year(words))
    tens = _tens(words)
    return (1900 if tens >= 20 else 2000) + tens


def _decade(first: int, stage: str | None) -> Days:
    start, end = {"初": (0, 2), "中": (4, 6), "末": (7, 9)}.get((stage or " ")[0], (0, 9))
    return Days(Day(f"{first + start:04d}", 1, 1), Day(f"{first + end:04d}", 12, 31))
