"""Decisions on an older reading, for a newer one: kept where the words are the same, opened again where they are not.

A decision on an item holds for the item of the same document and field with the same words, the one at the same place before others; that
on a single value, while its words are the same; that a value is not stated, while none is read. A finding is known by its fingerprint.
What a person wrote stands, even if these words are read otherwise now. Nothing is written down: the log stays what it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import orjson
from pydantic import ValidationError

from pipeline.review.decision import RECORD, Logged
from pipeline.review.entries import SHAPES, Entry, Json, plain, said, targets_of
from pipeline.review.moved import Places, with_places
from pipeline.review.standing import undone_bundles
from pipeline.review.targets import ITEMS, PRESS, Target, target_of
from schemas.record import Record

_BY_VALUE = frozenset({"kind", "title", "regions", *PRESS})
"""Fields that are known by their value, for they have no words or have them elsewhere."""
_TAKEN = frozenset({"reject", "absent"})
_MOOT = frozenset({"reject", "dismiss"})
"""What needs no second look where the thing itself is not there any more."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is still known of an older reading: the targets of its findings, and how many items each words at a place had been read as.

    ``items`` are by document, field, first offset and words.
    """

    number: int
    text: str
    findings: frozenset[str]
    items: Mapping[tuple[int | None, str, int, str], int]

    @classmethod
    def of(cls, number: int, record: str) -> Earlier:
        """From the JSON of its record."""
        told = orjson.loads(record)
        listed = [("", told["findings"]), *((f"/documents/{at}", one["findings"]) for at, one in enumerate(told["documents"]))]
        findings = frozenset(f"{where}/findings/{one['fingerprint']}" for where, some in listed for one in some)
        items: Counter[tuple[int | None, str, int, str]] = Counter(
            (at, field, item["span"]["start"], item["span"]["text"])
            for at, document in enumerate(told["documents"])
            for field in ITEMS
            for item in document[field]
        )
        return cls(number, told["text"], findings, items)


@dataclass(frozen=True, slots=True)
class Carried:
    """``log`` speaks of the newer reading's targets; ``reopened`` are decisions that no longer hold, as they were written."""

    log: tuple[Logged, ...]
    reopened: tuple[Logged, ...]


def carried(log: Sequence[Logged], number: int, record: Record, earlier: Mapping[int, Earlier]) -> Carried:
    """The log for the reading ``number``. What it says of readings that are gone is matched by what it kept of them itself."""
    kept = {entry.id: entry for entry in log if entry.reading_id == number and _holds(entry)}
    if len(kept) == len(log):
        return Carried(tuple(log), ())
    entries = targets_of(record)
    for other in sorted({entry.reading_id for entry in log} - {number}):
        theirs = [entry for entry in log if entry.reading_id == other]
        kept |= _Move(theirs, earlier.get(other), record, entries).kept()
    lost = [entry for entry in log if entry.id not in kept]
    return Carried(tuple(kept[entry.id] for entry in log if entry.id in kept), _reopened(lost, log, number))


def _reopened(lost: Sequence[Logged], log: Sequence[Logged], number: int) -> tuple[Logged, ...]:
    """Of what was lost: each reviewer's last word on a thing, unless it was undone, or somebody has signed this reading off since."""
    undone = undone_bundles(log)
    signed = max(
        (one.id for one in log if one.decision.action == "sign-off" and one.reading_id == number and one.bundle not in undone), default=0
    )
    last: dict[tuple[int, str], dict[str, Logged]] = {}
    for one in lost:
        if one.bundle in undone:
            continue
        of_thing = last.setdefault((one.reading_id, one.decision.target), {})
        if one.decision.action == "settle":
            # who was overruled has no say any more
            of_thing.clear()
        of_thing[one.who] = one
    words = sorted((one for some in last.values() for one in some.values()), key=lambda one: one.id)
    return tuple(one for one in words if one.id > signed and _action(one) not in _MOOT)


def _action(entry: Logged) -> str:
    """What a decision does; of a settlement, what was chosen."""
    decision = entry.decision
    return str(decision.becomes["action"]) if decision.action == "settle" else decision.action


class _Move:
    """From one older reading to the newer one."""

    def __init__(self, log: Sequence[Logged], earlier: Earlier | None, record: Record, entries: Mapping[str, Entry]) -> None:
        """Match the items that the log speaks of."""
        self._log, self._earlier, self._entries = log, earlier, entries
        self._documents = len(record.documents)
        self._places = Places(earlier.text if earlier else None, record)
        self._items = _matched(log, self._places, entries, earlier)

    def kept(self) -> dict[int, Logged]:
        """What holds, by its number, with the targets and places of the newer reading."""
        found = ((entry.id, self._moved(entry)) for entry in self._log)
        return {number: moved for number, moved in found if moved is not None}

    def _moved(self, entry: Logged) -> Logged | None:
        target = target_of(entry.decision.target)
        if target is None:
            return entry
        if target.is_finding:
            is_gone = self._earlier is not None and entry.decision.target in self._earlier.findings
            return None if is_gone and entry.decision.target not in self._entries else entry
        now = self._target(entry, target)
        if now is None and entry.decision.action == "note":
            return replace(entry, decision=replace(entry.decision, target=RECORD))
        return None if now is None else self._placed(entry, target, now)

    def _target(self, entry: Logged, target: Target) -> str | None:
        pointer = entry.decision.target
        if target.is_added:
            is_there = target.document is not None and target.document < self._documents
            return self._items.get(pointer, pointer if is_there else None)
        if target.is_group:
            return pointer if pointer in self._entries else None
        if target.item is not None:
            return self._items.get(pointer)
        return pointer if pointer in self._entries and _is_same(entry, self._entries[pointer]) else None

    def _placed(self, entry: Logged, was: Target, now: str) -> Logged | None:
        """The decision at its new place; None where its words are no more in the text, or what it says is no value any more."""
        decision = entry.decision
        becomes = with_places(decision.becomes, self._places)
        outcome = _written(replace(entry, decision=replace(decision, becomes=becomes)))
        action = decision.action
        if was.is_added and now != decision.target and decision.action == "add":
            action = "accept" if said(outcome) == said(plain(self._entries[now].value)) else "correct"
        if outcome is not None and not _is_shaped(was, outcome):
            return None
        start, end = self._words_of(entry)
        words = None if start is None else decision.words
        becomes = None if action == "accept" else becomes
        return replace(entry, decision=replace(decision, target=now, action=action, becomes=becomes, words=words, start=start, end=end))

    def _words_of(self, entry: Logged) -> tuple[int | None, int | None]:
        start, words = entry.decision.start, entry.decision.words
        start = None if start is None or words is None else self._places.of(start, words)
        return (None, None) if start is None else (start, start + len(words or ""))


