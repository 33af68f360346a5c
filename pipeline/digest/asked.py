"""What a digest is asked for, and which rows of the store that means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import sqlalchemy as sa

from pipeline.messages import Lang

BEIJING = timezone(timedelta(hours=8))
"""The clock of the papers' days."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Days are ISO 8601, both included; no ``feeds`` means all of them; with ``files``, news that was read from files counts too."""

    since: str | None = None
    until: str | None = None
    feeds: tuple[str, ...] = ()
    files: bool = False
    lang: Lang = "zh"

    def holds(self, day: sa.ColumnElement[Any], moment: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
        """Whether an article of this ``day`` is asked for; without a day, the ``moment`` when it was found tells."""
        return sa.and_(sa.true(), *self._bounds(day, moment))

    @property
    def moments(self) -> tuple[datetime | None, datetime | None]:
        """When the first day begins and the last one is over."""
        return (_midnight(self.since) if self.since else None, _midnight(self.until, later=1) if self.until else None)

    def _bounds(self, day: sa.ColumnElement[Any], moment: sa.ColumnElement[Any]) -> Iterator[sa.ColumnElement[bool]]:
        if self.since is not None:
            yield sa.or_(day >= self.since, sa.and_(day.is_(None), moment >= _midnight(self.since)))
        if self.until is not None:
            yield sa.or_(day <= self.until, sa.and_(day.is_(None), moment < _midnight(self.until, later=1)))


def day_of(moment: datetime | None) -> str | None:
    """The day of a moment of the store, which is in UTC, as the papers count days."""
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(BEIJING).date().isoformat()


def first_day(days: Sequence[str | None], moment: datetime | None) -> tuple[str | None, int]:
    """The first day that there is, and which one: behind the ``days`` comes the moment's."""
    for at, day in enumerate(days):
        if day is not None:
            return day, at
    return day_of(moment), len(days)


def _midnight(day: str, later: int = 0) -> datetime:
    """The moment at which a day begins; the calendar's last day has no next one."""
    asked = date.fromisoformat(day)
    begins = asked + timedelta(later) if asked < date.max - timedelta(later) else date.max
    try:
        return datetime.combine(begins, datetime.min.time(), BEIJING).astimezone(UTC)
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC)
