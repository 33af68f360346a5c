"""A line of a list, taken apart: its texts in order, and where among them its links, titles and days stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.listings.headlines import plain
from extractors.listings.line_days import is_no_word
from extractors.listings.links import is_link
from extractors.listings.page_tree import Element, PageTree

_MOST_PIECES = 200
_MOST_ELEMENTS = 1_000
"""A line that holds more is a page; the rest of it is not looked at."""
_LONGEST_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class Parts:
    """The elements (by key) that are links, titles and days; None where the line itself tells."""

    links: frozenset[int] | None = None
    titles: frozenset[int] | None = None
    days: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class LinePart:
    """An element of a line that holds the pieces ``first`` to ``last``; ``told`` is what its title attribute says."""

    first: int
    last: int
    told: str


@dataclass(frozen=True, slots=True)
class LineLink(LinePart):
    """A link; ``words`` are what it shows, or is told of it. ``address`` is None where it leads nowhere."""

    address: str | None
    words: str


@dataclass(slots=True)
class Line:
    """The ``pieces`` of a row in order, with whether a line of the page begins (``breaks``) with each."""

    row: Element
    pieces: list[str] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    links: list[LineLink] = field(default_factory=list)
    titles: list[LinePart] = field(default_factory=list)
    days: list[LinePart] = field(default_factory=list)
    pictures: list[tuple[int, str]] = field(default_factory=list)
    linked: set[int] = field(default_factory=set)
    """The pieces that stand in links."""


def walk_line(tree: PageTree, row: Element, parts: Parts) -> Line:
    """A row taken apart."""
    line = Line(row)
    stack: list[Element | str | tuple[Element, int]] = [row]
    breaks = False
    seen = 0
    while stack and len(line.pieces) < _MOST_PIECES and seen < _MOST_ELEMENTS:
        at = stack.pop()
        if isinstance(at, str):
            line.pieces.append(at)
            line.breaks.append(breaks)
            breaks = False
        elif isinstance(at, Element):
            seen += 1
            breaks = breaks or at.is_break
            if at.tag == "img":
                line.pictures.append((len(line.pieces), plain(at.attributes.get("title")) or plain(at.attributes.get("alt"))))
            stack.append((at, len(line.pieces)))
            stack.extend(reversed(at.children))
            if (
                (told := at.attributes.get("datetime"))
                and at.tag == "time"
                and not any(isinstance(one, str) and is_no_word(one) for one in at.children)
            ):
                stack.append(told)
        else:
            breaks = breaks or at[0].is_break
            _note(tree, line, *at, parts)
    for left in stack:
        if isinstance(left, tuple):
            _note(tree, line, *left, parts)
    return line


def _note(tree: PageTree, line: Line, element: Element, first: int, parts: Parts) -> None:
    """Enter an element that ends here, if it is a link, a title or a day."""
    last = len(line.pieces)
    if is_link(element.tag, element.attributes) if parts.links is None else element.key in parts.links:
        told = plain(element.attributes.get("title")) or (_picture(line, first) if first == last else "")
        words = plain("".join(line.pieces[first:last])[:_LONGEST_WORDS]) or told
        line.links.append(LineLink(first, last, told, tree.address_of(element), words))
        line.linked.update(range(first, last))
    if parts.titles is not None and element.key in parts.titles:
        line.titles.append(LinePart(first, last, plain(element.attributes.get("title"))))
    if parts.days is not None and element.key in parts.days:
        line.days.append(LinePart(first, last, ""))


def _picture(line: Line, place: int) -> str:
    """What a picture that is a whole link is said to show."""
    return line.pictures[-1][1] if line.pictures and line.pictures[-1][0] == place else ""
