"""What the page sends: the shapes of its requests."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline.review.decision import Action
from pipeline.review.targets import Field as FieldName
from pipeline.review.web.site import LARGEST
from schemas.agreement import Kind
from schemas.finding import Severity
from schemas.review import RecordState

Number = Annotated[int, Field(ge=0, le=LARGEST)]
Target = Annotated[str, Field(max_length=200)]
Note = Annotated[str | None, Field(max_length=4000)]
Parts = dict[Annotated[str, Field(max_length=60)], Annotated[str, Field(max_length=10_000)]]


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid")


class DecisionSent(_Sent):
    """``parts`` are what was typed, ``span`` the words that were selected; ``becomes`` is the outcome that settles a conflict."""

    action: Action
    target: Target | None = None
    field: FieldName | Literal[""] | None = None
    document: Number | None = None
    parts: Parts | None = None
    span: tuple[Number, Number] | None = None
    note: Note = None
    becomes: dict[str, Any] | None = None


class DecisionsSent(_Sent):
    """``seen`` is the last row of the log that the page knows."""

    seen: Number = 0
    decisions: Annotated[list[DecisionSent], Field(min_length=1, max_length=500)]


class TypedSent(_Sent):
    """What stands in a form now; without ``parts``, what is to be made of the selected words."""

    field: FieldName
    document: Number
    parts: Parts | None = None
    span: tuple[Number, Number] | None = None
    target: Target | None = None


class NameSent(_Sent):
    """Who decides."""

    name: Annotated[str, Field(max_length=1000)]


class FilterSent(_Sent):
    """A filter of the queue."""

    state: RecordState | None = None
    kind: Kind | None = None
    rule: Annotated[str | None, Field(max_length=64)] = None
    severity: Severity | None = None
    source: Annotated[str | None, Field(max_length=400)] = None
    text: Annotated[str | None, Field(max_length=200)] = None
    confidence: Annotated[float | None, Field(ge=0, le=1)] = None


class BulkSent(_Sent):
    """One decision on a rule's findings, in all records that the filter finds."""

    rule: Annotated[str, Field(max_length=64)]
    action: Literal["confirm", "dismiss"]
    note: Note = None
    filter: FilterSent = FilterSent()


class BundleSent(_Sent):
    """What is undone together."""

    bundle: Annotated[str, Field(max_length=36)]


class Nothing(_Sent):
    """An empty object."""
