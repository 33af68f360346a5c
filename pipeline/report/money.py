"""The money that agreements promise, added up exactly.

SQLite has no decimals, so the databases only bring equal sums together, and the adding up is done here: what is held in memory is one
running sum, however many papers there are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from pipeline.adding import Adding
from pipeline.report.agreements import of_agreements
from pipeline.report.model import Money, Sum
from pipeline.store.tables import DOCUMENTS, FUNDING

PROMISED = ("duty", "plan")
_TIMES = ("年", "学年", "学期", "月")
"""Rates whose sums can be added up: every year, every school year, every term, every month."""
_Kind = tuple[str, str | None]
"""A currency, and what is paid how often."""


@dataclass(slots=True)
class _Running(Adding):
    """Sums of one kind, being added up."""

    in_kind: int = 0
    agreements: int = 0


def money(connection: sa.Connection) -> Money:
    """What comes to what."""
    sums: defaultdict[_Kind, _Running] = defaultdict(_Running)
    for row in connection.execute(_equal_sums(), execution_options={"yield_per": 1000}):
        running = sums[row.currency, row.per]
        running.add(row.low, row.high, often=row.items, approximate=bool(row.approximate))
        running.in_kind += int(row.in_kind)
    for row in connection.execute(_agreements()):
        sums[row.currency, row.per].agreements = row.agreements
    left_out = connection.execute(_left_out()).one()
    return Money(
        agreements=connection.scalar(_papers(_counts(), _adds_up())) or 0,
        sums=tuple(_sum(*key, running) for key, running in sorted(sums.items(), key=_weight)),
        rates=connection.scalar(_counting(_counts(), sa.not_(_adds_up()))) or 0,
        parts=left_out.parts,
        totals=left_out.totals,
    )


def _sum(currency: str, per: str | None, running: _Running) -> Sum:
    return Sum(
        currency=currency, per=per, items=running.items, agreements=running.agreements, min=running.least, max=running.most,
        approximate=running.approximate, in_kind=running.in_kind,
    )  # fmt: skip


def _weight(item: tuple[_Kind, _Running]) -> tuple[bool, str, int]:
    """What is paid once first, yuan before other currencies, years before months."""
    (currency, per), _ = item
    return currency != "CNY", currency, -1 if per is None else _TIMES.index(per)


def _funding(*columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """A question about promised sums, the parts and totals among them too."""
    same = sa.and_(FUNDING.c.reading_id == DOCUMENTS.c.reading_id, FUNDING.c.document == DOCUMENTS.c.document)
    return of_agreements(*columns).join(FUNDING, same).where(FUNDING.c.modality.in_(PROMISED))


def _counts() -> sa.ColumnElement[bool]:
    """A sum counts that is no part of another, and no total of others that are there; of totals alone, the last in the text."""
    other = FUNDING.alias()
    same = sa.and_(
        other.c.reading_id == FUNDING.c.reading_id,
        other.c.document == FUNDING.c.document,
        other.c.currency == FUNDING.c.currency,
        other.c.modality.in_(PROMISED),
        other.c.part_of.is_(False),
    )
    counts_instead = sa.or_(other.c.is_total.is_(False), other.c.number > FUNDING.c.number)
    is_spare = sa.exists(sa.select(sa.literal(1)).select_from(other).where(same, counts_instead).correlate(FUNDING))
    return sa.and_(FUNDING.c.part_of.is_(False), sa.or_(FUNDING.c.is_total.is_(False), sa.not_(is_spare)))


def _has_total() -> sa.ColumnElement[bool]:
    """Whether the text says what repeated payments come to."""
    return sa.or_(FUNDING.c.total_min.is_not(None), FUNDING.c.total_max.is_not(None))


def _adds_up() -> sa.ColumnElement[bool]:
    """Whether a sum is one that is paid once, or has a total, or is paid every year, term or month."""
    regular = sa.and_(FUNDING.c.per_unit.in_(_TIMES), FUNDING.c.per_count == "1")
    return sa.or_(_has_total(), sa.and_(FUNDING.c.for_each.is_(None), sa.or_(FUNDING.c.per_unit.is_(None), regular)))


def _per() -> sa.ColumnElement[str | None]:
    return sa.case((_has_total(), sa.null()), else_=FUNDING.c.per_unit)


def _equal_sums() -> sa.Select[Any]:
    """Equal sums, and how many of them."""
    low = sa.case((_has_total(), FUNDING.c.total_min), else_=FUNDING.c.min)
    high = sa.case((_has_total(), FUNDING.c.total_max), else_=FUNDING.c.max)
    inner = _funding(
        FUNDING.c.currency, _per().label("per"), low.label("low"), high.label("high"), FUNDING.c.in_kind, FUNDING.c.approximate
    )
    found = inner.where(_counts(), _adds_up()).subquery()
    key = found.c.currency, found.c.per, found.c.low, found.c.high
    goods, about = (sa.func.sum(sa.case((flag, 1), else_=0)) for flag in (found.c.in_kind, found.c.approximate))
    return sa.select(*key, sa.func.count().label("items"), goods.label("in_kind"), about.label("approximate")).group_by(*key)


def _agreements() -> sa.Select[Any]:
    """How many agreements have a sum of each kind."""
    inner = _funding(FUNDING.c.currency, _per().label("per"), FUNDING.c.reading_id, FUNDING.c.document)
    found = inner.where(_counts(), _adds_up()).distinct().subquery()
    return sa.select(found.c.currency, found.c.per, sa.func.count().label("agreements")).group_by(found.c.currency, found.c.per)


def _papers(*where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    found = _funding(FUNDING.c.reading_id, FUNDING.c.document).where(*where).distinct().subquery()
    return sa.select(sa.func.count()).select_from(found)


def _counting(*where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return _funding(sa.func.count()).where(*where)


def _left_out() -> sa.Select[Any]:
    count = sa.func.count()
    is_spare = sa.and_(FUNDING.c.part_of.is_(False), sa.not_(_counts()))
    return _funding(count.filter(FUNDING.c.part_of.is_(True)).label("parts"), count.filter(is_spare).label("totals"))
