"""The deeds by who helps whom, by region, and by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from pipeline.digest.cast import Cast
from pipeline.digest.model import Gift, Help, Month, Pair, Region
from pipeline.digest.names import Name, Register
from pipeline.digest.pieces import Piece
from pipeline.digest.places import Gazetteer, Place
from pipeline.digest.tally import Adder

Ends = tuple[str, str]


def pairs(deeds: Iterable[Gift | Help], casts: Sequence[Sequence[Cast]], register: Register) -> tuple[Pair, ...]:
    """Who helps whom: those of the deeds, and those of articles in which one side is one alone; the most told first."""
    adders: dict[Ends, Adder] = {}
    places: dict[Ends, tuple[str | None, str | None]] = {}
    for deed in deeds:
        if deed.giver is not None and deed.receiver is not None and deed.giver != deed.receiver:
            adders.setdefault((deed.giver, deed.receiver), Adder()).add(deed)
            places.setdefault((deed.giver, deed.receiver), (deed.giver_region, deed.receiver_region))
    told = {number for adder in adders.values() for number in adder.articles}
    for number, cast in ((number, cast) for number, some in enumerate(casts, 1) for cast in some):
        for giver, receiver in _told(cast, register, are_told=number in told):
            ends = giver.own, receiver.own
            adders.setdefault(ends, Adder()).articles.add(number)
            places.setdefault(ends, (_name_of(giver.place), _name_of(receiver.place)))
    order = sorted(sorted(adders), key=lambda ends: adders[ends].weight, reverse=True)
    return tuple(
        Pair(giver=ends[0], receiver=ends[1], giver_region=places[ends][0], receiver_region=places[ends][1], **dict(adders[ends].share))
        for ends in order
    )


def _told(cast: Cast, register: Register, *, are_told: bool) -> Iterator[tuple[Name, Name]]:
    """Who helps whom where it is plain: of two and two, an article does not say who helps which.

    Their places speak for them, unless figures of the article (``are_told``) name who helps whom.
    """
    sides = [list(dict.fromkeys(register[name] for name in names)) for names in (cast.givers, cast.receivers)]
    if min(map(len, sides)) != 1 and not are_told:
        sides = [list(dict.fromkeys(register[name] for name in names)) for names in cast.places]
    if min(map(len, sides)) == 1:
        yield from ((giver, receiver) for giver, receiver in product(*sides) if giver is not receiver)


def _name_of(place: Place | None) -> str | None:
    return None if place is None else place.name


@dataclass(slots=True)
class _Sides:
    """What a region gave, and what it received."""

    gave: Adder = field(default_factory=Adder)
    received: Adder = field(default_factory=Adder)


def regions(deeds: Iterable[Gift | Help], casts: Sequence[Sequence[Cast]], gazetteer: Gazetteer) -> tuple[Region, ...]:
    """By region; of which nobody tells anything is not there. An article of two regions is with both, a deed with one alone."""
    sides: dict[str, _Sides] = {}
    for deed in deeds:
        if deed.giver_region is not None:
            sides.setdefault(deed.giver_region, _Sides()).gave.add(deed)
        if deed.receiver_region is not None:
            sides.setdefault(deed.receiver_region, _Sides()).received.add(deed)
    for number, cast in ((number, cast) for number, some in enumerate(casts, 1) for cast in some):
        for spelling in cast.places[0]:
            if (place := gazetteer.place(spelling)) is not None:
                sides.setdefault(place.name, _Sides()).gave.articles.add(number)
        for spelling in cast.places[1]:
            if (place := gazetteer.place(spelling)) is not None:
                sides.setdefault(place.name, _Sides()).received.articles.add(number)
    order = sorted(sides, key=lambda name: (-len(sides[name].gave.articles | sides[name].received.articles), name))
    return tuple(
        Region(name=name, spellings=_spellings(name, gazetteer), gave=sides[name].gave.share, received=sides[name].received.share)
        for name in order
    )


def _spellings(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    place = gazetteer.place(name)
    return () if place is None else tuple(sorted(place.spellings, key=lambda one: (len(one), one)))


def months(deeds: Iterable[Gift | Help], found: Sequence[Piece]) -> tuple[Month, ...]:
    """By month of publication, from the first to the last; what has no day is in none."""
    adders: dict[str, Adder] = {}
    for number, piece in enumerate(found, 1):
        if piece.day is not None:
            adders.setdefault(piece.day[:7], Adder()).articles.add(number)
    for deed in deeds:
        if deed.day is not None:
            # an article stands in the month of its own day, whenever another one told the same deed first
            adders.setdefault(deed.day[:7], Adder()).count(deed)
    return tuple(Month(month=month, **dict(adders[month].share)) for month in sorted(adders))
