"""Lines of text rebuilt from the places of glyphs.

A PDF may write 乙方 before 甲方, and it knows no lines: glyphs on one baseline are one line, ordered from left to right. The gaps between
them become spaces: as many as the source put there, and at least three (half an em each) where columns are parted, so that the two sides
of a signature block stay apart on their common line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter, sub
from statistics import median

from extractors.readers.pdf_glyphs import Glyph
from extractors.readers.source_text import Box

_SAME_BASELINE = 0.4
"""Ems between two baselines that are still one line: superscripts and signatures set a little higher."""
_SAME_PLACE = 0.3
_WORD_GAP = 0.18
_WIDE_GAP = 0.42
_SPACE_WIDTH = 0.22
_TIGHT = 0.03
"""Ems between the characters of a line that is not justified; there a gap as wide as a Latin space is one."""
_WIDEST_LETTERSPACING = 1.2
_COLUMN_GAP = 1.5
_RULES = "_＿—"
_CLOSING = frozenset("，。、；：！？）》”’〉】〕,.;:!?)")
_BASELINE = itemgetter(Glyph._fields.index("baseline"))
_SIDES = itemgetter(Glyph._fields.index("x0"), Glyph._fields.index("x1"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``text[i]`` is shown in ``boxes[i]``; a space has the box of its gap.

    ``x0`` to ``x1`` and ``baseline`` are in points in the direction of reading; ``solid_x1`` is the right edge without the closing
    punctuation, which may hang over the margin. ``em`` is the font size. ``gaps`` are the x of the columns after the first.
    """

    text: str
    boxes: tuple[Box, ...]
    x0: float
    x1: float
    solid_x1: float
    top: float
    bottom: float
    baseline: float
    em: float
    gaps: tuple[float, ...]
    widths: tuple[float, ...]

    @property
    def width(self) -> float:
        """From the first glyph to the last, in points."""
        return self.x1 - self.x0


def build_lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """The lines of a stretch of page, from top to bottom."""
    return tuple(line for row in _rows(glyphs) if (line := _line(row)) is not None)


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that share a baseline, from top to bottom."""
    row: list[Glyph] = []
    base, size = 0.0, 0.0
    for glyph in sorted(glyphs, key=_BASELINE):
        own = max(glyph.bottom - glyph.top, 1.0)
        if row and glyph.baseline - base > _SAME_BASELINE * max(size, own):
            yield row
            row = []
        if not row or (own > size and not glyph.char.isspace()):
            base, size = glyph.baseline, own
        row.append(glyph)
    if row:
        yield row


def _line(row: list[Glyph]) -> Line | None:
    printed = _cleaned(sorted([glyph for glyph in row if not glyph.char.isspace()], key=_SIDES))
    if not printed:
        return None
    spaces = [glyph for glyph in row if glyph.char.isspace()] if len(printed) < len(row) else []
    em = _em(printed)
    chars, x0s, tops, x1s, bottoms, baselines, shown, _ = zip(*printed, strict=True)
    words = _Words(list(chars), list(shown), list(map(sub, x1s, x0s)), [])
    widest = max(map(sub, x0s[1:], x1s), default=0.0)
    if spaces or widest >= _WORD_GAP * max(min(map(sub, bottoms, tops)), 1.0) / 1.05:
        words = _spaced(printed, spaces, em)
    right = max(x1s)
    return Line(
        "".join(words.chars),
        tuple(words.boxes),
        x0s[0],
        right,
        max([x1 for char, x1 in zip(chars, x1s, strict=True) if char not in _CLOSING], default=right),
        min(tops),
        max(bottoms),
        median(baselines),
        em,
        tuple(words.gaps),
        tuple(words.widths),
    )


@dataclass(slots=True)
class _Words:
    """A line's characters with their boxes and widths, and where columns begin."""

    chars: list[str]
    boxes: list[Box]
    widths: list[float]
    gaps: list[float]


def _spaced(printed: Sequence[Glyph], spaces: Sequence[Glyph], em: float) -> _Words:
    """The characters with the spaces between them."""
    words = _Words([], [], [], [])
    spacing = _spacing(printed, spaces, em)
    before: Glyph | None = None
    for glyph in printed:
        if before is not None and glyph.x0 > before.x1:
            gap = _gap(before, glyph, spaces, spacing)
            if gap:
                words.chars.extend(gap)
                words.boxes.extend(_gap_boxes(before, glyph, len(gap)))
                words.widths.extend([(glyph.x0 - before.x1) / len(gap)] * len(gap))
            if glyph.x0 - before.x1 >= _COLUMN_GAP * em:
                words.gaps.append(glyph.x0)
        words.chars.append(glyph.char)
        words.boxes.append(glyph.shown)
        words.widths.append(glyph.x1 - glyph.x0)
        before = glyph
    return words


def _em(printed: Sequence[Glyph]) -> float:
    """The font size: the width of a Chinese character's cell, or the height of what there is."""
    if printed[0].em:
        return median(glyph.em for glyph in printed)
    wide = [width for glyph in printed if glyph.char > "\u2e7f" and (width := glyph.x1 - glyph.x0) > 1]
    return median(wide) if wide else median(glyph.size for glyph in printed) / 1.15


