"""The glyphs of a page, field by field in arrays: a page has thousands, and Python's own loop over them takes longer than reading them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from extractors.readers.source_text import Box

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint32]


class Glyph(NamedTuple):
    """One character.

    ``x0, top, x1, bottom`` and ``baseline`` are in points from the upper left corner as it is read; ``shown`` is its box on the page.
    ``em`` is the font size where it is known otherwise than by the box, else 0.
    """

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    shown: Box
    em: float = 0.0

    @property
    def is_space(self) -> bool:
        """Whether nothing is printed."""
        return self.char.isspace()


@dataclass(frozen=True)
class Glyphs:
    """Glyphs in content order; the fields of :class:`Glyph` as arrays, the characters by their codes.

    ``sides`` and ``shown`` have four rows: left, top, right and bottom.
    """

    codes: Codes
    sides: Floats
    baselines: Floats
    shown: Floats
    ems: Floats

    @classmethod
    def of(cls, glyphs: Iterable[Glyph]) -> Glyphs:
        """The same glyphs in arrays."""
        rows = list(glyphs)
        places = np.array([(*row[1:6], *row.shown, row.em) for row in rows], dtype=np.float64).reshape(len(rows), 10).T
        return cls(np.array([ord(row.char) for row in rows], dtype=np.uint32), places[:4], places[4], places[5:9], places[9])

    def __iter__(self) -> Iterator[Glyph]:
        """One by one."""
        shown = zip(*self.shown.tolist(), strict=True)
        return map(Glyph, self.text, *self.sides.tolist(), self.baselines.tolist(), shown, self.ems.tolist())

    def __add__(self, more: Glyphs) -> Glyphs:
        """These and, after them, more."""
        return Glyphs(
            np.concatenate((self.codes, more.codes)),
            np.concatenate((self.sides, more.sides), axis=1),
            np.concatenate((self.baselines, more.baselines)),
            np.concatenate((self.shown, more.shown), axis=1),
            np.concatenate((self.ems, more.ems)),
        )

    def __len__(self) -> int:
        """How many there are."""
        return len(self.codes)

    @cached_property
    def text(self) -> str:
        """The characters one after the other."""
        return self.codes.astype("<u4").tobytes().decode("utf-32-le")

    @cached_property
    def spaces(self) -> Flags:
        """Which of them are blank."""
        return self.are(BLANK)

    @property
    def broken(self) -> int:
        """How many say nothing."""
        beyond = self.codes[self.codes >= _BASIC].tolist()
        return int(self.are(BROKEN).sum()) + sum(map(_is_broken, map(chr, beyond)))

    @property
    def printed(self) -> int:
        """How many are not blank."""
        return len(self) - int(self.spaces.sum())

    def are(self, kind: int) -> Flags:
        """Which of them are of a kind."""
        flags: Flags = (self._kinds & kind) != 0
        return flags

    @cached_property
    def _kinds(self) -> npt.NDArray[np.uint8]:
        return _KINDS[np.minimum(self.codes, _BASIC)]

    def only(self, kept: Flags | Places) -> Glyphs:
        """Some of them: those that are true in a mask, or those at the given places, in their order."""
        sides = self.sides[:, kept]
        shown = sides if self.shown is self.sides else self.shown[:, kept]
        return Glyphs(self.codes[kept], sides, self.baselines[kept], shown, self.ems[kept])


BLANK, RULE, CLOSING, WIDE, BROKEN = 1, 2, 4, 8, 16
"""Nothing printed; an underscore or a dash that a name may be written over; punctuation that may hang over the margin; as wide as high;
without a meaning: private use, unassigned, a control, half a character, or the replacement character."""
_LAST_NARROW = 0x2E7F
_BASIC = 0x10000


def _is_broken(char: str) -> bool:
    return char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc", "Cs")


def _kinds() -> npt.NDArray[np.uint8]:
    """The kinds of every character of the basic plane, and behind them that of all others."""
    kinds = np.array([BROKEN * _is_broken(chr(code)) for code in range(_BASIC + 1)], dtype=np.uint8)
    kinds[_LAST_NARROW + 1 :] |= WIDE
    for kind, chars in (
        (BLANK, filter(str.isspace, map(chr, range(0x3001)))),
        (RULE, "_＿—"),
        (CLOSING, "，。、；：！？）》”’〉】〕,.;:!?)"),
    ):
        for char in chars:
            kinds[ord(char)] |= kind
    return kinds


_KINDS = _kinds()
NO_GLYPHS = Glyphs.of(())
