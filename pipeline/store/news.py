"""What the store knows of feeds, pages and articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from pipeline.store.news_tables import ARTICLE_VERSIONS, ARTICLES, FEEDS, PAGES
from pipeline.store.place import writing
from pipeline.store.tables import DOCUMENTS, READINGS
from pipeline.store.upsert import insert

_AT_ONCE = 400
PASSED = "passed"
"""Why an article has no words here: it was read and is not what its feed looks for."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """How a feed fares; moments are in UTC, as in :data:`FEEDS`."""

    name: str
    address: str
    begun: datetime
    tried: datetime
    succeeded: datetime | None = None
    items: int = 0
    usual: int = 0
    fresh: datetime | None = None
    failures: int = 0
    wait_until: datetime | None = None
    reason: str | None = None
    why: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """An address as it was fetched last."""

    address: str
    etag: str | None
    modified: str | None
    digest: str
    fetched: datetime


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is known; see :data:`ARTICLES`."""

    address: str
    feed: str
    title: str | None
    day: str | None
    found: datetime
    run_id: str
    fetched: datetime | None = None
    text: str | None = None
    content: str | None = None
    parent_id: int | None = None
    first_id: int | None = None
    failures: int = 0
    reason: str | None = None
    why: Mapping[str, Any] | None = None
    id: int | None = None

    @property
    def is_read(self) -> bool:
        """Whether its words are in the store."""
        return self.content is not None


@dataclass(frozen=True, slots=True)
class Version:
    """What an article said from a moment on, and what that changed."""

    address: str
    content: str
    seen: datetime
    changes: list[dict[str, Any]] | None
    run_id: str


def feed_states(engine: sa.Engine) -> dict[str, FeedState]:
    """Every feed that was ever tried."""
    with engine.connect() as connection:
        return {row["name"]: FeedState(**_in_utc(row)) for row in connection.execute(sa.select(FEEDS)).mappings()}


def keep_feed(engine: sa.Engine, state: FeedState) -> None:
    """Write down how a feed fares now."""
    with writing(engine) as connection:
        _upsert(connection, FEEDS, "name", [asdict(state)])


def pages_at(engine: sa.Engine, addresses: Collection[str]) -> dict[str, Page]:
    """Those of the addresses that were fetched before."""
    return {row["address"]: Page(**_in_utc(row)) for row in _rows(engine, PAGES, PAGES.c.address, addresses)}


def articles_at(engine: sa.Engine, addresses: Collection[str]) -> dict[str, Article]:
    """Those of the addresses that are known as articles."""
    return {row["address"]: Article(**_in_utc(row)) for row in _rows(engine, ARTICLES, ARTICLES.c.address, addresses)}


def unknown_articles(connection: sa.Connection, addresses: Collection[str]) -> list[str]:
    """Those of the addresses that are not known as articles, in their order."""
    ordered, known = list(addresses), set[str]()
    for at in range(0, len(ordered), _AT_ONCE):
        known.update(connection.scalars(sa.select(ARTICLES.c.address).where(ARTICLES.c.address.in_(ordered[at : at + _AT_ONCE]))))
    return [one for one in ordered if one not in known]


def unread_articles(engine: sa.Engine, feed: str, most_failures: int | None) -> list[Article]:
    """A feed's articles that were found and never read, and have not failed too often, in the order in which they were found."""
    asked = sa.select(ARTICLES).where(ARTICLES.c.feed == feed, ARTICLES.c.content.is_(None), ARTICLES.c.reason.is_distinct_from(PASSED))
    if most_failures is not None:
        asked = asked.where(ARTICLES.c.failures < most_failures)
    return _articles(engine, asked.order_by(ARTICLES.c.found, ARTICLES.c.id))


def articles_since(engine: sa.Engine, feed: str, day: str) -> list[Article]:
    """A feed's read articles of that day or later, by the list's day or else by when they were found."""
    told = sa.or_(
        ARTICLES.c.day >= day, sa.and_(ARTICLES.c.day.is_(None), ARTICLES.c.found >= datetime.fromisoformat(day).replace(tzinfo=UTC))
    )
    return _articles(
        engine, sa.select(ARTICLES).where(ARTICLES.c.feed == feed, ARTICLES.c.content.is_not(None), told).order_by(ARTICLES.c.id)
    )


def lost_articles(engine: sa.Engine, feed: str, most: int) -> list[Article]:
    """Those of a feed's articles that could not be had or read when they were asked for last, the newest first."""
    return _articles(
        engine, sa.select(ARTICLES).where(ARTICLES.c.feed == feed, ARTICLES.c.failures > 0).order_by(ARTICLES.c.id.desc()).limit(most)
    )


