"""The glyphs of a PDF page with their boxes, as pdfium finds them, in the direction in which they are read.

pdfium makes up spaces and line ends from its own idea of the layout: the line ends are left out, and a space without a width is a hint that
one may have stood there (pdfium also reports so a source's own space at the end of a run).
Glyphs that are printed twice a hair apart (fake bold), lie outside the page or run askew (watermarks) are no text of the document.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from functools import partial
from itertools import compress, repeat
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium

from extractors.readers.pdf_marks import Marks, read_marks
from extractors.readers.source_text import Box

MOST_GLYPHS = 200_000
"""A page with more is no page of text; it is listed as missing."""


class Glyph(NamedTuple):
    """One character; a tuple, because a page has thousands.

    ``x0, top, x1, bottom`` and ``baseline`` are in points from the upper left corner as it is read; ``shown`` is its box on the page.
    ``em`` is the font size where it is known otherwise than by the box, else 0.
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


def read_sheet(page: pdfium.PdfPage) -> Sheet | None:
    """The glyphs of an open page; None where it has more than ``MOST_GLYPHS``."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > MOST_GLYPHS:
            return None
        marks = read_marks(textpage, count)
    finally:
        textpage.close()
    frame = page.get_bbox()
    turn = marks.usual_turn()
    shown_turn = (page.get_rotation() // 90) % 4
    width, height = page.get_size()
    level = marks.turned(turn)
    glyphs = _level_glyphs(level, frame) if turn == shown_turn == 0 else _turned_glyphs(level, frame, turn, shown_turn)
    broken = {char for char in {glyph.char for glyph in glyphs} if is_broken(char)}
    count = sum(1 for glyph in glyphs if glyph.char in broken) if broken else 0
    return Sheet(width, height, glyphs, frame, turn, marks.askew(), count)


def is_broken(char: str) -> bool:
    """Whether a character says nothing: private use, unassigned, a control or the replacement character."""
    return char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc", "Cs")


def _turned(x: float, y: float, frame: Box, turn: int) -> tuple[float, float]:
    left, bottom, right, top = frame
    if turn == 0:
        return x - left, top - y
    if turn == 1:
        return y - bottom, x - left
    if turn == 2:  # quarter turns
        return right - x, y - bottom
    return top - y, right - x


def _level_glyphs(marks: Marks, frame: Box) -> tuple[Glyph, ...]:
    """The glyphs of a page that is read as it is shown, without those outside of it."""
    frame_left, frame_bottom, frame_right, frame_top = frame
    left, bottom, right, top = marks.sides.T
    across, down = (left + right) / 2, (bottom + top) / 2
    # what is not finite fails the comparison
    kept = (across >= frame_left) & (across <= frame_right) & (down >= frame_bottom) & (down <= frame_top)
    kept &= np.isfinite(marks.sides).all(axis=1)
    sides = (
        np.minimum(left, right)[kept] - frame_left,
        frame_top - np.maximum(bottom, top)[kept],
        np.maximum(left, right)[kept] - frame_left,
        frame_top - np.minimum(bottom, top)[kept],
    )
    columns = [side.tolist() for side in sides]
    chars = marks.chars if kept.all() else list(compress(marks.chars, kept.tolist()))
    baselines = (frame_top - marks.y[kept]).tolist()
    # a named tuple's own maker takes three times as long
    fields = zip(chars, *columns, baselines, zip(*columns, strict=True), repeat(0.0))
    return tuple(map(partial(tuple.__new__, Glyph), fields))


def _turned_glyphs(marks: Marks, frame: Box, turn: int, shown_turn: int) -> tuple[Glyph, ...]:
    """The same on a page whose text is turned, or that is shown turned."""
    rows = zip(marks.chars, marks.sides.tolist(), marks.x.tolist(), marks.y.tolist(), strict=True)
    return tuple(glyph for row in rows if (glyph := _glyph(row, frame, turn, shown_turn)) is not None)


def _turned_box(sides: list[float], frame: Box, turn: int) -> Box:
    left, bottom, right, top = sides
    ax, ay = _turned(left, bottom, frame, turn)
    bx, by = _turned(right, top, frame, turn)
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _glyph(mark: tuple[str, list[float], float, float], frame: Box, turn: int, shown_turn: int) -> Glyph | None:
    char, sides, x, y = mark
    if not all(map(math.isfinite, sides)):
        return None
    read = _turned_box(sides, frame, turn)
    shown = read if shown_turn == turn else _turned_box(sides, frame, shown_turn)
    left, bottom, right, top = frame
    middle_x, middle_y = (sides[0] + sides[2]) / 2, (sides[1] + sides[3]) / 2
    if not (left <= middle_x <= right and bottom <= middle_y <= top):
        return None
    return Glyph(char, *read, _turned(x, y, frame, turn)[1], shown)
