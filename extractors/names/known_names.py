"""The names by which a paper declares its parties, and the places where no other name of theirs is looked for.

Reads::

    （以下简称“石桥小学”）, 分别简称甲校和乙校, 云溪市实验小学（云溪实小）        declared short names
    （原云溪市第三小学）, 更名为…, 加挂…牌子                                      former and second names

Closes::

    the head above the first party, the title, 《…》, annexes, and every place of a declared name, also with blanks inside
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.names.name_forms import read_name
from extractors.text.passage import Passage, Stretch
from extractors.text.punctuation import HAN
from schemas.agreement import Party

_SHORT = re.compile(
    r"(?:简称|下称|以下称|后称|合称|统称|又称|亦称|俗称|别称|即|称为|称作)(?:为|作)?"
    r"(?P<shorts>[^），。；：\n]{0,40}\n[ \t]*[^），。；：\n]{1,24}(?=）)|[^），。；\n]{2,48})"
)
_FORMER = re.compile(
    rf"(?:(?<![高平草太中])原(?:名|(?![件则因有来始文创定籍告样任本价则稿单]))|原称|原为|原系|曾用名|前身(?:为|是)?|更名(?:为|前)?|改名(?:为)?|挂牌?|加挂|并入|合并)[：“”]{{0,2}}由?(?P<name>[{HAN}0-9]{{3,30}})"
)
_PIECE = re.compile(rf"(?:(?![、和与及或])[{HAN}0-9A-Za-z]){{2,20}}")
_BRACKETED = re.compile(rf"(?P<before>[{HAN}0-9]{{2,30}})[ ]?（[“”]?(?P<inside>[{HAN}0-9]{{2,20}})[“”]?）")
_CITED = re.compile(r"《[^《》\n]{1,80}》")
_ANNEX = re.compile(r"附[ ]?(?:件|表|录|：)")
_SIGNED = re.compile("盖章|公章|签章|印章|（章）|签字|签名|签署|代表|：|\\|")
_LABEL_REACH = 16
_LEVELLED = frozenset("省市州盟县区旗镇乡")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class OwnName:
    """A party: its role, its declared name and short names in the normal text, and where the name is declared."""

    role: str
    name: str
    shorts: tuple[str, ...]
    place: Stretch


def own_names(passage: Passage, parties: Sequence[Party]) -> tuple[OwnName, ...]:
    """The declared parties in the words of the normal text, in their order."""
    return tuple(_own_name(passage, party) for party in parties)


def _own_name(passage: Passage, party: Party) -> OwnName:
    normal = passage.normal
    place = Stretch(normal.normal_offset(party.span.start), normal.normal_offset(party.span.end))
    name = "" if party.blank else "".join(passage.words(place).split())
    return OwnName(_plain_role(passage, party), name, party.aliases, place)


def _plain_role(passage: Passage, party: Party) -> str:
    """A role in the characters of the normal text."""
    role = party.role or ""
    if role in passage.text:
        return role
    normal = passage.normal
    at = normal.source.text.find(role)
    return normal.text[normal.normal_offset(at) : normal.normal_offset(at + len(role))] if at >= 0 else role


class KnownNames:
    """What is known of a paper's names before another one is looked for."""

    def __init__(self, passage: Passage, own: Sequence[OwnName]) -> None:
        """Read what the paper declares, once."""
        self.passage = passage
        names = {name for one in own for name in (one.name, *one.shorts, *_listed(one.name)) if len(name) > 1}
        shorts = set(_declared_shorts(passage, names))
        self.party_words = tuple(
            sorted({one.role for one in own} | {name for name in names | shorts if len(name) > _LEAST}, key=len, reverse=True)
        )
        """What stands for any of the parties, the longest first."""
        self._names = names | shorts
        self._former = {match["name"] for match in passage.search(_FORMER)}
        closed = [Stretch(passage.start, _head_start(passage, own)), *(Stretch(*match.span()) for match in passage.search(_CITED))]
        if passage.title is not None:
            closed.append(passage.title)
        closed += _annexes(passage, [one.role for one in own])
        self._outer = _joined(closed)
        self._named = _joined(_whole_names(passage, [name for name in names if len(name) > _LEAST]))
        closed += self._named
        self._closed = _joined(closed)
        self._short_places = _joined(_whole_names(passage, [name for name in shorts if len(name) > _LEAST]))

    def is_closed(self, start: int, end: int) -> bool:
        """Whether a stretch reaches into a place where no other name is looked for."""
        return _reaches_into(self._closed, start, end)

    def is_outer(self, start: int, end: int) -> bool:
        """Whether a stretch reaches into the title, an annex, another paper's name or what stands above the parties."""
        return _reaches_into(self._outer, start, end)

    def is_named(self, start: int, end: int) -> bool:
        """Whether a stretch reaches into a declared name."""
        return _reaches_into(self._named, start, end)

    def neighbours(self, start: int, end: int) -> tuple[Stretch | None, Stretch | None]:
        """The closed places before and behind a stretch."""
        at = bisect_left(self._closed, end, key=lambda place: place.start)
        before = next((place for place in reversed(self._closed[:at]) if place.end <= start), None)
        return before, self._closed[at] if at < len(self._closed) else None

    def is_inside(self, start: int, end: int) -> bool:
        """Whether a stretch lies in one such place, with nothing before it that may belong to the name."""
        place = _place_around(self._closed, start, end)
        return place is not None and self.passage.text[place.start - 1] not in _LEVELLED

    def is_known(self, name: str, start: int, end: int) -> bool:
        """Whether a name at its place is declared, or a part of what is declared there."""
        if name in self._names or _place_around(self._short_places, start, end) is not None:
            return True
        return any(name in former or name.startswith(former) for former in self._former)


