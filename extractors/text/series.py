"""The numbered series of a document: which clauses count on from one another, whatever stands between them.

Reads::

    一、（1. 2. 3.） 二、（1. 2.） 三、               three series: 一 to 三, 1 to 3, 1 and 2
    第一章 第一条 第二条 第二章 第三条               articles count on through the chapters
    1. 2.（其中： 1. 2.） 3.                          a list inside a list of the same style
    一、（1. 2.） 二、（3. 4.）                       a list that runs on under the next heading

Leaves alone::

    1 / 送课 / 3次                                    the first column of a table
    附件：1.名单 2.预算表                             a list of annexes
    9.10 教师节                                       a date: a series begins with one
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.readers.number_formats import write_number
from extractors.text.clauses import ClauseNode, ordinal
from extractors.text.passage import Passage, Stretch
from extractors.text.unread_numbers import stands_unread

Key = tuple[str, str]
"""A numbering style, and what parts series of one style: 章 and 部分, （1） and 1）, the first figure of 2.1."""
WIDEST_GAP = 4
"""Numbers that may be missing in one place; what lies farther off is a figure of another kind."""
_LONGEST_HEADING = 25
_NUMERAL = re.compile(r"[0-9]+(?:\.[0-9]+)*|[零〇一二三四五六七八九十百壹贰叁参肆伍陆柒捌玖拾]+|[Ⅰ-Ⅻ]+|[①-⑳⑴-⒇⒈-⒛㈠-㈩]|[a-zA-Z]+")
_ANNEXES = re.compile(r"[。；]")
_LEADS_IN = re.compile(r"：$|(?:如下|以下|协议|双方|三方|制[定订]|方案|计划|汇报|总结|报告|意见)[^。，]{0,12}[。：]?$")
_APPENDED = re.compile(r"附(?:件|表|录)(?![^\n]*。$)|附：|注：|备注|说明：")
_EVERYWHERE = frozenset({"article", "dotted"})
"""Styles that count on through every heading above them."""
_LEAST_HEADLESS = 3
_DEEPEST = 8
"""Lists of one style inside one another."""


@dataclass(slots=True)
class Series:
    """Clauses that count on, in reading order, with their values. ``parent`` is the clause that they stand under."""

    key: Key
    parent: ClauseNode | None
    nodes: list[ClauseNode] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    highest: int = 0
    runs_on: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it begins where a series begins, or is long enough to be one whose beginning was lost."""
        if self.values[0] == 1 or self.key[0] == "article":
            return len(self.values) > 1
        return self.key[0] != "dotted" and len(self.values) > _LEAST_HEADLESS

    def add(self, node: ClauseNode, value: int) -> None:
        """Count on."""
        self.nodes.append(node)
        self.values.append(value)
        self.highest = max(self.highest, value)


@dataclass(frozen=True, slots=True)
class Missing:
    """A number that is left out: ``number`` as the text would write it, the clauses before and after; none before a missing first."""

    number: str
    before: ClauseNode | None
    after: ClauseNode
    parent: ClauseNode | None


@dataclass(frozen=True, slots=True)
class Repeated:
    """A number that stands at more than one clause of a series."""

    number: str
    nodes: tuple[ClauseNode, ...]
    parent: ClauseNode | None


def find_missing(passage: Passage) -> Iterator[Missing]:
    """The numbers that a series leaves out, where nothing says that the clause is there and its number was only not read."""
    found = find_series(passage)
    known = {node.start for series in found if len(series.nodes) > 1 for node in series.nodes}
    for series in found:
        yield from _first_missing(passage, series)
        if series.is_whole:
            yield from _missing(passage, series, known)


def find_repeated(passage: Passage) -> Iterator[Repeated]:
    """The numbers that a series has twice."""
    for series in find_series(passage):
        if not series.is_whole:
            continue
        places: dict[int, list[ClauseNode]] = {}
        for node, value in zip(series.nodes, series.values, strict=True):
            places.setdefault(value, []).append(node)
        twice = {value: nodes for value, nodes in places.items() if len(nodes) > 1}
        # two columns that a reader has run together, or lists that all begin anew with another number
        if len(twice) > 2 and len(twice) * 2 >= len(places):
            continue
        for value, nodes in twice.items():
            yield Repeated(_written(nodes[0], value), tuple(nodes), series.parent)


