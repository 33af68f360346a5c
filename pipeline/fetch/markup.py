"""The HTML of a small page, decoded as readers decode it."""

from __future__ import annotations

import re

from extractors.readers.charset import decode
from pipeline.fetch.exchange import Exchange
from schemas.errors import Unreadable

_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?(?P<name>[\w-]{1,40})", re.IGNORECASE)


_END = re.compile(r"</noscript\s{0,9}>", re.IGNORECASE)
_BEGIN = re.compile(r"<noscript\b[^<>]{0,99}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def is_html(exchange: Exchange) -> bool:
    """Whether a server says that it sends HTML, or says nothing and sends what looks like it."""
    kind = (exchange.header("content-type") or "").lower()
    return "html" in kind or (not kind and exchange.body[:500].lstrip().startswith(b"<"))


def markup_of(exchange: Exchange) -> str:
    """The page's text with its tags; as it comes where no encoding makes sense of it."""
    named = _CHARSET.search(exchange.header("content-type") or "")
    try:
        return decode(exchange.body, named["name"] if named else None).text
    except Unreadable:
        return exchange.body.decode("latin-1")


def without_noscript(markup: str) -> tuple[str, str]:
    """A page as browsers with scripts see it; and the words for those without, which a parser would put among the others."""
    kept, words, at = [], [], 0
    while (begin := _BEGIN.search(markup, at)) and (end := _END.search(markup, begin.end())):
        kept.append(markup[at : begin.start()])
        words.append(_TAG.sub("", markup[begin.end() : end.start()]))
        at = end.end()
    return "".join([*kept, markup[at:]]), "".join(words)
