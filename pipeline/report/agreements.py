"""The agreements: when they were signed, when they expire, and which of them soon."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from pipeline.report.files import LISTED
from pipeline.report.model import Agreements, Expiring, Listed, Month, Named, Year
from pipeline.report.seen import SEEN, Asked, ordered
from pipeline.store.tables import DOCUMENTS, PARTIES

WITHIN = 90
"""Days before its expiry from which on an agreement is told."""
_MONTHS = 12
_AT_ONCE = 200
_LAST = date.max


def agreements(connection: sa.Connection, asked: Asked) -> Agreements:
    """All that is said of them."""
    today, until = asked.as_of.isoformat(), _later(asked.as_of, WITHIN).isoformat()
    end = DOCUMENTS.c.term_end
    count = sa.func.count()
    row = connection.execute(
        of_agreements(
            count.label("total"),
            count.filter(end < today).label("expired"),
            count.filter(end.between(today, until)).label("expiring"),
            count.filter(end > until).label("later"),
            count.filter(DOCUMENTS.c.signed.is_(None)).label("unsigned"),
        )
    ).one()
    return Agreements(
        total=row.total,
        within_days=WITHIN,
        expired=row.expired,
        expiring=Listed(total=row.expiring, items=_expiring(connection, asked.as_of, until)),
        later=row.later,
        open=row.total - row.expired - row.expiring - row.later,
        years=tuple(Year(year=year, agreements=often) for year, often in _by(connection, sa.func.substr(DOCUMENTS.c.signed, 1, 4))),
        unsigned=row.unsigned,
        months=_months(connection, asked.as_of),
    )


def of_agreements(*columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """A question about the agreements that the run saw: no blank forms, and of nearly the same ones one."""
    return (
        sa.select(*columns)
        .select_from(DOCUMENTS)
        .join(SEEN, SEEN.c.reading_id == DOCUMENTS.c.reading_id)
        .where(DOCUMENTS.c.kind == "agreement", DOCUMENTS.c.is_template.is_(False), SEEN.c.is_first.is_(True))
    )


def _by(connection: sa.Connection, key: sa.ColumnElement[str], *where: sa.ColumnElement[bool]) -> list[tuple[str, int]]:
    """How many agreements for each value that there is, in order."""
    asked = of_agreements(key.label("key"), sa.func.count().label("often")).where(key.is_not(None), *where).group_by(key)
    return sorted((row.key, row.often) for row in connection.execute(asked))


def _months(connection: sa.Connection, as_of: date) -> tuple[Month, ...]:
    """Twelve months from that of ``as_of`` on, those without an expiry too; what expired earlier in the first is not among them."""
    first = as_of.year * 12 + as_of.month - 1
    names = [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, first + _MONTHS)]
    month = sa.func.substr(DOCUMENTS.c.term_end, 1, 7)
    found = dict(_by(connection, month, DOCUMENTS.c.term_end >= as_of.isoformat(), month <= names[-1]))
    return tuple(Month(month=name, agreements=found.get(name, 0)) for name in names)


def _expiring(connection: sa.Connection, as_of: date, until: str) -> tuple[Expiring, ...]:
    """The first to expire come first."""
    end = DOCUMENTS.c.term_end
    columns = DOCUMENTS.c.reading_id, DOCUMENTS.c.document, end, DOCUMENTS.c.title, SEEN.c.address, SEEN.c.files
    asked = of_agreements(*columns).where(end.between(as_of.isoformat(), until))
    rows = connection.execute(asked.order_by(end, ordered(connection, SEEN.c.address), DOCUMENTS.c.document).limit(LISTED)).all()
    names = _parties(connection, sorted({row.reading_id for row in rows}))
    return tuple(
        Expiring(
            term_end=row.term_end,
            days=(date.fromisoformat(row.term_end) - as_of).days,
            title=row.title,
            parties=tuple(names.get((row.reading_id, row.document), ())),
            address=row.address,
            files=row.files,
        )
        for row in rows
    )


def _parties(connection: sa.Connection, readings: Sequence[int]) -> dict[tuple[int, int], list[Named]]:
    """Who concludes them, in the order in which the papers name them."""
    found: dict[tuple[int, int], list[Named]] = {}
    columns = PARTIES.c.reading_id, PARTIES.c.document, PARTIES.c.name, PARTIES.c.side
    for at in range(0, len(readings), _AT_ONCE):
        asked = sa.select(*columns).where(PARTIES.c.reading_id.in_(readings[at : at + _AT_ONCE]), PARTIES.c.blank.is_(False))
        for row in connection.execute(asked.order_by(PARTIES.c.reading_id, PARTIES.c.document, PARTIES.c.number)):
            found.setdefault((row.reading_id, row.document), []).append(Named(name=row.name, side=row.side))
    return found


def _later(day: date, days: int) -> date:
    """Days later, or the last day that there is."""
    return day + timedelta(days) if day < _LAST - timedelta(days) else _LAST
