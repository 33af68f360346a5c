"""Stores to be reviewed: files that lie on the disk, and what the extractors make of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from extractors import read_bytes
from pipeline import json_output
from pipeline.review.entries import plain
from pipeline.store import runs
from pipeline.store.place import address_of, engine_of
from pipeline.store.seen import Reading, Seen
from pipeline.store.upgrade import ready
from pipeline.store.writing import store
from schemas.record import Record
from tests.formats.draw_pdf import drawn, words
from tests.pipeline.review.desk import Desk
from tests.pipeline.store.filling import opened
from tests.pipeline.store.make_reading import SETTING, pact

SAMPLES = Path(__file__).parents[4] / "samples"
FIVE_FINDINGS = SAMPLES / "agreement" / "three-parties" / "source.pdf"
SIZE = (480.0, 640.0)
LEFT, FIRST, STEP = 60.0, 580.0, 26.0
"""Of the drawn page, in points from its lower left corner: the margin, the first baseline, and from line to line."""


def drawn_pact() -> bytes:
    """An agreement on a page of a size that no printer has; a second page is empty but for a line."""
    lines = pact("东山中学", "西河中学").strip().splitlines()
    placed = [(LEFT, FIRST - at * STEP, line.strip()) for at, line in enumerate(lines)]
    return drawn(words(*placed), words((LEFT, FIRST, "附：联系人名单另行商定。")), size=SIZE)


def put_files(place: Path, files: Mapping[Path, bytes]) -> dict[Path, int]:
    """Write the files, read them, and keep the records in the store at ``place``; the numbers of the readings, one after another."""
    records = {}
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        records[path] = (data, read_bytes(data, name=path.name, names=False))
    return {path: put(place, record, str(path), data) for path, (data, record) in records.items()}


def put(place: Path, record: Record, address: str, data: bytes) -> int:
    """Keep a record as what was read of some bytes at an address; its number."""
    engine = opened(place)
    digest = hashlib.sha256(data).hexdigest()
    read = Reading(Seen(address, digest, len(data)), json_output.line(record), record.outcome.status, None, None, 0.1)
    store(engine, runs.begin(engine, {}), [read], replace(SETTING, version="1.0"))
    with engine.connect() as connection:
        number = connection.exec_driver_sql("SELECT max(id) FROM readings").scalar_one()
    engine.dispose()
    return int(number)


def ten(place: Path) -> None:
    """A store of ten agreements, each with three findings."""
    folder = place.parent / "papers"
    put_files(place, {folder / f"{year}.txt": pact(times=year - 2009, year=year, end=year + 3).encode() for year in range(2011, 2021)})


def desk(place: Path, number: int) -> Desk:
    """What the store says of a record."""
    return Desk(ready(engine_of(address_of(str(place)))), number)


def states(place: Path, number: int) -> dict[str, str]:
    """The state of every value and finding that has been decided."""
    return {target: held.state for target, held in desk(place, number).now.standing.values.items()}


def value(place: Path, number: int, target: str) -> dict[str, object]:
    """The JSON of a value as it stands."""
    found: dict[str, object] = plain(desk(place, number).now.applied.values.get(target))
    return found
