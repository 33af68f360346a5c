"""Other spellings of the people who are an agreement's parties: a master's and an apprentice's names.

Reads::

    师父：卢德胜 … 师父（签字）：卢德盛
    乙方：蔡启航 … 蔡起行老师的结对工作计入工作量

Leaves alone::

    乙方：蔡启航 … 教研组长蔡红星老师             somebody else, introduced by what he is
    蔡老师, 卢师傅                                 a surname with a form of address
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.names.known_names import KnownNames, OwnName
from extractors.names.signers import is_person

_AFTER = re.compile("老师|同志|教师|师[傅父]|的|应当?|须|负责|每|在|，|进行|予以")
_BEFORE = re.compile("(?:[，。；：、“.．)】 \t\n（）]|^|[对由为向给与和及经将把请]|为做好|关于|考核|指导|帮助|培养)\\Z")
_NO_SURNAME = re.compile("对[方于应]|由[于来]|为何|和[平安]|及时|经[常费过历纪]|与[时会]|向来")
"""A word whose second character is a surname too: 造成对方损失的."""
_OTHERS = frozenset("老同师教先女")
_DOTS = frozenset("·、，。；：（）“”")


def is_other_person(name: str, own: str) -> bool:
    """Whether a name at a party's own place is that of a person whose name differs from it."""
    return name != own and is_person(name) and bool(set(name) & set(own))


def find_person_variants(known: KnownNames, people: Sequence[OwnName]) -> Iterator[tuple[OwnName, int, int]]:
    """Where another given name follows a party's surname, as the party stands."""
    surnames = [one.name[:1] for one in people]
    for one in people:
        if surnames.count(one.name[:1]) == 1:
            yield from ((one, *place) for place in _other_names(known, one.name))


def _other_names(known: KnownNames, own: str) -> Iterator[tuple[int, int]]:
    passage = known.passage
    at = passage.text.find(own[0], passage.start, passage.end)
    while at >= 0:
        end = next((end for end in _ends(known, at, own) if _stands(known, at, end, own)), None)
        if end is not None:
            yield at, end
        at = passage.text.find(own[0], at + 1, passage.end)


def _ends(known: KnownNames, start: int, own: str) -> Iterator[int]:
    return (start + length for length in dict.fromkeys((len(own), 2, 3)) if start + length <= known.passage.end)


def _stands(known: KnownNames, start: int, end: int, own: str) -> bool:
    text = known.passage.text
    name = text[start:end]
    if name == own or _DOTS & set(name) or name[1] in _OTHERS or not is_person(name) or known.is_closed(start, end):
        return False
    if not _BEFORE.search(text, max(0, start - 3), start) or _NO_SURNAME.match(text, max(0, start - 1)):
        return False
    return bool(_AFTER.match(text, end)) and (_is_near(name, own) or text.startswith(("老师", "同志", "的"), end))


def _is_near(name: str, own: str) -> bool:
    return len(set(name[1:]) & set(own[1:])) > 0
