"""What is ruled on a scanned page: the cells of its tables, which lines shut in, and the rules that are left to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from extractors.readers.source_text import Box
from extractors.scans.page_reader import Grey

_PAGE_MM = 210.0
_LEAST_LINE_MM = 9.0
_LEAST_BLANK_MM = 3.6
_THICKEST_MM = 0.9
_LEAST_CELL_MM = 3.0
_CLOSES_MM = 0.8
_LEAST_CELLS = 4
_DARK = 190
_MOST_CELLS = 2_000
_SNAP_MM = 1.6


@dataclass(frozen=True, slots=True)
class Rules:
    """What is ruled on a straight page, in pixels: the cells of its tables, and the level rules outside of them, as ``(x0, y, x1)``.

    ``bare`` is the page without the lines of its tables.
    """

    tables: tuple[tuple[Box, ...], ...]
    level: tuple[tuple[float, float, float], ...]
    bare: Grey


def read_rules(grey: Grey) -> Rules:
    """The rules of a straight page."""
    millimetre = min(grey.shape) / _PAGE_MM
    dark = (cv2.morphologyEx(grey, cv2.MORPH_ERODE, np.ones((1, 3), np.uint8)) < _DARK).astype(np.uint8)
    level = _opened(dark, 1, round(_LEAST_BLANK_MM * millimetre))
    long = round(_LEAST_LINE_MM * millimetre)
    lines = np.maximum(_opened(dark, 1, long), _opened(dark, long, 1))
    size = max(3, round(_CLOSES_MM * millimetre) * 2 + 1)
    joined = cv2.dilate(lines, np.ones((size, size), np.uint8)).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    tables: list[tuple[Box, ...]] = []
    bare = grey
    for at in range(1, count):
        cells = _cells(labels == at, stats[at].tolist(), millimetre) if _may_be(stats[at].tolist(), millimetre) else ()
        if len(cells) >= _LEAST_CELLS:
            tables.append(cells)
            own = cv2.dilate(np.where(labels == at, lines, np.uint8(0)), np.ones((3, 3), np.uint8))
            bare = np.where(own > 0, np.uint8(255), bare).astype(np.uint8)
            level = np.where(labels == at, np.uint8(0), level).astype(np.uint8)
    return Rules(tuple(tables), tuple(_level(level, millimetre)), bare)


def _opened(dark: npt.NDArray[np.uint8], height: int, width: int) -> npt.NDArray[np.uint8]:
    """What of the ink is so high and wide without a gap."""
    return cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((max(height, 1), max(width, 1)), np.uint8)).astype(np.uint8)


def _level(level: npt.NDArray[np.uint8], millimetre: float) -> Iterator[tuple[float, float, float]]:
    """The thin level rules."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(level)
    for left, top, width, height, _ in stats[1 : _MOST_CELLS + 1].tolist():
        if height <= max(3.0, _THICKEST_MM * millimetre) + width / 60:
            yield float(left), top + height / 2, float(left + width)


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
