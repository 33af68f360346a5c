"""Tables drawn with tabs, bars or blanks: which column gives, which receives, and what stands above a cell.

Reads::

    支援单位 | 受援学校 | 送教教师 / 甲校 | 乙校 | 4人     甲校 gives, 乙校 receives, 4人 counts 送教教师

Leaves alone::

    甲校　乙校                                             a line without a heading above
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.names.parts_played import GIVING_ROLE, TAKING_ROLE
from extractors.text.passage import Passage, Stretch

_CELL_END = re.compile(r"[ ]{0,20}[\t|][ \t|]{0,20}|[ ]{1,20}")
_TAKERS, _GIVERS = re.compile(TAKING_ROLE), re.compile(GIVING_ROLE)
_COLUMNS = 2
_HEAD = 12


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table's heading begins, its cells, and the columns of the givers and of the receivers."""

    start: int
    cells: tuple[Stretch, ...]
    giving: int
    taking: int


def find_tables(passage: Passage) -> Iterator[Table]:
    """The heading lines that give one column to the givers and another to the receivers, in reading order."""
    for line in passage.lines:
        places = cells_of(passage.text, line)
        cells = [passage.words(cell) for cell in places]
        if len(cells) < _COLUMNS:
            continue
        taking = [at for at, cell in enumerate(cells) if len(cell) <= _HEAD and _TAKERS.search(cell)]
        giving = [at for at, cell in enumerate(cells) if len(cell) <= _HEAD and _GIVERS.search(cell) and at not in taking]
        if giving and taking:
            yield Table(line.start, tuple(places), giving[0], taking[0])


def cells_of(text: str, line: Stretch) -> list[Stretch]:
    """The cells of a table's row; the whole line where nothing parts it."""
    marks = list(_CELL_END.finditer(text, line.start, line.end))
    starts = [line.start, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), line.end]
    return [Stretch(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


class SidedTables:
    """The tables of givers and receivers of one document; a row is cut into cells once for all that is asked of it."""

    def __init__(self, passage: Passage) -> None:
        """Find their headings."""
        self._passage = passage
        self._tables = tuple(find_tables(passage))
        self._last: tuple[Stretch, tuple[Table, list[Stretch]] | None] = (Stretch(0, 0), None)

    def heading_above(self, place: Stretch) -> Stretch | None:
        """The words above the cell that ``place`` fills; None where it fills none."""
        row = self._row(self._passage.line_at(place.start)) if self._tables else None
        return next((head for head, cell in zip(row[0].cells, row[1], strict=True) if cell == place), None) if row else None

    def giving_cell(self, line: Stretch) -> Stretch | None:
        """The cell of a line that stands in the givers' column; None for a line of no table."""
        row = self._row(line)
        return row[1][row[0].giving] if row else None

    def taking_cell(self, line: Stretch) -> Stretch | None:
        """The cell of a line that stands in the receivers' column; None for a line of no table."""
        row = self._row(line)
        return row[1][row[0].taking] if row else None

    def _row(self, line: Stretch) -> tuple[Table, list[Stretch]] | None:
        """The table above a line and the line's cells, where it has a cell for each of the heading's."""
        if self._last[0] != line:
            at = bisect_left(self._tables, line.start, key=lambda table: table.start) - 1
            cells = cells_of(self._passage.text, line) if at >= 0 else []
            self._last = line, (self._tables[at], cells) if cells and len(cells) == len(self._tables[at].cells) else None
        return self._last[1]
