"""The characters of a PDF page as pdfium has them, all at once: Python's own loop over them would take longer than pdfium.

pdfium is asked for the direction and the baseline of a character only where it does not plainly go on with the one before: on the same
height, to the right. A text has a few hundred such places where it has thousands of characters.
"""

from __future__ import annotations

import ctypes
import math
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import compress, pairwise, repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from pypdfium2 import raw

_SPACE, _PRINTED = 0x20, 0x21
_SKEW = 0.09
"""Radians from the nearest right angle; more is a watermark or a stamp."""
_ASKEW = -1
_LEVEL = 0.01
"""Points by which the feet of two characters on one height differ: pdfium reckons with single precision."""
_ALIKE = 0.3
"""Share of the height by which the heads of characters of one size differ: in some fonts every character has its own."""
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Marks:
    """Characters in content order, on the page's own axes.

    ``sides`` has their left, bottom, right and top in its columns, ``x`` and ``y`` are where they stand on their baseline. ``turns``
    says how often 90 degrees each is turned, -1 if it runs askew.
    """

    chars: list[str]
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

    def turned(self, turn: int) -> Marks:
        """Those that are turned so."""
        return self if (self.turns == turn).all() else self.only(self.turns == turn)

    def only(self, kept: npt.NDArray[np.bool_]) -> Marks:
        """Those that are kept."""
        chars = list(compress(self.chars, kept.tolist()))
        return Marks(chars, self.sides[kept], self.x[kept], self.y[kept], self.turns[kept])


def read_marks(textpage: pdfium.PdfTextPage, count: int) -> Marks:
    """The printed characters and the spaces of a page; line ends and what else pdfium makes up are left out."""
    page = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    codes = np.fromiter(map(_plainly(raw.FPDFText_GetUnicode), repeat(page), range(count)), dtype=np.int64, count=count)
    boxes = np.zeros((max(count, 1), 4), dtype=np.float32)
    start = boxes.ctypes.data
    places = range(start, start + count * boxes.itemsize * 4, boxes.itemsize * 4)
    known = np.fromiter(map(_plainly(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p), repeat(page), range(count), places), np.bool_, count)
    kept = known & (codes > 0) & (codes <= sys.maxunicode)
    for at in np.flatnonzero(kept & (codes < _PRINTED) & (codes != _SPACE)).tolist():
        kept[at] = raw.FPDFText_IsGenerated(textpage, at) != 1
    where = np.flatnonzero(kept)
    # pdfium's rectangle is left, top, right, bottom
    sides = boxes[:count][where][:, (0, 3, 2, 1)].astype(np.float64)
    return _joined(_placed(textpage, where, codes[where], sides))


def _plainly(function: Any, *more: Any) -> Callable[..., int]:  # noqa: ANN401 - what ctypes calls a function
    """A function of pdfium's that takes plain numbers for addresses, so that no object is made for a call."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(ctypes.c_uint, ctypes.c_void_p, ctypes.c_int, *more)(address or 0)


def _placed(textpage: pdfium.PdfTextPage, where: npt.NDArray[np.int64], codes: npt.NDArray[np.int64], sides: Floats) -> Marks:
    """The characters with their baselines and directions; those that have none are left out."""
    size = len(where)
    x, y, turns = np.zeros(size), np.zeros(size), np.zeros(size, dtype=np.int8)
    found = np.ones(size, dtype=np.bool_)
    before, after = sides[:-1], sides[1:]
    level = np.abs(after[:, 1] - before[:, 1]) < _LEVEL
    alike = np.abs(after[:, 3] - before[:, 3]) < _ALIKE * (before[:, 3] - before[:, 1])
    breaks = ~(level & alike & (after[:, 0] >= before[:, 0]))
    starts = [0, *(np.flatnonzero(breaks) + 1).tolist(), size] if size else []
    for start, end in pairwise(starts):
        for at in range(start, end):
            place = _place(textpage, int(where[at]))
            if place is None:
                found[at] = False
                continue
            x[at], y[at], turns[at] = place
            if place[2] == 0:  # the rest of the run goes on with it
                x[at:end], y[at:end] = place[0], place[1] + sides[at:end, 1] - sides[at, 1]
                break
    marks = Marks(list(map(chr, codes.tolist())), sides, x, y, turns)
    return marks if found.all() else marks.only(found)


def _place(textpage: pdfium.PdfTextPage, index: int) -> tuple[float, float, int] | None:
    """Where a character stands, and how it is turned."""
    x, y = ctypes.c_double(), ctypes.c_double()
    if not raw.FPDFText_GetCharOrigin(textpage, index, x, y):
        return None
    return x.value, y.value, _quadrant(raw.FPDFText_GetCharAngle(textpage, index))


def _quadrant(angle: float) -> int:
    """How often 90 degrees a glyph is turned to the left (pdfium measures to the right), -1 if it runs askew."""
    if angle < 0:
        return 0
    quarter = round(angle / (math.pi / 2))
    return -quarter % 4 if abs(angle - quarter * math.pi / 2) <= _SKEW else _ASKEW


def _joined(marks: Marks) -> Marks:
    """Surrogate pairs made one character; a lone half is broken."""
    if not any("\ud800" <= char <= "\udfff" for char in marks.chars):
        return marks
    kept = np.ones(len(marks.chars), dtype=np.bool_)
    for at, char in enumerate(marks.chars):
        high = marks.chars[at - 1] if at and kept[at - 1] else ""
        if "\udc00" <= char <= "\udfff" and "\ud800" <= high <= "\udbff":
            marks.chars[at - 1] = (high + char).encode("utf-16", "surrogatepass").decode("utf-16")
            marks.sides[at - 1, 2] = max(marks.sides[at - 1, 2], marks.sides[at, 2])
            kept[at] = False
    whole = ["\ufffd" if "\ud800" <= char <= "\udfff" else char for char in marks.chars]
    return Marks(whole, marks.sides, marks.x, marks.y, marks.turns).only(kept)
