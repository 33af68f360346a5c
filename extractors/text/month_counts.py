"""How many months lie between two dates, and how many a length of time is: the fewest and the most that the words can mean.

Reads::

    2024-09-01 to 2027-08-31       36, from the first month to the last, both included
    2024-09-15 to 2027-09-14       36 or 37: whole months, or every month that is touched
    2023-23 to 2026-21             31 to 37: a school's autumn term begins in August and its spring term ends by August
    三学年                         34 to 36: the last summer may be left out

Leaves alone::

    20XX-03 to 20XX-12, XXXX-09    no year is known, so nothing can be counted
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from extractors.text.edtf import bounds
from schemas.values import Duration

_SEASONS = {21: ((2, 5), (5, 8)), 22: ((6, 8), (6, 8)), 23: ((8, 11), (11, 14)), 24: ((11, 14), (12, 14))}
"""Months in which a season of a school's year may begin, and in which it may end; 13 is the next January."""
_MONTHS_OF = {"年": 12, "月": 1, "学年": 12, "学期": 6}
_HOLIDAYS = {"学年": 2, "学期": 2}
"""Months by which a school's year or term may be shorter than the calendar's."""
_DAYS_OF = {"周": 7, "天": 1}
_DAYS_OF_MONTH = Decimal(30)
_WHOLE = 27
"""From the first of a month to its last day, even in February."""
_MOST_CODES = 12


@dataclass(frozen=True, slots=True)
class Months:
    """The fewest and the most months that something can be."""

    fewest: int
    most: int

    def apart(self, other: Months) -> int:
        """By how many months the two differ at least; 0 where they can be the same."""
        return max(0, self.fewest - other.most, other.fewest - self.most)


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a period: the months in which it can lie, counted from the year 0, and its day where that is known."""

    low: int
    high: int
    day: int | None = None


def months_between(first: str, last: str) -> Months | None:
    """The months from one EDTF date to another, None where a year is open or the second lies before the first."""
    start, end = _end(first, last=False), _end(last, last=True)
    if start is None or end is None:
        return None
    fewest, most = end.low - start.high + 1, end.high - start.low + 1
    if start.day is not None and end.day is not None and end.day - start.day < _WHOLE:
        fewest -= 1
    return Months(max(fewest, 0), most) if most > 0 else None


def months_of(duration: Duration) -> Months | None:
    """The months of a length of time, None where its unit tells none."""
    count = Decimal(duration.count)
    if duration.unit in _DAYS_OF:
        months = count * _DAYS_OF[duration.unit] / _DAYS_OF_MONTH
        return Months(math.floor(months), math.ceil(months))
    if duration.unit not in _MONTHS_OF:
        return None
    months = count * _MONTHS_OF[duration.unit]
    return Months(math.floor(months) - _HOLIDAYS.get(duration.unit, 0), math.ceil(months))


def month_after(edtf: str, months: int) -> str | None:
    """The last ISO day that can be meant by ``months`` after a date, None where its year is open."""
    latest = bounds(edtf)[1]
    if latest is None:
        return None
    year, month, day = (int(part) for part in latest.split("-"))
    index = year * 12 + month - 1 + months
    # no month has a 32nd day: in a comparison of ISO days the 31st of a short month does no harm
    return f"{index // 12:04d}-{index % 12 + 1:02d}-{max(day, 1):02d}"


def _end(edtf: str, *, last: bool) -> _End | None:
    if not edtf[:4].isdigit():
        return None
    base = int(edtf[:4]) * 12
    month = edtf[5:7]
    if not month.isdigit():
        return _End(base, base + 11)
    if int(month) in _SEASONS:
        low, high = _SEASONS[int(month)][last]
        return _End(base + low - 1, base + high - 1)
    if int(month) > _MOST_CODES:
        earliest, latest = bounds(edtf)
        return _End(base + int((earliest or edtf)[5:7]) - 1, base + int((latest or edtf)[5:7]) - 1)
    at = base + int(month) - 1
    return _End(at, at, int(edtf[8:10]) if edtf[8:10].isdigit() else None)
