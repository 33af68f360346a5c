"""Compute the automatic numbers of a Word file: 第一条, 一、, （二）, 1.1 stand in no text of the file, only in its list definitions.

Reads::

    abstractNum (levels) ← num (overrides) ← paragraph or style         第%1条 with chineseCounting: 第一条, 第二条 …

Counts run on per abstractNum, whichever num a paragraph names; a num with a startOverride begins anew where it is first used; a deeper
level begins anew after a higher one unless lvlRestart says otherwise (ECMA-376 part 1, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.readers.docx_package import W
from extractors.readers.docx_styles import number_of, switch_of, value_of
from extractors.readers.number_formats import write_number

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_BULLETS = {
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf071": "□",
    "\uf075": "◆",
    "\uf0a7": "▪",
    "\uf0a8": "□",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
}
_GAPS = {"nothing": "", "space": " "}
_TAB_GAP = " "
"""The tab after a number is a gap and no column: in the text a tab parts table cells."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restart`` is the level (1-based) whose use begins this one anew; 0 never, None any higher one."""

    number_format: str = "decimal"
    text: str = ""
    start: int = 1
    gap: str = _TAB_GAP
    restart: int | None = None
    in_figures: bool = False
    style: str | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A ``w:num``: the abstract list that it counts in, its levels, and the counts that it begins with."""

    abstract: str
    levels: dict[int, Level]
    begins: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a file and how far each has been counted, in the order of the paragraphs that ask."""

    lists: dict[str, NumberedList] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, num_id: str, style_id: str | None) -> int | None:
        """The level of a list that is tied to a paragraph style."""
        found = self.lists.get(num_id)
        levels = {} if found is None or style_id is None else found.levels
        return next((at for at, level in levels.items() if level.style == style_id), None)

    def next_label(self, num_id: str, at: int) -> str:
        """Count one on and give the number as Word shows it, with the gap after it; "" where the list has no such level."""
        found = self.lists.get(num_id)
        if found is None or at not in found.levels:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * _LEVELS)
        self._count(found, num_id, at, counts)
        level = found.levels[at]
        label = "" if level.hidden else _label(found, at, counts)
        return label + level.gap if label else ""

    def _count(self, found: NumberedList, num_id: str, at: int, counts: list[int | None]) -> None:
        now = counts[at]
        if at in found.begins and (num_id, at) not in self._begun:
            counts[at] = found.begins[at]
        else:
            counts[at] = found.begins.get(at, found.levels[at].start) if now is None else now + 1
        self._begun.add((num_id, at))
        for deeper in range(at + 1, _LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or at < restart:
                counts[deeper] = None


def read_numbering(root: Element | None, style_lists: dict[str, str]) -> Numbering:
    """The numbering part; ``style_lists`` gives the list id of a numbering style, to which an abstract list may refer."""
    if root is None:
        return Numbering()
    abstracts = {str(item.get(f"{W}abstractNumId")): item for item in root.iterchildren(f"{W}abstractNum")}
    nums = {str(item.get(f"{W}numId")): item for item in root.iterchildren(f"{W}num")}
    lists: dict[str, NumberedList] = {}
    for key, item in nums.items():
        abstract = _abstract_of(item, nums, abstracts, style_lists)
        if abstract is not None:
            lists[key] = _read_list(item, abstract, abstracts[abstract])
    return Numbering(lists)


def _abstract_of(num: Element, nums: dict[str, Element], abstracts: dict[str, Element], style_lists: dict[str, str]) -> str | None:
    """The id of the abstract list that holds the levels, through at most one numbering style."""
    key = value_of(num, "abstractNumId")
    if key not in abstracts:
        return None
    style = value_of(abstracts[key], "numStyleLink")
    linked = nums.get(style_lists.get(style, "")) if style is not None else None
    target = value_of(linked, "abstractNumId")
    return target if target in abstracts else key


def _read_list(num: Element, abstract: str, definition: Element) -> NumberedList:
    levels = {at: _read_level(item) for item in definition.iterchildren(f"{W}lvl") if (at := _place(item)) is not None}
    begins: dict[int, int] = {}
    for override in num.iterchildren(f"{W}lvlOverride"):
        at = _place(override)
        if at is None:
            continue
        item = override.find(f"{W}lvl")
        if item is not None:
            levels[at] = _read_level(item)
        start = number_of(override, "startOverride")
        if start is not None:
            begins[at] = start
    return NumberedList(abstract, levels, begins)


def _place(item: Element) -> int | None:
    found = str(item.get(f"{W}ilvl", ""))
    return int(found) if re.fullmatch("[0-8]", found) else None


def _read_level(item: Element) -> Level:
    start = number_of(item, "start")
    gap = value_of(item, "suff")
    return Level(
        number_format=value_of(item, "numFmt") or _alternate_format(item),
        text=value_of(item, "lvlText") or "",
        start=0 if start is None else start,
        gap=_GAPS.get(gap or "tab", _TAB_GAP),
        restart=number_of(item, "lvlRestart"),
        in_figures=switch_of(item, "isLgl") or False,
        style=value_of(item, "pStyle"),
        hidden=switch_of(item.find(f"{W}rPr"), "vanish") or False,
    )


def _alternate_format(item: Element) -> str:
    """Formats newer than the standard stand in ``mc:AlternateContent``, an older one beside them."""
    formats = [str(found.get(f"{W}val", "")) for found in item.iter(f"{W}numFmt")]
    return formats[-1] if formats else "decimal"


def _label(found: NumberedList, at: int, counts: list[int | None]) -> str:
    level = found.levels[at]
    if level.number_format == "bullet":
        sign = level.text.strip()
        return _BULLETS.get(sign, "•" if "\ue000" <= sign <= "\uf8ff" else sign)

    def written(place: re.Match[str]) -> str:
        which = int(place.group(1)) - 1
        if which not in found.levels or which > at:
            return ""
        count = counts[which]
        shown = found.begins.get(which, found.levels[which].start) if count is None else count
        if found.levels[which].number_format == "none":
            return ""
        return write_number(shown, "decimal" if level.in_figures else found.levels[which].number_format)

    return _PLACE.sub(written, level.text)
