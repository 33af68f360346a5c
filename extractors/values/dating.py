"""What a text's dates leave out, told from the dates before them and from the reference day.

Reads::

    2023年9月1日开学，10月7日返校                10月7日 is of 2023
    2024年9月至2025年7月。四月：…                 四月 is April 2025
    6月4日、5日                                    5日 is of June
    每年9月15日前                                  of every year: left open
    9月1日, without a year anywhere               the last one and the next one
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from extractors.values.days import UNKNOWN_YEAR, Day, Days, last_of_month, with_year
from extractors.values.found import Found
from extractors.values.moment import Clock
from extractors.values.periods import Period

Value = dict[str, str | list[str] | None]
_TWO_YEARS = 750
"""In days: a longer stretch is no plan that months lie in."""
_FARTHEST = 60
_LISTED = frozenset({"、", "和", "及", "与", "，"})
_RECURRING = frozenset({"P1Y", "P1M", "P3M"})


class Dating:
    """The dates of one text, asked for in reading order; it remembers the year, the day and the stretch last named."""

    def __init__(self, today: date | None) -> None:
        """``today`` is the reference day."""
        self._today = today
        self._before: Day | None = None
        self._day: Day | None = None
        self._span: Days | None = None

    @property
    def clock(self) -> Clock:
        """What relative words are reckoned from at this place of the text."""
        return Clock(self._today, self._before, self._day)

    def value(self, text: str, period: Period, last: Found | None) -> Value:
        """The date's or period's value; ``last`` is the value before it in ``text``."""
        yearly = last is not None and last.kind == "frequency" and last.end == period.start and last.value.get("per") in _RECURRING
        days = period.days if yearly or period.is_day else self._dated(period.days)
        self._remember(period, days)
        if not period.is_day or days.first is None:
            return {"start": days.first.iso if days.first else None, "end": days.last.iso if days.last else None}
        if yearly:
            return {"iso": days.first.iso}
        value = self._of_day(_listed(text, days.first, period.start, last))
        self._day = _day_of(value) or self._day
        return value

    def _remember(self, period: Period, days: Days) -> None:
        first, last = days
        known = last or first
        if period.from_today or known is None or not known.year.isdigit() or not known.month:
            return
        self._before = (first or known) if period.is_day else known
        if first is not None and last is not None and first.year < last.year and first.known and last.known:
            self._span = days if (last.known - first.known).days < _TWO_YEARS else None

    def _year_of(self, month: int) -> str | None:
        """The year of a month without one."""
        if self._before is None:
            return f"{self._today.year:04d}" if self._today else None
        if self._span is not None and self._span.first and self._span.last and month:
            first, last = self._span.first, self._span.last
            if self._before.year in (first.year, last.year):
                return first.year if month >= first.month else last.year
        return self._before.year

    def _month(self) -> int:
        """The month of a day without one, 0 where none is known."""
        if self._before is not None:
            return self._before.month
        return self._today.month if self._today else 0

    def _dated(self, days: Days) -> Days:
        if all(day is None or day.year != UNKNOWN_YEAR for day in days):
            return days
        first, last = (day and self._with_month(day) for day in days)
        known = first or last
        year = self._year_of(known.month) if known else None
        if year is None:
            return days
        if first is not None and last is not None:
            return with_year(Days(first, last), year)
        return Days(_in_year(first, year), _in_year(last, year))

    def _with_month(self, day: Day) -> Day:
        return day if day.month or not day.day else day._replace(month=self._month())

    def _of_day(self, day: Day) -> Value:
        resolved = self._resolved(day) if day.year == UNKNOWN_YEAR and day.day else []
        return {"iso": day.iso, "resolved": resolved} if resolved else {"iso": day.iso}

    def _resolved(self, day: Day) -> list[str]:
        """The days that a date without a year can be."""
        if self._before is not None and self._before.year.isdigit():
            month = day.month or self._before.month
            year = self._year_of(day.month) if day.month else self._before.year
            if year is not None and month and day.day <= last_of_month(year, month):
                return [Day(year, month, day.day).iso]
        if self._today is None:
            return []
        return sorted({one.iso for one in (_nearest(day, self._today, -1), _nearest(day, self._today, 1)) if one is not None})


def _listed(text: str, day: Day, start: int, last: Found | None) -> Day:
    """6月4日、5日: the second day is of the first one's month."""
    if day.month or last is None or last.kind != "date" or text[last.end : start] not in _LISTED:
        return day
    year, month, _ = str(last.value["iso"]).rsplit("-", 2)
    return day._replace(year=year, month=int(month)) if month.isdigit() else day


def _in_year(day: Day | None, year: str) -> Day | None:
    if day is None or not day.month:
        return day
    return Day(year, day.month, min(day.day, last_of_month(year, day.month)))


def _nearest(day: Day, today: date, step: int) -> Day | None:
    """The closest such day on or before (``step`` -1), or after (1), the reference day."""
    year, month = today.year, day.month or today.month
    for _ in range(_FARTHEST):
        if not 1 <= year <= 9999:
            return None
        if day.day <= last_of_month(f"{year:04d}", month):
            one = date(year, month, day.day)
            if (one <= today) if step < 0 else (one > today):
                return Day(f"{year:04d}", month, day.day)
        if day.month:
            year += step
        else:
            year, month = divmod(year * 12 + month - 1 + step, 12)
            month += 1
    return None


def _day_of(value: Mapping[str, object]) -> Day | None:
    """The day of a date's value: the first that it can be."""
    resolved = value.get("resolved")
    words = resolved[0] if isinstance(resolved, list) and resolved else value.get("iso")
    if not isinstance(words, str) or "X" in words:
        return None
    year, month, day = words.split("-")
    return Day(year, int(month), int(day))
