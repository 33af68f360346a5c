"""What of a record can be decided on: its values one by one, and its findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, TypeAdapter

from pipeline.review.targets import ITEMS, PRESS, SINGLES, Field, PressValue, SingleField, Target
from schemas.agreement import Copies, Document, Effective, Funding, Kind, Party, Person, Policy, Quota, Regions, Signature, Term
from schemas.finding import Finding
from schemas.record import Record
from schemas.span import Span
from schemas.values import Date

Value = Party | Signature | Quota | Funding | Policy | Person | Term | Effective | Copies | Regions | Date | Finding | str | None
"""What an entry holds; None where the record says nothing there."""
Json = Any
SHAPES: Mapping[Field, TypeAdapter[Any]] = {
    "parties": TypeAdapter(Party),
    "signing": TypeAdapter(Signature),
    "quotas": TypeAdapter(Quota),
    "funding": TypeAdapter(Funding),
    "policies": TypeAdapter(Policy),
    "people": TypeAdapter(Person),
    "kind": TypeAdapter(Kind),
    "title": TypeAdapter(str),
    "term": TypeAdapter(Term),
    "effective": TypeAdapter(Effective),
    "copies": TypeAdapter(Copies),
    "regions": TypeAdapter(Regions),
    "outlet": TypeAdapter(str),
    "author": TypeAdapter(str),
    "published": TypeAdapter(Date),
    "original_url": TypeAdapter(str),
}
"""What a value of each field is, for the JSON of a correction."""
_MAY_STAY_OPEN: frozenset[Field] = frozenset({"policies", "people", "regions", "kind", "title"})
_OF_AGREEMENTS: frozenset[Field] = frozenset({"term", "effective", "copies"})
"""What an agreement must state: that it does not is a decision too."""
_HOW_READ = frozenset({"span", "confidence", "via", "earliest", "latest"})
"""Where and how a value was read, and what is computed from the rest of it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to decide on. ``spans`` are the words that it was read from, the first one first; none where it has no words.

    ``is_decisive``: the record is not done with while this is open.
    """

    target: str
    document: int | None
    field: Field
    value: Value
    spans: tuple[Span, ...]
    is_decisive: bool

    @property
    def is_finding(self) -> bool:
        """Whether it is a finding and not a value."""
        return self.field == "findings"

    @property
    def span(self) -> Span | None:
        """The words to look at first."""
        return self.spans[0] if self.spans else None


def targets_of(record: Record) -> dict[str, Entry]:
    """Everything in a record that can be decided on, by its target: the file's findings, then each document's findings and values.

    A list with nothing in it is there as a whole (``/documents/0/quotas``): that the paper states none can be said of it.
    """
    entries = [_of_finding(None, finding) for finding in record.findings]
    for number, document in enumerate(record.documents):
        entries += (_of_finding(number, finding) for finding in document.findings)
        entries += _values(number, document)
    return {entry.target: entry for entry in entries}


def added_entry(target: Target, value: Value) -> Entry:
    """That of an item which a reviewer added."""
    return Entry(str(target), target.document, target.field, value, words_of(value), target.field not in _MAY_STAY_OPEN)


def words_of(value: Value) -> tuple[Span, ...]:
    """The words that a value was read from."""
    if isinstance(value, Finding):
        return value.spans
    span = getattr(value, "span", None)
    return () if span is None else (span,)


def value_of(document: Document, field: SingleField | PressValue) -> Value:
    """A single value of a document."""
    if field in PRESS:
        return None if document.press is None else getattr(document.press, field)
    value: Value = getattr(document, field)
    return value


def plain(value: Value) -> Json:
    """A value as JSON has it."""
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else value


def said(value: Json) -> Json:
    """What the JSON of a value says, without where and how it was read: two reviewers who say the same agree."""
    if isinstance(value, Mapping):
        return {name: said(part) for name, part in value.items() if name not in _HOW_READ}
    if isinstance(value, list | tuple):
        return [said(part) for part in value]
    return value


def _of_finding(document: int | None, finding: Finding) -> Entry:
    target = Target(document, "findings", finding.fingerprint)
    return Entry(str(target), document, "findings", finding, finding.spans, is_decisive=True)


def _values(number: int, document: Document) -> Iterator[Entry]:
    for single in SINGLES:
        yield _single(number, document, single)
    if document.press is not None or document.kind == "news":
        for of_press in PRESS:
            yield _single(number, document, of_press)
    for field in ITEMS:
        items: tuple[Value, ...] = getattr(document, field)
        if not items:
            yield Entry(str(Target(number, field)), number, field, None, (), is_decisive=False)
        for at, item in enumerate(items):
            target = Target(number, field, str(at))
            yield Entry(str(target), number, field, item, words_of(item), field not in _MAY_STAY_OPEN)


def _single(number: int, document: Document, field: SingleField | PressValue) -> Entry:
    value = value_of(document, field)
    is_asked = value is not None or (document.kind == "agreement" and field in _OF_AGREEMENTS)
    spans = _press_words(document, field) if field in PRESS else words_of(value)
    return Entry(str(Target(number, field)), number, field, value, spans, is_asked and field not in _MAY_STAY_OPEN)


def _press_words(document: Document, field: str) -> tuple[Span, ...]:
    readings = document.press.readings if document.press else ()
    return tuple(one.span for one in readings if one.field == field and one.span is not None)
