"""The sums of a document, each with whether it adds to others.

Reads::

    连续两年每年50万元                              its total, 100万元
    捐赠100万元，其中60万元用于图书                 100万元; the part does not count
    甲公司捐30万元，乙公司捐70万元，共100万元       30万元 and 70万元; the total does not count

Leaves alone::

    学生达标的，每人奖励500元                        a condition
    每生每年1000元                                   a rate, which comes to no sum
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from extractors.text.running_totals import adds_up
from pipeline.digest.leads import Lead, Leads
from pipeline.digest.model import Aside
from pipeline.digest.retold import told_once
from pipeline.digest.rows import Row, Rows
from pipeline.digest.told import TOLD, Amount, ToldSum, Where, amount_of, is_done, rate_of

_Group = tuple[str, bool]
"""Sums that add up: of one currency, done or planned."""


@dataclass(slots=True)
class _Wholes:
    """The sums of a group that are no parts: the largest, whether there is one that totals no others, and the last one that does."""

    largest: Decimal = Decimal()
    has_items: bool = False
    last_total: int = -1


def sums_of(rows: Rows, leads: Leads, where: Where) -> list[ToldSum]:
    """All of them, in reading order; those that do not add up say why."""
    told = [row for row in rows.funding if row.modality in TOLD]
    wholes = _wholes(told)
    placed = [(row, leads.of(row)) for row in told]
    return told_once((_sum(row, where, _aside(row, wholes, lead)), lead) for row, lead in placed)


def _sum(row: Row, where: Where, aside: Aside | None) -> ToldSum:
    return ToldSum(
        where=where,
        amount=_amount(row),
        rate=None if _has_total(row) else rate_of(row),
        is_done=is_done(row),
        aside=aside,
        giver=where.cast.meant(row.payer),
        receiver=where.cast.meant(row.payee),
        words=row.words or "",
        currency=row.currency,
        in_kind=bool(row.in_kind),
        purpose=row.purpose,
    )


def _wholes(told: Iterable[Row]) -> dict[_Group, _Wholes]:
    found: dict[_Group, _Wholes] = {}
    for row in told:
        if not row.part_of:
            group = found.setdefault(_group(row), _Wholes())
            group.largest = max(group.largest, _amount(row).value)
            if row.is_total:
                group.last_total = row.number
            else:
                group.has_items = True
    return found


def _aside(row: Row, wholes: Mapping[_Group, _Wholes], lead: Lead | None) -> Aside | None:
    group = wholes.get(_group(row), _Wholes())
    if row.part_of and group.largest >= _amount(row).value > 0:
        return "part"
    if row.is_total and not row.part_of and (group.has_items or row.number < group.last_total):
        return "total"
    if lead is not None and adds_up(lead.words):
        return "running"
    return "rate" if rate_of(row) is not None and not _has_total(row) else None


def _group(row: Row) -> _Group:
    return row.currency, is_done(row)


def _has_total(row: Row) -> bool:
    """Whether the text says what repeated payments come to."""
    return row.total_min is not None or row.total_max is not None


def _amount(row: Row) -> Amount:
    low, high = (row.total_min, row.total_max) if _has_total(row) else (row.min, row.max)
    return amount_of(low, high, approximate=bool(row.approximate))
