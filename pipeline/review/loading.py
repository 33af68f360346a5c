"""Put records that ``jiedui extract`` wrote into a store, so that what is decided of them lasts."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from pipeline.answers import Answer
from pipeline.records import SUFFIXES, NotARecord, load_records
from pipeline.sources.archive_members import MARK
from pipeline.sources.file_bytes import read_file
from pipeline.sources.inputs import Input, gather, told
from pipeline.store.runs import begin, end
from pipeline.store.seen import Reading, Seen
from pipeline.store.setting import Setting
from pipeline.store.tables import READINGS
from pipeline.store.writing import note_sources, store
from schemas.errors import Unreadable
from schemas.record import Record

_AT_ONCE = 200
_AS_GIVEN = "records"
"""The means of records that come from files: by what they were read is not known."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many records are in the store now; the files that hold none, those of them that were named first."""

    records: int
    named: tuple[str, ...]
    passed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A record, where it is known to be from, and its JSON as the store keeps it."""

    record: Record
    address: str
    json: bytes

    @property
    def content(self) -> str:
        return self.record.source.id.removeprefix("sha256:")


def load(engine: sa.Engine, paths: Sequence[str], papers: Sequence[str] = ()) -> Loaded:
    """Take in the records of files and folders; ``papers`` are folders in which the files that they were read from may lie."""
    places = _places(papers)
    named: list[str] = []
    passed: list[str] = []
    run = begin(engine, {"review": list(paths)})
    count = 0
    waiting: list[_Found] = []
    for source in gather(paths, SUFFIXES).inputs:
        try:
            for found in _records(source, places):
                waiting.append(found)
                count += 1
                if len(waiting) >= _AT_ONCE:
                    _put(engine, run, waiting)
                    waiting = []
        except (NotARecord, Unreadable):
            (named if source.shown in paths else passed).append(source.shown or "")
    _put(engine, run, waiting)
    end(engine, run, "done", {})
    return Loaded(count, tuple(named), tuple(passed))


def _records(source: Input, places: Mapping[str, Sequence[Path]]) -> Iterator[_Found]:
    if source.path is None:
        return
    for number, record in enumerate(load_records(source.path), 1):
        address = _paper(record, source.path, places) or _own(record, source.path, number)
        yield _Found(record, address, Answer.of(record, "line").json.rstrip(b"\n"))


def _own(record: Record, path: Path, number: int) -> str:
    """An address of a record's own: it says which file of records, and ends with the name of the paper."""
    line = f"#{number}" if path.suffix.lower() == ".jsonl" else ""
    name = record.source.name
    return f"{_absolute(path)}{line}" + (f"{MARK}{name}" if name else "")


def _paper(record: Record, path: Path, places: Mapping[str, Sequence[Path]]) -> str | None:
    """The paper's own file: beside the record, or in one of the folders that were named; the very bytes that were read."""
    name, digest = record.source.name, record.source.id.removeprefix("sha256:")
    if not name or os.sep in name or MARK in name:
        return None
    for candidate in (path.with_name(name), *places.get(name, ())):
        try:
            if hashlib.sha256(read_file(candidate)).hexdigest() == digest:
                return _absolute(candidate)
        except (Unreadable, ValueError):
            continue
    return None


def _places(papers: Sequence[str]) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for one in gather(papers).inputs if papers else ():
        if one.path is not None and one.member is None:
            found.setdefault(one.path.name, []).append(one.path)
    return found


def _put(engine: sa.Engine, run: str, found: Sequence[_Found]) -> None:
    """Those that are new at once; one that says something else of a content than before takes the place of the other."""
    by_content = {one.content: one for one in found}
    known: dict[str, set[str]] = {content: set() for content in by_content}
    with engine.connect() as connection:
        asked = sa.select(READINGS.c.content, READINGS.c.record).where(READINGS.c.content.in_(list(by_content)))
        for content, record in connection.execute(asked):
            known[content].add(record)
    same = [one for one in by_content.values() if one.json.decode() in known[one.content]]
    note_sources(engine, run, [_seen(one) for one in same])
    by_version: dict[str, list[_Found]] = {}
    for one in by_content.values():
        if not known[one.content]:
            by_version.setdefault(one.record.source.extractor_version, []).append(one)
    for version, some in by_version.items():
        store(engine, run, [_reading(one) for one in some], Setting(version, names=True, means=_AS_GIVEN))
    for one in by_content.values():
        if known[one.content] and one not in same:
            means = hashlib.sha256(one.json).hexdigest()[:16]
            store(engine, run, [_reading(one)], Setting(one.record.source.extractor_version, names=True, means=means))


def _reading(one: _Found) -> Reading:
    outcome = one.record.outcome
    return Reading(_seen(one), one.json, outcome.status, outcome.reason, outcome.message, 0.0)


def _seen(one: _Found) -> Seen:
    return Seen(one.address, one.content)


def _absolute(path: Path) -> str:
    return told(os.path.abspath(path))  # noqa: PTH100 - a link stays what it is called
