"""One picture of a page, read: its glyphs in the direction of reading, its tables, what was lost on it, and its seals.

The page is laid straight, lines are found on it, and where most of them stand upright the page is turned. Whether it lies upside down
is told by reading a few long lines both ways up: a whole page is turned, never a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import cv2
import numpy as np

from extractors.readers.glyphs import Glyph, Glyphs
from extractors.readers.pdf_glyphs import Sheet
from extractors.readers.source_text import Box
from extractors.scans.blanks import Host, blank_glyphs
from extractors.scans.ink import PixelBox, read_ink
from extractors.scans.line_glyphs import LineBox, Place, em, line_glyphs
from extractors.scans.page_reader import Colour, Grey, OutOfTime, PageReader, Quads, Word
from extractors.scans.rules import Rules, read_rules
from extractors.scans.stacked import stacked
from extractors.scans.straighten import Straight, quarter_turned, straightened

_LOST = 0.5
"""Below this an engine's words are guesses: the line counts as seen and not read."""
_SURE = 0.85
_PROBES = 4
_TALL = 1.5
_DARK = 140
_LEAST_SIDE = 4.0
_LEAST_INK = 0.04
"""Share of a square as high as the line."""
_STROKES = "_＿-—–|丨"
"""What rules are read as."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A page that was read from a picture.

    ``confidences`` are those of the lines, by the boxes of their characters. ``tables`` are the cells of each table in the direction of
    reading; ``lost`` and ``seals`` are boxes on the page as it is shown, all in points. Without colour (``has_colour``) a seal may
    stand there unseen.
    """

    sheet: Sheet
    tables: tuple[tuple[Box, ...], ...]
    confidences: tuple[tuple[float, frozenset[Box]], ...]
    lost: tuple[Box, ...]
    seals: tuple[Box, ...]
    has_colour: bool


@dataclass(slots=True)
class _Lines:
    """The lines of a straight page, and what was read of them so far."""

    straight: Straight
    quads: Quads
    words: dict[int, Word]


def scan_page(page: Colour | Grey, scale: float, reader: PageReader) -> Scanned:
    """Read a page; ``scale`` is how many points a pixel is."""
    ink = read_ink(page)
    lines = _upright(straightened(ink.grey), reader)
    rules = read_rules(lines.straight.grey)
    place = Place(scale, lines.straight.back)
    seals = tuple(_scaled(box, scale) for box in ink.seals)
    found = _Found()
    for box, word in _read_all(lines, rules, reader):
        shown = place.shown(box.x0, box.y0, box.x1, box.y1)
        if not any(_is_of_seal(shown, word, seal, is_left=not ink.has_colour) for seal in seals):
            _enter(found, box, word, place, rules)
    found.glyphs += blank_glyphs(rules.level, found.hosts, place)
    height, width = lines.straight.grey.shape
    shown_height, shown_width = page.shape[:2]
    sheet = Sheet(shown_width * scale, shown_height * scale, Glyphs.of(found.glyphs), (0.0, 0.0, width * scale, height * scale), 0)
    tables = tuple(tuple(_scaled(cell, scale) for cell in cells) for cells in rules.tables)
    return Scanned(sheet, tables, tuple(found.confidences), tuple(found.lost), seals, ink.has_colour)


@dataclass(slots=True)
class _Found:
    """What has been read of a page so far."""

    glyphs: list[Glyph] = field(default_factory=list)
    confidences: list[tuple[float, frozenset[Box]]] = field(default_factory=list)
    lost: list[Box] = field(default_factory=list)
    hosts: list[Host] = field(default_factory=list)


def _enter(found: _Found, box: LineBox, word: Word, place: Place, rules: Rules) -> None:
    """A line's glyphs, or its place among the lost ones. What is a rule or a speck is no line."""
    if word.confidence < _LOST or not word.text.strip():
        if _is_written(box, rules.bare):
            found.lost.append(place.shown(box.x0, box.y0, box.x1, box.y1))
        return
    words = [glyph for glyph in line_glyphs(word, box, place) if not _is_rule(glyph, rules, place)]
    if words and not all(glyph.char in _STROKES or glyph.is_space for glyph in words):
        found.glyphs += words
        found.confidences.append((word.confidence, frozenset(glyph.shown for glyph in words)))
        found.hosts.append(Host(box, em(word, box), words[0]))


def _is_rule(glyph: Glyph, rules: Rules, place: Place) -> bool:
    """Whether what was read as an underscore is a piece of a rule, which is entered as a whole."""
    middle, low = (glyph.x0 + glyph.x1) / 2 / place.scale, (glyph.top + glyph.bottom) / 2 / place.scale
    size = glyph.em / place.scale
    return glyph.char in "_＿" and any(x0 - size < middle < x1 + size and 0 < y - low < size for x0, y, x1 in rules.level)


def _is_written(box: LineBox, bare: Grey) -> bool:
    """Whether there is as much ink in a box as a small character has."""
    part = bare[max(0, round(box.y0)) : round(box.y1), max(0, round(box.x0)) : round(box.x1)]
    return int((part < _DARK).sum()) > _LEAST_INK * (box.y1 - box.y0) ** 2


def _scaled(box: Box | PixelBox, scale: float) -> Box:
    x0, y0, x1, y1 = box
    return x0 * scale, y0 * scale, x1 * scale, y1 * scale