def find_series(passage: Passage) -> tuple[Series, ...]:
    """Every series of the document."""
    groups: dict[Key, list[tuple[ClauseNode, int]]] = {}
    dotted = any(node.style == "dotted" for node in passage.clauses)
    for node in passage.clauses:
        value = value_of(node)
        if value is not None and not _is_row(passage, node, dotted=dotted) and not _is_annex_name(passage, node):
            groups.setdefault(_key(passage, node), []).append((node, value))
    first = {style: min(node.start for (name, _), group in groups.items() if name == style for node, _ in group) for style, _ in groups}
    known = frozenset(node.start for node in passage.clauses)
    found = [series for key, group in groups.items() for series in _Counter(passage, key, group, first, known).count()]
    return tuple(series for series in found if series.key[0] != "bare" or _is_set_apart(passage, series))


def value_of(node: ClauseNode) -> int | None:
    """What a clause's number counts; None for a heading without one and for annexes."""
    if node.style in {"annex", "bracket"}:
        return None
    if node.style == "letter":
        letter = node.number.strip("（）.、").lower()
        return ord(letter) - ord("a") + 1 if len(letter) == 1 else None
    return ordinal(node.number)


def numeral_of(number: str) -> str:
    """A clause number's numeral alone: 第七条 七, （三） 三, 2.5 2.5."""
    found = _NUMERAL.search(number)
    return found.group() if found else number


def _key(passage: Passage, node: ClauseNode) -> Key:
    if node.style == "part":
        return node.style, node.number[-2:] if node.number.endswith("部分") else node.number[-1]
    if node.style == "dotted":
        return node.style, node.number.rpartition(".")[0]
    if node.style == "figure":
        marked = passage.text[node.start + len(node.number) : node.start + len(node.number) + 1] in {"、", ".", "．", "，"}
        return ("figure", "") if marked or not node.number.isdecimal() else ("bare", "")
    if node.style in {"figure_bracket", "han_bracket", "letter"}:
        sign = _NUMERAL.search(node.number)
        shape = node.number if sign is None or sign.group() == node.number else _NUMERAL.sub("#", node.number)
        return node.style, shape if "#" in shape else "sign"
    return node.style, ""


def _is_row(passage: Passage, node: ClauseNode, *, dotted: bool) -> bool:
    """A figure that a tab parts from the rest, without a mark of its own, is a table's first column, unless a sentence or 2.1 follows."""
    after = node.start + len(node.number)
    if node.style not in {"figure", "dotted"} or not passage.text.startswith("\t", after):
        return False
    end = passage.line_at(node.start).end
    if passage.text.count("\t", after, end) > 1:
        return True
    return not ("一" <= passage.text[node.text_start] <= "龥" and (dotted or passage.text[end - 1] in "。；："))


def _is_annex_name(passage: Passage, node: ClauseNode) -> bool:
    """A member of a list of annexes or of names under an annex."""
    above = passage.clauses.ancestry(node.start)
    if len(above) < 2 or above[-2].style != "annex":
        return False
    line = passage.line_at(node.start)
    return not _ANNEXES.search(passage.text, node.start, line.end)


def _is_set_apart(passage: Passage, series: Series) -> bool:
    """Whether bare figures number sentences, or text stands between some of them: line by line they are a table's or a list's."""
    if all(passage.text[passage.line_at(node.start).end - 1] in "。；" for node in series.nodes):
        return True
    pairs = zip(series.nodes, series.nodes[1:], strict=False)
    return any(passage.line_before(after.start) != passage.line_at(before.start) for before, after in pairs)


