"""The queue of records to be reviewed: filters, counts and pages of it, asked of the store in a few queries whatever its size.

A record is the current reading of a content that some source still holds; its number is that of the reading. What could not be read is
not in the queue: there is nothing to decide.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import sqlalchemy as sa

from pipeline.store.review_tables import REVIEW_STATES
from pipeline.store.spellings import pattern_of
from pipeline.store.tables import DOCUMENTS, FINDINGS, FUNDING, PARTIES, QUOTAS, READINGS, SOURCES
from schemas.agreement import Kind
from schemas.finding import Severity
from schemas.review import RecordState

Order = Literal["findings", "confidence", "name", "new"]
"""Most errors first; least sure first; by address; last read first."""
ORDERS: tuple[Order, ...] = get_args(Order)
STATES: tuple[RecordState, ...] = get_args(RecordState)
MOST_ROWS = 200
_READABLE = ("read", "needs-review")
_WEIGHTS: Mapping[Severity, int] = {"error": 1_000_000, "warning": 1_000, "info": 1}
"""One error before any number of warnings that a paper can have."""
_SURE = 2.0
"""The confidence of a record without values, by which it comes last."""
_Columns = Sequence[sa.ColumnElement[Any]]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which records; None does not choose. ``rule`` and ``severity`` are asked of the same finding.

    ``source`` is a part of the address, ``text`` words of a document, ``confidence`` what some value lies below.
    """

    state: RecordState | None = None
    kind: Kind | None = None
    rule: str | None = None
    severity: Severity | None = None
    source: str | None = None
    text: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A record in the queue. ``decided`` of ``decisive`` are None where nobody has looked at it yet."""

    number: int
    content: str
    name: str
    address: str
    kind: Kind | None
    title: str | None
    parties: tuple[str, ...]
    documents: int
    status: str
    state: RecordState
    decided: int | None
    decisive: int | None
    findings: Mapping[Severity, int]
    confidence: float | None
    by: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows; ``next`` is where the following ones begin, ``total`` how many the filter finds."""

    rows: tuple[Row, ...]
    total: int
    counts: Mapping[str, Mapping[str, int]]
    next: str | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The records before and after one in the queue, as it is now; ``position`` counts from 1, None where it is no more in it."""

    previous: int | None
    next: int | None
    position: int | None
    total: int


class BadCursor(ValueError):  # noqa: N818 - it names what it is
    """A cursor that this program has not made."""


def page(connection: sa.Connection, wanted: Filter, order: Order = "findings", after: str | None = None, limit: int = 50) -> Page:
    """A page of the queue. Raises :class:`BadCursor`."""
    sorting = _Sorting.of(order)
    asked = _records(wanted, *sorting.columns).order_by(*sorting.order())
    if after is not None:
        asked = asked.where(sorting.behind(*_cursor(after, order)))
    found = connection.execute(asked.limit(min(max(limit, 1), MOST_ROWS) + 1)).all()
    shown = found[: min(max(limit, 1), MOST_ROWS)]
    is_more = len(found) > len(shown)
    last = shown[-1] if is_more else None
    counts = _counts(connection, wanted)
    total = counts.pop("total")[""]
    return Page(tuple(_rows(connection, shown)), total, counts, None if last is None else _told(order, last.key, last.id))


def neighbours(connection: sa.Connection, wanted: Filter, order: Order, number: int) -> Neighbours:
    """What stands around a record, whether or not the filter still finds it: a decision may just have taken it out."""
    sorting = _Sorting.of(order)
    here = connection.execute(_records(Filter(), *sorting.columns).where(READINGS.c.id == number)).one_or_none()
    if here is None:
        return Neighbours(None, None, None, 0)
    behind, before = sorting.behind(here.key, here.id), sorting.before(here.key, here.id)
    after = connection.scalar(_records(wanted, READINGS.c.id).where(behind).order_by(*sorting.order()).limit(1))
    earlier = connection.scalar(_records(wanted, READINGS.c.id).where(before).order_by(*sorting.order(backwards=True)).limit(1))
    some = _records(wanted, READINGS.c.id.label("id"), before.label("is_before")).subquery()
    total, ahead, is_there = connection.execute(
        sa.select(sa.func.count(), sa.func.sum(sa.cast(some.c.is_before, sa.Integer)), sa.func.max(sa.case((some.c.id == number, 1))))
        .select_from(some)
    ).one()  # fmt: skip
    return Neighbours(earlier, after, int(ahead or 0) + 1 if is_there else None, total)


def numbers(connection: sa.Connection, wanted: Filter) -> list[int]:
    """All records that the filter finds, in order of their numbers."""
    return list(connection.scalars(_records(wanted, READINGS.c.id).order_by(READINGS.c.id)))


@dataclass(frozen=True, slots=True)
class _Sorting:
    """An order: by ``key``, then by number."""

    key: sa.ColumnElement[Any]
    is_descending: bool

    @classmethod
    def of(cls, order: Order) -> _Sorting:
        if order == "findings":
            return cls(_weight(), is_descending=True)
        if order == "confidence":
            return cls(sa.func.coalesce(_lowest(), _SURE), is_descending=False)
        if order == "name":
            return cls(_address(), is_descending=False)
        return cls(READINGS.c.id, is_descending=True)

    @property
    def columns(self) -> _Columns:
        return (READINGS.c.id, READINGS.c.content, READINGS.c.status, _state().label("state"), self.key.label("key"))

    def order(self, *, backwards: bool = False) -> _Columns:
        number = READINGS.c.id
        return (
            self.key.desc() if self.is_descending != backwards else self.key.asc(),
            number.desc() if backwards else number.asc(),
        )

    def behind(self, key: Any, number: int) -> sa.ColumnElement[bool]:  # noqa: ANN401 - whatever is sorted by
        further = self.key < key if self.is_descending else self.key > key
        return sa.or_(further, sa.and_(self.key == key, READINGS.c.id > number))

    def before(self, key: Any, number: int) -> sa.ColumnElement[bool]:  # noqa: ANN401 - the same
        further = self.key > key if self.is_descending else self.key < key
        return sa.or_(further, sa.and_(self.key == key, READINGS.c.id < number))


def _records(wanted: Filter, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    joined = READINGS.outerjoin(REVIEW_STATES, REVIEW_STATES.c.content == READINGS.c.content)
    conditions = [*_conditions(wanted)]
    if wanted.state is not None:
        conditions.append(_state() == wanted.state)
    if wanted.kind is not None:
        conditions.append(_of_kind(wanted))
    if wanted.rule is not None or wanted.severity is not None:
        conditions.append(_with_finding(wanted))
    return sa.select(*columns).select_from(joined).where(*conditions)


def _conditions(wanted: Filter) -> Iterator[sa.ColumnElement[bool]]:
    """Those that are not counted by their values; what takes longest comes last."""
    yield READINGS.c.is_current.is_(True)
    yield READINGS.c.status.in_(_READABLE)
    of_source = [SOURCES.c.address.icontains(wanted.source, autoescape=True)] if wanted.source else []
    yield sa.exists().where(SOURCES.c.content == READINGS.c.content, *of_source)
    if wanted.confidence is not None:
        yield sa.or_(
            *(
                sa.exists().where(table.c.reading_id == READINGS.c.id, table.c.confidence < wanted.confidence)
                for table in (QUOTAS, FUNDING, PARTIES)
            )
        )
    if wanted.text and (pattern := pattern_of(wanted.text)):
        yield sa.exists().where(DOCUMENTS.c.reading_id == READINGS.c.id, DOCUMENTS.c.text.regexp_match(pattern))


def _state() -> sa.ColumnElement[Any]:
    return sa.func.coalesce(REVIEW_STATES.c.state, "open")


def _of_kind(wanted: Filter) -> sa.ColumnElement[bool]:
    return sa.exists().where(DOCUMENTS.c.reading_id == READINGS.c.id, DOCUMENTS.c.kind == wanted.kind)


def _with_finding(wanted: Filter) -> sa.ColumnElement[bool]:
    return sa.exists().where(FINDINGS.c.reading_id == READINGS.c.id, *_finding(wanted, rule=True, severity=True))


def _finding(wanted: Filter, *, rule: bool, severity: bool) -> Iterator[sa.ColumnElement[bool]]:
    if rule and wanted.rule is not None:
        yield FINDINGS.c.rule == wanted.rule
    if severity and wanted.severity is not None:
        yield FINDINGS.c.severity == wanted.severity


def _weight() -> sa.ColumnElement[int]:
    """How much has been found in a record."""
    weight = sa.case(_WEIGHTS, value=FINDINGS.c.severity, else_=0)
    found = sa.select(sa.func.sum(weight)).where(FINDINGS.c.reading_id == READINGS.c.id).correlate(READINGS).scalar_subquery()
    return sa.func.coalesce(found, 0)


def _lowest() -> sa.ColumnElement[float]:
    """The least confidence of a record's values."""
    found = [sa.func.coalesce(_least(table), _SURE) for table in (QUOTAS, FUNDING, PARTIES)]
    smaller = sa.case((found[0] < found[1], found[0]), else_=found[1])
    return sa.case((smaller < found[2], smaller), else_=found[2])


