"""Glyphs in arrays are those that went in, and each is of the kinds that it is of."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.readers.glyphs import BLANK, BROKEN, CLOSING, NO_GLYPHS, RULE, WIDE, Glyph, Glyphs
from extractors.readers.source_text import CharBoxes

KINDS = {
    "校": WIDE,
    "𠮷": WIDE,
    "3": 0,
    " ": BLANK,
    "\u3000": BLANK | WIDE,
    "\u00a0": BLANK,
    "\u2002": BLANK,
    "_": RULE,
    "—": RULE,
    "＿": RULE | WIDE,
    "，": CLOSING | WIDE,
    ".": CLOSING,
    "\ufffd": BROKEN | WIDE,
    "\ue000": BROKEN | WIDE,
    "\x03": BROKEN,
}


def glyphs(text: str) -> list[Glyph]:
    return [Glyph(char, at, 1.0, at + 0.5, 2.0, 1.8, (at, 0.0, at + 0.5, 1.0), 0.5) for at, char in enumerate(text)]


@pytest.mark.parametrize(("char", "kinds"), KINDS.items())
def test_a_character_is_of_its_kinds(char: str, kinds: int) -> None:
    one = Glyphs.of(glyphs(char))
    assert sum(kind for kind in (BLANK, RULE, CLOSING, WIDE, BROKEN) if one.are(kind).all()) == kinds


def test_what_says_nothing_is_counted_in_every_plane() -> None:
    assert Glyphs.of(glyphs("甲𠮷\ue000\U000f0000方")).broken == 2


def test_what_went_in_comes_out() -> None:
    rows = glyphs("甲方 𠮷")
    assert list(Glyphs.of(rows)) == rows
    assert list(Glyphs.of(rows[:2]) + Glyphs.of(rows[2:])) == rows
    assert list(Glyphs.of(rows).only(np.array([2, 0]))) == [rows[2], rows[0]]
    assert (len(NO_GLYPHS), NO_GLYPHS.text, Glyphs.of(rows).printed) == (0, "", 3)


def test_boxes_are_told_only_of_what_is_shown() -> None:
    boxes = CharBoxes(np.array([[1.0, 2.0, 3.0, 4.0], [np.nan] * 4]))
    assert (boxes[0], boxes[1], list(boxes), len(boxes), boxes[1:]) == ((1.0, 2.0, 3.0, 4.0), None, [(1.0, 2.0, 3.0, 4.0), None], 2, [None])
