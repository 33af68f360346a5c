"""Whether another name means a party, or is so near to its name that only the place where it stands can tell.

Reads::

    乐昌市中等职业技术学校 … 乐昌市职业技术学校          means it: a word left out
    云溪市石桥镇中心小学 … 云溪市石桥乡中心小学          means it: another level
    云溪市第一小学 … 云溪市第二小学                       near: another number
    云溪市逸夫小学 … 云溪市希望小学                       near: another name of its own

Leaves alone::

    云溪市教育局 beside 云溪市柯桥区教育局                 a superior body
    云溪市实验小学 beside 云溪市实验中学                   another kind
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.names.aliases import same_organisation
from extractors.names.name_forms import NameForm, read_name

_DIRECTIONS = frozenset("东西南北中上下前后新老大小左右内外一二三四五六七八九十")
_ROADS = frozenset("路街巷道里弄")
"""望湖路 and 望江路 are two roads."""
_CLASSES = frozenset({"小学", "中学", "学校", "幼儿园", "高中", "初中"})
_SMALL = frozenset({"镇", "乡", "街道", "村"})
_KIN = {
    "school": {"primary", "middle", "vocational", "special"},
    "primary": {"school"},
    "middle": {"school"},
    "vocational": {"school", "centre"},
    "special": {"school"},
    "centre": {"vocational"},
    "company": {"group"},
    "group": set(),
    "college": set(),
}
_LOOSELY_MARKED = frozenset({"vocational", "foundation", "company", "association"})
"""Kinds that are told apart by their places and names, and not by the words before the kind."""
_LEVELS = (("初级", "初中"), ("高级", "高中"))
_ANOTHERS = re.compile("进修|电视|广播|老年|党校|少年")
"""Schools for others than pupils."""
_LEAST = 2
_TYPO = 3
"""Characters of a name's core from which one that differs is a slip, and not another place."""


def means(name: str, own: NameForm) -> bool:
    """Whether a name that is not a party's own means that party wherever it stands."""
    if name.startswith(own.name) or own.name.startswith(name) or len(name) < _LEAST:
        return False
    other = read_name(name)
    if other is None or not _akin(other, own) or other.numbers != own.numbers:
        return False
    if not other.stems:
        # 第三初级中学: only its number says which
        return bool(other.numbers) and own.name.endswith(name)
    if len(name) < len(own.name) and other.core and _abbreviates(name, other, own):
        return True
    if not _marks_agree(other, own) or _is_class(other, own):
        return False
    return _same_place(other, own)


def is_near(name: str, own: NameForm) -> bool:
    """Whether a name is another one of the same place and kind: the party's where it stands as one that bears a duty or seals."""
    if name.startswith(own.name) or own.name.startswith(name):
        return False
    other = read_name(name)
    if other is None or not _akin(other, own) or _ANOTHERS.search(name):
        return False
    return bool(own.levels) and _alike(other, own)


def nearest(name: str, forms: Sequence[NameForm]) -> list[int]:
    """Those whom a name is near to; where one of them ends like it, that one."""
    near = [at for at, form in enumerate(forms) if is_near(name, form)]
    ending = next((other.ending for other in (read_name(name),) if other), "")
    return [at for at in near if forms[at].ending == ending] or near


def _alike(other: NameForm, own: NameForm) -> bool:
    """The same places, or one of them with a slip."""
    places = own.stems[: len(own.levels)]
    there = other.stems[: len(other.levels)]
    if there == places:
        return True
    if (other.marks, other.numbers, other.proper) != (own.marks, own.numbers, own.proper) or len(places) != len(there):
        return False
    return _slip(other, own) or _one_character_apart(there, places)


def _one_character_apart(there: Sequence[str], places: Sequence[str]) -> bool:
    """石乔镇 for 石桥镇."""
    differing = [(one, two) for one, two in zip(there, places, strict=True) if one != two]
    if len(differing) != 1 or len(differing[0][0]) != len(differing[0][1]):
        return False
    apart = [{one, two} for one, two in zip(*differing[0], strict=True) if one != two]
    return len(apart) == 1 and not apart[0] <= _DIRECTIONS


def _abbreviates(name: str, other: NameForm, own: NameForm) -> bool:
    return bool(own.stems) and other.stems[-1][:1] in own.core and own.stems[-1][:1] in name and same_organisation(name, own.name)


def _akin(other: NameForm, own: NameForm) -> bool:
    if other.kind != own.kind and own.kind not in _KIN.get(other.kind, set()):
        return False
    if own.kind == "office" and other.ending != own.ending:
        return False
    words = (own.ending + "".join(own.marks), other.ending + "".join(other.marks))
    levels = [{number for number, level in enumerate(_LEVELS) if any(word in one for word in level)} for one in words]
    return not (levels[0] and levels[1] and levels[0] != levels[1])


def _marks_agree(other: NameForm, own: NameForm) -> bool:
    """实验 against 机关 tells two schools apart; a word more or less does not."""
    return bool({other.kind, own.kind} & _LOOSELY_MARKED) or other.marks <= own.marks or own.marks <= other.marks


def _is_class(other: NameForm, own: NameForm) -> bool:
    """云溪市小学 are all of them, where 云溪市实验小学 is one; 红岩镇中心小学 stands above 红岩小学."""
    if is_class(other):
        return bool(own.marks or own.numbers or own.proper)
    return "中心" in other.marks - own.marks and other.levels != own.levels


def is_class(form: NameForm) -> bool:
    """Whether a name may be a place's schools of a kind (云溪市小学)."""
    return form.ending in _CLASSES and bool(form.levels) and not (_small(form) or form.marks or form.numbers or form.proper)


def _same_place(other: NameForm, own: NameForm) -> bool:
    if not own.stems:
        return False
    if other.core == own.core:
        # 绍兴市 and 绍兴县 are two places, 石桥镇 and 石桥乡 one
        return other.levels == own.levels or len(other.levels) != len(own.levels) or bool(own.proper) or _small(own)
    if own.core.endswith(other.core) and (other.core.endswith(own.stems[-1]) or (own.kind == "company" and len(other.core) > 1)):
        return True
    if other.core.endswith(own.core) and len(other.stems) > len(own.stems):
        return True
    if other.core.endswith(own.stems[-1]) and len(own.stems[-1]) > 1 and _is_part(other.core, own.core):
        return True
    return len(own.stems) > 1 and (other.kind, other.ending) == (own.kind, own.ending) and _slip(other, own)


def _small(form: NameForm) -> bool:
    return bool(form.levels) and form.levels[-1] in _SMALL


def _is_part(short: str, full: str) -> bool:
    rest = iter(full)
    return all(char in rest for char in short)


def _slip(other: NameForm, own: NameForm) -> bool:
    """One part of several written with one character more, less or another."""
    if len(other.stems) != len(own.stems):
        return False
    differing = [(one, two) for one, two in zip(other.stems, own.stems, strict=True) if one != two]
    return len(differing) == 1 and _is_slip(*differing[0])


def _is_slip(one: str, two: str) -> bool:
    if min(len(one), len(two)) < _TYPO - 1 or max(len(one), len(two)) < _TYPO or abs(len(one) - len(two)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if len(one) == len(two) and (one[-1] in _ROADS or {one[at], two[at]} <= _DIRECTIONS):
        return False
    return one[at + 1 :] == two[at + 1 :] or one[at:] == two[at + 1 :] or one[at + 1 :] == two[at:] or sorted(one) == sorted(two)
