"""A record with what reviewers decided: corrected, with items added and taken away, the rules run again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractors.checks.again import check_again
from pipeline.review.entries import SHAPES, Entry, Json, Value, added_entry, targets_of
from pipeline.review.renamed import with_new_names
from pipeline.review.standing import Held, Standing, outcome_of
from pipeline.review.targets import ITEMS, PRESS, Field, target_of
from schemas.agreement import Document, Party
from schemas.press import Press, PressReading
from schemas.record import Record
from schemas.span import Span
from schemas.values import Date

_GONE = frozenset({"reject", "absent"})
_WRITTEN = frozenset({"correct", "add"})


@dataclass(frozen=True, slots=True)
class Applied:
    """``record`` has all findings that the rules have now, those that were dismissed too.

    ``entries`` is all that can be decided on, by target: the findings that there are now, values as they were read (what was added, as it
    was added), and the lists that are empty now. ``places`` leads from the targets of values that are in ``record`` to their JSON Pointers
    there, ``values`` to what they are there.
    """

    record: Record
    entries: Mapping[str, Entry]
    places: Mapping[str, str]
    values: Mapping[str, Value]


def applied(record: Record, standing: Standing) -> Applied:
    """What a record comes to. A conflict leaves what was read there, and an item that was added as it was added."""
    added = _added(record, standing)
    entries = {key: entry for key, entry in targets_of(record).items() if _is_value(entry)} | added
    decided = {key: held for key, held in standing.values.items() if held.outcome is not None and key in entries}
    if added or any(held.outcome and held.outcome.action in _GONE | _WRITTEN for held in decided.values()):
        build = [_Built(number, document, entries, decided) for number, document in enumerate(record.documents)]
        places = {key: place for one in build for key, place in one.places.items()}
        absent = {
            (document, entries[key].field)
            for key, held in decided.items()
            if held.outcome and held.outcome.action in _GONE and (document := entries[key].document) is not None
        }
        documents = check_again(record, [one.document() for one in build], not_stated=absent)
        record = record.model_copy(update={"documents": documents})
    else:
        places = {key: key for key, entry in entries.items() if entry.value is not None}
    now = targets_of(record)
    findings = {key: entry for key, entry in now.items() if entry.is_finding}
    empty = {key: entry for key, entry in now.items() if _is_group(entry)}
    return Applied(record, findings | entries | empty, places, {key: now[place].value for key, place in places.items()})


def shaped(field: Field, becomes: Json) -> Value:
    """The value that the JSON of a correction is. Raises :class:`pydantic.ValidationError`."""
    value: Value = SHAPES[field].validate_python(becomes)
    return value


def _is_group(entry: Entry) -> bool:
    """Whether it is a list with nothing in it."""
    return entry.value is None and entry.field in ITEMS


def _is_value(entry: Entry) -> bool:
    return not entry.is_finding and not _is_group(entry)


def _added(record: Record, standing: Standing) -> dict[str, Entry]:
    """What reviewers added, as it was added; also what was taken away again."""
    entries = {}
    for key, held in standing.values.items():
        target = target_of(key)
        if target is None or not target.is_added or target.document is None or target.document >= len(record.documents):
            continue
        if (becomes := _as_added(held)) is not None:
            entries[key] = added_entry(target, shaped(target.field, becomes))
    return entries


def _as_added(held: Held) -> Json:
    for entry in held.latest:
        if (outcome := outcome_of(entry)).action == "add":
            return outcome.becomes
    return held.logged.decision.was


class _Built:
    """A document put together anew: ``places`` are the JSON Pointers of its values, by target."""

    def __init__(self, number: int, document: Document, entries: Mapping[str, Entry], decided: Mapping[str, Held]) -> None:
        """``decided`` are the targets on which reviewers agree; what was added stands behind what was read."""
        self.places: dict[str, str] = {}
        self._was, self._number = document, number
        self._lists: dict[str, list[Value]] = {field: [] for field in ITEMS}
        self._update: dict[str, Any] = {}
        self._press = document.press
        self._renamed: list[tuple[Party, Party]] = []
        self._typed: set[tuple[str, int]] = set()
        for key, entry in entries.items():
            if entry.document == number:
                self._take(key, entry, decided.get(key))

    def document(self) -> Document:
        """The document, its findings and the states of what it must say as they were."""
        update: dict[str, Any] = {field: tuple(items) for field, items in self._lists.items()}
        document = self._was.model_copy(update=update | self._update | {"press": self._press})
        return with_new_names(document, self._renamed, self._typed)

    def _take(self, key: str, entry: Entry, held: Held | None) -> None:
        outcome = held.outcome if held else None
        action = outcome.action if outcome else "accept"
        is_typed = action in _WRITTEN
        value = None if action in _GONE else shaped(entry.field, outcome.becomes) if outcome and is_typed else entry.value
        place = key
        if entry.field in ITEMS:
            place = f"/documents/{self._number}/{entry.field}/{len(self._lists[entry.field])}"
            if value is not None:
                self._lists[entry.field].append(value)
        elif action != "accept" and entry.field in PRESS:
            self._press = _with(self._press or Press(), entry.field, value, held)
        elif action != "accept":
            self._update[entry.field] = value
        if value is not None:
            self.places[key] = place
        if is_typed:
            self._typed.add((entry.field, int(place.rpartition("/")[2]) if entry.field in ITEMS else 0))
        if is_typed and isinstance(value, Party) and isinstance(entry.value, Party):
            self._renamed.append((entry.value, value))


def _with(press: Press, field: str, value: Value, held: Held | None) -> Press:
    """The press with one value as a reviewer has it, and with the words that were named for it."""
    readings = tuple(one for one in press.readings if one.field != field)
    if value is not None:
        span = value.span if isinstance(value, Date) else _named(held)
        readings += (PressReading.model_validate({"field": field, "via": "review", "span": span}),)
    return press.model_copy(update={field: value, "readings": readings})


def _named(held: Held | None) -> Span | None:
    told = held.logged.decision if held else None
    if told is None or told.words is None or told.start is None or told.end is None:
        return None
    return Span(start=told.start, end=told.end, text=told.words)
