r"""Where the words of an annotation stand in a record's text; blanks and full-width forms make no difference.

An annotation has no offsets. It says where something stands by quoting it, so the same annotation serves a document in every format::

    quote “每学期送课 4 节”      stands in “…每学期送课４\n节…”
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Place(NamedTuple):
    """A stretch of the record's text, end exclusive."""

    start: int
    end: int


class Region(NamedTuple):
    """The part of the record's text in which one document's quotes are looked for; ``end`` None is the text's end."""

    start: int = 0
    end: int | None = None


class SearchedText:
    """A text without blanks and widths, with the way back to its own offsets."""

    def __init__(self, text: str) -> None:
        """Take the text apart once, for many quotes."""
        self._flat = plain(text)
        self._offsets = array("L", (at for at, char in enumerate(text) for _ in _unfolded(char)))

    def find(self, quote: str, region: Region = Region()) -> Place | None:  # noqa: B008 - a tuple, never changed
        """The first place of ``quote`` that begins in the region."""
        sought = plain(quote)
        at = self._flat.find(sought, bisect_left(self._offsets, region.start)) if sought else -1
        if at < 0:
            return None
        place = Place(self._offsets[at], self._offsets[at + len(sought) - 1] + 1)
        return place if region.end is None or place.start < region.end else None


def plain(words: str | None) -> str:
    """``words`` as they are compared: each character in NFKC, without blanks; None is the empty text."""
    return "".join(map(_unfolded, words or ""))


def regions(openings: Iterable[str | None], text: SearchedText) -> list[Region]:
    """For documents that begin with these words, one after another, the region of each: up to where a later one begins."""
    starts: list[int | None] = []
    reached = 0
    for opening in openings:
        place = text.find(opening, Region(reached)) if opening else None
        starts.append(place.start if place else None)
        reached = place.end if place else reached
    return [Region(start or 0, _next(starts[at:])) for at, start in enumerate(starts, 1)]


def pair(areas: Sequence[Region], documents: Sequence[T], extent: Callable[[T], Place]) -> tuple[list[T | None], list[T]]:
    """For each region the document that shares most of it, each document once; and the documents that are left over."""
    free, paired = list(documents), list[T | None]()
    for area in areas:
        sizes = [_shared(area, extent(document)) for document in free]
        best = max(sizes, default=0)
        paired.append(free.pop(sizes.index(best)) if best > 0 else None)
    return paired, free


@lru_cache(maxsize=1 << 16)
def _unfolded(char: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKC", char) if not part.isspace())


def _next(starts: Sequence[int | None]) -> int | None:
    return next((start for start in starts if start is not None), None)


def _shared(area: Region, place: Place) -> int:
    return (place.end if area.end is None else min(place.end, area.end)) - max(place.start, area.start)
