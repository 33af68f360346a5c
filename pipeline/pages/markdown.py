"""Tables in Markdown, whatever words stand in their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.markdown import plain
from pipeline.pages.shown import text


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table whose cells are Markdown already, with an empty line behind it."""
    yield f"| {' | '.join(heads)} |"
    yield f"| {' | '.join('---' for _ in heads)} |"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def plain_row(row: Iterable[str]) -> list[str]:
    """Cells of plain words: nothing in them is taken for Markdown."""
    return [plain(text(cell)) for cell in row]
