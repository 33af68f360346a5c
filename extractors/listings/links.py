r"""The addresses that links of a list lead to, also where a script opens them.

Reads::

    ./202307/t20230712_1.html, ..\gzdt\1.html, 附件 1.pdf              as browsers do: against the page, / for \, %20 for a blank
    javascript:window.open('/art/2023/7/12/art_1_2.html')                the address between the quotes
    <a href="#" onclick="location.href='t1.html'">                       the same
    t1.html#zoom, t1.html;jsessionid=0A1B                                without what names no other article

Leaves alone::

    javascript:void(0), javascript:show('8a8a'), #top, mailto:, file:    nothing that can be fetched
    http://jyj.example:99999/                                            no port
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urldefrag, urlsplit, urlunsplit

from extractors.text.addresses import web_address

_DROPPED = re.compile(r"[\t\r\n]+")
_NO_CHARACTER = re.compile("[\ud800-\udfff]")
_NO_HOST = re.compile(r"https?:(?!//[^/])", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^?#/;]{0,200}", re.IGNORECASE)
_SCRIPT = re.compile(r"\s{0,20}javascript:", re.IGNORECASE)
_QUOTED = re.compile(r"""(["'])([^"'<>\s]{1,1000})\1""")
_OPENABLE = re.compile(
    r"(?:https?:)?//[^/]|\.{0,2}/[\w.-]|[\w./-]{1,300}\.(?:s?html?|jhtml|jspx?|aspx?|php|do|action|pdf|docx?)(?:[?#]|$)", re.IGNORECASE
)
_LONGEST_SCRIPT = 2_000
_HANDLERS = ("onclick", "data-href", "data-url", "data-link")
_PORTS = {"http": 80, "https": 443}
_FRONT = re.compile(r"/(?:index|default)(?:\.\w{2,6})?$", re.IGNORECASE)


def article_address(written: str | None, base: str) -> str | None:
    """The address that ``written`` means on the page ``base``; None for what a browser would not fetch."""
    raw = _DROPPED.sub("", (written or "").strip())
    if _NO_CHARACTER.search(raw) or _NO_HOST.match(raw):
        return None
    path, mark, query = raw.partition("?")
    whole = web_address((path.replace("\\", "/") + mark + query).replace(" ", "%20"), base)
    return None if whole is None else _plain(whole)


def link_address(attributes: Mapping[str, str | None], base: str) -> str | None:
    """The address that an element leads to: its href, or what its script opens."""
    href = attributes.get("href")
    if href is not None and not _SCRIPT.match(href) and not href.strip().startswith("#") and (address := article_address(href, base)):
        return address
    for handler in (href if href and _SCRIPT.match(href) else None, *(attributes.get(name) for name in _HANDLERS)):
        if handler and (address := _opened(handler, base)):
            return address
    return None


def is_link(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element leads somewhere when it is clicked."""
    return tag == "a" or any(name in attributes for name in _HANDLERS)


def same_page(one: str, other: str) -> bool:
    """Whether two addresses are of one page: a folder's own page may be named or not."""
    return _folder(one) == _folder(other)


def site(address: str) -> str:
    """The host, without www."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _opened(script: str, base: str) -> str | None:
    if _OPENABLE.match(script):
        return article_address(script, base)
    quoted = (match[2] for match in _QUOTED.finditer(script[:_LONGEST_SCRIPT]))
    return next((address for words in quoted if _OPENABLE.match(words) and (address := article_address(words, base))), None)


def _plain(address: str) -> str | None:
    """An address in the form in which two of one page are equal."""
    try:
        parts = urlsplit(urldefrag(address).url)
        port = parts.port
    except ValueError:
        return None
    scheme, host = parts.scheme.lower(), parts.netloc.rpartition("@")
    name = host[2].lower()
    if port == _PORTS[scheme]:
        name = name.rpartition(":")[0]
    return urlunsplit((scheme, host[0] + host[1] + name, _SESSION.sub("", parts.path) or "/", parts.query, ""))


def _folder(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    return site(address), _FRONT.sub("/", parts.path) or "/", parts.query
