"""One reviewer's turn at one record: nobody else decides on it meanwhile, and what they did is there whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from pipeline.review.corrections import is_writable
from pipeline.review.decision import RECORD, Decision, Logged
from pipeline.review.problems import Problem
from pipeline.review.situation import Situation, looked_at, situation_of
from pipeline.review.states import keep_state
from pipeline.store.place import shown, writing
from pipeline.store.reviews import append, lock_reading
from pipeline.store.tables import READINGS
from pipeline.store.writing import patiently
from schemas.errors import JieduiError
from schemas.record import Record

_MOST_IN_A_NAME = 100
Meant = Sequence[Decision] | Sequence[Problem]


@dataclass(frozen=True, slots=True)
class Turn:
    """Who decides, by which bundle, and the last row of the log that they know."""

    who: str
    bundle: str
    seen: int


@dataclass(frozen=True, slots=True)
class Answer:
    """``entries`` are the new rows of the log; ``problems`` why there are none. ``situation`` is how the record stands now.

    ``since`` is all that the asker did not know: others' rows, and the new ones. ``situation`` is None where there is no such record.
    """

    entries: tuple[Logged, ...] = ()
    problems: tuple[Problem, ...] = ()
    since: tuple[Logged, ...] = ()
    situation: Situation | None = None

    @property
    def bundle(self) -> str | None:
        """What the new rows are undone by."""
        return self.entries[0].bundle if self.entries else None


def take(engine: sa.Engine, number: int, turn: Turn, meant: Callable[[Situation], Meant]) -> Answer:
    """Let ``meant`` see how a record stands, and write down what it says: committed when this returns.

    Raises :class:`JieduiError` where the store cannot be written; then nothing is.
    """
    who = turn.who.strip()
    if not who or len(who) > _MOST_IN_A_NAME or not is_writable(who):
        return Answer(problems=(Problem(RECORD, "no-name"),))
    try:
        return patiently(lambda: _in_transaction(engine, number, Turn(who, turn.bundle, turn.seen), meant))
    except DBAPIError as error:
        why = " ".join(str(error.orig).split())
        raise JieduiError(f"写不进存储 {shown(engine.url)}：{why}。这次的决定没有记下，请检查磁盘空间或数据库后再试。") from error


def current_reading(connection: sa.Connection, content: str) -> int | None:
    """The number of a content's current reading."""
    asked = sa.select(READINGS.c.id).where(READINGS.c.content == content, READINGS.c.is_current.is_(True))
    return connection.scalar(asked)


def _in_transaction(engine: sa.Engine, number: int, turn: Turn, meant: Callable[[Situation], Meant]) -> Answer:
    with writing(engine) as connection:
        row = lock_reading(connection, number)
        if row is None:
            return Answer(problems=(Problem(RECORD, "no-record"),))
        before = looked_at(connection, number, row.content, Record.model_validate_json(row.record))
        if not row.is_current:
            return _refused(before, turn.seen, Problem(RECORD, "old-reading", values={"number": current_reading(connection, row.content)}))
        told = meant(before)
        problems = [one for one in told if isinstance(one, Problem)]
        if problems or not told:
            return _refused(before, turn.seen, *(problems or [Problem(RECORD, "nothing")]))
        new = append(connection, row, turn.who, turn.bundle, [one for one in told if isinstance(one, Decision)])
        after = situation_of(number, row.content, before.record, (*before.log, *new), before.earlier)
        keep_state(connection, after)
    return Answer(tuple(new), (), _since(after, turn.seen), after)


def _refused(situation: Situation, seen: int, *problems: Problem) -> Answer:
    return Answer((), problems, _since(situation, seen), situation)


def _since(situation: Situation, seen: int) -> tuple[Logged, ...]:
    return tuple(entry for entry in situation.log if entry.id > seen)
