"""The glyphs of a PDF page with their boxes, as pdfium finds them, in the direction in which they are read.

pdfium makes up spaces and line ends from its own idea of the layout: the line ends are left out, and a space without a width is a hint that
one may have stood there (pdfium also reports so a source's own space at the end of a run).
Glyphs that are printed twice a hair apart (fake bold), lie outside the page or run askew (watermarks) are no text of the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pypdfium2 as pdfium

from extractors.readers.glyphs import NO_GLYPHS, Floats, Glyphs
from extractors.readers.pdf_marks import Marks, read_marks
from extractors.readers.source_text import Box

MOST_GLYPHS = 200_000
"""A page with more is no page of text; it is listed as missing."""
_Number = TypeVar("_Number", float, Floats)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's glyphs in content order. ``turn`` is how often 90 degrees the text is turned against the page's own axes.

    ``askew`` counts the glyphs left out because they run neither along nor across the page.
    ``sideways`` are those that run across the direction of reading, or against it.
    """

    width: float
    height: float
    glyphs: Glyphs
    frame: Box
    turn: int
    askew: int = 0
    sideways: Glyphs = NO_GLYPHS

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
    level = _inside(marks.turned(turn), frame)
    glyphs = _level_glyphs(level, frame) if turn == shown_turn == 0 else _turned_glyphs(level, frame, turn, shown_turn)
    sideways = NO_GLYPHS
    if level.turns.size < marks.turns.size:
        across = _turned_glyphs(_inside(marks.across(turn), frame), frame, turn, shown_turn)
        sideways = across.only(~across.spaces)
    return Sheet(width, height, glyphs, frame, turn, marks.askew(), sideways)


def _turned(x: _Number, y: _Number, frame: Box, turn: int) -> tuple[_Number, _Number]:
    left, bottom, right, top = frame
    if turn == 0:
        return x - left, top - y
    if turn == 1:
        return y - bottom, x - left
    if turn == 2:  # quarter turns
        return right - x, y - bottom
    return top - y, right - x


def _level_glyphs(marks: Marks, frame: Box) -> Glyphs:
    """The glyphs of a page that is read as it is shown."""
    frame_left, _, _, frame_top = frame
    left, bottom, right, top = marks.sides
    sides = np.array((np.minimum(left, right), -np.maximum(bottom, top), np.maximum(left, right), -np.minimum(bottom, top)))
    sides += np.array((-frame_left, frame_top, -frame_left, frame_top))[:, None]
    return Glyphs(marks.codes, sides, frame_top - marks.y, sides, np.zeros(len(marks.codes)))


def _turned_glyphs(marks: Marks, frame: Box, turn: int, shown_turn: int) -> Glyphs:
    """The same on a page whose text is turned, or that is shown turned."""
    sides = _turned_sides(marks.sides, frame, turn)
    shown = sides if shown_turn == turn else _turned_sides(marks.sides, frame, shown_turn)
    return Glyphs(marks.codes, sides, _turned(marks.x, marks.y, frame, turn)[1], shown, np.zeros(len(marks.codes)))


def _turned_sides(sides: Floats, frame: Box, turn: int) -> Floats:
    left, bottom, right, top = sides
    ax, ay = _turned(left, bottom, frame, turn)
    bx, by = _turned(right, top, frame, turn)
    return np.array((np.minimum(ax, bx), np.minimum(ay, by), np.maximum(ax, bx), np.maximum(ay, by)))


def _inside(marks: Marks, frame: Box) -> Marks:
    """Those whose middle lies on the page; what is not finite fails the comparison."""
    frame_left, frame_bottom, frame_right, frame_top = frame
    left, bottom, right, top = marks.sides
    across, down = (left + right) / 2, (bottom + top) / 2
    kept = (across >= frame_left) & (across <= frame_right) & (down >= frame_bottom) & (down <= frame_top)
    kept &= np.isfinite(marks.sides).all(axis=0)
    return marks if kept.all() else marks.only(kept)
