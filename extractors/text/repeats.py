"""Leave out what a page prints twice: an article given again for print or for phones, a summary box that quotes the first paragraph.

Reads::

    title, text, title, the same text                          the text once
    导读：first half of the first paragraph…, then all of it    the paragraph

Leaves alone::

    two agreements of one form between other parties           two documents
    a clause that stands in both parties' duties                both
    a sentence that is quoted again at the end                  both
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.text.normal import NormalText, cut_out
from extractors.text.passage import Stretch, find_lines

_NO_LETTER = re.compile(r"[\W_]+")
_SUMMARY = re.compile(r"〔?(?:核心提示|内容(?:提要|摘要|导读)|导读|摘要|提要|导语|编者按|简介)〕?[ ]?[：]?[ ]?")
_CUT_OFF = re.compile(r"(?:…+|\.{2,6}|。。+)?[ ]?(?:〔?(?:详细|详情|全文|更多|阅读全文|查看全文)〕?)?[ >]*$")
_PARTY = re.compile(r"(?:[甲乙丙丁A-C]方|(?:支援|受援|帮扶|受帮扶|结对)(?:学校|单位|方))[^，。：\n]{0,12}：")
_PROSE = 20
_LEAST_REPEAT = 60
_SHARE = 0.8
"""So much of what stands between the two beginnings has to stand again behind the second one."""
_FURNITURE = frozenset({"navigation", "header", "footer", "page-number", "note"})


@dataclass(frozen=True, slots=True)
class _Line:
    place: Stretch
    key: str
    words: str


def without_repeats(normal: NormalText) -> NormalText:
    """The normal text with each article once; the text itself where nothing stands in it twice. Linear in its length."""
    pieces = [Stretch(part.start, part.end) for part in normal.parts] or [Stretch(0, len(normal.text))]
    repeats = [stretch for piece in pieces for stretch in _repeats(_lines(normal, piece))]
    return cut_out(normal, [(stretch.start, stretch.end) for stretch in repeats]) if repeats else normal


def _lines(normal: NormalText, piece: Stretch) -> list[_Line]:
    hidden = [(one.start, one.end) for one in normal.furniture if one.role in _FURNITURE]
    found: list[_Line] = []
    at = 0
    for line in find_lines(normal.text, piece.start, piece.end):
        while at < len(hidden) and hidden[at][1] < line.end:
            at += 1
        if at == len(hidden) or not hidden[at][0] <= line.start:
            words = normal.text[line.start : line.end]
            found.append(_Line(line, _NO_LETTER.sub("", words), words))
    return found


def _repeats(lines: Sequence[_Line]) -> Iterator[Stretch]:
    prose = [at for at, line in enumerate(lines) if len(line.key) >= _PROSE and ("。" in line.words or "，" in line.words)]
    if len(prose) < 2:
        return
    first = prose[0]
    if (again := _second_copy(lines, prose)) is not None:
        yield again
    elif _is_summary(lines[first], lines[prose[1]]):
        yield lines[first].place


def _second_copy(lines: Sequence[_Line], prose: Sequence[int]) -> Stretch | None:
    """The article's second printing: it begins with the first paragraph again, and goes on as the first one did."""
    first = prose[0]
    second = next((at for at in prose[1:] if lines[at].key == lines[first].key), None)
    if second is None:
        return None
    run = 0
    while second + run < len(lines) and first + run < second and lines[second + run].key == lines[first + run].key:
        run += 1
    heads = {line.key for line in lines[:first]}
    title = next((at for at in range(first + run, second) if lines[at].key in heads), second)
    same = sum(len(line.key) for line in lines[first : first + run])
    own = sum(len(line.key) for line in lines[first:title])
    known = {line.key for line in lines[: first + run]}
    if same < _LEAST_REPEAT or same < _SHARE * own:
        return None
    # a form that is printed again under another title or for other parties is another document
    is_form = any(_PARTY.match(line.words) for line in lines[: second + run])
    if is_form and any(line.key not in known for line in lines[first + run : second]):
        return None
    return Stretch(lines[title].place.start, lines[second + run - 1].place.end)


def _is_summary(line: _Line, following: _Line) -> bool:
    """Whether a first paragraph is only the beginning of the one behind it."""
    bare = _NO_LETTER.sub("", _CUT_OFF.sub("", _SUMMARY.sub("", line.words, count=1)))
    return len(bare) >= _PROSE and following.key.startswith(bare)
