"""Titles in 《》: what stands inside one is no statement of the document that names it.

Reads::

    《教育振兴行动计划（2021-2025年）》      a title, brackets and all

Leaves alone::

    《 without its end on the same line      no title
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_TITLE = re.compile(r"《[^《》\n]{1,100}》")


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of a stretch of text: their starts and ends, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def cover(self, offset: int) -> bool:
        """Whether an offset lies inside a title."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.ends[at]


def find_titles(text: str, start: int, end: int) -> Titles:
    """The titles of ``text[start:end]``."""
    places = [match.span() for match in _TITLE.finditer(text, start, end)]
    return Titles(tuple(first for first, _ in places), tuple(last for _, last in places))
