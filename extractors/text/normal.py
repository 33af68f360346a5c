"""The normal form that patterns read, with a map back to the source's offsets.

One character of the normal form is one character of the source; what a reader would not see or not say is left out (zero-width
characters, page numbers, Markdown marks, spaces between a figure and its word, line ends inside a sentence). Characters are folded one to
one: width (NFKC), dashes, brackets, and traditional to simplified (OpenCC's t2s, which keeps lengths).
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from extractors.readers.source_text import Box, Furniture, Heading, Page, Part, SourceText
from extractors.text.list_numbers import part_list_numbers
from extractors.text.ocr_slips import mended
from extractors.text.punctuation import FOLDED, HAN
from extractors.text.wrapping import wrapped_lines
from schemas.span import Span

Simplify = Callable[[str], str]
_FULL_WIDTH = 0xFF00
"""Where the full-width forms begin: their digits are plain ones, circled and raised digits are marks."""


@dataclass(frozen=True, slots=True)
class NormalText:
    """The normal form; ``offsets[i]`` is where ``text[i]`` stands in the source, with one more entry for the end."""

    text: str
    offsets: array[int]
    source: SourceText
    furniture: tuple[Furniture, ...] = ()
    headings: tuple[Heading, ...] = ()
    parts: tuple[Part, ...] = ()

    def original(self, start: int, end: int) -> str:
        """The source's own characters for ``text[start:end]``, with the line ends and page numbers inside them."""
        first, last = self.place(start, end)
        return self.source.text[first:last]

    def written(self, start: int, end: int) -> str:
        """The source's own characters for ``text[start:end]`` without what the normal form leaves out: a value as it is written."""
        return "".join(self.source.text[i] for i in self.offsets[start:end])

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of ``text[start:end]``."""
        if end <= start:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The words at ``text[start:end]`` as a span of the source, with page and boxes where it has them."""
        return source_span(self.source, *self.place(start, end))

    def normal_offset(self, source_offset: int) -> int:
        """The first place of the normal form at or after a source offset."""
        return bisect_right(self.offsets, source_offset - 1, hi=len(self.text))


def source_span(source: SourceText, first: int, last: int) -> Span:
    """The words at ``source.text[first:last]``, with page and boxes where the source has them, and how surely they were read."""
    words = source.text[first:last]
    if not source.pages:
        return Span(start=first, end=last, text=words)
    page = source.pages[max(0, bisect_right(source.pages, first, key=lambda page: page.start) - 1)]
    boxes = _line_boxes(page, first, last)
    return Span(start=first, end=last, text=words, page=page.number, boxes=boxes, confidence=_confidence(source, first, last))


def normalise(source: SourceText, simplify: Simplify) -> NormalText:
    """The normal form of a source; ``simplify`` turns traditional characters into simplified ones, one to one.

    Linear in the text's length.
    """
    folded = part_list_numbers(mended(fold(source.text, simplify), source.lines))
    kept = list(_kept(folded, source))
    offsets = array("q")
    for start, end in kept:
        offsets.extend(range(start, end))
    text = "".join(folded[start:end] for start, end in kept)
    offsets.append(len(source.text))
    return _with_places(NormalText(text, offsets, source))


def cut_out(normal: NormalText, stretches: Iterable[tuple[int, int]]) -> NormalText:
    """The normal text without some of its stretches, which are in order and apart; all offsets still lead to the source."""
    kept: list[tuple[int, int]] = []
    at = 0
    for start, end in (*stretches, (len(normal.text), len(normal.text))):
        if start > at:
            kept.append((at, start))
        at = end
    offsets = array("q")
    for start, end in kept:
        offsets.extend(normal.offsets[start:end])
    offsets.append(normal.offsets[-1])
    bare = NormalText("".join(normal.text[start:end] for start, end in kept), offsets, normal.source)
    return _with_places(bare)


def _with_places(bare: NormalText) -> NormalText:
    """The normal text with the places that its source knows."""
    source = bare.source
    parts = (replace(part, start=bare.normal_offset(part.start), end=bare.normal_offset(part.end)) for part in source.parts)
    return replace(bare, furniture=tuple(_moved(bare, source.furniture)), headings=tuple(_moved_headings(bare)), parts=tuple(parts))


