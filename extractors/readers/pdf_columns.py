"""Pages set in two columns, which are read one after the other.

A signature block also stands in two columns, and there a line is read across. So columns are taken for columns only where a clear
white strip parts many lines that fill both sides, as print does; anything less is one column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.readers.glyphs import Glyphs
from extractors.readers.pdf_lines import Line, build_lines

_LEAST_LINES = 12
_FILLED = 0.85
"""Share of a column's width that most of its lines fill."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines between ``x0`` and ``x1``.

    ``order`` is where a side column as a whole stands (its top); 0 where each line stands for itself.
    """

    x0: float
    x1: float
    lines: tuple[Line, ...]
    order: float = 0.0


def read_columns(glyphs: Glyphs, width: float) -> tuple[Column, ...]:
    """The columns of a page, left before right; one for an ordinary page."""
    lines = build_lines(glyphs)
    gutter = _gutter(lines, width)
    if gutter is None:
        return (Column(0.0, width, lines),)
    parted = [line for line in lines if _parts(line, gutter)]
    top, bottom = min(line.top for line in parted), max(line.bottom for line in parted)
    between = (top <= glyphs.baselines) & (glyphs.baselines <= bottom)
    is_left = glyphs.sides[0] < gutter
    left, right = build_lines(glyphs.only(between & is_left)), build_lines(glyphs.only(between & ~is_left))
    return (
        Column(0.0, width, build_lines(glyphs.only(~between))),
        Column(0.0, gutter, left, top),
        Column(gutter, width, right, top + 0.001),
    )


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """The left edge of the right column, None on an ordinary page."""
    gapped = [line for line in lines if line.gaps]
    if len(gapped) < _LEAST_LINES:
        return None
    starts = sorted({round(gap) for line in gapped for gap in line.gaps if 0.35 * width < gap < 0.65 * width})
    for start in starts:
        parted = [line for line in gapped if _parts(line, start)]
        if len(parted) < _LEAST_LINES:
            continue
        top, bottom = parted[0].top, parted[-1].bottom
        spread = [line for line in lines if top <= line.baseline <= bottom]
        crossing = sum(1 for line in spread if line.x0 < start < line.x1 and not _parts(line, start))
        left_edge = min(line.x0 for line in parted)
        full = sum(1 for line in parted if _left_width(line, start) >= _FILLED * (start - left_edge))
        full_right = sum(1 for line in parted if line.x1 - start >= _FILLED * (start - left_edge))
        if crossing == 0 and min(full, full_right) * 3 >= len(parted) * 2:
            return start - 1.0
    return None


def _parts(line: Line, start: float) -> bool:
    return any(abs(gap - start) <= 1.5 * line.em or (start <= gap <= start + 2.5 * line.em) for gap in line.gaps)


def _left_width(line: Line, start: float) -> float:
    """The width of what stands left of the gap."""
    edge = min((gap for gap in line.gaps if gap >= start - 1.5 * line.em), default=line.x1)
    at = line.x0
    for char, width in zip(line.text, line.widths, strict=True):
        if at >= edge - 2 * line.em:
            break
        if not char.isspace():
            at += width
    return at - line.x0
