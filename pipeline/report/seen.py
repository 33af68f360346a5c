"""What a run saw, in a temporary table: one row for each content, with what became of it.

Everything else that a report says is an aggregation over this table and the store's, so that nothing is held in memory, and the readings'
JSON is never touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from pipeline.messages import Lang
from pipeline.report.model import Outcome
from pipeline.store.known import MOST_ATTEMPTS
from pipeline.store.near import KIND
from pipeline.store.tables import ATTEMPTS, FAILURES, LINKS, READINGS, SOURCES

SEEN = sa.Table(
    "report_seen",
    sa.MetaData(),
    sa.Column("content", sa.String(64), primary_key=True),
    sa.Column("files", sa.Integer, nullable=False, comment="addresses of this content"),
    sa.Column("address", sa.Text, nullable=False, comment="the first of them"),
    sa.Column("outcome", sa.String(64), nullable=False),
    sa.Column("reading_id", sa.BigInteger, unique=True, comment="the current reading, where there is one that counts"),
    sa.Column("is_first", sa.Boolean, nullable=False, comment="no content before it is nearly the same"),
    prefixes=["TEMPORARY"],
)
_FAILED: tuple[Outcome, ...] = ("failed", "quarantined")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the ``run``, the ``version`` of the extractors that it read with, the day from which is counted, the language."""

    run: str
    version: str
    as_of: date
    lang: Lang


@contextmanager
def looking(engine: sa.Engine, asked: Asked) -> Iterator[sa.Connection]:
    """A connection that sees the store as it is now, whatever other runs write, with the table :data:`SEEN` for a run."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            # SQLite's transactions see one state by themselves
            connection.execution_options(isolation_level="REPEATABLE READ")
        SEEN.create(connection)
        _fill(connection, asked)
        yield connection
        # the temporary table goes with the transaction
        connection.rollback()


def ordered(connection: sa.Connection, column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """A text to sort by its code points, as SQLite does: the order of a PostgreSQL database depends on where it was made."""
    return column.collate("C") if connection.dialect.name == "postgresql" else column


def _fill(connection: sa.Connection, asked: Asked) -> None:
    columns = [SEEN.c.content, SEEN.c.files, SEEN.c.address, SEEN.c.outcome, SEEN.c.reading_id, SEEN.c.is_first]
    connection.execute(SEEN.insert().from_select(columns, _contents(connection, asked)))
    before = SEEN.alias()
    near = LINKS.join(before, before.c.content == LINKS.c.one)
    has_earlier = sa.select(sa.literal(1)).select_from(near)
    has_earlier = has_earlier.where(LINKS.c.other == SEEN.c.content, LINKS.c.kind == KIND, before.c.reading_id.is_not(None))
    connection.execute(SEEN.update().where(sa.exists(has_earlier.correlate(SEEN))), {"is_first": False})
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ANALYZE {SEEN.name}")


def _contents(connection: sa.Connection, asked: Asked) -> sa.Select[Any]:
    """The rows of :data:`SEEN`. A paper that failed now has no reading that counts, even if an older version had read it."""
    # joined in two steps: in an outer join SQLite would read is_current from the row, which lies behind the whole of the record
    current = sa.select(READINGS.c.id).where(READINGS.c.content == SOURCES.c.content, READINGS.c.is_current.is_(True)).scalar_subquery()
    first = sa.func.min(ordered(connection, SOURCES.c.address))
    here = (
        sa.select(SOURCES.c.content, sa.func.count().label("files"), first.label("address"), current.label("reading"))
        .where(SOURCES.c.last_run == asked.run, SOURCES.c.content.is_not(None))
        .group_by(SOURCES.c.content)
        .subquery("here")
    )
    tried = (
        sa.select(ATTEMPTS.c.content, sa.func.max(ATTEMPTS.c.outcome).label("outcome"))
        .where(ATTEMPTS.c.run_id == asked.run, ATTEMPTS.c.outcome.in_(_FAILED), ATTEMPTS.c.content.is_not(None))
        .group_by(ATTEMPTS.c.content)
        .subquery("tried")
    )
    failed = _failures(asked.version).subquery("failed")
    outcome = _outcome(asked.version, tried, failed).label("outcome")
    reading = sa.case((outcome.in_(_FAILED), sa.null()), else_=READINGS.c.id)
    joined = (
        here.outerjoin(READINGS, READINGS.c.id == here.c.reading)
        .outerjoin(tried, tried.c.content == here.c.content)
        .outerjoin(failed, failed.c.content == here.c.content)
    )
    return sa.select(here.c.content, here.c.files, here.c.address, outcome, reading, sa.true()).select_from(joined)


def _failures(version: str) -> sa.Select[Any]:
    """By content, how often the program failed on it; with and without names it is one paper."""
    return (
        sa.select(FAILURES.c.content, sa.func.max(FAILURES.c.attempts).label("attempts"))
        .where(FAILURES.c.version == version)
        .group_by(FAILURES.c.content)
    )


def _outcome(version: str, tried: sa.Subquery, failed: sa.Subquery) -> sa.Case[Any]:
    """What this run met with comes first, then what the store says of the content."""
    unread = sa.or_(READINGS.c.id.is_(None), READINGS.c.version != version)
    return sa.case(
        (tried.c.outcome.is_not(None), tried.c.outcome),
        (sa.and_(unread, failed.c.attempts >= MOST_ATTEMPTS), sa.literal("quarantined")),
        (sa.and_(unread, failed.c.attempts.is_not(None)), sa.literal("failed")),
        (READINGS.c.id.is_(None), sa.literal("elsewhere")),
        (READINGS.c.status == "read", sa.literal("ok")),
        (READINGS.c.status == "needs-review", sa.literal("needs-review")),
        else_=sa.literal("unreadable"),
    )
