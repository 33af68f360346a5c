"""Which line ends only wrap a line, so that 示范辐⏎⏎射作用 reads as one word.

A PDF's reader knows the layout and says so (``SourceText.wraps``); Word and HTML end a paragraph with every line end. Plain
text does not tell: there a line end is taken for a wrap only where the line before is cut off in mid-sentence and the next one does not
open anything (a number, a label, a date, a table row). Page numbers between the two are passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from extractors.readers.source_text import SourceText
from extractors.text.punctuation import HAN

_PAGE_NUMBER = re.compile(
    r"[ \t]*(?:-{1,2}[ ]?\d{1,3}[ ]?-{1,2}|第[ ]?\d{1,3}[ ]?页(?:[ ，]*共[ ]?\d{1,3}[ ]?页)?|\d{1,3}[ ]?/[ ]?\d{1,3})[ \t]*"
)
_OPENS = re.compile(
    r"[ \t]*(?:#|>|\||[*+·●■◆▲★☆-][ \t]?"
    r"|第[0-9一二三四五六七八九十百]{1,4}[条章节款项篇部]"
    r"|[一二三四五六七八九十]{1,3}[、.．]|（[0-9一二三四五六七八九十]{1,3}）"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[、.．）](?![0-9])|[①-⑳⑴-⒇⒈-⒛]"
    r"|[㈠-㈩Ⅰ-Ⅻ]|[壹贰叁参肆伍陆柒捌玖拾]{1,3}[、.．]|[a-zA-Z][）.、](?![a-zA-Z0-9])"
    r"|附件|附：|附表|篇[一二三四五六七八九十]"
    rf"|[{HAN} ]{{2,12}}(?:（[^）\n]{{0,12}}）)?："
    r"|[0-9〇零一二三四五六七八九xX×_ ]{2,4}年[0-9一二三四五六七八九十xX×_ ]{1,4}月(?:[0-9一二三四五六七八九十xX×_ ]{1,4}日)?[ \t]*$"
    r"|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}[ \t]*$"
    r")",
    re.MULTILINE,
)
_PARTY = re.compile(r"[ \t]*[甲乙丙丁]方(?P<label>[ ]?(?:（[^）\n]{0,12}）)?[ ]?(?:[：]|签|盖|代表|法人|$|[ \t]{2}))?")
"""甲方 opens a line as a label; as a sentence's subject it opens one only where lines are not broken at a fixed width."""
_ENDS = re.compile(r"(?:[。！？；：…]|\.{3})[”’）〕》]*[ \t]*$")
_PAGE_LINE = re.compile(
    r"[〔（]?(?:(?:稿件|信息|文章)?来源|作者|(?:发布|更新|录入)(?:时间|日期)|日期|时间|记者|通讯员|供稿|撰稿|(?:19|20)[0-9]{2}[-/.年][^，。\n]{4,24}来源)〕?[ ]?[：|]"
    r"[^，。；\n]{1,80}$"
)
"""A page's own line of date and source ends with its line, however long it is."""
_COLUMNS = re.compile(r"\t|[ ]{3,}")
_LEAST_WIDTH = 40
"""Columns (two for a Chinese character): a line cut off in mid-sentence is at least this long; headings and labels are shorter."""
_WRAP_SLACK = 8
_LEAST_CUT = 4
"""So many lines must be broken at the same width before a text counts as hard-wrapped."""
_NEVER_FIRST = "，。；、：！？）”’》〕"
"""No line begins with these, unless it is the rest of the one before."""
_WIDE = re.compile("[\u2e80-\U0010ffff]+")
_SENTENCE_MARK = re.compile("[，。；、]")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def width(self) -> int:
        return len(self.text.strip()) + sum(map(len, _WIDE.findall(self.text)))


def wrapped_lines(folded: str, source: SourceText) -> Iterator[tuple[int, int]]:
    """The stretches from the end of one line to the start of the next that are no paragraph's end, and the page numbers."""
    dropped = _reaches(source)
    lines: list[_Line] = []
    at = 0
    for raw in folded.split("\n"):
        start, end = at, at + len(raw)
        at = end + 1
        body = raw.strip(" \t")
        if not body:
            continue
        if _PAGE_NUMBER.fullmatch(raw) or _is_inside(start, end, dropped):
            yield start, end
            continue
        left = len(raw) - len(raw.lstrip(" \t"))
        lines.append(_Line(start + left, start + left + len(body), body))
    known = None if source.wraps is None else frozenset(source.wraps)
    width = _wrap_width(lines) if known is None else None
    for before, after in pairwise(lines):
        wraps = _wraps(before, after, width) if known is None else any(at in known for at in range(before.end, after.start))
        if wraps:
            yield before.end, after.start


def _reaches(source: SourceText) -> tuple[list[int], list[int]]:
    """Where running heads and page numbers begin, in order, and how far all of them up to each one reach."""
    pieces = sorted((piece.start, piece.end) for piece in source.furniture if piece.role in ("header", "footer", "page-number"))
    return [start for start, _ in pieces], list(accumulate((end for _, end in pieces), max))


def _is_inside(start: int, end: int, reaches: tuple[list[int], list[int]]) -> bool:
    starts, ends = reaches
    at = bisect_right(starts, start) - 1
    return at >= 0 and end <= ends[at]


def _wrap_width(lines: list[_Line]) -> int | None:
    """The column at which a hard-wrapped text breaks its lines, None where paragraphs stand on one line each."""
    cut = [line.width for line in lines if not _ENDS.search(line.text) and not _COLUMNS.search(line.text)]
    if len(cut) < _LEAST_CUT:
        return None
    widest = max(line.width for line in lines)
    full = [width for width in cut if width >= widest - _WRAP_SLACK]
    if widest < _LEAST_WIDTH or len(full) < max(_LEAST_CUT, len(lines) // 4):
        return None
    # headlines of one width are no broken paragraphs: these hold commas and end sentences
    marks = sum(len(_SENTENCE_MARK.findall(line.text)) for line in lines)
    return widest if marks * 2 >= len(full) else None


def _wraps(before: _Line, after: _Line, width: int | None) -> bool:
    if _ENDS.search(before.text) or _OPENS.match(after.text) or before.text.startswith(("#", "|")) or _PAGE_LINE.match(before.text):
        return False
    if _COLUMNS.search(before.text) or _COLUMNS.search(after.text):
        return False
    if after.text[0] in _NEVER_FIRST:
        return True
    party = _PARTY.match(after.text)
    if party and (party["label"] or width is None):
        return False
    if width is not None:
        return before.width >= width - _WRAP_SLACK
    in_prose = before.width >= _LEAST_WIDTH and _SENTENCE_MARK.search(before.text) is not None
    carried_on = before.text[-1] in "，、" or _ENDS.search(after.text) is not None
    return in_prose and carried_on
