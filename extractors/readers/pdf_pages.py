"""A PDF page as a sequence of blocks from top to bottom: lines of running text and rows of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractors.readers.pdf_columns import read_columns
from extractors.readers.pdf_glyphs import Sheet
from extractors.readers.pdf_lines import Line
from extractors.readers.pdf_open_tables import find_open_tables
from extractors.readers.pdf_sideways import lay_level
from extractors.readers.pdf_tables import CellText, Grid, find_grids, is_running
from extractors.readers.source_text import Box

_TOUCHING = 3.0
"""Points that a line above a table may reach into its uppermost rule."""


@dataclass(frozen=True)
class Frame:
    """What bounds running text: the page, a column of it, or a table's cell. ``padded`` where only a cell's padding stands between."""

    x0: float
    x1: float
    padded: bool = False

    @cached_property
    def key(self) -> tuple[int, int]:
        """Equal for frames whose text shares its margins."""
        return round(self.x0 / 4), round(self.x1 / 4)


@dataclass(frozen=True, slots=True)
class Flow:
    """A line of running text in its frame."""

    line: Line
    frame: Frame


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row; ``grid`` tells its table from the others of the page."""

    cells: tuple[CellText, ...]
    grid: int


Block = Flow | Row


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that was read: its 1-based number, its size as it is shown, the size in the direction of reading, and its blocks."""

    number: int
    width: float
    height: float
    read_height: float
    blocks: tuple[Block, ...]
    left_out: int = 0
    """Glyphs set on their side that stand in no cell of their own."""


def lay_out(number: int, sheet: Sheet, ruled: Sequence[Sequence[Box]]) -> Leaf:
    """The blocks of a page in reading order; ``ruled`` are the boxes of each table's cells."""
    across = (sheet.frame[2] - sheet.frame[0], sheet.frame[3] - sheet.frame[1])
    read_width, read_height = across if sheet.turn % 2 == 0 else across[::-1]
    glyphs, left_out = lay_level(sheet, ruled)
    grids, rest = find_grids(glyphs, ruled)
    placed: list[tuple[float, tuple[Block, ...]]] = []
    columns = read_columns(rest, read_width)
    for column in columns:
        frame = Frame(column.x0, column.x1)
        tables = tuple(find_open_tables(column.lines)) if len(columns) == 1 else ()
        grids += tuple(table.grid for table in tables)
        taken = {at for table in tables for at in range(table.first, table.last + 1)}
        lines = (line for at, line in enumerate(column.lines) if at not in taken)
        placed += [(column.order or line.baseline, (Flow(line, frame),)) for line in lines]
    for index, grid in enumerate(grids):
        placed.append((grid.top + _TOUCHING, tuple(_grid_blocks(grid, index))))
    placed.sort(key=lambda one: one[0])
    blocks = tuple(block for _, group in placed for block in group)
    return Leaf(number, sheet.width, sheet.height, read_height, blocks, left_out)


def _grid_blocks(grid: Grid, index: int) -> Iterator[Block]:
    part = 0
    for row in grid.rows:
        if is_running(row, grid):
            part += 1
            frame = Frame(row[0].x0, row[0].x1, padded=True)
            yield from (Flow(line, frame) for line in row[0].lines)
        else:
            yield Row(row, index * 1000 + part)


def flows(leaf: Leaf) -> Sequence[tuple[int, Flow]]:
    """The lines of running text with their places among the blocks."""
    return [(at, block) for at, block in enumerate(leaf.blocks) if isinstance(block, Flow)]
