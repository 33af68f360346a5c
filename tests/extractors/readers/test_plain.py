"""Plain text keeps its characters; line ends, controls and blank files are dealt with."""

from __future__ import annotations

import pytest

from extractors.readers.limits import MAX_BYTES
from extractors.readers.plain import read_plain
from schemas.errors import Unreadable


def test_a_text_is_kept_as_it_stands() -> None:
    source = read_plain("　　甲方：青松市第二小学\n\n乙方：白石县　　中学\t①".encode("gb18030"))
    assert source.text == "　　甲方：青松市第二小学\n\n乙方：白石县　　中学\t①"
    assert source.encoding == "gb18030"
    assert source.media_type == "text/plain"
    assert source.wraps is None
    assert source.notes == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_are_one(end: str) -> None:
    assert read_plain(f"第一条{end}第二条{end}{end}第三条".encode()).text == "第一条\n第二条\n\n第三条"


def test_controls_are_left_out_and_counted() -> None:
    source = read_plain("甲方\x00：青松\x07\x07市第二小学".encode())
    assert source.text == "甲方：青松市第二小学"
    assert source.notes == ("有2处控制字符不是文字，已略去。",)


@pytest.mark.parametrize("text", ["甲方\u200b：青松", "甲方\u3000：青松", "甲\u202e方", "甲方\x0c乙方", "甲\u2028乙", "ＡＢＣ１２３"])
def test_what_the_normal_form_maps_stays(text: str) -> None:
    assert read_plain(text.encode()).text == text


@pytest.mark.parametrize("data", [b"", b"\n\n  \t", "\u3000\n\u3000".encode(), "\ufeff".encode(), "\u200b\n".encode()])
def test_blank_is_empty(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read_plain(data)
    assert caught.value.reason == "empty"


@pytest.mark.parametrize("data", [bytes(MAX_BYTES + 1), b"a" * 5_000_001, b"a" * 21_000_000], ids=["bytes", "characters", "many"])
def test_too_large_is_said_at_once(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        read_plain(data)
    assert caught.value.reason == "too-large"
