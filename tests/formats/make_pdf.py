"""Make a digital PDF of an agreement's text, as a word processor would print it.

The first line is the centred title; every other line is a paragraph with a first line's indent, wrapped and justified with Chinese
line-breaking rules; a line with a run of three spaces or more is set in columns without an indent; tab-separated lines are rows of
a ruled table; an empty line is vertical space. reportlab with WenQuanYi Micro Hei; nothing in the file depends on the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.formats.needed import needed_file

FONT_FILE = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")
FONT = "WenQuanYi Micro Hei"
_NOT_FIRST = "，。、；：！？）》”’〉】〕％%,.;:!?)"
_NOT_LAST = "（《“‘〈【〔("
_TOKEN = re.compile(r"[A-Za-z]+|[0-9０-９]+(?:\.[0-9]+)?|\s|.")


@dataclass(frozen=True)
class Style:
    """How the page is set.

    Sizes and margins in points; ``size_of_title`` 0 for that of the text; ``header`` runs at the top of every page.
    """

    size: float = 14.0
    title_size: float = 18.0
    leading: float = 24.0
    margin: float = 80.0
    indent: int = 2
    justified: bool = True
    page_numbers: str | None = "- {} -"
    header: str | None = None
    double_struck_title: bool = False
    backwards: bool = False
    """Write every page's lines from the last to the first: the content order is then not that of reading."""
    page_size: tuple[float, float] = A4
    password: str | None = None


@dataclass
class _Printer:
    canvas: Canvas
    style: Style
    y: float = 0.0
    page: int = 0
    waiting: list[tuple[float, float, str, float, float]] = field(default_factory=list)

    @property
    def width(self) -> float:
        return self.style.page_size[0] - 2 * self.style.margin

    def start_page(self) -> None:
        if self.page:
            self.end_page()
        self.page += 1
        self.y = self.style.page_size[1] - self.style.margin

    def end_page(self) -> None:
        style = self.style
        for x, y, text, size, spacing in reversed(self.waiting) if style.backwards else self.waiting:
            self._show(x, y, text, size, spacing)
        self.waiting.clear()
        if style.header:
            self._centre(style.page_size[1] - 45, style.header, 9)
        if style.page_numbers:
            self._centre(45, style.page_numbers.format(self.page), 9)
        self.canvas.showPage()

    def _centre(self, y: float, text: str, size: float) -> None:
        self._show((self.style.page_size[0] - measured(text, size)) / 2, y, text, size, 0)

    def _show(self, x: float, y: float, text: str, size: float, spacing: float) -> None:
        piece = self.canvas.beginText(x, y)
        piece.setFont(FONT, size)
        piece.setCharSpace(spacing)
        piece.textOut(text)
        self.canvas.drawText(piece)

    def advance(self, height: float) -> None:
        if not self.page or self.y - height < self.style.margin:
            self.start_page()
        self.y -= height

    def put(self, x: float, text: str, size: float, spacing: float = 0.0) -> None:
        self.waiting.append((x, self.y, text, size, spacing))


def make_pdf(text: str, style: Style | None = None) -> bytes:
    """The PDF file of a text."""
    style = style or Style()
    register_font()
    out = BytesIO()
    canvas = Canvas(out, pagesize=style.page_size, invariant=True, encrypt=style.password)
    printer = _Printer(canvas, style)
    printer.start_page()
    is_title = True
    for is_table, lines in groupby(text.split("\n"), key=lambda line: "\t" in line):
        if is_table:
            _table(printer, [line.split("\t") for line in lines])
            continue
        for line in lines:
            is_title = _line(printer, line, is_title=is_title)
    printer.end_page()
    canvas.save()
    return out.getvalue()


def register_font() -> None:
    """Make the Chinese font known to reportlab."""
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(needed_file(FONT_FILE, "fonts-wqy-microhei")), subfontIndex=0))


def measured(text: str, size: float) -> float:
    """The width of a text in points."""
    return float(pdfmetrics.stringWidth(text, FONT, size))


