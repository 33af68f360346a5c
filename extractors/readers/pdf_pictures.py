"""PDF pages that are pictures: which they are, and the picture at the resolution that the scanner gave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.readers.pdf_glyphs import Sheet

if TYPE_CHECKING:
    from extractors.scans.page_reader import Colour, Grey

_SHARE = 0.8
"""Share of the page that a picture covers, where a few words may stand beside it: a number, or the name of the scanning program."""
_FEW = 40
_DPI = (110.0, 216.0)
_LONGEST_SIDE = 2_700
MOST_PIXELS = 100_000_000
"""Of a single picture in the page; decoding more takes a worker's memory."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as a picture; ``scale`` is how many points a pixel is."""

    pixels: Colour | Grey
    scale: float


def is_picture(page: pdfium.PdfPage, sheet: Sheet) -> bool:
    """Whether a picture fills the page, and the text beside it is no more than a scanner's own."""
    return sheet.glyphs.printed < _FEW and _covered(page) >= _SHARE


def has_picture(page: pdfium.PdfPage) -> bool:
    """Whether anything is drawn on a page."""
    kinds = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING]
    return next(iter(page.get_objects(filter=kinds, max_depth=2)), None) is not None


def render(page: pdfium.PdfPage) -> Rendered | None:
    """The page as it is shown; None where a picture in it is too large."""
    sizes = [_pixels(item) for item in _images(page)]
    if any(width * height > MOST_PIXELS for width, height, _ in sizes):
        return None
    finest = max((dpi for _, _, dpi in sizes), default=_DPI[1])
    width, height = page.get_size()
    scale = min(max(min(finest, _DPI[1]), _DPI[0]) / 72, _LONGEST_SIDE / max(width, height, 1.0))
    bitmap = page.render(scale=scale, rev_byteorder=True, may_draw_forms=True)
    pixels = bitmap.to_numpy().copy()
    return Rendered(
        pixels if pixels.ndim == 2 or pixels.shape[2] == 3 else pixels[..., :3], max(width, height, 1.0) / max(pixels.shape[:2])
    )


def _images(page: pdfium.PdfPage) -> list[pdfium.PdfImage]:
    found = []
    for number, item in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)):
        if number >= 2_000:
            break
        found.append(item)
    return found


def _covered(page: pdfium.PdfPage) -> float:
    """The share of the page that its pictures cover, strips of one scan taken together."""
    width, height = page.get_size()
    area = 0.0
    for item in _images(page):
        left, bottom, right, top = item.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return float(area / max(width * height, 1.0))


def _pixels(item: pdfium.PdfImage) -> tuple[int, int, float]:
    """A picture's size in pixels, and how many of them are an inch of the page."""
    width, height = item.get_px_size()
    left, bottom, right, top = item.get_bounds()
    return width, height, max(width, height) * 72 / max(right - left, top - bottom, 1.0)
