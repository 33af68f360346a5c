"""Read a feed (RSS, RDF or Atom): one document for each item, its title above its text.

Reads::

    栖霞岭市教育局赴康朗县对接教育支援工作 ⏎ 5月15日至16日，…       an item, with its address, source, author and day as metadata
    <![CDATA[<p>…</p>]]>, &lt;p&gt;…, <content type="xhtml">        HTML in whatever wrapping, read as a web page's text is
    <title>&lt;b&gt;两校&lt;/b&gt;签约 &amp;amp; 揭牌</title>       两校签约 & 揭牌

Leaves alone::

    a feed without items                                            unreadable: empty; a wall before the site gives one too
    XML that breaks off inside the first item                       unreadable: damaged
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from extractors.readers.feed_items import Channel, FeedItem, one_line, read_channel, read_item
from extractors.readers.feed_xml import local_name, read_feed_xml
from extractors.readers.html import read_fragment
from extractors.readers.html_pen import HtmlText
from extractors.readers.limits import check_characters
from extractors.readers.source_text import Cell, Heading, Link, Part, SourceText, Table
from extractors.text.addresses import web_address
from schemas.errors import Unreadable

_MEDIA_TYPES = {"feed": "application/atom+xml", "rdf": "application/rdf+xml"}
_TAG = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9:]{0,20}(?:\s[^<>]{0,2000})?/?|!--)>?|&(?:#[0-9xA-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,30});")
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|div|br|span|strong|b|a|img|table)\b", re.IGNORECASE)


def read_feed(data: bytes) -> SourceText:
    """The text of a feed's items, each a part with what the feed says of it.

    Raises :class:`Unreadable`: ``empty`` for a feed without items, else as :func:`read_feed_xml`.
    """
    tree = read_feed_xml(data)
    channel = read_channel(tree.root)
    page = _Written()
    for element in tree.items:
        item = read_item(element, channel)
        page.write(item, _metadata(item, channel))
        check_characters(page.at)
    if not page.parts:
        raise Unreadable("empty", "订阅源里没有文章，可能是地址不对，或被网站的防火墙拦截，请在浏览器中打开核对。")
    return SourceText(
        text="".join(page.pieces),
        media_type=_media_type(tree.root),
        encoding=tree.encoding,
        tables=tuple(page.tables),
        headings=tuple(page.headings),
        wraps=(),
        metadata={"ChannelTitle": channel.title} if channel.title else {},
        parts=tuple(page.parts),
        links=tuple(sorted(page.links, key=lambda link: link.start)),
        is_partial=tree.is_partial,
        notes=tree.notes,
    )


def _media_type(root: Element) -> str:
    return _MEDIA_TYPES.get(local_name(root), "application/rss+xml")


def _metadata(item: FeedItem, channel: Channel) -> dict[str, str]:
    told = {
        "ArticleTitle": one_line(item.title),
        "PubDate": item.stamp,
        "ContentSource": item.outlet,
        "Author": item.author,
        "Url": item.address,
        "OriginalUrl": item.original,
        "ChannelTitle": channel.title,
    }
    return {name: value for name, value in told.items() if value}


class _Written:
    """The text as far as it is written, with what was noted on the way."""

    def __init__(self) -> None:
        self.at = 0
        self.pieces: list[str] = []
        self.parts: list[Part] = []
        self.headings: list[Heading] = []
        self.tables: list[Table] = []
        self.links: list[Link] = []

    def write(self, item: FeedItem, metadata: dict[str, str]) -> None:
        """One item: its title, its text, an empty line."""
        title = one_line(read_words(item.title).text)
        body = read_words(item.body)
        words = body.text.strip("\n")
        if not title and not words.strip():
            return
        start = self.at
        if title:
            self.headings.append(Heading(start, start + len(title), 0))
            self._put(f"{title}\n")
        if words.strip() and one_line(words.partition("\n")[0]) != title:
            self._put_body(body, item.address)
        elif words.strip():
            self._put_rest(body)
        self.parts.append(Part(start, self.at, metadata))
        self._put("\n")

    def _put(self, words: str) -> None:
        self.pieces.append(words)
        self.at += len(words)

    def _put_body(self, body: HtmlText, base: str | None) -> None:
        for table in body.tables:
            self.tables.append(_moved(table, self.at))
        for start, end, written in body.links:
            if address := web_address(written, base):
                self.links.append(Link(self.at + start, self.at + end, address))
        self._put(body.text)

    def _put_rest(self, body: HtmlText) -> None:
        """The text without its first line, which is the title again."""
        self._put(body.text.strip("\n").partition("\n")[2] + "\n")


def _moved(table: Table, by: int) -> Table:
    cells = tuple(Cell(cell.row, cell.column, cell.start + by, cell.end + by) for cell in table.cells)
    return Table(table.start + by, table.end + by, cells)


def read_words(markup: str) -> HtmlText:
    """The text of a title or body: HTML, HTML that was escaped once too often, or plain lines."""
    if _ESCAPED_TAG.search(markup) and not re.search(r"<[a-z]", markup, re.IGNORECASE):
        markup = html.unescape(markup)
    return read_fragment(markup if _TAG.search(markup) else _as_paragraphs(markup))


def _as_paragraphs(words: str) -> str:
    return "<br>".join(_escaped_lines(words))


def _escaped_lines(words: str) -> Iterator[str]:
    for line in words.strip().splitlines():
        yield html.escape(line.strip(), quote=False)