def _cleaned(row: list[Glyph]) -> list[Glyph]:
    """Without glyphs printed twice in one place (fake bold, shadows) and without rules that a name is written over."""
    has_rules = any(glyph.char in _RULES for glyph in row)
    if not has_rules and all(two.x0 - one.x0 >= _SAME_PLACE * max(two.x1 - two.x0, 1.0) for one, two in pairwise(row)):
        return row
    words = [glyph for glyph in row if glyph.char not in _RULES] if has_rules else []
    kept: list[Glyph] = []
    at = 0
    for glyph in row:
        x0, x1 = glyph.x0, glyph.x1
        reach = _SAME_PLACE * max(x1 - x0, 1.0)
        # they come from left to right: where the last one is far enough away, so are those before it
        if kept and x0 - kept[-1].x0 < reach and any(old.char == glyph.char and x0 - old.x0 < reach for old in kept[-4:]):
            continue
        if has_rules and glyph.char in _RULES:
            middle = (x0 + x1) / 2
            while at < len(words) and words[at].x1 <= middle:
                at += 1
            if at < len(words) and words[at].x0 < middle:
                continue
        kept.append(glyph)
    return kept


@dataclass(frozen=True, slots=True)
class _Spacing:
    """The gaps in points that a line has without meaning a space, and its spaces' own width.

    ``everywhere`` is the gap throughout, ``mixed`` the one between a figure and a word.
    """

    everywhere: float
    mixed: float
    space: float | None


def _spacing(printed: Sequence[Glyph], spaces: Sequence[Glyph], em: float) -> _Spacing:
    """How far a line's characters are set apart: 结 对 帮 扶 协 议 书 is one word, and 2022 年 one date."""
    own = [space.x1 - space.x0 for space in spaces if space.char == " " and space.x1 - space.x0 > _WORD_GAP * em]
    space = median(own) if own else None
    pairs = list(pairwise(printed))
    gaps = [gap if (gap := after.x0 - before.x1) > 0 else 0.0 for before, after in pairs]
    mixed = [
        gap
        for gap, (before, after) in zip(gaps, pairs, strict=True)
        if (before.char > "\u2e7f") != (after.char > "\u2e7f") and _are_words(before, after)
    ]
    usual_mixed = median(mixed) if len(mixed) > 2 else _WIDE_GAP * em  # too few to tell
    if len(gaps) < 4 or {"年", "月"} <= {glyph.char for glyph in printed}:  # 年　月　日 are blanks, not letterspacing
        return _Spacing(0.0, usual_mixed, space)
    usual = median(gaps)
    even = usual <= _WIDEST_LETTERSPACING * em and max(gaps) <= 2 * usual + 0.1 * em
    return _Spacing(usual if even else min(usual, 0.25 * em), usual_mixed, space)


def _is_wide(glyph: Glyph) -> bool:
    return glyph.char > "\u2e7f"


def _are_words(before: Glyph, after: Glyph) -> bool:
    return before.char.isalnum() and after.char.isalnum()


def _gap(before: Glyph, after: Glyph, spaces: Sequence[Glyph], spacing: _Spacing) -> str:
    """The spaces between two neighbours: the source's own where it has some, else as many as are seen."""
    gap = after.x0 - before.x1
    em = max(before.bottom - before.top, after.bottom - after.top, 1.0) / 1.05
    if gap <= 0.02 * em:
        return ""
    own = [space for space in spaces if before.x1 - 0.1 * em <= (space.x0 + space.x1) / 2 <= after.x0 + 0.1 * em]
    real = [space for space in own if space.x1 > space.x0]
    if real:
        width = median(max(space.x1 - space.x0, 0.2 * em) for space in real) + spacing.everywhere
        return ("\u3000" if real[0].char == "\u3000" else " ") * max(len(real), round(gap / width))
    if gap < _least_gap(before, after, em, spacing, is_hinted=bool(own)):
        return ""
    if spacing.space is not None:
        return " " * max(1, round(gap / (spacing.space + spacing.everywhere)))
    count = max(1, _seen(gap, em))
    return "\u3000" if count == 2 else " " * count  # two halves make one full-width space


def _least_gap(before: Glyph, after: Glyph, em: float, spacing: _Spacing, *, is_hinted: bool) -> float:
    """From which width in points a gap is a space; less where pdfium has seen one too."""
    if _is_wide(before) != _is_wide(after):
        return min(spacing.mixed + 0.1 * em if is_hinted else _WIDE_GAP * em, _WIDE_GAP * em + spacing.everywhere)
    if _is_wide(before) and not is_hinted:
        return (_WIDE_GAP if spacing.everywhere > _TIGHT * em else _SPACE_WIDTH) * em + spacing.everywhere
    return _WORD_GAP * em + spacing.everywhere


def _seen(gap: float, em: float) -> int:
    """How many half ems a gap is wide: at least three for a column's gap, at most what a page holds."""
    count = min(round(gap / em * 2), 200)
    return max(count, 3) if gap >= _COLUMN_GAP * em else 0 if count < 2 else count


def _gap_boxes(before: Glyph, after: Glyph, count: int) -> Iterator[Box]:
    """The gap cut into equal boxes, on the page's own axes."""
    if not count:
        return
    left, right = before.shown, after.shown
    across = left[1] < right[3] and right[1] < left[3]
    start, end = (left[2], right[0]) if across else (left[3], right[1])
    step = (end - start) / count
    for index in range(count):
        first, last = sorted((start + step * index, start + step * (index + 1)))
        if across:
            yield first, min(left[1], right[1]), last, max(left[3], right[3])
        else:
            yield min(left[0], right[0]), first, max(left[2], right[2]), last
