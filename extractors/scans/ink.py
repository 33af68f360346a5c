"""What is written on a scanned page: seals taken out, light made even.

A seal's red is taken out where a seal is, and only there: red letterheads and red words are writing. Under a seal the red channel
shows the ink alone, because red and paper are both bright in it. In a picture without colour a seal stays; its ring is looked for all
the same, because what is written along it is no line of the page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from extractors.scans.page_reader import Colour, Grey

_Mask = npt.NDArray[np.uint8]
_PAGE_MM = 210.0
"""The short side of a page, in millimetres: what sizes are measured by, because pictures often state no true resolution."""
_SEAL_MM = (24.0, 62.0)
_STAMP_MM = 12.0
_ASPECT = 2.2
"""How much longer than high one stamp may be; what is as high as a seal may be several that touch."""
_RING_SHARE = 0.6
_BRIGHT = 0.6
"""Share of the paper's brightness in the red channel above which there is no ink under a seal."""
_COARSE = 6
_DARK = 170
_FINE = 2.0
"""Pixels a millimetre in which circles are looked for."""
_MOST_CIRCLES = 12

PixelBox = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Ink:
    """A page without its seals' red. ``seals`` are the rings that were seen; in a picture without colour those that no writing hides."""

    grey: Grey
    seals: tuple[PixelBox, ...]
    has_colour: bool


def read_ink(page: Colour | Grey) -> Ink:
    """The writing of a page, dark on white."""
    if page.ndim == 2:
        return _colourless(page)
    red = _red(page)
    if not red.any() and _is_grey(page):
        return _colourless(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY).astype(np.uint8))
    seals, zones = _stamps(red)
    grey = _evened(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY).astype(np.uint8))
    bare = _evened(np.ascontiguousarray(page[..., 0])) if zones else grey
    for x0, y0, x1, y1 in zones:
        grey[y0:y1, x0:x1] = _without_red(bare[y0:y1, x0:x1], red[y0:y1, x0:x1])
    return Ink(grey, seals, has_colour=True)


def _colourless(page: Grey) -> Ink:
    grey = _evened(page)
    dark = (grey < _DARK).astype(np.uint8)
    millimetre = min(grey.shape) / _PAGE_MM
    return Ink(grey, tuple(_overlapping(dark, (0, 0, grey.shape[1], grey.shape[0]), millimetre, _line_share)), has_colour=False)


def _red(page: Colour) -> _Mask:
    """Where the page is red, also faintly."""
    channels = page.astype(np.int16)
    red, other = channels[..., 0], np.maximum(channels[..., 1], channels[..., 2])
    return ((red - other > 34) & (red > 84)).astype(np.uint8)


def _is_grey(page: Colour) -> bool:
    """Whether a picture in three channels has no colour."""
    sample = page[::7, ::7].astype(np.int16)
    return bool((sample.max(axis=2) - sample.min(axis=2)).max() < 24)


