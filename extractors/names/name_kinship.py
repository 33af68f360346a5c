"""Whether another name means a party, or is so near to its name that only the place where it stands can tell.

Reads::

    云溪市中等职业技术学校 … 云溪市职业技术学校          means it: a word left out
    云溪市石桥镇中心小学 … 云溪市石桥乡中心小学          means it: another level
    云溪市第一小学 … 云溪市第二小学                       near: another number
    云溪市逸夫小学 … 云溪市希望小学                       near: another name of its own

    江原市信息工程学校 … 江原市信息学校                   rewords it: the party's where a party's own acts are told
    麻岭县石门小学 … 麻领县石门小学                       means it: a slip of the pen
    麻岭县民族寄宿制石门小学 … 麻岭县石门民族寄宿制小学    means it: the same parts in another order

Leaves alone::

    云溪市教育局 beside 云溪市柯桥区教育局                 a superior body
    云溪市实验小学 beside 云溪市实验中学                   another kind
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractors.names.aliases import same_organisation
from extractors.names.name_forms import NameForm, read_name
from extractors.names.name_likeness import (
    is_misspelt,
    is_one_apart,
    is_part,
    is_slip,
    is_swapped,
    is_turned_round,
    likeness,
    resembles,
)

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
_APART = (
    (("初级", "初中"), ("高级", "高中")),
    (("聋", "启聪"), ("盲",), ("启智", "培智")),
    (("技师", "技工", "技校"), ("职业", "职教", "职中", "职校", "职高", "中专", "中等专业")),
    (("人民",), ("中医",), ("保健",), ("卫生",), ("门诊",)),
)
"""Words of which each tells bodies of one kind from those that bear another one."""
_BY_ENDING = frozenset({"office", "venue", "brigade"})
"""Kinds of bodies that share no more than their level: 财政局, 公安局."""
_THROUGH = re.compile("年|一贯制|完全|寄宿")
"""In the ending of a school that is neither a primary nor a middle school's."""
_LONG_BODY = 5
_GOVERN = frozenset({"office", "education"})
"""Kinds of which the next level's body stands above the party's own."""
_WIDER_KIN = _KIN | {
    "vocational": {"school", "centre", "college", "middle"},
    "college": {"vocational"},
    "middle": {"school", "vocational"},
    "training": {"centre", "school", "college"},
    "centre": {"vocational", "training", "kindergarten"},
    "kindergarten": {"centre", "school"},
    "hospital": {"centre"},
}
_COMMON = frozenset({"中心", "公办", "公立", "中等", "初级", "高级", "集团"})
"""Words that tell no school from another of its place, where neither has a name of its own."""
_ANOTHERS = re.compile("进修|电视|广播|老年|党校|少年")
"""Schools for others than pupils."""
_LEAST = 2


def means(name: str, own: NameForm) -> bool:
    """Whether a name that is not a party's own means that party wherever it stands."""
    if name.startswith(own.name) or own.name.startswith(name) or len(name) < _LEAST:
        return False
    other = read_name(name)
    if other is None or not _akin(other, own, _KIN) or _is_other_stage(other, own):
        return False
    if is_misspelt(name, own.name) or _is_turned_round(other, own):
        return True
    if other.numbers != own.numbers:
        return False
    if not other.stems:
        # 第三初级中学: only its number says which
        return bool(other.numbers) and own.name.endswith(name)
    if len(name) < len(own.name) and other.core and _abbreviates(name, other, own):
        return True
    if not _marks_agree(other, own) or _is_class(other, own) or _is_beside_the_central(other, own):
        return False
    return _same_place(other, own)


def rewords(name: str, own: NameForm) -> bool:
    """Whether a name says the same place and number in other words: the party's where it stands as one of two."""
    if name.startswith(own.name) or own.name.startswith(name):
        return False
    other = read_name(name)
    if other is None or not _akin(other, own, _WIDER_KIN) or other.numbers != own.numbers or is_class(other) or _ANOTHERS.search(name):
        return False
    places, there = own.stems[: len(own.levels)], other.stems[: len(other.levels)]
    if own.kind in _GOVERN and other.levels != own.levels:
        return False
    if there != places and not (_one_character_apart(there, places) if len(there) == len(places) else set(there) < set(places)):
        return False
    return _same_body(other, own) and bool(there or other.proper)


def _same_body(other: NameForm, own: NameForm) -> bool:
    if other.body == own.body:
        return True
    if other.kind != own.kind and " of " in own.kind:
        return resembles(other.body + other.ending, own.body + own.ending)
    short, full = sorted((other.body, own.body), key=len)
    if short and is_part(short, full):
        return True
    if not own.levels and len(short) >= _LONG_BODY and likeness(short, full) * 4 >= len(full) * 3:
        return True
    return is_slip(short, full) or is_misspelt(short, full) or is_swapped(short, full) or is_turned_round(short, full)


