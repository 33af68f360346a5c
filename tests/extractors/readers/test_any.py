"""A file goes to the reader of what it is, and what cannot be read says what to do."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

import pytest

from extractors.readers.any import _REFUSED, read_source
from extractors.readers.limits import MAX_BYTES
from extractors.readers.sniff import Kind
from extractors.text.addresses import own_address
from schemas.errors import Unreadable
from tests.formats.make_docx import make_docx

TEXT = "结对帮扶协议书\n甲方：青松市第二小学\n乙方：白石县中学\n"


@pytest.mark.parametrize("data", [TEXT.encode(), TEXT.encode("gb18030"), make_docx(TEXT)], ids=["utf-8", "gb18030", "docx"])
def test_formats_give_the_same_text(data: bytes) -> None:
    source = read_source(data)
    assert source.text == TEXT
    assert source.notes == ()


@pytest.mark.parametrize(
    "data", [TEXT.encode(), make_docx(TEXT), f"<html><body><p>{TEXT}</p></body></html>".encode()], ids=["plain", "docx", "html"]
)
def test_every_format_knows_where_it_was_fetched(data: bytes) -> None:
    assert own_address(read_source(data, address="http://jyj.example/1").metadata) == "http://jyj.example/1"
    assert own_address(read_source(data).metadata) is None


@pytest.mark.parametrize(
    ("name", "noted"),
    [
        ("协议.pdf", True),
        ("协议.DOC", True),
        ("协议.txt", True),
        ("协议.docx", False),
        ("协议", False),
        ("协议.2024", False),
        (None, False),
    ],
)
def test_a_wrong_name_is_noted(name: str | None, noted: bool) -> None:  # noqa: FBT001 - a table's column
    notes = read_source(make_docx(TEXT), name=name).notes
    assert bool(notes) == noted
    assert all("内容却是Word 文档" in note for note in notes)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "missing-program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (rb"{\rtf1\ansi x}", "missing-program"),
        (b"\x89PNG\r\n\x1a\n", "no-text"),
        (b"<rss><channel/></rss>", "empty"),
        (bytes(range(256)) * 9, "unsupported"),
        (b"a" * (MAX_BYTES + 1), "too-large"),
    ],
    ids=["empty", "blank", "doc", "encrypted", "rtf", "png", "an empty feed", "binary", "large"],
)
def test_refusals(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_source(data)
    assert caught.value.reason == reason
    assert caught.value.message.endswith("。")


READ = {"pdf", "docx", "html", "mhtml", "feed", "text"}
WITH_A_PROGRAM = {"doc", "rtf", "odt", "word-xml"}


def test_every_kind_is_read_or_refused() -> None:
    assert set(get_args(Kind)) - set(_REFUSED) == {*READ, "docx-encrypted", "image", *WITH_A_PROGRAM}


def test_reading_plain_text_loads_no_library() -> None:
    code = "import sys; from extractors.readers.any import read_source; read_source(b'abc'); print(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert not loaded & {"lxml", "pypdfium2", "pdfplumber", "selectolax", "docx"}
