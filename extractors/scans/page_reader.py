"""What a program that recognises writing must do for us; who builds one passes it in (``ocr=``).

All that an engine is asked is where lines of writing are and what stands in one of them. Which way up the page lies, what is a seal, and in
which order lines are read is decided here, by the same code for every engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
"""A picture of one channel: rows from top to bottom, 0 black, 255 white."""
Colour = npt.NDArray[np.uint8]
"""A picture of three channels, red first."""
Matrix = npt.NDArray[np.float64]
"""Two rows of three numbers: an affine map."""
Quads = npt.NDArray[np.float32]
"""Corners of lines, one row of four points (x, y) each: upper left, upper right, lower right, lower left."""


class OutOfTime(Exception):  # noqa: N818 - it says what happened
    """The page has taken longer than a page may; what is read of it stays."""


@dataclass(frozen=True, slots=True)
class Word:
    """What stands in a line's picture.

    ``places[i]`` is where the middle of ``text[i]`` was seen, from 0 at the picture's left edge to 1 at its right. ``confidence`` is
    from 0 to 1.
    """

    text: str
    places: tuple[float, ...]
    confidence: float


class PageReader(Protocol):
    """An engine that recognises writing."""

    def find_lines(self, page: Grey) -> Quads:
        """Where lines of writing are on a page that lies straight; the clock of a page starts here."""

    def read_line(self, line: Grey) -> Word:
        """What stands in the picture of a line. Raises :class:`OutOfTime`."""
