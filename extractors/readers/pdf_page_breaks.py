"""Tables that go on over a page break, made one again.

Joins::

    a table at a page's foot and one at the next page's head, with the same columns      one table
    the first table's headings, printed again                                            furniture
    a row whose text goes on behind the break, its other cells blank there               one row, where it begins
    a label beside several rows, some of them behind the break                           it stands beside these too:
                                                                                         where the column's other labels do so

Leaves apart::

    tables with text between them, or with columns of their own
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from extractors.readers.pdf_lines import Line
from extractors.readers.pdf_pages import Block, Flow, Leaf, Row
from extractors.readers.pdf_tables import CellText, closes_up
from extractors.readers.source_text import Role

Place = tuple[int, int]
"""A page's place among the pages, and a block's on it."""
_OPENS = re.compile(r"[（(]?[0-9一二三四五六七八九十]{1,3}[、.．)）]|[①-⑳]|第[一二三四五六七八九十0-9]{1,3}")
_SAME = 3.0
"""Points by which the sides of one column may differ from page to page."""
_MOST_HEAD_ROWS = 4
_THREE = 3


@dataclass(slots=True)
class Joined:
    """The pages with such tables made one; a row that was taken into the one before the break has no cells left.

    ``repeated`` are the places of headings that are printed again, ``continued`` those of rows that go on with the table of the
    page before.
    """

    pages: list[list[Block]]
    repeated: set[Place] = field(default_factory=set)
    continued: set[Place] = field(default_factory=set)


def join_tables(leaves: Sequence[Leaf], furniture: Mapping[Place, Role]) -> Joined:
    """Look at every page break; ``furniture`` are the lines between that belong to no text."""
    out = Joined([list(leaf.blocks) for leaf in leaves])
    head: list[Row] = []
    for page in range(1, len(leaves)):
        above, below = _at_foot(out.pages[page - 1], page - 1, furniture), _at_head(out.pages[page], page, furniture)
        if not above or not below or not _same_columns(_rows(out, page - 1, above), _rows(out, page, below)):
            head = []
            continue
        if (page - 1, above[0]) not in out.repeated | out.continued:
            head = []
        head = head or _rows(out, page - 1, above)[:_MOST_HEAD_ROWS]
        again = _again(head, _rows(out, page, below))
        out.repeated.update((page, at) for at in below[:again])
        if below[again:]:
            _join(out, page, [at for at in above if (page - 1, at) not in out.repeated], below[again:])
    return out


def _rows(out: Joined, page: int, places: Sequence[int]) -> list[Row]:
    return [block for at in places if isinstance(block := out.pages[page][at], Row)]


def _at_foot(blocks: Sequence[Block], page: int, furniture: Mapping[Place, Role]) -> list[int]:
    """The places of the rows of the table with which a page ends, in order."""
    return _table_from(blocks, page, furniture, range(len(blocks) - 1, -1, -1))[::-1]


def _at_head(blocks: Sequence[Block], page: int, furniture: Mapping[Place, Role]) -> list[int]:
    """The places of the rows of the table with which a page begins."""
    return _table_from(blocks, page, furniture, range(len(blocks)))


def _table_from(blocks: Sequence[Block], page: int, furniture: Mapping[Place, Role], order: range) -> list[int]:
    found: list[int] = []
    grid: int | None = None
    for at in order:
        block = blocks[at]
        if isinstance(block, Flow):
            if (page, at) in furniture and not found:
                continue
            break
        if block.cells and grid not in (None, block.grid):
            break
        if block.cells:
            grid = block.grid
            found.append(at)
    return found


def _sides(rows: Sequence[Row]) -> list[float]:
    """The sides of a table's columns, from left to right."""
    found: list[float] = []
    for x in sorted(side for row in rows for cell in row.cells for side in (cell.x0, cell.x1)):
        if not found or x - found[-1] > _SAME:
            found.append(x)
    return found


