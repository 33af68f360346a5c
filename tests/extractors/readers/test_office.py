"""How a file of another office program is read, with programs that only play: what is asked of them, and what is made of their answers."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

import pytest

from extractors.readers.any import read_source
from extractors.readers.doc_structure import look_into_doc
from schemas.errors import Unreadable
from tests.formats.make_docx import make_docx
from tests.formats.word_xml import make_zip

TEXT = "结对帮扶协议书\n甲方：青松市第二小学\n乙方：柳河县中心小学\n"
LIST_NUMBER = b"\x0b\x46\x01\x00"


def make_doc(*, flags: int = 0, version: int = 0x101, characters: int = len(TEXT), notes: int = 0, more: bytes = b"") -> bytes:
    """As much of a .doc as is looked at: its information block."""
    block = struct.pack("<HHHHHH", 0xA5EC, version, 0, 0, 0, flags).ljust(0x4C, b"\0") + struct.pack("<8i", characters, notes, *[0] * 6)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\xff") + block.ljust(1024, b"\xff") + "WordDocument".encode("utf-16-le") + more


@dataclass
class Programs:
    """Answers what it is given, and remembers what it was asked."""

    text: bytes | Unreadable | None = None
    docx: bytes | Unreadable | None = None
    asked: list[str] = field(default_factory=list)

    @property
    def has_office(self) -> bool:
        return self.docx is not None

    @property
    def has_antiword(self) -> bool:
        return self.text is not None

    def to_docx(self, data: bytes, kind: str) -> bytes:
        assert data
        self.asked.append(kind)
        return _given(self.docx)

    def to_text(self, data: bytes) -> bytes:
        assert data
        self.asked.append("antiword")
        return _given(self.text)


def _given(answer: bytes | Unreadable | None) -> bytes:
    if isinstance(answer, Unreadable):
        raise answer
    assert answer is not None
    return answer


DOCX = make_docx(TEXT)
WORDS = ("\n" + TEXT.replace("\n", "\n\n")).encode()
DAMAGED = Unreadable("damaged", "已损坏。")


@pytest.mark.parametrize(
    ("data", "asked"),
    [
        (make_doc(), ["antiword"]),
        (make_doc(more=b"\x0b\x46\x00\x00"), ["antiword"]),
        (make_doc(more=LIST_NUMBER), ["doc"]),
        (make_doc(more=b"\x16\x24\x01"), ["doc"]),
        (make_doc(more=b"\x3c\x08\x01"), ["doc"]),
        (make_doc(more=b"\x00\x08\x01\x63\x48\x01\x00"), ["doc"]),
        (make_doc(more=b"\x04\x48\x01\x00\x05\x68\x00\x00\x00\x00\x01\x08\x01"), ["doc"]),
        (make_doc(more=b"\x00\x00\x08\x01\x00"), ["antiword"]),
        (make_doc(more="Heading 1".encode("utf-16-le")), ["doc"]),
        (make_doc(notes=12), ["doc"]),
        (make_doc(version=0x68), ["doc"]),
        (make_doc(characters=5_000), ["antiword", "doc"]),
    ],
    ids=[
        "plain",
        "no list",
        "list",
        "table",
        "hidden",
        "deleted",
        "inserted",
        "no change",
        "heading",
        "footnotes",
        "Word 6",
        "too little came out",
    ],
)
def test_which_program_is_asked(data: bytes, asked: list[str]) -> None:
    programs = Programs(WORDS, DOCX)
    source = read_source(data, converter=programs)
    assert programs.asked == asked
    assert source.text == TEXT
    assert source.media_type == "application/msword"
    assert source.wraps == ()
    assert not source.is_partial


@pytest.mark.parametrize("words", [DAMAGED, b"", "甲方\ufffd".encode() * 20], ids=["fails", "says nothing", "garbles"])
def test_libreoffice_takes_over_from_antiword(words: bytes | Unreadable) -> None:
    programs = Programs(words, DOCX)
    assert read_source(make_doc(), converter=programs).text == TEXT
    assert programs.asked == ["antiword", "doc"]


def test_antiword_alone_says_that_it_may_not_be_all() -> None:
    source = read_source(make_doc(more=LIST_NUMBER), converter=Programs(WORDS))
    assert source.text == TEXT
    assert source.is_partial
    assert "LibreOffice" in source.notes[0]


def test_characters_beyond_the_first_plane_come_whole() -> None:
    halves = "\ud842\udfb7".encode("utf-8", "surrogatepass")
    source = read_source(make_doc(characters=4), converter=Programs("甲方".encode() + halves + b"[pic]\x0c\n"))
    assert source.text == "甲方𠮷\n"


@pytest.mark.parametrize("converter", [None, Programs(), Programs(WORDS)], ids=["none", "without programs", "antiword"])
@pytest.mark.parametrize("data", [rb"{\rtf1\ansi x}", make_zip({"mimetype": b"x", "content.xml": b"x"})], ids=["rtf", "odt"])
def test_what_needs_a_program_says_how_to_install_it(data: bytes, converter: Programs | None) -> None:
    with pytest.raises(Unreadable, match="apt install libreoffice-writer") as caught:
        read_source(data, converter=converter)
    assert caught.value.reason == "missing-program"


@pytest.mark.parametrize("converter", [None, Programs()], ids=["none", "without programs"])
def test_a_doc_needs_one_of_two(converter: Programs | None) -> None:
    with pytest.raises(Unreadable, match="apt install antiword libreoffice-writer"):
        read_source(make_doc(), converter=converter)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (make_doc(flags=0x0100), "encrypted"),
        (make_zip({"mimetype": b"x", "content.xml": b"x", "META-INF/manifest.xml": b"<manifest:encryption-data/>"}), "encrypted"),
        (make_zip({"mimetype": b"x", "content.xml": b"\0" * 2_000_000}), "too-large"),
    ],
    ids=["doc", "odt", "a bomb"],
)
def test_no_program_is_asked_for_what_cannot_be_read(data: bytes, reason: str) -> None:
    programs = Programs(WORDS, DOCX)
    with pytest.raises(Unreadable) as caught:
        read_source(data, converter=programs)
    assert caught.value.reason == reason
    assert programs.asked == []


def test_a_file_without_its_block_goes_to_libreoffice() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
    assert look_into_doc(data) is None
    programs = Programs(WORDS, DOCX)
    assert read_source(data, converter=programs).text == TEXT
    assert programs.asked == ["doc"]


FLAT = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{}</pkg:package>'
)
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BODY = f"<w:document {_WORD}><w:body><w:p><w:r><w:t>甲方</w:t></w:r></w:p></w:body></w:document>"


def _part(name: str, inside: str) -> str:
    return f'<pkg:part pkg:name="{name}"><pkg:xmlData>{inside}</pkg:xmlData></pkg:part>'


def test_a_flat_package_needs_no_program() -> None:
    source = read_source(FLAT.format(_part("/word/document.xml", _BODY)).encode())
    assert source.text == "甲方\n"
    assert source.media_type == "application/xml"


@pytest.mark.parametrize(
    "inside",
    ["", _part("/word/document.xml", _BODY)[:-20], _part("/word/other.xml", _BODY), _part("", _BODY)],
    ids=["nothing", "cut", "another part", "no name"],
)
def test_a_flat_package_without_a_body_is_damaged(inside: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_source(FLAT.format(inside).encode())
    assert caught.value.reason == "damaged"
