"""Words that are set on their side in a table's cell, as the labels of a form's narrow first column are.

Reads::

    支援学校 printed up or down a cell that has no other words          the cell's text, as if it were printed level

Leaves alone::

    the words along a binding edge, in a margin, across a drawing       they are counted, for a note to tell of them
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.readers.glyphs import Flags, Glyph, Glyphs
from extractors.readers.pdf_glyphs import Sheet
from extractors.readers.source_text import Box


def lay_level(sheet: Sheet, ruled: Iterable[Sequence[Box]]) -> tuple[Glyphs, int]:
    """The glyphs of a page with those of its ``sideways`` ones that fill a cell of a table set level; and how many stay left out.

    A glyph that is set level keeps the box in which it is ``shown``. The order is that of the content.
    """
    if not len(sheet.sideways):
        return sheet.glyphs, 0
    printed, sideways = sheet.glyphs.only(~sheet.glyphs.spaces), sheet.sideways
    level: list[Glyph] = []
    for cell in [cell for table in ruled for cell in table if len(table) > 1]:
        label = _are_in(sideways, cell)
        if label.any() and not _are_in(printed, cell).any():
            level += _set_level(list(sideways.only(label)), cell)
            sideways = sideways.only(~label)
    return sheet.glyphs + Glyphs.of(level), len(sideways)


def _are_in(glyphs: Glyphs, cell: Box) -> Flags:
    x0, top, x1, bottom = cell
    across, down = (glyphs.sides[0] + glyphs.sides[2]) / 2, (glyphs.sides[1] + glyphs.sides[3]) / 2
    inside: Flags = (x0 <= across) & (across < x1) & (top <= down) & (down < bottom)
    return inside


def _set_level(label: Sequence[Glyph], cell: Box) -> Iterable[Glyph]:
    """The label on one line through the middle of its cell, as small as it must be to fit."""
    x0, top, x1, bottom = cell
    em = min((x1 - x0) / len(label), bottom - top)
    middle = (top + bottom) / 2
    for at, glyph in enumerate(label):
        left = x0 + at * em
        yield glyph._replace(x0=left, top=middle - em / 2, x1=left + em, bottom=middle + em / 2, baseline=middle + em / 2)
