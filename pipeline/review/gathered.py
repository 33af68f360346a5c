"""The records of a store that somebody has reviewed, with names for the files that are written of them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import sqlalchemy as sa

from pipeline.output_names import safe_name
from pipeline.review.situation import Situation, looked_at
from pipeline.sources.file_bytes import read_file
from pipeline.store.review_tables import REVIEWS
from pipeline.store.tables import READINGS, SOURCES
from schemas.errors import Unreadable
from schemas.record import Record


@dataclass(frozen=True, slots=True)
class Gathered:
    """A reviewed record; ``name`` is that of its files, without a suffix, ``addresses`` where its file was seen."""

    situation: Situation
    name: str
    addresses: tuple[str, ...]


def gathered(connection: sa.Connection, states: Collection[str]) -> Iterator[Gathered]:
    """The current readings of what has been decided on, in the order in which it was begun; only those in one of ``states``."""
    taken: set[str] = set()
    begun = sa.select(REVIEWS.c.content, sa.func.min(REVIEWS.c.id)).group_by(REVIEWS.c.content).order_by(sa.func.min(REVIEWS.c.id))
    for content in [row.content for row in connection.execute(begun)]:
        asked = sa.select(READINGS.c.id, READINGS.c.record).where(READINGS.c.content == content, READINGS.c.is_current.is_(True))
        row = connection.execute(asked).one_or_none()
        if row is None:
            continue
        situation = looked_at(connection, row.id, content, Record.model_validate_json(row.record))
        if situation.state.state not in states:
            continue
        addresses = tuple(connection.scalars(sa.select(SOURCES.c.address).where(SOURCES.c.content == content).order_by(SOURCES.c.address)))
        yield Gathered(situation, _name(situation, addresses, taken), addresses)


def source_bytes(one: Gathered) -> tuple[bytes, str] | None:
    """The very file that the record was read from, and its suffix; None where it is not on this machine any more, or another one now."""
    for address in one.addresses:
        path, suffix = Path(address), PurePosixPath(address).suffix.lower()
        if not suffix or not path.is_absolute():
            continue
        try:
            data = read_file(path)
        except (Unreadable, ValueError):
            continue
        if hashlib.sha256(data).hexdigest() == one.situation.content:
            return data, suffix
    return None


def _name(situation: Situation, addresses: tuple[str, ...], taken: set[str]) -> str:
    """The file's own name; where another has it already, with the beginning of its digest."""
    whole = situation.record.source.name or (addresses[0] if addresses else situation.content)
    name = safe_name(PurePosixPath(whole.replace("\\", "/")).stem)
    if name.casefold() in taken:
        name = f"{name}-{situation.content[:8]}"
    taken.add(name.casefold())
    return name
