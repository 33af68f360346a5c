"""Ruled tables: which glyphs stand in which cell.

A frame around running text is no table: a row that is one single cell wide goes back to the text, with its own margins, so that an
agreement inside a form keeps its paragraphs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from extractors.readers.pdf_glyphs import Glyph
from extractors.readers.pdf_lines import Line, build_lines
from extractors.readers.source_text import Box


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell at a row and column of its grid (both 0-based) with its lines from top to bottom, its sides, and the fields it spans."""

    row: int
    column: int
    x0: float
    x1: float
    lines: tuple[Line, ...]
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: rows of cells, each cell once, at its upper left field."""

    top: float
    bottom: float
    x0: float
    x1: float
    rows: tuple[tuple[CellText, ...], ...]


def find_grids(glyphs: Sequence[Glyph], tables: Sequence[Sequence[Box]]) -> tuple[tuple[Grid, ...], tuple[Glyph, ...]]:
    """The tables of a page that have text and more than one column, and the glyphs that stand in none of them."""
    grids: list[Grid] = []
    rest = list(glyphs)
    for cells in sorted(tables, key=lambda table: min((cell[1], cell[0]) for cell in table)):
        grid, outside = _grid(cells, rest)
        if grid is not None:
            grids.append(grid)
            rest = outside
    return tuple(grids), tuple(rest)


def _grid(cells: Sequence[Box], glyphs: Sequence[Glyph]) -> tuple[Grid | None, list[Glyph]]:
    """A table with its text, and the glyphs outside its cells; None where every row is one cell, or nothing is written in it."""
    xs = sorted({side for cell in cells for side in (cell[0], cell[2])})
    ys = sorted({side for cell in cells for side in (cell[1], cell[3])})
    places = {(bisect_left(ys, cell[1]), bisect_left(xs, cell[0])): cell for cell in cells}
    fields = {
        (row, column): head
        for head, cell in places.items()
        for row in range(head[0], bisect_left(ys, cell[3]))
        for column in range(head[1], bisect_left(xs, cell[2]))
    }
    texts: dict[tuple[int, int], list[Glyph]] = {}
    outside: list[Glyph] = []
    for glyph in glyphs:
        row = bisect_right(ys, (glyph.top + glyph.bottom) / 2) - 1
        column = bisect_right(xs, (glyph.x0 + glyph.x1) / 2) - 1
        head = fields.get((row, column))
        if head is None:
            outside.append(glyph)
        else:
            texts.setdefault(head, []).append(glyph)
    written = [
        CellText(*head, cell[0], cell[2], build_lines(texts.get(head, ())), *_spans(cell, head, xs, ys))
        for head, cell in sorted(places.items())
    ]
    rows = tuple(tuple(row) for _, row in groupby(written, key=lambda cell: cell.row))
    if not texts or all(len(row) == 1 for row in rows):
        return None, outside
    return Grid(ys[0], ys[-1], xs[0], xs[-1], rows), outside


def _spans(cell: Box, head: tuple[int, int], xs: Sequence[float], ys: Sequence[float]) -> tuple[int, int]:
    """How many rows and columns a cell is high and wide."""
    return max(1, bisect_left(ys, cell[3]) - head[0]), max(1, bisect_left(xs, cell[2]) - head[1])


def closes_up(before: Line, after: Line, cell: CellText) -> bool:
    """Whether a line inside a cell ends only because the cell does, so that the next one follows without a space."""
    padding = min(max(before.x0 - cell.x0, 2.0), 6.0)
    room = cell.x1 - cell.x0 - 2 * padding - before.width
    return room < after.widths[0] + 0.2 * before.em


def is_running(row: Sequence[CellText], grid: Grid) -> bool:
    """Whether a row is one cell over the table's whole width with running text in it."""
    return len(row) == 1 and row[0].x1 - row[0].x0 >= 0.95 * (grid.x1 - grid.x0) and len(row[0].lines) > 1
