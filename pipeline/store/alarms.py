"""What is wrong with feeds, from when it is first seen until it is over."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

import sqlalchemy as sa

from pipeline.store.news_tables import ALARMS
from pipeline.store.place import writing

AlarmKind = Literal["empty", "lost-field", "silent", "failing", "blocked"]


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something to look at: ``facts`` are what :func:`pipeline.feeds.words.sentence_of` makes a sentence of."""

    feed: str
    kind: AlarmKind
    facts: Mapping[str, Any] = field(default_factory=dict)
    since: datetime | None = None
    id: int | None = None

    @property
    def subject(self) -> str:
        """What tells two alarms of one kind apart: only which field was lost; days and counts go on."""
        return str(self.facts.get("field", ""))


def keep_alarms(engine: sa.Engine, feed: str, alarms: Sequence[Alarm], now: datetime) -> tuple[list[Alarm], list[Alarm]]:
    """Write down what alarms now, and what is over; all that lasts, and what of it is new."""
    with writing(engine) as connection:
        known = {(one.kind, one.subject): one for one in _lasting(connection, ALARMS.c.feed == feed)}
        here = {(one.kind, one.subject): one for one in alarms}
        for key, before in known.items():
            told = {"seen": now, "facts": dict(here[key].facts)} if key in here else {"over": now}
            connection.execute(ALARMS.update().where(ALARMS.c.id == before.id), told)
        fresh = [one for key, one in here.items() if key not in known]
        rows = [{"feed": feed, "kind": one.kind, "facts": dict(one.facts), "since": now, "seen": now} for one in fresh]
        if rows:
            connection.execute(ALARMS.insert(), rows)
        return _lasting(connection, ALARMS.c.feed == feed), fresh


def lasting_alarms(engine: sa.Engine, feeds: Collection[str] | None = None) -> list[Alarm]:
    """All that alarms now, by source; of these ``feeds`` alone."""
    asked = sa.true() if feeds is None else ALARMS.c.feed.in_(feeds)
    with engine.connect() as connection:
        return _lasting(connection, asked)


def alarms_within(connection: sa.Connection, since: datetime | None, until: datetime | None, feeds: Collection[str]) -> list[Alarm]:
    """What lasts still, began before ``until``, and was seen after ``since``; of no ``feeds``, of all."""
    asked: list[sa.ColumnElement[bool]] = [sa.true()]
    if since is not None:
        asked.append(ALARMS.c.seen >= since)
    if until is not None:
        asked.append(ALARMS.c.since < until)
    if feeds:
        asked.append(ALARMS.c.feed.in_(feeds))
    return _lasting(connection, sa.and_(*asked))


def untold_alarms(engine: sa.Engine, feeds: Collection[str]) -> list[Alarm]:
    """What alarms now and has not reached the webhook."""
    with engine.connect() as connection:
        return _lasting(connection, sa.and_(ALARMS.c.feed.in_(feeds), ALARMS.c.told.is_(None)))


def keep_told(engine: sa.Engine, alarms: Collection[Alarm], now: datetime) -> None:
    """Write down that they have."""
    with writing(engine) as connection:
        connection.execute(ALARMS.update().where(ALARMS.c.id.in_([one.id for one in alarms])), {"told": now})


def _lasting(connection: sa.Connection, asked: sa.ColumnElement[bool]) -> list[Alarm]:
    columns = (ALARMS.c.feed, ALARMS.c.kind, ALARMS.c.facts, ALARMS.c.since, ALARMS.c.id)
    rows = connection.execute(sa.select(*columns).where(ALARMS.c.over.is_(None), asked).order_by(ALARMS.c.feed, ALARMS.c.id))
    # SQLite keeps no zone
    return [Alarm(row.feed, row.kind, row.facts, row.since if row.since.tzinfo else row.since.replace(tzinfo=UTC), row.id) for row in rows]
