"""The tree of numbered clauses: 第X条, 一、 （一） 1. 1、 (1) ①, and the numbers that lists carry inside a paragraph.

Reads::

    三、帮扶内容 / （一）管理互通 / 1.甲方校长每学期…      path 三（一）1
    第二条 甲方的权利和义务 / （一）每学年…                 path 第二条（一）

Leaves alone::

    按照第四条约定使用经费                                   a reference, not a heading
    2023年9月1日, 1.5万元                                    a figure at a line's start
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

_NUMERAL = "[0-9零〇一二三四五六七八九十百]{1,5}"
_REFERS = r"(?!约定|规定|所(?!需|有|属|在|派|涉)|的|中(?!小|学|心|期|层|青|国|职|考|方)|之|第(?![0-9一二三四五六七八九十]{1,2}(?:期|笔|次|批|年|学|阶段|周|轮))|、(?=第)|和(?!谐)|及(?!时)|或|至|[ ]{1,2}(?:约定|规定|第(?![0-9一二三四五六七八九十]{1,2}(?:期|笔|次|批|年|学|阶段|周|轮))))"
"""What follows 第三条 where it is spoken of and not opened; behind a blank almost any word begins a heading (第四条 所需经费)."""
_STYLES: tuple[tuple[str, str], ...] = (
    ("annex", r"附(?:件|表)(?:[0-9一二三四五六七八九十]{0,3}(?=[：、.\s]|$)|[0-9]{1,2}(?=[一-龥]{2,20}$))"),
    ("bracket", r"〔[^〔〕\n]{2,24}〕(?=[ ]*$)|[一-龥]{2,12}(?:责任|义务|职责|任务|承诺|权利)(?:[和与及][一-龥]{2})?(?=[：]?[ ]*$)"),
    ("part", rf"第{_NUMERAL}(?:章|编|篇|部分|节(?=[ ：]))"),
    ("article", rf"第{_NUMERAL}条{_REFERS}"),
    ("roman", r"[Ⅰ-Ⅻ]{1,4}[、.．]?|(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})[、.．](?![A-Za-z])"),
    ("capital", r"[壹贰叁参肆伍陆柒捌玖拾]{1,3}(?:[、.．]|(?=：))"),
    (
        "han",
        r"[一二三四五六七八九十]{1,3}(?:[、.．，](?![一二三四五六七八九十]{1,2}(?:年级|月|、|条))|(?=：)|(?=[ ]{1,3}[一-龥（）、]{2,24}(?:$|：)))",
    ),
    (
        "han_bracket",
        r"（[一二三四五六七八九十]{1,3}）[、.]?|〔[一二三四五六七八九十]{1,3}〕(?=[ ：]?[一-龥（])|[一二三四五六七八九十]{1,3}）|[㈠-㈩]",
    ),
    ("dotted", r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?![0-9年月日%万元个名节]|次(?![年日]))[、.．]?"),
    ("ordinal", r"第[一二三四五六七八九十]{1,2}(?:[，、]|(?=：))"),
    (
        "figure",
        r"[0-9]{1,2}(?:[、.．](?![0-9])|，(?=[一-龥])|[.．](?=20[0-9]{2}(?:年|[-./][0-9]))|(?=\t)|(?=[ ]{1,3}[一-龥、]{2,20}(?:$|：)))|[⒈-⒛]",
    ),
    ("figure_bracket", r"（[0-9]{1,2}）[、.]?|[0-9]{1,2}）|[⑴-⒇]"),
    ("circle", r"[①-⑳]"),
    ("letter", r"（[a-zA-Z]）|[a-zA-Z][）.、](?![a-zA-Z0-9])"),
)
"""Numbering styles from the outermost to the innermost, as GB/T 9704-2012 (7.3.3) orders 一、（一）1.（1）."""
_RANK = {name: rank for rank, (name, _) in enumerate(_STYLES)}
_OPENER = re.compile(
    r"(?:〔(?=第[^〕\n]{1,5}[条章]〕))?(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _STYLES) + ")", re.MULTILINE
)
_INLINE = re.compile(
    r"(?<=[。；：])[ ]?(?:(?P<han_bracket>（[一二三四五六七八九十]{1,2}）)|(?P<figure_bracket>（[0-9]{1,2}）)|(?P<figure>[0-9]{1,2}[、.．](?![0-9])))"
    r"|(?P<circle>[①-⑳])"
)
_SECOND = frozenset({"han_bracket", "figure", "figure_bracket", "circle"})
"""Styles that may stand right behind another number: 四、（一）."""
_HEADING_LENGTH = 40
_LEAD = re.compile(r"[^。；：，0-9]{2,16}(?=[。：][^\n])")
_NUMBERS_IN = re.compile(r"[0-9]|[一二三四五六七八九十两][名次节年个]")


class _Line(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(slots=True)
class ClauseNode:
    """One numbered clause: ``start`` is its number, ``text_start`` the first character after it, ``end`` where the next clause begins.

    ``level`` is 1 for the outermost; ``head_end`` is where the heading ends, or the number where there is none. ``heading`` is the
    words after the number if they are a heading and no sentence.
    """

    number: str
    style: str
    start: int
    text_start: int
    head_end: int
    heading: str | None
    level: int = 1
    end: int = -1
    children: list[ClauseNode] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ClauseTree:
    """The clauses of one document; offsets are those of the normal text."""

    roots: tuple[ClauseNode, ...] = ()
    _flat: tuple[ClauseNode, ...] = ()
    _paths: tuple[tuple[ClauseNode, ...], ...] = ()

    def ancestry(self, offset: int) -> tuple[ClauseNode, ...]:
        """The clauses around an offset, outermost first."""
        at = bisect_right(self._flat, offset, key=lambda node: node.start) - 1
        return self._paths[at] if at >= 0 else ()

    def path(self, offset: int) -> str | None:
        """The numbers from the top, as 三（一）2; None outside every clause. A number such as 2.1.3 holds those above it."""
        around = self.ancestry(offset)
        first = next((at for at in range(len(around) - 1, -1, -1) if around[at].style == "dotted"), 0)
        held = around[first].number if around else ""
        return "".join(node.number for at, node in enumerate(around) if at >= first or not held.startswith(f"{node.number}.")) or None

    def __iter__(self) -> Iterator[ClauseNode]:
        """Every clause, in reading order."""
        return iter(self._flat)


def read_clauses(text: str, end: int, lines: Sequence[_Line]) -> ClauseTree:
    """The clause tree of a document that stops at ``end`` and whose lines are given. Linear in the text's length."""
    roots: list[ClauseNode] = []
    flat: list[ClauseNode] = []
    paths: list[tuple[ClauseNode, ...]] = []
    around: list[ClauseNode] = []
    for node in _openers(text, lines):
        while around and not _inside(around, node):
            around.pop().end = node.start
        node.level = len(around) + 1
        (around[-1].children if around else roots).append(node)
        around.append(node)
        flat.append(node)
        paths.append(tuple(around))
    for node in around:
        node.end = end
    return ClauseTree(tuple(roots), tuple(flat), tuple(paths))


