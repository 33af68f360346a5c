"""The bytes of a web page as markup and as a tree, the way every reader of pages takes them.

Reads::

    <meta charset="gb2312">, charset=utf-8, no word of it        the encoding, with what the page says as a hint
    tags left open, attributes without quotes                    a tree, as browsers make one

Leaves alone::

    tags left open thousands deep                                unreadable: too-deep
    a tag with thousands of attributes                           unreadable: too-large
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from extractors.readers.charset import Decoded, decode
from schemas.errors import Unreadable

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4_096
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]{0,30})")
_NEVER_DEEP = re.compile("br|p|li|td|th|tr|dt|dd|img|input|meta|link|hr|option|col|source|wbr|area|base|embed|param|track", re.IGNORECASE)
_DEEPEST = 5_000
# a tag as browsers take it apart, without a step back
_ATTRIBUTE = re.compile(r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?)?+""")
_OPENED = re.compile(rf"<(?:(?P<comment>!--)|(?P<name>[A-Za-z][^\s/>]*+)(?P<attributes>(?:{_ATTRIBUTE.pattern})*+))")
_RAW = frozenset("script style textarea title xmp iframe noembed noframes noscript".split())
_ONE_ELEMENT = frozenset({"html", "body"})
"""However often a page opens them, they are one element, and their attributes are gathered."""
_MOST_ATTRIBUTES = 1_000
_FEW = 2 * _MOST_ATTRIBUTES
"""Characters in which there are no more."""


def decode_html(data: bytes) -> Decoded:
    """The markup of a page.

    Raises :class:`Unreadable`: ``empty``, ``unknown-encoding``.
    """
    if not data.strip():
        raise Unreadable("empty", "文件是空的，没有内容可读。")
    declared = _CHARSET.search(data, 0, _DECLARED_WITHIN)
    return decode(data, declared[1].decode("ascii") if declared else None)


def parse_html(markup: str) -> LexborHTMLParser:
    """The tree of a page or of a piece of one.

    Raises :class:`Unreadable` where parsing would take minutes: ``too-deep``, for it looks back over what is open; ``too-large`` where a
    tag has thousands of attributes, for it holds each against the others.
    """
    if _is_too_deep(markup):
        raise Unreadable("too-deep", f"网页的标签嵌套超过{_DEEPEST}层，无法安全读取，请用浏览器打开后复制文字另存再读。")
    if _has_endless_attributes(markup):
        raise Unreadable(
            "too-large", f"网页里有一个标签带着{_MOST_ATTRIBUTES}个以上的属性，无法安全读取，请用浏览器打开后复制文字另存再读。"
        )
    # events are for scripts, and with them a list of choices costs the square of its length
    return LexborHTMLParser(markup, scripting=True, options=LexborDocumentOptions.WO_EVENTS)


def _has_endless_attributes(markup: str) -> bool:
    at = 0
    gathered = 0
    while opened := _OPENED.search(markup, at):
        name = (opened["name"] or "").lower()
        at = _after_raw(markup, name, opened.end()) if opened["comment"] or name in _RAW else opened.end()
        if at < 0:
            return False
        if len(opened["attributes"] or "") > _FEW or name in _ONE_ELEMENT:
            count = sum(1 for _ in _ATTRIBUTE.finditer(opened["attributes"]))
            gathered += count if name in _ONE_ELEMENT else 0
            if max(count, gathered) > _MOST_ATTRIBUTES:
                return True
    return False


def _after_raw(markup: str, name: str, start: int) -> int:
    """Where a comment or an element ends in which tags are no tags; below 0 where it never does."""
    end = re.compile(rf"</{name}" if name else "-->", re.IGNORECASE).search(markup, start)
    return end.end() if end else -1


def _is_too_deep(markup: str) -> bool:
    depth = 0
    for closing, name in _TAG.findall(markup):
        if _NEVER_DEEP.fullmatch(name):
            continue
        depth += -1 if closing and depth else 0 if closing else 1
        if depth > _DEEPEST:
            return True
    return False
