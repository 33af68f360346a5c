"""What a Word style says of a paragraph: that it is a heading, numbered, hidden, or a line of the table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.readers.docx_package import W

_TITLE = re.compile(r"title|标题|文档标题|文件标题", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|标题)[ ]?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)[ ]?(?:[1-9]|heading|标题)", re.IGNORECASE)
_LONGEST_CHAIN = 20
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """One style; None where it leaves a thing to the style that it is based on."""

    name: str
    based_on: str | None
    num_id: str | None
    num_level: int | None
    outline: int | None
    hidden: bool | None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by id, and the id of the paragraphs' default."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """A style and those it is based on, nearest first; the default for None."""
        at = style_id if style_id in self.by_id else self.default
        for _ in range(_LONGEST_CHAIN):
            if at is None or at not in self.by_id:
                return
            yield self.by_id[at]
            at = self.by_id[at].based_on

    def numbering(self, style_id: str | None) -> tuple[str | None, int | None]:
        """The list's id and the level that the style puts its paragraphs in."""
        chain = list(self.chain(style_id))
        num_id = next((style.num_id for style in chain if style.num_id is not None), None)
        return num_id, next((style.num_level for style in chain if style.num_level is not None), None)

    def heading_level(self, style_id: str | None) -> int | None:
        """0 for a title, 1 to 9 for a heading, None for the rest."""
        for style in self.chain(style_id):
            if _TITLE.fullmatch(style.name):
                return 0
            heading = _HEADING.fullmatch(style.name)
            if heading:
                return int(heading.group(1))
            if style.outline is not None:
                return outline_level(style.outline)
        return None

    def is_contents(self, style_id: str | None) -> bool:
        """Whether it is a line of the table of contents."""
        return any(_CONTENTS.fullmatch(style.name) for style in self.chain(style_id))

    def hidden(self, style_id: str) -> bool | None:
        """Whether the style hides its words; None where it says nothing."""
        return next((style.hidden for style in self.chain(style_id) if style.hidden is not None), None)


def read_styles(root: Element | None) -> Styles:
    """The styles part; empty styles where there is none."""
    by_id: dict[str, Style] = {}
    default: str | None = None
    for item in () if root is None else root.iterchildren(f"{W}style"):
        key = str(item.get(f"{W}styleId", ""))
        properties = item.find(f"{W}pPr")
        num_id, level = numbering_of(properties)
        by_id[key] = Style(
            name=value_of(item, "name") or "",
            based_on=value_of(item, "basedOn"),
            num_id=num_id,
            num_level=level,
            outline=number_of(properties, "outlineLvl"),
            hidden=switch_of(item.find(f"{W}rPr"), "vanish"),
        )
        if item.get(f"{W}type") == "paragraph" and item.get(f"{W}default") in {"1", "true", "on"}:
            default = key
    return Styles(by_id, default)


def numbering_of(properties: Element | None) -> tuple[str | None, int | None]:
    """List id and level (0 to 8) of a ``w:numPr``, each None where it is not said."""
    item = None if properties is None else properties.find(f"{W}numPr")
    if item is None:
        return None, None
    level = number_of(item, "ilvl")
    return value_of(item, "numId"), None if level is None else max(0, min(level, 8))


def outline_level(outline: int) -> int | None:
    """The heading's level of a ``w:outlineLvl``, where 9 is body text."""
    return outline + 1 if 0 <= outline < _BODY_LEVEL else None


def value_of(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of a child element."""
    item = None if parent is None else parent.find(f"{W}{name}")
    found = None if item is None else item.get(f"{W}val")
    return None if found is None else str(found)


def number_of(parent: Element | None, name: str) -> int | None:
    """The ``w:val`` of a child as a whole number; None where it is none, or absurdly long."""
    found = value_of(parent, name)
    return int(found) if found is not None and re.fullmatch(r"-?[0-9]{1,9}", found) else None


def switch_of(parent: Element | None, name: str) -> bool | None:
    """A child that switches something: on by standing there, off with the value 0; None where it is absent."""
    item = None if parent is None else parent.find(f"{W}{name}")
    return None if item is None else str(item.get(f"{W}val", "1")) not in {"0", "false", "off", "none"}
