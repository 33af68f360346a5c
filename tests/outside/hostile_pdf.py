"""PDFs that are broken, lie, or are made to cost time and memory; written by hand, object by object."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.formats.make_pdf import Style, make_pdf
from tests.outside.cases import PAPER, Case, case

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_LINE = b"BT /F1 12 Tf 60 700 Td (A school helps a school for 3 years.) Tj ET\n"
OPENS = "Qingquan-2024"
"""The password of the locked files."""


def pdf(objects: Mapping[int, bytes], root: int = 1) -> bytes:
    """A file with a sound index over ``objects``."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    index = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    return bytes(out + b"trailer <</Root %d 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (root, max(objects) + 1, index))


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream, packed once."""
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream" % (len(packed), entries, packed)


def twice_packed(content: bytes, entries: bytes = b"") -> bytes:
    """A stream that is packed and packed again: a thousandth of a thousandth."""
    packed = zlib.compress(zlib.compress(content, 9), 9)
    return b"<</Length %d/Filter[/FlateDecode/FlateDecode]%s>>\nstream\n%s\nendstream" % (len(packed), entries, packed)


def book(*pages: bytes, more: Mapping[int, bytes] | None = None, page_entries: bytes = b"") -> bytes:
    """A file of pages, each given by its content stream object."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * at) for at in range(len(pages)))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        3: _FONT,
        **(more or {}),
    }
    for at, content in enumerate(pages):
        number = 10 + 2 * at
        objects[number] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</X 4 0 R>>>>%s>>"
            % (number + 1, page_entries)
        )
        objects[number + 1] = content
    return pdf(objects)


GOOD = stream(_LINE)


def locked(user: str, owner: str | None = None) -> bytes:
    """A file that asks for a password, or with an owner's password alone."""
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, ownerPassword=owner, canPrint=0))
    canvas.drawString(60, 700, "A school helps a school for 3 years.")
    canvas.save()
    return out.getvalue()


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _broken()
    yield from _lying()
    yield from _costly()
    yield case("locked.pdf", locked(OPENS), "encrypted", says="密码")
    yield case("owner-only.pdf", locked("", OPENS), "read", holds="A school helps")


def _broken() -> Iterator[Case]:
    whole = make_pdf(PAPER, Style())
    yield case("cut-tail.pdf", whole[:-300], "read", says="修复", holds="柳河镇中心小学")
    yield case("cut-half.pdf", whole[: len(whole) // 2], "damaged", "read", "needs-review")
    yield case("cut-head.pdf", whole[:200], "damaged")
    yield case("no-startxref.pdf", whole.replace(b"startxref", b"startxxxx"), "read", says="修复", holds="柳河镇中心小学")
    yield case("index-of-zeros.pdf", _without_index(whole), "read", holds="柳河镇中心小学")
    yield case("garbage-before.pdf", b"\x00\xff" * 300 + whole, "read", holds="柳河镇中心小学")
    yield case("garbage-behind.pdf", whole + bytes(range(256)) * 20, "read", holds="柳河镇中心小学")
    yield case("only-a-head.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "damaged")
    yield case("noise.pdf", b"%PDF-1.7\n" + zlib.compress(bytes(range(256)) * 4000), "damaged")
    yield case("spaces.pdf", b" \r\n" * 500, "empty")
    yield case("bad-stream.pdf", book(GOOD, b"<</Length 9999/Filter/FlateDecode>>\nstream\nnot packed\nendstream"), "read", "needs-review")


def _without_index(whole: bytes) -> bytes:
    at = whole.rfind(b"xref\n0 ")
    end = whole.rfind(b"trailer")
    return whole[:at] + b"0" * (end - at) + whole[end:]


def _lying() -> Iterator[Case]:
    loop = {1: b"<</Type/Catalog/Pages 2 0 R>>", 3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]>>"}
    yield case("tree-in-itself.pdf", pdf(loop | {2: b"<</Type/Pages/Count 5/Kids[2 0 R 2 0 R]>>"}), "damaged", "no-text", "needs-review")
    yield case("count-1e9.pdf", pdf(loop | {2: b"<</Type/Pages/Count 1000000000/Kids[3 0 R]>>"}), "damaged", "no-text", "too-many-pages")
    yield case("count-below-0.pdf", pdf(loop | {2: b"<</Type/Pages/Count -7/Kids[3 0 R]>>"}), "damaged", "no-text")
    many = b"<</Type/Pages/Count 200000/Kids[%s]>>" % (b"3 0 R " * 200_000)
    yield case("200000-pages.pdf", lambda: pdf(loop | {2: many}), "too-many-pages")
    for name, box in (("1e30", b"0 0 1e30 1e30"), ("1e9", b"0 0 1000000000 1000000000"), ("0", b"0 0 0 0"), ("turned", b"500 500 0 0")):
        entries = b"/MediaBox[%s]" % box
        yield case(f"box-{name}.pdf", book(GOOD, page_entries=entries), "read", "needs-review", "damaged", "no-text", "too-large")
    form = stream(b"/X Do " + _LINE, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 4 0 R>>/Font<</F1 3 0 R>>>>")
    yield case("form-in-itself.pdf", book(stream(_LINE + b"/X Do"), more={4: form}), "read", "needs-review", holds="school")
    yield case("length-in-itself.pdf", book(b"<</Length 11 0 R>>\nstream\n" + _LINE + b"\nendstream"), "read", "damaged", "no-text")
    yield case("deep-arrays.pdf", book(GOOD, more={5: b"[" * 100_000 + b"]" * 100_000}), "read", "damaged", holds="")
    script = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>>>"
    yield case("script.pdf", book(GOOD, more={1: script}), "read", holds="A school helps")


def _costly() -> Iterator[Case]:
    yield case(
        "3M-lines.pdf", lambda: book(GOOD, stream(b"0 0 m 9 9 l S\n" * 3_000_000), GOOD), "needs-review", "read", holds="A school helps"
    )
    yield case("2M-letters.pdf", _many_letters, "needs-review", says="第2页", holds="A school helps")
    yield case("packed-twice.pdf", lambda: book(GOOD, twice_packed(b" " * 400_000_000)), "read", "needs-review", "too-large", "timed-out")
    yield case("1M-saves.pdf", lambda: book(GOOD, stream(b"q " * 1_000_000 + _LINE)), "read", "needs-review", holds="A school helps")
    yield case("huge-image.pdf", _huge_image, "needs-review", holds="A school helps")
    yield case("200000-fonts.pdf", _many_fonts, "read", holds="A school helps")


def _many_letters() -> bytes:
    letters = b"BT /F1 1 Tf 0 0 Td " + b"(%s) Tj\n" % (b"a" * 1000) * 2_000 + b"ET"
    return book(GOOD, stream(letters), GOOD)


def _huge_image() -> bytes:
    entries = b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 1/ColorSpace/DeviceGray"
    return book(GOOD, stream(b"595 0 0 842 0 0 cm /X Do"), more={4: twice_packed(bytes(200_000_000), entries)})


def _many_fonts() -> bytes:
    return book(GOOD, more={5: b"<<%s>>" % b" ".join(b"/F%d 3 0 R" % at for at in range(200_000))})
