"""The papers that are asked for, one after another: however many there are, a few hundred are held at a time."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Any

import sqlalchemy as sa

from pipeline.store.asking import Asking, Outcome, documents_asked, failures_asked, files_asked, unfetched_asked
from pipeline.store.known import MOST_ATTEMPTS
from pipeline.store.tables import DOCUMENTS, FAILURES, READINGS, SOURCES

Row = Mapping[str, Any]
Key = tuple[int | None, int | None]
AT_ONCE = 200
_WHOLE = READINGS.c
_READING = (_WHOLE.id.label("reading"), _WHOLE.content, _WHOLE.status, _WHOLE.reason, _WHOLE.message, _WHOLE.version)
_FACTS = tuple(column for column in DOCUMENTS.c if column.name not in {"reading_id", "text"})


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, or a file in which none was found: then ``document`` is None. It counts from 0, as the record's list does.

    ``addresses`` are all those of its content, in order; ``facts`` the columns of ``documents``.
    """

    addresses: tuple[str, ...]
    content: str | None
    outcome: Outcome
    reason: str | None = None
    message: str | None = None
    version: str | None = None
    reading: int | None = None
    document: int | None = None
    facts: Row = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """By which the rows of the tables below are found."""
        return self.reading, self.document


def papers(
    connection: sa.Connection, asking: Asking, *, files: bool = True, newest_first: bool = False, at_once: int = AT_ONCE
) -> Generator[Sequence[Paper], None, None]:
    """The papers, some at a time; with ``files`` also the files without a document, unless only a document can be meant."""
    streams = [_documents(connection, asking, newest_first=newest_first)]
    if files and not asking.of_documents:
        streams.append(_files(connection, asking))
        if not asking.of_findings:
            streams += [_failures(connection, asking), _unfetched(connection, asking)]
    found = chain.from_iterable(streams)
    while some := list(islice(found, at_once)):
        addresses = _addresses(connection, {paper.content for paper in some if paper.content is not None})
        yield [paper if paper.content is None else replace(paper, addresses=addresses.get(paper.content, ())) for paper in some]


def rows_of(connection: sa.Connection, table: sa.Table, some: Sequence[Paper], *conditions: sa.ColumnElement[bool]) -> dict[Key, list[Row]]:
    """The rows below papers, by reading and document, in their order."""
    found: dict[Key, list[Row]] = {}
    asked = sa.select(table).where(table.c.reading_id.in_(_ids(some)), *conditions).order_by(table.c.reading_id, table.c.number)
    for row in connection.execute(asked):
        found.setdefault((row.reading_id, row.document), []).append(row._asdict())
    return found


def values_of(connection: sa.Connection, value: sa.ColumnElement[Any], some: Sequence[Paper]) -> dict[Key, Any]:
    """A value of ``documents`` that is too long to be always at hand."""
    mine = DOCUMENTS.c
    asked = sa.select(mine.reading_id, mine.document, value).where(mine.reading_id.in_(_ids(some)))
    return {(reading, document): found for reading, document, found in connection.execute(asked)}


def _ids(some: Iterable[Paper]) -> list[int]:
    return sorted({paper.reading for paper in some if paper.reading is not None})


def _documents(connection: sa.Connection, asking: Asking, *, newest_first: bool) -> Iterator[Paper]:
    for row in _stream(connection, documents_asked(asking, *_READING, *_FACTS, newest_first=newest_first)):
        yield _of_reading(row, row["document"], {column.name: row[column.name] for column in _FACTS})


def _files(connection: sa.Connection, asking: Asking) -> Iterator[Paper]:
    for row in _stream(connection, files_asked(asking, *_READING)):
        yield _of_reading(row, None, {})


def _of_reading(row: Row, document: int | None, facts: Row) -> Paper:
    return Paper((), row["content"], row["status"], row["reason"], row["message"], row["version"], row["reading"], document, facts)


def _failures(connection: sa.Connection, asking: Asking) -> Iterator[Paper]:
    for row in _stream(connection, failures_asked(asking, *FAILURES.c)):
        outcome: Outcome = "quarantined" if row["attempts"] >= MOST_ATTEMPTS else "failed"
        yield Paper((), row["content"], outcome, message=row["error"], version=row["version"])


def _unfetched(connection: sa.Connection, asking: Asking) -> Iterator[Paper]:
    for row in _stream(connection, unfetched_asked(asking, *SOURCES.c)):
        yield Paper((row["address"],), None, "unreadable", row["reason"], row["message"])


def _stream(connection: sa.Connection, asked: sa.Select[Any]) -> Iterator[Row]:
    """Rows as they come, through a cursor of the server where there is one; it is closed when nobody asks any more."""
    with connection.execute(asked.execution_options(yield_per=AT_ONCE)) as found:
        for row in found:
            yield row._asdict()


def _addresses(connection: sa.Connection, contents: set[str]) -> dict[str, tuple[str, ...]]:
    asked = sa.select(SOURCES.c.content, SOURCES.c.address).where(SOURCES.c.content.in_(sorted(contents))).order_by(SOURCES.c.address)
    found: dict[str, list[str]] = {}
    for content, address in connection.execute(asked):
        found.setdefault(content, []).append(address)
    return {content: tuple(addresses) for content, addresses in found.items()}
