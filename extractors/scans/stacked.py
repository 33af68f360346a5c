"""Characters that are set one below another, as in the narrow first column of a table: cut apart, to be read one by one."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from extractors.scans.line_glyphs import LineBox
from extractors.scans.page_reader import Grey

_TALL = 1.5
_DARK = 170
_CELL = 0.86
"""Share of the column's width above which two strokes are no longer one character."""
_MARGIN = 0.12


def stacked(grey: Grey, box: LineBox) -> list[LineBox]:
    """The characters of a line that stands upright, each as a line of its own; any other line as it is."""
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if height < _TALL * width:
        return [box]
    top, left = max(0, int(box.y0)), max(0, int(box.x0))
    part = grey[top : round(box.y1) + 1, left : round(box.x1) + 1]
    strokes = _strokes(np.asarray((part < _DARK).any(axis=1)))
    if not strokes:
        return [box]
    joined = [strokes[0]]
    for start, end in strokes[1:]:
        if end - joined[-1][0] <= _CELL * width:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    if len(joined) == 1:
        return [box]
    margin = _MARGIN * width
    return [LineBox(box.x0, box.x1, top + start - margin, top + end + margin) for start, end in joined]


def _strokes(dark: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The runs of rows with ink."""
    edges = np.flatnonzero(np.diff([0, *dark.astype(int).tolist(), 0])).tolist()
    return [(start, end) for at, (start, end) in enumerate(pairwise(edges)) if at % 2 == 0]