def _holds(entry: Logged) -> bool:
    """Whether what somebody wrote is still a value: an earlier program may have known other ones."""
    decision, target = entry.decision, target_of(entry.decision.target)
    written = _written(entry)
    if target is not None and target.is_added and decision.action == "reject":
        written = decision.was
    return target is None or target.is_finding or written is None or _is_shaped(target, written)


def _written(entry: Logged) -> Json:
    """The value that a decision puts there."""
    becomes = entry.decision.becomes
    return (becomes or {}).get("becomes") if entry.decision.action == "settle" else becomes


def _is_shaped(target: Target, becomes: Json) -> bool:
    try:
        SHAPES[target.field].validate_python(becomes)
    except ValidationError:
        return False
    return True


def _is_same(entry: Logged, now: Entry) -> bool:
    """Whether a single value is still the one that was decided on, or is the one that somebody wrote in its place."""
    decision = entry.decision
    value = plain(now.value)
    written = _written(entry)
    if now.field in _BY_VALUE:
        return said(value) == said(decision.was) or (written is not None and said(value) == said(written))
    if now.span is None:
        return decision.was is None or decision.action in _TAKEN
    return now.span.text in {decision.words, _words(written)}


def _words(value: Json) -> str | None:
    span = value.get("span") if isinstance(value, Mapping) else None
    return span["text"] if span else None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An item that was decided on: its target, where its words stand now, and what it said.

    ``there`` is how many items its words were read as, None where that is not known.
    """

    target: str
    start: int
    says: Json
    there: int | None

    @property
    def is_added(self) -> bool:
        """Whether a reviewer added it."""
        return self.target.rpartition("/")[2].startswith("+")


def _matched(log: Iterable[Logged], places: Places, entries: Mapping[str, Entry], earlier: Earlier | None) -> dict[str, str]:
    """The new targets of items, by the old ones: each is taken once."""
    wanted: dict[tuple[int | None, str, str], dict[str, _Wanted]] = {}
    for entry in log:
        decision, target = entry.decision, target_of(entry.decision.target)
        if target is None or target.is_finding or target.item is None or decision.words is None or decision.start is None:
            continue
        says = decision.was if decision.was is not None else decision.becomes
        start = places.of(decision.start, decision.words)
        group = wanted.setdefault((target.document, target.field, decision.words), {})
        known = None if earlier is None else earlier.items.get((target.document, target.field, decision.start, decision.words), 0)
        group.setdefault(decision.target, _Wanted(decision.target, decision.start if start is None else start, said(says), known))
    there: dict[tuple[int | None, str, str], list[Entry]] = {}
    for one in entries.values():
        if one.span is not None and (one.document, one.field, one.span.text) in wanted:
            there.setdefault((one.document, one.field, one.span.text), []).append(one)
    pairs: dict[str, str] = {}
    for key, some in wanted.items():
        pairs |= _paired(list(some.values()), there.get(key, []))
    return pairs


def _paired(wanted: Sequence[_Wanted], there: Sequence[Entry]) -> dict[str, str]:
    """Items with the same words: those at the same place that say the same, then those at the same place, then the nearest ones.

    What was added is matched at its own place only, and with an item that says the same or was not there before.
    """
    pairs: dict[str, str] = {}
    left = {entry.target: entry for entry in there}
    says = {entry.target: said(plain(entry.value)) for entry in there}
    by_start: dict[int, list[Entry]] = {}
    for entry in there:
        by_start.setdefault(_start(entry), []).append(entry)
    for must_say in (True, False):
        for one in wanted:
            here = by_start.get(one.start, [])
            is_another = one.is_added and not must_say and (one.there is None or len(here) <= one.there)
            if one.target in pairs or is_another:
                continue
            found = next((entry for entry in here if entry.target in left and (not must_say or says[entry.target] == one.says)), None)
            if found is not None:
                pairs[one.target] = found.target
                del left[found.target]
    return pairs | _nearest([one for one in wanted if one.target not in pairs and not one.is_added], list(left.values()))


def _nearest(wanted: Sequence[_Wanted], there: Sequence[Entry]) -> dict[str, str]:
    """Each item with the nearest one that is left."""
    left = sorted((_start(entry), entry.target) for entry in there)
    pairs: dict[str, str] = {}
    for one in sorted(wanted, key=lambda one: one.start):
        at = bisect_left(left, (one.start, ""))
        near = [place for place in (at - 1, at) if 0 <= place < len(left)]
        if near:
            _, pairs[one.target] = left.pop(min(near, key=lambda place: abs(left[place][0] - one.start)))
    return pairs


def _start(entry: Entry) -> int:
    return entry.span.start if entry.span else 0
