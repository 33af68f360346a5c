"""A sitemap as a list: its addresses, or the sitemaps that it names.

Reads::

    <url><loc>…</loc><lastmod>2022-03-01T08:00:00+08:00</lastmod></url>      an entry without a title
    <news:news><news:title>…, <news:publication_date>…                       its title and its day, before lastmod
    <sitemapindex><sitemap><loc>…                                            further lists, the one changed last first
    a line for every address, in plain text                                  the same without days

Leaves alone::

    <lastmod>2022</lastmod>, 2022-03, 2022-02-30                             no day
    <image:loc>, <video:title>, a relative <loc> of another scheme           no article
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lxml.etree import _Element as Element

from extractors.listings.entry import Entry, Listing, each_once
from extractors.listings.headlines import plain
from extractors.listings.links import article_address
from extractors.listings.stamps import read_stamp
from extractors.readers.charset import decode
from extractors.readers.feed_xml import XmlKind, local_name, read_feed_xml
from schemas.errors import Unreadable

_SITEMAP = XmlKind("站点地图", frozenset({"url", "sitemap"}), frozenset({"urlset", "sitemapindex"}))
_PLAIN = re.compile(rb"\s{0,100}https?://", re.IGNORECASE)


def read_sitemap(data: bytes, address: str) -> Listing:
    """The addresses of a sitemap that was fetched from ``address``; those of nested sitemaps are its ``more``.

    Compressed ones are undone by whoever fetched them. Raises :class:`Unreadable`: ``empty``, ``unsupported`` for what is no sitemap, else
    as :func:`read_feed_xml`.
    """
    if not data.strip():
        raise _empty()
    if _PLAIN.match(data):
        return _told(each_once(_lines(data, address)), (), 0, ())
    tree = read_feed_xml(data, _SITEMAP)
    if local_name(tree.root) not in _SITEMAP.lists:
        raise Unreadable("unsupported", "这个地址不是站点地图（sitemap），请在浏览器中打开核对。")
    places = [(item, article_address(_text(item, "loc"), address)) for item in tree.items]
    entries = (_entry(item, place) for item, place in places if place is not None and local_name(item) == "url")
    nested = [(item, place) for item, place in places if place is not None and local_name(item) == "sitemap" and place != address]
    nested.sort(key=lambda one: read_stamp(_text(one[0], "lastmod")) or date.min, reverse=True)
    more = tuple(dict.fromkeys(place for _, place in nested))
    return _told(each_once(entries), more, sum(place is None for _, place in places), tree.notes)


def _told(entries: tuple[Entry, ...], more: tuple[str, ...], lost: int, notes: tuple[str, ...]) -> Listing:
    if not entries and not more:
        raise _empty()
    return Listing(entries, more, lost, notes)


def _empty() -> Unreadable:
    return Unreadable("empty", "站点地图里没有一个地址，请在浏览器中打开核对。")


def _lines(data: bytes, address: str) -> Iterator[Entry]:
    for line in decode(data).text.splitlines():
        if (place := article_address(line, address)) is not None:
            yield Entry(place)


def _entry(item: Element, place: str) -> Entry:
    news = next((child for child in item if local_name(child) == "news"), None)
    title = plain(_text(news, "title")) if news is not None else ""
    published = read_stamp(_text(news, "publication_date")) if news is not None else None
    return Entry(place, title or None, published or read_stamp(_text(item, "lastmod")))


def _text(element: Element | None, name: str) -> str | None:
    """The text of the first child of a name that says something."""
    found = (child.text for child in element if local_name(child) == name) if element is not None else ()
    return next((text.strip() for text in found if text and text.strip()), None)
