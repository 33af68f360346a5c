"""Writing a page's visible text down: blanks collapsed, lines ended, table rows and links noted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.readers.source_text import Cell, Table

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
    rows: list[list[Cell]] = field(default_factory=list)

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
        if self.row is not None:
            self.owed = " " if self.last not in "\n\t" else ""
            return
        self.owed = ""
        if self.at > self.line_start:
            self.out.lines.append(HtmlLine(self.line_start, self.at, self.linked))
            if self.rows and self.rows[-1][-1].end != self.at:
                self.end_table()
        elif not forced:
            return
        self.out.parts.append("\n")
        self.at += 1
        self.line_start, self.linked, self.last = self.at, 0, "\n"

    def begin_row(self) -> None:
        """Begin a table row, which is one line."""
        self.end_line()
        self.row = []

    def begin_cell(self) -> int:
        """Begin a cell of the row; gives the offset where its text starts."""
        self.owed = ""
        if self.row:
            self._put("\t")
        self.last = "\t"
        return self.at

    def end_cell(self, start: int) -> None:
        """Enter the cell that began at ``start`` into its row."""
        self.owed = ""
        if self.row is not None:
            self.row.append(Cell(len(self.rows), len(self.row), start, self.at))

    def end_row(self) -> None:
        """End the row and its line; a row without any cell is none."""
        cells = self.row or []
        self.row = None
        if self.at > self.line_start:
            self.rows.append(cells)
            self.end_line()

    def end_table(self) -> None:
        """Enter the rows written since the last call as one table."""
        cells = tuple(cell for row in self.rows for cell in row)
        if cells:
            self.out.tables.append(Table(cells[0].start, cells[-1].end, cells))
        self.rows = []


def _is_wide(char: str) -> bool:
    return char > "\u2e7f" or char in "“”‘’…—·"
