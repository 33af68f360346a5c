"""Who helps whom: the bonds between organisations, and the side that each of them has by its bonds.

Reads::

    甲校帮扶乙校; 甲校与乙校结对，全年送教4次      甲校 helps 乙校
    甲校与乙校结对, 甲校 known to give              the same
    县一小结对镇小, 镇小——村小                     镇小 is helped and helps: it is on both sides

Leaves alone::

    甲校与乙校结对, 乙校赠送锦旗                   a gift in return makes nobody a link of a chain
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractors.names.aliases import place_of
from extractors.names.deeds import Weight
from extractors.names.pairings import Pair
from extractors.names.standings import Standing
from schemas.agreement import Side

_RURAL = re.compile(r"[镇乡村]|教学点|民族|薄弱|特殊教育")
_RANKS = (re.compile("教学点|附设|村"), re.compile("[镇乡鎮鄉]|苏木"), re.compile("[县区旗縣區]"), re.compile("[市州]"))
"""From the smallest place upwards: where a school with one of these in its name belongs."""
_SCHOOL = re.compile(r"(?:[校园園小中幼高]|中专|职业(?:技术)?教育中心|[中小大][学學]|学院|教学点|幼教点|校区|集团|幼儿班)$")
_COMPANY = re.compile(r"(?:公司|银行|分行|支行|基金会|协会|商会|医院)$")
"""Which helps the school that it is paired with."""
HINT = 0.2
_TOLD, _HEADED, _CHAINED, _IMPLIED, _ENOUGH = 1.0, 1.5, 1.0, 0.5, 0.5


@dataclass(slots=True)
class Bonds:
    """The bonds found so far, from both ends; those that the text tells decide more than those guessed by the order of two names."""

    _told: dict[int, dict[int, Standing]] = field(default_factory=dict)
    """By the giver's identity, the receivers that the text tells."""
    _tellers: dict[int, dict[int, Standing]] = field(default_factory=dict)
    """By the receiver's identity, the givers that the text tells."""
    _guessed: list[tuple[Standing, Standing]] = field(default_factory=list)
    places: dict[str, Side] = field(default_factory=dict)
    """The sides of places, by which a partner's side can be told."""

    def add_pairs(self, of: Mapping[tuple[int, int], Standing], pairs: Sequence[Pair]) -> None:
        """Take in the pairs: first those whose direction is told, then the others by what is known of the partners."""
        open_pairs: list[tuple[Standing, Standing, Pair]] = []
        for pair in pairs:
            one, other = of[pair.first.start, pair.first.end], of[pair.second.start, pair.second.end]
            if one is other:
                continue
            one.paired = other.paired = one.acts = other.acts = True
            if pair.headed:
                self._tell(one, other, _HEADED)
            elif pair.then.gives != pair.then.takes:
                self._tell(*((one, other) if pair.then.gives > pair.then.takes else (other, one)), _TOLD)
            else:
                open_pairs.append((one, other, pair))
        chained = [self._goes_on(one, other, pair) for one, other, pair in open_pairs]
        self._guess([(one, other, pair.firm) for (one, other, pair), goes_on in zip(open_pairs, chained, strict=True) if not goes_on])
        for (one, other, _), goes_on in zip(open_pairs, chained, strict=True):
            if goes_on:
                self._tell(one, other, _CHAINED)

    def add_object(self, subject: Sequence[Standing], others: Sequence[Standing], weight: Weight) -> None:
        """Take in what a sentence says of those to whom its subject does something, or who do something for it."""
        for one in subject:
            for other in others:
                if one is other or weight.gives == weight.takes:
                    continue
                if weight.takes > weight.gives:
                    one.gives += _IMPLIED
                    self.note(one, other)
                else:
                    one.takes += _IMPLIED
                    self.note(other, one)

    def note(self, giver: Standing, taker: Standing) -> None:
        """Remember that the text tells who helps whom."""
        self._told.setdefault(id(giver), {})[id(taker)] = taker
        self._tellers.setdefault(id(taker), {})[id(giver)] = giver

    def _guess(self, pairs: Sequence[tuple[Standing, Standing, bool]]) -> None:
        """A partner of known side gives the other side; else the village school receives, or the second named."""
        for one, other, firm in pairs:
            if firm and one.side == other.side != "unknown":
                _part(one, other)
        for one, other, _ in (*pairs, *reversed(pairs)):
            _settle(one, other)
        for one, other, _ in pairs:
            if one.side == other.side == "unknown":
                _give(*((other, one) if _is_rural_first(one, other) else (one, other)), HINT)
            _settle(one, other)
            if one.side != other.side:
                self._guessed.append((one, other) if one.side == "supporter" else (other, one))

    def _tell(self, giver: Standing, taker: Standing, weight: float) -> None:
        _give(giver, taker, weight)
        self.note(giver, taker)

    def _goes_on(self, one: Standing, other: Standing, pair: Pair) -> bool:
        """Whether the first helps on though it is helped, or the second is helped though it helps: by rank or a list's order."""
        if one.side != "recipient" and other.side != "supporter":
            return False
        lower = self._is_lower(one.name, other.name, listed=pair.listed)
        helped = one.side == "recipient" and bool(self._tellers.get(id(one), {}).keys() - {id(other)})
        helps = other.side == "supporter" and bool(self._told.get(id(other), {}).keys() - {id(one)})
        return lower and (helped or helps) and id(one) not in self._told.get(id(other), {})

    def _is_lower(self, one: str, other: str, *, listed: bool) -> bool:
        """Whether the second school is one that the first may help: by their places' sides, by their ranks, or by a list's order."""
        sides = (self._place_side(one), self._place_side(other))
        if sides in (("supporter", "recipient"), ("supporter", None), (None, "recipient")):
            return True
        first, second = _rank(one), _rank(other)
        return second < first if first is not None and second is not None else listed

    def _place_side(self, name: str) -> Side | None:
        place = place_of(name)
        return next((side for known, side in self.places.items() if side != "unknown" and known in place), None)

    def mark_links(self, groups: Sequence[Standing]) -> None:
        """市实验中学 helps 县一中, which helps 镇中学: the school in the middle is on both sides."""
        for giver, taker in self._guessed:
            self.note(giver, taker)
        links = []
        for group in groups:
            if min(group.gives, group.takes) < _ENOUGH or not _SCHOOL.search(group.name):
                continue
            givers = [one for one in self._tellers.get(id(group), {}).values() if group.takes >= 1 or _SCHOOL.search(one.name)]
            takers = [one for one in self._told.get(id(group), {}).values() if _SCHOOL.search(one.name)]
            from_whom = {id(one) for one in givers if one.side == "supporter" or one.gives >= _ENOUGH}
            to_whom = {id(one) for one in takers if one.side == "recipient" or one.takes >= _ENOUGH}
            if from_whom - to_whom and to_whom - from_whom:
                links.append(group)
        for link in links:
            link.in_between = True


