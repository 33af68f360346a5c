"""Where names stand that may mean a party: organisations near a part of its name, and every kind of body that follows such a part.

Reads::

    石桥中心小学, 云溪实小 beside 云溪市石桥镇中心小学, 云溪市实验小学
    第三初级中学 beside 枫林县第三初级中学                                 its number alone says which

Leaves alone::

    官渡镇致远小学 beside 石桥镇致远小学          a part inside another name
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.names.known_names import KnownNames
from extractors.names.name_forms import NameForm
from extractors.names.name_likeness import is_misspelt
from extractors.names.organisations import find_organisations
from extractors.names.words import default_words
from extractors.text.passage import Passage, Stretch

_ENDS = (
    "幼儿园|幼稚园|中心园|中心校|学校|完小|小学|初级中学|高级中学|中学|高中|初中|职业教育中心|职教中心|职校|职中|职高|技校|中专|特校|聋校|盲校|聋哑学校|启智学校|大学|学院|师大|师院|职院|教学点"
    "|[一二三四五六七八九十实附0-9](?:[中小幼](?![学儿稚])|高(?![级中校]))|教育[一-龥]{0,8}局|教体局|教科体?局|文教局|局|基金会|有限公司|公司|集团|慈善会|协会|联合会|促进会|总支部委员会|支部委员会|党总支|党支部|医院|卫生院|保健院|[一二三四五六七八九十]院(?![校长])|进修学校|图书馆|博物馆|科技馆|少年宫|支队|大队|教研室|服务队|政府(?:办公室)?(?![部工采性购投])"
)
_OF_ANOTHER = (
    r"(?:青年|党员|教师|医务|职工)?(?:志愿者?)?服务[总大]?队|青年志愿者?(?:服务)?[总大]?队|志愿者?[总大]?队|工会委员会|(?:党?总)?支部委员会"
)
_ANOTHER = re.compile(_OF_ANOTHER)
_KIND_AFTER = re.compile(rf"[一-龥0-9]{{0,12}}?(?:{_ENDS})(?:{_OF_ANOTHER})?")
_OF_NAMES = re.compile("[省市州盟县区旗镇乡村第附属校学院]")
_SHORTEST = 4
_TWO = 2


def find_candidates(known: KnownNames, forms: Sequence[NameForm]) -> set[tuple[int, int]]:
    """Where names stand: as organisations are found near a part of a party's name, and wherever a kind of school follows such a part."""
    passage = known.passage
    stems = {stem for form in forms for stem in form.stems if len(stem) > 1}
    stems |= {form.proper[:_TWO] for form in forms if not form.levels and len(form.proper) > _SHORTEST}
    tails = {end for form in forms if form.stems for end in (tail(form), _initial(form)) if len(end) > _TWO}
    kinds = {end for form in forms if form.stems for end in (_unplaced(form),) if len(end) >= _SHORTEST}
    places = _part_places(known, stems | tails | kinds)
    found: set[tuple[int, int]] = set(_misspelt(known, places, [form.name for form in forms]))
    whole: set[tuple[int, int]] = set()
    last = Stretch(-1, -1)
    for at, length in places:
        sentence = passage.sentence_at(at)
        if sentence != last:
            whole = {
                (one.start, _with_another(passage, one.end))
                for one in find_organisations(passage.text, sentence.start, sentence.end, default_words())
            }
            found |= whole
            last = sentence
        end = _KIND_AFTER.match(passage.text, at + length, sentence.end)
        if passage.text[at : at + length] in tails and not any(start <= at < stop for start, stop in whole):
            found.add((at, at + length))
        if end and not any(start <= at < stop and _is_part_of(passage, at, end.end(), start, stop) for start, stop in whole):
            found.add((at, end.end()))
    return found


def _with_another(passage: Passage, end: int) -> int:
    """Where a body's name ends that another's begins with: 江垭旗第二医院|青年志愿服务队."""
    another = _ANOTHER.match(passage.text, end, passage.end)
    return another.end() if another else end


def _misspelt(known: KnownNames, places: Sequence[tuple[int, int]], names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a part of a name has all of the name around it, but for a slip of the pen."""
    text = known.passage.text
    for at, length in places:
        for name in names:
            start = at - name.find(text[at : at + length])
            if start <= at and is_misspelt(text[start : start + len(name)], name):
                yield start, start + len(name)


def _is_part_of(passage: Passage, at: int, end: int, start: int, stop: int) -> bool:
    """Whether a part with its kind is the end of a longer name (官渡镇|致远小学), or the front of one (青岭县职业学校|联盟)."""
    return end <= stop and (end < stop or at == start or _OF_NAMES.search(passage.text, start, at) is not None)


def tail(form: NameForm) -> str:
    """The name without its places, where that still tells which one it is (第三初级中学, 实验小学), else nothing."""
    return _unplaced(form) if form.numbers or form.marks - {"中心", "公办", "民办"} else ""


def _initial(form: NameForm) -> str:
    """宁大学 for 宁淮大学."""
    return form.core[0] + form.ending if form.ending == "大学" and not form.levels and len(form.core) == _TWO else ""


def _unplaced(form: NameForm) -> str:
    """The name without its places, where it has no name of its own."""
    if not form.levels or form.proper:
        return ""
    return form.name[form.name.rfind(form.stems[-1]) + len(form.stems[-1]) + len(form.levels[-1]) :]


def _part_places(known: KnownNames, parts: set[str]) -> list[tuple[int, int]]:
    """Where a part of a party's name stands outside of the declared name itself, and how long it is."""
    passage = known.passage
    found = []
    for part in parts:
        at = passage.text.find(part, passage.start, passage.end)
        while at >= 0:
            if not known.is_inside(at, at + len(part)):
                found.append((at, len(part)))
            at = passage.text.find(part, at + 1, passage.end)
    return sorted(found)
