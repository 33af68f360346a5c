"""The tables of a text as grids: every cell at its row and column, merged ones at all their fields.

Tables come from the source where its format knows them (Word, HTML, ruled PDF pages); in the rest of the text they are read from how
lines are typed.

Reads::

    送教 ⇥ 4次 / 教研 ⇥ 2次                    lines with tabs
    | 送教 | 4次 |                             lines with bars, without the rule below their head
    送教      4次 / 教研      2次              three lines and more with as many wide gaps each

Leaves alone::

    甲方：　　　　乙方：                       one line alone
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from extractors.readers.source_text import Cell, Table
from extractors.text.normal import NormalText

_LINE = re.compile(r"[^\n]+")
_RULE = re.compile(r"[\s|:：+=—-]+")
_GAP = re.compile(r"[ \u3000\u00a0]{3,}|\u3000{2,}")
_BLANK = " \t\u3000\u00a0|"
_LONGEST_ROW = 2_000
_MOST_COLUMNS = 64
_MOST_CELLS = 20_000
"""Cells of one document's tables that are looked at: far more than any agreement has."""
_MOST_FIELDS = 100_000
_TWO, _THREE = 2, 3


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with its part of the normal text; a blank one is empty there."""

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return self.end <= self.start


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its part of the normal text and its cells from left to right, row by row."""

    start: int
    end: int
    cells: tuple[GridCell, ...]
    rows: int
    columns: int
    _fields: Mapping[tuple[int, int], GridCell] = field(repr=False, compare=False, default_factory=dict)
    _starts: tuple[int, ...] = field(repr=False, compare=False, default=())

    def at(self, row: int, column: int) -> GridCell | None:
        """The cell over a field, a merged one over each of its fields; None where the row has none or it is blank."""
        cell = self._fields.get((row, column))
        return None if cell is None or cell.is_blank else cell

    def row(self, number: int) -> tuple[GridCell, ...]:
        """The written cells over a row, each once."""
        found = {cell: None for column in range(self.columns) if (cell := self.at(number, column)) is not None}
        return tuple(found)

    def cell_behind(self, offset: int) -> GridCell | None:
        """The first cell that begins behind an offset of the normal text."""
        at = bisect_right(self._starts, offset)
        return self.cells[at] if at < len(self.cells) else None

    def cell_around(self, offset: int) -> GridCell | None:
        """The cell in which an offset of the normal text stands."""
        at = bisect_right(self._starts, offset) - 1
        return self.cells[at] if at >= 0 and offset < self.cells[at].end else None


def make_grid(cells: Sequence[GridCell]) -> Grid | None:
    """The grid of cells; None for less than two rows or columns."""
    cells = [cell for cell in cells if cell.column < _MOST_COLUMNS]
    written = sorted((cell for cell in cells if not cell.is_blank), key=lambda cell: cell.start)
    if not written:
        return None
    rows, columns = max(cell.row for cell in cells) + 1, max(cell.column for cell in cells) + 1
    if rows < _TWO or columns < _TWO:
        return None
    fields: dict[tuple[int, int], GridCell] = {}
    for cell in cells:
        if len(fields) > _MOST_FIELDS:
            break
        for row in range(cell.row, min(rows, cell.row + cell.row_span)):
            for column in range(cell.column, min(columns, cell.column + cell.column_span)):
                fields.setdefault((row, column), cell)
    starts = tuple(cell.start for cell in written)
    return Grid(written[0].start, written[-1].end, tuple(written), rows, columns, fields, starts)


def find_grids(normal: NormalText, start: int, end: int) -> tuple[Grid, ...]:
    """The tables of a part of the normal text, in reading order."""
    first, last = normal.place(start, end)
    known = [table for table in normal.source.tables if table.cells and table.start < last and table.end > first]
    typed = find_typed(normal.source.text, first, last, [(table.start, table.end) for table in known])
    grids: list[Grid] = []
    left = _MOST_CELLS
    for table in sorted((*known, *typed), key=lambda table: table.start):
        left -= len(table.cells)
        if left < 0:
            break
        grid = make_grid([_placed(normal, cell) for cell in table.cells if cell.start >= first and cell.end <= last])
        if grid is not None:
            grids.append(grid)
    return tuple(grids)


