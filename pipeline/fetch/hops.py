"""Where an answer leads on to: redirects, and pages that are nothing but a way to another.

Reads::

    301, 302, 303, 307, 308 with Location
    <meta http-equiv="refresh" content="0;url=/jyj/index.html">      within 5 seconds; the header Refresh too
    <script>window.location.href = "/jyj/";</script>                 where a page has no other script and hardly any words
    <script>location.replace('./index.shtml')</script>

Leaves alone::

    <meta http-equiv="refresh" content="300">                        a page that renews itself
    <!--[if lt IE 9]><meta http-equiv="refresh" …><![endif]-->       for browsers of old, as <noscript> is for those without scripts
    if (/Mobile/.test(navigator.userAgent)) location.href = "/m/";   a script with a will of its own
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.fetch.exchange import Exchange
from pipeline.fetch.markup import is_html, markup_of, without_noscript
from pipeline.fetch.trouble import FetchTrouble

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SOON = 5
_HEAD = 64 * 1024
"""Where a page leads on, it says so at its beginning."""
_SMALL = 8 * 1024
_FEW_WORDS = 60
_NAMES_REFRESH = re.compile(rb"http-equiv\s{0,9}=\s{0,9}[\"']?\s{0,9}refresh", re.IGNORECASE)
_REFRESH = re.compile(
    r"\s*(?P<seconds>[0-9]{1,9})(?:\.[0-9]*)?\s*[;,\s]\s*(?:url\s*=\s*)?(?P<quote>[\"']?)(?P<link>.*?)(?P=quote)\s*",
    re.IGNORECASE | re.DOTALL,
)
_LOCATION = r"(?:javascript:\s*)?(?:(?:window|self|top|parent|document)\s{0,9}\.\s{0,9}){0,2}location"
_STRING = r"""(?P<quote>["'])(?P<link>(?:[^"'\\\s<>]|\\/){1,2000})(?P=quote)"""
_LEADS = tuple(
    re.compile(rf"(?:<!--|//\s{{0,9}}<!\[CDATA\[)?\s*{_LOCATION}{how}\s*;?\s*(?:(?://\s{{0,9}})?(?:-->|\]\]>))?")
    for how in (rf"(?:\s{{0,9}}\.\s{{0,9}}href)?\s*=\s*{_STRING}", rf"\s{{0,9}}\.\s{{0,9}}(?:replace|assign)\s*\(\s*{_STRING}\s*\)")
)
_UNSEEN = ["script", "style", "template", "title"]


@dataclass(frozen=True, slots=True)
class Hop:
    """A link to follow, as it is written. ``is_page``: a page leads there, which could be read itself."""

    link: str
    is_page: bool


def find_hop(exchange: Exchange) -> Hop | None:
    """Where an answer leads on to, or None where it is the answer. Raises :class:`FetchTrouble` for a redirect to nowhere."""
    if exchange.code in _REDIRECTS:
        link = (exchange.header("location") or "").strip()
        if not link:
            raise FetchTrouble("bad-redirect", "redirect-without-address", {**exchange.address.facts, "code": exchange.code})
        return Hop(link, is_page=False)
    if exchange.code != 200 or not is_html(exchange):
        return None
    link = _read_refresh(exchange.header("refresh")) or _find_refresh(exchange) or _find_script(exchange)
    return Hop(link, is_page=True) if link else None


def _read_refresh(content: str | None) -> str:
    match = _REFRESH.fullmatch(content[:4_000]) if content else None
    return match["link"].strip() if match and int(match["seconds"]) <= _SOON else ""


def _find_refresh(exchange: Exchange) -> str:
    if not _NAMES_REFRESH.search(exchange.body, 0, _HEAD):
        return ""
    beginning = exchange.body[:_HEAD]
    # never within a character
    tree = LexborHTMLParser(without_noscript(markup_of(replace(exchange, body=beginning[: beginning.rfind(b">") + 1])))[0])
    found = (node.attributes for node in tree.css("meta[http-equiv][content]"))
    return next((_read_refresh(each["content"]) for each in found if (each["http-equiv"] or "").strip().lower() == "refresh"), "")


def _find_script(exchange: Exchange) -> str:
    if len(exchange.body) > _SMALL or b"location" not in exchange.body:
        return ""
    tree = LexborHTMLParser(without_noscript(markup_of(exchange))[0])
    links = [_leads_to(node) for node in tree.css("script")]
    if not links or not all(links):
        return ""
    tree.strip_tags(_UNSEEN, recursive=True)
    words = tree.root.text() if tree.root else ""
    return links[0] if len("".join(words.split())) <= _FEW_WORDS else ""


def _leads_to(script: LexborNode) -> str:
    if "src" in script.attributes:
        return ""
    code = script.text().strip()
    match = next((found for pattern in _LEADS if (found := pattern.fullmatch(code))), None)
    return match["link"].replace("\\/", "/") if match else ""
