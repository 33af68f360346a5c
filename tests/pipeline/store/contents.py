"""What is in a store, without what differs between two runs of the same work: ids, times, runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from pipeline.store.tables import DOCUMENTS, FAILURES, FINDINGS, FUNDING, LINKS, PARTIES, QUOTAS, READINGS, SOURCES

_OF_A_RUN = frozenset({"id", "run_id", "first_run", "last_run", "read", "seen", "is_compared"})


def contents_of(engine: sa.Engine) -> dict[str, list[Mapping[str, Any]]]:
    """Each table's rows in order; readings are called by their content."""
    with engine.connect() as connection:
        content = {row.id: row.content for row in connection.execute(sa.select(READINGS.c.id, READINGS.c.content))}
        tables = (SOURCES, READINGS, DOCUMENTS, PARTIES, QUOTAS, FUNDING, FINDINGS, LINKS, FAILURES)
        rows = {table.name: connection.execute(sa.select(table)).mappings().all() for table in tables}
    return {name: sorted((_plain(row, content) for row in some), key=repr) for name, some in rows.items()}


def _plain(row: sa.RowMapping, content: Mapping[int, str]) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if name not in _OF_A_RUN}
    return kept | ({"reading_id": content[row["reading_id"]]} if "reading_id" in row else {})
