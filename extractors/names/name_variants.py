"""Names that mean a party and are neither its declared name nor one of its declared short forms.

Reads::

    云溪市中等职业技术学校 … 云溪市职业技术学校          a word left out
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
from extractors.names.name_candidates import find_candidates, tail
from extractors.names.name_forms import NameForm, read_name
from extractors.names.name_kinship import means, nearest, rewords
from extractors.names.name_likeness import likeness, resembles
from extractors.names.names_beside_roles import find_beside_roles
from extractors.names.party_labels import is_whole_label
from extractors.names.party_places import joins_party, stands_alone, stands_as_party
from extractors.names.person_variants import find_person_variants, is_other_person
from extractors.names.signed_names import find_signed_names
from extractors.names.signers import is_person
from extractors.names.standing_names import is_outsider, is_superior, stands_bare
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import MASK

_NO_NAME_AFTER = re.compile(
    "教育|生|阶段|学?段|毕业|语文|数学|英语|联盟|联合体|共同体|集团|协会|学会|校?长协会|教研会|[群区]|校园|附[属中小设]|班|杯|各|教师队伍|课程|课堂|教学点"
)
_PLACES = re.compile("(?:[一-龥]{2,5}[省市州盟县区旗镇乡]){1,3}")
_ORGAN = re.compile(
    r"(?<=[学校园会局院队司团心馆行小中幼高完府])(?:办公室|教[务导研学]处|政教处|总务处|德育处|[校园局院]长室|财务[室科处])\Z"
)
"""What acts for a body, and is none of its own."""
_OF_THE_BODY = re.compile("party|union|team|part")
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
    others = [one for one in named if len(one.name) >= _SHORTEST and one not in people and all(one is not body for body, _ in bodies)]
    if not named:
        return ()
    known = KnownNames(passage, own)
    found = [*_signed(known, [*(one for one, _ in bodies), *others], people), *_in_text(known, bodies), *_beside_roles(known, bodies)]
    found += [Variant(one.role, passage.text[start:end], start, end) for one, start, end in find_person_variants(known, people)]
    kept: list[Variant] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _signed(known: KnownNames, bodies: Sequence[OwnName], people: Sequence[OwnName]) -> Iterator[Variant]:
    """Another name where a party's own must stand."""
    for one, start, end in find_signed_names(known.passage, [*bodies, *people]):
        name = re.sub(r"\s", "", known.passage.text[start:end])
        if known.is_known(name, start, end) or (known.is_outer(start, end) and not _is_full(name)):
            continue
        if known.is_named(start, end) and not name.startswith(one.name) and not _has_other_places(name, one):
            continue
        if is_other_person(name, one.name) if one in people else _is_other_body(name, one.name):
            yield Variant(one.role, name, start, end)


def _beside_roles(known: KnownNames, bodies: Sequence[tuple[OwnName, NameForm]]) -> Iterator[Variant]:
    """Another name right beside a party's role."""
    for one, start, end in find_beside_roles(known.passage, [one for one, _ in bodies]):
        name = known.passage.text[start:end]
        if not known.is_known(name, start, end) and not known.is_outer(start, end):
            yield Variant(one.role, name, start, end)


def _has_other_places(name: str, one: OwnName) -> bool:
    """Whether a party's short name stands behind other places than in its declared one: 棠甸县|致远小学 for 棠甸市致远小学."""
    form, own = read_name(name), read_name(one.name)
    if form is None or own is None or not (form.levels and own.levels) or not name.endswith(one.shorts):
        return False
    return (form.stems, form.levels) != (own.stems, own.levels)


def _is_full(name: str) -> bool:
    """Whether a name has its place with it, as annexes, which may shorten names, need not write it."""
    form = read_name(name)
    return form is not None and len(form.levels) > 0


def _is_other_body(name: str, own: str) -> bool:
    """Whether what stands at a party's own place is another body's name than its declared one."""
    form, declared = read_name(name), read_name(own)
    if is_whole_label(name) or len(name) < _LEAST_SIGNED or name == own:
        return False
    if form is None or declared is None:
        return not (is_person(name) or name.startswith(own) or own.startswith(name)) and resembles(name, own)
    if form.kind == "part":
        return declared.kind == "part" or (name.endswith("办公室") and _is_other_body(name.removesuffix("办公室"), own))
    if name.startswith(own) or own.startswith(name):
        # 云溪市实验小学|教育集团 is another body than the school, and 石桥镇中心小学|校 is the school
        return form.kind != declared.kind and not _OF_THE_BODY.match(form.kind) and not _OF_THE_BODY.match(declared.kind)
    return len(form.ending) > 1 or not is_person(name)


def _in_text(known: KnownNames, bodies: Sequence[tuple[OwnName, NameForm]]) -> Iterator[Variant]:
    """The names of the running text that mean a party."""
    passage = known.passage
    for start, stop in sorted(find_candidates(known, [form for _, form in bodies])):
        end = _without_organ(passage, start, stop)
        name = re.sub(r"\s", "", passage.text[start:end])
        if known.is_known(name, start, end) or _NO_NAME_AFTER.match(passage.text, stop) or is_superior(passage, start, stop, name):
            continue
        if is_outsider(passage, start, stop):
            continue
        if known.is_closed(start, end) and not any(_with_more_places(known, one, start, end) for one, _ in bodies):
            continue
        meant = _meant(known, bodies, name, Stretch(start, end))
        meant = _likest(name, meant)
        if len(meant) == 1:
            yield Variant(meant[0].role, name, start, end)


def _without_organ(passage: Passage, start: int, end: int) -> int:
    """Where the body's own name ends: 石桥镇中心学校|办公室."""
    organ = _ORGAN.search(passage.text, start, end)
    return organ.start() if organ else end


def _meant(known: KnownNames, bodies: Sequence[tuple[OwnName, NameForm]], name: str, place: Stretch) -> list[OwnName]:
    """The parties that a name can mean: by itself, else by its place, of which those where only a party stands allow the most."""
    meant = [one for one, form in bodies if means(name, form)]
    if not meant and stands_bare(known.passage, place.start, place.end):
        meant = [one for one, form in bodies if name == tail(form)]
    if not meant and stands_alone(known.passage, place.start, place.end):
        meant = [one for one, form in bodies if rewords(name, form)]
    if not meant and _is_in_a_partys_place(known, place.start, place.end):
        meant = [bodies[at][0] for at in nearest(name, [form for _, form in bodies])]
    return meant


def _likest(name: str, meant: Sequence[OwnName]) -> list[OwnName]:
    """Of several parties that a name may mean, the one whose name is the likest."""
    most = max((likeness(name, one.name) for one in meant), default=0)
    return [one for one in meant if likeness(name, one.name) == most]


def _is_in_a_partys_place(known: KnownNames, start: int, end: int) -> bool:
    passage = known.passage
    if stands_as_party(passage, start, end, known.party_words) or joins_party(passage, start, end, *known.neighbours(start, end)):
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
