"""Reviewers at work on one record of a store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from pipeline import json_output
from pipeline.review import deciding
from pipeline.review.decision import Decision
from pipeline.review.entries import plain
from pipeline.review.situation import Situation, look
from pipeline.review.turn import Answer
from pipeline.store import runs
from pipeline.store.seen import Reading, Seen
from pipeline.store.tables import READINGS
from pipeline.store.writing import store
from schemas.record import Record
from tests.pipeline.store.make_reading import SETTING, record_of

COPIES = "/documents/0/copies"
TERM = "/documents/0/term"
QUOTA = "/documents/0/quotas/0"
QUOTAS = "/documents/0/quotas"


def put_text(engine: sa.Engine, text: str, address: str = "/papers/a.txt") -> int:
    """Store what the extractors make of a text; the number of the reading."""
    return put_record(engine, record_of(text), address)


def put_record(engine: sa.Engine, record: Record, address: str = "/papers/a.txt", *, version: str = "1.0", content: str = "") -> int:
    """Store a record as the reading of a version; ``content`` names the bytes, the text by default."""
    digest = hashlib.sha256((content or record.text).encode()).hexdigest()
    read = Reading(Seen(address, digest, 1), json_output.line(record), record.outcome.status, None, None, 0.1)
    store(engine, runs.begin(engine, {}), [read], replace(SETTING, version=version))
    with engine.connect() as connection:
        asked = sa.select(READINGS.c.id).where(READINGS.c.content == digest, READINGS.c.is_current.is_(True))
        return int(connection.scalars(asked).one())


@dataclass
class Desk:
    """``number`` is the reading that is reviewed. Every answer is one without problems, unless they are asked for."""

    engine: sa.Engine
    number: int

    @property
    def now(self) -> Situation:
        """How the record stands."""
        with self.engine.connect() as connection:
            situation = look(connection, self.number)
        assert situation is not None
        return situation

    def ask(self, action: str, target: str = "", *, who: str = "甲老师", seen: int | None = None, **rest: Any) -> Answer:
        """Take one decision, or be told why not; ``seen`` is everything by default."""
        decision = Decision(action, target, **rest)  # type: ignore[arg-type] # tests also ask for what there is not
        return deciding.decide(self.engine, self.number, who, self.now.seen if seen is None else seen, [decision])

    def do(self, action: str, target: str = "", **rest: Any) -> Answer:
        """Take one decision."""
        return done(self.ask(action, target, **rest))

    def correct(self, target: str, change: Callable[[Any], None], **rest: Any) -> Answer:
        """Correct a value: ``change`` is given its JSON as it stands."""
        value = plain(self.now.applied.values.get(target))
        change(value)
        return self.do("correct", target, becomes=value, **rest)

    def refused(self, action: str, target: str = "", **rest: Any) -> list[tuple[str | None, str]]:
        """Part and code of each problem of a decision that is not taken."""
        before = self.now.log
        answer = self.ask(action, target, **rest)
        assert answer.entries == ()
        assert self.now.log == before
        return [(problem.part, problem.code) for problem in answer.problems]

    def how(self) -> str:
        """How far the record is."""
        return self.now.state.state

    def state_of(self, target: str) -> str:
        """The state of a value or finding."""
        held = self.now.standing.values.get(target)
        return held.state if held else "open"

    def rules(self) -> list[str]:
        """The rules that find something in the record as it stands."""
        return [finding.rule for document in self.now.reviewed().documents for finding in document.findings]

    def finding(self, rule: str) -> str:
        """The target of the finding of a rule."""
        entries = self.now.applied.entries
        return next(key for key, entry in entries.items() if getattr(entry.value, "rule", None) == rule)

    def decide_findings(self, who: str = "甲老师") -> None:
        """Confirm every finding that is open."""
        for key, entry in self.now.applied.entries.items():
            if entry.is_finding and key not in self.now.standing.values:
                self.do("confirm", key, who=who)

    def sign(self, who: str = "甲老师", seen: int | None = None) -> Answer:
        """Sign the record off."""
        return deciding.sign_off(self.engine, self.number, who, self.now.seen if seen is None else seen)


def done(answer: Answer) -> Answer:
    """An answer that has no problems."""
    assert answer.problems == ()
    return answer


def at(value: dict[str, Any], **changes: Any) -> None:
    """Change parts of a value."""
    value.update(changes)
