"""Decide: the one way into the log of reviews. What cannot be decided is told, not raised.

A bundle is there whole, or not at all, and is committed before the call returns. Whatever another reviewer decided meanwhile, a decision
is taken: where the two differ they stand in conflict. Only a sign-off waits until its reviewer has seen everything.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import sqlalchemy as sa

from pipeline.review.decision import RECORD, Decision
from pipeline.review.meant import Meaning
from pipeline.review.problems import Problem
from pipeline.review.situation import Situation, look
from pipeline.review.standing import to_redo, to_undo, undone_bundles
from pipeline.review.state import summary_of
from pipeline.review.turn import Answer, Meant, Turn, current_reading, take
from pipeline.store.reviews import contents_of_bundle, log_of
from pipeline.store.tables import READINGS
from schemas.finding import Finding

Again = Literal["undo", "redo"]
_BESIDE = frozenset({"open", "note"})
"""What changes nothing."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record that a decision on many left alone, and why."""

    number: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class Bulk:
    """``done`` findings were decided, in ``records`` records; all of them are undone by ``bundle``, None where there are none."""

    bundle: str | None
    done: int
    records: int
    skipped: tuple[Skipped, ...]


def decide(engine: sa.Engine, number: int, who: str, seen: int, decisions: Sequence[Decision]) -> Answer:
    """Take decisions on a reading's record, as one bundle. ``seen`` is the last row of the log that the reviewer knows.

    Of a decision ``action``, ``target``, ``becomes`` and ``note`` are taken as they are given, ``start`` and ``end`` as the words that were
    selected for a value without a span of its own; the rest is filled in. The target of ``add`` is the list.
    """

    def meant(situation: Situation) -> Meant:
        meaning = Meaning(situation, seen)
        return _or_problems([meaning.of(one) for one in decisions])

    return take(engine, number, _turn(who, seen), meant)


def settle(engine: sa.Engine, number: int, who: str, seen: int, chosen: Decision) -> Answer:
    """End a conflict: ``chosen`` is the decision that holds, one of those that differ or another one."""
    becomes = {"action": chosen.action, "becomes": chosen.becomes}
    asked = Decision("settle", chosen.target, start=chosen.start, end=chosen.end, becomes=becomes, note=chosen.note)
    return decide(engine, number, who, seen, [asked])


def note_opening(engine: sa.Engine, number: int, who: str) -> Answer:
    """Write down that somebody has opened a record: for the time that it takes."""
    return decide(engine, number, who, 0, [Decision("open", RECORD)])


def sign_off(engine: sa.Engine, number: int, who: str, seen: int, *, accepts_open: bool = True) -> Answer:
    """Sign a record off; ``accepts_open`` takes every value that nobody has decided on as it was read, in the same bundle.

    Findings must have been decided, conflicts settled, and everything seen.
    """

    def meant(situation: Situation) -> Meant:
        entries, held = situation.applied.entries, situation.standing.values
        left = {key: entry for key, entry in entries.items() if key not in held}
        problems = _before_signing(situation, who.strip(), seen)
        problems += [Problem(key, "finding-open") for key, entry in left.items() if entry.is_finding]
        if not accepts_open:
            problems += [Problem(key, "value-open") for key, entry in left.items() if entry.is_decisive and not entry.is_finding]
        if problems:
            return problems
        meaning = Meaning(situation, situation.seen)
        wanted = [key for key, entry in left.items() if accepts_open and (entry.is_decisive or entry.value is not None)]
        signed = Decision("sign-off", RECORD, becomes=summary_of(situation.standing, situation.applied))
        return _or_problems([*(meaning.of(Decision("accept", key)) for key in wanted), signed])

    return take(engine, number, _turn(who, seen), meant)


def undo(engine: sa.Engine, number: int, who: str, seen: int = 0) -> Answer:
    """Undo what a reviewer did last in a record; what was done in many records at once, in all of them."""
    return _again(engine, number, who, seen, "undo")


def redo(engine: sa.Engine, number: int, who: str, seen: int = 0) -> Answer:
    """Do again what the reviewer has undone last, unless something else was decided since."""
    return _again(engine, number, who, seen, "redo")


