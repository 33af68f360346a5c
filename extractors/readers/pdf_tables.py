"""Ruled tables: which glyphs stand in which cell.

A frame around running text is no table: a row that is one single cell wide goes back to the text, with its own margins, so that an
agreement inside a form keeps its paragraphs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np

from extractors.readers.glyphs import Glyphs
from extractors.readers.pdf_lines import Line, build_lines
from extractors.readers.source_text import Box

_HAN = ("\u4e00", "\u9fff")


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

    @property
    def is_stacked(self) -> bool:
        """Whether its words are set downwards, one character a line."""
        return all(len(line.text) == 1 and _HAN[0] <= line.text <= _HAN[1] for line in self.lines)


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: rows of cells, each cell once, at its upper left field."""

    top: float
    bottom: float
    x0: float
    x1: float
    rows: tuple[tuple[CellText, ...], ...]


def find_grids(glyphs: Glyphs, tables: Sequence[Sequence[Box]]) -> tuple[tuple[Grid, ...], Glyphs]:
    """The tables of a page that have text and more than one column, and the glyphs that stand in none of them."""
    grids: list[Grid] = []
    for cells in sorted(tables, key=lambda table: min((cell[1], cell[0]) for cell in table)):
        grid, outside = _grid(cells, glyphs)
        if grid is not None:
            grids.append(grid)
            glyphs = outside
    return tuple(grids), glyphs


def _grid(cells: Sequence[Box], glyphs: Glyphs) -> tuple[Grid | None, Glyphs]:
    """A table with its text, and the glyphs outside its cells; None where every row is one cell, or nothing is written in it."""
    xs = sorted({side for cell in cells for side in (cell[0], cell[2])})
    ys = sorted({side for cell in cells for side in (cell[1], cell[3])})
    places = sorted({(bisect_left(ys, cell[1]), bisect_left(xs, cell[0])): cell for cell in cells}.items())
    # which cell covers a field; none does beyond the outermost sides
    fields = np.full((len(ys) + 1, len(xs) + 1), -1)
    for number, (head, cell) in enumerate(places):
        fields[head[0] : bisect_left(ys, cell[3]), head[1] : bisect_left(xs, cell[2])] = number
    left, top, right, bottom = glyphs.sides
    rows, columns = np.searchsorted(ys, (top + bottom) / 2, "right") - 1, np.searchsorted(xs, (left + right) / 2, "right") - 1
    owners = fields[rows, columns]
    order = np.argsort(owners, kind="stable")
    limits = pairwise(np.searchsorted(owners[order], range(len(places) + 1)).tolist())
    written = [
        CellText(*head, cell[0], cell[2], build_lines(glyphs.only(order[start:end])), *_spans(cell, head, xs, ys))
        for (head, cell), (start, end) in zip(places, limits, strict=True)
    ]
    by_row = tuple(tuple(row) for _, row in groupby(written, key=lambda cell: cell.row))
    outside = glyphs.only(owners < 0)
    if len(outside) == len(glyphs) or all(len(row) == 1 for row in by_row):
        return None, outside
    return Grid(ys[0], ys[-1], xs[0], xs[-1], by_row), outside


def _spans(cell: Box, head: tuple[int, int], xs: Sequence[float], ys: Sequence[float]) -> tuple[int, int]:
    """How many rows and columns a cell is high and wide."""
    return max(1, bisect_left(ys, cell[3]) - head[0]), max(1, bisect_left(xs, cell[2]) - head[1])


def closes_up(before: Line, after: Line, cell: CellText) -> bool:
    """Whether a line inside a cell ends only because the cell does, so that the next one follows without a space."""
    if cell.is_stacked:
        return True
    padding = min(max(before.x0 - cell.x0, 2.0), 6.0)
    room = cell.x1 - cell.x0 - 2 * padding - before.width
    return room < after.widths[0] + 0.2 * before.em


def is_running(row: Sequence[CellText], grid: Grid) -> bool:
    """Whether a row is one cell over the table's whole width with running text in it."""
    return len(row) == 1 and row[0].x1 - row[0].x0 >= 0.95 * (grid.x1 - grid.x0) and len(row[0].lines) > 1
