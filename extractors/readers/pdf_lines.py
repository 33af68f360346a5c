"""Lines of text rebuilt from the places of glyphs.

A PDF may write 乙方 before 甲方, and it knows no lines: glyphs on one baseline are one line, ordered from left to right. The gaps between
them become spaces: as many as the source put there, and at least three (half an em each) where columns are parted, so that the two sides
of a signature block stay apart on their common line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

import numpy as np

from extractors.readers.glyphs import CLOSING, RULE, WIDE, Flags, Floats, Glyphs, Places
from extractors.readers.pdf_gaps import LEAST_GAP, WORD_GAP, Blank, Row, spaced

_SAME_BASELINE = 0.4
"""Ems between two baselines that are still one line: superscripts and signatures set a little higher."""
_SAME_PLACE = 0.3
_OVERLAP = 0.1
"""Points by which neighbours must overlap before one of them can be too many."""
_ALIKE = 0.01
"""Points: pdfium reckons with single precision."""
_RULES = frozenset("_＿—")
_TRUE = np.ones(1, np.bool_)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``text[i]`` is shown in ``boxes[i]`` (left, top, right, bottom); a space has the box of its gap.

    ``x0`` to ``x1`` and ``baseline`` are in points in the direction of reading; ``solid_x1`` is the right edge without the closing
    punctuation, which may hang over the margin. ``em`` is the font size. ``gaps`` are the x of the columns after the first.
    """

    text: str
    boxes: Floats = field(compare=False)
    x0: float
    x1: float
    solid_x1: float
    top: float
    bottom: float
    baseline: float
    em: float
    gaps: Sequence[float]
    widths: Sequence[float]

    @property
    def width(self) -> float:
        """From the first glyph to the last, in points."""
        return self.x1 - self.x0


def build_lines(glyphs: Glyphs) -> tuple[Line, ...]:
    """The lines of a stretch of page, from top to bottom."""
    rows = _rows(glyphs)
    printed, rows_of_words = _in_order(glyphs, rows)
    kept = _kept(printed, rows_of_words)
    if not kept.all():
        printed, rows_of_words = printed.only(kept), rows_of_words[kept]
    blanks: dict[int, list[Blank]] = defaultdict(list)
    if glyphs.spaces.any():
        spaces = glyphs.only(glyphs.spaces)
        where = zip(spaces.text, spaces.sides[0].tolist(), spaces.sides[2].tolist(), strict=True)
        for row, blank in zip(rows[glyphs.spaces].tolist(), where, strict=True):
            blanks[row].append(blank)
    return tuple(_lines(printed, rows_of_words, blanks)) if len(printed) else ()


def _rows(glyphs: Glyphs) -> Places:
    """The number of each glyph's row: those that share a baseline, from top to bottom."""
    if not len(glyphs):
        return np.zeros(0, np.int64)
    order = np.argsort(glyphs.baselines, kind="stable")
    baselines = glyphs.baselines[order]
    heights = np.maximum(glyphs.sides[3] - glyphs.sides[1], 1.0)[order]
    starts = _starts(baselines)
    tallest = np.maximum.reduceat(heights, starts)
    tallest_printed = np.maximum.reduceat(np.where(glyphs.spaces[order], 0.0, heights), starts)
    base, size, row = -np.inf, 0.0, -1
    numbers: list[int] = []
    for baseline, own, printed in zip(baselines[starts].tolist(), tallest.tolist(), tallest_printed.tolist(), strict=True):
        if baseline - base > _SAME_BASELINE * max(size, own):
            base, size, row = baseline, printed or own, row + 1
        elif printed > size:
            base, size = baseline, printed
        numbers.append(row)
    rows = np.empty(len(order), np.int64)
    rows[order] = np.repeat(numbers, np.diff(starts, append=len(order)))
    return rows


def _in_order(glyphs: Glyphs, rows: Places) -> tuple[Glyphs, Places]:
    """What is printed, row by row and from left to right, with the rows' numbers."""
    if glyphs.spaces.any():
        words = ~glyphs.spaces
        glyphs, rows = glyphs.only(words), rows[words]
    left, _, right, _ = glyphs.sides
    if ((rows[1:] > rows[:-1]) | ((rows[1:] == rows[:-1]) & (left[1:] > left[:-1]))).all():
        return glyphs, rows
    order = np.lexsort((glyphs.baselines, right, left, rows))
    return glyphs.only(order), rows[order]


def _kept(printed: Glyphs, rows: Places) -> Flags:
    """All but the glyphs printed twice in one place (fake bold, shadows) and the rules that a name is written over."""
    kept = np.ones(len(printed), np.bool_)
    left, _, right, _ = printed.sides
    overlaps = (rows[1:] == rows[:-1]) & (right[:-1] - left[1:] > _OVERLAP)
    if not overlaps.any():
        return kept
    is_close = overlaps & (left[1:] - left[:-1] < _SAME_PLACE * np.maximum(right - left, 1.0)[1:])
    unclear = {*rows[1:][is_close].tolist(), *np.intersect1d(rows[1:][overlaps], rows[printed.are(RULE)]).tolist()}
    for row in unclear:
        start, end = np.searchsorted(rows, (row, row + 1)).tolist()
        kept[start:end] = _clean(printed.text[start:end], left[start:end].tolist(), right[start:end].tolist())
    return kept


