"""What is asked of a store, as queries: the documents, the files that hold none, and those that were never read.

Several values of one thing: any of them; different things: all. A name and a side are asked of the same party, a rule and a severity of the
same finding. Only what a source still holds is found: rows in ``documents`` are those of current readings (:mod:`pipeline.store.tables`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from pipeline.check.results import RANKS
from pipeline.store.known import MOST_ATTEMPTS
from pipeline.store.spellings import pattern_of
from pipeline.store.tables import DOCUMENTS, FAILURES, FINDINGS, PARTIES, READINGS, RUNS, SOURCES
from schemas.agreement import Kind, Side
from schemas.finding import Severity

Outcome = Literal["read", "needs-review", "unreadable", "failed", "quarantined"]
_Yes = sa.ColumnElement[bool]
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Asking:
    """Days are ISO 8601, both ends included; ``rules`` are slugs, ``severity`` means that one and worse.

    ``sides`` supporter and recipient each take in who is both. ``live_on`` finds terms whose first and last day are both stated.
    """

    parties: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    kinds: tuple[Kind, ...] = ()
    rules: frozenset[str] = frozenset()
    severity: Severity | None = None
    outcomes: tuple[Outcome, ...] = ()
    dated_from: str | None = None
    dated_to: str | None = None
    live_on: str | None = None
    expires_from: str | None = None
    expires_to: str | None = None
    texts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def of_documents(self) -> bool:
        """Whether only a document can be what is asked for."""
        days = (self.dated_from, self.dated_to, self.live_on, self.expires_from, self.expires_to)
        return bool(self.parties or self.sides or self.kinds or self.texts) or any(day is not None for day in days)

    @property
    def of_findings(self) -> bool:
        """Whether findings are asked for."""
        return bool(self.rules) or self.severity is not None


def documents_asked(asking: Asking, *columns: sa.ColumnElement[Any], newest_first: bool = False) -> sa.Select[Any]:
    """``columns`` of the documents and their readings, in the order of the store, or by their days from the last one."""
    mine = DOCUMENTS.c
    conditions = [_has_source(asking, READINGS.c.content), *_document_conditions(asking)]
    if asking.outcomes:
        conditions.append(READINGS.c.status.in_(asking.outcomes))
    if asking.of_findings:
        about = sa.or_(FINDINGS.c.document == mine.document, FINDINGS.c.document.is_(None))
        conditions.append(sa.exists().where(FINDINGS.c.reading_id == mine.reading_id, about, *findings_asked(asking)))
    asked = sa.select(*columns).select_from(DOCUMENTS.join(READINGS, READINGS.c.id == mine.reading_id)).where(*conditions)
    first = (mine.dated.desc().nulls_last(),) if newest_first else ()
    return asked.order_by(*first, mine.reading_id, mine.document)


def files_asked(asking: Asking, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """``columns`` of the current readings in which no document was found, or that could not be read."""
    conditions = [
        READINGS.c.is_current.is_(True),
        ~sa.exists().where(DOCUMENTS.c.reading_id == READINGS.c.id),
        _has_source(asking, READINGS.c.content),
    ]
    if asking.outcomes:
        conditions.append(READINGS.c.status.in_(asking.outcomes))
    if asking.of_findings:
        conditions.append(sa.exists().where(FINDINGS.c.reading_id == READINGS.c.id, *findings_asked(asking)))
    return sa.select(*columns).where(*conditions).order_by(READINGS.c.content)


def failures_asked(asking: Asking, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """``columns`` of the contents on which the program failed the last time that it read them."""
    run, other, other_run = RUNS.alias(), FAILURES.alias(), RUNS.alias()
    later = sa.exists().where(other.c.content == FAILURES.c.content, other_run.c.id == other.c.run_id, other_run.c.started > run.c.started)
    read_since = sa.exists().where(
        READINGS.c.content == FAILURES.c.content, READINGS.c.is_current.is_(True), READINGS.c.read >= run.c.started
    )
    conditions = [~later, ~read_since, _has_source(asking, FAILURES.c.content)]
    if asking.outcomes:
        quarantined = FAILURES.c.attempts >= MOST_ATTEMPTS
        wanted = [is_one for name, is_one in (("failed", ~quarantined), ("quarantined", quarantined)) if name in asking.outcomes]
        conditions.append(sa.or_(sa.false(), *wanted))
    joined = FAILURES.join(run, run.c.id == FAILURES.c.run_id)
    return sa.select(*columns).select_from(joined).where(*conditions).order_by(FAILURES.c.content)


def unfetched_asked(asking: Asking, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """``columns`` of the sources whose bytes could not be had."""
    conditions = [SOURCES.c.content.is_(None), *_address_conditions(asking)]
    if asking.outcomes and "unreadable" not in asking.outcomes:
        conditions.append(sa.false())
    return sa.select(*columns).where(*conditions).order_by(SOURCES.c.address)


def findings_asked(asking: Asking) -> Iterator[_Yes]:
    """What a finding that is asked for is like."""
    if asking.rules:
        yield FINDINGS.c.rule.in_(sorted(asking.rules))
    if asking.severity is not None:
        yield FINDINGS.c.severity.in_([each for each in _SEVERITIES if RANKS[each] >= RANKS[asking.severity]])


def _document_conditions(asking: Asking) -> Iterator[_Yes]:
    mine = DOCUMENTS.c
    if asking.kinds:
        yield mine.kind.in_(asking.kinds)
    if asking.parties or asking.sides:
        yield sa.exists().where(PARTIES.c.reading_id == mine.reading_id, PARTIES.c.document == mine.document, *_party_conditions(asking))
    bounds = (
        (asking.dated_from, mine.dated.__ge__),
        (asking.dated_to, mine.dated.__le__),
        (asking.live_on, mine.term_start.__le__),
        (asking.live_on, mine.term_end.__ge__),
        (asking.expires_from, mine.term_end.__ge__),
        (asking.expires_to, mine.term_end.__le__),
    )
    for day, holds in bounds:
        if day is not None:
            yield holds(day)
    # last, for it takes the longest
    if asking.texts:
        yield sa.or_(*(mine.text.regexp_match(pattern_of(text)) for text in asking.texts))


def _party_conditions(asking: Asking) -> Iterator[_Yes]:
    if asking.sides:
        yield PARTIES.c.side.in_(sorted({*asking.sides, "both"} if {"supporter", "recipient"} & set(asking.sides) else asking.sides))
    if asking.parties:
        patterns = [pattern_of(party, across_lines=False) for party in asking.parties]
        yield sa.or_(*(column.regexp_match(pattern) for pattern in patterns for column in (PARTIES.c.name, PARTIES.c.aliases)))


def _has_source(asking: Asking, content: sa.ColumnElement[str]) -> _Yes:
    return sa.exists().where(SOURCES.c.content == content, *_address_conditions(asking))


def _address_conditions(asking: Asking) -> Sequence[_Yes]:
    parts = [SOURCES.c.address.icontains(part, autoescape=True) for part in asking.sources]
    return [sa.or_(*parts)] if parts else []
