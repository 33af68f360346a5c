"""Names of organisations and places by whatever spelling: which are one, which are akin, which are others.

Reads::

    广州市白云区教育局, 白云区教育局              the same
    云岭职校, 云岭县中等职业学校                  the same, by the usual rules of short forms
    白云区, 广州市白云区教育局                    akin: the bureau acts for its district
    荔波县, 荔波县民族中学                        inside: what is told of the one may be told of the other
    荔波县教育局, 荔波县民族中学                  near: the bureau is not its school, and may stand for it

Leaves alone::

    荔波县第一小学, 荔波县第二小学                others
    第一小学, 第一小学; 爱心企业, 爱心企业        alike, and there are such everywhere
    困难学生, 康朗县民族中学                      people may be anybody's
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, auto
from itertools import islice

from extractors.names.aliases import ordinals, same_organisation
from extractors.names.place_fronts import place_in_front
from pipeline.digest.places import Gazetteer, Place, is_within

_OFFICE = re.compile(
    r"[省市州县区旗]?(?:(?:教育|教体|教科|科教|教文|文教|乡村振兴|民政|财政|人力资源)[一-龥]{0,10}(?:局|厅|委|委员会)|财政|(?:人民)?政府|(?:党工|工)?委"
    r"|扶贫办|协作办)"
)
"""What stands behind its place in the name of a body that acts for it."""
_SCHOOL = re.compile("[校园学小中幼高]$")
_ANYBODY = re.compile(
    "(?:人士|各界|个人|力量|企业|商家|团队|志愿者|师生|党员|教师|学生|员工|职工|校友|校友会|家长|委员会|家委会|村委会|群众|市民|好心人|单位|学校)$"
)
_PEOPLE = re.compile("(?:学生|学子|同学|新生|毕业生|孩子|儿童|幼儿|孤儿|师生|教师|老师|教职工|群众|居民|村民|家庭)(?:们|代表)?$")
_KINDS = (
    ("幼", ("幼儿园", "幼", "园")),
    ("小", ("小学", "小", "教学点")),
    ("中", ("中学", "高中", "初中", "中", "高")),
    ("校", ("学校", "校")),
)
_LEGAL_FORM = re.compile("(?:集团)?(?:控股)?(?:股份)?(?:有限)?(?:责任)?公司$")
_BEGINNING = re.compile(
    "(?:(?<=[省市州盟县区旗镇乡村])|(?<=街道)|(?<=社区))(?!第|实验|民族|中心|中等|高级|职业|特殊|机关|教育|教体|教科|财政|人民|政府|委|幼儿|小学|中学|学校)"
)
"""Where the name may begin when its place is left out; what every place has is no name without it."""
_LONGEST = 40
_MOST = 200
"""Fuller names that are looked at for one: more share its beginning only in a text written for it."""


_Body = tuple[str, frozenset[str]]
"""A name and its characters."""


class Likeness(IntEnum):
    """How two names are alike, the surest first."""

    SAME = auto()
    AKIN = auto()
    ALIKE = auto()
    INSIDE = auto()
    NEAR = auto()
    OTHER = auto()


@dataclass(frozen=True, eq=False, slots=True)
class Name:
    """One who is named: ``own`` is the fullest name, ``place`` where it is. One that ``is_bare`` has namesakes everywhere."""

    own: str
    place: Place | None
    keys: tuple[str, ...]
    chars: frozenset[str]
    is_place: bool = False
    acts_for_place: bool = False
    is_bare: bool = False
    are_people: bool = False


class Register:
    """The names of a digest, each with whom it means."""

    def __init__(self, told: Mapping[str, int], gazetteer: Gazetteer) -> None:
        """``told`` are names; ``gazetteer`` knows their places."""
        self._gazetteer = gazetteer
        self._likeness: dict[tuple[str, str], Likeness] = {}
        self._names: dict[str, Name] = {}
        by_own: dict[str, Name] = {}
        bodies: dict[str, list[_Body]] = {}
        # full names first, so that a short form finds whom it means
        for name in sorted(told, key=lambda one: (-len(one), one)):
            place = gazetteer.place(name)
            own = place.name if place is not None else self._fullest(name, bodies)
            if own not in by_own:
                by_own[own] = (
                    self._made(own) if place is None else Name(own, place, (f"={own}",), frozenset(own), is_place=True, acts_for_place=True)
                )
            self._names[name] = by_own[own]

    def __getitem__(self, name: str) -> Name:
        """Whom one of the names means."""
        return self._names[name]

    def likeness(self, one: Name, other: Name) -> Likeness:
        """How two of them are alike."""
        if one is other:
            return Likeness.ALIKE if one.is_bare else Likeness.SAME
        key = (one.own, other.own) if one.own < other.own else (other.own, one.own)
        if (known := self._likeness.get(key)) is None:
            known = self._likeness[key] = _likeness(one, other)
        return known

    def _fullest(self, name: str, bodies: dict[str, list[_Body]]) -> str:
        """The fullest name of an organisation; its own where none or several come into question."""
        keys, chars = keys_of(name), frozenset(name)
        fuller = {one for one, its in _candidates(keys, bodies) if chars <= its and self._is_one(name, one)}
        if len(fuller) == 1:
            return fuller.pop()
        for key in keys:
            bodies.setdefault(key, []).append((name, chars))
        return name

    def _is_one(self, name: str, fuller: str) -> bool:
        mine, other = self._gazetteer.of(name), self._gazetteer.of(fuller)
        if self._is_bare(name) and not (other is not None and name.startswith(other.stem)):
            # 城关第一小学 can be any county's; 荔波二中 names its own
            return False
        return (mine is None or other is None or mine is other or is_within(other, mine)) and same_organisation(name, fuller)

    def _is_bare(self, name: str) -> bool:
        is_common = _SCHOOL.search(name) or _OFFICE.fullmatch(name) or _ANYBODY.search(name)
        return is_common is not None and self._gazetteer.of(name) is None

    def _made(self, own: str) -> Name:
        place = self._gazetteer.of(own)
        acts = place is not None and _OFFICE.fullmatch(own, len(place_in_front(own))) is not None
        keys = (*keys_of(own), f"={place.name}") if place is not None and acts else keys_of(own)
        return Name(
            own, place, keys, frozenset(own), acts_for_place=acts, is_bare=self._is_bare(own), are_people=_PEOPLE.search(own) is not None
        )


def _candidates(keys: tuple[str, ...], bodies: Mapping[str, list[_Body]]) -> Iterator[_Body]:
    return islice((one for key in keys for one in bodies.get(key, ())), _MOST)


def _likeness(one: Name, other: Name) -> Likeness:
    if one.is_place or other.is_place:
        return _of_places(*((one, other) if one.is_place else (other, one)))
    if (one.are_people or other.are_people) and _may_be_near(one.place, other.place):
        return Likeness.INSIDE
    if one.acts_for_place and other.acts_for_place and one.place is other.place:
        return Likeness.AKIN
    # a short form has no character of its own
    if one.chars <= other.chars or other.chars <= one.chars:
        if same_organisation(one.own, other.own):
            return Likeness.ALIKE
        if one.own in other.own or other.own in one.own:
            return Likeness.INSIDE
    return Likeness.NEAR if one.place is other.place is not None and one.acts_for_place != other.acts_for_place else Likeness.OTHER


def _may_be_near(one: Place | None, other: Place | None) -> bool:
    """Whether two can be in one place, as far as it is known where they are."""
    return one is None or other is None or one is other or is_within(one, other) or is_within(other, one)


def _of_places(one: Name, other: Name) -> Likeness:
    """``one`` is a place; the other one may be."""
    place = one.place
    if place is None:
        return Likeness.OTHER
    if other.place is place:
        return Likeness.AKIN if other.acts_for_place else Likeness.INSIDE
    if other.place is not None:
        is_inside = is_within(other.place, place) or (other.is_place and is_within(place, other.place))
        return Likeness.INSIDE if is_inside else Likeness.OTHER
    # 荔波高级中学 names its county in short
    return Likeness.INSIDE if other.own.startswith(place.stem) else Likeness.OTHER


def keys_of(name: str) -> tuple[str, ...]:
    """By which the spellings of an organisation's name find each other: how it may begin, with its numbers and its kind."""
    plain = _LEGAL_FORM.sub("", name[:_LONGEST]) or name
    kind = next((kind for kind, endings in _KINDS if plain.endswith(endings)), plain[-1:])
    numbers = "".join(ordinals(plain))
    starts = [0, *(match.start() for match in _BEGINNING.finditer(plain) if 0 < match.start() < len(plain) - 1)]
    return tuple(dict.fromkeys(f"{plain[start : start + 2]}{numbers}{kind}" for start in starts))
