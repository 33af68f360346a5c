"""What is found, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from pipeline.printable import escaped_json
from pipeline.query.listed import Found
from pipeline.store.history import History
from pipeline.store.papers import Row

_PARTY = ("role", "name", "side", "blank")
_FINDING = ("rule", "severity", "subject", "message", "fingerprint", "words", "page")
_FACTS = ("kind", "title", "is_template", "dated", "signed", "published", "outlet", "term_start", "term_end", "copies")


def line_of(found: Found) -> str:
    """A paper as one line of JSON; ``document_number`` counts the documents of its file from 1."""
    paper = found.paper
    told = {
        "addresses": list(paper.addresses),
        "content": paper.content,
        "extractor_version": paper.version,
        "outcome": {"status": paper.outcome, "reason": paper.reason, "message": paper.message},
        "document_number": None if paper.document is None else paper.document + 1,
        **{name: paper.facts.get(name) for name in _FACTS},
        "parties": [_party(party) for party in found.parties],
        "findings": [{name: finding[name] for name in _FINDING} for finding in found.findings],
    }
    return as_line(told)


def history_line(history: History) -> str:
    """A source's history as one line of JSON."""
    return as_line(asdict(history))


def as_line(told: Mapping[str, Any]) -> str:
    """JSON on one line, in which nothing can steer a terminal."""
    return escaped_json(json.dumps(told, ensure_ascii=False, default=_spelt))


def instant(time: datetime) -> datetime:
    """The time with its zone: SQLite keeps none, and the store writes UTC."""
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time


def _party(party: Row) -> dict[str, Any]:
    return {name: party[name] for name in _PARTY} | {"aliases": party["aliases"].split("\n") if party["aliases"] else []}


def _spelt(value: object) -> str:
    """A time in ISO 8601, in UTC."""
    if isinstance(value, datetime):
        return instant(value).astimezone(UTC).isoformat()
    raise TypeError(value)
