"""The log of reviews: rows are added, and read; none is changed or taken away.

What is added is committed before the call returns, so that the end of the process loses nothing. (SQLite runs in WAL mode with
``synchronous=NORMAL``: only the machine's own end, a power cut, can take the last moments with it.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from pipeline.review.decision import Decision, Logged
from pipeline.store.review_tables import REVIEWS
from pipeline.store.tables import READINGS

_COLUMNS = ("words", "start", "end", "was", "becomes", "note", "ref")
_AT_ONCE = 500


def lock_reading(connection: sa.Connection, number: int) -> sa.Row[Any] | None:
    """A reading (id, content, version, record, is_current), which nobody else reviews or replaces until the transaction ends.

    None where there is none of that number. SQLite's writing transactions come one after another anyway.
    """
    columns = (READINGS.c.id, READINGS.c.content, READINGS.c.version, READINGS.c.record, READINGS.c.is_current)
    return connection.execute(sa.select(*columns).where(READINGS.c.id == number).with_for_update()).one_or_none()


def append(connection: sa.Connection, reading: sa.Row[Any], who: str, bundle: str, decisions: Sequence[Decision]) -> list[Logged]:
    """Add a bundle, or a part of one, about a locked reading: it is there when the transaction is committed."""
    at = datetime.now(UTC)
    common = {"at": at, "who": who, "content": reading.content, "reading_id": reading.id, "version": reading.version, "bundle": bundle}
    # PostgreSQL's texts cannot hold a NUL, which a file may
    plain = [replace(one, words=one.words.replace("\x00", "\ufffd")) if one.words else one for one in decisions]
    rows = [common | {"action": one.action, "target": one.target} | {name: getattr(one, name) for name in _COLUMNS} for one in plain]
    if not rows:
        return []
    numbers = connection.scalars(REVIEWS.insert().returning(REVIEWS.c.id, sort_by_parameter_order=True), rows).all()
    return [
        Logged(number, at, who, reading.content, reading.id, reading.version, bundle, one)
        for number, one in zip(numbers, plain, strict=True)
    ]


def log_of(connection: sa.Connection, content: str, *, after: int = 0) -> list[Logged]:
    """What has been decided of a content, in the order in which it was; only what came behind the row ``after``."""
    asked = sa.select(REVIEWS).where(REVIEWS.c.content == content, REVIEWS.c.id > after).order_by(REVIEWS.c.id)
    return [_logged(row) for row in connection.execute(asked)]


def logs_of(connection: sa.Connection, contents: Sequence[str]) -> dict[str, list[Logged]]:
    """The logs of many contents; of those without one, an empty list."""
    logs: dict[str, list[Logged]] = {content: [] for content in contents}
    for at in range(0, len(contents), _AT_ONCE):
        asked = sa.select(REVIEWS).where(REVIEWS.c.content.in_(contents[at : at + _AT_ONCE])).order_by(REVIEWS.c.id)
        for row in connection.execute(asked):
            logs[row.content].append(_logged(row))
    return logs


def contents_of_bundle(connection: sa.Connection, bundle: str) -> list[str]:
    """The contents that a bundle is about, in order."""
    asked = sa.select(REVIEWS.c.content).where(REVIEWS.c.bundle == bundle).distinct().order_by(REVIEWS.c.content)
    return list(connection.scalars(asked))


def whole_log(connection: sa.Connection) -> Iterator[Logged]:
    """Everything that has been decided of anything, a little at a time."""
    result = connection.execution_options(yield_per=1000).execute(sa.select(REVIEWS).order_by(REVIEWS.c.id))
    return (_logged(row) for row in result)


def _logged(row: sa.Row[Any]) -> Logged:
    # SQLite keeps no time zone: what is written is UTC
    at = row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC)
    decision = Decision(row.action, row.target, **{name: getattr(row, name) for name in _COLUMNS})
    return Logged(row.id, at, row.who, row.content, row.reading_id, row.version, row.bundle, decision)
