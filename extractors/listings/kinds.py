"""What kind of list an address gave, by its content.

Reads::

    <rss>, <feed>, <rdf:RDF>                     rss
    <urlset>, <sitemapindex>, http://… lines     sitemap
    {…}, […], callback({…}), var news = […]      json
    <datastore><record><![CDATA[{…               json; with <![CDATA[<li> a page
    everything else                              page
"""

from __future__ import annotations

import re
from typing import Literal

from extractors.readers.sniff import sniff

ListKind = Literal["rss", "page", "json", "sitemap"]
_HEAD = 4_096
_SITEMAP = re.compile(
    rb"(?:<\?[^>]{0,300}>|(?><!--.*?-->)|<!DOCTYPE[^>]{0,300}>|\s|\xef\xbb\xbf){0,50}+"
    rb"(?:<(?:\w{1,10}:)?(?:urlset|sitemapindex)[\s>]|https?://\S+\s)",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(
    rb"(?:\s|\xef\xbb\xbf){0,50}(?:[{\[]|(?:/\*[^*]{0,200}\*/\s{0,5})?(?:(?:var|let|const)\s{1,5})?[A-Za-z_$][\w$.]{0,100}\s{0,5}[(=]\s{0,5}[{\[])"
)
_STORE = re.compile(
    rb"(?:<\?[^>]{0,300}>|\s|\xef\xbb\xbf){0,50}<datastore\b.{0,2000}?<record>\s{0,50}<!\[CDATA\[\s{0,50}(?P<first>[^\s])",
    re.IGNORECASE | re.DOTALL,
)


def list_kind(data: bytes) -> ListKind:
    """The kind of a list. Never raises: what is no list is a page, and its reader says so."""
    head = data[:_HEAD]
    store = _STORE.match(head)
    if _SITEMAP.match(head):
        return "sitemap"
    if _JSON.match(head) or (store is not None and store["first"] in (b"{", b"[")):
        return "json"
    return "rss" if sniff(data) == "feed" else "page"