def _stamps(red: _Mask) -> tuple[tuple[PixelBox, ...], list[PixelBox]]:
    """The rings of seals, and the boxes out of which red is taken: seals, square stamps, fingerprints."""
    millimetre = min(red.shape) / _PAGE_MM
    size = max(3, round(1.2 * millimetre) | 1)
    closed = cv2.morphologyEx(red, cv2.MORPH_CLOSE, np.ones((size, size), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(closed)
    boxes = [
        (left, top, left + width, top + height)
        for left, top, width, height, _ in stats[1:].tolist()
        if min(width, height) >= _STAMP_MM * millimetre
        and (max(width, height) <= _ASPECT * min(width, height) or min(width, height) >= _SEAL_MM[0] * millimetre)
    ]
    rings: list[PixelBox] = []
    zones: list[PixelBox] = []
    for box in boxes:
        found = _rings(red, box, millimetre)
        rings += found
        if found or not _is_in_row(box, boxes):
            zones.append(box)
    return tuple(rings), [_grown(box, red.shape, round(millimetre)) for box in zones]


def _is_in_row(box: PixelBox, boxes: list[PixelBox]) -> bool:
    """Whether a red thing stands in a row with two more of its height: the letters of a letterhead."""
    height, middle = box[3] - box[1], (box[1] + box[3]) / 2
    level = [
        other for other in boxes if abs((other[1] + other[3]) / 2 - middle) < 0.35 * height and 0.6 < (other[3] - other[1]) / height < 1.6
    ]
    return len(level) > 2


def _rings(red: _Mask, box: PixelBox, millimetre: float) -> list[PixelBox]:
    """The ring that fills the box, or those that overlap in it."""
    small, large = (size * millimetre for size in _SEAL_MM)
    x0, y0, x1, y1 = box
    if min(x1 - x0, y1 - y0) < small * 0.6:
        return []
    if max(x1 - x0, y1 - y0) >= small and max(x1 - x0, y1 - y0) <= large and _ring_share(red, box) >= _RING_SHARE:
        return [box]
    return _overlapping(red, box, millimetre, _ring_share)


def _overlapping(ink: _Mask, box: PixelBox, millimetre: float, share: Callable[[_Mask, PixelBox], float]) -> list[PixelBox]:
    """The circles in a box."""
    x0, y0, x1, y1 = box
    scale = _FINE / millimetre
    part = cv2.resize(ink[y0:y1, x0:x1] * np.uint8(255), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    low, high = (round(size / 2 * _FINE) for size in _SEAL_MM)
    circles = cv2.HoughCircles(part, cv2.HOUGH_GRADIENT, 1, minDist=low, param1=120, param2=24, minRadius=low, maxRadius=high)
    found: list[PixelBox] = []
    for x, y, radius in circles[0].tolist()[:_MOST_CIRCLES] if circles is not None else ():
        side = radius / scale
        ring = (round(x0 + x / scale - side), round(y0 + y / scale - side), round(x0 + x / scale + side), round(y0 + y / scale + side))
        if share(ink, ring) >= _RING_SHARE:
            found.append(ring)
    return found


def _line_share(ink: _Mask, box: PixelBox) -> float:
    """The share of directions in which a thin ring is dark: writing crosses a circle, and a ring is one."""
    thick = max(1.0, (box[2] - box[0]) * 0.008)
    return max(_share(ink, box, np.arange(-1.0, 1.5) * thick * 2 / (box[2] - box[0]) + reach) for reach in np.linspace(0.94, 1.04, 21))


def _ring_share(red: _Mask, box: PixelBox) -> float:
    """The share of directions from the middle of the box in which its edge is red."""
    return _share(red, box, np.linspace(0.88, 1.03, 16))


def _share(ink: _Mask, box: PixelBox, reaches: npt.NDArray[np.float64]) -> float:
    x0, y0, x1, y1 = box
    middle = (x0 + x1 - 1) / 2, (y0 + y1 - 1) / 2
    angles = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    hit = np.zeros(angles.shape, dtype=bool)
    for reach in reaches:
        x = np.rint(middle[0] + np.cos(angles) * (x1 - x0) / 2 * reach).astype(int)
        y = np.rint(middle[1] + np.sin(angles) * (y1 - y0) / 2 * reach).astype(int)
        inside = (x >= 0) & (y >= 0) & (x < ink.shape[1]) & (y < ink.shape[0])
        hit[inside] |= ink[y[inside], x[inside]] > 0
    return float(hit.mean())


def _grown(box: PixelBox, shape: tuple[int, ...], by: int) -> PixelBox:
    return max(0, box[0] - by), max(0, box[1] - by), min(shape[1], box[2] + by), min(shape[0], box[3] + by)


def _without_red(bare: Grey, red: _Mask) -> Grey:
    """The red channel with what a seal leaves in it made white."""
    near = cv2.dilate(red, np.ones((3, 3), np.uint8)) > 0
    return np.where(near & (bare > 255 * _BRIGHT), np.uint8(255), bare).astype(np.uint8)


def _evened(grey: Grey) -> Grey:
    """The page as if under even light: every place held against the brightest around it."""
    height, width = grey.shape
    small = cv2.resize(grey, (max(1, width // _COARSE), max(1, height // _COARSE)), interpolation=cv2.INTER_AREA)
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), (0, 0), 8)
    light = cv2.resize(np.maximum(paper, 40), (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(grey, light, scale=255).astype(np.uint8)