def _rank(name: str) -> int | None:
    """How far up a school stands by the smallest place in its name; None without any."""
    return next((rank for rank, pattern in enumerate(_RANKS) if pattern.search(name)), None)


def _settle(one: Standing, other: Standing) -> None:
    """Where one of two partners has a side, the other has the opposite one."""
    if (one.side == "unknown") != (other.side == "unknown"):
        _oppose(*((one, other) if one.side == "unknown" else (other, one)))


def _part(one: Standing, other: Standing) -> None:
    """Two partners on one side: the one of whom less is said (a return gift, a visit) goes to the other side."""
    first, second = abs(one.gives - one.takes), abs(other.gives - other.takes)
    weaker = one if first < second or (first == second and _is_rural_first(one, other)) else other
    if weaker.side == "supporter":
        weaker.takes = weaker.gives + HINT
    else:
        weaker.gives = weaker.takes + HINT


def _is_rural_first(one: Standing, other: Standing) -> bool:
    if _RURAL.search(one.name) and not _RURAL.search(other.name):
        return True
    return bool(_SCHOOL.search(one.name) and _COMPANY.search(other.name))


def _give(giver: Standing, taker: Standing, weight: float) -> None:
    giver.gives += weight
    taker.takes += weight


def _oppose(one: Standing, other: Standing) -> None:
    """``one`` goes to the side that ``other`` is not on."""
    if other.side == "supporter":
        one.takes += HINT
    else:
        one.gives += HINT
