"""Papers with tables whose cells are merged, as Word files, web pages and PDFs.

A paper is a text; lines with `` | `` are a table's rows. A cell ``^`` belongs to the one above it, ``<`` to the one before it.
"""

from __future__ import annotations

import html
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import docx
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from tests.formats.make_pdf import FONT, register_font

Rules = Literal["all", "three", "none"]


@dataclass(frozen=True)
class Set:
    """A cell as it is set: where it begins, its words, and how many rows and columns it takes."""

    row: int
    column: int
    words: str
    rows: int
    columns: int


def plain(paper: str) -> str:
    """The paper as plain text: tabs between cells, a blank where one is merged."""
    return "\n".join(
        "\t".join("" if cell in ("^", "<") else cell for cell in _cells(line)) if _is_row(line) else line for line in paper.split("\n")
    )


def in_word(paper: str) -> bytes:
    """The paper as a .docx."""
    document = docx.Document()
    for block in _blocks(paper):
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        rows = len(block)
        table = document.add_table(rows=rows, cols=max(map(len, block)), style="Table Grid")
        for cell in _set(block):
            place = table.cell(cell.row, cell.column)
            last = table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1)
            (place if place is last else place.merge(last)).text = cell.words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def in_html(paper: str) -> bytes:
    """The paper as a page saved from a browser."""
    parts = [f"<p>{html.escape(block)}</p>" if isinstance(block, str) else _html_table(block) for block in _blocks(paper)]
    title = html.escape(paper.split("\n", 1)[0])
    return f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>{''.join(parts)}</body></html>".encode()


def _html_table(rows: Sequence[Sequence[str]]) -> str:
    lines: dict[int, list[str]] = {at: [] for at in range(len(rows))}
    for cell in _set(rows):
        spans = f' rowspan="{cell.rows}"' * (cell.rows > 1) + f' colspan="{cell.columns}"' * (cell.columns > 1)
        lines[cell.row].append(f"<td{spans}>{html.escape(cell.words)}</td>")
    return "<table border=1>" + "".join(f"<tr>{''.join(line)}</tr>" for line in lines.values()) + "</table>"


def in_pdf(
    paper: str,
    rules: Rules = "all",
    *,
    widths: Sequence[float] | None = None,
    down: float = 0,
    head_again: int = 0,
    splits: bool = False,
    valign: str = "TOP",
) -> bytes:
    """The paper as a PDF; ``down`` points are left blank before the first table, ``head_again`` rows are printed again on a new page.

    ``splits`` where a row may be cut by the page's end.
    """
    register_font()
    style = ParagraphStyle("body", fontName=FONT, fontSize=12, leading=18, wordWrap="CJK", firstLineIndent=24)
    small = ParagraphStyle("cell", parent=style, fontSize=10.5, leading=15, firstLineIndent=0)
    story: list[Flowable] = []
    for block in _blocks(paper):
        if isinstance(block, str):
            story.append(Paragraph(html.escape(block), style))
            continue
        if down:
            story.append(_Gap(down))
            down = 0
        story.append(_pdf_table(block, small, rules, widths, head_again, splits=splits, valign=valign))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, leftMargin=70, rightMargin=70, topMargin=60, bottomMargin=60, invariant=1).build(
        story, onFirstPage=_number, onLaterPages=_number
    )
    return out.getvalue()


class _Gap(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Blank space, as blank lines leave it."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        del height
        return width, self.height

    def draw(self) -> None:
        """Nothing to be seen."""


def _number(canvas: object, document: SimpleDocTemplate) -> None:
    canvas.setFont(FONT, 9)  # type: ignore[attr-defined]  # reportlab has no types
    canvas.drawCentredString(A4[0] / 2, 30, f"- {document.page} -")  # type: ignore[attr-defined]  # the same


def _pdf_table(
    rows: Sequence[Sequence[str]],
    style: ParagraphStyle,
    rules: Rules,
    widths: Sequence[float] | None,
    head_again: int,
    *,
    splits: bool,
    valign: str,
) -> Table:
    columns = max(map(len, rows))
    data: list[list[object]] = [[""] * columns for _ in rows]
    commands: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), valign)]
    if rules == "all":
        commands.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    elif rules == "three":
        commands += [("LINEABOVE", (0, 0), (-1, 0), 1, colors.black), ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)]
        commands.append(("LINEBELOW", (0, -1), (-1, -1), 1, colors.black))
    for cell in _set(rows):
        data[cell.row][cell.column] = Paragraph(html.escape(cell.words), style)
        if cell.rows > 1 or cell.columns > 1:
            commands.append(("SPAN", (cell.column, cell.row), (cell.column + cell.columns - 1, cell.row + cell.rows - 1)))
    return Table(data, colWidths=widths or [450 / columns] * columns, repeatRows=head_again, splitInRow=int(splits), style=commands)


def _is_row(line: str) -> bool:
    return " | " in line or line.endswith(" |")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _blocks(paper: str) -> Iterator[str | list[list[str]]]:
    for is_row, lines in groupby(paper.split("\n"), key=_is_row):
        if is_row:
            yield [_cells(line) for line in lines]
        else:
            yield from (line for line in lines if line.strip())


def _set(rows: Sequence[Sequence[str]]) -> Iterator[Set]:
    """The cells, each once, with what belongs to it."""
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            if words in ("^", "<"):
                continue
            wide = 1
            while column + wide < len(cells) and cells[column + wide] == "<":
                wide += 1
            high = 1
            while row + high < len(rows) and column < len(rows[row + high]) and rows[row + high][column] == "^":
                high += 1
            yield Set(row, column, words, high, wide)
