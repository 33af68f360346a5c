"""How far each record is, kept beside the log, so that a queue need not read it."""

from __future__ import annotations

import sqlalchemy as sa

from pipeline.review.decision import Logged
from pipeline.review.situation import Situation, look
from pipeline.store.place import writing
from pipeline.store.review_tables import REVIEW_STATES
from pipeline.store.reviews import lock_reading
from pipeline.store.tables import READINGS
from pipeline.store.upsert import insert
from pipeline.store.writing import patiently

_KEPT = ("reading_id", "state", "decided", "decisive", "conflicts", "by", "at")


def keep_state(connection: sa.Connection, situation: Situation) -> None:
    """Write down how far a record is; in the transaction that added to its log."""
    if not any(map(_counts, situation.log)):
        return
    state = situation.state
    row = {"content": situation.content, "reading_id": situation.number} | {name: getattr(state, name) for name in _KEPT[1:]}
    statement = insert(connection, REVIEW_STATES)
    fresh = {name: statement.excluded[name] for name in _KEPT}
    connection.execute(statement.on_conflict_do_update(index_elements=["content"], set_=fresh), [row])


def stale(connection: sa.Connection) -> list[int]:
    """The current readings whose states were computed for another one."""
    joined = REVIEW_STATES.join(READINGS, READINGS.c.content == REVIEW_STATES.c.content)
    is_stale = sa.and_(READINGS.c.is_current.is_(True), READINGS.c.id != REVIEW_STATES.c.reading_id)
    return list(connection.scalars(sa.select(READINGS.c.id).select_from(joined).where(is_stale).order_by(READINGS.c.id)))


def rebuild_stale(engine: sa.Engine) -> int:
    """Compute the states again of what has been read anew since; how many they were. Each is there at once, whatever becomes of others."""
    with engine.connect() as connection:
        numbers = stale(connection)
    for number in numbers:
        patiently(lambda number=number: _rebuild(engine, number))  # type: ignore[misc] # mypy knows no lambda with a default
    return len(numbers)


def _rebuild(engine: sa.Engine, number: int) -> None:
    with writing(engine) as connection:
        row = lock_reading(connection, number)
        situation = look(connection, number) if row is not None and row.is_current else None
        if situation is not None:
            keep_state(connection, situation)


def _counts(entry: Logged) -> bool:
    """Whether something was done, and not only looked at."""
    return entry.decision.action != "open"
