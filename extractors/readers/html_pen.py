"""Writing a page's visible text down: blanks collapsed, lines ended, table rows and links noted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.readers.source_text import Cell, Table

_MOST_COLUMNS = 64
"""More columns than any paper has: a page that claims more is broken or hostile."""
_BLANKS = re.compile(r"([ \t\r\n\f]+)")


@dataclass(frozen=True, slots=True)
class HtmlLine:
    """A line of the text; ``linked`` of its characters stand in links."""

    start: int
    end: int
    linked: int


@dataclass(slots=True)
class HtmlText:
    """The text with its lines and tables.

    ``spans`` are the places of elements by their ``mem_id``, ``nodes`` their tags and ids in order, ``links`` the places of links with
    their addresses as written.
    """

    parts: list[str] = field(default_factory=list)
    lines: list[HtmlLine] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    nodes: list[tuple[str, int]] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.parts)


@dataclass(slots=True)
class Pen:
    """Where writing stands: at which offset, in which line, in how many links, and what blank is still owed."""

    out: HtmlText
    at: int = 0
    line_start: int = 0
    linked: int = 0
    links: int = 0
    kept_spaces: int = 0
    owed: str = ""
    last: str = "\n"
    row: list[Cell] | None = None
    over: dict[int, int] = field(default_factory=dict)
    """Columns over which a cell of a row above reaches down, and for how many rows yet."""
    rows: list[list[Cell]] = field(default_factory=list)
    in_lines: bool = False
    """Whether the cells of the row stand in lines of their own."""

    def write(self, text: str) -> None:
        """Write a text node: runs of blanks are one, and none between Chinese characters that the source's line end parts."""
        for piece in _BLANKS.split(text) if not self.kept_spaces else [text]:
            if not piece:
                continue
            if piece[0] in " \t\r\n\f" and not self.kept_spaces:
                if self.last not in "\n\t":
                    self.owed = "\n" if "\n" in piece and self.owed != " " else " "
                continue
            if self.owed:
                if self.owed == " " or not (_is_wide(self.last) and _is_wide(piece[0])):
                    self._put(" ")
                self.owed = ""
            if self.kept_spaces:
                self._put_kept(piece)
            else:
                self._put(piece)

    def _put_kept(self, piece: str) -> None:
        for index, line in enumerate(piece.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if index:
                self.end_line()
            if line:
                if self.owed:
                    self._put(self.owed)
                    self.owed = ""
                self._put(line)

    def _put(self, text: str) -> None:
        self.out.parts.append(text)
        self.at += len(text)
        self.last = text[-1]
        if self.links:
            self.linked += len(text)

    def end_line(self, *, forced: bool = False) -> None:
        """Begin a new line; inside a table's row a blank stands for it. Without ``forced`` an empty line is none."""
        if self.row is not None and not self.in_lines:
            self.owed = " " if self.last not in "\n\t" else ""
            return
        self.owed = ""
        if self.at > self.line_start:
            self.out.lines.append(HtmlLine(self.line_start, self.at, self.linked))
            if self.rows and self.row is None and self.rows[-1][-1].end != self.at:
                self.end_table()
        elif not forced:
            return
        self.out.parts.append("\n")
        self.at += 1
        self.line_start, self.linked, self.last = self.at, 0, "\n"

    def begin_row(self, *, in_lines: bool = False) -> None:
        """Begin a table row, which is one line, unless its cells hold texts ``in_lines``."""
        self.end_line()
        self.row, self.in_lines = [], in_lines

    def begin_cell(self) -> int:
        """Begin a cell of the row; gives the offset where its text starts."""
        self.owed = ""
        if self.in_lines:
            self.end_line()
            return self.at
        if self.row:
            self._put("\t")
        self.last = "\t"
        return self.at

    def end_cell(self, start: int, rows: int = 1, columns: int = 1) -> None:
        """Enter the cell that began at ``start`` into its row, at the next column that no cell above reaches down to."""
        self.owed = ""
        if self.in_lines:
            self.end_line()
        if self.row is not None:
            column = self.row[-1].column + self.row[-1].column_span if self.row else 0
            while self.over.get(column):
                column += 1
            columns = max(1, min(columns, _MOST_COLUMNS - column))
            self.row.append(Cell(len(self.rows), column, start, max(start, self.at - self.in_lines), rows, columns))

    def end_row(self) -> None:
        """End the row and its line; a row without any cell is none."""
        cells = self.row or []
        written = self.at > self.line_start or (self.in_lines and any(cell.end > cell.start for cell in cells))
        self.row, self.in_lines = None, False
        self.over = {column: left - 1 for column, left in self.over.items() if left > 1}
        for cell in cells:
            if cell.row_span > 1:
                self.over.update(dict.fromkeys(range(cell.column, cell.column + cell.column_span), cell.row_span - 1))
        if written:
            self.rows.append(cells)
            self.end_line()

    def end_table(self) -> None:
        """Enter the rows written since the last call as one table."""
        cells = tuple(cell for row in self.rows for cell in row)
        if cells:
            self.out.tables.append(Table(cells[0].start, cells[-1].end, cells))
        self.rows, self.over = [], {}


def _is_wide(char: str) -> bool:
    return char > "\u2e7f" or char in "“”‘’…—·"
