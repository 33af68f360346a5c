"""What the store holds of documents: their parties, their counts, their sums, and the words around these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from pipeline.digest.pieces import Key, some
from pipeline.store.tables import DOCUMENTS, FUNDING, PARTIES, QUOTAS

Row = sa.Row[Any]
_ASKED = ("reading_id", "document", "title", "text", "supporter_regions", "recipient_regions")


@dataclass(slots=True)
class Rows:
    """The rows of one document, in their order; ``regions`` are those of the supporters and of the recipients."""

    parties: list[Row] = field(default_factory=list)
    quotas: list[Row] = field(default_factory=list)
    funding: list[Row] = field(default_factory=list)
    text: str = ""
    title: str | None = None
    regions: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


def rows_of(connection: sa.Connection, documents: Iterable[Key]) -> Iterator[tuple[Key, Rows]]:
    """The rows of each document; a few hundred documents are held at a time."""
    texts = sa.select(*(DOCUMENTS.c[name] for name in _ASKED))
    for keys in some(sorted(set(documents))):
        found = {key: Rows() for key in keys}
        readings = sorted({reading for reading, _ in keys})
        for table in (PARTIES, QUOTAS, FUNDING):
            for row in connection.execute(_in_order(table, readings)):
                if (mine := found.get((row.reading_id, row.document))) is not None:
                    getattr(mine, table.name).append(row)
        for row in connection.execute(texts.where(DOCUMENTS.c.reading_id.in_(readings))):
            if (mine := found.get((row.reading_id, row.document))) is not None:
                mine.text, mine.title = row.text, row.title
                mine.regions = _listed(row.supporter_regions), _listed(row.recipient_regions)
        yield from found.items()


def _in_order(table: sa.Table, readings: list[int]) -> sa.Select[Any]:
    return sa.select(table).where(table.c.reading_id.in_(readings)).order_by(table.c.reading_id, table.c.document, table.c.number)


def _listed(regions: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (regions or "").split("、")))
