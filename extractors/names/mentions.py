"""Who is mentioned where: the words that can act, give or receive in a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

MentionKind = Literal[
    "role",  # 甲方, 乙方, 丙方, and the roles that an agreement declares (支援方, 牵头学校)
    "both",  # 双方, 甲乙双方, 两校, 两地, 两园: the two sides together
    "generic",  # 支援学校, 受援学校, 帮扶学校: a role that stands for many
    "organisation",  # 甲市实验小学, 乙区教育局, 甲市慈善总会; also their declared short names
    "region",  # 东湾市, 云岭县, 广州市越秀区
    "team",  # 许国梁名师工作室: it acts, and is no organisation
    "person",  # 郑柏舟
]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at its place in the normal text; ``name`` is the words as the source writes them, closed up."""

    start: int
    end: int
    kind: MentionKind
    name: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of one document, in reading order, none overlapping another.

    ``full`` gives the full name of each short one that the document explains: 以下简称, and 集团 where it names one.
    """

    items: tuple[Mention, ...] = ()
    full: Mapping[str, str] = field(default_factory=dict, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        """Keep the places by themselves: every field looks mentions up by place."""
        object.__setattr__(self, "_starts", tuple(item.start for item in self.items))

    def __iter__(self) -> Iterator[Mention]:
        """In reading order."""
        return iter(self.items)

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie wholly inside ``start`` to ``end``."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return tuple(item for item in self.items[first:last] if item.end <= end)

    def overlapping(self, start: int, end: int) -> bool:
        """Whether a mention shares a character with ``start`` to ``end``."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self.items[at].end > start
