"""What a feed says of each of its items, in RSS 0.9x, 1.0 (RDF) and 2.0 and in Atom.

Reads::

    <item><title>, <link>, <pubDate>, <dc:creator>, <source>, <content:encoded> or <description>        RSS
    <entry><title>, <link rel="alternate">, <published>, <author><name>, <content> or <summary>          Atom
    <guid>http://…</guid>, xml:base, a relative <link>                                                   resolved against the feed

Leaves alone::

    javascript: and file: links, <author>editor@example.org</author>                                    no address, no name
    <lastBuildDate>                                                                                     the feed's day and no item's
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from extractors.readers.feed_xml import local_name
from extractors.text.addresses import web_address

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MAILED = re.compile(r"[^\s@()]{1,80}@[^\s@()]{1,80}(?:\s{0,3}[(（](?P<name>[^()（）]{1,60})[)）])?")
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_MODULES = frozenset(
    {
        "",
        "http://www.w3.org/2005/Atom",
        "http://purl.org/atom/ns#",
        "http://purl.org/rss/1.0/",
        "http://purl.org/dc/elements/1.1/",
        "http://purl.org/dc/terms/",
        "http://purl.org/rss/1.0/modules/content/",
        "http://www.w3.org/1999/xhtml",
    }
)
_DATES = ("pubdate", "published", "date", "issued", "created", "updated", "modified")
_BODIES = ("encoded", "content", "body", "description", "summary")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item as the feed has it; ``title`` and ``body`` may be HTML. None and "" where the feed says nothing."""

    title: str
    body: str
    address: str | None
    outlet: str | None
    author: str | None
    stamp: str | None
    original: str | None


@dataclass(frozen=True, slots=True)
class Channel:
    """The feed itself: its title, who writes in it unless an item says otherwise, and the address to which links are relative."""

    title: str
    author: str | None
    base: str | None


def read_channel(root: Element, address: str | None = None) -> Channel:
    """The feed's own elements, which stand in <channel> or in <feed>; ``address`` is where it was fetched.

    Atom says to what a relative link is relative: xml:base, or the feed. RSS does not: there the links of its channel stand for it, which
    name the column that the articles are in.
    """
    head = next((child for child in root if local_name(child) == "channel"), root)
    links = {child.get("rel", "alternate"): child.get("href") or child.text for child in head if local_name(child) == "link"}
    declared = _base(head, _base(root, None, address), address) if head is not root else _base(root, None, address)
    told = () if address and local_name(root) == "feed" else (links.get("self"), links.get("alternate"))
    known = (declared, *(web_address(link, address) for link in told), web_address(address))
    base = next((link for link in known if link is not None), None)
    author = _people(head) if local_name(head) == "feed" else None
    return Channel(one_line(_words(head, "title")), author, base)


def _base(element: Element, outer: str | None, address: str | None = None) -> str | None:
    """The address to which links inside an element are relative: its xml:base, else that of what is around it."""
    return web_address(element.get(_XML_BASE), outer or address) or outer


def read_item(item: Element, channel: Channel) -> FeedItem:
    """One item's elements."""
    base = _base(item, channel.base)
    source = _child(item, "source")
    told = _outlet(source)
    original = web_address(told) or next(_links(item, "via", base), None)
    return FeedItem(
        title=_words(item, "title"),
        body=next(filter(None, (_words(item, name) for name in _BODIES)), ""),
        address=_address(item, base),
        outlet=None if web_address(told) else told,
        author=_people(item) or (_people(source) if source is not None else None) or channel.author,
        stamp=next(filter(None, (_plain(_child(item, name)) for name in _DATES)), None),
        original=original,
    )


def one_line(words: str) -> str:
    """Words with every run of ASCII blanks as one space."""
    return _BLANKS.sub(" ", words).strip(" ")


def _children(element: Element, name: str) -> Iterator[Element]:
    """The children of a name, those of the feed's own format before those of its modules; other modules' (media:title) are not meant."""
    found = [(_namespace(child), child) for child in element if local_name(child) == name]
    own = _namespace(element)
    yield from (child for space, child in found if space == own)
    yield from (child for space, child in found if space != own and space in _MODULES)


def _namespace(element: Element) -> str:
    return str(element.tag).partition("}")[0].lstrip("{") if str(element.tag).startswith("{") else ""


def _child(element: Element, name: str) -> Element | None:
    """The first child of a name that says something, in any namespace."""
    found = list(_children(element, name))
    return next((child for child in found if _plain(child)), found[0] if found else None)


def _plain(element: Element | None) -> str | None:
    """An element's text, without that of elements inside it."""
    words = (element.text or "").strip() if element is not None else ""
    return words or None


def _words(element: Element, name: str) -> str:
    """The text of a child, or its markup where it holds elements (Atom's xhtml, tags that nobody escaped)."""
    found = list(_children(element, name))
    # <content:encoded> and Atom's <content> may also be a media element without words
    for child in found:
        if len(child):
            return _markup(child)
        if child.text and child.text.strip():
            return child.text
    return ""


def _markup(element: Element) -> str:
    """The markup inside an element, its tags without namespaces."""
    for inner in element.iterdescendants():
        if isinstance(inner.tag, str):
            inner.tag = local_name(inner)
    parts = [etree.tostring(child, encoding="unicode", method="html") for child in element]
    lead = (element.text or "").replace("&", "&amp;").replace("<", "&lt;")
    return lead + "".join(parts)


def _outlet(source: Element | None) -> str | None:
    """RSS and Dublin Core give the source as text, Atom as a feed of its own with a title."""
    if source is None:
        return None
    words = _plain(source) or _plain(_child(source, "title"))
    return one_line(words) if words else None


def _people(element: Element) -> str | None:
    """Everybody named as author: dc:creator, Atom's author with a name, RSS's with an address that hides one."""
    names: list[str] = []
    for name in ("creator", "author"):
        for child in _children(element, name):
            words = one_line(_plain(_child(child, "name")) or _plain(child) or "")
            mailed = _MAILED.fullmatch(words)
            words = (mailed["name"] or "") if mailed else words
            if words and words not in names:
                names.append(words)
        if names:
            return "、".join(names)
    return None


def _address(item: Element, base: str | None) -> str | None:
    """The item's page: its link, else what serves as its identity where that is an address."""
    for child in _children(item, "link"):
        if address := web_address(child.text, _base(child, base)):
            return address
    if address := next(_links(item, "alternate", base), None):
        return address
    guid = _child(item, "guid")
    if guid is not None and guid.get("isPermaLink", "true") != "false" and (address := web_address(guid.text)):
        return address
    about = next((value for name, value in item.attrib.items() if str(name).endswith("}about")), None)
    return web_address(str(about)) if about else None


def _links(item: Element, rel: str, base: str | None) -> Iterator[str]:
    for child in _children(item, "link"):
        if child.get("rel", "alternate") == rel and (address := web_address(child.get("href"), _base(child, base))):
            yield address
