"""What is known of addresses."""

from __future__ import annotations

import sqlalchemy as sa

from pipeline.sources.archive_members import MARK
from pipeline.sources.folder import ARCHIVE
from pipeline.store.seen import Seen
from pipeline.store.tables import SOURCES


def seen_before(engine: sa.Engine, address: str, mark: str | None) -> list[Seen]:
    """The sources at an address, or in the archive at it, as they were under this mark; none where one of them could not be had.

    An archive's members are noted together (:func:`pipeline.batch.work.do_batch`): those that are known are all there are.
    """
    if mark is None:
        return []
    columns = SOURCES.c
    inside = columns.address.startswith(address + MARK, autoescape=True)
    here = columns.address == address
    asked = sa.select(columns.address, columns.content, columns.size, columns.mark).where(
        columns.mark == mark, sa.or_(here, inside) if address.lower().endswith(ARCHIVE) else here
    )
    with engine.connect() as connection:
        rows = connection.execute(asked).all()
    return [Seen(row.address, row.content, row.size, row.mark) for row in rows] if all(row.content for row in rows) else []
