"""The cells of ruled tables on a scanned page: the fields that its lines shut in."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from extractors.readers.source_text import Box
from extractors.scans.page_reader import Grey

_PAGE_MM = 210.0
_LEAST_LINE_MM = 9.0
_LEAST_CELL_MM = 3.0
_CLOSES_MM = 0.8
_LEAST_CELLS = 4
_DARK = 190
_MOST_CELLS = 2_000
_SNAP_MM = 1.6


def find_cells(grey: Grey) -> tuple[tuple[Box, ...], ...]:
    """The cells of every table of a straight page, in pixels."""
    millimetre = min(grey.shape) / _PAGE_MM
    ruled = _ruled(grey, millimetre)
    if ruled is None:
        return ()
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ruled)
    tables = (_cells(labels == at, stats[at].tolist(), millimetre) for at in range(1, count) if _may_be(stats[at].tolist(), millimetre))
    return tuple(cells for cells in tables if len(cells) >= _LEAST_CELLS)


def _ruled(grey: Grey, millimetre: float) -> npt.NDArray[np.uint8] | None:
    """The page's level and upright lines; None without both."""
    dark = (grey < _DARK).astype(np.uint8)
    long = max(9, round(_LEAST_LINE_MM * millimetre))
    level = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    upright = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((long, 1), np.uint8))
    if not level.any() or not upright.any():
        return None
    size = max(3, round(_CLOSES_MM * millimetre) * 2 + 1)
    return cv2.dilate(np.maximum(level, upright), np.ones((size, size), np.uint8)).astype(np.uint8)


def _may_be(stats: Sequence[int], millimetre: float) -> bool:
    _, _, width, height, _ = stats
    return width >= 4 * _LEAST_LINE_MM * millimetre and height >= _LEAST_LINE_MM * millimetre


def _cells(lines: npt.NDArray[np.bool_], stats: Sequence[int], millimetre: float) -> tuple[Box, ...]:
    """The fields shut in by one table's lines, their sides made to meet."""
    left, top, width, height, _ = stats
    inside = (~lines[top : top + height, left : left + width]).astype(np.uint8)
    count, _, fields, _ = cv2.connectedComponentsWithStats(inside, connectivity=4)
    if count > _MOST_CELLS:
        return ()
    least = _LEAST_CELL_MM * millimetre
    grown = round(_CLOSES_MM * millimetre)
    boxes = [
        (left + x - grown, top + y - grown, left + x + wide + grown, top + y + high + grown)
        for x, y, wide, high, area in fields[1:].tolist()
        if wide >= least and high >= least and area >= 0.8 * wide * high and x > 0 and y > 0 and x + wide < width and y + high < height
    ]
    across = _sides([side for box in boxes for side in (box[0], box[2])], _SNAP_MM * millimetre)
    down = _sides([side for box in boxes for side in (box[1], box[3])], _SNAP_MM * millimetre)
    return tuple((across[x0], down[y0], across[x1], down[y1]) for x0, y0, x1, y1 in boxes)


def _sides(places: Sequence[int], near: float) -> dict[int, float]:
    """For every place the one that it and its near neighbours share."""
    shared: dict[int, float] = {}
    group: list[int] = []
    for place in sorted(set(places)):
        if group and place - group[-1] > near:
            shared.update(dict.fromkeys(group, sum(group) / len(group)))
            group = []
        group.append(place)
    shared.update(dict.fromkeys(group, sum(group) / len(group) if group else 0.0))
    return shared
