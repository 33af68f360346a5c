"""Year, month and day as EDTF (ISO 8601-2:2019, level 1), and the days that such a string can mean.

Reads::

    2024, 9, 1        2024-09-01, from 2024-09-01 to 2024-09-01
    20XX, 3, None     20XX-03, from 2000-03-01 to 2099-03-31
    2022, 11, 31      2022-11, impossible

Leaves alone::

    None, 13, None    no date at all
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
FIRST_HALF, SECOND_HALF = 40, 41
_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
"""First and last month of the codes above 12: seasons, quarters, halves of a year."""
_DECEMBER = 12
_LONGEST_MONTH = 31
_LEAP_YEAR = 2024
UNKNOWN_YEAR = "XXXX"


@dataclass(frozen=True, slots=True)
class Composed:
    """An EDTF string; ``impossible`` where a part had to be left out because the calendar has no such day or month."""

    edtf: str
    impossible: bool = False


def compose(year: str, month: str | None = None, day: str | None = None) -> Composed | None:
    """The EDTF string of the parts, each decimal or with X for what is unknown (XX a part left open).

    ``year`` has four places. An impossible month or day is left out with all that follows; None where nothing is left that is known
    or asked for.
    """
    if month is None:
        return Composed(year)
    month = month.zfill(2)
    if "X" not in month and not (1 <= int(month) <= _DECEMBER or int(month) in _MONTHS):
        return None if year == UNKNOWN_YEAR else Composed(year, impossible=True)
    if day is None:
        return Composed(f"{year}-{month}")
    day = day.zfill(2)
    if "X" not in day and not 1 <= int(day) <= _days(year, month):
        return Composed(f"{year}-{month}", impossible=True)
    return Composed(f"{year}-{month}-{day}")


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """The first and the last calendar day that an EDTF date or interval can mean, None where its year is open."""
    first, _, last = edtf.partition("/")
    return _earliest(first), _latest(last or first)


def is_blank(edtf: str) -> bool:
    """Whether no part of the date is known but, at most, its century (XXXX-XX-XX, 20XX-XX-XX, 20XX)."""
    return not any(char in "0123456789" for char in edtf[2:])


def _earliest(edtf: str) -> str | None:
    year, month, day = _parts(edtf)
    if not year or year == UNKNOWN_YEAR:
        return None
    first = _MONTHS.get(int(month), (0, 0))[0] if month.isdigit() and int(month) > _DECEMBER else None
    low_month = f"{first:02d}" if first else _filled(month or "XX", "0", "01")
    return f"{year.replace('X', '0')}-{low_month}-{_filled(day or 'XX', '0', '01')}"


def _latest(edtf: str) -> str | None:
    year, month, day = _parts(edtf)
    if not year or year == UNKNOWN_YEAR:
        return None
    high_year = year.replace("X", "9")
    last = _MONTHS.get(int(month), (0, 0))[1] if month.isdigit() and int(month) > _DECEMBER else None
    high_month = f"{last:02d}" if last else _filled(month or "XX", "9", "12")
    end = f"{_days(high_year, high_month):02d}"
    return f"{high_year}-{high_month}-{min(_filled(day or 'XX', '9', end), end)}"


def _parts(edtf: str) -> tuple[str, str, str]:
    year, _, rest = edtf.partition("-")
    month, _, day = rest.partition("-")
    return year, month, day


def _filled(part: str, digit: str, unknown: str) -> str:
    """A part with its unknown digits at their extreme, kept to what a month or day can be."""
    if part == "XX":
        return unknown
    return min(max(part.replace("X", digit), "01"), unknown if digit == "9" else part.replace("X", "9"))


def _days(year: str, month: str) -> int:
    if not month.isdigit():
        return _LONGEST_MONTH
    return monthrange(int(year) if year.isdigit() and int(year) else _LEAP_YEAR, int(month))[1] if int(month) <= _DECEMBER else 0