def fold(text: str, simplify: Simplify) -> str:
    """``text`` with every character in its plainest form, one to one."""
    folded = text.translate(_FOLD)
    simplified = simplify(folded)
    if len(simplified) != len(folded):
        return "".join(one if len(one := simplify(char)) == 1 else char for char in folded)
    return simplified


_FULL_WIDTH = 0xFF00
"""Below this block, what folds to a digit is a superscript or a circled figure and stays what it is."""


def _fold_table() -> dict[int, str]:
    """NFKC where it gives one character, for the blocks that hold look-alikes; then our own table."""
    blocks = ((0xA0, 0x100), (0x2000, 0x2070), (0x2E80, 0x2FE0), (0x3000, 0x3040), (0xF900, 0xFB00), (0xFE30, 0xFE70), (0xFF01, 0xFFE7))
    table: dict[int, str] = {}
    for first, last in blocks:
        for code in range(first, last):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code) and not (plain.isdigit() and code < _FULL_WIDTH):
                table[code] = plain
    for code in (0x2028, 0x2029, 0x0B, 0x0C, 0x85, 0x0D):
        table[code] = "\n"
    for char, plain in FOLDED.items():
        table[ord(char)] = plain
    for code, plain in list(table.items()):
        table[code] = FOLDED.get(plain, plain)
    return table


_FOLD = _fold_table()

_HIDDEN = r"[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f\ud800-\udfff]+"
_NO_NUMBER = r"(?<!^[0-9]\.[0-9])" + "".join(rf"(?<!^[ ]{{{deep}}}[0-9]{{{long}}})" for deep in (0, 1, 2, 4) for long in (1, 2))
"""Not behind a figure that opens a line, at the usual depths of indentation."""
_LEFT_OUT = re.compile(
    # whatever is left out begins with a blank or a hidden character: one look passes all other places by
    rf"(?=[ ]|{_HIDDEN})(?:(?P<hidden>{_HIDDEN})"
    # 2022 年 9 月, 选派 3 名: Word and LibreOffice part figures from words in their PDFs; a second date beside the first stays apart
    rf"|(?<=[{HAN}，。；：、（）])(?<![日号])[ ]{{1,2}}(?=[0-9])"
    # but 1 总则 keeps its space: it is a heading's number
    rf"|(?<=[0-9]){_NO_NUMBER}(?<!# [0-9])[ ]{{1,2}}(?=[{HAN}，。；：、（）%])"
    # ￥600 000, and figures that a scan has set apart (8 0 0 0 元)
    rf"|(?<=￥[0-9]{{3}})[ ](?=[0-9]{{3}}(?![0-9]))|(?<=￥[0-9]{{2}})[ ](?=[0-9]{{3}}(?![0-9]))|(?<=￥[0-9])[ ](?=[0-9]{{3}}(?![0-9]))"
    rf"|(?<![0-9][0-9])(?<!\.[0-9])(?<=[0-9])[ ](?=[0-9](?:[ ][0-9]){{0,8}}[ \n]{{0,2}}[元万名次节件册本人套台个所])"
    # 2 0 2 3 年 1 2 月 1 5 日
    r"|(?<=2)[ ](?=0[ ][0-9][ ][0-9][ ]?年)|(?<=2[ ]0)[ ](?=[0-9][ ][0-9][ ]?年)|(?<=2[ ]0[ ][0-9])[ ](?=[0-9][ ]?年)"
    r"|(?:(?<=年[0-9])|(?<=年[ ][0-9]))[ ](?=[0-9][ ]?月)|(?:(?<=月[0-9])|(?<=月[ ][0-9]))[ ](?=[0-9][ ]?日)"
    # 甲　方：, 日　期：, and a title or a clause with its letters spaced out; but 自    年 and 年 月 keep their blanks
    rf"|(?<=(?<![{HAN}])[{HAN}])[ ]{{1,4}}(?=[{HAN}][：（])"
    rf"|(?:(?<=^[{HAN}])|(?<=[ ][{HAN}])|(?<=[、，。；：）][{HAN}](?=[ ][{HAN}][ ])))[ ]{{1,4}}(?=[{HAN}](?:[ ]|$))"
    r"(?!(?<=[ ]{2})[年月日])(?!(?<=[自从至到于年月日][ ])[年月日]))",
    re.MULTILINE,
)
_MARKDOWN = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]*)?(?:\*\*(?=[^*\n]+\*\*[ \t]*$))?(?=\S)|^[ \t]*>[ \t]+(?=\S)|(?<=[^*\n])\*\*[ \t]*$"
    # 1\. and \* are how Markdown writes a plain 1. and *
    r"|(?<!\\)\\(?=[.*_#>（）〔〕+-])",
    re.MULTILINE,
)
_BOLD = re.compile(r"(?:^|(?<=[\s|，。；：、（>-]))(?P<open>\*\*)(?=\S)[^*\n]{1,80}(?<=\S)(?P<close>\*\*)", re.MULTILINE)


