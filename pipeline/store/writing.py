"""Put what a run saw and read into the store: a batch is there whole, or not at all."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

import orjson
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError

from pipeline.store.changes import changes_between
from pipeline.store.known import MOST_ATTEMPTS
from pipeline.store.place import writing
from pipeline.store.rows import BELOW, Rows
from pipeline.store.seen import Reading, Result, Seen, fate_of
from pipeline.store.setting import Setting
from pipeline.store.tables import ATTEMPTS, CLAIMS, FAILURES, LINKS, READINGS, SOURCE_VERSIONS, SOURCES
from pipeline.store.upsert import insert

_TRIES = 4
_AT_ONCE = 500
"""Values in one IN: an archive may have ten thousand members."""
_RANKS = {"read": 2, "needs-review": 1}
_T = TypeVar("_T")


def note_sources(engine: sa.Engine, run: str, sources: Sequence[Seen]) -> None:
    """Write down which content was seen at which address, nothing being read."""
    patiently(lambda: _in_transaction(engine, lambda connection: _sources(connection, run, sources)))


def store(engine: sa.Engine, run: str, readings: Sequence[Reading], setting: Setting) -> list[Result]:
    """Write a batch down, in one transaction; what became of each file."""
    parsed = [orjson.loads(reading.record) for reading in readings]
    return patiently(lambda: _in_transaction(engine, lambda connection: _batch(connection, run, readings, parsed, setting)))


def patiently(work: Callable[[], _T]) -> _T:
    """Do ``work``; again, a little later, where two transactions were in each other's way."""
    for again in range(1, _TRIES):
        try:
            return work()
        except IntegrityError:
            time.sleep(0.05 * again)
        except DBAPIError as error:
            if error.connection_invalidated or not _collided(error):
                raise
            time.sleep(0.05 * again)
    return work()


def _collided(error: DBAPIError) -> bool:
    """Whether the database chose this transaction to give way: PostgreSQL's codes 40001 and 40P01."""
    return getattr(error.orig, "sqlstate", None) in {"40001", "40P01"}


def _in_transaction(engine: sa.Engine, work: Callable[[sa.Connection], _T]) -> _T:
    with writing(engine) as connection:
        return work(connection)


def _batch(
    connection: sa.Connection, run: str, readings: Sequence[Reading], parsed: Sequence[Mapping[str, Any]], setting: Setting
) -> list[Result]:
    _sources(connection, run, [reading.seen for reading in readings])
    read = [
        (reading, record)
        for reading, record in zip(readings, parsed, strict=True)
        if reading.seen.content is not None and reading.status != "failed"
    ]
    _readings(connection, run, read, setting)
    fates = [fate_of(reading.status) if reading.seen.content else "unreadable" for reading in readings]
    attempts = _failures(connection, run, readings, setting)
    fates = [
        "quarantined" if fate == "failed" and attempts[reading.seen.content or ""] >= MOST_ATTEMPTS else fate
        for reading, fate in zip(readings, fates, strict=True)
    ]
    rows = [
        {"run_id": run, "address": each.seen.address, "content": each.seen.content, "outcome": fate, "reason": each.reason,
         "seconds": round(each.seconds, 3)}
        for each, fate in zip(readings, fates, strict=True)
    ]  # fmt: skip
    connection.execute(ATTEMPTS.insert(), rows)
    contents = [reading.seen.content for reading in readings if reading.seen.content is not None]
    connection.execute(CLAIMS.delete().where(CLAIMS.c.content.in_(contents)))
    return [Result(each.seen.address, fate, each.reason, each.message, each.seconds) for each, fate in zip(readings, fates, strict=True)]


def _sources(connection: sa.Connection, run: str, sources: Sequence[Seen]) -> None:
    """One row for each address, and one for each content that was ever seen there. In order, so that two runs never wait for each other."""
    rows = [
        {"address": seen.address, "name": seen.name, "content": seen.content, "size": seen.size, "mark": seen.mark,
         "reason": seen.reason, "message": seen.message, "first_run": run, "last_run": run}
        for seen in sorted({seen.address: seen for seen in sources}.values(), key=lambda seen: seen.address)
    ]  # fmt: skip
    if not rows:
        return
    statement = insert(connection, SOURCES)
    fresh = {name: statement.excluded[name] for name in ("content", "size", "mark", "reason", "message", "last_run")}
    connection.execute(statement.on_conflict_do_update(index_elements=["address"], set_=fresh), rows)
    now = datetime.now(UTC)
    addresses = [row["address"] for row in rows]
    missing = (
        sa.select(SOURCES.c.id.label("source_id"), SOURCES.c.content)
        .outerjoin(SOURCE_VERSIONS, sa.and_(SOURCE_VERSIONS.c.source_id == SOURCES.c.id, SOURCE_VERSIONS.c.content == SOURCES.c.content))
        .where(SOURCES.c.content.is_not(None), SOURCE_VERSIONS.c.source_id.is_(None))
    )
    new = [
        dict(row) | {"seen": now, "run_id": run}
        for at in range(0, len(addresses), _AT_ONCE)
        for row in connection.execute(missing.where(SOURCES.c.address.in_(addresses[at : at + _AT_ONCE]))).mappings()
    ]
    if new:
        connection.execute(insert(connection, SOURCE_VERSIONS).on_conflict_do_nothing(), new)