def _head_start(passage: Passage, own: Sequence[OwnName]) -> int:
    """Where the declarations begin; the document's start where they stand in its signatures alone."""
    first = min((passage.line_at(one.place.start).start for one in own), default=passage.start)
    return first if first - passage.start < (passage.end - passage.start) // 2 else passage.start


def _reaches_into(places: Sequence[Stretch], start: int, end: int) -> bool:
    at = bisect_left(places, end, key=lambda place: place.start) - 1
    return at >= 0 and places[at].end > start


def _place_around(places: Sequence[Stretch], start: int, end: int) -> Stretch | None:
    at = bisect_right(places, start, key=lambda place: place.start) - 1
    return places[at] if at >= 0 and end <= places[at].end else None


def _annexes(passage: Passage, roles: Sequence[str]) -> Iterator[Stretch]:
    """From a line that begins the annexes to the signatures, which may stand after them, or to the end."""
    start: int | None = None
    for line in passage.lines[len(passage.lines) // 2 :]:
        words = passage.words(line)
        if start is None and _ANNEX.match(words) and not re.search("[。；，]", words):
            start = line.start
        elif start is not None and _SIGNED.search(words) and any(role in words[:_LABEL_REACH] for role in roles):
            yield Stretch(start, line.start)
            start = None
    if start is not None:
        yield Stretch(start, passage.end)


def _declared_shorts(passage: Passage, names: Collection[str]) -> Iterator[str]:
    """What is declared for a short name, or stands in brackets beside a full one."""
    for match in passage.search(_SHORT):
        yield from _PIECE.findall(re.sub(r"\s", "", match["shorts"]))
    for match in passage.search(_BRACKETED):
        if any(match["before"].endswith(name) for name in names) or match["inside"] in names:
            yield match["inside"]
        if match["inside"] in names:
            yield from (match["before"][at:] for at in range(len(match["before"]) - 1))


def _joined(places: Iterable[Stretch]) -> list[Stretch]:
    """Stretches in order, those that overlap in one."""
    joined: list[Stretch] = []
    for place in sorted(places, key=lambda place: place.start):
        if joined and place.start < joined[-1].end:
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].end, place.end))
        else:
            joined.append(place)
    return joined


def _whole_names(passage: Passage, names: Sequence[str]) -> Iterator[Stretch]:
    """Where names stand, also with blanks or a line's end inside."""
    if not names:
        return
    pieces = passage.text[passage.start : passage.end].split()
    bare = "".join(pieces)
    starts, places, length, at = [], [], 0, passage.start
    for piece in pieces:
        at = passage.text.index(piece, at)
        starts.append(length)
        places.append(at)
        length += len(piece)
        at += len(piece)

    def placed(offset: int) -> int:
        piece = bisect_right(starts, offset) - 1
        return places[piece] + offset - starts[piece]

    for name in names:
        found = bare.find(name)
        while found >= 0:
            yield Stretch(placed(found), placed(found + len(name) - 1) + 1)
            found = bare.find(name, found + 1)


def _listed(name: str) -> list[str]:
    """石坪幼儿园、三溪幼儿园: the names of a party that is several bodies."""
    parts = re.split("[、和与及]", name)
    return parts if all(read_name(part) for part in parts) else []
