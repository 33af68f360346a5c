"""Words that stand in a text only once, so that they tell a place in it without offsets; blanks and widths make no difference."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable

from pipeline.evaluate.places import plain

_SHORTEST_OPENING = 12


class Quotes:
    """The quotes of one text. Each is given out once, so that no two items share one."""

    def __init__(self, text: str) -> None:
        """Take the text apart once, for many quotes."""
        self._text = text
        self._flat = plain(text)
        self._offsets = array("L", (at for at, char in enumerate(text) for _ in plain(char)))
        self._given: set[str] = set()

    def quote(self, start: int, end: int, low: int, high: int) -> str | None:
        """The words ``text[start:end]``, with as much around them as makes them the only ones; nothing from outside ``low`` to ``high``.

        None where even that stands twice, as in a document that is printed again.
        """
        first, last = self._flat_place(start), self._flat_place(end)
        floor, ceiling = self._flat_place(low), self._flat_place(high)
        if first >= last:
            return None

        def grown(by: int) -> tuple[int, int]:
            return max(floor, first - by), min(ceiling, last + by)

        longest = max(first - floor, ceiling - last, 0)
        by = _least(longest, lambda by: self._is_new(*grown(by)))
        if by is None:
            return None
        words = self._words(*grown(by))
        self._given.add(plain(words))
        return words

    def opening(self, start: int, end: int) -> str | None:
        """The first dozen characters from ``start`` on, more if they stand elsewhere too; None for a document without words."""
        first, last = self._flat_place(start), self._flat_place(end)
        if first >= last:
            return None
        shortest = min(first + _SHORTEST_OPENING, last)
        by = _least(last - shortest, lambda by: self._is_alone(first, shortest + by))
        return self._words(first, shortest + (by or 0))

    def _is_new(self, first: int, last: int) -> bool:
        return self._is_alone(first, last) and plain(self._words(first, last)) not in self._given

    def _is_alone(self, first: int, last: int) -> bool:
        words = self._flat[first:last]
        return self._flat.find(words) == first and self._flat.find(words, first + 1) < 0

    def _flat_place(self, offset: int) -> int:
        return bisect_left(self._offsets, offset)

    def _words(self, first: int, last: int) -> str:
        """The source's own characters, whole."""
        return self._text[self._offsets[first] : self._offsets[last - 1] + 1]


def _least(longest: int, holds: Callable[[int], bool]) -> int | None:
    """The least number up to ``longest`` for which something holds that holds for all above it too; None where it holds for none."""
    high = 0
    while not holds(high):
        if high >= longest:
            return None
        high = min(longest, max(1, high * 2))
    low = high // 2 if high > 1 else high
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return high
