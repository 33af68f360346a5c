"""The entries of a record in the order of the page: under which heading each stands, and which words of the text are its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.review.apply import Applied
from pipeline.review.entries import Entry, Value, targets_of
from pipeline.review.fields import FIELDS
from pipeline.review.standing import Held, Standing
from pipeline.review.targets import PRESS, Field
from schemas.agreement import Document, Term
from schemas.record import Record
from schemas.span import Span

GROUPS: Mapping[str, tuple[Field, ...]] = {
    "findings": ("findings",),
    "parties": ("parties",),
    "term": ("term", "effective"),
    "signing": ("signing",),
    "copies": ("copies",),
    "quotas": ("quotas",),
    "funding": ("funding",),
    "press": PRESS,
    "document": ("title", "kind", "regions"),
    "policies": ("policies",),
    "people": ("people",),
}
"""Which fields stand under which heading, in the order of the page."""
WITHOUT_WORDS = "without-words"
"""The heading of the values that quote no words of the text."""
_ORDER = (*GROUPS, WITHOUT_WORDS)
_HEADING = {field: (group, at) for group, fields in GROUPS.items() for at, field in enumerate(fields)}
_ASKED_FOR: frozenset[Field] = frozenset({"parties", "quotas", "funding"})
"""Lists of which it is worth saying that the paper states none."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with what stands of it now. ``entry.value`` is what reviewers have made of it, ``machine`` what was read.

    ``spans`` are its words, the first to look at first; ``group`` is its heading.
    """

    entry: Entry
    machine: Value
    held: Held | None
    spans: tuple[Span, ...]
    group: str


def placed_entries(applied: Applied, standing: Standing) -> list[Placed]:
    """What the page lists of a record, in its order: document by document, heading by heading."""
    held, now = standing.values, targets_of(applied.record)
    found = [
        _placed(applied, entry, held.get(target), now.get(applied.places.get(target, "")))
        for target, entry in applied.entries.items()
        if target in held or _is_shown(applied.record, entry)
    ]
    return sorted(found, key=_place)


def addable_fields(document: Document) -> list[Field]:
    """What a reviewer can add to a document: another of a list, or a single value that is not there."""
    return [
        field.name
        for field in FIELDS.values()
        if document.kind in field.kinds and (field.many or (field.name != "kind" and _single(document, field.name) is None))
    ]


def _single(document: Document, field: Field) -> object:
    return getattr(document.press if field in PRESS else document, field, None)


def _place(one: Placed) -> tuple[int, int, int]:
    document = -1 if one.entry.document is None else one.entry.document
    return document, _ORDER.index(one.group), _HEADING[one.entry.field][1]


def _placed(applied: Applied, entry: Entry, held: Held | None, now: Entry | None) -> Placed:
    """``now`` is the entry as it stands in the reviewed record, None where it is a finding or is not there any more."""
    shown = entry if now is None else replace(entry, value=now.value, spans=now.spans)
    spans = _spans(applied.record, shown)
    is_without = not entry.is_finding and shown.value is not None and not any(span.start < span.end for span in spans)
    return Placed(shown, entry.value, held, spans, WITHOUT_WORDS if is_without else _HEADING[entry.field][0])


def _is_shown(record: Record, entry: Entry) -> bool:
    """Whether there is something to say of it: a value, or that one is missing which such a paper has."""
    if entry.value is not None or entry.is_decisive:
        return True
    if entry.document is None:
        return False
    is_news = record.documents[entry.document].kind == "news"
    return entry.field in _ASKED_FOR or (is_news and entry.field in PRESS)


def _spans(record: Record, entry: Entry) -> tuple[Span, ...]:
    """The words of an entry; those of a title, which a record keeps no place of, are looked up in its document."""
    value = entry.value
    if isinstance(value, Term):
        dates = (date.span for date in (value.start, value.end) if date is not None)
        return tuple(dict.fromkeys((value.span, *(span for span in dates if span is not None))))
    if entry.field != "title" or not isinstance(value, str) or entry.document is None or not value:
        return entry.spans
    extent = record.documents[entry.document].span
    at = record.text.find(value, extent.start, extent.end)
    return (Span(start=at, end=at + len(value), text=value),) if at >= 0 else ()
