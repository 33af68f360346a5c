"""A growing piece of a Word file's text, with its headings and tables at their places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from extractors.readers.limits import check_characters
from extractors.readers.source_text import Furniture, Heading, Role, Table

_BLOCK_LINE = re.compile(
    r"[。；;：:！!？?][”’）)]?[ \t]*$"
    r"|^[ \t]*(?:第[0-9一二三四五六七八九十百]{1,4}条|[0-9]{1,2}[、.．）)]|[一二三四五六七八九十]{1,3}[、.．]|[（(][0-9一二三四五六七八九十]{1,3}[)）]|[①-⑳•●■◆])"
    r"|^[^：:\n]{1,16}[：:]|^[ \t]*[甲乙丙丁]方|[（(](?:盖章|公章|签字|签章|签名)[)）]|年[^年\n]{0,8}月[^月\n]{0,8}日|[^\n]{40}"
)
"""A line that says something by itself: a sentence, a numbered clause, a label, a signature, a date."""


@dataclass(slots=True)
class Fragment:
    """Text in lines, each ended by a newline; offsets count from the fragment's own start."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    headings: list[Heading] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.pieces)

    def write(self, text: str) -> None:
        """Add text at the end; ``too-large`` where that is more than a file may hold."""
        self.pieces.append(text)
        self.length += len(text)
        check_characters(self.length)

    def append(self, other: Fragment) -> None:
        """Add another fragment at the end, with what it knows of its parts."""
        at = self.length
        self.write(other.text)
        self.headings += [replace(item, start=item.start + at, end=item.end + at) for item in other.headings]
        self.furniture += [replace(item, start=item.start + at, end=item.end + at) for item in other.furniture]
        self.tables += [_moved(item, at) for item in other.tables]

    def append_as(self, role: Role, other: Fragment) -> None:
        """Add another fragment's words as furniture."""
        text = other.text.strip("\n")
        if text.strip():
            self.furniture.append(Furniture(self.length, self.length + len(text), role))
            self.write(f"{text}\n")

    def lines(self) -> list[str]:
        """The lines that hold words."""
        return [line.strip() for line in self.text.split("\n") if line.strip()]

    def is_layout(self) -> bool:
        """Whether it is several lines that each say something, and no word that a narrow cell has broken up."""
        lines = self.lines()
        return len(lines) > 1 and (bool(self.tables) or any(_BLOCK_LINE.search(line) for line in lines))


def one_line(lines: Iterable[str]) -> str:
    """A narrow cell's lines as one: letters set one below the other are one word, other lines are parted by a space."""
    parts = list(lines)
    return ("" if all(len(part) == 1 for part in parts) else " ").join(parts)


def _moved(table: Table, by: int) -> Table:
    cells = tuple(replace(cell, start=cell.start + by, end=cell.end + by) for cell in table.cells)
    return Table(table.start + by, table.end + by, cells)
