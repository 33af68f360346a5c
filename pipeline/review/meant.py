"""What a reviewer's request means for the log: checked against the record, and against what the reviewer had before their eyes."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

from pipeline.review.apply import Applied, applied
from pipeline.review.corrections import MOST_CHARACTERS, correction_of, is_writable
from pipeline.review.decision import RECORD, Action, Decision
from pipeline.review.entries import Entry, Json, plain, said
from pipeline.review.problems import Problem
from pipeline.review.situation import Situation
from pipeline.review.standing import Held, Standing, fold
from pipeline.review.targets import Target, target_of
from schemas.finding import Finding

Meant = Decision | list[Problem]
_WORDLESS = frozenset({"kind", "title", "regions", "outlet", "author", "original_url"})
"""Values that have no span of their own: the words that were selected for them are kept beside them."""


@dataclass(frozen=True)
class Meaning:
    """``seen`` is the last row of the log that the reviewer knew: an acceptance is one of what stood then."""

    situation: Situation
    seen: int

    @cached_property
    def _known(self) -> Standing:
        """What stood when the reviewer looked."""
        if self.seen >= self.situation.seen:
            return self.situation.standing
        return fold(entry for entry in self.situation.carried if entry.id <= self.seen)

    @cached_property
    def _then(self) -> Applied:
        if self.seen >= self.situation.seen:
            return self.situation.applied
        return applied(self.situation.record, self._known)

    def of(self, asked: Decision) -> Meant:
        """The decision as the log keeps it, or why it cannot be taken."""
        asked = replace(asked, note=(asked.note or "").strip() or None)
        if problems := _unwritable(asked):
            return problems
        if asked.target == RECORD:
            return self._of_record(asked)
        target = target_of(asked.target)
        if target is None or (target.document is not None and target.document >= len(self.situation.record.documents)):
            return [Problem(asked.target, "unknown-target")]
        if asked.action == "add":
            return self._added(asked, target)
        entry = self.situation.applied.entries.get(asked.target) or self._then.entries.get(asked.target)
        if entry is None:
            return [Problem(asked.target, "not-empty" if target.is_group else "unknown-target")]
        held = self.situation.standing.values.get(asked.target)
        if asked.action == "settle":
            return self._settled(asked, target, entry, held)
        if asked.action not in _actions(target, entry):
            return [Problem(asked.target, "wrong-action")]
        return self._about(asked, target, entry)

    def _of_record(self, asked: Decision) -> Meant:
        if asked.action == "note":
            return _bare(asked) if asked.note else [Problem(asked.target, "needs-note")]
        if asked.action == "reopen":
            return _bare(asked) if self.situation.state.state == "signed" else [Problem(asked.target, "not-signed")]
        return _bare(asked) if asked.action == "open" else [Problem(asked.target, "wrong-action")]

    def _about(self, asked: Decision, target: Target, entry: Entry) -> Meant:
        told = self._told(asked, entry)
        if told is None:
            return [Problem(asked.target, "no-words")]
        match asked.action:
            case "note":
                return told if asked.note else [Problem(asked.target, "needs-note")]
            case "dismiss":
                return told if asked.note else [Problem(asked.target, "needs-reason")]
            case "accept":
                return self._accepted(told, target)
            case "correct":
                return self._corrected(told, asked, target, entry)
            case _:
                return told

    def _accepted(self, told: Decision, target: Target) -> Meant:
        """What stood there is accepted: what was read, or what another reviewer had written in its place."""
        held = self._known.values.get(told.target)
        outcome = held.outcome if held else None
        if outcome is not None and outcome.action in {"correct", "add"}:
            return replace(told, action=outcome.action, becomes=outcome.becomes)
        if target.is_added:
            return replace(told, action="add", becomes=told.was)
        if outcome is not None and outcome.action == "absent":
            return replace(told, action="absent")
        return told

    def _corrected(self, told: Decision, asked: Decision, target: Target, entry: Entry) -> Meant:
        correction = correction_of(asked.target, entry.field, asked.becomes, self.situation.record)
        if correction.problems:
            return list(correction.problems)
        if target.is_added:
            return replace(told, action="add", becomes=correction.becomes)
        if _is_equal(correction.becomes, told.was):
            return replace(told, action="accept")
        return replace(told, becomes=correction.becomes)

    def _settled(self, asked: Decision, target: Target, entry: Entry, held: Held | None) -> Meant:
        if held is None or held.state != "conflict":
            return [Problem(asked.target, "no-conflict")]
        chosen = asked.becomes if isinstance(asked.becomes, Mapping) else {}
        action = str(chosen.get("action"))
        if action == "add" and target.is_added:
            action = "correct"
        if action not in _actions(target, entry) - {"note"}:
            return [Problem(asked.target, "wrong-action")]
        meant = self._about(
            replace(asked, action=cast("Action", action), becomes=chosen.get("becomes"), note=asked.note or _reason(held)), target, entry
        )
        if not isinstance(meant, Decision):
            return meant
        if chosen["action"] == "accept" and not target.is_added:
            meant = replace(meant, action="accept", becomes=None)
        outcome = {"action": meant.action, "becomes": meant.becomes}
        return replace(meant, action="settle", becomes=outcome)

    def _added(self, asked: Decision, target: Target) -> Meant:
        if not target.is_group:
            return [Problem(asked.target, "wrong-action")]
        correction = correction_of(asked.target, target.field, asked.becomes, self.situation.record)
        if correction.problems:
            return list(correction.problems)
        span = correction.becomes["span"]
        for key, value in self.situation.applied.values.items():
            other = target_of(key)
            if other and (other.document, other.field) == (target.document, target.field) and _is_equal(correction.becomes, plain(value)):
                return [Problem(asked.target, "already-there")]
        new = str(replace(target, item=f"+{secrets.token_hex(4)}"))
        return Decision("add", new, span["text"], span["start"], span["end"], becomes=correction.becomes, note=asked.note)

    def _told(self, asked: Decision, entry: Entry) -> Decision | None:
        """The decision with what it is about: the value as it was read, and its words. None where there are no such words."""
        words, start, end = None, None, None
        if asked.action == "correct" and entry.field in _WORDLESS:
            if asked.start is not None and asked.end is not None:
                start, end = asked.start, asked.end
                words = self.situation.record.text[start:end]
                if start < 0 or not words or end > len(self.situation.record.text):
                    return None
        elif entry.span is not None:
            words, start, end = entry.span.text, entry.span.start, entry.span.end
        was = _told_of(entry.value) if isinstance(entry.value, Finding) else plain(entry.value)
        return Decision(asked.action, asked.target, words, start, end, was=was, note=asked.note)


def _actions(target: Target, entry: Entry) -> frozenset[str]:
    """What can be decided of an entry."""
    if target.is_finding:
        return frozenset({"confirm", "dismiss", "note"})
    if target.is_group:
        return frozenset({"absent", "note"})
    if entry.field == "kind":
        return frozenset({"accept", "correct", "note"})
    actions = frozenset({"accept", "correct", "reject", "note"})
    return actions if target.item is not None else actions | {"absent"}


def _bare(asked: Decision) -> Decision:
    return Decision(asked.action, RECORD, note=asked.note)


def _unwritable(asked: Decision) -> list[Problem]:
    note = asked.note or ""
    if len(note) > MOST_CHARACTERS:
        return [Problem(asked.target, "too-long", "note", {"most": MOST_CHARACTERS})]
    return [] if is_writable(note) else [Problem(asked.target, "characters", "note")]


def _reason(held: Held) -> str | None:
    """The reason that one of those who do not agree has given."""
    return next((entry.decision.note for entry in reversed(held.latest) if entry.decision.note), None)


def _is_equal(one: Json, other: Json) -> bool:
    """Whether two values say the same of the same words."""
    return bool(said(one) == said(other)) and _place(one) == _place(other)


def _place(value: Json) -> tuple[int, int] | None:
    span = value.get("span") if isinstance(value, Mapping) else None
    return (span["start"], span["end"]) if span else None


def _told_of(finding: Finding) -> Json:
    """A finding without its places: what is to be known of it when it is no longer found."""
    return {name: getattr(finding, name) for name in ("rule", "severity", "subject", "message")}
