"""Look through a source's list: what stands in it, on as many of its pages as are asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from extractors.listings.auto import find_list
from extractors.listings.entry import Entry, Listing
from extractors.listings.feed import read_feed_list
from extractors.listings.json_list import JsonPaths, read_json_list
from extractors.listings.kinds import list_kind
from extractors.listings.page import read_page_list
from extractors.listings.sitemap import read_sitemap
from pipeline.feeds.source import FeedSource
from pipeline.fetch.fetched import Fetched
from pipeline.fetch.trouble import FetchTrouble
from pipeline.store.news import Page
from schemas.errors import Unreadable


class Gets(Protocol):
    """Fetches an address: :meth:`pipeline.fetch.fetcher.Fetcher.get` with a source's manners."""

    def __call__(self, address: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """The page. Raises :class:`pipeline.fetch.trouble.FetchTrouble`."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a list holds. ``is_unchanged``: its first page is as it was, and nothing was read of it. ``pages``: as fetched.

    ``trouble``: a page further on could not be had; what stands on those before it is here.
    """

    entries: tuple[Entry, ...] = ()
    is_unchanged: bool = False
    without_title: int = 0
    without_day: int = 0
    pages: tuple[Page, ...] = field(default=())
    notes: tuple[str, ...] = ()
    trouble: FetchTrouble | None = None


def read_list(source: FeedSource, body: bytes, address: str, today: date) -> Listing:
    """The entries of one page of a list. Raises :class:`Unreadable` where it is none."""
    kind = list_kind(body) if source.kind == "auto" else source.kind
    if kind == "rss":
        return read_feed_list(body, address)
    if kind == "sitemap":
        return read_sitemap(body, address)
    if kind == "json":
        return read_json_list(body, address, source.paths or JsonPaths(), today)
    if source.selectors is not None:
        return read_page_list(body, address, source.selectors, today)
    return find_list(body, address, today).listing


def list_key(source: FeedSource) -> str:
    """Under what a list's first page is kept: what one source took from it another has not, nor the same one with other keywords."""
    asked = (source.name, source.kind, source.keywords, source.pages, source.since, source.until, source.selectors, source.paths)
    return f"{source.address}#{hashlib.sha256(repr(asked).encode()).hexdigest()}"


def look(source: FeedSource, get: Gets, today: date, known: Page | None, is_known: Callable[[Collection[str]], Collection[str]]) -> Looked:
    """A source's list, page by page until nothing new is on one, or all are older than what is looked for.

    ``known`` is the first page as it was when all that stood in the list was taken; without it no page is taken for known. ``is_known``
    tells which addresses are known already. Raises :class:`FetchTrouble`, and :class:`Unreadable` where the first page is no list.
    """
    first = get(source.address, etag=known.etag if known else None, modified=known.modified if known else None)
    if first.is_unchanged or (known is not None and known.digest == _digest(first)):
        return Looked(is_unchanged=True, pages=() if first.is_unchanged else (_page(source, first),))
    listing = read_list(source, first.body, first.final, today)
    if not listing.entries:
        return _indexed(source, get, listing, today)
    looked = replace(_joined(Looked(), listing), pages=(_page(source, first),))
    seen, more, count = {source.address, first.final}, list(listing.more), 1
    while more and count < source.pages and _goes_on(source, listing, is_known if known is not None else _nothing_known):
        address = more.pop(0)
        if address in seen:
            continue
        seen.add(address)
        count += 1
        further = _further(source, get, address, today)
        if not isinstance(further, Listing):
            looked = replace(looked, trouble=further)
            break
        listing = further
        looked = _joined(looked, listing)
        more += [one for one in listing.more if one not in seen and one not in more]
    return replace(looked, entries=tuple(_once(looked.entries)))


def _indexed(source: FeedSource, get: Gets, index: Listing, today: date) -> Looked:
    """What stands in the sitemaps of an index: an index stays as it is when they change, and one of them says nothing of the next."""
    looked = Looked(notes=index.notes)
    for address in index.more[: source.pages]:
        further = _further(source, get, address, today)
        looked = _joined(looked, further) if isinstance(further, Listing) else replace(looked, trouble=looked.trouble or further)
    if not looked.entries:
        raise looked.trouble or Unreadable("empty", "站点地图索引所列的站点地图里没有一个地址，请在浏览器中打开核对。")
    return replace(looked, entries=tuple(_once(looked.entries)))


def _further(source: FeedSource, get: Gets, address: str, today: date) -> Listing | FetchTrouble | None:
    """A further page, or why it could not be had; None where there is no list any more: the last page was the one before.

    Raises :class:`FetchTrouble` where the server wants to be left alone.
    """
    try:
        fetched = get(address)
        return read_list(source, fetched.body, fetched.final, today)
    except Unreadable:
        return None
    except FetchTrouble as trouble:
        if trouble.reason == "too-many-requests":
            raise
        return None if trouble.reason == "not-found" else trouble


def _goes_on(source: FeedSource, listing: Listing, is_known: Callable[[Collection[str]], Collection[str]]) -> bool:
    """Whether the page behind this one may hold something that is looked for and not known."""
    if source.since is not None and all(entry.day is not None and entry.day < source.since for entry in listing.entries):
        return False
    wanted = [entry.address for entry in listing.entries if source.wants(entry.title, entry.day)]
    return not wanted or len(is_known(wanted)) < len(wanted)


def _nothing_known(_: Collection[str]) -> Collection[str]:
    """A list that was never taken whole may hold something new behind what is known."""
    return ()


def _joined(one: Looked, other: Listing) -> Looked:
    return replace(
        one,
        entries=one.entries + other.entries,
        without_title=one.without_title + other.without_title,
        without_day=one.without_day + other.without_day,
        notes=one.notes + other.notes,
    )


def _once(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.address not in seen:
            seen.add(entry.address)
            yield entry


def _digest(fetched: Fetched) -> str:
    return hashlib.sha256(fetched.body).hexdigest()


def _page(source: FeedSource, fetched: Fetched) -> Page:
    return Page(list_key(source), fetched.etag, fetched.modified, _digest(fetched), fetched.at)