class _Counter:
    """Counts the clauses of one style into series."""

    def __init__(
        self, passage: Passage, key: Key, group: Sequence[tuple[ClauseNode, int]], first: Mapping[str, int], known: Collection[int]
    ) -> None:
        self.passage = passage
        self.key = key
        self.group = group
        self.first = first
        self.known = known
        self.begun_under = {above.style for node, value in group if value == 1 and (above := self._above(node))}
        self.all: list[Series] = []
        self.open: list[Series] = []

    def count(self) -> list[Series]:
        for node, value in self.group:
            parent = self._parent(node)
            self.open = [series for series in self.open if series.parent is parent or self.key[0] in _EVERYWHERE]
            if value == 1:
                self._begin(node, parent)
            else:
                self._go_on(node, value, parent)
        return self.all

    def _above(self, node: ClauseNode) -> ClauseNode | None:
        above = self.passage.clauses.ancestry(node.start)
        return above[-2] if len(above) > 1 else None

    def _parent(self, node: ClauseNode) -> ClauseNode | None:
        """The clause above; where the outer numbers are of a style that ranks lower (一、 over 第一条), the one above that."""
        if self.key[0] in _EVERYWHERE:
            return None
        above = self.passage.clauses.ancestry(node.start)[:-1]
        while above and above[-1].style not in self.begun_under and self.first[self.key[0]] < self.first.get(above[-1].style, -1):
            above = above[:-1]
        return above[-1] if above else None

    def _new(self, node: ClauseNode, value: int, parent: ClauseNode | None) -> None:
        series = Series(self.key, parent)
        series.add(node, value)
        self.all.append(series)
        self.open = [*self.open[1 - _DEEPEST :], series]

    def _begin(self, node: ClauseNode, parent: ClauseNode | None) -> None:
        """A one begins a series; right behind another one it is the same number twice."""
        last = self.open[-1] if self.open else None
        if last is not None:
            before = last.nodes[-1]
            apart = self._has_break(before, node) or self._is_led_in(node)
            inside = self._opens_a_list(before) or self._same_line(before, node)
            if last.values == [1] and not apart and not inside and self._is_twice(before, node, parent):
                last.add(node, 1)
                return
            if apart or not inside:
                self.open.clear()
        self._new(node, 1, parent)

    def _go_on(self, node: ClauseNode, value: int, parent: ClauseNode | None) -> None:
        for at in range(len(self.open) - 1, -1, -1):
            if value in {self.open[at].values[-1] + 1, self.open[at].highest + 1}:
                del self.open[at + 1 :]
                self.open[at].add(node, value)
                return
        if not self.open:
            self._enter(node, value, parent)
            return
        series = self.open[-1]
        if value > series.highest:
            if value - series.highest - 1 <= WIDEST_GAP:
                series.add(node, value)
            return
        before = series.nodes[-1]
        # a heading may stand between the two that have one number; between others it begins a list whose beginning is not there
        apart = self._has_break(before, node, _is_appended if value == series.values[-1] else _is_break)
        if apart or stands_unread(self.passage, 1, Stretch(before.text_start, node.start), known=self.known):
            self.open.clear()
            self._new(node, value, parent)
        else:
            series.add(node, value)

    def _enter(self, node: ClauseNode, value: int, parent: ClauseNode | None) -> None:
        """The first number under a heading is no one: the list of the heading before runs on, or its beginning is not there."""
        last = self.all[-1] if self.all else None
        if last is not None:
            beyond = value - last.highest - 1
            if beyond == 0 or (last.runs_on and beyond <= WIDEST_GAP):
                last.runs_on = True
                last.parent = None
                last.add(node, value)
                return
        self._new(node, value, parent)

    def _is_twice(self, before: ClauseNode, node: ClauseNode, parent: ClauseNode | None) -> bool:
        """Whether a one behind a one is the same number twice: more numbers follow, or the two are all that stands under a heading."""
        at = bisect_right(self.group, node.start, key=lambda pair: pair[0].start)
        if at < len(self.group) and self._parent(self.group[at][0]) is parent:
            return self.group[at][1] in {2, 3}
        earlier = self.all[-2] if len(self.all) > 1 else None
        lone = earlier is None or earlier.parent is not parent or earlier.values != [1]
        return lone and not any(_lines_between(self.passage, before, node))

    def _opens_a_list(self, node: ClauseNode) -> bool:
        """Whether a clause's own line leads in to a list of its own style: one of another style stands below it in the tree."""
        if node.children or self.key[0] in _EVERYWHERE:
            return False
        return self.passage.text[self.passage.line_at(node.start).end - 1] == "："

    def _is_led_in(self, node: ClauseNode) -> bool:
        """Whether the line right above is a sentence that leads in to a list (甲方还应做到，以下各项：)."""
        above = self.passage.line_before(node.start)
        around = self.passage.clauses.ancestry(above.start) if above else ()
        return above is not None and self.passage.text[above.end - 1] == "：" and (not around or around[-1].start != above.start)

    def _same_line(self, before: ClauseNode, after: ClauseNode) -> bool:
        return self.passage.line_at(before.start) == self.passage.line_at(after.start)

    def _has_break(self, before: ClauseNode, after: ClauseNode, begins: Callable[[str], bool] | None = None) -> bool:
        """Whether something between two numbers begins anew: a heading without a number, an annex, a note."""
        return any(map(begins or _is_break, _lines_between(self.passage, before, after)))


