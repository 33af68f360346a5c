"""What is there more than once: files with the same bytes, and contents that say nearly the same."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from pipeline.report.model import Duplicates, Listed, NearDuplicate, NearGroup, SameContent
from pipeline.report.seen import SEEN, ordered
from pipeline.store.near import KIND
from pipeline.store.tables import LINKS

_GROUPS = 50
_OTHERS = 20


def duplicates(connection: sa.Connection) -> Duplicates:
    """Contents with several addresses, and pairs that are nearly the same."""
    many = SEEN.c.files > 1
    asked = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(SEEN.c.files - 1), 0)).where(many)
    contents, spare = connection.execute(asked).one()
    groups = connection.execute(
        sa.select(SEEN.c.address, SEEN.c.files)
        .where(many)
        .order_by(SEEN.c.files.desc(), ordered(connection, SEEN.c.address))
        .limit(_GROUPS)
    )
    near = connection.scalar(sa.select(sa.func.count()).where(SEEN.c.is_first.is_(False), SEEN.c.reading_id.is_not(None)))
    return Duplicates(
        spare=int(spare),
        near=near or 0,
        contents=Listed(total=contents, items=tuple(SameContent(address=row.address, files=row.files) for row in groups)),
        groups=_near(connection),
    )


def _near(connection: sa.Connection) -> Listed[NearGroup]:
    """The largest groups first. One that is nearly two others that are not nearly the same stands with both."""
    first, other = SEEN.alias("first_one"), SEEN.alias("other_one")
    linked = LINKS.join(first, first.c.content == LINKS.c.one).join(other, other.c.content == LINKS.c.other)
    counts = sa.and_(LINKS.c.kind == KIND, first.c.is_first.is_(True), first.c.reading_id.is_not(None), other.c.reading_id.is_not(None))

    def asking(*columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
        return sa.select(*columns).select_from(linked).where(counts)

    often = sa.func.count().label("often")
    total = connection.scalar(asking(sa.func.count(sa.distinct(first.c.content)))) or 0
    largest = asking(first.c.content, first.c.address, often).group_by(first.c.content, first.c.address)
    groups = connection.execute(largest.order_by(often.desc(), ordered(connection, first.c.address)).limit(_GROUPS)).all()
    others = asking(other.c.address, LINKS.c.alike).order_by(LINKS.c.alike.desc(), ordered(connection, other.c.address)).limit(_OTHERS)
    items = []
    for group in groups:
        rows = connection.execute(others.where(first.c.content == group.content))
        near = tuple(NearDuplicate(address=row.address, alike=row.alike) for row in rows)
        items.append(NearGroup(address=group.address, others=Listed(total=group.often, items=near)))
    return Listed(total=total, items=tuple(items))
