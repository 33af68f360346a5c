"""What became of one source: each content that was seen there, and what each version of the extractors made of it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from pipeline.store.changes import Change, changes_between
from pipeline.store.tables import FAILURES, READINGS, SOURCE_VERSIONS, SOURCES

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Told:
    """A reading, against the one before it: ``changes`` is empty where it says the same, None where there is none before it.

    ``is_new_content`` where the source's bytes were others before.
    """

    version: str
    read: datetime
    names: bool
    outcome: str
    message: str | None
    is_current: bool
    is_new_content: bool
    changes: Sequence[Change] | None


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes that were at the address, since when, and how they were read; ``failures`` are (version, attempts, error)."""

    content: str
    seen: datetime
    is_there: bool
    readings: tuple[Told, ...]
    failures: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class History:
    """The contents of a source, the first one first; ``message`` where its bytes could not be had the last time."""

    address: str
    contents: tuple[Content, ...]
    message: str | None


def addresses_like(connection: sa.Connection, word: str) -> list[str]:
    """The source that a person means by an address, a path or a part of either; several where a part is in several, at most a handful."""
    for address in (word, os.path.abspath(word)):  # noqa: PTH100 - a link stays what it is called, as when it was stored
        if connection.scalar(sa.select(SOURCES.c.id).where(SOURCES.c.address == address)) is not None:
            return [address]
    asked = sa.select(SOURCES.c.address).where(SOURCES.c.address.icontains(word, autoescape=True))
    return list(connection.scalars(asked.order_by(SOURCES.c.address).limit(MOST_NAMED + 1)))


def history_of(connection: sa.Connection, address: str) -> History:
    """All that is known of the source at an address that the store has."""
    source = connection.execute(sa.select(SOURCES).where(SOURCES.c.address == address)).mappings().one()
    seen = sa.select(SOURCE_VERSIONS.c.content, SOURCE_VERSIONS.c.seen).where(SOURCE_VERSIONS.c.source_id == source["id"])
    contents, before = [], None
    for content, day in connection.execute(seen.order_by(SOURCE_VERSIONS.c.seen, SOURCE_VERSIONS.c.content)).all():
        rows = _readings(connection, content)
        contents.append(Content(content, day, content == source["content"], tuple(_told(rows, before)), _failures(connection, content)))
        before = rows[-1] if rows else before
    return History(address, tuple(contents), source["message"] if source["content"] is None else None)


def _readings(connection: sa.Connection, content: str) -> Sequence[Mapping[str, Any]]:
    asked = sa.select(READINGS).where(READINGS.c.content == content)
    return [row._asdict() for row in connection.execute(asked.order_by(READINGS.c.read, READINGS.c.id))]


def _told(rows: Sequence[Mapping[str, Any]], before: Mapping[str, Any] | None) -> Iterator[Told]:
    """The readings of one content; the first is held against the last one of the bytes before."""
    for at, row in enumerate(rows):
        is_new = at == 0 and before is not None
        changes = row["changes"]
        if is_new and before is not None:
            changes = changes_between(json.loads(before["record"]), json.loads(row["record"]))
        yield Told(row["version"], row["read"], row["names"], row["status"], row["message"], row["is_current"], is_new, changes)


def _failures(connection: sa.Connection, content: str) -> tuple[tuple[str, int, str], ...]:
    asked = sa.select(FAILURES.c.version, FAILURES.c.attempts, FAILURES.c.error).where(FAILURES.c.content == content)
    return tuple((version, attempts, error) for version, attempts, error in connection.execute(asked.order_by(FAILURES.c.version)))
