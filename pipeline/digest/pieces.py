"""The pieces of news that are asked for: each once, with its reprints and attachments, as far as the store has read them.

A piece is an article that is no reprint; what hangs on it as an attachment belongs to it. Several addresses with the same bytes are one
piece. Files count where they are asked for, unless an article has the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

import sqlalchemy as sa

from pipeline.digest.asked import Asked, first_day
from pipeline.digest.model import Dated
from pipeline.store.news_tables import ARTICLES
from pipeline.store.tables import DOCUMENTS, READINGS, SOURCE_VERSIONS, SOURCES

Key = tuple[int, int]
"""A document: its reading, and its number there."""
AT_ONCE = 400
"""Values of a list in a query: SQLite takes 999."""
_DATED: tuple[Dated, ...] = ("published", "listed", "found")
_FACTS = ("title", "published", "outlet")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Copy:
    """Where else a piece stands."""

    address: str
    title: str | None
    outlet: str | None
    feed: str | None
    day: str | None


@dataclass(slots=True)
class Piece:
    """News as it was told first."""

    address: str
    title: str | None
    day: str | None
    dated: Dated
    outlet: str | None
    feed: str | None
    documents: list[Key]
    copies: list[Copy] = field(default_factory=list)


def pieces(connection: sa.Connection, asked: Asked) -> list[Piece]:
    """All of them, the oldest first."""
    found: dict[Key, Piece] = {}
    pages = _articles(connection, asked, found)
    _attach(connection, pages)
    _add_reprints(connection, pages)
    if asked.files:
        _add_files(connection, asked, found)
    return sorted(found.values(), key=lambda piece: (piece.day or "", piece.address))


def other_kinds(connection: sa.Connection, asked: Asked) -> int:
    """Articles that are asked for and are no news, but notices, plans, summaries …; what hangs on an article is none."""
    current = sa.and_(READINGS.c.content == ARTICLES.c.content, READINGS.c.is_current.is_(True))
    joined = ARTICLES.join(READINGS, current).join(DOCUMENTS, DOCUMENTS.c.reading_id == READINGS.c.id)
    day = sa.func.coalesce(DOCUMENTS.c.published, ARTICLES.c.day)
    counted = sa.select(ARTICLES.c.id).select_from(joined).where(*_conditions(asked, day)).group_by(ARTICLES.c.id)
    none = counted.having(sa.func.sum(sa.case((DOCUMENTS.c.kind == "news", 1), else_=0)) == 0).subquery()
    return connection.scalar(sa.select(sa.func.count()).select_from(none)) or 0


def some(values: Sequence[_T], at_once: int = AT_ONCE) -> Iterator[Sequence[_T]]:
    """A long list, some at a time."""
    return (values[at : at + at_once] for at in range(0, len(values), at_once))


def _news(table: sa.Table, *columns: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """A question about rows with a content whose current reading holds news."""
    current = sa.and_(READINGS.c.content == table.c.content, READINGS.c.is_current.is_(True))
    joined = table.join(READINGS, current).join(DOCUMENTS, DOCUMENTS.c.reading_id == READINGS.c.id)
    facts = [DOCUMENTS.c[name].label(f"told_{name}") for name in _FACTS]
    asked = sa.select(*columns, DOCUMENTS.c.reading_id, DOCUMENTS.c.document, *facts)
    return asked.select_from(joined).where(DOCUMENTS.c.kind == "news").order_by(table.c.id, DOCUMENTS.c.document)


_ARTICLE = (ARTICLES.c.id, ARTICLES.c.address, ARTICLES.c.title, ARTICLES.c.day, ARTICLES.c.found, ARTICLES.c.feed)


def _articles(connection: sa.Connection, asked: Asked, found: dict[Key, Piece]) -> dict[int, Piece]:
    """Put the articles into ``found``; by their ids, the pieces that they are."""
    day = sa.func.coalesce(DOCUMENTS.c.published, ARTICLES.c.day)
    pages: dict[int, Piece] = {}
    for row in connection.execute(_news(ARTICLES, *_ARTICLE).where(*_conditions(asked, day))):
        key = (row.reading_id, row.document)
        if key in found:
            found[key].copies.append(_copy(row))
        else:
            found[key] = _piece(row, first_day((row.told_published, row.day), row.found), row.title, row.feed)
        pages.setdefault(row.id, found[key])
    return pages


def _conditions(asked: Asked, day: sa.ColumnElement[Any]) -> Iterator[sa.ColumnElement[bool]]:
    """What makes an article one that is asked for: no reprint, no attachment, of the days and the feeds."""
    yield ARTICLES.c.first_id.is_(None)
    yield ARTICLES.c.parent_id.is_(None)
    yield asked.holds(day, ARTICLES.c.found)
    if asked.feeds:
        reprint = ARTICLES.alias()
        told = sa.exists().where(reprint.c.first_id == ARTICLES.c.id, reprint.c.feed.in_(asked.feeds))
        yield sa.or_(ARTICLES.c.feed.in_(asked.feeds), told)


def _attach(connection: sa.Connection, pages: dict[int, Piece]) -> None:
    """Let the news that hangs on an article be told by it."""
    asked = _news(ARTICLES, ARTICLES.c.parent_id).where(ARTICLES.c.first_id.is_(None))
    for ids in some(list(pages)):
        for row in connection.execute(asked.where(ARTICLES.c.parent_id.in_(ids))):
            piece, key = pages[row.parent_id], (row.reading_id, row.document)
            if key not in piece.documents:
                piece.documents.append(key)


def _add_reprints(connection: sa.Connection, pages: dict[int, Piece]) -> None:
    """Put each reprint beside its first; one of a reprint stands there too."""
    known = dict(pages)
    while fresh := list(pages):
        rows = list(chain.from_iterable(_reprints(connection, ids) for ids in some(fresh)))
        told = _told_by(connection, {row.content for row in rows if row.content is not None})
        further: dict[int, Piece] = {}
        for row in rows:
            if row.id not in known:
                further[row.id] = known[row.id] = pages[row.first_id]
                title, outlet, published = told.get(row.content, (None, None, None))
                day, _ = first_day((published, row.day), row.found)
                pages[row.first_id].copies.append(Copy(row.address, title or row.title, outlet, row.feed, day))
        pages = further


def _reprints(connection: sa.Connection, ids: Sequence[int]) -> Sequence[sa.Row[Any]]:
    asked = sa.select(*_ARTICLE, ARTICLES.c.first_id, ARTICLES.c.content).where(ARTICLES.c.first_id.in_(ids))
    return connection.execute(asked.order_by(ARTICLES.c.id)).all()


def _told_by(connection: sa.Connection, contents: Iterable[str]) -> dict[str, tuple[str | None, str | None, str | None]]:
    """By content, what its first document says of itself: title, outlet, day of publication."""
    found: dict[str, tuple[str | None, str | None, str | None]] = {}
    columns = READINGS.c.content, DOCUMENTS.c.title, DOCUMENTS.c.outlet, DOCUMENTS.c.published
    joined = READINGS.join(DOCUMENTS, DOCUMENTS.c.reading_id == READINGS.c.id)
    asked = sa.select(*columns).select_from(joined).where(READINGS.c.is_current.is_(True)).order_by(DOCUMENTS.c.document)
    for part in some(sorted(contents)):
        for row in connection.execute(asked.where(READINGS.c.content.in_(part))):
            found.setdefault(row.content, (row.title, row.outlet, row.published))
    return found


def _add_files(connection: sa.Connection, asked: Asked, found: dict[Key, Piece]) -> None:
    """The news among the files; the first address of a content is where it stands."""
    seen = (
        sa.select(sa.func.min(SOURCE_VERSIONS.c.seen))
        .where(SOURCE_VERSIONS.c.source_id == SOURCES.c.id, SOURCE_VERSIONS.c.content == SOURCES.c.content)
        .scalar_subquery()
    )
    is_article = sa.exists().where(ARTICLES.c.content == SOURCES.c.content)
    columns = SOURCES.c.address, sa.type_coerce(seen, sa.DateTime(timezone=True)).label("found")
    rows = connection.execute(_news(SOURCES, *columns).where(~is_article, asked.holds(DOCUMENTS.c.published, seen)))
    for row in sorted(rows, key=lambda row: row.address):
        key = (row.reading_id, row.document)
        day, at = first_day((row.told_published, None), row.found)
        if key in found:
            found[key].copies.append(Copy(row.address, row.told_title, row.told_outlet, None, day))
        else:
            found[key] = _piece(row, (day, at), None, None)


def _piece(row: sa.Row[Any], when: tuple[str | None, int], title: str | None, feed: str | None) -> Piece:
    documents = [(row.reading_id, row.document)]
    return Piece(row.address, row.told_title or title, when[0], _DATED[when[1]], row.told_outlet, feed, documents)


def _copy(row: sa.Row[Any]) -> Copy:
    day, _ = first_day((row.told_published, row.day), row.found)
    return Copy(row.address, row.told_title or row.title, row.told_outlet, row.feed, day)
