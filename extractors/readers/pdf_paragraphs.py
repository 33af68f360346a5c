"""Which lines of a page only wrap: the paragraph goes on in the next line, or on the next page.

Decided from the layout, as a reader sees it: the line before is full (the next word would not have fitted), and the next one begins at the
margin and not with a first line's indent. Where paragraphs have no indent the words decide too: a line that opens with a number or
a label, or follows a sentence's end, begins anew.

Joins::

    甲方每学期选派骨干教师到乙方        the line reaches the margin
    支教，不少于2名。                        and this one starts at the left

Leaves apart::

    一、帮扶期限                             far from the margin
    甲方（盖章）：        乙方（盖章）：      columns
    第一章 总则…………………1                  a table of contents
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.readers.pdf_lines import Line
from extractors.readers.pdf_pages import Flow, Frame

_OPENS = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|\([0-9一二三四五六七八九十]{1,3}\)|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[、.)](?![0-9])|[\u2460-\u249b]|[●■◆▲★☆·•\uf06c\uf0b7]"
    r"|附件|附:|附表|[甲乙丙丁]\s{0,4}方\s{0,2}[:(]"
    r"|[0-9〇零一二三四五六七八九xX×_\s]{2,6}年[0-9一二三四五六七八九十xX×_\s]{1,5}月[0-9一二三四五六七八九十xX×_\s]{1,5}日\s*$"
)
_ARTICLE_OR_LABEL = re.compile(r"第[0-9一二三四五六七八九十百]{1,4}[条章节款项篇部]|[\u4e00-\u9fff\s]{2,12}(?:\([^)\n]{0,12}\))?:")
_STOPS = re.compile(r"[。！？!?][”’）)〕》]?$")
_CONTENTS = re.compile(r"[.…·．]{4,}\s?\d{1,4}$")
_NOT_FIRST = frozenset("，。、；：！？）》”’〉】〕％,.;:!?)%“‘")
_NOT_LAST = frozenset("（《“‘〈【〔(￥¥$")
_QUOTED = re.compile("[^\\s“‘”’]?[“‘][^“‘”’]{1,12}[”’][^\\s“‘”’]?")
_TWO_WORDS = re.compile("[\u4e00-\u9fff]{2}")
_WIDE = re.compile("[\u2e80-\ufeff]")
_INDENT = 1.0
_DEEPEST_INDENT = 6.0
_CENTRED_FROM = 2.6
_AT_MARGIN = 0.6
_OPEN_PITCH = 1.35
_EXACT = 0.35
_FIGURE_GAP = 0.25
_TITLE_SLACK = 1.0
_LEAST_SHARE = 0.55


@dataclass(frozen=True, slots=True)
class Margins:
    """The text block of a frame.

    ``left`` and ``right`` in points, the usual ``pitch`` and ``em`` of its lines, and whether paragraphs are indented.
    """

    left: float
    right: float
    pitch: float
    em: float
    indented: bool


def measure(flows: Iterable[Flow]) -> Mapping[tuple[int, int], Margins]:
    """The margins of every kind of frame, from all its lines in the file, in reading order."""
    groups: dict[tuple[int, int], list[Flow]] = defaultdict(list)
    for flow in flows:
        groups[flow.frame.key].append(flow)
    return {key: _margins([flow.line for flow in group], group[0].frame) for key, group in groups.items()}


def continues(before: Flow, after: Flow, first: Line, margins: Margins, *, same_page: bool) -> bool:
    """Whether ``after`` goes on with the paragraph whose first line is ``first`` and whose last one so far is ``before``."""
    one, two = before.line, after.line
    if (before.frame is not after.frame and before.frame.key != after.frame.key) or not _same_size(one, two):
        return False
    if _CONTENTS.search(one.text) or (one.gaps and two.gaps):
        return False
    usual = max(margins.pitch, 1.2 * margins.em) * max(1.0, one.em / margins.em)
    if same_page and two.baseline - one.baseline > _OPEN_PITCH * usual:
        return False
    if not _is_full(one, two, margins) and not _is_nearly_full(one, two, margins):
        return False
    return _is_title_wrap(one, two, margins) or _goes_on(one, two, first, margins)


def _same_size(one: Line, two: Line) -> bool:
    """Whether two lines are set in one size; that of a line without Chinese is only estimated."""
    slack = 0.12 if _has_wide(one) and _has_wide(two) else 0.3
    return abs(one.em - two.em) <= slack * max(one.em, two.em)


def _has_wide(line: Line) -> bool:
    return _WIDE.search(line.text) is not None


def _goes_on(one: Line, two: Line, first: Line, margins: Margins) -> bool:
    if one.x0 - margins.left > _DEEPEST_INDENT * one.em:
        return False
    opens = _opens(two, one)
    if two.x0 - margins.left <= _AT_MARGIN * two.em:
        if margins.indented and (first.x0 - margins.left > _AT_MARGIN * first.em or not opens):
            return True
        exact = abs(margins.right - one.solid_x1) <= _EXACT * one.em or abs(margins.right - one.x1) <= _EXACT * one.em
        return not opens and (exact or not _STOPS.search(one.text))
    level = abs(two.x0 - one.x0) <= _AT_MARGIN * two.em
    if one is not first and level:
        return not opens
    if one is first and two.x0 >= first.x0 + _AT_MARGIN * two.em:
        return not opens and _opens(first, first)
    return not opens and level and not margins.indented and not re.search("[。！？；：]$", one.text)


def _opens(line: Line, before: Line) -> bool:
    """Whether a line begins with a number or a label.

    Articles and labels are none after words that are cut off: 未按⏎第四条约定, 现订⏎立协议如下：
    """
    words = unicodedata.normalize("NFKC", line.text)
    if _OPENS.match(words):
        return True
    if not _ARTICLE_OR_LABEL.match(words):
        return False
    return before.text[-1] in "。；！？：:;" or _ARTICLE_OR_LABEL.match(unicodedata.normalize("NFKC", before.text)) is not None


def _is_full(one: Line, two: Line, margins: Margins) -> bool:
    """Whether the first word of the next line would not have fitted behind this one."""
    if _is_centred(one, margins) and (one.em > 1.1 * margins.em or two.x0 - margins.left > _CENTRED_FROM * two.em):
        return margins.right - margins.left - one.width < _needed(one, two) + _TITLE_SLACK * one.em
    return margins.right - one.x1 < _needed(one, two)


def _is_nearly_full(one: Line, two: Line, margins: Margins) -> bool:
    """Whether words are cut off a little early, as some programs do before figures and quotes, and go on at the margin."""
    if not margins.indented or two.x0 - margins.left > _AT_MARGIN * two.em or one.gaps or two.gaps:
        return False
    ends = one.text[-1] in "。！？；：:;!?"
    return not ends and not _opens(two, one) and margins.right - one.x1 < max(_needed(one, two) + one.em, _glued(two))


def _needed(one: Line, two: Line) -> float:
    """The room in points that the next line's first word would have taken behind this line, with the gap between a figure and a word."""
    gap = _FIGURE_GAP * two.em if (one.text[-1] > "\u2e7f") != (two.text[0] > "\u2e7f") else 0.0
    return _first_word(two) + gap - 0.01 * two.em


