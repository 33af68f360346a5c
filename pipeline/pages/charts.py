"""The geometry of the charts: where bars begin and how long they are, in per cent of the width, so that text is never scaled with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.pages.shown import number

HEIGHT = 120
"""Pixels of the highest column."""
_LEAST = 0.6
"""Per cent that a bar has however few it stands for: it is to be seen."""
_FEW = 8
"""Columns from which on a narrow window shows every second label."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar that lies: of ``tone``, from ``start`` on, both in per cent."""

    label: str
    count: int
    tone: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Column:
    """A bar that stands: ``left``, ``middle`` and ``width`` in per cent, ``top`` and ``height`` in pixels.

    ``told`` is written above it; ``minor`` labels may be left out.
    """

    label: str
    count: int
    told: str
    left: float
    middle: float
    width: float
    top: float
    height: float
    minor: bool


def stacked(parts: Sequence[tuple[str, int, str]]) -> list[Bar]:
    """One bar of several parts (label, count, tone), side by side; empty ones are not there."""
    parts = [part for part in parts if part[1]]
    total = sum(count for _, count, _ in parts)
    widths = [max(100 * count / total, _LEAST) for _, count, _ in parts]
    bars, at = [], 0.0
    for (label, count, tone), width in zip(parts, widths, strict=True):
        share = 100 * width / sum(widths)
        bars.append(Bar(label, count, tone, round(at, 3), round(share, 3)))
        at += share
    return bars


def lying(parts: Sequence[tuple[str, int, str]]) -> list[Bar]:
    """A bar for each part, the largest of full width."""
    most = max((count for _, count, _ in parts), default=0)
    return [Bar(label, count, tone, 0.0, round(max(100 * count / most, _LEAST) if count else 0.0, 3)) for label, count, tone in parts]


def standing(parts: Sequence[tuple[str, int]], told: Callable[[int], str] = number) -> list[Column]:
    """A column for each part, the largest of full height; ``told`` says how a count is written."""
    most = max((count for _, count in parts), default=0)
    step = 100 / max(len(parts), 6)
    columns = []
    for at, (label, count) in enumerate(parts):
        height = round(max(HEIGHT * count / most, 2.0), 1) if count else 0.0
        columns.append(
            Column(
                label,
                count,
                told(count),
                round(at * step + 0.14 * step, 3),
                round((at + 0.5) * step, 3),
                round(0.72 * step, 3),
                round(HEIGHT - height, 1),
                height,
                minor=len(parts) > _FEW and at % 2 == 1,
            )
        )
    return columns


def month_labels(months: Sequence[str]) -> list[str]:
    """Months, with the year where one begins: 2026-11, 2026-12, 2027-01 as 26.11, 12, 27.01."""
    return [month[2:].replace("-", ".") if at == 0 or month.endswith("-01") else month[5:] for at, month in enumerate(months)]
