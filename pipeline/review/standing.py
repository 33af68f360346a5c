"""What stands: the log, folded in its order. Nothing is lost by it; the log keeps what no longer counts.

What is in an undone bundle does not count. Of each target every reviewer's latest decision counts; where they come to different things,
both stay, in conflict, until somebody settles it: that counts as the decision of who did, and begins anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pipeline.review.decision import Logged, Outcome
from pipeline.review.entries import said
from schemas.review import ValueState

STATES: Mapping[str, ValueState] = {
    "accept": "accepted",
    "correct": "corrected",
    "reject": "rejected",
    "absent": "not-stated",
    "add": "added",
    "confirm": "confirmed",
    "dismiss": "dismissed",
}
"""What a value or finding is after an action."""
_BESIDE = frozenset({"note", "open"})
"""Actions that decide nothing."""


@dataclass(frozen=True, slots=True)
class Held:
    """How a target stands. ``latest`` has each reviewer's decision that counts, in the order of the log; the last one is ``logged``.

    ``outcome`` is None in a conflict.
    """

    target: str
    state: ValueState
    latest: tuple[Logged, ...]
    outcome: Outcome | None

    @property
    def logged(self) -> Logged:
        """The decision that came last."""
        return self.latest[-1]

    @property
    def by(self) -> str:
        """Who took it."""
        return self.logged.who

    @property
    def at(self) -> datetime:
        """When."""
        return self.logged.at

    @property
    def note(self) -> str | None:
        """The reason that was given, if any."""
        return self.logged.decision.note


@dataclass(frozen=True, slots=True)
class Standing:
    """``sign_off`` is the last one that counts; ``is_changed_since``: something was decided after it, or it was taken back.

    ``seen`` is the number of the last row of the log.
    """

    values: Mapping[str, Held]
    notes: tuple[Logged, ...]
    reviewers: tuple[str, ...]
    sign_off: Logged | None
    is_changed_since: bool
    seen: int
    last: Logged | None
    """The last decision that counts, of anything."""

    @property
    def conflicts(self) -> tuple[Held, ...]:
        """What reviewers do not agree on."""
        return tuple(held for held in self.values.values() if held.state == "conflict")


def fold(log: Iterable[Logged]) -> Standing:
    """What stands after the log of one record. Linear in its length."""
    entries = list(log)
    undone = undone_bundles(entries)
    latest: dict[str, dict[str, Logged]] = {}
    notes: list[Logged] = []
    sign_off: Logged | None = None
    last: Logged | None = None
    is_changed = False
    for entry in entries:
        action, target = entry.decision.action, entry.decision.target
        if entry.bundle in undone or action in {"undo", "redo", "open"}:
            continue
        if action == "note":
            notes.append(entry)
            continue
        last = entry
        if action == "sign-off":
            sign_off, is_changed = entry, False
            continue
        is_changed = True
        if action == "reopen":
            continue
        of_target = latest.setdefault(target, {})
        if action == "settle":
            of_target.clear()
        # a reviewer's later decision takes the place of the earlier one, and comes last
        of_target.pop(entry.who, None)
        of_target[entry.who] = entry
    return Standing(
        values={target: _held(target, tuple(each.values())) for target, each in latest.items()},
        notes=tuple(notes),
        reviewers=tuple(dict.fromkeys(entry.who for entry in entries if entry.decision.action not in _BESIDE)),
        sign_off=sign_off,
        is_changed_since=is_changed,
        seen=entries[-1].id if entries else 0,
        last=last,
    )


def outcome_of(entry: Logged) -> Outcome:
    """What a decision on a value or finding comes to."""
    decision = entry.decision
    if decision.action == "settle":
        return Outcome.of(decision.becomes)
    return Outcome(decision.action, decision.becomes)  # type: ignore[arg-type] # the fold hands over no other action


def undone_bundles(log: Iterable[Logged]) -> set[str]:
    """The bundles that are undone at the end of a log."""
    undone: set[str] = set()
    for entry in log:
        ref = entry.decision.ref
        if ref is not None and entry.decision.action == "undo":
            undone.add(ref)
        elif ref is not None and entry.decision.action == "redo":
            undone.discard(ref)
    return undone


def to_undo(log: Iterable[Logged], who: str) -> str | None:
    """The bundle that a reviewer would undo next."""
    done, _ = _history(log, who)
    return next(reversed(done), None)


def to_redo(log: Iterable[Logged], who: str) -> str | None:
    """The bundle that a reviewer would redo next: there is none once something new has been decided."""
    _, undone = _history(log, who)
    return undone[-1] if undone else None


def _history(log: Iterable[Logged], who: str) -> tuple[dict[str, None], list[str]]:
    """The reviewer's bundles that are done and those that are undone, in order."""
    done: dict[str, None] = {}
    undone: list[str] = []
    for entry in log:
        action, ref = entry.decision.action, entry.decision.ref
        if entry.who != who or action == "open":
            continue
        if ref is not None and action == "undo":
            done.pop(ref, None)
            undone.append(ref)
        elif ref is not None and action == "redo":
            done[ref] = None
            undone = [bundle for bundle in undone if bundle != ref]
        elif entry.bundle not in done:
            done[entry.bundle] = None
            undone.clear()
    return done, undone


def _held(target: str, latest: tuple[Logged, ...]) -> Held:
    outcomes = [outcome_of(entry) for entry in latest]
    agree = len(latest) == 1 or all(_same(outcome, outcomes[0]) for outcome in outcomes[1:])
    return Held(target, STATES[outcomes[-1].action] if agree else "conflict", latest, outcomes[-1] if agree else None)


def _same(one: Outcome, other: Outcome) -> bool:
    return one.action == other.action and said(one.becomes) == said(other.becomes)
