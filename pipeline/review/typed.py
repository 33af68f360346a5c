"""From what a reviewer types to a value of the record's schema, and from words that are selected to what there is to type.

What stays as it was shown keeps what was read, its place included; what is typed anew is read as papers are read. Nothing is guessed: a
part that cannot be understood is a problem, with a sentence that says what to write instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from extractors.selected import read_selected
from pipeline.messages import Lang
from pipeline.review.entries import Value, plain
from pipeline.review.fields import FIELDS, Field, Part, default_text, options, written
from pipeline.review.shown import shown_value
from pipeline.review.spans import span_of
from pipeline.review.targets import Field as FieldName
from pipeline.review.understood import NotUnderstood, read_amount
from pipeline.review.words import review_words
from schemas.agreement import Kind
from schemas.record import Record
from schemas.span import Item, Span
from schemas.values import Amount

WORDS = "words"
"""The part that problems with the selected words are about."""
_LONGEST = 2_000
"""Characters that a part can have."""
_QUOTED = 100
"""Characters of what was typed that a problem repeats."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with what was typed in a part; ``given`` is what was typed."""

    part: str
    message: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reviewer is typing: a value of a field in a document.

    ``base`` is the value that stands there, None for a new one; ``span`` are the selected words, None to keep those of ``base``.
    """

    field: FieldName
    document: int
    base: Value = None
    span: tuple[int, int] | None = None
    lang: Lang = "zh"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was understood: the value, None where there are problems."""

    value: Value
    problems: tuple[Problem, ...] = ()

    @property
    def json(self) -> Any:  # noqa: ANN401 - the JSON of any value
        """The value as the record has it."""
        return plain(self.value)


def read_typed(record: Record, asked: Asked, parts: Mapping[str, str]) -> Typed:
    """The value that ``parts`` come to; a part that is not among them stays as it is."""
    field = FIELDS[asked.field]
    told = _Told(asked.lang)
    values = _values(field, asked, parts, told, record.documents[asked.document].kind)
    if field.model is None:
        if not values["value"] and not told.problems:
            told.problem("value", "nothing")
        return told.typed(values["value"])
    _tie(told, asked, values, parts)
    if field.has_words:
        values["span"] = _words(record, asked, told)
    if told.problems:
        return told.typed(None)
    base: dict[str, Any] = {} if asked.base is None else {name: getattr(asked.base, name) for name in field.model.model_fields}
    if base and all(base[name] == value for name, value in values.items()):
        return told.typed(asked.base)
    by_hand = {"confidence": 1.0, "via": "review"} if issubclass(field.model, Item) else {}
    return told.typed(field.model(**(base | values | by_hand)))  # type: ignore[arg-type] # a value's model


def from_words(record: Record, asked: Asked) -> Typed:
    """What our readers make of the selected words; without anything in them the problem says so."""
    told = _Told(asked.lang)
    span = _words(record, asked, told)
    if span is None:
        return told.typed(None)
    found = read_selected(record, asked.document, asked.field, span.start, span.end)
    if found is None:
        told.problem(WORDS, "not-readable", field=review_words(asked.lang).fields[asked.field])
    if isinstance(found, Item):
        found = found.model_copy(update={"span": span_of(record, found.span.start, found.span.end)})
    return told.typed(found)  # type: ignore[arg-type] # a value's model


def shown_typed(typed: Typed, asked: Asked) -> str | None:
    """The understood value in one line; None where there is none."""
    return None if typed.value is None else shown_value(typed.value, asked.lang, asked.field)


class _Told:
    """The problems of one reading, in the reviewer's language."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self.problems: list[Problem] = []

    def problem(self, part: str, name: str, given: str = "", **known: str) -> None:
        shown = given if len(given) <= _QUOTED else given[:_QUOTED] + "…"
        self.problems.append(Problem(part, review_words(self._lang).problems[name].format(given=shown, **known), given))

    def typed(self, value: Value) -> Typed:
        return Typed(None if self.problems else value, tuple(self.problems))

    def read(self, part: Part, given: str) -> Any:  # noqa: ANN401 - a value of any part
        """The part's value; None where there is a problem too."""
        if not given.strip():
            if part.empty == "refused":
                self.problem(part.name, "required")
            return {"blank": "", "none": ()}.get(part.empty)
        if part.choices:
            return self._choice(part, given)
        if len(given) > _LONGEST:
            self.problem(part.name, "too-long", given)
            return None
        try:
            return part.read(given)
        except NotUnderstood as trouble:
            self.problem(part.name, trouble.problem, given)
            return None

    def _choice(self, part: Part, given: str) -> Any:  # noqa: ANN401 - a code, or whether
        word = given.strip()
        for lang in ("zh", "en"):
            for code, label in options(part, lang):
                if word in (code, label) or word.lower() == label.lower():
                    return part.read(code)
        if part.choices == ("yes", "no"):
            with suppress(NotUnderstood):
                return part.read(given)
        known = [label for code, label in options(part, self._lang) if code]
        self.problem(part.name, "choice", given, known="、".join(known) if self._lang == "zh" else ", ".join(known))
        return None


def _values(field: Field, asked: Asked, parts: Mapping[str, str], told: _Told, kind: Kind) -> dict[str, Any]:
    """Each part's value: as it stands where it was not touched, else as it was typed."""
    known = {part.name for part in field.parts}
    for name in parts.keys() - known:
        told.problem(name, "no-part", name)
    values: dict[str, Any] = {}
    for part in field.parts:
        before = _before(field, part, asked.base)
        shown = default_text(part, kind) if asked.base is None else written(part, before)
        given = parts.get(part.name, shown)
        is_same = asked.base is not None and given == shown
        values[part.name] = before if is_same else told.read(part, given)
    return values


def _before(field: Field, part: Part, base: Value) -> Any:  # noqa: ANN401 - a value of any part
    if base is None:
        return None
    return base if field.model is None else getattr(base, part.name)


def _tie(told: _Told, asked: Asked, values: dict[str, Any], parts: Mapping[str, str]) -> None:
    """What one part says of another: 4节 typed as an amount brings its measure word; only a blank has no name."""
    if asked.field == "quotas" and isinstance(values["amount"], Amount) and "amount" in parts:
        before = getattr(asked.base, "unit", "")
        unit = read_amount(parts["amount"], before)[1] if values["amount"] != getattr(asked.base, "amount", None) else None
        if unit is not None and parts.get("unit", before).strip() in ("", before):
            values["unit"] = unit
    if asked.field == "parties" and values["name"] == "" and not values["blank"]:
        told.problem("name", "required")
    if asked.field in ("term", "regions") and not any(value for name, value in values.items() if name != "starts_on"):
        told.problem(next(iter(values)), "nothing")


def _words(record: Record, asked: Asked, told: _Told) -> Span | None:
    """The words that prove the value: those selected, or those that it has already."""
    if asked.span is None:
        own = getattr(asked.base, "span", None)
        if own is None:
            told.problem(WORDS, "no-span")
        return own if isinstance(own, Span) else None
    start, end = asked.span
    if not 0 <= start < end <= len(record.text) or not record.text[start:end].strip():
        told.problem(WORDS, "span")
        return None
    words = record.text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
    extent = record.documents[asked.document].span
    if start < extent.start or end > extent.end:
        told.problem(WORDS, "outside")
        return None
    return span_of(record, start, end)
