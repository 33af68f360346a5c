"""Tables whose lines are not closed: a row that a page break cuts has no rule at the page's foot, and none at the next one's head.

Reads::

    three uprights and more that run on to one height below the last level rule      a level rule closes them there

Leaves alone::

    uprights alone, or two of them                                                   a frame's sides, a column's rule
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

Drawn = dict[str, Any]
_NEAR = 3.0
"""Points within which two ends are at one height, and a rule closes an end."""
_LEAST_OVERHANG = 6.0
_THREE = 3


def close_ends(lines: Sequence[Drawn]) -> list[Drawn]:
    """The level rules that open tables lack, in pdfplumber's form, like the ``lines`` of the page."""
    levels = [line for line in lines if line["bottom"] - line["top"] <= _NEAR < line["x1"] - line["x0"]]
    uprights = list(_uprights(lines))
    if not levels or len(uprights) < _THREE:
        return []
    found: list[Drawn] = []
    for side in (0, 1):
        for group in _level_ends(uprights, side):
            rule = _closing(group, side, levels)
            if rule is not None:
                found.append(rule)
    return found


def _uprights(lines: Sequence[Drawn]) -> Iterator[tuple[float, float, float]]:
    """Every upright rule as (top, bottom, x), touching pieces as one."""
    pieces = sorted(
        (round((line["x0"] + line["x1"]) / 2), line["top"], line["bottom"])
        for line in lines
        if line["x1"] - line["x0"] <= _NEAR < line["bottom"] - line["top"]
    )
    run: tuple[float, float, float] | None = None
    for x, top, bottom in pieces:
        if run is not None and abs(x - run[2]) <= 1 and top <= run[1] + _NEAR:
            run = (run[0], max(run[1], bottom), run[2])
            continue
        if run is not None:
            yield run
        run = (top, bottom, x)
    if run is not None:
        yield run


def _level_ends(uprights: Sequence[tuple[float, float, float]], side: int) -> Iterator[list[tuple[float, float, float]]]:
    """Uprights that end at one height: their tops (``side`` 0) or their bottoms."""
    group: list[tuple[float, float, float]] = []
    for upright in sorted(uprights, key=lambda one: one[side]):
        if group and upright[side] - group[-1][side] > _NEAR:
            yield group
            group = []
        group.append(upright)
    yield group


def _closing(group: Sequence[tuple[float, float, float]], side: int, levels: Sequence[Drawn]) -> Drawn | None:
    """The rule at the common end of uprights that are parted by another rule farther in; None where one stands there or they are few."""
    if len(group) < _THREE:
        return None
    y = group[0][side]
    left, right = min(one[2] for one in group), max(one[2] for one in group)
    across = [line for line in levels if line["x0"] <= left + _NEAR and line["x1"] >= right - _NEAR]
    top, bottom = min(one[0] for one in group) - _NEAR, max(one[1] for one in group) + _NEAR
    heights = [line["top"] for line in across if top <= line["top"] <= bottom]
    if not heights or min(abs(height - y) for height in heights) < _LEAST_OVERHANG:
        return None
    return {**across[0], "object_type": "line", "x0": left, "x1": right, "top": y, "bottom": y, "width": right - left, "height": 0.0}
