"""Web pages saved in one file."""

from __future__ import annotations

import pytest

from extractors.readers.any import read_source
from extractors.readers.html import read_html
from schemas.errors import Unreadable
from tests.formats.make_html import make_html
from tests.formats.make_mhtml import ADDRESS, make_mhtml

TEXT = "结对帮扶协议书\n甲方：青松市第二小学\n乙方：柳河县中心小学\n一、甲方每学期选派3名教师到乙方支教。\n二、本协议一式两份。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_the_page_is_read_as_if_it_stood_alone(encoding: str) -> None:
    page = make_html(TEXT, encoding=encoding)
    source = read_source(make_mhtml(page), name="a.mht")
    assert source.text == read_html(page).text
    assert source.media_type == "multipart/related"
    assert source.encoding == read_html(page).encoding
    assert source.notes == ()


def test_the_part_says_its_encoding() -> None:
    page = "<html><body><p>甲方</p></body></html>".encode("gb18030")
    assert read_source(make_mhtml(page, "gb2312")).text.strip() == "甲方"


def test_where_it_was_saved_from_is_kept() -> None:
    assert read_source(make_mhtml(b"<html><body><p>abc</p></body></html>")).metadata["Url"] == ADDRESS


def test_the_start_is_the_page() -> None:
    data = (
        b'MIME-Version: 1.0\nContent-Type: multipart/related; start="<main>"; boundary="x"\n\n'
        b"--x\nContent-Type: text/html\nContent-ID: <frame>\n\n<html><p>frame</p></html>\n"
        b"--x\nContent-Type: text/html\nContent-ID: <main>\n\n<html><p>main</p></html>\n--x--\n"
    )
    assert read_source(data).text.strip() == "main"


def test_a_mail_of_text_is_text() -> None:
    data = b"From: a\nMIME-Version: 1.0\nContent-Type: text/plain; charset=gb2312\n\n" + "甲方\n乙方\n".encode("gb18030")
    assert read_source(data).text == "甲方\n乙方\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"MIME-Version: 1.0\nContent-Type: image/png\n\nabc", "damaged"),
        (b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\nabc', "damaged"),
        (b"MIME-Version: 1.0\nContent-Type: text/html\n\n \n", "empty"),
        (b"MIME-Version: 1.0\nContent-Type: text/html; charset=no-such\n\n<html></html>", "no-text"),
    ],
    ids=["no page", "no parts", "empty page", "unknown charset"],
)
def test_refusals(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_source(data)
    assert caught.value.reason == reason


def test_mails_in_mails_without_end() -> None:
    head = b"MIME-Version: 1.0\n"
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(3_000))
    with pytest.raises(Unreadable) as caught:
        read_source(head + nested)
    assert caught.value.reason in {"too-deep", "damaged"}
