"""The characters of a line that was read from a picture, each with its box, as if a PDF had said where they stand.

An engine knows about where the middle of a character is, to a fifth of its size. The boxes of neighbours are made to touch, so that no
space is seen where none is; what stands clearly apart stays apart, so that columns and blanks are seen as in a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.readers.glyphs import Glyph
from extractors.readers.source_text import Box
from extractors.scans.page_reader import Matrix, Word

_STOPS = "，。、；："
_LEANS_LEFT = "，。、；：！？）》”’〉】〕,.;:!?)"
_LEANS_RIGHT = "（《“‘〈【〔("
_TOUCHING = 0.45
"""Ems between two characters that are nothing but the engine's vagueness."""
_LEANING = 0.25
"""Ems between the middle of a full-width stop's ink and that of its cell."""
_LEAN = 0.3
"""Ems by which that is vague."""
_SPACED_FIGURES = 0.75
"""Ems between figures that are set as wide as Chinese characters."""
_NARROW = 0.54
_EM_OF_BOX = 0.74
"""The size of a character in a line's box, where nothing else tells it."""
_INK_OF_EM = 0.82
"""How high the ink of a line of Chinese characters stands, without its outermost fiftieths; of figures and letters the second."""
_INK_OF_LATIN = 0.68
_TRUSTED = (0.7, 1.35)
"""Ink that stands higher beside the line's box is not the line's alone: a rule, or what a seal left."""
_CELL = 1.05
_ASCENT = 0.35


@dataclass(frozen=True, slots=True)
class LineBox:
    """A line on the straightened page, in pixels; ``ink`` is how high the most of its ink stands, 0 where that is not known."""

    x0: float
    x1: float
    y0: float
    y1: float
    ink: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """How pixels of the straightened page become points: as they are read, and as the page shows them (``back``)."""

    scale: float
    back: Matrix

    def shown(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box on the page as it is shown, in points."""
        (a, b, c), (d, e, f) = self.back.tolist()
        xs = sorted((a * x0 + b * y0 + c, a * x1 + b * y1 + c))
        ys = sorted((d * x0 + e * y0 + f, d * x1 + e * y1 + f))
        return xs[0] * self.scale, ys[0] * self.scale, xs[1] * self.scale, ys[1] * self.scale


def line_glyphs(word: Word, box: LineBox, place: Place) -> Iterator[Glyph]:
    """The glyphs of a line, from left to right."""
    size = em(word, box)
    middle = (box.y0 + box.y1) / 2
    top, bottom, baseline = middle - size * _CELL / 2, middle + size * _CELL / 2, middle + size * _ASCENT
    for char, x0, x1 in _extents(word, box, size):
        scaled = (x0 * place.scale, top * place.scale, x1 * place.scale, bottom * place.scale)
        yield Glyph(char, *scaled, baseline * place.scale, place.shown(x0, top, x1, bottom), size * place.scale)


def em(word: Word, box: LineBox) -> float:
    """The size of a line's characters in pixels."""
    by_box = (box.y1 - box.y0) * _EM_OF_BOX
    by_ink = box.ink / (_INK_OF_EM if any(map(_is_full, word.text)) else _INK_OF_LATIN)
    if _TRUSTED[0] * by_box <= by_ink <= _TRUSTED[1] * by_box:
        return by_ink
    width = box.x1 - box.x0
    printed = [(char, place) for char, place in zip(word.text, word.places, strict=True) if not char.isspace()]
    steps = [(two[1] - one[1]) * width for one, two in pairwise(printed) if _is_full(one[0]) and _is_full(two[0])]
    near = [step for step in steps if 0.6 * by_box <= step <= 1.4 * by_box]
    return median(near) if len(near) > 2 else by_box


@dataclass(slots=True)
class _Char:
    """A character with its edges; ``is_spaced`` where the engine saw a space before it."""

    char: str
    x0: float
    x1: float
    is_spaced: bool


def _extents(word: Word, box: LineBox, size: float) -> Iterator[tuple[str, float, float]]:
    """Every character with its left and right edge; a space between Latin words has a width, another is a hint."""
    chars = list(_cells(word, box, size))
    for before, after in pairwise(chars):
        _meet(before, after, size)
    for at, one in enumerate(chars):
        if one.is_spaced and at:
            yield " ", chars[at - 1].x1, one.x0
        yield one.char, one.x0, max(one.x1, one.x0 + 0.1)


def _cells(word: Word, box: LineBox, size: float) -> Iterator[_Char]:
    """What is printed, each in a cell of its own size around the place where it was seen."""
    waits = False
    for char, place in zip(word.text, word.places, strict=True):
        if char.isspace():
            waits = True
            continue
        wide = _is_wide(char)
        leans = _LEANING * size * (wide and char in _STOPS)
        middle, half = box.x0 + place * (box.x1 - box.x0) + leans, size * (1.0 if wide else _NARROW) / 2
        yield _Char(char, middle - half, middle + half, waits)
        waits = False


def _meet(before: _Char, after: _Char, size: float) -> None:
    """Close what is no gap."""
    slack = _TOUCHING + _LEAN * sum(char in _LEANS_LEFT or char in _LEANS_RIGHT for char in (before.char, after.char))
    if _is_figure(before.char) and _is_figure(after.char):
        slack = _SPACED_FIGURES
    if after.x0 - before.x1 >= slack * size:
        return
    middle = (before.x1 + after.x0) / 2
    apart = 0.14 * size if after.is_spaced and _is_latin(before.char) and _is_latin(after.char) else 0.0
    before.x1, after.x0 = middle - apart, middle + apart


def _is_wide(char: str) -> bool:
    return char > "\u2e7f"


def _is_full(char: str) -> bool:
    """Whether a character fills its cell evenly, so that steps can be measured by it."""
    return "\u3400" <= char < "\ufb00"


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _is_figure(char: str) -> bool:
    return char.isascii() and (char.isdigit() or char in ".,")
