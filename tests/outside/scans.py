"""Make scans of an agreement's text: printed, stamped, put askew on a scanner's glass, and saved as pictures.

A text is printed (:mod:`tests.formats.make_pdf`), its pages are drawn at a scanner's resolution, a red seal is stamped over every
signature line, the sheet is turned by a degree and lit unevenly, and the sensor adds its noise. Everything is the same on every run.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw, ImageFont

from extractors.readers.pdf import read_pdf
from extractors.readers.source_text import SourceText
from tests.formats.make_pdf import FONT_FILE, Style, make_pdf
from tests.formats.needed import needed_file

_SEALED = re.compile(r"(?:[甲乙丙丁]\s{0,2}方|学\s?校|单\s?位)[^\n。；，]{0,3}[（(][^）)\n]{0,5}[盖签公]\s?章[^）)\n]{0,4}[）)][：:]?")
_SEAL_POINTS = 119.0
"""42 mm, the size of a school's seal."""
_RED = (214, 32, 38)
_PAPER = 246
_DAY = time.struct_time((2024, 9, 1, 8, 0, 0, 6, 245, 0))


@dataclass(frozen=True)
class Scan:
    """How a sheet was scanned: ``degrees`` askew, ``quarter`` turns on the glass; ``noise`` is the sensor's standard deviation."""

    dpi: int = 150
    degrees: float = 1.0
    quarter: int = 0
    seals: bool = True
    noise: float = 5.0
    shade: float = 0.18
    quality: int = 80
    grey: bool = False
    seed: int = 1
    red: tuple[int, int, int] = _RED


def scan_pages(text: str, scan: Scan | None = None, style: Style | None = None) -> list[Image.Image]:
    """The pages of a text as a scanner sees them."""
    return scan_pdf_pages(make_pdf(text, style), scan)


def scan_pdf_pages(printed: bytes, scan: Scan | None = None) -> list[Image.Image]:
    """The pages of a digital PDF as a scanner sees them."""
    scan = scan or Scan()
    places = _seal_places(read_pdf(printed)) if scan.seals else {}
    with pdfium.PdfDocument(printed) as document:
        sheets = [page.render(scale=scan.dpi / 72).to_pil().convert("RGB") for page in document]
    return [_scanned(sheet, places.get(number, ()), scan, number) for number, sheet in enumerate(sheets, 1)]


def scan_pdf(text: str, scan: Scan | None = None, style: Style | None = None) -> bytes:
    """A PDF of JPEG pages, as scanners write it."""
    return pdf_of(scan_pages(text, scan, style), scan)


def pdf_of(pages: Sequence[Image.Image], scan: Scan | None = None) -> bytes:
    """A PDF whose pages are these pictures."""
    scan = scan or Scan()
    out = BytesIO()
    first, *others = pages
    settings = {"resolution": scan.dpi, "quality": scan.quality, "creationDate": _DAY, "modDate": _DAY}
    first.save(out, "PDF", save_all=True, append_images=others, **settings)
    return out.getvalue()


def picture_of(pages: Sequence[Image.Image], form: str, scan: Scan | None = None) -> bytes:
    """The pages as one picture file: PNG and JPEG hold the first, TIFF holds all."""
    scan = scan or Scan()
    out = BytesIO()
    first, *others = pages
    more = {"save_all": True, "append_images": others, "compression": "tiff_lzw"} if form == "TIFF" else {}
    first.save(out, form, dpi=(scan.dpi, scan.dpi), **more)
    return out.getvalue()