def undo_bundle(engine: sa.Engine, who: str, bundle: str, action: Again = "undo") -> int:
    """Undo (or redo) a reviewer's bundle in every record that it is about; in how many that was to be done. Another's is left alone."""
    with engine.connect() as connection:
        numbers = [current_reading(connection, content) for content in contents_of_bundle(connection, bundle)]
    turn = _turn(who, 0)
    answers = [take(engine, number, turn, lambda now: _referring(now, who, bundle, action)) for number in numbers if number is not None]
    return sum(bool(answer.entries) for answer in answers)


def bulk(engine: sa.Engine, who: str, rule: str, decision: Decision, numbers: Iterable[int]) -> Bulk:
    """Decide on all open findings of a rule in many records, as one bundle: ``decision`` says whether to confirm or to dismiss, and why.

    A record that is signed off is left alone, and so is a finding that has been decided on. Each record's part is there whole or not at
    all; what is done stays done if the rest cannot be.
    """
    turn = _turn(who, 0)
    done, records = 0, 0
    skipped: list[Skipped] = []
    for number in numbers:
        answer = take(engine, number, turn, lambda now: _of_rule(now, rule, decision))
        done += len(answer.entries)
        records += bool(answer.entries)
        skipped += [Skipped(number, answer.problems[0])] if answer.problems else []
    return Bulk(turn.bundle if done else None, done, records, tuple(skipped))


def _turn(who: str, seen: int) -> Turn:
    return Turn(who, str(uuid.uuid4()), seen)


def _or_problems(found: Sequence[Decision | list[Problem]]) -> Meant:
    problems = [problem for one in found if not isinstance(one, Decision) for problem in one]
    return problems or [one for one in found if isinstance(one, Decision)]


def _before_signing(situation: Situation, who: str, seen: int) -> list[Problem]:
    entries = situation.applied.entries
    if any(one.id > seen and one.who != who and one.decision.action not in _BESIDE for one in situation.log):
        return [Problem(RECORD, "changed-meanwhile")]
    return [Problem(one.target, "in-conflict") for one in situation.standing.conflicts if one.target in entries]


def _again(engine: sa.Engine, number: int, who: str, seen: int, action: Again) -> Answer:
    nothing = (Problem(RECORD, "nothing-to-undo" if action == "undo" else "nothing-to-redo"),)
    with engine.connect() as connection:
        content = connection.scalar(sa.select(READINGS.c.content).where(READINGS.c.id == number))
        log = [] if content is None else log_of(connection, content)
    if content is None:
        return Answer(problems=(Problem(RECORD, "no-record"),))
    bundle = (to_undo if action == "undo" else to_redo)(log, who.strip())
    is_done = bundle is not None and undo_bundle(engine, who, bundle, action) > 0
    with engine.connect() as connection:
        situation = look(connection, number)
    since = situation.log if situation else ()
    new = tuple(one for one in since if one.decision.ref == bundle and one.id > (log[-1].id if log else 0)) if is_done else ()
    return Answer(new, () if is_done else nothing, tuple(one for one in since if one.id > seen), situation)


def _referring(situation: Situation, who: str, bundle: str, action: Again) -> Meant:
    """What undoes a bundle: nothing where it is undone already, as by the same reviewer in another window."""
    is_mine = any(one.bundle == bundle and one.who == who.strip() for one in situation.log)
    is_undone = bundle in undone_bundles(situation.log)
    if not is_mine or is_undone != (action == "redo"):
        return [Problem(RECORD, "nothing-to-undo" if action == "undo" else "nothing-to-redo")]
    return [Decision(action, RECORD, ref=bundle)]


def _of_rule(situation: Situation, rule: str, decision: Decision) -> Meant:
    entries = situation.applied.entries
    found = [key for key, entry in entries.items() if isinstance(entry.value, Finding) and entry.value.rule == rule]
    open_ones = [key for key in found if key not in situation.standing.values]
    if not found:
        return [Problem(RECORD, "no-finding")]
    if situation.state.state == "signed":
        return [Problem(RECORD, "signed")]
    if not open_ones:
        return [Problem(found[0], "in-conflict" if situation.standing.values[found[0]].state == "conflict" else "decided")]
    meaning = Meaning(situation, situation.seen)
    return _or_problems([meaning.of(replace(decision, target=key)) for key in open_ones])
