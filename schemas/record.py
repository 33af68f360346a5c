"""The record: what is written for every input file."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import SerializerFunctionWrapHandler, model_serializer

from schemas.agreement import Document
from schemas.finding import Finding
from schemas.review import Review
from schemas.source import Outcome, Source
from schemas.span import Frozen

SCHEMA_VERSION: Literal["1"] = "1"


class Record(Frozen):
    """One input file, read: its text as it stands in the source and the documents found in it.

    ``review`` says what reviewers have made of it; it is left out where nobody has.
    """

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: Source
    outcome: Outcome
    text: str
    documents: tuple[Document, ...] = ()
    findings: tuple[Finding, ...] = ()
    review: Review | None = None

    @model_serializer(mode="wrap")
    def _without_review(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        out: dict[str, Any] = handler(self)
        if self.review is None:
            out.pop("review", None)
        return out
