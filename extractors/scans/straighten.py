"""How far a scanned page lies askew, and how to lay it straight."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from extractors.scans.page_reader import Grey, Matrix

_SIDE = 900
_DARK = 150
_MOST_PIXELS = 60_000
_WIDEST = 6.0
"""Degrees; more is no sheet on a scanner's glass."""
_LEAST = 0.08
_LEAST_INK = 200
"""Dark pixels by which a lean can be measured; a page that is mostly dark has none."""


@dataclass(frozen=True, slots=True)
class Straight:
    """A page laid straight; ``back`` leads from its pixels to those of the page as it was."""

    grey: Grey
    back: Matrix


def straightened(grey: Grey) -> Straight:
    """The page with its lines level (or upright, on a page that lies on its side)."""
    degrees = skew(grey)
    if abs(degrees) < _LEAST:
        return Straight(grey, np.eye(2, 3))
    height, width = grey.shape
    forth = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turned = cv2.warpAffine(grey, forth, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=(255.0,))
    return Straight(turned.astype(np.uint8), cv2.invertAffineTransform(forth).astype(np.float64))


def quarter_turned(straight: Straight, turn: int) -> Straight:
    """The page turned to the left by ``turn`` quarters."""
    if turn % 4 == 0:
        return straight
    height, width = straight.grey.shape
    x, y = {1: ((0, -1, width - 1), (1, 0, 0)), 2: ((-1, 0, width - 1), (0, -1, height - 1)), 3: ((0, 1, 0), (-1, 0, height - 1))}[turn % 4]
    unturned = np.array([x, y, (0, 0, 1)], dtype=np.float64)
    return Straight(np.ascontiguousarray(np.rot90(straight.grey, turn)), straight.back @ unturned)


def skew(grey: Grey) -> float:
    """By how many degrees to turn the page to the left so that its lines are level; 0 where it cannot be told."""
    scale = min(1.0, _SIDE / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    down, across = np.nonzero(small < _DARK)
    if not _LEAST_INK <= len(down) <= small.size // 2:
        return 0.0
    step = max(1, len(down) // _MOST_PIXELS)
    x, y = across[::step].astype(np.float32), down[::step].astype(np.float32)
    best, width = 0.0, _WIDEST
    for fine, blur in ((0.5, 4.0), (0.1, 2.0), (0.02, 1.0)):
        tries = np.arange(best - width, best + width + fine / 2, fine)
        best = float(tries[int(np.argmax([_sharpness(x / np.float32(blur), y / np.float32(blur), one) for one in tries]))])
        width = fine
    return best if abs(best) < _WIDEST - 0.5 else 0.0


def _sharpness(x: npt.NDArray[np.float32], y: npt.NDArray[np.float32], degrees: float) -> float:
    """How clearly lines part, level or upright, with the page turned to the left by so much."""
    lean = np.float32(np.tan(np.radians(degrees)))
    return max(_contrast(y - x * lean), _contrast(x + y * lean))


def _contrast(places: npt.NDArray[np.float32]) -> float:
    counts = np.bincount((places - places.min()).astype(np.int64)).astype(np.float64)
    return float(np.square(np.diff(counts)).sum())
