"""Word files and packages that are broken, locked, or made to cost time and memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from tests.formats.make_docx import make_docx
from tests.formats.word_xml import make_word, make_zip, paragraph, run
from tests.outside.cases import PAPER, Case, case

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def cases() -> Iterator[Case]:
    """All of them."""
    whole = make_docx(PAPER)
    yield case("docx-named.pdf", whole, "read", says="扩展名", holds="石门县柳河镇中心小学")
    yield case("text-named.docx", PAPER.encode("gbk"), "read", says="扩展名", holds="石门县柳河镇中心小学")
    yield case("cut.docx", whole[: len(whole) // 2], "damaged")
    yield case("noise.docx", whole[:200] + bytes(range(256)) * 9 + whole[400:], "damaged", "read", "needs-review")
    yield case("locked.docx", _OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100), "encrypted", "damaged", says="密")
    yield from _bombs()
    yield from _structures()


def _bombs() -> Iterator[Case]:
    yield case("bomb.docx", lambda: make_zip({"word/document.xml": b"<a>" + b" " * 300_000_000 + b"</a>"}), "too-large")
    laughs = "".join(f'<!ENTITY {b} "{("&" + a + ";") * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    yield case("laughs.docx", make_word(paragraph(run("&i;")), prologue=f'<!DOCTYPE x [<!ENTITY a "哈">{laughs}]>'), "damaged")
    outside = '<!DOCTYPE x [<!ENTITY o SYSTEM "file:///etc/passwd">]>'
    yield case("outside.docx", make_word(paragraph(run("&o;")), prologue=outside), "damaged")
    yield case("many-members.docx", lambda: _many_members(70_000), "too-large", "damaged")
    yield case("lying-size.docx", _lying_size, "damaged", "too-large")


def _many_members(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for at in range(count):
            package.writestr(f"word/{at}.xml", b"")
    return out.getvalue()


def _lying_size() -> bytes:
    """A package whose directory says that its main part is small, and it is not."""
    data = bytearray(make_zip({"word/document.xml": b"<a>" + b" " * 300_000_000 + b"</a>"}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def _structures() -> Iterator[Case]:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>{paragraph(run("甲方"))}</w:tc>'
    yield case("span-1e8.docx", make_word(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"), "read")
    yield case("1M-paragraphs.docx", lambda: make_word("<w:p/>" * 1_000_000), "too-large")
    yield case("5M-characters.docx", lambda: make_word(paragraph(run("文" * 5_000_001))), "too-large")
    yield case("deep.docx", lambda: make_word("<w:customXml>" * 100_000 + "</w:customXml>" * 100_000), "too-deep", "too-large")
    table = "<w:tbl><w:tr><w:tc>" * 5_000 + paragraph(run("甲方")) + "</w:tc></w:tr></w:tbl>" * 5_000
    yield case("table-in-table.docx", lambda: make_word(table), "too-deep", "damaged")
