"""The glyphs of a PDF page with their boxes, as pdfium finds them, in the direction in which they are read.

pdfium makes up spaces and line ends from its own idea of the layout: the line ends are left out, and a space without a width is a hint that
one may have stood there (pdfium also reports so a source's own space at the end of a run).
Glyphs that are printed twice a hair apart (fake bold), lie outside the page or run askew (watermarks) are no text of the document.
"""

from __future__ import annotations

import ctypes
import math
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.readers.source_text import Box

MOST_GLYPHS = 200_000
"""A page with more is no page of text; it is listed as missing."""
_SPACE, _PRINTED = 0x20, 0x21
_SKEW = 0.09
"""Radians from the nearest right angle; more is a watermark or a stamp."""


class Glyph(NamedTuple):
    """One character; a tuple, because a page has thousands.

    ``x0, top, x1, bottom`` and ``baseline`` are in points from the upper left corner as it is read; ``shown`` is its box on the page. ``em`` is
    the font size where it is known otherwise than by the box, else 0.
    """

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    shown: Box
    em: float = 0.0

    @property
    def size(self) -> float:
        """The height of the glyph's cell, about its font size."""
        return max(self.bottom - self.top, 1.0)

    @property
    def is_space(self) -> bool:
        """Whether nothing is printed."""
        return self.char.isspace()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's glyphs in content order. ``turn`` is how often 90 degrees the text is turned against the page's own axes.

    ``askew`` counts the glyphs left out because they run neither along nor across the page, ``broken`` those without a meaning.
    """

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    frame: Box
    turn: int
    askew: int = 0
    broken: int = 0

    def read_point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own axes (upwards) in the direction of reading (downwards)."""
        return _turned(x, y, self.frame, self.turn)


class _Mark(NamedTuple):
    """A character as pdfium has it, on the page's own axes; ``turn`` is how often 90 degrees it is turned, None if it runs askew."""

    char: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    turn: int | None