def _kept(folded: str, source: SourceText) -> Iterator[tuple[int, int]]:
    """The stretches of the folded text that stay, in order: the rest is left out."""
    dropped = sorted(_dropped(folded, source))
    at = 0
    for start, end in dropped:
        if start > at:
            yield at, start
        at = max(at, end)
    if at < len(folded):
        yield at, len(folded)


def _dropped(folded: str, source: SourceText) -> Iterator[tuple[int, int]]:
    for match in _LEFT_OUT.finditer(folded):
        yield match.span()
    for match in _MARKDOWN.finditer(folded):
        if match.end() > match.start():
            yield match.span()
    for match in _BOLD.finditer(folded) if "**" in folded else ():
        yield match.span("open")
        yield match.span("close")
    yield from wrapped_lines(folded, source)


def _moved(normal: NormalText, furniture: Iterable[Furniture]) -> Iterator[Furniture]:
    for piece in furniture:
        start, end = normal.normal_offset(piece.start), normal.normal_offset(piece.end)
        if start < end:
            yield Furniture(start, end, piece.role)


def _moved_headings(normal: NormalText) -> Iterator[Heading]:
    for heading in normal.source.headings:
        start, end = normal.normal_offset(heading.start), normal.normal_offset(heading.end)
        if start < end:
            yield Heading(start, end, heading.level)


def _confidence(source: SourceText, first: int, last: int) -> float | None:
    """That of the least sure line which was read from a picture among the words."""
    at = bisect_right(source.lines, first, key=lambda line: line.end)
    found: list[float] = []
    while at < len(source.lines) and source.lines[at].start < max(last, first + 1):
        found.append(source.lines[at].confidence)
        at += 1
    return round(min(found), 3) if found else None


def _line_boxes(page: Page, first: int, last: int) -> tuple[Box, ...] | None:
    """One box for each line of the words, from the boxes of their characters."""
    lines: list[list[float]] = []
    before: Box | None = None
    for box in page.char_boxes[max(0, first - page.start) : max(0, min(last, page.end) - page.start)]:
        if box is None:
            continue
        if before is not None and _is_beside(before, box):
            line = lines[-1]
            line[:] = min(line[0], box[0]), min(line[1], box[1]), max(line[2], box[2]), max(line[3], box[3])
        else:
            lines.append(list(box))
        before = box
    if not lines:
        return None
    return tuple((round(a, 2), round(b, 2), round(c, 2), round(d, 2)) for a, b, c, d in lines)


def _is_beside(before: Box, after: Box) -> bool:
    """Whether a character goes on with its line: level to the right, or, on a page that lies otherwise, to the left, up or down."""
    if after[1] < before[3] and after[3] > before[1]:
        level = min(before[3], after[3]) - max(before[1], after[1]) > 0.5 * min(before[3] - before[1], after[3] - after[1])
        return after[0] >= before[0] - 1 or (level and before[0] - after[2] < 2 * (before[3] - before[1]))
    wide = before[2] - before[0]
    upright = min(before[2], after[2]) - max(before[0], after[0]) > 0.8 * max(wide, after[2] - after[0])
    return upright and max(after[1] - before[3], before[1] - after[3]) < 0.3 * wide