def _is_appended(words: str) -> bool:
    return _APPENDED.match(words) is not None


def _is_break(words: str) -> bool:
    if _is_appended(words):
        return True
    return len(words) <= _LONGEST_HEADING and not re.search(r"[。；，\t|]", words) and not words[0].isdigit()


def _lines_between(passage: Passage, before: ClauseNode, after: ClauseNode) -> Iterator[str]:
    """The lines before a clause, back to the clause that stands next above it, which is ``before`` or a part of it."""
    above = passage.clauses.ancestry(after.start - 1)
    start = max(before.start, above[-1].start) if above else before.start
    low = bisect_right(passage.lines, start, key=lambda line: line.start)
    for at in range(low, len(passage.lines)):
        line = passage.lines[at]
        if line.end > after.start:
            return
        around = passage.clauses.ancestry(line.start)
        if not around or around[-1].start != line.start:
            yield passage.words(line)


def _missing(passage: Passage, series: Series, known: Collection[int]) -> Iterator[Missing]:
    there = set(series.values)
    low = series.values[0]
    absent: list[Missing] = []
    for before, after, value in zip(series.nodes, series.nodes[1:], series.values[1:], strict=False):
        absent.extend(
            Missing(_written(after, number), before, after, series.parent)
            for number in range(low + 1, value)
            if number not in there
            and not stands_unread(passage, number, Stretch(before.text_start, after.start), like=after.number, known=known)
        )
        low = max(low, value)
    if len(absent) <= len(there):
        yield from absent


def _first_missing(passage: Passage, series: Series) -> Iterator[Missing]:
    """A one that is not there, where 2 and 3 follow right upon the words that lead in to the list."""
    if series.values[:2] != [2, 3] or series.key[0] in {"bare", "part"}:
        return
    first = series.nodes[0]
    start = series.parent.start if series.parent else passage.start
    line = passage.line_at(first.start)
    above = passage.line_before(first.start)
    if line.start != first.start or above is None or above.start < start or stands_unread(passage, 1, Stretch(start, first.start)):
        return
    heads = series.parent is not None and passage.line_at(series.parent.start) == above and series.parent.heading is not None
    if heads or _LEADS_IN.search(passage.words(above)):
        yield Missing(_written(first, 1), None, first, series.parent)


_FORMATS: dict[str, str] = {"capital": "chineseLegalSimplified", "circle": "decimalEnclosedCircle"}


def _written(like: ClauseNode, value: int) -> str:
    """A number as the text would write it beside a clause that it has."""
    numeral = numeral_of(like.number)
    if "." in numeral:
        return f"{numeral.rpartition('.')[0]}.{value}"
    if like.style in _FORMATS:
        return write_number(value, _FORMATS[like.style])
    if like.style == "letter":
        letter = write_number(value, "lowerLetter")
        return letter.upper() if numeral.isupper() else letter
    if numeral.isdecimal() and numeral.isascii():
        return str(value).zfill(len(numeral)) if numeral.startswith("0") else str(value)
    if like.style == "roman":
        return write_number(value, "upperRoman") if numeral.isascii() else _roman_sign(value)
    if len(numeral) == 1 and not "一" <= numeral <= "龥":
        return chr(ord(numeral) - (ordinal(numeral) or value) + value)
    return write_number(value, "chineseCountingThousand")


def _roman_sign(value: int) -> str:
    """The signs go to Ⅻ; beyond, Ⅹ stands before them."""
    return chr(ord("Ⅰ") + value - 1) if value <= len("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ") else "Ⅹ" + _roman_sign(value - 10)
