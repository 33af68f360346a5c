"""What a web page says of itself outside its visible text.

Reads::

    <meta name="SiteName" content="…">, ColumnName, ArticleTitle, PubDate, ContentSource     the state's standard for government sites
    og:site_name, article:published_time, publishdate, source, dc.creator …                  the same under other names
    <link rel="canonical">, og:url, <!-- saved from url=(0042)http://… -->                   the page's own address

Leaves alone::

    empty values, and a name's second value                                                 the first that says something counts
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser

# the standard's own name first, then the others in the order in which they are trusted
_NAMES: Mapping[str, tuple[str, ...]] = {
    "SiteName": ("sitename", "og:site_name"),
    "ColumnName": ("columnname", "article:section"),
    "ArticleTitle": ("articletitle", "og:title", "dc.title"),
    "PubDate": (
        "pubdate", "publishdate", "publish_date", "publish-date", "publishtime", "firstpublishedtime", "article:published_time",
        "og:published_time", "og:release_date", "bytedance:published_time", "datepublished", "dc.date.issued", "dc.date", "dcterms.date",
    ),
    "ContentSource": ("contentsource", "source", "og:source", "article:source", "dc.source"),
    "Author": ("author", "og:article:author", "article:author", "dc.creator"),
    "Description": ("description", "og:description"),
    "Keywords": ("keywords",),
    "Url": ("url", "og:url"),
    "OriginalUrl": ("original-source", "syndication-source"),
}  # fmt: skip
_SAVED_FROM = re.compile(r"<!--\s{0,3}saved from url=\([0-9]{1,5}\)(\S{1,2000})\s{0,3}-->")
_LINKED_DATE = re.compile(r'"(?:datePublished|pubDate)"\s{0,4}:\s{0,4}"([^"<>]{8,40})"')
_HEAD = 20_000
_MOST_METAS = 500


def read_metadata(parser: LexborHTMLParser, markup: str, address: str | None = None) -> dict[str, str]:
    """The page's ``title``, ``canonical``, ``base`` and ``saved_from`` addresses, and its meta tags by the names of the standard.

    ``address`` is where the page was fetched; what a browser wrote into a saved page serves without it.
    """
    found: dict[str, str] = {}
    title = parser.css_first("title")
    if title is not None and title.text().strip():
        found["title"] = re.sub(r"\s+", " ", title.text()).strip()
    metas = _metas(parser)
    for name, others in _NAMES.items():
        value = next((metas[other] for other in others if other in metas), None)
        if value is not None:
            found[name] = value
    if "PubDate" not in found and (date := _linked_date(parser)) is not None:
        found["PubDate"] = date
    return found | _addresses(parser, markup) | ({"saved_from": address} if address else {})


def _metas(parser: LexborHTMLParser) -> dict[str, str]:
    """The meta tags by name in small letters, the first of several, empty ones left out."""
    found: dict[str, str] = {}
    for meta in parser.css("meta")[:_MOST_METAS]:
        attributes = meta.attributes
        name = (attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or "").strip().lower()
        value = (attributes.get("content") or "").strip()
        if name and value:
            found.setdefault(name, value)
    return found


def _linked_date(parser: LexborHTMLParser) -> str | None:
    """The day of publication in the page's linked data (JSON-LD)."""
    for script in parser.css('script[type="application/ld+json"]')[:5]:
        if match := _LINKED_DATE.search(script.text()[:_HEAD]):
            return match[1]
    return None


def _addresses(parser: LexborHTMLParser, markup: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, selector in (("canonical", "link[rel=canonical]"), ("base", "base[href]")):
        node = parser.css_first(selector)
        address = (node.attributes.get("href") or "").strip() if node is not None else ""
        if address:
            found[name] = address
    if saved := _SAVED_FROM.search(markup, 0, _HEAD):
        found["saved_from"] = saved[1]
    return found
