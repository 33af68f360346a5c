"""The bytes of a web page as markup and as a tree, the way every reader of pages takes them.

Reads::

    <meta charset="gb2312">, charset=utf-8, no word of it        the encoding, with what the page says as a hint
    tags left open, attributes without quotes                    a tree, as browsers make one

Leaves alone::

    tags left open thousands deep                                unreadable: too-deep
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from extractors.readers.charset import Decoded, decode
from schemas.errors import Unreadable

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?\s{0,3}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4_096
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:]{0,30})")
_NEVER_DEEP = re.compile("br|p|li|td|th|tr|dt|dd|img|input|meta|link|hr|option|col|source|wbr|area|base|embed|param|track", re.IGNORECASE)
_DEEPEST = 5_000


def decode_html(data: bytes) -> Decoded:
    """The markup of a page.

    Raises :class:`Unreadable`: ``empty``, ``unknown-encoding``.
    """
    if not data.strip():
        raise Unreadable("empty", "文件是空的，没有内容可读。")
    declared = _CHARSET.search(data, 0, _DECLARED_WITHIN)
    return decode(data, declared[1].decode("ascii") if declared else None)


def parse_html(markup: str) -> LexborHTMLParser:
    """The tree of a page or of a piece of one; ``too-deep`` where parsing, which looks back over what is open, would take minutes."""
    if _is_too_deep(markup):
        raise Unreadable("too-deep", f"网页的标签嵌套超过{_DEEPEST}层，无法安全读取，请用浏览器打开后复制文字另存再读。")
    return LexborHTMLParser(markup, scripting=True)


def _is_too_deep(markup: str) -> bool:
    depth = 0
    for closing, name in _TAG.findall(markup):
        if _NEVER_DEEP.fullmatch(name):
            continue
        depth += -1 if closing and depth else 0 if closing else 1
        if depth > _DEEPEST:
            return True
    return False
