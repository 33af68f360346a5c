"""A check as SARIF 2.1.0 (OASIS), which code hosts and editors show.

Columns and offsets count Unicode code points of the text as read, which for a plain text is the file's own. ``helpUri`` is left out: the
standard wants an absolute address, and the help stands in the log itself.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from extractors.checks.rule import Described
from pipeline.check.pages import rule_text
from pipeline.check.places import Place
from pipeline.check.results import FileResult, Outcome, Result
from pipeline.check.selectors import rule_of
from pipeline.messages import Lang, messages
from pipeline.printable import escaped_json
from schemas.finding import Severity
from schemas.span import Span
from schemas.version import VERSION

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
# what a message's reader would take for an argument
_ARGUMENT = re.compile(r"\{(\d+)\}")
FINGERPRINT = "jiedui/v1"


def written(outcome: Outcome, lang: Lang) -> str:
    """The log, indented, Chinese readable, ended by a newline."""
    return escaped_json(json.dumps(as_log(outcome, lang), ensure_ascii=False, indent=1)) + "\n"


def as_log(outcome: Outcome, lang: Lang) -> dict[str, Any]:
    """The log with its one run."""
    rules = {slug: at for at, slug in enumerate(sorted({result.finding.rule for result in outcome.results()}))}
    addresses: list[dict[str, Any]] = [{"uri": uri_of(file, lang), "index": at} for at, file in enumerate(outcome.files)]
    run = {
        "tool": {"driver": {"name": "jiedui", "version": VERSION, "rules": [_rule(slug, lang) for slug in rules]}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(outcome, addresses)],
        "artifacts": [_artifact(file, address["uri"]) for file, address in zip(outcome.files, addresses, strict=True)],
        "results": [
            _result(result, address, rules[result.finding.rule])
            for file, address in zip(outcome.files, addresses, strict=True)
            for result in file.results
        ],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def uri_of(file: FileResult, lang: Lang) -> str:
    """A file's address, relative to the working directory where it lies in it, else whole; a record's number is its fragment."""
    return _path_uri(file.name, lang) + ("" if file.number is None else f"#{file.number}")


def _path_uri(name: str | None, lang: Lang) -> str:
    if name is None:
        return quote(messages(lang).standard_input)
    try:
        way = PurePath(os.path.relpath(name))
    except ValueError:
        way = PurePath("..")
    if ".." not in way.parts:
        # a colon too: a first name that has one would be taken for a scheme
        return quote(way.as_posix())
    return Path(os.path.abspath(name)).as_uri()  # noqa: PTH100 - links stay as they were given


def _rule(slug: str, lang: Lang) -> dict[str, Any]:
    rule = rule_of(slug)
    if rule is None:
        return {"id": slug}
    return {
        "id": slug,
        "name": "".join(map(str.capitalize, slug.split("-"))),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.summary if lang == "en" else rule.sections["缺陷"]},
        "help": {"text": _help(rule), "markdown": rule_text(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _help(rule: Described) -> str:
    return "\n\n".join(f"{heading}\n{body}" for heading, body in rule.sections.items())


def _artifact(file: FileResult, uri: str) -> dict[str, Any]:
    artifact: dict[str, Any] = {"location": {"uri": uri}, "roles": ["analysisTarget"]}
    if file.media_type is not None:
        artifact["mimeType"] = file.media_type
    if file.source_id is not None and file.is_read:
        artifact["properties"] = {"jiedui/source": file.source_id}
    return artifact


def _result(result: Result, address: dict[str, Any], index: int) -> dict[str, Any]:
    """A result of the file at an address; ``index`` is its rule's place among the rules."""
    finding = result.finding
    locations = [_location(address, span, place) for span, place in zip(finding.spans, result.places, strict=True)]
    out: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(finding.message)},
        "locations": locations[:1] or [{"physicalLocation": {"artifactLocation": address}}],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "suppressions": list(_suppressions(result)),
        "properties": {"subject": finding.subject},
    }
    if locations[1:]:
        out["relatedLocations"] = [{"id": number, **location} for number, location in enumerate(locations[1:], 1)]
    return out


def _suppressions(result: Result) -> Iterable[dict[str, Any]]:
    if result.accepted is not None:
        yield {"kind": "external", "status": "accepted", "justification": result.accepted.because}


def _location(address: dict[str, Any], span: Span, place: Place) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": span.text},
    }
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": address, "region": region}}
    if span.page is not None:
        location["properties"] = {"page": span.page}
    return location


def _invocation(outcome: Outcome, addresses: Sequence[dict[str, Any]]) -> dict[str, Any]:
    notifications = [
        {
            "level": "warning" if file.is_read else "error",
            "message": {"text": _plain(file.why or file.status)},
            "locations": [{"physicalLocation": {"artifactLocation": address}}],
        }
        for file, address in zip(outcome.files, addresses, strict=True)
        if file.status != "read"
    ]
    # the tool ran to its end, whatever it found; a file that was not read is work not done
    done = all(file.is_read for file in outcome.files)
    return {"executionSuccessful": done, "exitCode": outcome.exit_code, "toolExecutionNotifications": notifications}


def _plain(text: str) -> str:
    return _ARGUMENT.sub(r"{{\1}}", text)
