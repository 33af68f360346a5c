"""Sources as OPML 2.0, which feed readers write and read: their names and addresses, and whether they are feeds or pages.

Source: http://opml.org/spec2.opml. What OPML has no word for (cron, keywords, selectors) stays in ``feeds.toml``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from extractors.text.addresses import web_address
from pipeline.feeds.source import FeedSource
from pipeline.output_names import safe_name
from schemas.errors import JieduiError

_MOST = 10_000
_LONGEST_NAME = 50
_TYPES = {"rss": "rss", "page": "link", "auto": "link", "json": "link", "sitemap": "link"}


@dataclass(frozen=True, slots=True)
class Outline:
    """A source of an OPML file."""

    name: str
    address: str
    is_feed: bool


def opml_of(sources: Sequence[FeedSource]) -> str:
    """An OPML file of sources."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "jiedui"
    body = etree.SubElement(root, "body")
    for source in sources:
        where = {"xmlUrl": source.address} if source.kind == "rss" else {"url": source.address}
        etree.SubElement(body, "outline", {"text": source.name, "title": source.name, "type": _TYPES[source.kind], **where})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True).decode()


def read_opml(data: bytes) -> list[Outline]:
    """The sources of an OPML file, folders flattened, each address once. Raises :class:`JieduiError` where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise JieduiError("这不是 OPML 文件。请从订阅工具里重新导出后再试。") from error
    if root is None or str(root.tag).lower() != "opml":
        raise JieduiError("这不是 OPML 文件。请从订阅工具里重新导出后再试。")
    found: dict[str, Outline] = {}
    names: set[str] = set()
    for one in _outlines(root):
        if one.address not in found and len(found) < _MOST:
            name = _unused(one.name, names)
            names.add(name)
            found[one.address] = Outline(name, one.address, one.is_feed)
    return list(found.values())


def _outlines(root: etree._Element) -> Iterator[Outline]:
    for element in root.iter("outline"):
        told = {str(name).lower(): str(value) for name, value in element.attrib.items()}
        address = web_address(told.get("xmlurl")) or web_address(told.get("url")) or web_address(told.get("htmlurl"))
        if address is not None:
            name = " ".join((told.get("title") or told.get("text") or "").split())
            yield Outline(name or address, address, web_address(told.get("xmlurl")) is not None)


def _unused(name: str, names: set[str]) -> str:
    """A name that a source may have, and no other has."""
    plain = safe_name("".join(" " if sign in "/%&<>" else sign for sign in name).strip()[:_LONGEST_NAME].strip()) or "来源"
    number, found = 1, plain
    while found in names:
        number += 1
        found = f"{plain}{number}"
    return found


def toml_of(outlines: Sequence[Outline]) -> str:
    """What to write into ``feeds.toml`` for them."""
    return "\n".join(
        f"[[feed]]\nname = {quoted(one.name)}\naddress = {quoted(one.address)}\n" + ('kind = "rss"\n' if one.is_feed else "")
        for one in outlines
    )


def quoted(value: str) -> str:
    """A string of TOML: JSON's with its escapes is one, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
