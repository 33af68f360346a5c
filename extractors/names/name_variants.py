"""Names that mean a party and are neither its declared name nor one of its declared short forms.

Reads::

    乐昌市中等职业技术学校 … 乐昌市职业技术学校          a word left out
    沱水自治县教育科技局 … 沱水自治县教育局              another office's name
    乙方（盖章）：石鼓镇中心小学                          whatever else stands behind the party's label
    云溪市第一小学 … 由云溪市第二小学统一归档             a near name that bears a party's duty

Leaves alone::

    云溪市实验小学校友会, 云溪市实验小学教务处            a body of the party's
    云溪市第二实验小学 beside 云溪市实验小学               another school
    （原云溪市第三小学）, 《…》, the title, annexes        former names, other papers, short names for a heading
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.names.known_names import KnownNames, OwnName
from extractors.names.name_forms import NameForm, read_name
from extractors.names.name_kinship import means, nearest
from extractors.names.organisations import find_organisations
from extractors.names.party_labels import is_whole_label
from extractors.names.person_variants import find_person_variants, is_other_person
from extractors.names.signed_names import find_signed_names
from extractors.names.signers import is_person
from extractors.names.standing_names import is_outsider, is_superior, joins_party, stands_as_party, stands_bare
from extractors.names.words import default_words
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import MASK

_NO_NAME_AFTER = re.compile(
    "教育|生|阶段|学?段|毕业|语文|数学|英语|联盟|联合体|共同体|集团|协会|学会|校?长协会|教研会|[群区]|校园|附[属中小设]|班|杯|各|教师队伍|课程|课堂|教学点"
)
_ENDS = (
    "幼儿园|幼稚园|中心园|中心校|学校|完小|小学|初级中学|高级中学|中学|高中|初中|职业教育中心|职教中心|职校|职中|职高|技校|中专|特校|大学|学院|师大|师院|职院|教学点"
    "|[一二三四五六七八九十实附0-9](?:[中小幼](?![学儿稚])|高(?![级中校]))|教育[一-龥]{0,8}局|教体局|教科体?局|文教局|局|基金会|有限公司|公司|集团|慈善会|协会|联合会|促进会|总支部委员会|支部委员会|党总支|党支部"
)
_KIND_AFTER = re.compile(rf"[一-龥0-9]{{0,12}}?(?:{_ENDS})")
_PLACES = re.compile("(?:[一-龥]{2,5}[省市州盟县区旗镇乡]){1,3}")
_OF_NAMES = re.compile("[省市州盟县区旗镇乡村第附属校学院]")
_UNFIT = re.compile(f"[{MASK}“”]|某|协议|合同|责任书|备忘录|意向书|以下|[简下]称")
"""In a declared name: left open, or more than a name, so that nothing can be held against it."""
_SHORTEST = 4
_TWO = 2
_LEAST_SIGNED = 3


@dataclass(frozen=True, slots=True)
class Variant:
    """Another name of a party's at its place."""

    role: str
    name: str
    start: int
    end: int


def find_variants(passage: Passage, own: Sequence[OwnName]) -> tuple[Variant, ...]:
    """The variants in reading order, none overlapping another. Linear in the text's length."""
    named = [one for one in own if one.name and not _UNFIT.search(one.name)]
    bodies = [(one, form) for one in named if len(one.name) >= _SHORTEST and not is_person(one.name) and (form := read_name(one.name))]
    people = [one for one in named if is_person(one.name)]
    if not bodies and not people:
        return ()
    known = KnownNames(passage, own)
    found = [*_signed(known, bodies, people), *_in_text(known, bodies)]
    found += [Variant(one.role, passage.text[start:end], start, end) for one, start, end in find_person_variants(known, people)]
    kept: list[Variant] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _signed(known: KnownNames, bodies: Sequence[tuple[OwnName, NameForm]], people: Sequence[OwnName]) -> Iterator[Variant]:
    """Another name where a party's own must stand."""
    for one, start, end in find_signed_names(known.passage, [*(one for one, _ in bodies), *people]):
        name = re.sub(r"\s", "", known.passage.text[start:end])
        if known.is_closed(start, end) or known.is_known(name, start, end):
            continue
        if is_other_person(name, one.name) if one in people else _is_other_body(name, one.name):
            yield Variant(one.role, name, start, end)


