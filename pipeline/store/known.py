"""What is done already: by content and version, whatever a file is called and wherever it lies."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

import sqlalchemy as sa

from pipeline.store.place import writing
from pipeline.store.setting import Setting
from pipeline.store.tables import CLAIMS, FAILURES, READINGS, SOURCES
from pipeline.store.upsert import insert

MOST_ATTEMPTS = 3
"""Failures of the program on one content after which it is set aside, until ``--retry-failed``."""
_AT_ONCE = 500
"""Values in one IN: both databases take more, and neither gets faster."""
State = Literal["done", "quarantined"]


def known(engine: sa.Engine, contents: Collection[str], setting: Setting, *, retry_failed: bool = False) -> dict[str, State]:
    """Those of the contents that are not to be read, and why.

    What was read whole is done; what was not is done until there are other means to read it with. With ``retry_failed`` what was not
    read at all is to be read once more.
    """
    found: dict[str, State] = {}
    done = READINGS.c.status == "read" if retry_failed else sa.or_(READINGS.c.status == "read", READINGS.c.means == setting.means)
    if retry_failed:
        done = sa.or_(done, sa.and_(READINGS.c.status == "needs-review", READINGS.c.means == setting.means))
    with engine.connect() as connection:
        for some in _slices(sorted(contents)):
            if not retry_failed:
                failed = sa.select(FAILURES.c.content).where(
                    FAILURES.c.content.in_(some),
                    FAILURES.c.version == setting.version,
                    FAILURES.c.names == setting.names,
                    FAILURES.c.attempts >= MOST_ATTEMPTS,
                )
                found.update(dict.fromkeys(connection.scalars(failed), "quarantined"))
            read = sa.select(READINGS.c.content).where(
                READINGS.c.content.in_(some), READINGS.c.version == setting.version, READINGS.c.names == setting.names, done
            )
            found.update(dict.fromkeys(connection.scalars(read), "done"))
    return found


def read_by(engine: sa.Engine, run: str, contents: Collection[str]) -> dict[str, str]:
    """Those of the contents that a run has read itself, with their status."""
    if not contents:
        return {}
    asked = sa.select(READINGS.c.content, READINGS.c.status).where(READINGS.c.run_id == run)
    found: dict[str, str] = {}
    with engine.connect() as connection:
        for some in _slices(sorted(contents)):
            found.update((row.content, row.status) for row in connection.execute(asked.where(READINGS.c.content.in_(some))))
    return found


def still_unread(engine: sa.Engine, run: str) -> int:
    """How many of the sources that a run saw hold what could not be read, by an earlier run."""
    joined = SOURCES.join(READINGS, sa.and_(READINGS.c.content == SOURCES.c.content, READINGS.c.is_current.is_(True)))
    asked = sa.select(sa.func.count()).select_from(joined)
    with engine.connect() as connection:
        return connection.scalar(asked.where(SOURCES.c.last_run == run, READINGS.c.status == "unreadable", READINGS.c.run_id != run)) or 0


def claim(engine: sa.Engine, run: str, contents: Collection[str]) -> set[str]:
    """Those of the contents that this run, and no other, is to read now."""
    if not contents:
        return set()
    rows = [{"content": content, "run_id": run} for content in sorted(contents)]
    with writing(engine) as connection:
        connection.execute(insert(connection, CLAIMS).on_conflict_do_nothing(), rows)
        ours = sa.select(CLAIMS.c.content).where(CLAIMS.c.run_id == run)
        return {content for some in _slices(sorted(contents)) for content in connection.scalars(ours.where(CLAIMS.c.content.in_(some)))}


def unclaim(engine: sa.Engine, run: str, contents: Collection[str]) -> None:
    """Leave to others what was claimed and not read."""
    if not contents:
        return
    with writing(engine) as connection:
        for some in _slices(sorted(contents)):
            connection.execute(CLAIMS.delete().where(CLAIMS.c.run_id == run, CLAIMS.c.content.in_(some)))


def _slices(values: Sequence[str]) -> Iterator[Sequence[str]]:
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))