def _inside(around: list[ClauseNode], node: ClauseNode) -> bool:
    """Whether the node may stand below the innermost open clause: its style is a lower one, and not the style of a clause already open."""
    inner = around[-1]
    if node.style == inner.style == "dotted":
        return node.number.startswith(f"{inner.number}.")
    if any(other.style == node.style for other in around):
        return False
    if {node.style, inner.style} == {"figure", "dotted"}:
        # 2 总则, 2.1 …: there the plain figure is the outer one
        if node.style == "dotted":
            return node.number.partition(".")[0] == inner.number
        return ordinal(node.number) != int(inner.number.partition(".")[0]) + 1
    return _RANK[node.style] > _RANK[inner.style]


_BARE = re.compile(r"(?P<figure>[0-9]{1,2})(?=[ ]{1,4}(?:[一-龥“《]|20[0-9]{2}[-./年]))")
_FIRST_THREE = [1, 2, 3]
_WIDEST_STEP = 3


def _bare_figures(text: str, lines: Sequence[_Line]) -> dict[int, re.Match[str]]:
    """Figures that a blank alone parts from a sentence: they number it where they count on from 1 to 3, or where 2.1 stands below a 2."""
    found = [(line.start, match) for line in lines if (match := _BARE.match(text, line.start, line.end))]
    counted: list[tuple[int, re.Match[str]]] = []
    last = 0
    for start, match in found:
        value = int(match["figure"])
        if last < value <= last + _WIDEST_STEP:
            counted.append((start, match))
            last = value
    values = [int(match["figure"]) for _, match in counted]
    dotted = found and any((opener := _OPENER.match(text, line.start, line.end)) and opener.lastgroup == "dotted" for line in lines)
    return dict(counted) if values[:3] == _FIRST_THREE or (dotted and values[:1] == [1]) else {}