def is_near(name: str, own: NameForm) -> bool:
    """Whether a name is another one of the same place and kind: the party's where it stands as one that bears a duty or seals."""
    if name.startswith(own.name) or own.name.startswith(name):
        return False
    other = read_name(name)
    if other is None or not _akin(other, own, _KIN) or _ANOTHERS.search(name):
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
        # 民族中学 and 第一中学 differ by more than a slip can
        return bool(other.numbers) == bool(own.numbers) or (other.marks, other.proper, other.ending) == (own.marks, own.proper, own.ending)
    if (other.marks, other.numbers, other.proper) != (own.marks, own.numbers, own.proper) or len(places) != len(there):
        return False
    return _slip(other, own) or _one_character_apart(there, places)


def _one_character_apart(there: Sequence[str], places: Sequence[str]) -> bool:
    """石乔镇 for 石桥镇."""
    differing = [(one, two) for one, two in zip(there, places, strict=True) if one != two]
    return len(differing) == 1 and is_one_apart(*differing[0])


def _abbreviates(name: str, other: NameForm, own: NameForm) -> bool:
    return bool(own.stems) and other.stems[-1][:1] in own.core and own.stems[-1][:1] in name and same_organisation(name, own.name)


def _is_other_stage(other: NameForm, own: NameForm) -> bool:
    """A township's 中心学校 and its 初级中学, its 九年一贯制学校 and its 中心小学: schools of other stages in one place."""
    if other.kind == own.kind or "school" not in (other.kind, own.kind):
        return False
    school, staged = (other, own) if other.kind == "school" else (own, other)
    if _THROUGH.search(school.ending):
        return True
    return staged.kind == "middle" and ("中心" in school.marks or not {"初级", "高级"}.isdisjoint(staged.marks | {staged.ending[:2]}))


def _is_beside_the_central(other: NameForm, own: NameForm) -> bool:
    """A township's 完小 stands beside its 中心小学."""
    return "中心" in own.marks - other.marks and not other.proper and (other.ending == "完小" or "完全" in other.marks)


def _is_turned_round(other: NameForm, own: NameForm) -> bool:
    """The same parts in another order, one of them an everyday word or a number."""
    return other.kind == own.kind and bool(own.marks or own.numbers) and is_turned_round(other.name, own.name)


def _akin(other: NameForm, own: NameForm, kin: Mapping[str, set[str]]) -> bool:
    outer = own.kind.partition(" of ")[0]
    union = outer == "union" == other.kind.partition(" of ")[0]
    if other.kind != own.kind and own.kind not in kin.get(other.kind, set()) and not union:
        return False
    if own.kind in _BY_ENDING and other.ending.removeprefix("人民") != own.ending.removeprefix("人民"):
        return False
    words = (own.ending + "".join(own.marks), other.ending + "".join(other.marks))
    return not any(_are_apart(_classes(words[0], classes), _classes(words[1], classes)) for classes in _APART)


def _are_apart(one: set[int], two: set[int]) -> bool:
    return bool(one and two) and one != two


def _classes(words: str, classes: Sequence[Sequence[str]]) -> set[int]:
    return {number for number, alike in enumerate(classes) if any(word in words for word in alike)}


def _marks_agree(other: NameForm, own: NameForm) -> bool:
    """实验 against 机关 tells two schools apart; a word more or less does not, but where the own one has none at all."""
    if {other.kind, own.kind} & _LOOSELY_MARKED:
        return True
    if not (own.marks or own.numbers or own.proper):
        return other.marks <= _COMMON
    return other.marks <= own.marks or own.marks <= other.marks


def _is_class(other: NameForm, own: NameForm) -> bool:
    """云溪市小学 are all of them, where 云溪市实验小学 is one; 红岩镇中心小学 stands above 红岩小学."""
    if is_class(other):
        return bool(own.marks or own.numbers or own.proper)
    return "中心" in other.marks - own.marks and own.levels[-len(other.levels) :] != other.levels


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
    if other.core.endswith(own.stems[-1]) and len(own.stems[-1]) > 1 and is_part(other.core, own.core):
        return True
    return len(own.stems) > 1 and (other.kind, other.ending) == (own.kind, own.ending) and _slip(other, own)


def _small(form: NameForm) -> bool:
    return bool(form.levels) and form.levels[-1] in _SMALL


def _slip(other: NameForm, own: NameForm) -> bool:
    """One part of several written with one character more, less or another."""
    if len(other.stems) != len(own.stems):
        return False
    differing = [(one, two) for one, two in zip(other.stems, own.stems, strict=True) if one != two]
    return len(differing) == 1 and is_slip(*differing[0])