def read_sheet(page: pdfium.PdfPage) -> Sheet | None:
    """The glyphs of an open page; None where it has more than ``MOST_GLYPHS``."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > MOST_GLYPHS:
            return None
        marks = _marks(textpage.raw, count)
    finally:
        textpage.close()
    frame = page.get_bbox()
    quadrants = Counter(mark.turn for mark in marks)
    askew = quadrants.pop(None, 0)
    turn = max(quadrants, key=lambda key: quadrants[key], default=0) or 0
    shown_turn = (page.get_rotation() // 90) % 4
    width, height = page.get_size()
    level = [mark for mark in _joined(marks) if mark.turn == turn]
    glyphs = tuple(_level_glyphs(level, frame) if turn == shown_turn == 0 else _turned_glyphs(level, frame, turn, shown_turn))
    broken = sum(1 for glyph in glyphs if not (" " <= glyph.char <= "~" or "\u4e00" <= glyph.char <= "\u9fff") and is_broken(glyph.char))
    return Sheet(width, height, glyphs, frame, turn, askew, broken)


def is_broken(char: str) -> bool:
    """Whether a character says nothing: private use, unassigned, a control or the replacement character."""
    return char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc", "Cs")


def _marks(textpage: object, count: int) -> list[_Mark]:
    """The printed characters and the spaces of a page.

    pdfium is asked for the direction and the baseline of a character only where it does not plainly go on with the one before: on the same
    height, to the right.
    """
    code_of, box_of, made_up = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_IsGenerated
    origin_of, angle_of = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetCharAngle
    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box, at_x, at_y = ctypes.byref(rect), ctypes.byref(x), ctypes.byref(y)
    marks: list[_Mark] = []
    low = high = edge = math.nan
    turn: int | None = None
    for index in range(count):
        code = code_of(textpage, index)
        if code == 0 or code > sys.maxunicode or (code != _SPACE and code < _PRINTED and made_up(textpage, index) == 1):
            continue
        if not box_of(textpage, index, box):
            continue
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if bottom != low or top != high or left < edge or turn != 0:
            if not origin_of(textpage, index, at_x, at_y):
                continue
            turn = _quadrant(angle_of(textpage, index))
            low, high = bottom, top
        edge = left
        marks.append(_Mark(chr(code), left, bottom, right, top, x.value, y.value, turn))
    return marks


def _joined(marks: list[_Mark]) -> list[_Mark]:
    """Surrogate pairs made one character; a lone half is broken."""
    if not any("\ud800" <= mark.char <= "\udfff" for mark in marks):
        return marks
    joined: list[_Mark] = []
    for mark in marks:
        if joined and "\ud800" <= joined[-1].char <= "\udbff" and "\udc00" <= mark.char <= "\udfff":
            high = joined.pop()
            char = (high.char + mark.char).encode("utf-16", "surrogatepass").decode("utf-16")
            joined.append(high._replace(char=char, right=max(high.right, mark.right)))
        else:
            joined.append(mark)
    return [mark._replace(char="\ufffd") if "\ud800" <= mark.char <= "\udfff" else mark for mark in joined]


def _quadrant(angle: float) -> int | None:
    """How often 90 degrees a glyph is turned to the left (pdfium measures to the right), None if it runs askew."""
    if angle < 0:
        return 0
    quarter = round(angle / (math.pi / 2))
    return -quarter % 4 if abs(angle - quarter * math.pi / 2) <= _SKEW else None


def _turned(x: float, y: float, frame: Box, turn: int) -> tuple[float, float]:
    left, bottom, right, top = frame
    if turn == 0:
        return x - left, top - y
    if turn == 1:
        return y - bottom, x - left
    if turn == 2:  # quarter turns
        return right - x, y - bottom
    return top - y, right - x


def _turned_box(mark: _Mark, frame: Box, turn: int) -> Box:
    ax, ay = _turned(mark.left, mark.bottom, frame, turn)
    bx, by = _turned(mark.right, mark.top, frame, turn)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _level_glyphs(marks: list[_Mark], frame: Box) -> Iterator[Glyph]:
    """The glyphs of a page that is read as it is shown, without those outside of it."""
    frame_left, frame_bottom, frame_right, frame_top = frame
    wide, high = 2 * frame_right, 2 * frame_top
    for char, left, bottom, right, top, _, y, _ in marks:
        # what is not finite fails the comparison
        if 2 * frame_left <= left + right <= wide and 2 * frame_bottom <= bottom + top <= high:
            x0, x1 = (left, right) if left <= right else (right, left)
            upper, lower = (top, bottom) if top >= bottom else (bottom, top)
            box = (x0 - frame_left, frame_top - upper, x1 - frame_left, frame_top - lower)
            yield Glyph(char, *box, frame_top - y, box)


def _turned_glyphs(marks: list[_Mark], frame: Box, turn: int, shown_turn: int) -> Iterator[Glyph]:
    """The same on a page whose text is turned, or that is shown turned."""
    for mark in marks:
        glyph = _glyph(mark, frame, turn, shown_turn)
        if glyph is not None:
            yield glyph


def _glyph(mark: _Mark, frame: Box, turn: int, shown_turn: int) -> Glyph | None:
    if not (math.isfinite(mark.left) and math.isfinite(mark.right) and math.isfinite(mark.bottom) and math.isfinite(mark.top)):
        return None
    read = _turned_box(mark, frame, turn)
    shown = read if shown_turn == turn else _turned_box(mark, frame, shown_turn)
    left, bottom, right, top = frame
    middle_x, middle_y = (mark.left + mark.right) / 2, (mark.bottom + mark.top) / 2
    if not (left <= middle_x <= right and bottom <= middle_y <= top):
        return None
    baseline = _turned(mark.x, mark.y, frame, turn)[1]
    return Glyph(mark.char, *read, baseline, shown)
