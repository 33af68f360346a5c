"""A record's JSON as rows of the tables.

The JSON is taken as it is, not parsed into models again: it was written from them a moment ago, and the process that stores is one, while
those that read are many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from pipeline.store.tables import DOCUMENTS, FINDINGS, FUNDING, PARTIES, QUOTAS

Json = Mapping[str, Any]
Row = dict[str, Any]
BELOW = (FINDINGS, FUNDING, QUOTAS, PARTIES, DOCUMENTS)
"""The tables that hold the current readings, in the order in which they are emptied."""


@dataclass(slots=True)
class Rows:
    """What is to be inserted into each table."""

    tables: dict[sa.Table, list[Row]] = field(default_factory=lambda: {table: [] for table in reversed(BELOW)})

    def add(self, reading: int, record: Json) -> None:
        """The rows of one reading."""
        for number, document in enumerate(record["documents"]):
            key = {"reading_id": reading, "document": number}
            self.tables[DOCUMENTS].append(key | _document(document, record["text"]))
            self.tables[PARTIES] += _numbered(key, map(_party, document["parties"]))
            self.tables[QUOTAS] += _numbered(key, map(_quota, document["quotas"]))
            self.tables[FUNDING] += _numbered(key, map(_funding, document["funding"]))
        self.tables[FINDINGS] += _numbered({"reading_id": reading}, _findings(record))


def main_day(document: Json) -> str | None:
    """The day by which a paper is known: signed or published, else the first of its term."""
    return _signed(document) or _published(document) or _day(_of(document["term"], "start"), "earliest")


def _numbered(key: Row, items: Iterator[Row]) -> Iterator[Row]:
    return (key | {"number": number} | item for number, item in enumerate(items))


def _document(document: Json, text: str) -> Row:
    regions, span = document["regions"] or {}, document["span"]
    return {
        "kind": document["kind"],
        "title": document["title"],
        "is_template": document["is_template"],
        "dated": main_day(document),
        "signed": _signed(document),
        "published": _published(document),
        "outlet": _of(document["press"], "outlet"),
        "term_start": _day(_of(document["term"], "start"), "earliest"),
        "term_end": _day(_of(document["term"], "end"), "latest"),
        "copies": _of(document["copies"], "total"),
        "supporter_regions": "、".join(regions.get("supporter", ())) or None,
        "recipient_regions": "、".join(regions.get("recipient", ())) or None,
        "text": text[span["start"] : span["end"]],
    }


def _party(party: Json) -> Row:
    return {
        **{name: party[name] for name in ("role", "name", "side", "blank")},
        "aliases": "\n".join(party["aliases"]) or None,
        **_place(party),
    }


def _quota(quota: Json) -> Row:
    plain = ("unit", "what", "each", "actor", "target", "modality", "clause")
    return {**_amount(quota), **{name: quota[name] for name in plain}, **_place(quota)}


def _funding(item: Json) -> Row:
    plain = ("times", "payer", "payee", "purpose", "modality", "in_kind", "part_of", "is_total", "clause")
    return {
        **_amount(item),
        "currency": item["amount"]["currency"],
        "total_min": _of(item["total"], "min"),
        "total_max": _of(item["total"], "max"),
        **{name: item[name] for name in plain},
        **_place(item),
    }


def _findings(record: Json) -> Iterator[Row]:
    """The file's findings, then the documents'."""
    plain = ("rule", "severity", "subject", "message", "fingerprint")
    listed: list[tuple[int | None, Any]] = [(None, record["findings"])]
    listed += [(number, document["findings"]) for number, document in enumerate(record["documents"])]
    for number, findings in listed:
        for finding in findings:
            first = finding["spans"][0] if finding["spans"] else {}
            span = {"words": first.get("text"), **{name: first.get(name) for name in ("start", "end", "page")}}
            yield {"document": number, **{name: finding[name] for name in plain}, **span}


def _amount(item: Json) -> Row:
    amount, per = item["amount"], item["per"] or {}
    return {
        "min": amount["min"],
        "max": amount["max"],
        "approximate": amount["approximate"],
        "per_count": per.get("count"),
        "per_unit": per.get("unit"),
        "for_each": per.get("for_each"),
    }


def _place(item: Json) -> Row:
    span = item["span"]
    return {
        "words": span["text"],
        "start": span["start"],
        "end": span["end"],
        "page": span.get("page"),
        "confidence": item["confidence"],
    }


def _of(part: Json | None, name: str) -> Any:  # noqa: ANN401 - whatever the record holds there
    return None if part is None else part[name]


def _day(date: Json | None, end: str) -> str | None:
    """The first or last day of a date whose year is known: 20__年 is no day by which a paper could be looked for."""
    if date is None:
        return None
    first, _, last = date["edtf"].partition("/")
    year = (first if end == "earliest" else last or first).lstrip("-").partition("-")[0]
    return None if "X" in year else date[end]


def _signed(document: Json) -> str | None:
    """The last day on which a party signed."""
    days = [day for signature in document["signing"] if (day := _day(signature["date"], "latest"))]
    return max(days, default=None)


def _published(document: Json) -> str | None:
    return _day(_of(document["press"], "published"), "earliest")
