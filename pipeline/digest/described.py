"""A deed as the digest tells it: its clearest figure, who gave it to whom, where they are, and which articles say so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypedDict

from pipeline.digest.deeds import Deed
from pipeline.digest.model import Aside, Gift, Help, Range, State
from pipeline.digest.names import Name, Register
from pipeline.digest.pieces import Piece
from pipeline.digest.places import Gazetteer, Place
from pipeline.digest.told import Amount, Told, ToldCount, ToldSum

_HELD: tuple[Aside, ...] = ("part", "total")
"""What one article says of a deed whatever the others say: another sum holds it."""


class _Facts(TypedDict):
    day: str | None
    state: State
    aside: Aside | None
    giver: str | None
    receiver: str | None
    giver_region: str | None
    receiver_region: str | None
    per: str | None
    words: str
    articles: tuple[int, ...]
    amount: Range


class Describer:
    """Knows whom names mean and where places are."""

    def __init__(self, pieces: Sequence[Piece], register: Register, gazetteer: Gazetteer) -> None:
        """``pieces`` are the articles, in the order of their numbers."""
        self._pieces, self._register, self._gazetteer = pieces, register, gazetteer

    def gift(self, deed: Deed[ToldSum]) -> Gift:
        """A sum."""
        first = deed.tellings[0]
        purpose = next((told.purpose for told in deed.tellings if told.purpose), None)
        in_kind = any(told.in_kind for told in deed.tellings)
        return Gift(currency=first.currency, in_kind=in_kind, purpose=purpose, **self._facts(deed))

    def help(self, deed: Deed[ToldCount]) -> Help:
        """A count; what is counted is called by the fullest word."""
        first = deed.tellings[0]
        what = max((told.what for told in deed.tellings), key=len)
        return Help(kind=first.kind, unit=first.unit, what=what or None, **self._facts(deed))

    def _facts(self, deed: Deed[ToldSum] | Deed[ToldCount]) -> _Facts:
        tellings: Sequence[Told] = deed.tellings
        first = tellings[0]
        giver, receiver = self.who(tellings, lambda told: told.giver, lambda told: told.givers), None
        if all(told.receiver is not None or not _gives_to_itself(told) for told in tellings):
            receiver = self.who(tellings, lambda told: told.receiver, lambda told: told.receivers)
        return {
            "day": self._pieces[first.where.article].day,
            "state": "done" if deed.is_done else "planned",
            "aside": _aside(tellings),
            "giver": None if giver is None else giver.own,
            "receiver": None if receiver is None else receiver.own,
            "giver_region": self._region(giver, tellings, 0),
            "receiver_region": self._region(receiver, tellings, 1),
            "per": _per(first),
            "words": first.words,
            "articles": tuple(dict.fromkeys(told.where.article + 1 for told in tellings)),
            "amount": _range(tellings),
        }

    def who(self, tellings: Iterable[Told], own: Callable[[Told], str | None], among: Callable[[Told], Sequence[str]]) -> Name | None:
        """Whom the sentences name, an organisation rather than its place; else the one who alone comes into question."""
        tellings = list(tellings)
        named = [self._register[name] for told in tellings if (name := own(told)) is not None]
        if named:
            return next((name for name in named if not name.is_place), named[0])
        alone = {one.own: one for told in tellings if (one := self._only(among(told))) is not None}
        return next(iter(alone.values())) if len(alone) == 1 else None

    def _only(self, names: Sequence[str]) -> Name | None:
        found = {name.own: name for name in (self._register[name] for name in names)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _region(self, name: Name | None, tellings: Iterable[Told], side: int) -> str | None:
        """Where one is; else the only region that the articles name on that side."""
        if name is not None and name.place is not None:
            return name.place.name
        places = {place.name for told in tellings for place in self.places(told.where.cast.places[side])}
        return places.pop() if len(places) == 1 else None

    def places(self, spellings: Collection[str]) -> list[Place]:
        """The places of some spellings, each once."""
        return list(dict.fromkeys(place for one in spellings if (place := self._gazetteer.place(one)) is not None))


def _aside(tellings: Sequence[Told]) -> Aside | None:
    """Why a deed does not add up; what one article tells for itself counts, though another one tells it among what was given so far."""
    held = next((told.aside for told in tellings if told.aside in _HELD), None)
    return held or (tellings[0].aside if all(told.aside is not None for told in tellings) else None)


def _gives_to_itself(told: Told) -> bool:
    """Whether one who is helped pays: nobody else is known to be helped by it."""
    return told.giver is not None and told.where.cast.is_recipient(told.giver)


def _per(told: Told) -> str | None:
    """每年, 每2年, 每生每年."""
    if told.rate is None:
        return None
    count, unit, each = told.rate
    return "".join(f"每{one}" for one in (each, f"{'' if count in {None, '1'} else count}{unit}" if unit else None) if one) or None


def _range(tellings: Iterable[Told]) -> Range:
    """The clearest of the amounts: one number before about one, bounds before a mere 余."""
    amount = min((told.amount for told in tellings), key=_vagueness)
    low = "0" if amount.low is None else format(amount.low, "f")
    return Range(min=low, max=None if amount.high is None else format(amount.high, "f"), approximate=amount.approximate)


def _vagueness(amount: Amount) -> tuple[bool, bool, bool]:
    return not amount.is_exact, amount.approximate, amount.high is None
