"""The pages of a PDF written out as one text, with the place of every character."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from extractors.readers.glyphs import Floats
from extractors.readers.pdf_furniture import find_furniture
from extractors.readers.pdf_page_breaks import join_tables
from extractors.readers.pdf_pages import Flow, Leaf, Row
from extractors.readers.pdf_paragraphs import continues, measure
from extractors.readers.pdf_tables import CellText, closes_up
from extractors.readers.source_text import Cell, CharBoxes, Furniture, Page, Role, Table

Place = tuple[int, int]
_NOWHERE = np.full((1, 4), np.nan)
_NONE = np.zeros((0, 4))


@dataclass(slots=True)
class Written:
    """The text so far with what is known of its parts; offsets are code points."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Floats] = field(default_factory=list)
    length: int = 0
    pages: list[Page] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    wraps: list[int] = field(default_factory=list)
    first_row: int = 0
    """The row of its grid with which the last table begins."""

    def put(self, text: str, boxes: Floats | None = None) -> None:
        """Append text and the boxes of its characters; without boxes it is one made-up character."""
        self.parts.append(text)
        self.boxes.append(_NOWHERE if boxes is None else boxes)
        self.length += len(text)


def write_pages(leaves: Sequence[Leaf]) -> Written:
    """The text of the pages, one line each for lines and table rows."""
    furniture = find_furniture(leaves)
    joined = join_tables(leaves, furniture)
    leaves = [replace(leaf, blocks=tuple(blocks)) for leaf, blocks in zip(leaves, joined.pages, strict=True)]
    furniture = {**furniture, **dict.fromkeys(joined.repeated, "header")}
    wrapped = _wrapped_places(leaves, furniture)
    out = Written()
    for page, leaf in enumerate(leaves):
        start, boxes_from = out.length, len(out.boxes)
        _write_page(out, page, leaf, furniture, wrapped | joined.continued)
        boxes = CharBoxes(np.concatenate((_NONE, *out.boxes[boxes_from:])))
        out.pages.append(Page(leaf.number, start, out.length, leaf.width, leaf.height, boxes))
    return out


def _wrapped_places(leaves: Sequence[Leaf], furniture: Mapping[Place, Role]) -> frozenset[Place]:
    """The lines that are not the last of their paragraph."""
    running = [(page, at, block) for page, leaf in enumerate(leaves) for at, block in enumerate(leaf.blocks) if (page, at) not in furniture]
    margins = measure(block for _, _, block in running if isinstance(block, Flow))
    wrapped: set[Place] = set()
    before: tuple[int, int, Flow] | None = None
    first: Flow | None = None
    for page, at, block in running:
        if isinstance(block, Row):
            before = first = None
            continue
        if before is not None and first is not None:
            same_page = before[0] == page
            if continues(before[2], block, first.line, margins[block.frame.key], same_page=same_page):
                wrapped.add(before[:2])
            else:
                first = block
        else:
            first = block
        before = (page, at, block)
    return frozenset(wrapped)


def _write_page(out: Written, page: int, leaf: Leaf, furniture: Mapping[Place, Role], joined: frozenset[Place]) -> None:
    """``joined`` are the lines that go on in the next one, and the rows that go on with the table of the page before."""
    grid: int | None = None
    for at, block in enumerate(leaf.blocks):
        if isinstance(block, Row) and not block.cells:
            continue
        start = out.length
        role = furniture.get((page, at))
        if isinstance(block, Row):
            follows = block.grid == grid or (page, at) in joined
            cells = _write_row(out, block)
            if role is None:
                _note_row(out, start, cells, follows=follows)
                grid = block.grid
        else:
            grid = None
            out.put(block.line.text, block.line.boxes)
            if (page, at) in joined:
                out.wraps.append(out.length)
        if role is not None:
            out.furniture.append(Furniture(start, out.length, role))
        out.put("\n")


def _write_row(out: Written, row: Row) -> list[Cell]:
    """One line; each cell's lines closed up, a blank between its paragraphs."""
    cells: list[Cell] = []
    for index, cell in enumerate(row.cells):
        if index:
            out.put("\t")
        start = out.length
        _write_cell(out, cell)
        cells.append(Cell(cell.row, cell.column, start, out.length, cell.row_span, cell.column_span))
    return cells


def _write_cell(out: Written, cell: CellText) -> None:
    before = None
    for line in cell.lines:
        if before is not None and (not closes_up(before, line, cell) or (_is_latin(before.text[-1]) and _is_latin(line.text[0]))):
            out.put(" ")
        out.put(line.text, line.boxes)
        before = line


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _note_row(out: Written, start: int, cells: Sequence[Cell], *, follows: bool) -> None:
    """Enter the row into the table that it goes on with, or into a new one."""
    if follows:
        table = out.tables.pop()
        start, before = table.start, table.cells
    else:
        out.first_row, before = cells[0].row, ()
    counted = (replace(cell, row=cell.row - out.first_row) for cell in cells)
    out.tables.append(Table(start, out.length, (*before, *counted)))
