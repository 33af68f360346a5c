"""Read a web page: the visible text, and which of it is the document.

Reads::

    a bureau's page with menus, title, date line, body, neighbours and imprint      body and title stay, the rest is furniture
    a page that is the agreement and nothing else, also as Word saves it            all of it
    <p>选派<strong>20</strong>名</p>                                               选派20名

Leaves alone::

    scripts, styles, hidden elements, form fields                                   never shown as text
    a page that a script would have to build first                                  unreadable: no-text
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from extractors.readers.html_body import Layout, furniture, lay_out
from extractors.readers.html_markup import decode_html, parse_html
from extractors.readers.html_metadata import read_metadata
from extractors.readers.html_pen import HtmlText
from extractors.readers.html_text import read_text
from extractors.readers.source_text import Heading, Link, SourceText
from extractors.text.addresses import own_address, web_address
from schemas.errors import Unreadable

_MEDIA_TYPE = "text/html"
_WINDOW_PARTS = re.compile(r"\s?[-_|—–]{1,2}\s?|\s")
_TITLE_CLASSES = (
    ".title, .tit, .bt, .biaoti, .arti_title, .article-title, .article_title, .articleTitle, .news_title, .newstitle, .news-title, "
    ".show_title, .content_title, .contentTitle, .pages_title, .rich_media_title"
)
_SITE = re.compile("(?:网|网站|门户|平台|局|厅|委员会|政府|学校|中学|小学|幼儿园|学院|大学)$")
"""How the name of a site ends; a page's own title names what it is about."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def read_html(data: bytes, address: str | None = None) -> SourceText:
    """The text of a page with its furniture, headings, tables and metadata; ``address`` is where it was fetched.

    Raises :class:`Unreadable`: ``empty``, ``unknown-encoding``, ``too-deep``, or ``no-text`` for a page without visible text.
    """
    decoded = decode_html(data)
    parser = parse_html(decoded.text)
    metadata = read_metadata(parser, decoded.text, address)
    root = parser.body or parser.root
    page = HtmlText() if root is None else read_text(root)
    if not page.lines:
        raise Unreadable("no-text", "网页里没有可见的文字，可能要由脚本生成；请在浏览器中打开后另存为网页再读。")
    layout = lay_out(page, parser, _titles(parser, metadata), _title_guesses(parser, metadata))
    return SourceText(
        text=page.text,
        media_type=_MEDIA_TYPE,
        encoding=decoded.encoding,
        tables=tuple(page.tables),
        furniture=furniture(page.lines, layout),
        headings=_headings(page, layout),
        wraps=(),
        metadata=metadata,
        links=links(page, metadata.get("base") or own_address(metadata)),
        notes=decoded.notes,
    )


def read_fragment(markup: str) -> HtmlText:
    """The visible text of a piece of HTML that a file of another format carries; ``too-deep`` as for a page."""
    parser = parse_html(markup)
    root = parser.body or parser.root
    return HtmlText() if root is None else read_text(root)


def links(page: HtmlText, base: str | None) -> tuple[Link, ...]:
    """The links of a text that lead to web pages, resolved against the address of the page."""
    found = ((start, end, web_address(written, base)) for start, end, written in page.links)
    return tuple(sorted((Link(start, end, address) for start, end, address in found if address is not None), key=lambda link: link.start))


def _titles(parser: LexborHTMLParser, metadata: dict[str, str]) -> list[str]:
    """What the page calls its article, the surest first: the standard's name, headings, the window's title and its beginnings."""
    window = metadata.get("title", "")
    names = [node.text() for node in parser.css("h1")[:20]]
    names += [window[: match.start()] for match in reversed(list(_WINDOW_PARTS.finditer(window)))]
    sites = {metadata.get("SiteName", ""), metadata.get("ColumnName", ""), ""}
    told = [metadata.get("ArticleTitle", ""), *(name for name in map(str.strip, names) if name not in sites and not _SITE.search(name))]
    return told if window in sites or (_SITE.search(window) and not _WINDOW_PARTS.search(window)) else [*told, window]


def _title_guesses(parser: LexborHTMLParser, metadata: dict[str, str]) -> list[str]:
    """What may be the article's title and may be a column's: parts of the window's title, what is set as a title or a lesser heading."""
    guesses = _WINDOW_PARTS.split(metadata.get("title", ""))
    guesses += [node.text() for selectors in (_TITLE_CLASSES, "h2") for node in parser.css(selectors)[:20]]
    sites = {metadata.get("SiteName", ""), metadata.get("ColumnName", ""), ""}
    return [name for name in map(str.strip, guesses) if name not in sites and not _SITE.search(name)]


def _headings(page: HtmlText, layout: Layout) -> tuple[Heading, ...]:
    """The title as level 0, and what is marked as a heading inside the document (h2 is level 1)."""
    found: dict[int, Heading] = {}
    if layout.title is not None:
        line = page.lines[layout.title]
        found[line.start] = Heading(line.start, line.end, 0)
    starts = {line.start: part for line, part in zip(page.lines, layout.parts, strict=True)}
    for tag, key in page.nodes:
        start, end = page.spans[key]
        if tag in _HEADINGS and end > start and start not in found and starts.get(start) == "document":
            level = _HEADINGS.index(tag)
            found[start] = Heading(
                start, end, max(level, 0 if layout.title is None and not any(h.level == 0 for h in found.values()) else 1)
            )
    return tuple(found[start] for start in sorted(found))
