"""The spaces of a line: what stands between its characters, from how far they are apart.

Reads::

    结 对 帮 扶 协 议 书                 letters set apart throughout: one word
    甲方：        乙方：                 a wide gap: as many halves of an em as it has
    第一条　经费                         the source's own space

"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub
from statistics import median

import numpy as np

from extractors.readers.glyphs import Floats
from extractors.readers.source_text import Box

LEAST_GAP = 0.02
WORD_GAP = 0.18
"""Ems between two characters that are no space whatever stands there, and that are one between figures and letters."""
_WIDE_GAP = 0.42
_SPACE_WIDTH = 0.22
_TIGHT = 0.03
"""Ems between the characters of a line that is not justified; there a gap as wide as a Latin space is one."""
_WIDEST_LETTERSPACING = 1.2
_COLUMN_GAP = 1.5
_LAST_NARROW = "\u2e7f"
"""The characters above it are as wide as they are high."""


Blank = tuple[str, float, float]
"""A space with its left and right side."""


@dataclass(frozen=True, slots=True)
class Row:
    """The printed characters of a row from left to right: their sides, widths and heights in points, and their boxes on the page."""

    text: str
    left: Sequence[float]
    right: Sequence[float]
    widths: Sequence[float]
    heights: Sequence[float]
    boxes: Floats


@dataclass(slots=True)
class Words:
    """A line's characters with their boxes and widths, and where columns begin."""

    text: str
    boxes: Floats
    widths: Sequence[float]
    gaps: Sequence[float]


def spaced(row: Row, blanks: Sequence[Blank], em: float) -> Words:
    """The characters with the spaces between them."""
    gaps = list(map(sub, row.left[1:], row.right))
    # what is narrower is no space whatever stands on its sides, if no blank stands there
    least_em = max(min(row.heights), 1.0) / 1.05
    least, least_bare = LEAST_GAP * least_em, WORD_GAP * least_em
    near = {bisect_right(row.left, _middle(blank)) + step for blank in blanks for step in (-1, 0, 1)}
    wide = [end for end, gap in enumerate(gaps, 1) if gap >= least_bare or (gap >= least and end in near)]
    if not wide:
        return Words(row.text, row.boxes, row.widths, ())
    spacing = _spacing(row.text, gaps, blanks, em)
    blanks = sorted(blanks, key=_middle)
    columns = tuple(row.left[at] for at, gap in enumerate(gaps, 1) if gap > 0 and gap >= _COLUMN_GAP * em)
    text: list[str] = []
    boxes: list[Floats] = []
    widths: list[float] = []
    start = 0
    for end in wide:
        gap = gaps[end - 1]
        if spaces := _gap(row, end, blanks, spacing):
            text += row.text[start:end], spaces
            boxes += row.boxes[start:end], _gap_boxes(row.boxes, end, len(spaces))
            widths += [*row.widths[start:end], *[gap / len(spaces)] * len(spaces)]
            start = end
    if not start:
        return Words(row.text, row.boxes, row.widths, columns)
    return Words("".join((*text, row.text[start:])), np.concatenate((*boxes, row.boxes[start:])), (*widths, *row.widths[start:]), columns)


def _middle(blank: Blank) -> float:
    return (blank[1] + blank[2]) / 2


@dataclass(frozen=True, slots=True)
class _Spacing:
    """The gaps in points that a line has without meaning a space, and its spaces' own width.

    ``everywhere`` is the gap throughout, ``mixed`` the one between a figure and a word.
    """

    everywhere: float
    mixed: float
    space: float | None


def _spacing(chars: str, gaps: Sequence[float], blanks: Sequence[Blank], em: float) -> _Spacing:
    """How far a line's characters are set apart: 结 对 帮 扶 协 议 书 is one word, and 2022 年 one date."""
    own = [right - left for char, left, right in blanks if char == " " and right - left > WORD_GAP * em]
    space = median(own) if own else None
    gaps = [gap if gap > 0 else 0.0 for gap in gaps]
    wide = list(map(_LAST_NARROW.__lt__, chars))
    changes = [at for at, (before, after) in enumerate(pairwise(wide)) if before != after]
    mixed = [gaps[at] for at in changes if chars[at].isalnum() and chars[at + 1].isalnum()]
    usual_mixed = median(mixed) if len(mixed) > 2 else _WIDE_GAP * em  # too few to tell
    if len(gaps) < 4 or ("年" in chars and "月" in chars):  # 年　月　日 are blanks, not letterspacing
        return _Spacing(0.0, usual_mixed, space)
    usual = median(gaps)
    even = usual <= _WIDEST_LETTERSPACING * em and max(gaps) <= 2 * usual + 0.1 * em
    return _Spacing(usual if even else min(usual, 0.25 * em), usual_mixed, space)


def _gap(row: Row, at: int, blanks: Sequence[Blank], spacing: _Spacing) -> str:
    """The spaces before a character: the source's own where it has some, else as many as are seen; ``blanks`` from left to right."""
    start, end = row.right[at - 1], row.left[at]
    gap = end - start
    em = max(row.heights[at - 1], row.heights[at], 1.0) / 1.05
    if gap <= LEAST_GAP * em:
        return ""
    first = bisect_left(blanks, start - 0.1 * em, key=_middle)
    own = blanks[first : bisect_right(blanks, end + 0.1 * em, first, key=_middle)]
    real = [blank for blank in own if blank[2] > blank[1]]
    if real:
        width = median(max(right - left, 0.2 * em) for _, left, right in real) + spacing.everywhere
        return ("\u3000" if real[0][0] == "\u3000" else " ") * max(len(real), round(gap / width))
    if gap < _least_gap(row.text[at - 1], row.text[at], em, spacing, is_hinted=bool(own)):
        return ""
    if spacing.space is not None:
        return " " * max(1, round(gap / (spacing.space + spacing.everywhere)))
    count = max(1, _seen(gap, em))
    return "\u3000" if count == 2 else " " * count  # two halves make one full-width space


def _least_gap(before: str, after: str, em: float, spacing: _Spacing, *, is_hinted: bool) -> float:
    """From which width in points a gap is a space; less where pdfium has seen one too."""
    if (before > _LAST_NARROW) != (after > _LAST_NARROW):
        return min(spacing.mixed + 0.1 * em if is_hinted else _WIDE_GAP * em, _WIDE_GAP * em + spacing.everywhere)
    if before > _LAST_NARROW and not is_hinted:
        return (_WIDE_GAP if spacing.everywhere > _TIGHT * em else _SPACE_WIDTH) * em + spacing.everywhere
    return WORD_GAP * em + spacing.everywhere


def _seen(gap: float, em: float) -> int:
    """How many half ems a gap is wide: at least three for a column's gap, at most what a page holds."""
    count = min(round(gap / em * 2), 200)
    return max(count, 3) if gap >= _COLUMN_GAP * em else 0 if count < 2 else count


def _gap_boxes(boxes: Floats, at: int, count: int) -> Floats:
    """The gap before a box cut into equal ones, on the page's own axes."""
    return np.array(list(_cut(boxes[at - 1].tolist(), boxes[at].tolist(), count)))


def _cut(left: Sequence[float], right: Sequence[float], count: int) -> Iterator[Box]:
    across = left[1] < right[3] and right[1] < left[3]
    start, end = (left[2], right[0]) if across else (left[3], right[1])
    step = (end - start) / count
    for index in range(count):
        first, last = sorted((start + step * index, start + step * (index + 1)))
        if across:
            yield first, min(left[1], right[1]), last, max(left[3], right[3])
        else:
            yield min(left[0], right[0]), first, max(left[2], right[2]), last
