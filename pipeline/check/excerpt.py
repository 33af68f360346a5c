"""A line of a document with marks under its words, as wide on the screen as the words are.

Widths are those of terminals: Chinese characters and full-width blanks take two columns, combining marks none, characters of ambiguous
width one. What would steer a terminal or not be seen is spelt out, tabs are four blanks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import get_character_cell_size

from pipeline.printable import escaped

PRIMARY, SECONDARY, PLAIN = "^", "-", " "
_ELLIPSIS = "…"
_TAB = "    "
_NARROWEST = 20
"""Columns that a row has even where the terminal is narrower: it wraps them itself."""
_MOST_ROWS = 4
"""Rows of marked words in one line; of a longer passage its beginning and its end are shown."""
_LEAST_CONTEXT = 6
"""Columns beside marked words, enough for three characters, however little room there is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words of a line: code points from ``start`` to ``end``, counted from 0."""

    start: int
    end: int
    sign: str


@dataclass(frozen=True, slots=True)
class Row:
    """What is printed of a line in one row, and the row of marks below it, "" where it has none."""

    words: str
    marks: str


@dataclass(frozen=True, slots=True)
class _Cell:
    shown: str
    width: int
    sign: str


def rows(line: str, marks: Sequence[Mark], width: int) -> list[Row]:
    """The rows that show a line's marked words whole, with what stands around them where there is room."""
    width = max(width, _NARROWEST)
    stretches = _with_context(line, list(_merged(_shortened(marks, width))), width)
    return [_row(cells) for cells in _wrapped(_cells(line, stretches, marks), width)]


def width_of(text: str) -> int:
    """The columns that printable text takes."""
    return sum(map(get_character_cell_size, text))


def _shortened(marks: Sequence[Mark], width: int) -> Iterator[tuple[int, int]]:
    """What must be shown: marked words, of very long ones both ends."""
    most = width * _MOST_ROWS // 2
    for mark in marks:
        if mark.end - mark.start <= most:
            yield mark.start, mark.end
        else:
            yield mark.start, mark.start + most // 2
            yield mark.end - most // 2, mark.end


def _merged(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches in order, those that touch or almost touch as one."""
    waiting: tuple[int, int] | None = None
    for start, end in sorted(stretches):
        if waiting is not None and start <= waiting[1] + 2:
            waiting = waiting[0], max(waiting[1], end)
            continue
        if waiting is not None:
            yield waiting
        waiting = start, end
    if waiting is not None:
        yield waiting


def _with_context(line: str, stretches: list[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """The same with as much of the line around them as a row has room for."""
    if len(line) <= width and sum(map(_width, line)) <= width:
        return [(0, len(line))]
    taken = sum(_width(char) for start, end in stretches for char in line[start:end])
    room = max(width - taken - 2 * len(stretches), 0)
    share = max(room // (2 * len(stretches) or 1), _LEAST_CONTEXT)
    wider = []
    for start, end in stretches:
        left, unused = _reach(line, range(start - 1, -1, -1), share)
        right, unused = _reach(line, range(end, len(line)), share + unused)
        if unused:
            left, _ = _reach(line, range(start - 1, -1, -1), share + unused)
        wider.append((start - left, end + right))
    return list(_merged(wider))


def _reach(line: str, positions: range, columns: int) -> tuple[int, int]:
    """How many characters fit into some columns, and the columns that are left."""
    count = 0
    for at in positions:
        needed = _width(line[at])
        if needed > columns:
            return count, 0
        columns -= needed
        count += 1
    return count, columns


def _cells(line: str, stretches: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[_Cell]:
    """The characters of the stretches as they are printed, with ellipses where something is left out."""
    signs = _signs(marks, stretches)
    end = 0
    for start, end in stretches:
        if start > 0:
            yield _Cell(_ELLIPSIS, 1, PLAIN)
        for at in range(start, end):
            shown = _shown(line[at])
            yield _Cell(shown, _width(line[at]), signs.get(at, PLAIN))
    if end < len(line):
        yield _Cell(_ELLIPSIS, 1, PLAIN)
    elif len(line) in signs:
        # words that are missing at the line's end
        yield _Cell(" ", 1, signs[len(line)])


def _signs(marks: Sequence[Mark], stretches: Sequence[tuple[int, int]]) -> dict[int, str]:
    """The sign under each marked character that is shown; where marks overlap, the first one's."""
    signs: dict[int, str] = {}
    for mark in marks:
        # a mark of no words stands under one character, or behind the line's last
        mark_end = max(mark.end, mark.start + 1)
        for start, end in stretches:
            for at in range(max(mark.start, start), min(mark_end, end + 1)):
                signs.setdefault(at, mark.sign)
    return signs


def _wrapped(cells: Iterable[_Cell], width: int) -> Iterator[list[_Cell]]:
    """Rows of cells that fit the width; what takes no column stays with what stands before it."""
    row: list[_Cell] = []
    taken = 0
    for cell in cells:
        if row and taken + cell.width > width:
            yield row
            row, taken = [], 0
        row.append(cell)
        taken += cell.width
    if row:
        yield row


def _row(cells: Sequence[_Cell]) -> Row:
    words = "".join(cell.shown for cell in cells)
    marks = "".join(sign * sum(cell.width for cell in group) for sign, group in groupby(cells, key=lambda cell: cell.sign))
    return Row(words.rstrip(), marks.rstrip())


def _shown(char: str) -> str:
    return _TAB if char == "\t" else escaped(char)


def _width(char: str) -> int:
    return width_of(_shown(char))
