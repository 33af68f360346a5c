"""Lengths of time: 三年, 一年半, 两个学期, 6个月.

Reads::

    三年、3年、三周年        3 年, P3Y
    一年半、半年             1.5 年, P1Y6M; 0.5 年, P6M
    一年零六个月、一年三个月 1.5 年, P1Y6M; 15 月, P15M
    两个学期、一学年         2 学期, 1 学年; ISO 8601 has no such unit
    6个月、四周、30天        P6M, P4W, P30D

Leaves alone::

    2023年、23年9月、9月     dates
    一个周期                 no week
    三年级、五年制、第三年   a grade, a kind of school, an ordinal
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.text.numerals import HAN_DIGIT, read_number
from schemas.values import Duration

_COUNT = rf"(?:(?<![0-9.〇零○])[0-9]{{1,3}}(?:\.[0-9])?|(?<![0-9〇零○])(?:[{HAN_DIGIT}十拾]{{1,4}}|半)|(?<=-[0-9]{{4}})[{HAN_DIGIT}]{{1,2}}(?=个))"
_DURATION = re.compile(
    rf"(?<![第每近年月])(?<![^，。；：、（ ]前后)(?P<count>{_COUNT})[ ]?"
    r"(?:（[0-9]{1,2}）)?"
    r"(?:个(?P<inner_half>半)?(?P<counted>学年|学期|年度|月|星期|周年|周(?!期)|年)|(?P<plain>学年|学期|周年|年度|年|周(?!期)|天))"
    r"(?P<half>半(?![年月天日]))?(?:(?:零|又)?(?P<months>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个月)?"
    r"(?![级制生限龄味]|[0-9一二三四五六七八九十]{1,2}月)"
)
_NAMES = {"周年": "年", "年度": "年", "星期": "周"}
_ISO = {"年": "Y", "月": "M", "周": "W", "天": "D"}
_TOO_LONG = 100
_HALF = Decimal("0.5")
_HALF_A_YEAR = 6


@dataclass(frozen=True, slots=True)
class Length:
    """A duration at its place in the normal text."""

    start: int
    end: int
    value: Duration


def find_durations(text: str, start: int, end: int) -> Iterator[Length]:
    """The lengths of time in ``text[start:end]``, in reading order."""
    for match in _DURATION.finditer(text, start, end):
        count = read_number(match["count"])
        if count is None or not 0 < count < _TOO_LONG:
            continue
        if match["half"] or match["inner_half"]:
            count += _HALF
        unit = match["counted"] or match["plain"]
        months = read_number(match["months"]) if match["months"] and unit in ("年", "周年") else None
        if months is not None:
            count, unit = (count + _HALF, "年") if months == _HALF_A_YEAR else (count * 12 + months, "月")
        yield Length(match.start(), match.end(), make_duration(count, _NAMES.get(unit, unit)))


def make_duration(count: Decimal, unit: str) -> Duration:
    """A duration of ``count`` units; half a year is six months in ISO 8601, which knows no halves of a year."""
    written = format(count.normalize(), "f")
    return Duration(count=written, unit=unit, iso=_iso(count, written, unit))


def _iso(count: Decimal, written: str, unit: str) -> str | None:
    if unit not in _ISO:
        return None
    if unit == "年" and count % 1 == _HALF:
        years = int(count)
        return f"P{years}Y6M" if years else "P6M"
    return f"P{written}{_ISO[unit]}"
