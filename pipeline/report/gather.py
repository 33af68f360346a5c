"""Ask the store all that a report says."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa

from pipeline.batch.request import Request
from pipeline.report.agreements import agreements
from pipeline.report.duplicates import duplicates
from pipeline.report.files import files, listed, not_read, speed, unread
from pipeline.report.model import Report, Run
from pipeline.report.money import money
from pipeline.report.papers import findings, kinds, parties
from pipeline.report.seen import Asked, looking
from pipeline.store.place import shown
from pipeline.store.tables import RUNS


def gather(engine: sa.Engine, run: str, request: Request) -> Report:
    """The report of a run, from one state of the store. Raises :class:`LookupError` for a run that the store does not know."""
    with engine.connect() as connection:
        row = connection.execute(sa.select(RUNS.c.version, RUNS.c.started, RUNS.c.request).where(RUNS.c.id == run)).one_or_none()
    if row is None:
        raise LookupError(run)
    asked = Asked(run, row.version, request.as_of, request.lang)
    with looking(engine, asked) as connection:
        return Report(
            lang=request.lang,
            as_of=request.as_of.isoformat(),
            run=Run(
                id=run, version=row.version, started=_instant(row.started), ended=_instant(datetime.now(UTC)), sources=request.words,
                store=shown(engine.url), limit=row.request.get("limit"),
            ),
            files=files(connection, asked),
            unread=unread(connection, asked),
            not_read=not_read(connection, asked),
            to_review=listed(connection, asked, "needs-review"),
            duplicates=duplicates(connection),
            kinds=kinds(connection),
            findings=findings(connection, request.lang),
            agreements=agreements(connection, asked),
            money=money(connection),
            parties=parties(connection),
            speed=speed(connection, asked),
        )  # fmt: skip


def _instant(moment: datetime) -> str:
    """To the second. SQLite forgets that what it keeps is universal time."""
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
