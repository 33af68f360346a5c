"""Whether pages can be drawn whose Chinese font is not in the file: pdfium then takes one of the machine's, and without any draws boxes."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2 as pdfium

_SIDE = 40
_TWO_WORDS = "校帮"


def has_chinese_font() -> bool:
    """Whether two Chinese characters are drawn, and not alike."""
    return differ(_TWO_WORDS)


def differ(chars: str) -> bool:
    """Whether the characters of a font that is not in the file are drawn, each as another."""
    drawn = {_drawn(char) for char in chars}
    return len(drawn) == len(chars) and _drawn(" ") not in drawn


def _drawn(char: str) -> bytes:
    """The pixels of a page with nothing but a character on it."""
    with pdfium.PdfDocument(_page(char)) as document:
        return bytes(document[0].render(grayscale=True).to_numpy().tobytes())


def _page(char: str) -> bytes:
    """A page with a character in a font that every reader has to bring (ISO 32000-1, 9.7.5)."""
    shown = f"BT /F 32 Tf 4 8 Td <{char.encode('utf-16-be').hex()}> Tj ET".encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {_SIDE} {_SIDE}]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>".encode(),
        b"<</Length %d>>stream\n%b\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-UniGB-UCS2-H/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
        (
            b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000"
            b"/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
            b"/Descent -120/CapHeight 880/StemV 93>>>>"
        ),
    )
    return b"".join(_file(objects))


def _file(objects: tuple[bytes, ...]) -> Iterator[bytes]:
    places, length = [], 0
    for number, content in enumerate(objects, 1):
        written = b"%d 0 obj%b endobj\n" % (number, content)
        written = b"%PDF-1.4\n" + written if number == 1 else written
        places.append(length + written.index(b"%d 0 obj" % number))
        length += len(written)
        yield written
    count = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    yield b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, table, count, length)