def _is_of_seal(box: Box, word: Word, seal: Box, *, is_left: bool) -> bool:
    """Whether a line is what a seal says along its ring, or what its star was taken for.

    Where the seal is left on the page, its letters may be read as surely as any.
    """
    if not (seal[0] <= box[0] and box[2] <= seal[2] and seal[1] <= box[1] and box[3] <= seal[3]):
        return False
    radius = (seal[2] - seal[0]) / 2
    across, down = (box[0] + box[2] - seal[0] - seal[2]) / 2, (box[1] + box[3] - seal[1] - seal[3]) / 2
    wide, high = box[2] - box[0], box[3] - box[1]
    away = (across**2 + down**2) ** 0.5 / radius
    is_unsure = word.confidence < _SURE or (is_left and len(word.text.strip()) <= 3)
    is_star = away < 0.3 and max(wide, high) < 0.8 * radius and max(wide, high) < 1.6 * min(wide, high)
    return is_unsure and (is_star or (away > 0.45 and max(wide, high) < 0.95 * radius))


def _upright(straight: Straight, reader: PageReader) -> _Lines:
    """The page's lines, with the page turned until they can be read."""
    quads = reader.find_lines(straight.grey)
    if _is_on_its_side(quads):
        straight = quarter_turned(straight, 1)
        quads = reader.find_lines(straight.grey)
    lines = _Lines(straight, quads, {})
    probes = _probes(quads)
    try:
        if _is_upside_down(lines, probes, reader):
            straight = quarter_turned(straight, 2)
            return _Lines(straight, reader.find_lines(straight.grey), {})
    except OutOfTime:
        pass
    return lines


def _is_on_its_side(quads: Quads) -> bool:
    boxes = [_box(quad) for quad in quads]
    tall = sum(box.y1 - box.y0 for box in boxes if box.y1 - box.y0 > _TALL * (box.x1 - box.x0))
    wide = sum(box.x1 - box.x0 for box in boxes if box.x1 - box.x0 > _TALL * (box.y1 - box.y0))
    return tall > wide


def _probes(quads: Quads) -> list[int]:
    """Some lines that say most: the longest."""
    widths = [(box.x1 - box.x0) / max(box.y1 - box.y0, 1.0) for box in map(_box, quads)]
    wide = [at for at, width in enumerate(widths) if width > _TALL]
    return sorted(wide, key=lambda at: (-min(widths[at], 12.0), at))[:_PROBES]


def _is_upside_down(lines: _Lines, probes: list[int], reader: PageReader) -> bool:
    """Whether the probes read better turned round; asked only where they do not read well as they are."""
    for at in probes:
        lines.words[at] = reader.read_line(_cut(lines.straight.grey, lines.quads[at]))
    sure = [lines.words[at].confidence for at in probes]
    if not probes or sum(sure) / len(sure) >= _SURE:
        return False
    turned = [reader.read_line(np.ascontiguousarray(np.rot90(_cut(lines.straight.grey, lines.quads[at]), 2))).confidence for at in probes]
    return sum(turned) > sum(sure) + 0.05 * len(sure)


def _read_all(lines: _Lines, rules: Rules, reader: PageReader) -> Iterator[tuple[LineBox, Word]]:
    """Every line with its words; those that time was too short for have none.

    Characters set one below another are lines of one each.
    """
    nothing = Word("", (), 0.0)
    late = False
    for at, quad in enumerate(lines.quads):
        box, known = _box(quad), lines.words.get(at)
        for part in [box] if known else stacked(rules.bare, box):
            cut = _cut(rules.bare, quad if part is box else _quad(part))
            word = known or nothing
            if known is None and not late:
                try:
                    word = reader.read_line(cut)
                except OutOfTime:
                    late = True
            yield replace(part, ink=_ink_height(cut)), word


def _ink_height(cut: Grey) -> float:
    """How high the ink of a line stands, without its outermost fiftieths above and below."""
    dark = (cut < _DARK).sum(axis=1).cumsum()
    total = float(dark[-1])
    return float(np.searchsorted(dark, total * 0.98) - np.searchsorted(dark, total * 0.02)) if total else 0.0


def _cut(grey: Grey, quad: Quads) -> Grey:
    """The picture of one line, level."""
    width = max(_LEAST_SIDE, float(np.linalg.norm(quad[0] - quad[1])), float(np.linalg.norm(quad[2] - quad[3])))
    height = max(_LEAST_SIDE, float(np.linalg.norm(quad[0] - quad[3])), float(np.linalg.norm(quad[1] - quad[2])))
    size = round(width), round(height)
    corners = np.array([(0, 0), (size[0], 0), size, (0, size[1])], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(quad.astype(np.float32), corners)
    return cv2.warpPerspective(grey, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)


def _box(quad: Quads) -> LineBox:
    """A line's box; of a slanting one the middle heights, which its characters share."""
    x0, x1 = float(quad[[0, 3], 0].mean()), float(quad[[1, 2], 0].mean())
    return LineBox(x0, max(x1, x0 + 1), float(quad[[0, 1], 1].mean()), float(quad[[2, 3], 1].mean()))


def _quad(box: LineBox) -> Quads:
    return np.array([(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)], dtype=np.float32)
