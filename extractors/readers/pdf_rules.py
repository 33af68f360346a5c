"""The cells of ruled tables on a PDF page, found by pdfplumber.

pdfplumber is tens of times slower than pdfium, so a cheap look at the outer bounds of the page's paths comes first: only a page with
enough lines both ways is given to it, and none with so many that they are a drawing, a map or an attack. What it gets is a copy that
pdfium writes of the one page without its text and pictures: so it needs no password, meets no broken index, sees the filled form fields
and parses no font.
"""

from __future__ import annotations

import ctypes
import logging
from io import BytesIO
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.readers.pdf_glyphs import Sheet
from extractors.readers.pdf_open_rules import close_ends
from extractors.readers.pdfium_calls import address, get_kind, get_object
from extractors.readers.source_text import Box

if TYPE_CHECKING:
    from pdfplumber.page import Page

_LEAST_LENGTH = 6.0
_THIN = 3.0
"""Points that a filled bar may be thick: Word draws its table lines as bars. Lines nearer than this are one."""
_HALF_PEN = 0.5
_LEAN = 1.0
"""Points that a stroke may lean."""
_DEEPEST_FORM = 8
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 8_000
_MOST_CROSSINGS = 3_000
"""pdfplumber's time grows with their square: half a second here."""
_SEGMENTS_OF_A_BOX = 5
_DRAWN = frozenset((raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM))
_LEAST_WAYS = (2, 3)
"""Lines one way and the other that part two fields."""

Cells = tuple[Box, ...]
Drawn = dict[str, Any]


def find_cells(page: pdfium.PdfPage, number: int, sheet: Sheet) -> tuple[Cells, ...] | None:
    """The cells of every table of a page (1-based) in the direction of reading; None where its rules cannot be made out."""
    try:
        return _tables(_lines_alone(page.pdf, number - 1, sheet.frame), sheet) if _may_have_tables(page) else ()
    except pdfium.PdfiumError:
        return None


def _may_have_tables(page: pdfium.PdfPage) -> bool:
    """Whether the page's lines could part two fields, and are no more than a table's."""
    if not _is_drawn(page):
        return False
    level: set[int] = set()
    upright: set[int] = set()
    segments = inner = 0
    for number, item in enumerate(page.get_objects(max_depth=_DEEPEST_FORM)):
        if number >= _MOST_OBJECTS or (item.type == raw.FPDF_PAGEOBJ_FORM and item.level >= _DEEPEST_FORM - 1):
            return False
        if item.type != raw.FPDF_PAGEOBJ_PATH:
            continue
        count = max(raw.FPDFPath_CountSegments(item), 0)
        segments += count
        if segments > _MOST_SEGMENTS:
            return False
        left, bottom, right, top = item.get_bounds()
        if min(right - left, top - bottom) > _THIN:
            if not _is_stroked(item):
                continue
            inner += _strokes(item, count) if count > _SEGMENTS_OF_A_BOX else 0
        if right - left >= _LEAST_LENGTH:
            level |= _places(bottom, top)
        if top - bottom >= _LEAST_LENGTH:
            upright |= _places(left, right)
    # the strokes inside one path may go either way
    fewer, more = sorted((len(level) + inner, len(upright) + inner))
    cut_off = len(level) > 0 and len(upright) >= _LEAST_WAYS[1]  # the end of a row that began on the page before has one level rule
    crossings = len(level) * len(upright) + inner * inner // 4
    return (fewer >= _LEAST_WAYS[0] or cut_off) and more >= _LEAST_WAYS[1] and crossings <= _MOST_CROSSINGS


def _is_drawn(page: pdfium.PdfPage) -> bool:
    """Whether there is anything on the page besides text and pictures."""
    count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    return not _DRAWN.isdisjoint(map(get_kind, map(get_object, repeat(address(page.raw)), range(count))))


def _is_stroked(path: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(path, fill, stroke)) and bool(stroke.value)


