"""Rules that are left to write on, as a print has them: underscores on the line of the words beside them.

Words that are written over a rule take its place when the line is built, as in a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.readers.glyphs import Glyph
from extractors.scans.line_glyphs import LineBox, Place

_LEAST = 1.15
"""Ems; the strokes of a character are shorter."""
_FARTHEST = 3.0
"""Ems between a rule and the words whose line it stands on."""
_BELOW = 0.28, 0.75
"""Ems from the middle of the words down to a rule; a dash stands higher."""


@dataclass(frozen=True, slots=True)
class Host:
    """A line of words: its box, the size of its characters in pixels, and one of its glyphs."""

    box: LineBox
    em: float
    glyph: Glyph


def blank_glyphs(rules: Sequence[tuple[float, float, float]], hosts: Sequence[Host], place: Place) -> Iterator[Glyph]:
    """Underscores for every rule that stands on a line of words; a rule on a line of its own is an ornament."""
    for x0, y, x1 in sorted(rules):
        near = [(_apart(host, x0, x1), at) for at, host in enumerate(hosts) if _is_level(host, y)]
        if not near:
            continue
        distance, at = min(near)
        host = hosts[at]
        if distance <= _FARTHEST * host.em and x1 - x0 >= _LEAST * host.em:
            yield from _underscores(x0, x1, host, place)


def _is_level(host: Host, y: float) -> bool:
    below = y - (host.box.y0 + host.box.y1) / 2
    return _BELOW[0] * host.em <= below <= _BELOW[1] * host.em


def _apart(host: Host, x0: float, x1: float) -> float:
    return max(0.0, host.box.x0 - x1, x0 - host.box.x1)


def _underscores(x0: float, x1: float, host: Host, place: Place) -> Iterator[Glyph]:
    count = max(2, round((x1 - x0) / (host.em / 2)))
    step = (x1 - x0) / count
    like = host.glyph
    for at in range(count):
        left, right = x0 + at * step, x0 + (at + 1) * step
        shown = place.shown(left, host.box.y0, right, host.box.y1)
        yield Glyph("_", left * place.scale, like.top, right * place.scale, like.bottom, like.baseline, shown, like.em)
