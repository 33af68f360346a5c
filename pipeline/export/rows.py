"""The rows of an export, one after another: tuples in the order of the columns, or whole documents as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from pipeline.export.columns import COLUMNS, Row, Rows, Value
from pipeline.store import tables
from pipeline.store.asking import Asking, findings_asked
from pipeline.store.papers import Key, Paper, papers, rows_of, values_of
from pipeline.store.papers import Row as StoredRow

_OPENING = 200
"""Characters of a document that stand for its words in a table."""
_RECORDS_AT_ONCE = 20
"""Records are held whole, and one may have tens of megabytes."""
_BELOW: Mapping[Rows, sa.Table] = {"quotas": tables.QUOTAS, "funding": tables.FUNDING, "findings": tables.FINDINGS}


def rows_for(connection: sa.Connection, rows: Rows, asking: Asking) -> Iterator[Row]:
    """All rows of a kind. Files without a document come among the documents where an outcome is asked for."""
    if rows == "documents":
        yield from _documents(connection, asking)
    else:
        yield from _items(connection, rows, asking)


def whole_documents(connection: sa.Connection, asking: Asking) -> Iterator[dict[str, Any]]:
    """Every document as its record has it, with its text and where it lies; the offsets are those of the record's text."""
    for some in papers(connection, asking, files=bool(asking.outcomes), at_once=_RECORDS_AT_ONCE):
        records = _records(connection, some)
        for paper in some:
            yield _whole(paper, json.loads(records[paper.reading]) if paper.reading is not None else None)


def _whole(paper: Paper, record: Mapping[str, Any] | None) -> dict[str, Any]:
    document = None if record is None or paper.document is None else record["documents"][paper.document]
    extent = {"start": 0, "end": 0} if document is None else document["span"]
    return {
        "addresses": list(paper.addresses),
        "content": paper.content,
        "outcome": {"status": paper.outcome, "reason": paper.reason, "message": paper.message},
        "source": None if record is None else record["source"],
        "document_number": _number(paper),
        "text": "" if record is None else record["text"][extent["start"] : extent["end"]],
        "document": document,
        "file_findings": [] if record is None else record["findings"],
    }


def _records(connection: sa.Connection, some: Sequence[Paper]) -> dict[int, str]:
    ids = sorted({paper.reading for paper in some if paper.reading is not None})
    asked = sa.select(tables.READINGS.c.id, tables.READINGS.c.record).where(tables.READINGS.c.id.in_(ids))
    return {row.id: row.record for row in connection.execute(asked)}


def _documents(connection: sa.Connection, asking: Asking) -> Iterator[Row]:
    for some in papers(connection, asking, files=bool(asking.outcomes)):
        parties, findings = rows_of(connection, tables.PARTIES, some), rows_of(connection, tables.FINDINGS, some)
        quotas, funding = _counts(connection, tables.QUOTAS, some), _counts(connection, tables.FUNDING, some)
        openings = values_of(connection, sa.func.substr(tables.DOCUMENTS.c.text, 1, _OPENING), some)
        for paper in some:
            values = {
                **_whence(paper),
                **paper.facts,
                "outcome": paper.outcome,
                "reason": paper.message or paper.reason,
                **_sides(parties.get(paper.key, [])),
                **_found([*findings.get(paper.key, []), *(findings.get((paper.reading, None), []) if paper.document is not None else [])]),
                "words": openings.get(paper.key),
            }
            if paper.document is not None:
                values |= {"quotas": quotas.get(paper.key, 0), "funding": funding.get(paper.key, 0)}
            yield _row("documents", values)


def _items(connection: sa.Connection, rows: Rows, asking: Asking) -> Iterator[Row]:
    """The rows below the documents; findings of a file come with its first document, or alone."""
    table = _BELOW[rows]
    conditions = list(findings_asked(asking)) if rows == "findings" else []
    before: int | None = None
    for some in papers(connection, asking, files=rows == "findings"):
        found, parties = rows_of(connection, table, some, *conditions), rows_of(connection, tables.PARTIES, some)
        for paper in some:
            of_file = found.get((paper.reading, None), []) if paper.reading not in {None, before} else []
            own = found.get(paper.key, []) if paper.document is not None else []
            sides = _sides(parties.get(paper.key, []))
            for item in of_file:
                yield _row(rows, {**_whence(paper), **item, "document_number": None, "number": item["number"] + 1})
            for item in own:
                yield _row(rows, {**_whence(paper), **paper.facts, **sides, **item, "number": item["number"] + 1})
            before = paper.reading


def _row(rows: Rows, values: Mapping[str, Value]) -> Row:
    return tuple(values.get(column.key) for column in COLUMNS[rows])


def _whence(paper: Paper) -> dict[str, Value]:
    first, others = (paper.addresses[0], paper.addresses[1:]) if paper.addresses else (None, ())
    return {
        "address": first,
        "other_addresses": "\n".join(others) or None,
        "content": paper.content,
        "document_number": _number(paper),
    }


def _number(paper: Paper) -> int | None:
    """People count from 1."""
    return None if paper.document is None else paper.document + 1


def _sides(parties: Sequence[StoredRow]) -> dict[str, Value]:
    named: dict[str, list[str]] = {"supporters": [], "recipients": [], "other_parties": []}
    both = ("supporters", "recipients")
    into = {"supporter": ("supporters",), "recipient": ("recipients",), "both": both}
    for party in parties:
        for name in into.get(party["side"], ("other_parties",)):
            named[name].append(party["name"])
    return {name: "、".join(names) or None for name, names in named.items()}


def _found(findings: Sequence[StoredRow]) -> dict[str, Value]:
    counts = Counter(finding["severity"] for finding in findings)
    return {
        "errors": counts["error"],
        "warnings": counts["warning"],
        "notes": counts["info"],
        "rules": "；".join(dict.fromkeys(finding["rule"] for finding in findings)) or None,
    }


def _counts(connection: sa.Connection, table: sa.Table, some: Sequence[Paper]) -> dict[Key, int]:
    ids = sorted({paper.reading for paper in some if paper.reading is not None})
    key = (table.c.reading_id, table.c.document)
    asked = sa.select(*key, sa.func.count()).where(table.c.reading_id.in_(ids)).group_by(*key)
    return {(reading, document): count for reading, document, count in connection.execute(asked)}
