"""What became of the files: counts, those that ask for attention, and those that took long."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import sqlalchemy as sa

from pipeline.messages import Lang, messages
from pipeline.report.model import OUTCOMES, File, Files, Listed, Outcome, Slow, Speed, Unread
from pipeline.report.seen import SEEN, Asked, ordered
from pipeline.store.tables import ATTEMPTS, FAILURES, READINGS, SOURCE_VERSIONS, SOURCES

LISTED = 1000
"""Items of a list in ``report.json``; the pages show fewer."""
_SLOWEST = 10
_LONGEST_MESSAGE = 1000
"""Characters of an error that are fetched: its first line is at its beginning."""
_NOT_READ: tuple[Outcome, ...] = ("unreadable", "failed", "quarantined")


def files(connection: sa.Connection, asked: Asked) -> Files:
    """How many, of what news, with what outcome."""
    run, address = asked.run, ordered(connection, SOURCES.c.address)
    mine = SOURCES.c.last_run == run
    told = sa.select(
        sa.func.count().label("total"),
        _number_of(SOURCES.c.first_run == run).label("new"),
        _number_of(SOURCES.c.content.is_(None)).label("without"),
        sa.func.min(address).label("first"),
        sa.func.max(address).label("last"),
    )
    row = connection.execute(told.where(mine)).one()
    joined = SOURCES.join(
        SOURCE_VERSIONS, sa.and_(SOURCE_VERSIONS.c.source_id == SOURCES.c.id, SOURCE_VERSIONS.c.content == SOURCES.c.content)
    )
    other = sa.select(sa.func.count()).select_from(joined).where(mine, SOURCES.c.first_run != run, SOURCE_VERSIONS.c.run_id == run)
    changed = connection.scalar(other) or 0
    counts = sa.select(SEEN.c.outcome, sa.func.sum(SEEN.c.files).label("files"), sa.func.count().label("contents"))
    found = {one.outcome: one for one in connection.execute(counts.group_by(SEEN.c.outcome))}
    outcomes: dict[Outcome, int] = {outcome: int(found[outcome].files) if outcome in found else 0 for outcome in OUTCOMES}
    outcomes["unreadable"] += row.without
    return Files(
        total=row.total, new=row.new, changed=changed, unchanged=row.total - row.new - changed, outcomes=outcomes,
        contents=sum(one.contents for one in found.values()), under=_common_folder(row.first or "", row.last or ""),
    )  # fmt: skip


def unread(connection: sa.Connection, asked: Asked) -> tuple[Unread, ...]:
    """Why files were not read, the most frequent first."""
    all_files = _attended(asked, _NOT_READ).subquery()
    key = all_files.c.reason, all_files.c.outcome
    rows = connection.execute(sa.select(*key, sa.func.count().label("files")).group_by(*key)).all()
    return tuple(
        Unread(reason=row.reason, outcome=row.outcome, files=row.files)
        for row in sorted(rows, key=lambda row: (-row.files, row.outcome, row.reason or ""))
    )


def listed(connection: sa.Connection, asked: Asked, *outcomes: Outcome) -> Listed[File]:
    """Files with these outcomes, by address, each with what is said of it."""
    found = _attended(asked, outcomes).subquery()
    total = connection.scalar(sa.select(sa.func.count()).select_from(found)) or 0
    rows = connection.execute(sa.select(found).order_by(ordered(connection, found.c.address)).limit(LISTED)).all()
    return Listed(total=total, items=tuple(_file(row, asked.lang) for row in rows))


def not_read(connection: sa.Connection, asked: Asked) -> Listed[File]:
    """All that were not read, for whatever reason."""
    return listed(connection, asked, *_NOT_READ)


def speed(connection: sa.Connection, asked: Asked) -> Speed:
    """What reading took."""
    mine = ATTEMPTS.c.run_id == asked.run
    count, seconds = connection.execute(
        sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(ATTEMPTS.c.seconds), 0.0)).where(mine)
    ).one()
    slow = sa.select(ATTEMPTS.c.address, ATTEMPTS.c.seconds, ATTEMPTS.c.outcome).where(mine)
    rows = connection.execute(slow.order_by(ATTEMPTS.c.seconds.desc(), ATTEMPTS.c.id).limit(_SLOWEST))
    slowest = tuple(Slow(address=row.address, seconds=round(row.seconds, 3), outcome=row.outcome) for row in rows)
    return Speed(files=count, seconds=round(seconds, 3), slowest=slowest)


def _attended(asked: Asked, outcomes: tuple[Outcome, ...]) -> sa.CompoundSelect[Any]:
    """A row for each address: those of the contents with these outcomes, and those whose bytes could not be had."""
    mine = SOURCES.c.last_run == asked.run
    failed = _failures(asked.version)
    joined = (
        SOURCES.join(SEEN, SEEN.c.content == SOURCES.c.content)
        .outerjoin(READINGS, READINGS.c.id == SEEN.c.reading_id)
        .outerjoin(failed, sa.and_(failed.c.content == SEEN.c.content, SEEN.c.outcome.in_(("failed", "quarantined"))))
    )
    message = sa.func.coalesce(failed.c.error, _beginning(READINGS.c.message)).label("message")
    read = sa.select(SOURCES.c.address, SEEN.c.outcome, READINGS.c.reason, message, failed.c.attempts)
    read = read.select_from(joined).where(mine, SEEN.c.outcome.in_(outcomes))
    never = sa.cast(sa.null(), sa.Integer).label("attempts")
    lost = sa.select(SOURCES.c.address, sa.literal("unreadable").label("outcome"), SOURCES.c.reason, SOURCES.c.message, never)
    is_asked = sa.true() if "unreadable" in outcomes else sa.false()
    return sa.union_all(read, lost.where(mine, SOURCES.c.content.is_(None), is_asked))


def _failures(version: str) -> sa.Subquery:
    """By content, how often the program failed and with what; of two failures, with names and without, either will do."""
    attempts, error = sa.func.max(FAILURES.c.attempts).label("attempts"), sa.func.max(_beginning(FAILURES.c.error)).label("error")
    return sa.select(FAILURES.c.content, attempts, error).where(FAILURES.c.version == version).group_by(FAILURES.c.content).subquery()


def _beginning(column: sa.ColumnElement[str | None]) -> sa.ColumnElement[str]:
    return sa.func.substr(column, 1, _LONGEST_MESSAGE)


def _file(row: sa.Row[Any], lang: Lang) -> File:
    """The closed list's sentence where it is English that is asked for, or there is no other."""
    message = next(_lines(row.message or ""), None)
    if row.reason is not None and (lang == "en" or message is None):
        message = next((said for reason, said in messages(lang).reasons.items() if reason == row.reason), message)
    return File(address=row.address, outcome=row.outcome, reason=row.reason, message=message, attempts=row.attempts)


def _common_folder(first: str, last: str) -> str:
    """What the first and the last address have in common, all between them have too."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    shared = "".join(char for char, _ in alike)
    return shared[: shared.rfind("/") + 1]


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _number_of(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, 1), else_=0)), 0)