def _same_columns(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether two parts of a table are ruled alike; one row alone may lack sides that only its merged cells hide."""
    one, two = _sides(above), _sides(below)
    fewer, more = sorted((one, two), key=len)
    alone = len(below if fewer is two else above) == 1
    if abs(one[0] - two[0]) > _SAME or abs(one[-1] - two[-1]) > _SAME or len(fewer) < _THREE or (len(one) != len(two) and not alone):
        return False
    return all(any(abs(x - other) <= _SAME for other in more) for x in fewer)


def _again(head: Sequence[Row], below: Sequence[Row]) -> int:
    """How many of the rows behind the break say what the table's first rows say."""
    count = 0
    for one, two in zip(head, below, strict=False):
        if _words(one) != _words(two) or not any(_words(one)):
            break
        count += 1
    return count


def _words(row: Row) -> list[str]:
    return ["".join(line.text for line in cell.lines).replace(" ", "") for cell in row.cells]


def _join(out: Joined, page: int, above: Sequence[int], below: Sequence[int]) -> None:
    """Number the rows on, take a cut row into its first part, and let labels reach over the break."""
    before, rows = _rows(out, page - 1, above), _rows(out, page, below)
    if not before:
        return
    sides = _sides([*before, *rows])
    before, rows = [_on_sides(row, sides) for row in before], [_on_sides(row, sides) for row in rows]
    for at, row in zip(above, before, strict=True):
        out.pages[page - 1][at] = row
    last = before[-1]
    step = last.cells[0].row + 1 - rows[0].cells[0].row
    rows = [Row(tuple(replace(cell, row=cell.row + step) for cell in row.cells), row.grid) for row in rows]
    if _is_cut(last, rows[0]):
        out.pages[page - 1][above[-1]] = _whole(last, rows[0])
        rows = [Row((), rows[0].grid), *(Row(tuple(replace(c, row=c.row - 1) for c in row.cells), row.grid) for row in rows[1:])]
    else:
        _reach_over(out, page, above, rows[0])
    for at, row in zip(below, rows, strict=True):
        out.pages[page][at] = row
    out.continued.update((page, at) for at, row in zip(below, rows, strict=True) if row.cells)


def _on_sides(row: Row, sides: Sequence[float]) -> Row:
    """A row with its cells at the columns that the sides of the whole table give them."""
    cells = []
    for cell in row.cells:
        first, last = _column(sides, cell.x0), _column(sides, cell.x1)
        cells.append(replace(cell, column=first, column_span=max(1, last - first)))
    return Row(tuple(cells), row.grid)


def _column(sides: Sequence[float], x: float) -> int:
    at = bisect_left(sides, x)
    near = [place for place in (at - 1, at) if 0 <= place < len(sides)]
    return min(near, key=lambda place: abs(sides[place] - x))


def _is_cut(last: Row, first: Row) -> bool:
    """Whether the first row behind the break is the rest of the last one before it."""
    before = {cell.column: cell for cell in last.cells}
    going_on = [cell for cell in first.cells if cell.lines]
    if not going_on or any(cell.column not in before or not before[cell.column].lines for cell in going_on):
        return False
    waits = any(cell.column in before and before[cell.column].lines for cell in first.cells if not cell.lines)
    if waits and len(going_on) == 1 and len(first.cells) >= _THREE:
        return True
    if not waits and len(going_on) == 1:
        return False
    ends = [(before[cell.column].lines[-1], cell.lines[0], before[cell.column]) for cell in going_on]
    return all(closes_up(*end) and end[0].text[-1] not in "。；" and not _OPENS.match(end[1].text) for end in ends)


def _whole(last: Row, first: Row) -> Row:
    """A row with the lines that stand behind the break; these have no boxes on its page."""
    rest = {cell.column: tuple(replace(line, boxes=np.full((len(line.text), 4), np.nan)) for line in cell.lines) for cell in first.cells}
    return Row(tuple(_longer(cell, rest.get(cell.column, ())) for cell in last.cells), last.grid)


def _longer(cell: CellText, rest: tuple[Line, ...]) -> CellText:
    return replace(cell, lines=(*cell.lines, *rest))


def _reach_over(out: Joined, page: int, above: Sequence[int], first: Row) -> None:
    """Let the labels that stand beside several rows before the break stand beside those rows behind it where their column is blank."""
    for cell in first.cells:
        if cell.lines:
            break
        rows = [(at, row) for at in above for row in _rows(out, page - 1, [at])]
        held = [(at, row, found) for at, row in rows for found in row.cells if found.column == cell.column]
        merges = any(found.row_span > 1 for _, _, found in held) and all(found.lines for _, _, found in held)
        if not held or not held[-1][2].lines or not (merges or max(held[-1][2].row_span, cell.row_span) > 1):
            continue
        at, row, label = held[-1]
        reach = cell.row + cell.row_span - label.row
        cells = tuple(replace(one, row_span=reach) if one is label else one for one in row.cells)
        out.pages[page - 1][at] = Row(cells, row.grid)