def _first_word(line: Line) -> float:
    """The width in points of what cannot be parted at a line's start: a figure, a Latin word, a character with its punctuation."""
    if _TWO_WORDS.match(line.text):
        return line.widths[0]
    width = 0.0
    begun = False
    latin = False
    for char, wide in zip(line.text, line.widths, strict=True):
        plain = unicodedata.normalize("NFKC", char)
        is_latin = plain.isascii() and plain.isalnum()
        if char.isspace() or (begun and char not in _NOT_FIRST and not (latin and is_latin)):
            break
        width += wide
        if char not in _NOT_LAST:
            begun, latin = True, is_latin or (latin and plain in ".,:/")
    return width


def _glued(line: Line) -> float:
    """The width in points of a line's start with the quotation at its second place: some programs end no line at a quotation mark."""
    quoted = _QUOTED.match(line.text)
    return sum(line.widths[: quoted.end()]) if quoted else 0.0


def _is_centred(line: Line, margins: Margins) -> bool:
    left, right = line.x0 - margins.left, margins.right - line.x1
    return left > _AT_MARGIN * line.em and abs(left - right) <= 0.75 * line.em


def _is_title_wrap(one: Line, two: Line, margins: Margins) -> bool:
    """A long title over two lines: the second is centred, the first too or as wide as the block."""
    if not _is_centred(two, margins) or _STOPS.search(one.text):
        return False
    larger = one.em > 1.1 * margins.em
    wide = _is_centred(one, margins) or one.x0 - margins.left <= _AT_MARGIN * one.em
    return wide and (larger or two.x0 - margins.left > _CENTRED_FROM * two.em)


def _margins(lines: Sequence[Line], frame: Frame) -> Margins:
    em = median(line.em for line in lines)
    left = _supported([line.x0 for line in lines], em, lowest=True)
    right = _supported([line.solid_x1 for line in lines if line.x0 - left <= _DEEPEST_INDENT * em] or [frame.x1], em, lowest=False)
    right = max(right, _least_right(left, frame, em))
    pitches = [two.baseline - one.baseline for one, two in pairwise(lines) if 0 < two.baseline - one.baseline < 4 * em]
    return Margins(left, right, median(pitches) if pitches else 1.5 * em, em, _is_indented(lines, left, right, em))


def _least_right(left: float, frame: Frame, em: float) -> float:
    """How far right a full line must reach: text blocks are about symmetrical, so short lines alone are no wrapped ones."""
    if frame.padded:
        return frame.x1 - (left - frame.x0) - 2 * em
    inset = left - frame.x0
    return max(frame.x1 - 1.7 * inset - em, frame.x0 + _LEAST_SHARE * (frame.x1 - frame.x0))


def _supported(places: Sequence[float], em: float, *, lowest: bool) -> float:
    """The outermost place that at least two lines share; the outermost of all where none do."""
    ordered = sorted(places, reverse=not lowest)
    for place, following in pairwise(ordered):
        if abs(place - following) <= 0.5 * em:
            return (place + following) / 2 if lowest else max(place, following)
    return ordered[0]


def _is_indented(lines: Sequence[Line], left: float, right: float, em: float) -> bool:
    """Whether paragraphs begin with an indent: most lines that follow a line which is clearly not full do."""
    indents = [
        two.x0 - left
        for one, two in pairwise(lines)
        if right - one.x1 > 3 * em and right - two.x1 <= 3 * em and two.x0 - left <= _DEEPEST_INDENT * em
    ]
    return sum(indent >= _INDENT * em for indent in indents) * 2 > len(indents)
