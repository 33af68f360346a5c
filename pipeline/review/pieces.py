"""A record's text cut where a value's words begin or end, so that the page need not count characters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Piece = tuple[str, list[int]]
"""Words, and the numbers of the entries that they belong to."""
WINDOW = 200_000
"""Characters that are sent at once; a longer text comes in several windows."""


def cut_pieces(text: str, places: Sequence[tuple[int, int, int]], start: int = 0, end: int | None = None) -> list[Piece]:
    """``text[start:end]`` in pieces, in order; ``places`` are (start, end, entry) in code points, in any order.

    The pieces put together are the text again. Places without words, and what lies outside of the text, mark nothing. The cost grows with
    the text and with what is handed out: each piece with each of its entries.
    """
    stop = len(text) if end is None else min(end, len(text))
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for first, last, entry in places:
        low, high = max(first, start), min(last, stop)
        if low < high:
            begins.setdefault(low, []).append(entry)
            ends.setdefault(high, []).append(entry)
    cuts = sorted({start, stop, *begins, *ends})
    open_now: dict[int, int] = {}
    pieces: list[Piece] = []
    for at, until in pairwise(cuts):
        for entry in ends.get(at, ()):
            open_now[entry] -= 1
            if not open_now[entry]:
                del open_now[entry]
        for entry in begins.get(at, ()):
            open_now[entry] = open_now.get(entry, 0) + 1
        pieces.append((text[at:until], sorted(open_now)))
    return pieces


def window_around(text: str, start: int, end: int | None = None) -> tuple[int, int]:
    """The window of at most :data:`WINDOW` characters from ``start`` on, kept inside the text; it ends behind a line where one ends."""
    low = min(max(start, 0), len(text))
    high = min(len(text), low + WINDOW, len(text) if end is None else max(end, low))
    if high < len(text):
        line = text.rfind("\n", low, high) + 1
        high = line if line > low + (high - low) // 2 else high
    return low, high