def stamp(size: int, name: str = "虚构学校公章专用", red: tuple[int, int, int] = _RED) -> Image.Image:
    """A round seal on white: ring, star, and the name along the ring."""
    big = size * 3
    sheet = Image.new("RGB", (big, big), "white")
    pen = ImageDraw.Draw(sheet)
    pen.ellipse((4, 4, big - 5, big - 5), outline=red, width=max(4, big // 32))
    middle = big / 2
    points = [
        (middle + math.sin(math.pi * turn / 5) * big * reach, middle - math.cos(math.pi * turn / 5) * big * reach)
        for turn in range(10)
        for reach in ((0.17, 0.066)[turn % 2],)
    ]
    pen.polygon(points, fill=red)
    font = ImageFont.truetype(str(needed_file(FONT_FILE, "fonts-wqy-microhei")), big // 9, index=0)
    for at, char in enumerate(name):
        angle = (at - (len(name) - 1) / 2) * 230 / max(len(name), 8)
        letter = Image.new("RGB", (big // 7, big // 7), "white")
        ImageDraw.Draw(letter).text((big // 14, big // 14), char, fill=red, font=font, anchor="mm")
        turned = letter.rotate(-angle, resample=Image.Resampling.BICUBIC, fillcolor="white", expand=True)
        x = middle + math.sin(math.radians(angle)) * big * 0.385 - turned.width / 2
        y = middle - math.cos(math.radians(angle)) * big * 0.385 - turned.height / 2
        region = (round(x), round(y), round(x) + turned.width, round(y) + turned.height)
        sheet.paste(ImageChops.multiply(sheet.crop(region), turned), region)
    return sheet.resize((size, size), Image.Resampling.LANCZOS)


def _seal_places(source: SourceText) -> dict[int, list[tuple[float, float]]]:
    """The middle of a seal in points for every signature line that asks for one, by page number."""
    places: dict[int, list[tuple[float, float]]] = {}
    for page in source.pages:
        for match in _SEALED.finditer(source.text, page.start, page.end):
            boxes = [box for at in range(*match.span()) if (box := page.char_boxes[at - page.start]) is not None]
            if boxes:
                places.setdefault(page.number, []).append((boxes[-1][2] + 16, boxes[-1][3] + 6))
    return places


def _scanned(sheet: Image.Image, seals: Sequence[tuple[float, float]], scan: Scan, number: int) -> Image.Image:
    scale = scan.dpi / 72
    for x, y in seals:
        seal = stamp(round(_SEAL_POINTS * scale), red=scan.red)
        corner = (round(x * scale - seal.width / 2), round(y * scale - seal.height / 2))
        region = (*corner, corner[0] + seal.width, corner[1] + seal.height)
        sheet.paste(ImageChops.multiply(sheet.crop(region), seal), region)
    turned = sheet.rotate(scan.degrees, resample=Image.Resampling.BICUBIC, fillcolor="white")
    if scan.quarter:
        turned = turned.rotate(90 * scan.quarter, expand=True)
    return _lit(turned, scan, np.random.default_rng(scan.seed * 100 + number))


def _lit(sheet: Image.Image, scan: Scan, chance: np.random.Generator) -> Image.Image:
    """The sheet under uneven light, with the sensor's noise; black ink is not quite black."""
    values = np.asarray(sheet, dtype=np.float32) / 255 * (_PAPER - 28) + 28
    height, width = values.shape[:2]
    across, down = np.linspace(0, 1, width, dtype=np.float32), np.linspace(0, 1, height, dtype=np.float32)
    light = 1 - scan.shade * (0.6 * across[None, :] ** 2 + 0.4 * (1 - down[:, None]))
    values = values * light[..., None] + chance.normal(0, scan.noise, (height, width, 1)).astype(np.float32)
    lit = Image.fromarray(np.clip(values, 0, 255).astype(np.uint8), "RGB")
    return lit.convert("L") if scan.grey else lit


def jpeg_again(pages: Sequence[Image.Image], quality: int) -> Iterator[Image.Image]:
    """The pages after a JPEG file of that quality."""
    for page in pages:
        out = BytesIO()
        page.save(out, "JPEG", quality=quality)
        yield Image.open(BytesIO(out.getvalue())).convert("RGB")
