"""Read the five fields of a cron schedule, as strictly as a person would who checks them.

Prefect's own reader takes more than it says: a sixth field, ``5-1``, ``*/70``, full-width digits, the 30th of February. What is read here
Prefect reads too, and means the same.

Reads::

    0 2 * * *           at 02:00 every day
    */15 8-18 * * 1-5   every quarter of an hour, working days
    0 9 1,15 * MON      on the 1st, on the 15th, and on Mondays

Leaves alone::

    * * * *             four fields
    @daily              no fields
    0 0 30 2 *          a day that never comes
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from pipeline.config.misuse import Misuse

_DAYS = "SUN MON TUE WED THU FRI SAT".split()
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_FIELDS = (
    ("minute", 0, 59, ()),
    ("hour", 0, 23, ()),
    ("day", 1, 31, ()),
    ("month", 1, 12, _MONTHS),
    # both 0 and 7 are Sunday
    ("weekday", 0, 7, _DAYS),
)
_PART = re.compile(r"(?:(?:(?P<every>\*)|(?P<first>\w+)-(?P<last>\w+))(?:/(?P<step>[0-9]+))?|(?P<only>\w+))", re.ASCII)
_LENGTHS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EACH = "*/1"
"""People write it for ``*``; Prefect's reader is of two minds about it."""
_HORIZON = 366 * 8 + 2
"""Days within which every date comes, the 29th of February over a year like 2100 included."""


@dataclass(frozen=True, slots=True)
class Cron:
    """A schedule. ``text`` is what was written, its blanks made single and ``*/1`` a star; ``fields`` are the numbers that each means."""

    text: str
    fields: tuple[frozenset[int], ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """Read it. Raises :class:`Misuse`."""
        parts = ["*" if part == _EACH else part for part in text.split()]
        if len(parts) != len(_FIELDS):
            raise Misuse("cron_fields", value=text, count=len(parts))
        cron = cls(" ".join(parts), tuple(_numbers(part, *field) for part, field in zip(parts, _FIELDS, strict=True)))
        _, _, days, months, _ = cron.fields
        # also beside a weekday that would come: Prefect gives up looking
        if min(days) > max(_LENGTHS[month] for month in months):
            raise Misuse("cron_never", value=text)
        return cron

    def after(self, moment: datetime) -> datetime:
        """The first time after a moment, by the clock of the moment's zone."""
        minutes, hours, *_ = self.fields
        for days in range(_HORIZON):
            day = moment + timedelta(days=days)
            if not self._is_on(day):
                continue
            times = (day.replace(hour=hour, minute=minute, second=0, microsecond=0) for hour in sorted(hours) for minute in sorted(minutes))
            if (found := next((time for time in times if time > moment), None)) is not None:
                return found
        raise AssertionError(self.text)

    def _is_on(self, day: datetime) -> bool:
        """Whether it runs on a day. As Prefect has it: where neither the day nor the weekday is every one, either is enough."""
        _, _, days, months, weekdays = self.fields
        _, _, day_text, _, weekday_text = self.text.split()
        is_day, is_weekday = day.day in days, day.isoweekday() % 7 in weekdays
        is_either = not (_is_every(day_text, days, 31, weekday_text) or _is_every(weekday_text, weekdays, 7, day_text))
        return day.month in months and (is_day or is_weekday if is_either else is_day and is_weekday)


def _is_every(field: str, numbers: frozenset[int], most: int, other: str) -> bool:
    """Whether a field restricts nothing. Prefect takes ``0-6`` for a star only beside a star, or a part of one."""
    return field == "*" or (len(numbers) == most and "*" in other)


def _numbers(field: str, name: str, least: int, most: int, words: Sequence[str]) -> frozenset[int]:
    """The numbers that a field means."""
    trouble = Misuse("cron_field", field=Misuse(f"cron_{name}"), value=field, least=least, most=most)
    found: set[int] = set()
    for part in field.split(","):
        match = _PART.fullmatch(part)
        if match is None:
            raise trouble
        ends = (match["first"] or match["only"], match["last"] or match["only"])
        first, last = (least, most) if match["every"] else (_number(word, least, words, trouble) for word in ends)
        step = int(match["step"] or 1)
        # Prefect takes 0-0 for the whole week
        if not (least <= first <= last <= most and 0 < step <= most) or (first == last and not match["only"]):
            raise trouble
        found.update(range(first, last + 1, step))
    return frozenset(number % 7 for number in found) if name == "weekday" else frozenset(found)


def _number(word: str, least: int, words: Sequence[str], trouble: Misuse) -> int:
    if word.upper() in words:
        return words.index(word.upper()) + least
    if not word.isdigit() or len(word) > 2:
        raise trouble
    return int(word)