def _readings(connection: sa.Connection, run: str, read: Sequence[tuple[Reading, Mapping[str, Any]]], setting: Setting) -> None:
    """New readings take the place of older ones; one that another run has written meanwhile stays."""
    by_content = {reading.seen.content: (reading, record) for reading, record in reversed(read)}
    if not by_content:
        return
    _drop_unread(connection, list(by_content), setting)
    statement = insert(connection, READINGS).on_conflict_do_nothing(index_elements=["content", "version", "names", "means"])
    now = datetime.now(UTC)
    rows = [
        {"content": content, "version": setting.version, "names": setting.names, "means": setting.means, "status": reading.status,
         "reason": reading.reason, "message": reading.message, "record": reading.record.decode().rstrip("\n"), "is_current": False,
         "is_compared": False, "read": now, "run_id": run}
        for content, (reading, _) in sorted(by_content.items(), key=lambda item: str(item[0]))
    ]  # fmt: skip
    new = {content: number for number, content in connection.execute(statement.returning(READINGS.c.id, READINGS.c.content), rows)}
    current = _supersede(connection, new, {content: by_content[content] for content in new}, setting)
    inserted = Rows()
    for content in current:
        inserted.add(new[content], by_content[content][1])
    for table, some in inserted.tables.items():
        if some:
            connection.execute(table.insert(), some)


def _drop_unread(connection: sa.Connection, contents: Sequence[str | None], setting: Setting) -> None:
    """Make room where what could not be read has been tried again by the same means."""
    connection.execute(
        READINGS.delete().where(
            READINGS.c.content.in_(contents),
            READINGS.c.status == "unreadable",
            READINGS.c.version == setting.version,
            READINGS.c.names == setting.names,
            READINGS.c.means == setting.means,
        )
    )


def _supersede(
    connection: sa.Connection, new: Mapping[str, int], read: Mapping[str, tuple[Reading, Mapping[str, Any]]], setting: Setting
) -> list[str]:
    """The contents whose new readings are the current ones now.

    What a new reading says differently is kept with it, and the old one's rows go. One that is worse than what is there only stands
    beside it: a password that was forgotten, a program that is not installed here, takes no paper away.
    """
    current = list(new)
    columns = (READINGS.c.id, READINGS.c.content, READINGS.c.status, READINGS.c.version, READINGS.c.names, READINGS.c.record)
    asked = sa.select(*columns).where(READINGS.c.content.in_(new), READINGS.c.is_current.is_(True))
    for old in connection.execute(asked.with_for_update()).all():
        reading, record = read[old.content]
        if _is_worse(reading.status, setting, old):
            current.remove(old.content)
            continue
        for table in BELOW:
            connection.execute(table.delete().where(table.c.reading_id == old.id))
        connection.execute(LINKS.delete().where(sa.or_(LINKS.c.one == old.content, LINKS.c.other == old.content)))
        connection.execute(READINGS.update().where(READINGS.c.id == old.id), {"is_current": False, "is_compared": True})
        changes = changes_between(orjson.loads(old.record), record)
        connection.execute(READINGS.update().where(READINGS.c.id == new[old.content]), {"changes": changes})
    if current:
        connection.execute(READINGS.update().where(READINGS.c.id.in_([new[content] for content in current])), {"is_current": True})
    if beside := [new[content] for content in new.keys() - set(current)]:
        connection.execute(READINGS.update().where(READINGS.c.id.in_(beside)), {"is_compared": True})
    return current


def _is_worse(status: str, setting: Setting, old: sa.Row[Any]) -> bool:
    """Whether a reading is worse than the current one: no words instead of some; by the same version also fewer of them."""
    if status not in _RANKS or old.status not in _RANKS:
        return status not in _RANKS and old.status in _RANKS
    if old.version != setting.version:
        return False
    return (_RANKS[status], setting.names) < (_RANKS[old.status], old.names)


def _failures(connection: sa.Connection, run: str, readings: Sequence[Reading], setting: Setting) -> dict[str, int]:
    """Count failures, and forget those of what has been read now; how often each content that failed has."""
    failed = {reading.seen.content: reading for reading in readings if reading.status == "failed" and reading.seen.content}
    others = [reading.seen.content for reading in readings if reading.seen.content and reading.seen.content not in failed]
    mine = sa.and_(FAILURES.c.version == setting.version, FAILURES.c.names == setting.names)
    connection.execute(FAILURES.delete().where(mine, FAILURES.c.content.in_(others)))
    if not failed:
        return {}
    statement = insert(connection, FAILURES)
    again = {"attempts": FAILURES.c.attempts + 1, "error": statement.excluded.error, "run_id": run}
    rows = [
        {"content": content, "version": setting.version, "names": setting.names, "attempts": 1, "error": each.message or "", "run_id": run}
        for content, each in sorted(failed.items())
    ]
    connection.execute(statement.on_conflict_do_update(index_elements=["content", "version", "names"], set_=again), rows)
    counted = sa.select(FAILURES.c.content, FAILURES.c.attempts).where(mine, FAILURES.c.content.in_(failed))
    return {row.content: row.attempts for row in connection.execute(counted)}
