"""The characters of a PDF page as pdfium has them, all at once: Python's own loop over them would take longer than pdfium.

pdfium is asked for the direction and the baseline of a character only where it does not plainly go on with the one before: on the same
height, to the right. A text has a few hundred such places where it has thousands of characters.
"""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from itertools import count, repeat

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium

from extractors.readers.glyphs import Codes, Flags, Floats, Places
from extractors.readers.pdfium_calls import address, get_angle, get_loose_box, get_origin, get_text, get_unicode, is_generated

_SPACE, _LINE_FEED, _RETURN = 0x20, 0x0A, 0x0D
_SKEW = 0.09
"""Radians from the nearest right angle; more is a watermark or a stamp."""
_ASKEW = -1
_NOWHERE = -2
_HYPHEN = 0xFFFE
_HIGH, _LOW, _LAST_HALF = 0xD800, 0xDC00, 0xDFFF
_REPLACEMENT = 0xFFFD
_LEVEL = 0.01
"""Points by which the feet of two characters on one height differ: pdfium reckons with single precision."""
_ALIKE = 0.3
"""Share of the height by which the heads of characters of one size differ: in some fonts every character has its own."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Characters in content order, on the page's own axes.

    ``sides`` has their left, bottom, right and top in its rows, ``x`` and ``y`` are where they stand on their baseline. ``turns``
    says how often 90 degrees each is turned, -1 if it runs askew.
    """

    codes: Codes
    sides: Floats
    x: Floats
    y: Floats
    turns: npt.NDArray[np.int8]

    def usual_turn(self) -> int:
        """How most of them are turned."""
        level = self.turns[self.turns >= 0]
        return int(np.bincount(level).argmax()) if len(level) else 0

    def askew(self) -> int:
        """How many run neither along nor across the page."""
        return int((self.turns == _ASKEW).sum())

    def across(self, turn: int) -> Marks:
        """Those that are turned by another right angle."""
        return self.only((self.turns >= 0) & (self.turns != turn))

    def turned(self, turn: int) -> Marks:
        """Those that are turned so."""
        return self if (self.turns == turn).all() else self.only(self.turns == turn)

    def only(self, kept: npt.NDArray[np.bool_]) -> Marks:
        """Those that are kept."""
        return Marks(self.codes[kept], self.sides[:, kept], self.x[kept], self.y[kept], self.turns[kept])


def read_marks(textpage: pdfium.PdfTextPage, count: int) -> Marks:
    """The printed characters and the spaces of a page; line ends and what else pdfium makes up are left out."""
    page = address(textpage.raw)
    codes = _codes(page, count)
    where = np.flatnonzero((codes > 0) & (codes <= sys.maxunicode) & (codes != _LINE_FEED) & (codes != _RETURN))
    boxes = np.zeros((len(where), 4), dtype=np.float32)
    start, step = boxes.ctypes.data, boxes.itemsize * 4
    places = range(start, start + len(where) * step, step)
    kept = np.fromiter(map(get_loose_box, repeat(page), where.tolist(), places), np.bool_, len(where))
    for at in np.flatnonzero(codes[where] < _SPACE).tolist():
        kept[at] &= is_generated(page, int(where[at])) != 1
    if not kept.all():
        where, boxes = where[kept], boxes[kept]
    # pdfium's rectangle is left, top, right, bottom
    return _joined(_placed(page, where, codes[where], boxes.T[[0, 3, 2, 1]].astype(np.float64)))


def _codes(page: int, count: int) -> npt.NDArray[np.int64]:
    """The characters' codes.

    pdfium gives them in one piece, but leaves out those that have none, and writes pairs, hyphens at a line's end and what runs from
    right to left otherwise than it counts them: with any of these each character is asked for.
    """
    units = np.zeros(count + 1, dtype=np.uint16)
    if get_text(page, 0, count, units.ctypes.data) == count + 1:
        codes = units[:count].astype(np.int64)
        if not (_are_halves(codes) | ((codes >= 0x590) & (codes < 0x900)) | (codes == _HYPHEN)).any():
            return codes
    return np.fromiter(map(get_unicode, repeat(page), range(count)), dtype=np.int64, count=count)


def _placed(page: int, where: npt.NDArray[np.int64], codes: npt.NDArray[np.int64], sides: Floats) -> Marks:
    """The characters with their baselines and directions; those that have none are left out."""
    before, after = sides[:, :-1], sides[:, 1:]
    level = np.abs(after[1] - before[1]) < _LEVEL
    alike = np.abs(after[3] - before[3]) < _ALIKE * (before[3] - before[1])
    breaks = ~(level & alike & (after[0] >= before[0]))
    starts = np.flatnonzero(np.concatenate((np.ones(min(len(where), 1), np.bool_), breaks)))
    runs = _places(page, where[starts])
    lengths = np.diff(starts, append=len(where))
    # on one height with the first of a level run
    places = np.repeat(runs, lengths, axis=1)
    places[1] += sides[1] - np.repeat(sides[1, starts], lengths)
    alone = np.flatnonzero(places[2] != 0)
    if len(alone):
        places[:, alone] = _places(page, where[alone])
    marks = Marks(codes.astype(np.uint32), sides, places[0], places[1], places[2].astype(np.int8))
    found = places[2] != _NOWHERE
    return marks if found.all() else marks.only(found)


def _places(page: int, where: Places) -> Floats:
    """Where characters stand, and how they are turned: rows of x, y and quarter turns, ``_NOWHERE`` without an origin."""
    places = np.zeros((len(where), 3))
    start, step = places.ctypes.data, places.itemsize
    found = [get_origin(page, at, here, here + step) for at, here in zip(where.tolist(), count(start, 3 * step), strict=False)]
    places[:, 2] = _quadrants(np.array([get_angle(page, at) for at in where.tolist()]))
    places[np.array(found, dtype=np.int64) == 0, 2] = _NOWHERE
    return places.T


def _quadrants(angles: Floats) -> Floats:
    """How often 90 degrees glyphs are turned to the left, -1 if they run askew; pdfium measures to the right, -1 if it cannot tell."""
    quarters = np.round(angles / (math.pi / 2))
    turns: Floats = np.where(np.abs(angles - quarters * math.pi / 2) <= _SKEW, -quarters % 4, _ASKEW)
    return np.where(angles < 0, 0.0, turns)


def _joined(marks: Marks) -> Marks:
    """Surrogate pairs made one character; a lone half is broken."""
    codes = marks.codes
    if not _are_halves(codes).any():
        return marks
    kept = np.ones(len(codes), dtype=np.bool_)
    for at in np.flatnonzero((codes[1:] >= _LOW) & (codes[1:] <= _LAST_HALF) & (codes[:-1] >= _HIGH) & (codes[:-1] < _LOW)).tolist():
        codes[at] = 0x10000 + ((codes[at] - _HIGH) << 10) + (codes[at + 1] - _LOW)
        marks.sides[2, at] = max(marks.sides[2, at], marks.sides[2, at + 1])
        kept[at + 1] = False
    codes[_are_halves(codes)] = _REPLACEMENT
    return marks.only(kept)


def _are_halves(codes: Codes | Places) -> Flags:
    return (codes >= _HIGH) & (codes <= _LAST_HALF)