def latest_articles(engine: sa.Engine, feed: str, most: int) -> list[tuple[Article, str | None, bool]]:
    """The newest of a feed's articles, the newest first, each with its day of publication and whether it is news.

    What hangs on an article is none, and neither is what was read and not looked for. The newest is so by its day of publication, else by
    that of the list, else by when it was found: the first visit of a source finds what is years old.
    """
    joined = DOCUMENTS.join(READINGS, READINGS.c.id == DOCUMENTS.c.reading_id)
    of_article = (READINGS.c.content == ARTICLES.c.content, READINGS.c.is_current.is_(True), DOCUMENTS.c.kind == "news")
    published = sa.select(sa.func.max(DOCUMENTS.c.published)).select_from(joined).where(*of_article).correlate(ARTICLES).scalar_subquery()
    is_news = sa.exists().select_from(joined).where(*of_article).correlate(ARTICLES)
    day = sa.func.coalesce(published, ARTICLES.c.day, sa.cast(sa.func.date(ARTICLES.c.found), sa.String))
    # those of one day stand as in the list, where the newest is the first
    asked = sa.select(ARTICLES, published.label("published"), is_news.label("is_news")).order_by(
        day.desc(), ARTICLES.c.found, ARTICLES.c.id
    )
    with engine.connect() as connection:
        mine = (ARTICLES.c.feed == feed, ARTICLES.c.parent_id.is_(None), ARTICLES.c.reason.is_distinct_from(PASSED))
        rows = connection.execute(asked.where(*mine).limit(most)).mappings().all()
    found = []
    for row in map(_in_utc, rows):
        told, news = row.pop("published"), row.pop("is_news")
        found.append((Article(**row), told, bool(news)))
    return found


def record_of(engine: sa.Engine, content: str) -> str | None:
    """The record's JSON of a content, as it was read last."""
    with engine.connect() as connection:
        found: str | None = connection.scalar(
            sa.select(READINGS.c.record).where(READINGS.c.content == content, READINGS.c.is_current.is_(True))
        )
        return found


def published_of(engine: sa.Engine, contents: Collection[str]) -> dict[str, str | None]:
    """The day on which news was published, by its content; None where its paper does not say."""
    joined = READINGS.join(DOCUMENTS, DOCUMENTS.c.reading_id == READINGS.c.id)
    asked = sa.select(READINGS.c.content, sa.func.max(DOCUMENTS.c.published).label("published")).select_from(joined)
    found: dict[str, str | None] = {}
    ordered = sorted(contents)
    with engine.connect() as connection:
        for at in range(0, len(ordered), _AT_ONCE):
            some = ordered[at : at + _AT_ONCE]
            here = asked.where(READINGS.c.content.in_(some), READINGS.c.is_current.is_(True), DOCUMENTS.c.kind == "news")
            found.update((row.content, row.published) for row in connection.execute(here.group_by(READINGS.c.content)))
    return found


def keep_articles(engine: sa.Engine, articles: Sequence[Article]) -> None:
    """Write articles down, and nothing that belongs to them."""
    with writing(engine) as connection:
        write_articles(connection, articles)


def write_articles(
    connection: sa.Connection, articles: Sequence[Article], pages: Iterable[Page] = (), versions: Sequence[Version] = ()
) -> dict[str, int]:
    """Write articles, the pages behind them and new versions down; the articles' numbers by address."""
    _upsert(connection, PAGES, "address", [asdict(page) for page in pages])
    rows = [{name: value for name, value in asdict(article).items() if name != "id"} for article in articles]
    _upsert(connection, ARTICLES, "address", rows, keep=("found", "run_id", "feed"))
    addresses = [*{*(article.address for article in articles), *(version.address for version in versions)}]
    ids: dict[str, int] = {}
    for at in range(0, len(addresses), _AT_ONCE):
        asked = sa.select(ARTICLES.c.address, ARTICLES.c.id).where(ARTICLES.c.address.in_(addresses[at : at + _AT_ONCE]))
        ids.update((row.address, row.id) for row in connection.execute(asked))
    if versions:
        rows = [
            {"article_id": ids[one.address], "content": one.content, "seen": one.seen, "changes": one.changes, "run_id": one.run_id}
            for one in versions
        ]
        connection.execute(insert(connection, ARTICLE_VERSIONS).on_conflict_do_nothing(), rows)
    return ids


def keep_pages(engine: sa.Engine, pages: Iterable[Page]) -> None:
    """Write pages down that are no articles: lists."""
    with writing(engine) as connection:
        _upsert(connection, PAGES, "address", [asdict(page) for page in pages])


def _articles(engine: sa.Engine, asked: sa.Select[Any]) -> list[Article]:
    with engine.connect() as connection:
        return [Article(**_in_utc(row)) for row in connection.execute(asked).mappings()]


def _rows(engine: sa.Engine, table: sa.Table, key: sa.Column[Any], values: Collection[str]) -> Iterator[sa.RowMapping]:
    ordered = sorted(values)
    with engine.connect() as connection:
        for at in range(0, len(ordered), _AT_ONCE):
            yield from connection.execute(sa.select(table).where(key.in_(ordered[at : at + _AT_ONCE]))).mappings()


def _upsert(connection: sa.Connection, table: sa.Table, key: str, rows: Sequence[Mapping[str, Any]], keep: Collection[str] = ()) -> None:
    """Rows by their key, the newer in the place of the older; columns to ``keep`` stay as they were first written."""
    if not rows:
        return
    ordered = sorted({row[key]: row for row in rows}.values(), key=lambda row: str(row[key]))
    statement = insert(connection, table)
    fresh = {name: statement.excluded[name] for name in ordered[0] if name not in {key, *keep}}
    connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=fresh), ordered)


def _in_utc(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row's columns; SQLite keeps no zone."""
    return {
        name: value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value
        for name, value in dict(row).items()
    }