def _clean(chars: str, lefts: Sequence[float], rights: Sequence[float]) -> list[bool]:
    """Which glyphs of a row are to be kept."""
    words = [(x0, x1) for char, x0, x1 in zip(chars, lefts, rights, strict=True) if char not in _RULES]
    kept: list[tuple[str, float]] = []
    out: list[bool] = []
    at = 0
    for char, x0, x1 in zip(chars, lefts, rights, strict=True):
        reach = _SAME_PLACE * max(x1 - x0, 1.0)
        # they come from left to right: where the last one is far enough away, so are those before it
        is_double = bool(kept) and x0 - kept[-1][1] < reach and any(old == char and x0 - place < reach for old, place in kept[-4:])
        if char in _RULES and not is_double:
            middle = (x0 + x1) / 2
            while at < len(words) and words[at][1] <= middle:
                at += 1
            is_double = at < len(words) and words[at][0] < middle
        if not is_double:
            kept.append((char, x0))
        out.append(not is_double)
    return out


def _lines(printed: Glyphs, rows: Places, blanks: Mapping[int, Sequence[Blank]]) -> Iterator[Line]:
    """The lines of printed glyphs that stand row by row, from left to right; ``blanks`` are the spaces of a row."""
    text = printed.text
    left, top, right, bottom = printed.sides
    starts = _starts(rows)
    ends = np.maximum.reduceat(right, starts)
    solid_ends = np.maximum.reduceat(np.where(printed.are(CLOSING), -np.inf, right), starts)
    ems = _ems(printed, rows, starts)
    columns = [
        left[starts],
        ends,
        np.where(np.isfinite(solid_ends), solid_ends, ends),
        np.minimum.reduceat(top, starts),
        np.maximum.reduceat(bottom, starts),
        _medians(printed.baselines, starts),
        ems,
    ]
    gaps = np.zeros(len(left))
    gaps[1:] = left[1:] - right[:-1]
    gaps[starts] = 0.0
    widest = np.maximum.reduceat(gaps, starts)
    least_em = np.maximum(np.minimum.reduceat(bottom - top, starts), 1.0) / 1.05
    is_open, is_wide = widest > LEAST_GAP * least_em, widest >= WORD_GAP * least_em
    boxes = np.ascontiguousarray(printed.shown.T)
    lefts, rights, widths, heights = left.tolist(), right.tolist(), (right - left).tolist(), (bottom - top).tolist()
    limits = pairwise([*starts.tolist(), len(text)])
    places: list[tuple[float, float, float, float, float, float, float]] = np.array(columns).T.tolist()
    more = zip(rows[starts].tolist(), is_open.tolist(), is_wide.tolist(), places, strict=True)
    for (start, end), (row, opened, wide, place) in zip(limits, more, strict=True):
        if wide or (opened and row in blanks):
            own = slice(start, end)
            printed_row = Row(text[own], lefts[own], rights[own], widths[own], heights[own], boxes[own])
            words = spaced(printed_row, blanks.get(row, ()), place[-1])
            yield Line(words.text, words.boxes, *place, words.gaps, words.widths)
        else:
            yield Line(text[start:end], boxes[start:end], *place, (), widths[start:end])


def _ems(printed: Glyphs, rows: Places, starts: Places) -> Floats:
    """The font size of each row: the width of a Chinese character's cell, or the height of what there is."""
    left, top, right, bottom = printed.sides
    if printed.ems.any():
        known = _medians(printed.ems, starts)
        if (known > 0).all():
            return known
    widths = right - left
    wide = printed.are(WIDE) & (widths > 1)
    is_known = np.logical_or.reduceat(wide, starts)
    ems = np.zeros(len(starts))
    if is_known.any():
        ems[is_known] = _medians(widths[wide], _starts(rows[wide]))
    if not is_known.all():
        others = np.repeat(~is_known, np.diff(starts, append=len(rows)))
        ems[~is_known] = _medians(np.maximum(bottom - top, 1.0)[others], _starts(rows[others])) / 1.15
    return ems


def _starts(rows: Places | Floats) -> Places:
    """Where each row begins."""
    return np.flatnonzero(np.concatenate((_TRUE, rows[1:] != rows[:-1])))


def _medians(values: Floats, starts: Places) -> Floats:
    """The median of each row; the rows begin at ``starts``."""
    medians: Floats = np.minimum.reduceat(values, starts)
    uneven = np.flatnonzero(np.maximum.reduceat(values, starts) - medians >= _ALIKE).tolist()
    ends = [*starts[1:].tolist(), len(values)] if uneven else []
    for row in uneven:
        medians[row] = median(values[starts[row] : ends[row]].tolist())
    return medians
