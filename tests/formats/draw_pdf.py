"""Draw PDF pages by hand, for what a word processor would not print: words at given places, rules, pictures, watermarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.formats.make_pdf import FONT, register_font

Words = tuple[float, float, str]
"""Left edge and baseline in points from the page's lower left corner, and what is written there."""


def drawn(*pages: Callable[[Canvas], None], size: tuple[float, float] = A4) -> bytes:
    """A PDF with one page for every function."""
    register_font()
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=True)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def words(*placed: Words, size: float = 14.0) -> Callable[[Canvas], None]:
    """A page with words at given places, in this order."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        for x, y, text in placed:
            canvas.drawString(x, y, text)

    return draw


def grid(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    """Rule a table: an upright line at every x, a level one at every y."""
    for x in xs:
        canvas.line(x, min(ys), x, max(ys))
    for y in ys:
        canvas.line(min(xs), y, max(xs), y)


def picture(canvas: Canvas) -> None:
    """A page that is one picture, as a scanner makes it."""
    canvas.drawImage(ImageReader(Image.new("L", (60, 85), 255)), 0, 0, *A4)


def blank(canvas: Canvas) -> None:
    """A page with nothing on it."""
