"""An engine for tests: it knows where lines are by their ink, and what they say by being told."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.scans.page_reader import Grey, OutOfTime, Quads, Word


class ToldReader:
    """Finds a line in every run of rows with ink, and reads what it was told of it; the lines of later pages follow those of earlier ones.

    A line of which it was told nothing is read as the empty text; ``stops_after`` so many lines the page's time is over.
    """

    def __init__(self, words: Sequence[str | tuple[str, float]], stops_after: int | None = None) -> None:
        self._words = [one if isinstance(one, tuple) else (one, 0.98) for one in words]
        self._seen: list[tuple[int, int]] = []
        self._page = 0
        self._read = 0
        self._stops_after = stops_after

    def find_lines(self, page: Grey) -> Quads:
        """A box around every run of rows with ink."""
        self._page = len(self._seen)
        rows = (page < 128).any(axis=1)
        edges = np.flatnonzero(np.diff([0, *rows.astype(int).tolist(), 0]))
        quads = []
        for top, bottom in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            columns = np.flatnonzero((page[top:bottom] < 128).any(axis=0))
            x0, x1 = int(columns[0]) - 3, int(columns[-1]) + 4
            quads.append([(x0, top - 4), (x1, top - 4), (x1, bottom + 4), (x0, bottom + 4)])
            self._seen.append((x1 - x0, int((page[top:bottom] < 128).sum())))
        return np.array(quads, dtype=np.float32).reshape(-1, 4, 2)

    def read_line(self, line: Grey) -> Word:
        """What it was told of the line of this size and ink; the characters share the line's width."""
        if self._stops_after is not None and self._read >= self._stops_after:
            raise OutOfTime
        self._read += 1
        ink = line.shape[1], int((line < 128).sum())
        likeness = [abs(width - ink[0]) * 20 + abs(dark - ink[1]) for width, dark in self._seen[self._page :]]
        at = self._page + int(np.argmin(likeness))
        text, confidence = self._words[at] if at < len(self._words) else ("", 0.0)
        places = tuple((at + 0.5) / max(len(text), 1) for at in range(len(text)))
        return Word(text, places, confidence)