def _placed(normal: NormalText, cell: Cell) -> GridCell:
    start, end = normal.normal_offset(cell.start), normal.normal_offset(cell.end)
    words = normal.text[start:end]
    left = len(words) - len(words.lstrip())
    end = start + len(words.rstrip())
    return GridCell(cell.row, cell.column, min(start + left, end), end, cell.row_span, cell.column_span)


def find_typed(text: str, start: int, end: int, taken: Iterable[tuple[int, int]]) -> Iterator[Table]:
    """The tables that are typed into ``text[start:end]``, beside those that stand at the ``taken`` places; offsets are the text's."""
    if not re.compile(r"[\t|]|[ \u3000]{3}|\u3000{2}").search(text, start, end):
        return
    stretches = sorted(taken)
    starts = [stretch[0] for stretch in stretches]
    lines = [
        (way, match.span())
        for match in _LINE.finditer(text, start, end)
        if not _is_taken(stretches, starts, match.start()) and (way := _way(match.group())) is not None
    ]
    for way, run in _runs(text, lines):
        rows = [row for line in run if (row := _typed_cells(text, line, way))]
        if len(rows) >= (_THREE if way == "gaps" else _TWO) and (way != "gaps" or len({len(row) for row in rows}) == 1):
            cells = tuple(Cell(at, column, *place) for at, row in enumerate(rows) for column, place in enumerate(row))
            yield Table(cells[0].start, cells[-1].end, cells)


def _is_taken(stretches: Sequence[tuple[int, int]], starts: Sequence[int], at: int) -> bool:
    before = bisect_right(starts, at) - 1
    return before >= 0 and at < stretches[before][1]


def _way(line: str) -> str | None:
    """What parts the cells of a line; None for a line of running text or a blank one."""
    if len(line) > _LONGEST_ROW or not line.strip():
        return None
    if "\t" in line:
        return "tabs"
    if line.count("|") >= _TWO or (line.strip().startswith("|") and "|" in line):
        return "bars"
    return "gaps" if _GAP.search(line.strip()) else ""


def _runs(text: str, lines: Sequence[tuple[str, tuple[int, int]]]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Neighbouring lines whose cells are parted in one way."""
    run = 0
    keyed: list[tuple[tuple[int, str], tuple[int, int]]] = []
    for at, (way, place) in enumerate(lines):
        if at and text[lines[at - 1][1][1] : place[0]] != "\n":
            run += 1
        keyed.append(((run, way), place))
    for (_, way), members in groupby(keyed, key=lambda item: item[0]):
        if way:
            yield way, [place for _, place in members]


def _typed_cells(text: str, line: tuple[int, int], way: str) -> list[tuple[int, int]]:
    """The places of a line's cells without blanks at their ends; none for the rule under a head."""
    start, end = line
    words = text[start:end]
    if way == "bars":
        if _RULE.fullmatch(words):
            return []
        left = len(words) - len(words.lstrip())
        start += left + words.lstrip().startswith("|")
        end -= len(words) - len(words.rstrip()) + words.rstrip().endswith("|")
        marks = [match.span() for match in re.compile(r"\|").finditer(text, start, end)]
    elif way == "tabs":
        marks = [match.span() for match in re.compile("\t").finditer(text, start, end)]
    else:
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        marks = [match.span() for match in _GAP.finditer(text, start, end)]
    edges = [start, *(side for mark in marks for side in mark), end]
    return [_bare(text, edges[at], edges[at + 1]) for at in range(0, len(edges), 2)]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    bare = words.strip(_BLANK)
    left = len(words) - len(words.lstrip(_BLANK)) if bare else 0
    return start + left, start + left + len(bare)


def grid_around(grids: Sequence[Grid], offset: int) -> Grid | None:
    """The grid in whose part of the text an offset stands; the inner one of two."""
    at = bisect_left(grids, offset + 1, key=lambda grid: grid.start)
    return next((grid for grid in reversed(grids[max(0, at - _THREE) : at]) if offset < grid.end), None)
