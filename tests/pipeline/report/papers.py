"""Stores for the tests of the report, filled by the same functions as those of a run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from pipeline.store import runs
from pipeline.store.seen import Reading, Seen
from pipeline.store.setting import Setting
from pipeline.store.writing import note_sources, store
from schemas.agreement import Document, Funding, Kind, Modality, Party, Side, Signature, Term
from schemas.finding import Finding, Severity
from schemas.record import Record
from schemas.source import Outcome, Reason, Source, Status
from schemas.span import Extent, Span
from schemas.values import Date, Money, Rate
from schemas.version import VERSION

SETTING = Setting(VERSION, names=True, means="m")
_WORDS = Span(start=0, end=1, text="一")


def content(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def party(name: str, side: Side = "supporter", *, blank: bool = False) -> Party:
    return Party(role="甲方", name=name, side=side, blank=blank, span=_WORDS)


def funding(
    low: str | None,
    high: str | None = "=",
    *,
    per: str | None = None,
    count: str = "1",
    for_each: str | None = None,
    total: str | None = None,
    currency: str = "CNY",
    modality: Modality = "duty",
    part_of: bool = False,
    is_total: bool = False,
    in_kind: bool = False,
    approximate: bool = False,
) -> Funding:
    return Funding(
        amount=Money(min=low, max=low if high == "=" else high, currency=currency, approximate=approximate),
        per=Rate(count=count, unit=per, for_each=for_each) if per else None,
        total=Money(min=total, max=total, currency=currency) if total else None,
        modality=modality,
        part_of=part_of,
        is_total=is_total,
        in_kind=in_kind,
        span=_WORDS,
    )


def agreement(
    title: str | None = "结对协议",
    *,
    kind: Kind = "agreement",
    is_template: bool = False,
    signed: str | None = None,
    ends: str | None = None,
    parties: Sequence[Party] = (),
    money: Sequence[Funding] = (),
    findings: Sequence[tuple[str, Severity]] = (),
) -> Document:
    day = Date(edtf=signed, earliest=signed, latest=signed) if signed else None
    end = Date(edtf=ends, earliest=ends, latest=ends) if ends else None
    return Document(
        kind=kind,
        is_template=is_template,
        title=title,
        span=Extent(start=0, end=1),
        parties=tuple(parties),
        term=Term(end=end, span=_WORDS) if end else None,
        signing=(Signature(role="甲方", date=day, span=_WORDS),) if day else (),
        funding=tuple(money),
        findings=tuple(Finding(rule=rule, severity=severity, subject="term", message="…") for rule, severity in findings),
    )


@dataclass
class Archive:
    """A store with a run at work."""

    engine: sa.Engine
    run: str = field(init=False)

    def __post_init__(self) -> None:
        self.begin()

    def begin(self, **request: object) -> None:
        """A new run."""
        self.run = runs.begin(self.engine, request)

    def read(self, address: str, *documents: Document, words: str | None = None, seconds: float = 0.5) -> str:
        """A file is read; its content is made of ``words``, else of its address."""
        return self._store(address, "read", words=words, documents=documents, seconds=seconds)

    def review(self, address: str, message: str, *documents: Document) -> str:
        """A file is read, not without doubt."""
        return self._store(address, "needs-review", message=message, documents=documents)

    def unreadable(self, address: str, reason: Reason, message: str | None = None, words: str | None = None) -> str:
        """A file cannot be read."""
        return self._store(address, "unreadable", reason, message, words=words)

    def fail(self, address: str, error: str, *, times: int = 1) -> str:
        """The program fails on a file."""
        for _ in range(times):
            digest = self._store(address, "failed", None, error)
        return digest

    def see(self, address: str, words: str | None = None) -> None:
        """A file is seen that needs no reading, or that another run reads."""
        note_sources(self.engine, self.run, [Seen(address, content(words or address), 1)])

    def lose(self, address: str, reason: str, message: str) -> None:
        """A file's bytes cannot be had."""
        note_sources(self.engine, self.run, [Seen(address, None, None, None, reason, message)])

    def _store(
        self,
        address: str,
        status: Status,
        reason: Reason | None = None,
        message: str | None = None,
        *,
        words: str | None = None,
        documents: tuple[Document, ...] = (),
        seconds: float = 0.5,
    ) -> str:
        digest = content(words or address)
        record = Record(
            source=Source(id=f"sha256:{digest}", extractor_version=VERSION),
            outcome=Outcome(status=status, reason=reason, message=message),
            text="一",
            documents=documents,
        )
        reading = Reading(Seen(address, digest, 1), record.model_dump_json().encode(), status, reason, message, seconds)
        store(self.engine, self.run, [reading], SETTING)
        return digest

    def link(self, one: str, other: str, alike: float = 0.9) -> None:
        """Two contents are nearly the same."""
        first, second = sorted((one, other))
        row: dict[str, Any] = {"one": first, "other": second, "kind": "near-duplicate", "alike": alike}
        with self.engine.begin() as connection:
            connection.execute(sa.text("INSERT INTO links (one, other, kind, alike) VALUES (:one, :other, :kind, :alike)"), row)