def _least(table: sa.Table) -> sa.ScalarSelect[float]:
    return sa.select(sa.func.min(table.c.confidence)).where(table.c.reading_id == READINGS.c.id).correlate(READINGS).scalar_subquery()


def _address() -> sa.ColumnElement[str]:
    """The first of a content's addresses."""
    return sa.select(sa.func.min(SOURCES.c.address)).where(SOURCES.c.content == READINGS.c.content).correlate(READINGS).scalar_subquery()


def _counts(connection: sa.Connection, wanted: Filter) -> dict[str, dict[str, int]]:
    """How many records each value of a filter would find, all other filters standing as they are; and the total. In one query."""
    some = (
        sa.select(
            READINGS.c.id.label("id"),
            _state().label("state"),
            (sa.true() if wanted.kind is None else _of_kind(wanted)).label("of_kind"),
        )
        .select_from(READINGS.outerjoin(REVIEW_STATES, REVIEW_STATES.c.content == READINGS.c.content))
        .where(*_conditions(wanted))
        .cte("some")
    )
    of_state = sa.true() if wanted.state is None else some.c.state == wanted.state
    is_asked = wanted.rule is not None or wanted.severity is not None
    found = sa.exists().where(FINDINGS.c.reading_id == some.c.id, *_finding(wanted, rule=True, severity=True)) if is_asked else sa.true()
    records = sa.func.count(some.c.id.distinct())
    with_documents = some.join(DOCUMENTS, DOCUMENTS.c.reading_id == some.c.id)
    with_findings = some.join(FINDINGS, FINDINGS.c.reading_id == some.c.id)

    def counted(what: str, value: sa.ColumnElement[str], joined: sa.FromClause, *conditions: sa.ColumnElement[bool]) -> sa.Select[Any]:
        named = sa.literal(what).label("what"), value.label("value"), records.label("records")
        return sa.select(*named).select_from(joined).where(*conditions).group_by(value)

    asked = sa.union_all(
        sa.select(sa.literal("total").label("what"), sa.literal("").label("value"), sa.func.count().label("records"))
        .select_from(some).where(some.c.of_kind, of_state, found),
        counted("state", some.c.state, some, some.c.of_kind, found),
        counted("kind", DOCUMENTS.c.kind, with_documents, of_state, found),
        counted("rule", FINDINGS.c.rule, with_findings, some.c.of_kind, of_state, *_finding(wanted, rule=False, severity=True)),
        counted("severity", FINDINGS.c.severity, with_findings, some.c.of_kind, of_state, *_finding(wanted, rule=True, severity=False)),
    )  # fmt: skip
    counts: dict[str, dict[str, int]] = {"total": {}, "state": {}, "kind": {}, "rule": {}, "severity": {}}
    for what, value, number in connection.execute(asked):
        counts[what][value] = number
    return counts


