"""A feed's XML as a tree: what makes bad XML of most feeds is mended, and nothing is fetched, expanded or nested without bound.

Mended are what browsers and feed readers forgive: HTML's named characters (&nbsp;), bare ampersands, references to characters that do not
exist (&#1114112;), control characters, blanks before the XML declaration, prefixes that nobody declared (<dc:date>). Where the XML breaks
off or breaks down, the items that had ended before are kept, and the feed is partial.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from extractors.readers.charset import Decoded, decode
from schemas.errors import Unreadable

_CHARSET = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,3}=\s{0,3}[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"[\s\ufeff]*(?:<\?xml[^>]{0,200}\?>)?\s*")
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]{0,500}>", re.IGNORECASE)
_REFERENCE = re.compile(r"<!\[CDATA\[|\]\]>|&(?:#(?P<hex>[xX])?(?P<code>[0-9A-Fa-f]{1,12});|(?P<name>[A-Za-z][A-Za-z0-9]{1,30});)?")
_ROOT = re.compile(r"<[A-Za-z_][\w.:-]{0,40}")
_PREFIX = re.compile(r"<([A-Za-z_][\w.-]{0,40}):[A-Za-z_]|\s([A-Za-z_][\w.-]{0,40}):[A-Za-z_][\w.-]{0,40}\s{0,3}=\s{0,3}[\"']")
_DECLARED_PREFIX = re.compile(r"\sxmlns:([A-Za-z_][\w.-]{0,40})\s{0,3}=")
_MOST_PREFIXES = 20
_USUAL = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "atom": "http://www.w3.org/2005/Atom",
}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]+")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARED_WITHIN = 1_024
_HEAD = 20_000
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class XmlKind:
    """What a kind of XML is called, and which elements are its items, inside which others."""

    name: str
    items: frozenset[str]
    lists: frozenset[str]


FEED = XmlKind("订阅源", frozenset({"item", "entry"}), frozenset({"channel", "rdf", "feed", "rss", "items"}))


@dataclass(frozen=True, slots=True)
class FeedTree:
    """The root, the items that are complete, and Chinese sentences about what was mended; ``is_partial`` where more had followed."""

    root: Element
    items: Sequence[Element]
    encoding: str
    notes: tuple[str, ...]
    is_partial: bool


def read_feed_xml(data: bytes, kind: XmlKind = FEED) -> FeedTree:
    """The tree of a feed, or of another ``kind`` of XML that lists things.

    Raises :class:`Unreadable`: ``damaged`` where the XML ends before one item does, ``too-large`` where it defines entities,
    ``too-deep``, ``unknown-encoding``.
    """
    declared = _CHARSET.search(data, 0, _DECLARED_WITHIN)
    decoded = _decoded(data, declared[1].decode("ascii") if declared else None)
    text, mended = _mended(decoded.text, kind)
    notes = decoded.notes + ((f"{kind.name}里有{mended}处字符不合 XML 规范，已修正或略去。",) if mended else ())
    root, items, trouble = _parse(text, kind)
    if root is None or (trouble is not None and not items):
        raise Unreadable(
            "damaged",
            f"{kind.name}不是完整的 XML{_where(trouble)}，没有读出文章，请重新下载，或在浏览器中打开其中的文章另存为网页再试。",
        )
    if trouble is not None:
        notes = (*notes, f"{kind.name}的 XML 有错{_where(trouble)}，只读出前面的{len(items)}篇，请核对。")
    return FeedTree(root, items, decoded.encoding, notes, trouble is not None)


def local_name(element: Element) -> str:
    """An element's name in small letters without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _decoded(data: bytes, declared: str | None) -> Decoded:
    """The text. What tells Chinese knows nothing of other letters (Freiräume): XML without a word on it is UTF-8 (XML 1.0, 4.3.3)."""
    try:
        return decode(data, declared)
    except Unreadable:
        if declared is None or declared.lower() == "utf-8":
            with suppress(UnicodeDecodeError):
                return Decoded(data.decode("utf-8"), "utf-8")
        raise


def _mended(text: str, kind: XmlKind) -> tuple[str, int]:
    """The text without what XML forbids, and how often something had to go."""
    start = _DECLARATION.match(text)
    body = text[start.end() :] if start else text
    if re.search("<!ENTITY", body[:_HEAD], re.IGNORECASE):
        raise Unreadable("too-large", f"{kind.name}里夹带了实体定义（DTD），展开后可能大得无法读取，为安全起见没有读取。")
    root = _ROOT.search(body)
    doctype = _DOCTYPE.search(body, 0, root.start() if root else len(body))
    body, controls = _CONTROL.subn("", body[: doctype.start()] + body[doctype.end() :] if doctype else body)
    mender = _Mender()
    return _REFERENCE.sub(mender.mend, _declaring(body)), controls + mender.wrong


def _declaring(body: str) -> str:
    """The feed with a declaration at its root for every prefix that has none."""
    used = {tag or attribute for tag, attribute in _PREFIX.findall(body)}
    missing = sorted(used - {"xml", "xmlns", *_DECLARED_PREFIX.findall(body)})[:_MOST_PREFIXES]
    declarations = "".join(f' xmlns:{prefix}="{_USUAL.get(prefix, f"urn:{prefix}")}"' for prefix in missing)
    return _ROOT.sub(lambda root: root.group() + declarations, body, count=1) if missing else body


class _Mender:
    """Replaces references outside CDATA sections; ``wrong`` counts those that stand for nothing."""

    def __init__(self) -> None:
        self.wrong = 0
        self._raw = False

    def mend(self, match: re.Match[str]) -> str:
        words = match.group()
        if words.startswith(("<", "]")):
            self._raw = words.startswith("<")
            return words
        if self._raw:
            return words
        if match["code"]:
            return words if self._stands_for_a_character(match) else "\ufffd"
        if match["name"] and match["name"] not in _XML_NAMES:
            character = html.entities.html5.get(f"{match['name']};")
            return character or f"&amp;{words[1:]}"
        return words if match["name"] else "&amp;"

    def _stands_for_a_character(self, match: re.Match[str]) -> bool:
        if not match["hex"] and not match["code"].isdecimal():
            valid = False
        else:
            code = int(match["code"], 16 if match["hex"] else 10)
            valid = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF
        self.wrong += not valid
        return valid


def _parse(text: str, kind: XmlKind) -> tuple[Element | None, list[Element], etree.XMLSyntaxError | None]:
    """The root and the items that have ended; with the error, if one came."""
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    root: Element | None = None
    items: list[Element] = []
    trouble: etree.XMLSyntaxError | None = None
    data = text.encode("utf-8")
    try:
        for at in range(0, len(data), _PIECE):
            parser.feed(data[at : at + _PIECE])
        parser.close()
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise Unreadable(
                "too-deep", f"{kind.name}的标签嵌套得太深，无法安全读取，请在浏览器中打开其中的文章另存为网页再试。"
            ) from error
        trouble = error
    for event, element in parser.read_events():
        if not isinstance(element, Element):
            continue
        if root is None:
            root = element
        parent = element.getparent()
        if event == "end" and local_name(element) in kind.items and parent is not None and local_name(parent) in kind.lists:
            items.append(element)
    return root, items, trouble


def _where(trouble: etree.XMLSyntaxError | None) -> str:
    return f"（第{trouble.lineno}行）" if trouble is not None and trouble.lineno else ""
