"""What is fuzzed: each takes any bytes and must neither raise nor give a record that failed.

Formats that are packed (Word's zip, PDF's streams) are fuzzed behind their packing as well: flipped bits of a zip seldom get past its
checksums. Nothing here runs another program; what LibreOffice and antiword make of a file is theirs.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date

from PIL import Image

from extractors import read_bytes, read_text
from extractors.language import default_language
from extractors.listings.attachments import find_attachments
from extractors.listings.auto import find_list
from extractors.listings.feed import read_feed_list
from extractors.listings.json_list import JsonPaths, read_json_list
from extractors.listings.kinds import list_kind
from extractors.listings.page import Selectors, read_page_list
from extractors.listings.sitemap import read_sitemap
from extractors.readers.any import read_source
from extractors.readers.charset import decode
from extractors.readers.locks import is_locked, unlocked
from extractors.readers.odt_package import checked_odt
from extractors.values import find_values
from pipeline.sources.archive import open_archive, unpack
from schemas.errors import Unreadable
from schemas.record import Record
from tests.extractors.listings.bureau_pages import LAYOUTS, make_page
from tests.formats.make_archive import Packed, aes_packed, make_archive
from tests.formats.make_docx import make_docx
from tests.formats.make_html import make_html
from tests.formats.make_locked_doc import LOCKS, lock_doc, make_container
from tests.formats.make_locked_odt import lock_odt
from tests.formats.make_mhtml import make_mhtml
from tests.formats.word_xml import make_word, make_zip, paragraph
from tests.outside.cases import PAPER
from tests.outside.hostile_pdf import book, stream
from tests.outside.told_reader import ToldReader

OPENS = "a"
_ADDRESS, _TODAY = "http://a.example/gzdt/", date(2024, 5, 20)
_DOC = make_container({"WordDocument": bytes(6_000), "0Table": bytes(6_000)})
_ODT = make_zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>", "styles.xml": b"<a/>"})
_SIMPLIFY = default_language().simplify
Target = Callable[[bytes], None]


def _sound(record: Record) -> None:
    """Raises AssertionError where the program failed, or a value does not quote its words."""
    if record.outcome.status == "failed":
        raise AssertionError(record.outcome.message)
    for document in record.documents:
        for finding in document.findings:
            for span in finding.spans:
                assert record.text[span.start : span.end] == span.text


def _source(data: bytes) -> None:
    try:
        read_source(data)
    except Unreadable as trouble:
        assert trouble.message.endswith("。")  # noqa: PT017 - what is fuzzed for


def _text(data: bytes) -> None:
    _sound(read_text(data.decode("utf-8", "surrogateescape"), names=False))


def _picture(data: bytes) -> None:
    try:
        read_source(data, ocr=ToldReader(()))
    except Unreadable as trouble:
        assert trouble.message.endswith("。")  # noqa: PT017 - what is fuzzed for


def _archive(data: bytes) -> None:
    """Every member of an archive, as far as it can be had."""
    with suppress(Unreadable):
        archive = open_archive(data)
        for at in range(len(archive.infolist())):
            with suppress(Unreadable):
                unpack(archive, at, (OPENS,))


def _lock(data: bytes) -> None:
    """A Word file that asks for a password."""
    if is_locked(data):
        with suppress(Unreadable):
            unlocked(data, (OPENS,))


def _odt(data: bytes) -> None:
    with suppress(Unreadable):
        checked_odt(data, (OPENS,))


def _charset(data: bytes) -> None:
    try:
        decode(data)
    except Unreadable:
        return


def _values(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for found in find_values(text, simplify=_SIMPLIFY):
        assert 0 <= found.start < found.end <= len(text)


def _lists(data: bytes) -> None:
    """A list of articles, whatever it may be one of, and the files of an article."""
    readers: tuple[Callable[[], object], ...] = (
        lambda: find_list(data, _ADDRESS, _TODAY),
        lambda: read_page_list(data, _ADDRESS, Selectors("li", day="span"), _TODAY),
        lambda: read_feed_list(data, _ADDRESS),
        lambda: read_json_list(data, _ADDRESS, JsonPaths(), _TODAY),
        lambda: read_sitemap(data, _ADDRESS),
        lambda: find_attachments(data, _ADDRESS),
        lambda: list_kind(data),
    )
    for read in readers:
        try:
            read()
        except Unreadable as trouble:
            assert trouble.message.endswith("。")  # noqa: PT017 - what is fuzzed for


TARGETS: Mapping[str, Target] = {
    "bytes": lambda data: _sound(read_bytes(data, names=False)),
    "text": _text,
    "paper": lambda data: _text(PAPER.encode() + data + PAPER.encode()),
    "charset": _charset,
    "values": _values,
    "pdf": lambda data: _source(b"%PDF-1.7\n" + data),
    "pdf-page": lambda data: _source(book(stream(data))),
    "docx": lambda data: _source(make_docx(PAPER)[:200] + data),
    "docx-body": lambda data: _source(make_word(data.decode("utf-8", "replace"))),
    "docx-numbering": lambda data: _source(make_word(paragraph("甲方"), numbering=data.decode("utf-8", "replace"))),
    "html": lambda data: _source(b"<!DOCTYPE html><html><body>" + data),
    "feed": lambda data: _source(b'<?xml version="1.0"?><rss version="2.0"><channel>' + data),
    "lists": _lists,
    "mhtml": _source,
    "picture": _picture,
    "archive": _archive,
    "doc-lock": _lock,
    "odt-lock": _odt,
}


def _pictures() -> list[bytes]:
    """A page with a line of ink in every format of pictures."""
    page = Image.new("RGB", (120, 90), "white")
    page.paste("black", (10, 40, 90, 50))
    files = []
    for form in ("PNG", "JPEG", "TIFF", "BMP", "WEBP"):
        file = io.BytesIO()
        page.save(file, form)
        files.append(file.getvalue())
    return files


def seeds(name: str) -> list[bytes]:
    """Well-formed inputs that a target's mutations begin with."""
    body = paragraph("甲方每学期选派3名教师")
    known = {
        "bytes": [PAPER.encode(), PAPER.encode("gbk"), make_docx(PAPER), book(stream(b"BT ET"))],
        "pdf": [book(stream(b"BT /F1 12 Tf 60 700 Td (3) Tj ET"))[9:]],
        "pdf-page": [b"BT /F1 12 Tf 60 700 Td (A school helps) Tj ET", b"q 1 0 0 1 0 0 cm 0 0 m 9 9 l S Q"],
        "docx": [make_docx(PAPER)[200:]],
        "docx-body": [body.encode(), f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>".encode()],
        "docx-numbering": [b'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'],
        "html": [f"<h1>结对帮扶协议书</h1><p>{PAPER}</p><table><tr><td>甲方</td></tr></table>".encode()],
        "lists": [
            *(make_page(LAYOUTS[name], 1).data for name in ("cut titles", "a data store in a script", "links and line breaks")),
            b'[{"title": "a", "url": "/1.html", "date": 1714924800}]',
            b"<urlset><url><loc>http://a.example/1</loc><lastmod>2024-01-02</lastmod></url></urlset>",
        ],
        "mhtml": [make_mhtml(make_html(PAPER))],
        "picture": _pictures(),
        "archive": [
            make_archive([("a.txt", b"a"), Packed(b"b.txt", b"b", password=OPENS.encode()), aes_packed(b"c", b"c", OPENS.encode())])
        ],
        "doc-lock": [lock_doc(_DOC, OPENS, lock) for lock in LOCKS],
        "odt-lock": [lock_odt(_ODT, OPENS)],
        "feed": ["<item><title>送教下乡</title><pubDate>2024-01-02</pubDate></item></channel></rss>".encode()],
    }
    return known.get(name, [line.encode() for line in PAPER.splitlines() if line])
