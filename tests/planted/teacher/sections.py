"""The parts that a paper is put together from."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Group:
    """Items of one party or theme within a section."""

    heading: str
    items: list[str]


@dataclass
class Section:
    """A part: its items stand by themselves where `plain`; `table` lines are never numbered; `closing` ones stand last."""

    key: str
    heading: str
    items: list[str] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    lead: str = ""
    table: list[str] = field(default_factory=list)
    plain: bool = False
    closing: bool = False
