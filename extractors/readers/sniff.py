"""What a file is, by its content: names lie (a .doc that is a web page, a .pdf that is a Word file).

Reads::

    %PDF-1.4 …; 1 0 obj <<… endobj                    pdf
    PK…, with word/ inside                            docx
    PK…, with OFD.xml inside                          ofd
    D0 CF 11 E0 …, with a stream EncryptedPackage     docx-encrypted
    <!DOCTYPE html>, <html>, <div class=…>            html
    <?xml …?><rss, <feed                              feed

Leaves alone::

    协议书中写到 <附件> 与 <p>                         text, no web page: it does not begin with a tag
    本文介绍 %PDF- 开头的文件                            text
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from extractors.readers.charset import decode
from extractors.readers.zip_faults import ZIP_FAULTS
from schemas.errors import Unreadable

Kind = Literal[
    "empty",
    "pdf",
    "docx",
    "docx-encrypted",
    "doc",
    "xls",
    "ppt",
    "ole",
    "xlsx",
    "pptx",
    "odt",
    "ofd",
    "zip",
    "archive",
    "html",
    "mhtml",
    "feed",
    "word-xml",
    "xml",
    "rtf",
    "image",
    "text",
    "binary",
]

_HEAD = 4096
_WIDE_ASCII = 6
"""So many NULs in every other one of the first 20 bytes: ASCII written in UTF-16."""
_SEVERAL = 3
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_IMAGES = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"II*\x00",
    b"MM\x00*",
    b"\x00\x00\x01\x00",
)
_OLE_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("EncryptedPackage", "docx-encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("PowerPoint Document", "ppt"),
)
_ZIP_MEMBERS: tuple[tuple[str, Kind], ...] = (
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
    ("OFD.xml", "ofd"),
)
_OFFICE_MEMBER = b"[Content_Types].xml"
_PROLOGUE = re.compile(r"\s*(?:(?:<\?[^>]{0,200}>|<!--(?:[^-]|-(?!->)){0,2000}-->)\s*){0,9}")
_FEED = re.compile(
    r"(?:<!DOCTYPE\s{1,4}(?:rss|rdf:RDF|feed)\b[^<>\[]{0,500}>\s{0,20})?<(?:[a-z]\w{0,9}:)?(?:rss|feed|RDF)[\s>]"
    r"|<!DOCTYPE\s{1,4}(?:rss|feed)\s{0,4}(?:\[|PUBLIC|SYSTEM)",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"<!DOCTYPE\s{1,4}(?!html\b)[\w:.-]{1,40}\s{0,4}(?:\[|PUBLIC|SYSTEM)", re.IGNORECASE)
"""A document type that is no web page's: entities may follow."""
_FEED_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_WORD_XML = re.compile(r"<(?:\w{1,8}:)?(?:wordDocument|package)[\s>]")
_PAGE = re.compile(
    r"<!DOCTYPE\s{1,4}html|<(?:html|head|body|title|meta|link|script|style)[\s>/]",
    re.IGNORECASE,
)
_FIRST_OBJECT = re.compile(rb"(?:%[^\r\n]{0,200}[\r\n]{1,4}|\s){0,20}\d{1,9}\s\d{1,5}\sobj\b")
_FRAGMENT = re.compile(
    r"<(?:div|p|table|tbody|tr|td|span|center|font|br|h[1-6]|section|article|main|ul|ol|a|b|strong|blockquote|o:p)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"</[a-z][a-z0-9:]{0,10}>|<br\s?/?>", re.IGNORECASE)
_MAIL = re.compile(
    r"(?:[A-Za-z-]{2,40}:[^\n]{0,300}\n(?:[ \t][^\n]{0,300}\n){0,4}){0,20}MIME-Version:",
    re.IGNORECASE,
)
_CONTROLS = bytes(range(9)) + bytes(range(14, 32)) + b"\x7f"


def sniff(data: bytes) -> Kind:
    """The kind of a file. Never raises; a damaged file is of the kind that its beginning says."""
    if not data.strip(b" \t\r\n\x00"):
        return "empty"
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if _is_pdf(data):
        return "pdf"
    if _is_image(data):
        return "image"
    if data.startswith(_ARCHIVES):
        return "archive"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    return _markup_kind(_head_text(data)) or ("binary" if _is_binary(data[:_HEAD]) else "text")


def _is_pdf(data: bytes) -> bool:
    """A PDF's mark may follow up to 1,024 bytes of refuse (ISO 32000, annex H); a text that quotes it has no objects.

    Where the first line was lost, the file begins with an object and speaks of its pages.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"%PDF-"):
        return True
    if b"%PDF-" in data[:1024]:
        return b" obj" in data
    return _FIRST_OBJECT.match(data[:_HEAD]) is not None and b"endobj" in data and b"/Page" in data


def _is_image(data: bytes) -> bool:
    if data.startswith(_IMAGES):
        return True
    return (data[:2] == b"BM" and data[6:10] == bytes(4)) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _ole_kind(data: bytes) -> Kind:
    for name, kind in _OLE_STREAMS:
        if name.encode("utf-16-le") in data:
            return kind
    return "ole"


def _zip_kind(data: bytes) -> Kind:
    """By the members' names; where the directory is broken, by names that stand in the raw bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except ZIP_FAULTS:
        found = [kind for prefix, kind in _ZIP_MEMBERS if prefix.encode() in data]
        return found[0] if found else "docx" if _OFFICE_MEMBER in data else "zip"
    plain = [name.replace("\\", "/").lstrip("/") for name in names]
    # a folder of an archive may be called word too, but it holds papers
    for prefix, kind in _ZIP_MEMBERS:
        if any(name.startswith(prefix) and name.endswith(".xml") for name in plain):
            return kind
    return "odt" if "content.xml" in names and "mimetype" in names else "zip"


def _head_text(data: bytes) -> str:
    """The file's beginning as letters, enough to see tags in any encoding."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if head[first:20:2].count(0) > _WIDE_ASCII:
            return head.decode(encoding, "replace")
    return head.decode("utf-8-sig", "replace")


def _markup_kind(head: str) -> Kind | None:
    """Web page, feed or Word's own XML, where the text begins with a tag of theirs."""
    prologue = _PROLOGUE.match(head)
    body = head[prologue.end() :] if prologue else head
    if _FEED.match(body):
        return "feed"
    if _DECLARED.match(body):
        return "feed" if _FEED_ROOT.search(body) else "xml"
    if _WORD_XML.match(body):
        return "word-xml"
    if _MAIL.match(body):
        return "mhtml"
    if _PAGE.match(body) or (_FRAGMENT.match(body) and _CLOSING.search(body)):
        return "html"
    if _PAGE.search(body) and len(_CLOSING.findall(body)) >= _SEVERAL:
        return "html"
    return "xml" if head.lstrip().startswith("<?xml") else None


def _is_binary(head: bytes) -> bool:
    """Control characters beyond what a text may hold, in every encoding that could be meant."""
    if sum(head.count(code) for code in _CONTROLS) * 50 <= len(head):
        return False
    try:
        text = decode(head).text
    except Unreadable:
        return True
    return sum(text.count(chr(code)) for code in _CONTROLS) * 50 > len(text)
