"""Stores filled by hand: what the extractors make of a text is tested elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from pipeline.json_output import line
from pipeline.store import runs
from pipeline.store.place import address_of, engine_of
from pipeline.store.seen import Reading, Seen
from pipeline.store.setting import Setting
from pipeline.store.tables import SOURCES
from pipeline.store.upgrade import ready
from pipeline.store.writing import note_sources, store
from schemas.agreement import Document, Kind, Party, Signature, Term
from schemas.finding import Finding, Severity
from schemas.record import Record
from schemas.source import Outcome, Source
from schemas.span import Extent, Span
from schemas.values import Date

SETTING = Setting("1.0", names=True, means="m")


def opened(address: str | Path) -> sa.Engine:
    """A new store."""
    return ready(engine_of(address_of(str(address))))


def span(text: str = "字", page: int | None = None) -> Span:
    return Span(start=0, end=len(text), text=text, page=page)


def day(text: str) -> Date:
    return Date(edtf=text, earliest=text, latest=text)


def party(name: str, side: str = "supporter", *, role: str = "甲方", aliases: Sequence[str] = ()) -> Party:
    return Party.model_validate({"role": role, "name": name, "side": side, "aliases": tuple(aliases), "span": span(name)}, strict=False)


def finding(rule: str, severity: Severity = "warning", message: str = "有缺陷") -> Finding:
    return Finding(rule=rule, severity=severity, subject="甲方", message=message, spans=(span("处", 3),), fingerprint="f" * 16)


def document(
    title: str | None = "协议",
    *,
    kind: Kind = "agreement",
    parties: Sequence[Party] = (),
    signed: str | None = None,
    term: tuple[str | None, str | None] | None = None,
    findings: Sequence[Finding] = (),
) -> Document:
    ends = (None, None) if term is None else tuple(None if one is None else day(one) for one in term)
    return Document(
        kind=kind,
        is_template=False,
        title=title,
        span=Extent(start=0, end=0),
        parties=tuple(parties),
        signing=() if signed is None else (Signature(role="甲方", date=day(signed), span=span()),),
        term=None if term is None else Term(start=ends[0], end=ends[1], span=span()),
        findings=tuple(findings),
    )


def record(*documents: Document, text: str = "正文", findings: Sequence[Finding] = (), outcome: Outcome | None = None) -> Record:
    """A record in which every document has the whole text."""
    whole = tuple(one.model_copy(update={"span": Extent(start=0, end=len(text))}) for one in documents)
    source = Source(id="sha256:0", extractor_version="1.0")
    return Record(source=source, outcome=outcome or Outcome(status="read"), text=text, documents=whole, findings=tuple(findings))


def put(engine: sa.Engine, papers: Mapping[str, Record], *, contents: Mapping[str, str] | None = None, version: str = "1.0") -> None:
    """Let a run read each record at its address; its content is the record itself, unless ``contents`` say otherwise."""
    run = runs.begin(engine, {})
    readings = []
    for address, one in papers.items():
        content = hashlib.sha256((contents or {}).get(address, one.model_dump_json()).encode()).hexdigest()
        outcome = one.outcome
        readings.append(Reading(Seen(address, content), line(one), outcome.status, outcome.reason, outcome.message, 0.1))
    # one after another, so that the store numbers them in this order
    for reading in readings:
        store(engine, run, [reading], replace(SETTING, version=version))


def lose(engine: sa.Engine, address: str) -> None:
    """Let a run find that a source cannot be had."""
    note_sources(engine, runs.begin(engine, {}), [Seen(address, None, reason="no-permission", message="没有读取权限。")])


def forget(engine: sa.Engine, address: str) -> None:
    """Let a source be of no content: what was read there is held by none."""
    with engine.begin() as connection:
        connection.execute(SOURCES.delete().where(SOURCES.c.address == address))
