"""Calendar days of which some parts may be unknown, stretches of them, and reckoning from a day.

A year is a string of four places, digits or ``X`` (ISO 8601-2, unspecified digits); month and day are 0 where unknown. Weeks begin on
Monday (ISO 8601).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

UNKNOWN_YEAR = "XXXX"
_LEAP_YEAR = 2000


class Day(NamedTuple):
    """A calendar day."""

    year: str
    month: int
    day: int

    @property
    def iso(self) -> str:
        """``2023-09-01``, with X for what is unknown."""
        return f"{self.year}-{self.month:02d}-{self.day:02d}".replace("-00", "-XX")

    @property
    def known(self) -> date | None:
        """The day as a date, None where a part is unknown."""
        if not self.year.isdigit() or not self.month or not self.day or self.year == "0000":
            return None
        return date(int(self.year), self.month, self.day)


class Days(NamedTuple):
    """From ``first`` to ``last``, both included; None where that side is open."""

    first: Day | None
    last: Day | None


def day_of(moment: date) -> Day:
    """A date as a day."""
    return Day(f"{moment.year:04d}", moment.month, moment.day)


def last_of_month(year: str, month: int) -> int:
    """How many days a month has; of an unknown year February has 29."""
    return monthrange(int(year) if year.isdigit() and int(year) > 0 else _LEAP_YEAR, month)[1]


def exists(year: str, month: int, day: int) -> bool:
    """Whether the calendar has the day."""
    return 1 <= month <= 12 and 1 <= day <= last_of_month(year, month)


def next_year(year: str, by: int = 1) -> str:
    """The year after, unknown where the year is."""
    return f"{int(year) + by:04d}" if year.isdigit() and 0 < int(year) + by <= 9999 else year


def whole_year(year: str) -> Days:
    """All of a year; a mask keeps its X."""
    return Days(Day(year, 1, 1), Day(year, 12, 31))


def months(year: str, first: int, last: int) -> Days:
    """From one month's first day to another's last; a ``last`` above 12 lies in the year after."""
    over = last > 12
    end_year, end = (next_year(year), last - 12) if over else (year, last)
    return Days(Day(year, first, 1), Day(end_year, end, last_of_month(end_year, end)))


def single(year: str, month: int, day: int) -> Days:
    """One day."""
    only = Day(year, month, day)
    return Days(only, only)


def between(first: date, last: date) -> Days:
    """From one known day to another."""
    return Days(day_of(first), day_of(last))


def add_months(start: date, count: int) -> date | None:
    """The same day of another month, or its last one; None beyond the calendar."""
    at = start.year * 12 + start.month - 1 + count
    year, month = divmod(at, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def add_days(start: date, count: int) -> date | None:
    """A day so many days away; None beyond the calendar."""
    try:
        return start + timedelta(days=count)
    except OverflowError:
        return None


def day_before(day: Day) -> Day:
    """The day before, as far as it is known."""
    return _beside(day, -1)


def day_after(day: Day) -> Day:
    """The day after, as far as it is known."""
    return _beside(day, 1)


def _beside(day: Day, by: int) -> Day:
    known = day.known
    if known is not None:
        moved = add_days(known, by)
        return day_of(moved) if moved is not None else day
    if not day.month:
        return day._replace(day=day.day + by) if 1 <= day.day + by <= 31 and day.day else day
    if not day.day:
        return day
    # an unknown year is reckoned in a leap year; only its turn is lost
    moved = date(_LEAP_YEAR, day.month, min(day.day, last_of_month(day.year, day.month))) + timedelta(days=by)
    return Day(day.year, moved.month, moved.day)


def with_year(days: Days, year: str) -> Days:
    """The same days of another year; what ran over the turn of the year still does."""
    first, last = days
    if first is None or last is None:
        return days
    over = (last.month, last.day) < (first.month, first.day)
    return Days(_fitted(first, year), _fitted(last, next_year(year) if over else year))


def _fitted(day: Day, year: str) -> Day:
    if not day.month or not day.day:
        return Day(year, day.month, day.day)
    return Day(year, day.month, min(day.day, last_of_month(year, day.month)))
