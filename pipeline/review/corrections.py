"""What a reviewer writes, as a value of the record: of the right shape, in the notation of all values, its words those of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import BaseModel, ValidationError

from extractors.text.calendar import make_date
from extractors.text.edtf import compose
from pipeline.review.entries import SHAPES, Json, plain
from pipeline.review.problems import Code, Problem
from pipeline.review.targets import ITEMS, Field
from schemas.agreement import Copies, Holder, Party
from schemas.record import Record
from schemas.span import Span
from schemas.values import Amount, Date, Duration, Rate

MOST_CHARACTERS = 2000
"""Of a value or a note."""
_PART = re.compile(r"[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")

_BY_REVIEWER = {"via": "review", "confidence": 1.0}


@dataclass(frozen=True, slots=True)
class Correction:
    """The value as JSON, or why it cannot be one."""

    becomes: Json
    problems: tuple[Problem, ...] = ()


def correction_of(target: str, field: Field, becomes: Json, record: Record) -> Correction:
    """A value of ``field`` from the JSON that was sent: days computed, pages filled in, ``via`` review and ``confidence`` 1."""
    try:
        value = SHAPES[field].validate_python(_by_reviewer(becomes) if field in ITEMS or isinstance(becomes, Mapping) else becomes)
    except ValidationError as error:
        return Correction(None, tuple(Problem(target, "shape", _named(one["loc"])) for one in error.errors(include_url=False)))
    troubles = list(_troubles(value, record.text, ()))
    if isinstance(value, str):
        troubles += _of_text(field, value)
    if troubles:
        return Correction(None, tuple(Problem(target, code, _named(where), {"most": MOST_CHARACTERS}) for where, code in troubles))
    return Correction(plain(_completed(value, Pages(record))))


def is_writable(text: str) -> bool:
    """Whether every character of a text can be kept."""
    return _UNWRITABLE.search(text) is None


def _by_reviewer(becomes: Json) -> Json:
    if isinstance(becomes, Mapping) and "span" in becomes and "edtf" not in becomes:
        return {**becomes, **_BY_REVIEWER}
    return becomes


def _named(where: Sequence[object]) -> str | None:
    return ".".join(map(str, where)) or None


def _of_text(field: Field, value: str) -> Iterator[tuple[tuple[str, ...], Code]]:
    if not value.strip():
        yield (), "empty"
    if field == "original_url" and not re.match(r"https?://[^\s/]+", value):
        yield (), "address"


def _troubles(value: Any, text: str, where: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Code]]:  # noqa: ANN401 - any part
    """What is wrong with a value or with a part of it."""
    if isinstance(value, str):
        if not is_writable(value):
            yield where, "characters"
        if len(value) > MOST_CHARACTERS:
            yield where, "too-long"
    elif isinstance(value, Span):
        yield from ((where, code) for code in _of_span(value, text))
    elif isinstance(value, BaseModel):
        yield from ((where + part, code) for part, code in _of_model(value))
        for name in type(value).model_fields:
            yield from _troubles(getattr(value, name), text, (*where, name))
    elif isinstance(value, tuple):
        for at, part in enumerate(value):
            yield from _troubles(part, text, (*where, str(at)))


def _of_span(span: Span, text: str) -> Iterator[Code]:
    if not 0 <= span.start < span.end <= len(text):
        yield "no-words"
    elif text[span.start : span.end] != span.text:
        yield "other-words"


def _of_model(value: BaseModel) -> Iterator[tuple[tuple[str, ...], Code]]:
    if isinstance(value, Amount):
        yield from _of_amount(value)
    elif isinstance(value, Date) and not is_edtf(value.edtf):
        yield ("edtf",), "date"
    elif isinstance(value, Rate | Duration) and _number(value.count) is None:
        yield ("count",), "number"
    elif isinstance(value, Copies | Holder) and (value.total if isinstance(value, Copies) else value.count) < 0:
        yield ("total" if isinstance(value, Copies) else "count",), "number"
    elif isinstance(value, Party) and not value.blank and not value.name.strip():
        yield ("name",), "empty"
    if (times := getattr(value, "times", None)) is not None and _number(times) is None:
        yield ("times",), "number"


def _of_amount(amount: Amount) -> Iterator[tuple[tuple[str, ...], Code]]:
    ends = {name: getattr(amount, name) for name in ("min", "max")}
    numbers = {name: _number(end) for name, end in ends.items() if end is not None}
    for name, number in numbers.items():
        if number is None:
            yield (name,), "number"
    if not numbers:
        yield (), "no-number"
    low, high = numbers.get("min"), numbers.get("max")
    if low is not None and high is not None and low > high:
        yield (), "reversed-numbers"


def _number(text: str) -> Decimal | None:
    """A decimal string's number; None where it is none, or not a plain one."""
    if not re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", text):
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def is_edtf(text: str) -> bool:
    """Whether a text is a date or an interval as :mod:`extractors.text.edtf` writes them, of days that the calendar has."""
    parts = text.split("/")
    return len(parts) <= 2 and all(map(_is_date, parts))


def _is_date(text: str) -> bool:
    if not _PART.fullmatch(text):
        return False
    composed = compose(*text.split("-"))
    return composed is not None and not composed.impossible and composed.edtf == text


class Pages:
    """On which page something stands: a record keeps that of its own values only."""

    def __init__(self, record: Record) -> None:
        """Look at every span of the record once."""
        spans = sorted(_spans(record.documents), key=lambda span: span.start)
        self._spans = [span for span in spans if span.page is not None]
        self._starts = [span.start for span in self._spans]
        self._known = {(span.start, span.end): span for span in self._spans}

    def of(self, span: Span) -> Span:
        """The span with its page, where the values around it are on one page, and with its boxes where a value has the same words."""
        if span.page is not None or not self._spans:
            return span
        if known := self._known.get((span.start, span.end)):
            return known
        at = bisect_right(self._starts, span.start)
        before, after = self._spans[max(0, at - 1)], self._spans[min(at, len(self._spans) - 1)]
        return span.model_copy(update={"page": before.page}) if before.page == after.page else span


def _spans(value: Any) -> Iterator[Span]:  # noqa: ANN401 - any part of a record
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _spans(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part)


def _completed(value: Any, pages: Pages) -> Any:  # noqa: ANN401 - any part of a value
    """The value with what follows from the rest of it."""
    if isinstance(value, Span):
        return pages.of(value)
    if isinstance(value, Date):
        span = pages.of(value.span) if value.span else None
        return make_date(value.edtf, span, value.resolved if value.resolved and is_edtf(value.resolved) else None)
    if isinstance(value, BaseModel):
        return value.model_copy(update={name: _completed(getattr(value, name), pages) for name in type(value).model_fields})
    return tuple(_completed(part, pages) for part in value) if isinstance(value, tuple) else value
