"""Locked Word files open with a password that fits, and with no other."""

from __future__ import annotations

import io

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from extractors.readers.any import read_source
from extractors.readers.locks import is_locked
from schemas.errors import Unreadable
from tests.formats.make_docx import make_docx
from tests.formats.make_pdf import Style, make_pdf

TEXT = "结对帮扶协议书\n甲方：青松市第二小学\n乙方：白石县中学\n"
OPENS, SIMPLE = "结对-2024", "simple"


def locked() -> bytes:
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(make_docx(TEXT))).encrypt(OPENS, out)
    return out.getvalue()


@pytest.mark.parametrize("data", [locked(), make_pdf(TEXT, Style(password=SIMPLE))], ids=["docx", "pdf"])
def test_the_password_that_fits_is_found(data: bytes) -> None:
    source = read_source(data, passwords=("no", SIMPLE, OPENS, "neither"))
    assert "青松市第二小学" in source.text


@pytest.mark.parametrize("data", [locked(), make_pdf(TEXT, Style(password=SIMPLE))], ids=["docx", "pdf"])
@pytest.mark.parametrize(("passwords", "said"), [((), "密码"), (("no", "neither"), "不对")])
def test_without_it_the_file_stays_shut(data: bytes, passwords: tuple[str, ...], said: str) -> None:
    with pytest.raises(Unreadable, match=said) as caught:
        read_source(data, passwords=passwords)
    assert caught.value.reason == "encrypted"


def test_damage_in_a_locked_file_is_never_a_traceback() -> None:
    whole = locked()
    for at in range(0, len(whole), 2003):
        broken = bytearray(whole)
        broken[at] ^= 0xFF
        try:
            read_source(bytes(broken), passwords=(OPENS,))
        except Unreadable as refusal:
            assert refusal.reason in {"encrypted", "damaged", "unsupported", "empty", "too-large"}  # noqa: PT017 - most do no harm


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), make_docx(TEXT)])
def test_what_is_not_locked(data: bytes) -> None:
    assert not is_locked(data)
