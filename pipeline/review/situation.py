"""A record as its reviewers left it: what was read, what was decided, what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from pipeline.review.apply import Applied, applied
from pipeline.review.carry import Earlier, carried
from pipeline.review.decision import Logged
from pipeline.review.reviewed import with_review
from pipeline.review.standing import Standing, fold
from pipeline.review.state import State, state_of
from pipeline.store.reviews import log_of
from pipeline.store.tables import READINGS
from schemas.record import Record


@dataclass(frozen=True)
class Situation:
    """``log`` is all that was decided of the content, as it was written; ``reopened`` is what of it does not hold for this reading.

    ``carried`` is the rest, about this reading's own targets; ``earlier`` are the other readings that the log speaks of.
    """

    number: int
    content: str
    record: Record
    log: tuple[Logged, ...]
    carried: tuple[Logged, ...]
    reopened: tuple[Logged, ...]
    earlier: tuple[Earlier, ...] = ()

    @cached_property
    def standing(self) -> Standing:
        """What stands."""
        return fold(self.carried)

    @cached_property
    def applied(self) -> Applied:
        """What the record comes to."""
        return applied(self.record, self.standing)

    @cached_property
    def state(self) -> State:
        """How far it is."""
        return state_of(self.standing, self.applied)

    @property
    def seen(self) -> int:
        """The number of the last row of the log, 0 where there is none."""
        return self.log[-1].id if self.log else 0

    def reviewed(self) -> Record:
        """The record that the reviewers answer for."""
        return with_review(self.applied, self.standing, self.state)


def situation_of(number: int, content: str, record: Record, log: Sequence[Logged], earlier: Sequence[Earlier] = ()) -> Situation:
    """The situation of a reading; ``earlier`` are older readings of its content that the log speaks of."""
    told = carried(log, number, record, {one.number: one for one in earlier})
    return Situation(number, content, record, tuple(log), told.log, told.reopened, tuple(earlier))


def look(connection: sa.Connection, number: int) -> Situation | None:
    """The situation of a reading of the store; None where there is none of that number."""
    row = connection.execute(sa.select(READINGS.c.content, READINGS.c.record).where(READINGS.c.id == number)).one_or_none()
    if row is None:
        return None
    return looked_at(connection, number, row.content, Record.model_validate_json(row.record))


def looked_at(connection: sa.Connection, number: int, content: str, record: Record) -> Situation:
    """The same of a record that is at hand."""
    log = log_of(connection, content)
    return situation_of(number, content, record, log, earlier_readings(connection, number, log))


def earlier_readings(connection: sa.Connection, number: int, log: Sequence[Logged]) -> list[Earlier]:
    """The other readings that a log speaks of, those that are still there."""
    others = sorted({entry.reading_id for entry in log} - {number})
    asked = sa.select(READINGS.c.id, READINGS.c.record).where(READINGS.c.id.in_(others))
    return [Earlier.of(row.id, row.record) for row in connection.execute(asked)] if others else []
