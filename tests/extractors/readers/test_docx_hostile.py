"""Broken and hostile Word files give a reason and never a traceback or a hang."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest

from extractors.readers.docx import read_docx
from schemas.errors import Unreadable
from tests.formats.make_docx import make_docx
from tests.formats.word_xml import make_word, make_zip, paragraph, run
from tests.linear import LIMIT, dearness

GOOD = make_docx("结对帮扶协议书\n甲方：青松市第二小学\n乙方：白石县中学\n")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
PICTURE = paragraph("<w:r><w:drawing/></w:r>")
BOMB = make_zip({"word/document.xml": b"<a>" + b" " * 3_000_000 + b"</a>"})
ENTITIES = '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
REFUSED = [
    (b"", "empty"),
    (make_word(""), "empty"),
    (make_word(paragraph("") + paragraph(run("   "))), "empty"),
    (make_word(PICTURE), "no-text"),
    (OLE, "encrypted"),
    (b"PK\x03\x04", "damaged"),
    (GOOD[: len(GOOD) // 2], "damaged"),
    (GOOD[:-40], "damaged"),
    (make_zip({"word/other.xml": b"<a/>"}), "damaged"),
    (make_zip({"word/document.xml": b"<a/>"}), "damaged"),
    (make_zip({"word/document.xml": b"<w:document"}), "damaged"),
    (make_zip({"word/document.xml": b""}), "damaged"),
    (make_zip({"word/document.xml": b"\x00\x01"}), "damaged"),
    (make_word(paragraph(run("&b;")), prologue=ENTITIES), "damaged"),
    (make_word(paragraph("正文"), prologue='<!DOCTYPE x SYSTEM "file:///etc/passwd">'), "damaged"),
    (BOMB, "too-large"),
    (make_word("<w:p/>" * 200_001), "too-large"),
    (make_word(paragraph(run("文" * 5_000_001))), "too-large"),
    (make_word("<w:customXml>" * 300 + "</w:customXml>" * 300), "too-deep"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_docx(data)
    assert caught.value.reason == reason
    assert caught.value.message.endswith("。")


@pytest.mark.parametrize("data", [data for data, _ in REFUSED])
def test_refused_at_once(data: bytes) -> None:
    def read(file: bytes) -> None:
        with contextlib.suppress(Unreadable):
            read_docx(file)

    assert dearness(read, lambda _: GOOD, lambda _: data) <= LIMIT


def test_damage_anywhere_is_never_a_traceback() -> None:
    for at in range(0, len(GOOD), 997):
        broken = bytearray(GOOD)
        broken[at] ^= 0xFF
        try:
            read_docx(bytes(broken))
        except Unreadable as refusal:
            assert refusal.reason in {"damaged", "encrypted", "empty", "too-large"}  # noqa: PT017 - most of the cuts do no harm


def test_missing_parts_do_no_harm() -> None:
    data = make_word(
        paragraph(run("正文"), '<w:pStyle w:val="1"/>') + '<w:sectPr><w:headerReference w:type="default" r:id="none"/></w:sectPr>'
    )
    assert read_docx(data).text == "正文\n"


def test_strict_namespaces_and_names_in_odd_forms_are_read() -> None:
    body = _document("http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read_docx(make_zip({"\\Word\\Document.xml": body})).text == "文\n"


def test_another_name_of_the_main_part() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{office}" Target="/word/document2.xml"/></Relationships>'
    )
    body = _document("http://schemas.openxmlformats.org/wordprocessingml/2006/main")
    assert read_docx(make_zip({"_rels/.rels": rels.encode(), "word/document2.xml": body})).text == "文\n"


def _document(namespace: str) -> bytes:
    return f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>文</w:t></w:r></w:p></w:body></w:document>'.encode()


def test_a_part_that_is_packed_in_a_way_of_its_own_and_broken_is_damage() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make_docx("协议书"))) as whole, zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as package:
        for name in whole.namelist():
            package.writestr(name, whole.read(name))
    data = bytearray(out.getvalue())
    at = data.index(b"word/document.xml") + len("word/document.xml")
    data[at + 20] ^= 0xFF
    with pytest.raises(Unreadable) as caught:
        read_docx(bytes(data))
    assert caught.value.reason == "damaged"