def _line(printer: _Printer, line: str, *, is_title: bool) -> bool:
    """Set a line; tells whether the title is still to come."""
    body = line.strip()
    if not body:
        printer.advance(printer.style.leading / 2)
        return is_title
    if is_title:
        _title(printer, body)
    elif _is_columns(line, printer):
        printer.advance(printer.style.leading)
        _columns(printer, line)
    else:
        _paragraph(printer, body)
    return False


def _is_columns(line: str, printer: _Printer) -> bool:
    """Whether a line is set in columns; one that is too wide for that is wrapped like any other."""
    parted = re.search(r"[ \u3000]{3,}", line.strip()) is not None or line.startswith("      ")
    wide = measured(re.sub(r"[ \u3000]{2,}", "    ", line.rstrip()), printer.style.size)
    return parted and wide <= printer.width


def _title(printer: _Printer, body: str) -> None:
    style = printer.style
    size = style.title_size or style.size
    for piece, _ in wrapped(body, size, printer.width, 0):
        printer.advance(style.leading * 1.5)
        x = (style.page_size[0] - measured(piece, size)) / 2
        printer.put(x, piece, size)
        if style.double_struck_title:
            printer.put(x + 0.4, piece, size)


def _columns(printer: _Printer, line: str) -> None:
    x = printer.style.margin
    words = [piece for piece in re.split(r"[ \u3000]{2,}", line.rstrip()) if piece]
    gaps = len(re.findall(r"[ \u3000]", line.rstrip())) or 1
    half = min(printer.style.size / 2, (printer.width - sum(measured(word, printer.style.size) for word in words)) / gaps)
    for piece in re.split(r"([ \u3000]{2,})", line.rstrip()):
        if piece.strip():
            printer.put(x, piece, printer.style.size)
            x += measured(piece, printer.style.size)
        else:
            x += half * len(piece)


def _paragraph(printer: _Printer, body: str) -> None:
    style = printer.style
    indent = style.indent * style.size
    for index, (piece, is_last) in enumerate(wrapped(body, style.size, printer.width, indent)):
        printer.advance(style.leading)
        left = indent if index == 0 else 0.0
        room = printer.width - left - measured(piece, style.size)
        spacing = room / (len(piece) - 1) if style.justified and not is_last and len(piece) > 1 else 0.0
        printer.put(style.margin + left, piece, style.size, spacing)


def wrapped(body: str, size: float, width: float, indent: float) -> Iterator[tuple[str, bool]]:
    """The lines of a paragraph and whether each is its last."""
    line, used = "", indent
    for unit in _units(body):
        wide = measured(unit, size)
        if line and used + wide > width + 0.01:
            yield line.rstrip(), False
            line, used = "", 0.0
            unit = unit.lstrip()  # noqa: PLW2901 - a space at a line's start is not printed
            wide = measured(unit, size)
        line += unit
        used += wide
    if line:
        yield line.rstrip(), True


def _units(body: str) -> Iterator[str]:
    """What a line must not be broken inside: a word or figure with the punctuation that leans on it."""
    unit = ""
    for token in _TOKEN.findall(body):
        if unit and (token in _NOT_FIRST or unit[-1] in _NOT_LAST):
            unit += token
        else:
            if unit:
                yield unit
            unit = token
    if unit:
        yield unit


def _table(printer: _Printer, rows: Sequence[Sequence[str]]) -> None:
    style = printer.style
    size, step = style.size * 0.85, style.size * 1.2
    columns = max(len(row) for row in rows)
    width = printer.width / columns
    for row in rows:
        cells = [[piece for piece, _ in wrapped(cell, size, width - 12, 0)] for cell in row]
        height = max(1, *(len(cell) for cell in cells)) * step + 8
        printer.advance(height)
        top = printer.y + height
        for column, cell in enumerate(cells):
            printer.canvas.rect(style.margin + column * width, printer.y, width, height)
            for number, piece in enumerate(cell):
                printer.waiting.append((style.margin + column * width + 6, top - 4 - (number + 0.85) * step, piece, size, 0.0))
