"""A check as one JSON object, for programs: ``docs/checking.md`` says what is in it."""

from __future__ import annotations

import json
from typing import Any

from pipeline.check.acceptances import Acceptance
from pipeline.check.results import FileResult, Outcome, Result, by_severity
from pipeline.check.summary import count_rules
from pipeline.messages import Lang
from pipeline.printable import escaped_json
from schemas.version import VERSION

FORMAT_VERSION = "1"


def written(outcome: Outcome, lang: Lang) -> str:
    """The object, indented, Chinese readable, ended by a newline; nothing in it can steer a terminal."""
    return escaped_json(json.dumps(as_object(outcome, lang), ensure_ascii=False, indent=1)) + "\n"


def as_object(outcome: Outcome, lang: Lang) -> dict[str, Any]:
    """The object."""
    return {
        "format_version": FORMAT_VERSION,
        "jiedui_version": VERSION,
        "files": [_file(file) for file in outcome.files],
        "stale_acceptances": [entry.model_dump(mode="json") for entry in outcome.stale],
        "summary": _summary(outcome, lang),
        "exit_code": outcome.exit_code,
    }


def _file(file: FileResult) -> dict[str, Any]:
    return {
        "path": file.name,
        "record": file.number,
        "source_id": file.source_id,
        "source_name": file.source_name,
        "status": file.status,
        "reason": file.reason,
        "message": file.why,
        "findings": [_finding(result) for result in file.results],
    }


def _finding(result: Result) -> dict[str, Any]:
    finding, first = result.finding, result.places[0] if result.places else None
    spans = [
        span.model_dump(mode="json")
        | {"line": place.line, "column": place.column, "end_line": place.end_line, "end_column": place.end_column}
        for span, place in zip(finding.spans, result.places, strict=True)
    ]
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "subject": finding.subject,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "document": result.title,
        "line": first.line if first else None,
        "column": first.column if first else None,
        "spans": spans,
        "accepted": _accepted(result.accepted),
    }


def _accepted(entry: Acceptance | None) -> dict[str, str] | None:
    return None if entry is None else {"because": entry.because, "date": entry.date}


def _summary(outcome: Outcome, lang: Lang) -> dict[str, Any]:
    unread = sum(not file.is_read for file in outcome.files)
    severities = by_severity(outcome.results())
    return {
        "files": len(outcome.files) - unread,
        "files_not_read": unread,
        "findings": sum(severities.values()),
        "accepted": sum(result.accepted is not None for result in outcome.results()),
        "by_severity": severities,
        "by_rule": [
            {"rule": one.rule, "severity": one.severity, "title": one.title(lang), "findings": one.found, "accepted": one.accepted}
            for one in count_rules(outcome)
        ],
    }