def _rows(connection: sa.Connection, shown: Sequence[sa.Row[Any]]) -> Iterator[Row]:
    ids, contents = [row.id for row in shown], [row.content for row in shown]
    documents = _grouped(
        connection, DOCUMENTS.c.reading_id, ids, DOCUMENTS.c.document, DOCUMENTS.c.kind, DOCUMENTS.c.title, order=DOCUMENTS.c.document
    )
    parties = _grouped(connection, PARTIES.c.reading_id, ids, PARTIES.c.name, PARTIES.c.blank, order=PARTIES.c.number)
    found = _grouped(connection, FINDINGS.c.reading_id, ids, FINDINGS.c.severity, order=FINDINGS.c.number)
    sources = _grouped(connection, SOURCES.c.content, contents, SOURCES.c.name, SOURCES.c.address, order=SOURCES.c.address)
    states = _grouped(connection, REVIEW_STATES.c.content, contents, *REVIEW_STATES.c, order=REVIEW_STATES.c.content)
    asked = sa.select(READINGS.c.id, _lowest().label("sure")).where(READINGS.c.id.in_(ids))
    sure = {row.id: row.sure for row in connection.execute(asked)}
    for row in shown:
        first = next(iter(documents.get(row.id, ())), None)
        source = next(iter(sources.get(row.content, ())), None)
        # a state that was computed for another reading does not say how many values this one has
        state = next(iter(states.get(row.content, ())), None)
        counted = state if state is not None and state.reading_id == row.id else None
        severities = [one.severity for one in found.get(row.id, ())]
        yield Row(
            row.id, row.content, source.name if source else "", source.address if source else "",
            first.kind if first else None, first.title if first else None,
            tuple(dict.fromkeys(one.name for one in parties.get(row.id, ()) if one.name and not one.blank)),
            len(documents.get(row.id, ())), row.status, row.state,
            counted.decided if counted else None, counted.decisive if counted else None,
            {severity: severities.count(severity) for severity in get_args(Severity)},
            sure[row.id] if sure[row.id] < _SURE else None,
            state.by if state else None, state.at.isoformat() if state and state.at else None,
        )  # fmt: skip


def _grouped(
    connection: sa.Connection,
    key: sa.ColumnElement[Any],
    values: Sequence[Any],
    *columns: sa.ColumnElement[Any],
    order: sa.ColumnElement[Any],
) -> dict[Any, list[sa.Row[Any]]]:
    found: dict[Any, list[sa.Row[Any]]] = {}
    for row in connection.execute(sa.select(key.label("_key"), *columns).where(key.in_(values)).order_by(order)):
        found.setdefault(row[0], []).append(row)
    return found


def _told(order: Order, key: Any, number: int) -> str:  # noqa: ANN401 - whatever is sorted by
    return base64.urlsafe_b64encode(json.dumps([order, key, number]).encode()).decode()


def _cursor(told: str, order: Order) -> tuple[Any, int]:
    try:
        made_for, key, number = json.loads(base64.urlsafe_b64decode(told.encode()))
    except (ValueError, TypeError) as error:
        raise BadCursor(told) from error
    of_key = str if order == "name" else (int, float)
    if made_for != order or not isinstance(key, of_key) or not isinstance(number, int):
        raise BadCursor(told)
    return key, number
