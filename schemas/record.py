"""The record: what is written for every input file."""

from __future__ import annotations

from typing import Literal

from schemas.agreement import Document
from schemas.finding import Finding
from schemas.source import Outcome, Source
from schemas.span import Frozen

SCHEMA_VERSION: Literal["1"] = "1"


class Record(Frozen):
    """One input file, read: its text as it stands in the source and the documents found in it."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    source: Source
    outcome: Outcome
    text: str
    documents: tuple[Document, ...] = ()
    findings: tuple[Finding, ...] = ()
