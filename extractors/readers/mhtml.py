"""Read a web page that is saved in one file (.mht, .mhtml): the page inside the mail that it is wrapped in.

Reads::

    multipart/related; start="<…>"             the part that it names, or the first page
    text/html; charset=gb2312, base64          what the part's own head says of its encoding, and where the page is from
    a mail of nothing but text                 as plain text

Leaves alone::

    pictures, styles, frames of the page       not read
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from extractors.readers.charset import decode
from extractors.readers.html import read_html
from extractors.readers.plain import read_plain
from extractors.readers.source_text import SourceText
from extractors.text.addresses import web_address
from schemas.errors import Unreadable

_MARK = b"\xef\xbb\xbf"
_ADDRESSES = ("Content-Location", "Snapshot-Content-Location")
_MOST_PARTS = 10_000


def read_mhtml(data: bytes) -> SourceText:
    """The page's text as :func:`extractors.readers.html.read_html` gives it. Raises :class:`Unreadable` as that does, and ``damaged``."""
    try:
        whole = email.message_from_bytes(data, policy=email.policy.compat32)
        part = _page(whole)
        content = part.get_payload(decode=True) if part is not None else None
    except (RecursionError, MemoryError) as error:
        raise Unreadable("too-deep", "单个文件网页（.mht）的结构嵌套得太深，请在浏览器中另存为 .html 后再试。") from error
    if part is None or not isinstance(content, bytes):
        raise Unreadable("damaged", "单个文件网页（.mht）里没有找到网页，可能已损坏，请在浏览器中另存为 .html 后再试。")
    if not content.strip():
        raise Unreadable("empty", "单个文件网页（.mht）里的网页没有内容，请重新保存后再试。")
    decoded = decode(content, part.get_content_charset())
    marked = _MARK + decoded.text.encode("utf-8", "replace")
    if part.get_content_type() == "text/plain":
        return replace(read_plain(marked), encoding=decoded.encoding)
    source = read_html(marked)
    address = _address(part) or _address(whole)
    metadata = {"Url": address, **source.metadata} if address else source.metadata
    return replace(source, media_type="multipart/related", encoding=decoded.encoding, metadata=metadata, notes=decoded.notes)


def _page(whole: Message) -> Message | None:
    """The part that the file calls its start, the first page, or else the first text."""
    parts = list(_leaves(whole))
    start = str(whole.get_param("start") or "")
    named = [part for part in parts if start and str(part.get("Content-ID", "")).strip() == start]
    pages = [part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    texts = [part for part in parts if part.get_content_type() == "text/plain"]
    return next((part for part in (*named, *pages, *texts) if part.get_content_maintype() in {"text", "application"}), None)


def _leaves(whole: Message) -> Iterator[Message]:
    for count, part in enumerate(whole.walk()):
        if count > _MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _address(part: Message) -> str | None:
    """Where on the web the page was saved from, if it says so."""
    found = (web_address(str(part.get(name, "")).strip(), None) for name in _ADDRESSES)
    return next(filter(None, found), None)
