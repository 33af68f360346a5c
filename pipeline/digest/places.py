"""Regions by whatever spelling: 荔波, 荔波县 and 贵州省荔波县 are one place, where nothing speaks against it.

A spelling is read as a chain of levels, the widest first. Two spellings are one place where their last links agree and no wider link
speaks against it: 广州市白云区 and 贵阳市白云区 are two, and what a mere 白云区 beside both means is left open. Districts and towns have
namesakes, so two wider links that have nothing in common (广东省白云区, 广州市白云区) make one place of a county alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extractors.names.aliases import PEOPLES
from extractors.names.lexicon import read_columns
from extractors.names.place_fronts import place_in_front

Link = tuple[str, str]
"""A level of a place: its stem (荔波), and what kind of level it is; "" where the spelling does not say it."""
_LEVEL = "特别行政区|自治区|自治州|自治县|自治旗|新区|地区|街道|省|市(?!区)|州(?![省市州县区])|盟|(?<!县)县|区|旗|镇(?!市)|乡"
_LINK = re.compile(rf"(?P<stem>[一-龥]{{1,12}}?)(?P<level>{_LEVEL})")
_WIDE = re.compile("特别行政区|自治区|自治州|地区|省|市|州|盟")
"""The levels of what has a short form in the list: provinces and prefectures."""
_KINDS = {
    "特别行政区": "省", "自治区": "省", "自治州": "州", "盟": "州", "地区": "州", "自治县": "县", "自治旗": "旗", "新区": "区",
    "镇": "乡", "街道": "乡",
}  # fmt: skip
_HAS_NAMESAKES = frozenset({"区", "乡", ""})
_LONGEST, _SHORTEST = 40, 2


@lru_cache(maxsize=20_000)
def chain_of(spelling: str) -> tuple[Link, ...]:
    """The levels of a spelling, the widest first; what has no suffix is a link without a kind."""
    if len(spelling) > _LONGEST:
        return ((spelling, ""),)
    return _links(spelling) or ((spelling, ""),)


@lru_cache(maxsize=20_000)
def _links(rest: str) -> tuple[Link, ...]:
    """The links of what is left of a spelling; none where it cannot be read as places.

    Remembered, for what is left is asked for once for each way in which the front was read.
    """
    short = _short_form(rest)
    if short is not None:
        link, length = short
        behind = _links(rest[length:]) if len(rest) > length else ()
        if behind or len(rest) == length:
            return (link, *behind)
    match = _LINK.match(rest)
    if match is None:
        return ((rest, ""),) if _SHORTEST <= len(rest) <= 5 else ()
    link = (_stem(match["stem"], match["level"]), _KINDS.get(match["level"], match["level"]))
    behind = _links(rest[match.end() :]) if match.end() < len(rest) else ()
    return (link, *behind) if behind or match.end() == len(rest) else ()


def _short_form(rest: str) -> tuple[Link, int] | None:
    """A province or prefecture in front, in its full or its short form, and how long it is there."""
    for length in range(min(5, len(rest)), 1, -1):
        full = _shorts().get(rest[:length])
        if full is None:
            continue
        kind = next(kind for level, kind in _ENDINGS if full.endswith(level))
        if rest.startswith(full):
            return (rest[:length], kind), len(full)
        if level := _WIDE.match(rest, length):
            return (rest[:length], _KINDS.get(level.group(), level.group())), level.end()
        # 朝阳区 is no part of 朝阳市, 吉林 in front of one character nothing at all
        return ((rest[:length], kind), length) if len(rest) == length or len(rest) - length >= _SHORTEST else None
    return None


_ENDINGS = (
    ("自治区", "省"),
    ("特别行政区", "省"),
    ("自治州", "州"),
    ("地区", "州"),
    ("盟", "州"),
    ("省", "省"),
    ("市", "市"),
    ("州", "州"),
)


@cache
def _shorts() -> Mapping[str, str]:
    return {short: full for short, full in zip(*read_columns("regions", 2), strict=True) if short != full and full.endswith(_SUFFIXES)}


_SUFFIXES = tuple(level for level, _ in _ENDINGS)


def _stem(stem: str, level: str) -> str:
    """三江侗族 of 三江侗族自治县 is 三江, 浦东 of 浦东新区 is 浦东."""
    return (PEOPLES.sub("", f"{stem}自治").removesuffix("自治") or stem) if level.startswith("自治") else stem


@dataclass(eq=False, slots=True)
class Place:
    """A place with all its spellings; ``wider`` are the links before its last one, by kind."""

    stem: str
    kind: str
    wider: dict[str, str]
    spellings: list[str] = field(default_factory=list)
    name: str = ""

    def fits(self, chain: tuple[Link, ...]) -> bool:
        """Whether a chain can be one of this place."""
        kind, wider = chain[-1][1], {kind: stem for stem, kind in chain[:-1]}
        if kind and self.kind and kind != self.kind:
            return False
        if any(self.wider.get(level, stem) != stem for level, stem in wider.items()):
            return False
        alike = not wider or not self.wider or bool(wider.items() & self.wider.items())
        return alike or (kind or self.kind) not in _HAS_NAMESAKES

    def take(self, spelling: str) -> None:
        """One more spelling of this place."""
        chain = chain_of(spelling)
        self.kind = self.kind or chain[-1][1]
        self.wider |= {kind: stem for stem, kind in chain[:-1]}
        self.spellings.append(spelling)


class Gazetteer:
    """The places that some spellings mean."""

    def __init__(self, spellings: Mapping[str, int]) -> None:
        """``spellings`` with how often each is told."""
        self._places: dict[str, Place] = {}
        by_stem: dict[str, list[Place]] = {}
        # those that say most come first
        for spelling in sorted(spellings, key=lambda one: (-len(chain_of(one)), not chain_of(one)[-1][1], -spellings[one], one)):
            self._put(spelling, by_stem.setdefault(chain_of(spelling)[-1][0], []))
        for place in set(self._places.values()):
            fullest = min(place.spellings, key=lambda one: (not chain_of(one)[-1][1], -len(chain_of(one)), -spellings[one], one))
            place.name = _shorts().get(fullest, fullest)
        self._places |= {place.name: place for place in self._places.values()}

    def _put(self, spelling: str, namesakes: list[Place]) -> None:
        chain = chain_of(spelling)
        fitting = [place for place in namesakes if place.fits(chain)]
        if len(fitting) == 1:
            place = fitting[0]
        else:
            place = Place(*chain[-1], wider={})
            if not fitting:
                namesakes.append(place)
        place.take(spelling)
        self._places[spelling] = place

    def place(self, spelling: str) -> Place | None:
        """The place that a spelling means, if it is one of those that were given."""
        return self._places.get(spelling)

    def of(self, name: str) -> Place | None:
        """The place at the front of an organisation's name."""
        return self._places.get(place_in_front(name))


def is_within(place: Place, wider: Place) -> bool:
    """Whether a place lies in another one, as far as its spellings say it: 广州市白云区 in 广州市."""
    return place is not wider and place.wider.get(wider.kind) == wider.stem
