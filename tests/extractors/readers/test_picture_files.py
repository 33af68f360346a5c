"""Picture files and pages that are pictures, with an engine that is told what stands there."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.read import read_bytes
from extractors.readers.any import read_source
from schemas.errors import Unreadable
from tests.formats.draw_pdf import blank, drawn, picture, words
from tests.formats.make_pdf import FONT_FILE
from tests.formats.needed import needed_file, needed_package
from tests.outside.told_reader import ToldReader

needed_package("cv2", "ocr")

LINES = ("结对帮扶协议书", "甲方：青松市第二小学", "乙方：白石县中学")
AGREEMENT = (
    "结对帮扶协议书",
    "甲方（支援学校）：青松市第二小学",
    "乙方（受援学校）：白石县中心小学",
    "一、帮扶期限：自2024年9月1日起至2027年8月31日止。",
    "二、甲方每学期选派2名教师到乙方支教。",
    "三、乙方每学期组织5名教师到甲方跟岗。",
    "四、本协议自签字之日起生效。",
    "五、本协议一式两份，双方各执一份。",
    "六、未尽事宜，由双方协商。",
    "甲方代表：陆远航",
    "2024年8月26日",
    "乙方代表：覃秀梅",
    "2024年8月26日",
)


def sheet(lines: Sequence[str] = LINES, mode: str = "RGB", size: tuple[int, int] = (1241, 1754)) -> Image.Image:
    page = Image.new("L", size, 255)
    pen = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(needed_file(FONT_FILE, "fonts-wqy-microhei")), 29)
    for row, line in enumerate(lines):
        pen.text((140, 150 + row * 52), line, fill=10, font=font)
    return page.convert(mode)


_DOT = {256: 1, 257: 1, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: 1, 279: 1}
"""What a TIFF says of a page of one grey pixel."""


def tiff(*pages: dict[int, int]) -> bytes:
    """A TIFF with these numbers in the directories of its pages."""
    out = bytearray(b"II*\x00")
    for tags in pages:
        entries = b"".join(struct.pack("<HHIHH", tag, 3, 1, value, 0) for tag, value in tags.items())
        out += struct.pack("<IH", len(out) + 4, len(tags)) + entries
    return bytes(out + bytes(4))


def saved(*pages: Image.Image, form: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    first, *others = pages
    several = {"save_all": True, "append_images": others} if others else {}
    first.save(out, form, **{"dpi": (150, 150), **several, **more})
    return out.getvalue()


@pytest.mark.parametrize(
    ("form", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/tiff"), ("BMP", "image/bmp")]
)
def test_a_picture_is_read(form: str, media_type: str) -> None:
    source = read_source(saved(sheet(), form=form), ocr=ToldReader(LINES))
    assert source.text.split("\n") == [*LINES, ""]
    assert source.media_type == media_type
    assert source.ocr_pages == (1,)
    assert [source.text[line.start : line.end] for line in source.lines] == list(LINES)
    assert {line.confidence for line in source.lines} == {0.98}
    assert source.pages[0].width == pytest.approx(595.7, abs=1)
    box = source.pages[0].char_boxes[0]
    assert box is not None
    assert box[0] == pytest.approx(140 * 72 / 150, abs=6)
    assert box[1] == pytest.approx(150 * 72 / 150, abs=8)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "I;16"])
def test_every_mode_is_read(mode: str) -> None:
    assert read_source(
        saved(sheet(mode="L").convert("I").convert("I;16") if mode == "I;16" else sheet(mode=mode)), ocr=ToldReader(LINES)
    ).lines


def test_a_transparent_sheet_is_white() -> None:
    clear = Image.new("RGBA", (900, 700), (0, 0, 0, 0))
    clear.paste(sheet(mode="RGBA", size=(900, 700)).crop((100, 100, 800, 400)), (100, 100))
    assert len(read_source(saved(clear), ocr=ToldReader(LINES)).lines) == len(LINES)


def test_a_tiff_has_pages() -> None:
    source = read_source(saved(sheet(), sheet(), form="TIFF"), ocr=ToldReader([*LINES, *LINES]))
    assert [page.number for page in source.pages] == [1, 2]
    assert source.ocr_pages == (1, 2)


@pytest.mark.parametrize(("dpi", "width"), [(300, 297.8), (150, 595.7), (100, 893.5), (72, 595.7), (1, 595.7), (9999, 595.7)])
def test_the_resolution_is_believed_where_a_sheet_can_have_it(dpi: int, width: float) -> None:
    source = read_source(saved(sheet(), dpi=(dpi, dpi)), ocr=ToldReader(LINES))
    assert source.pages[0].width == pytest.approx(width, abs=1)


def test_a_camera_says_which_way_is_up() -> None:
    turned = sheet().rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6
    source = read_source(saved(turned, form="JPEG", exif=exif), ocr=ToldReader(LINES))
    assert source.pages[0].height > source.pages[0].width


def test_without_an_engine_it_says_how_to_get_one() -> None:
    for data in (saved(sheet()), drawn(picture)):
        with pytest.raises(Unreadable) as caught:
            read_source(data)
        assert caught.value.reason == "no-text"
        assert "pip install 'jiedui[ocr]'" in caught.value.message


def _png_header(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_png_header(60_000, 60_000), "too-large"),
        (_png_header(12_000, 9_000), "too-large"),
        (saved(sheet())[:900], "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff\xe0" + bytes(200), "damaged"),
        (tiff(_DOT, {259: 1}), "damaged"),
        (tiff(_DOT, _DOT | {259: 9_999}), "damaged"),
        (tiff(_DOT | {262: 3}), "damaged"),
        (saved(Image.new("L", (300, 300), 255)), "no-text"),
        (saved(sheet(mode="P"), form="GIF"), "unsupported"),
    ],
    ids=["bomb", "large", "cut off", "a mark alone", "a broken jpeg", "no size", "no such packing", "no palette", "white", "gif"],
)
def test_refusals(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_source(data, ocr=ToldReader(()))
    assert caught.value.reason == reason
    assert caught.value.message.endswith("。")


def _scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(sheet()), 0, 0, *A4)


def test_a_mixed_pdf_keeps_its_text_layer() -> None:
    digital = words(
        (90, 700, "第一页是数字文本，有可用的文字层，应当保留不动。"), (90, 670, "甲方：青松市第二小学"), (90, 640, "乙方：白石县中学。")
    )
    source = read_source(drawn(digital, _scan, blank), ocr=ToldReader(LINES))
    assert source.ocr_pages == (2,)
    assert "应当保留" in source.text
    assert LINES[1] in source.text
    assert len(source.pages) == 3
    assert source.missing_pages == ()


def test_what_a_scanner_writes_beside_its_picture_is_no_text_layer() -> None:
    def marked(canvas: Canvas) -> None:
        _scan(canvas)
        words((500, 12, "Scanned by X"))(canvas)

    assert read_source(drawn(marked), ocr=ToldReader(LINES)).ocr_pages == (1,)


def test_lost_and_doubtful_lines_are_told() -> None:
    told: list[str | tuple[str, float]] = list(AGREEMENT)
    told[4] = (AGREEMENT[4], 0.61)
    told[6] = ("", 0.0)
    record = read_bytes(saved(sheet(AGREEMENT)), ocr=ToldReader(told), names=False)
    assert record.outcome.status == "needs-review"
    by_rule = {finding.rule: finding for finding in record.findings}
    assert set(by_rule) == {"ocr-low-confidence", "ocr-lost-line"}
    doubtful, lost = by_rule["ocr-low-confidence"], by_rule["ocr-lost-line"]
    assert doubtful.subject == lost.subject == "1"
    assert doubtful.severity == lost.severity == "warning"
    assert doubtful.spans[0].text == AGREEMENT[4]
    assert doubtful.spans[0].confidence == 0.61
    assert lost.spans[0].text == AGREEMENT[5]
    (document,) = record.documents
    missing = next(finding for finding in document.findings if finding.rule == "missing-effective")
    assert "第1页有看得见却没有读出的行" in missing.message
    assert all(party.span.confidence == 0.98 for party in document.parties)
    assert [one.sealed for one in document.signing] == [None, None]


def test_when_time_runs_out_what_was_read_stays() -> None:
    record = read_bytes(saved(sheet(AGREEMENT)), ocr=ToldReader(AGREEMENT, stops_after=8), names=False)
    assert record.outcome.status == "needs-review"
    assert record.text.count("\n") == 8
    assert any(finding.rule == "ocr-lost-line" for finding in record.findings)