def _is_other_body(name: str, own: str) -> bool:
    form = read_name(name)
    if (
        form is None
        or form.kind == "part"
        or is_whole_label(name)
        or len(name) < _LEAST_SIGNED
        or name.startswith(own)
        or own.startswith(name)
    ):
        return False
    return len(form.ending) > 1 or not is_person(name)


def _in_text(known: KnownNames, bodies: Sequence[tuple[OwnName, NameForm]]) -> Iterator[Variant]:
    """The names of the running text that mean a party."""
    passage = known.passage
    for start, end in sorted(_candidates(known, [form for _, form in bodies])):
        name = re.sub(r"\s", "", passage.text[start:end])
        if known.is_known(name, start, end) or _NO_NAME_AFTER.match(passage.text, end) or is_superior(passage, start, end, name):
            continue
        if is_outsider(passage, start, end):
            continue
        if known.is_closed(start, end) and not any(_with_more_places(known, one, start, end) for one, _ in bodies):
            continue
        meant = [one for one, form in bodies if means(name, form)]
        if not meant and stands_bare(passage, start, end):
            meant = [one for one, form in bodies if name == _tail(form)]
        if not meant and _is_in_a_partys_place(known, start, end):
            meant = [bodies[at][0] for at in nearest(name, [form for _, form in bodies])]
        if len(meant) == 1:
            yield Variant(meant[0].role, name, start, end)


def _is_in_a_partys_place(known: KnownNames, start: int, end: int) -> bool:
    passage = known.passage
    if stands_as_party(passage, start, end) or joins_party(passage, start, end, *known.neighbours(start, end)):
        return _stands_once(known, passage.text[start:end])
    return False


def _stands_once(known: KnownNames, name: str) -> bool:
    """Whether a name stands nowhere else but inside of the declared ones: an institution named twice is one of its own."""
    text, end = known.passage.text, known.passage.end
    places: list[int] = []
    at = text.find(name, known.passage.start, end)
    while at >= 0 and len(places) < _TWO:
        if not known.is_closed(at, at + len(name)):
            places.append(at)
        at = text.find(name, at + 1, end)
    return len(places) < _TWO


def _with_more_places(known: KnownNames, one: OwnName, start: int, end: int) -> bool:
    """Whether a stretch is a party's declared name with the county or province before it that the declaration leaves out."""
    text = known.passage.text
    more = end - len(one.name)
    if more <= start or text[more:end] != one.name or text[start - 1 : start] == "（":
        return False
    return _PLACES.fullmatch(text, start, more) is not None and not known.is_closed(start, more)


def _candidates(known: KnownNames, forms: Sequence[NameForm]) -> set[tuple[int, int]]:
    """Where names stand: as organisations are found near a part of a party's name, and wherever a kind of school follows such a part."""
    passage = known.passage
    stems = {stem for form in forms for stem in form.stems if len(stem) > 1}
    tails = {tail for form in forms if form.stems for tail in (_tail(form), _initial(form)) if len(tail) > _TWO}
    kinds = {tail for form in forms if form.stems for tail in (_unplaced(form),) if len(tail) >= _SHORTEST}
    places = _part_places(known, stems | tails | kinds)
    found: set[tuple[int, int]] = set()
    whole: set[tuple[int, int]] = set()
    last = Stretch(-1, -1)
    for at, length in places:
        sentence = passage.sentence_at(at)
        if sentence != last:
            whole = {(one.start, one.end) for one in find_organisations(passage.text, sentence.start, sentence.end, default_words())}
            found |= whole
            last = sentence
        end = _KIND_AFTER.match(passage.text, at + length, sentence.end)
        if passage.text[at : at + length] in tails and not any(start <= at < stop for start, stop in whole):
            found.add((at, at + length))
        if end and not any(start <= at < stop and _is_part_of(passage, at, end.end(), start, stop) for start, stop in whole):
            found.add((at, end.end()))
    return found


def _is_part_of(passage: Passage, at: int, end: int, start: int, stop: int) -> bool:
    """Whether a part with its kind is the end of a longer name (官渡镇|致远小学), or the front of one (青岭县职业学校|联盟)."""
    return end <= stop and (end < stop or at == start or _OF_NAMES.search(passage.text, start, at) is not None)


def _tail(form: NameForm) -> str:
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
