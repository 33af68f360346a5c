"""Papers with findings made by hand, so that these tests hold whatever the rules find."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractors.checks.fingerprint import fingerprint
from pipeline.json_output import pretty
from schemas.agreement import Document
from schemas.finding import Finding, Severity
from schemas.record import Record
from schemas.span import Extent, Span
from tests.pipeline.make_record import record

TEXT = "结对帮扶协议书\n甲方：南浦中学\n乙方：北岭中学\n一、甲方每学期送课不少于4节。\n二、本协议一式三份，双方各执一份。\n"
"""A paper whose copies do not add up."""


def finding(
    *words: str,
    text: str = TEXT,
    rule: str = "copies-mismatch",
    severity: Severity = "error",
    subject: str = "copies",
    message: str = "协议一式3份，各方执存合计2份",
) -> Finding:
    """A finding of those words, each at its first place."""
    spans = tuple(Span(start=text.index(one), end=text.index(one) + len(one), text=one) for one in words)
    mark = fingerprint(rule, subject, words)
    return Finding(rule=rule, severity=severity, subject=subject, message=message, spans=spans, fingerprint=mark)


MISMATCH = finding("一式三份，双方各执一份")
MISSING = finding("结对帮扶协议书", "南浦中学", "北岭中学", rule="missing-copies", severity="warning", message="没有写明份数")


def paper(findings: Sequence[Finding] = (MISMATCH,), *, text: str = TEXT, name: str = "a.txt", about: Sequence[Finding] = ()) -> Record:
    """A record with findings of its one document, and ``about`` the file."""
    extent = Extent(start=0, end=len(text))
    document = Document(kind="agreement", is_template=False, title="协议", span=extent, findings=tuple(findings))
    return record(text, name, (document,)).model_copy(update={"findings": tuple(about)})


def put(path: Path, made: Record | None = None) -> Path:
    """A written record."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pretty(made or paper()))
    return path