def _openers(text: str, lines: Sequence[_Line]) -> Iterator[ClauseNode]:
    bare = _bare_figures(text, lines)
    for line in lines:
        matches = list(_at_start(text, line)) or [bare[line.start]] if line.start in bare else list(_at_start(text, line))
        matches.extend(_inline(text, matches[-1].end() if matches else line.start, line.end, matches))
        for at, match in enumerate(matches):
            following = matches[at + 1] if at + 1 < len(matches) else None
            yield _node(text, match, following.start(str(following.lastgroup)) if following else line.end)


def _at_start(text: str, line: _Line) -> Iterator[re.Match[str]]:
    """The numbers that open a line: one, or one of a lower style right behind it (四、（一）)."""
    first = _OPENER.match(text, line.start, line.end)
    if first is None:
        return
    yield first
    second = _OPENER.match(text, first.end(), line.end)
    style = str(second.lastgroup) if second else ""
    if second is not None and style in _SECOND and _RANK[style] > _RANK[str(first.lastgroup)] and text[first.end() - 1] in "、.．）":
        yield second


def _inline(text: str, start: int, end: int, opening: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Numbers inside a paragraph, where at least two of one style follow each other; such a list may leave out a number or two.

    The first of them may be ``opening`` the line.
    """
    found = [(match, str(match.lastgroup), ordinal(match.group().strip())) for match in _INLINE.finditer(text, start, end)]
    series = {(style, value) for _, style, value in found if value is not None}
    series |= (
        {(str(match.lastgroup), value) for match in opening if (value := ordinal(match.group().strip())) is not None} if found else set()
    )
    lists = {style for style, value in series if (style, value + 1) in series}
    for match, style, value in found:
        if value is not None and style in lists and any((style, value + step) in series for step in (-3, -2, -1, 1)):
            yield match


def _node(text: str, match: re.Match[str], stop: int) -> ClauseNode:
    """The clause that a number opens; its heading ends before ``stop``, the line's end or the next number."""
    style = str(match.lastgroup)
    start = match.start(style)
    at = match.end()
    while at < stop and text[at] in " \t：〕":
        at += 1
    heading = _heading(text, at, stop)
    head_end = at + len(heading) if heading else match.end()
    if style == "bracket":
        heading = match.group(style).strip("〔〕")
        return ClauseNode("", style, start, at, match.end(style) - match.group(style).endswith("〕"), heading)
    number = match.group(style).rstrip("、.．，")
    return ClauseNode(number, style, start, at, head_end, heading)


_YEARS = re.compile(r"20[0-9]{2}(?:[-至]20[0-9]{2})?(?:年度?|学年度?)")
"""2025年打算 is a heading, 选派3名教师 is none."""


def _heading(text: str, start: int, end: int) -> str | None:
    """The words after a number, where they are a heading: a short line without a sentence, or a short lead before 。 or ：."""
    body = text[start:end].rstrip(" \t：")
    if body and len(body) <= _HEADING_LENGTH and not re.search(r"[。；，：\t]", body) and not _NUMBERS_IN.search(_YEARS.sub("", body)):
        return body
    lead = _LEAD.match(text, start, min(end + 1, len(text)))
    if lead and not _NUMBERS_IN.search(lead.group()):
        return lead.group()
    return None


_HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0}
_MOST_FIGURES = 4
_ROMAN = tuple(tens + ones for tens in ("", "X", "XX") for ones in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
_CAPITALS = str.maketrans("壹贰叁参肆伍陆柒捌玖拾", "一二三三四五六七八九十")


def ordinal(number: str) -> int | None:
    """The value of a clause number: 第十二条 12, （三） 3, ⑤ 5, Ⅳ 4, 1.2 2; None where it has none (附件)."""
    plain = unicodedata.normalize("NFKC", number).translate(_CAPITALS)
    body = re.sub(r"[第章编篇节部分条附件表（）()〔〕、，.．\s]+$|^[第附件表（(〔\s]+", "", plain)
    if "." in body:
        body = body.rpartition(".")[2]
    if body.isdecimal():
        return int(body) if len(body) <= _MOST_FIGURES else None
    if body and body in _ROMAN:
        return _ROMAN.index(body)
    if not body or not re.fullmatch("[零〇一二三四五六七八九十百]{1,5}", body):
        return None
    total = 0
    digit = 0
    for char in body:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _HAN_DIGITS[char]
    return total + digit