def _strokes(path: pdfium.PdfObject, count: int) -> int:
    return sum(raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(path, at)) == raw.FPDF_SEGMENT_LINETO for at in range(count))


def _places(start: float, end: float) -> set[int]:
    """Where the sides of a path lie, one for a thin one; its bounds take in half the pen."""
    sides = (start + _HALF_PEN, end - _HALF_PEN) if end - start > _THIN else ((start + end) / 2,)
    return {round(side / _THIN) for side in sides}


def _lines_alone(document: pdfium.PdfDocument, index: int, frame: Box) -> bytes:
    """A PDF of the one page, unturned and cut to ``frame``, with nothing but its paths and forms."""
    alone = pdfium.PdfDocument.new()
    try:
        alone.import_pages(document, [index])
        page = alone[0]
        page.set_rotation(0)
        page.set_mediabox(*frame)
        page.set_cropbox(*frame)
        for item in list(page.get_objects(max_depth=1)):
            if item.type not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_FORM):
                page.remove_obj(item)
                item.close()
        page.gen_content()
        page.close()
        out = BytesIO()
        alone.save(out)
        return out.getvalue()
    finally:
        alone.close()


def _tables(data: bytes, sheet: Sheet) -> tuple[Cells, ...] | None:
    import pdfplumber  # noqa: PLC0415 - a sixth of a second, for the few files with tables
    from pdfminer.psexceptions import PSException  # noqa: PLC0415 - loads a library
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException  # noqa: PLC0415 - loads a library

    _silence(logging.getLogger("pdfminer"))
    try:
        with pdfplumber.open(BytesIO(data)) as file:
            page = file.pages[0]
            return tuple(tuple(_read_box(cell, page, sheet) for cell in table) for table in _cells(page))
    except (PSException, PdfminerException, MalformedPDFException, TypeError, ValueError):
        return None


def _silence(logger: logging.Logger) -> None:
    """What pdfminer thinks of a file is nothing for the user's terminal, unless a program listens."""
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _cells(page: Page) -> list[list[Box]]:
    lines = [_straightened(item) for item in chain(page.lines, page.rects, page.curves) if _is_line(item)]
    if len(lines) <= 1:
        return []
    lines += close_ends(lines)
    ways = {"vertical_strategy": "explicit", "horizontal_strategy": "explicit"}
    tables = page.find_tables({**ways, "explicit_vertical_lines": lines, "explicit_horizontal_lines": lines})
    return [table.cells for table in tables]


def _is_line(item: Drawn) -> bool:
    """Whether a drawn thing may be a table's line; the sides of a shaded area and a slanting stroke are none."""
    narrow = min(item["width"], item["height"])
    return bool(narrow <= _LEAN if item["object_type"] == "line" else item["stroke"] or narrow <= _THIN)


def _straightened(item: Drawn) -> Drawn:
    """The thing with its nearly level and upright strokes made exactly so, as pdfplumber asks: a turned page has them a hair askew."""
    if item["object_type"] == "line":
        return {**item, "top": item["bottom"]} if item["height"] <= item["width"] else {**item, "x1": item["x0"]}
    if item["object_type"] == "curve":
        points = item["pts"][:1]
        for x, y in item["pts"][1:]:
            before = points[-1]
            points.append((before[0] if abs(x - before[0]) <= _LEAN else x, before[1] if abs(y - before[1]) <= _LEAN else y))
        return {**item, "pts": points}
    return item


def _read_box(cell: Box, page: Page, sheet: Sheet) -> Box:
    """A box of pdfplumber's, measured from the upper left, in the direction of reading."""
    left, bottom, _, _ = sheet.frame
    shown = page.mediabox
    ax, ay = sheet.read_point(left + cell[0] - shown[0], bottom + shown[3] - cell[1])
    bx, by = sheet.read_point(left + cell[2] - shown[0], bottom + shown[3] - cell[3])
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
