"""Write a Word table's rows as lines.

Reads::

    | 学校 | 任务 |                     one row is one line, its cells parted by a tab
    | 甲方（盖章）： ⏎ 代表签字： | … |     a row whose cells hold lines that speak for themselves is only a layout:
                                        its cells stand one below the other, line by line

A cell merged over several rows or columns is written once, and knows how many; below it an empty cell keeps the columns in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from extractors.readers.docx_fragment import Fragment, one_line
from extractors.readers.docx_package import W, too_deep
from extractors.readers.docx_runs import shows_prompt
from extractors.readers.docx_styles import number_of, switch_of, value_of
from extractors.readers.source_text import Cell, Table

ReadBlocks = Callable[[Element, int, bool], Fragment]
"""Reads the paragraphs and tables in an element; the depth of tables around it, and whether it is a control's prompt."""
_MAX_COLUMNS = 63
"""Word's own limit; files that claim more are broken or hostile."""
_MAX_DEPTH = 16
_TRANSPARENT = frozenset(f"{W}{name}" for name in ("customXml", "ins", "moveTo", "smartTag"))


@dataclass(frozen=True, slots=True)
class _Filled:
    column: int
    content: Fragment
    width: int = 1
    is_merged: bool = False


def read_table(table: Element, depth: int, read_blocks: ReadBlocks, *, prompt: bool = False) -> Fragment:
    """A ``w:tbl`` as text; ``too-deep`` for tables in tables in tables."""
    if depth > _MAX_DEPTH:
        raise too_deep()
    whole = Fragment()
    cells: list[Cell] = []
    tops: dict[int, int] = {}
    for number, (row, waits) in enumerate(_unwrapped(table, f"{W}tr", prompt=prompt)):
        if _is_gone(row):
            continue
        filled = list(_row_cells(row, depth, read_blocks, prompt=waits))
        _reach_down(cells, tops, number, filled)
        written = _write_row(whole, number, filled)
        tops.update((cell.column, len(cells) + at) for at, cell in enumerate(written))
        cells += written
    if cells:
        whole.tables.insert(0, Table(cells[0].start, max(cell.end for cell in cells), tuple(cells)))
    return whole


def _reach_down(cells: list[Cell], tops: dict[int, int], number: int, row: list[_Filled]) -> None:
    """Let the merged cells above reach down to this row; ``tops`` are the lowest cells of the columns by their place in ``cells``."""
    for item in row:
        if not item.is_merged:
            tops.pop(item.column, None)
        elif item.column in tops:
            above = tops[item.column]
            cells[above] = replace(cells[above], row_span=number + 1 - cells[above].row)


def _unwrapped(parent: Element, tag: str, *, prompt: bool) -> Iterator[tuple[Element, bool]]:
    """The rows of a table or the cells of a row, also those inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child, prompt
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from _unwrapped(content, tag, prompt=prompt or shows_prompt(child))
        elif child.tag in _TRANSPARENT:
            yield from _unwrapped(child, tag, prompt=prompt)


def _is_gone(row: Element) -> bool:
    """A row that was deleted or is hidden."""
    properties = row.find(f"{W}trPr")
    return properties is not None and (properties.find(f"{W}del") is not None or switch_of(properties, "hidden") is True)


def _row_cells(row: Element, depth: int, read_blocks: ReadBlocks, *, prompt: bool) -> Iterator[_Filled]:
    column = min(_MAX_COLUMNS, max(0, number_of(row.find(f"{W}trPr"), "gridBefore") or 0))
    waiting: _Filled | None = None
    for cell, waits in _unwrapped(row, f"{W}tc", prompt=prompt):
        properties = cell.find(f"{W}tcPr")
        if properties is not None and properties.find(f"{W}cellDel") is not None:
            continue
        width = max(1, number_of(properties, "gridSpan") or 1)
        column, before = min(_MAX_COLUMNS, column + width), column
        if waiting is not None and _continues(properties, "hMerge"):
            waiting = replace(waiting, width=waiting.width + width)
            continue
        if waiting is not None:
            yield waiting
        merged = _continues(properties, "vMerge")
        waiting = _Filled(before, Fragment() if merged else read_blocks(cell, depth + 1, waits), width, merged)
    if waiting is not None:
        yield waiting


def _continues(properties: Element | None, merge: str) -> bool:
    """Whether a cell only continues the one above (``vMerge``) or before it (``hMerge``)."""
    found = None if properties is None else properties.find(f"{W}{merge}")
    return found is not None and (value_of(properties, merge) or "continue") == "continue"


def _write_row(whole: Fragment, number: int, filled: list[_Filled]) -> list[Cell]:
    worded = [at for at, item in enumerate(filled) if item.content.lines()]
    if len(filled) == 1 or any(item.content.is_layout() for item in filled):
        return [cell for at in worded for cell in _write_block(whole, number, filled[at], frame=len(filled) == 1)]
    cells: list[Cell] = []
    last = worded[-1] if worded else -1
    for at, item in enumerate(filled[: last + 1]):
        line = one_line(item.content.lines())
        cells.append(Cell(number, item.column, whole.length, whole.length + len(line), 1, _width(item)))
        whole.write(line + ("\n" if at == last else "\t"))
    return [cell for cell in cells if cell.end > cell.start]


def _write_block(whole: Fragment, number: int, item: _Filled, *, frame: bool) -> list[Cell]:
    """A cell in lines of its own, as they stand if it is only a ``frame``; one that holds a table gives way to that table's cells."""
    start = whole.length
    if frame or item.content.is_layout():
        whole.append(item.content)
    else:
        whole.write(one_line(item.content.lines()) + "\n")
    return [] if item.content.tables else [Cell(number, item.column, start, whole.length - 1, 1, _width(item))]


def _width(item: _Filled) -> int:
    return min(item.width, _MAX_COLUMNS + 1 - item.column)
