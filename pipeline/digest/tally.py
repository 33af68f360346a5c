"""Deeds added up. What stands aside is told, and in no sum; goods and all else are added up by thing alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypedDict

from pipeline.adding import Adding
from pipeline.digest.model import KINDS, Count, Gift, Goods, Help, Kind, Money, Range, Share, Tally, Thing

_ADDED: frozenset[Kind] = frozenset({"people", "attendances", "visits", "lessons"})
_ThingKey = tuple[Kind, str | None, str]


class _Total(TypedDict):
    min: str
    max: str | None
    approximate: bool
    items: int


@dataclass(slots=True)
class Adder:
    """What is told of somebody, or of some time, while it is being added up; each sum is of what was done, or of what is planned."""

    articles: set[int] = field(default_factory=set)
    _counts: dict[tuple[bool, Kind], Adding] = field(default_factory=dict)
    _goods: dict[tuple[bool, _ThingKey], Adding] = field(default_factory=dict)
    _money: dict[tuple[bool, str, bool], Adding] = field(default_factory=dict)

    def add(self, deed: Gift | Help) -> None:
        """One more deed, and the articles that tell it."""
        self.articles.update(deed.articles)
        self.count(deed)

    def count(self, deed: Gift | Help) -> None:
        """One more deed alone."""
        is_done = deed.state == "done"
        if deed.aside is not None:
            return
        if isinstance(deed, Gift):
            _add(self._money.setdefault((is_done, deed.currency, deed.in_kind), Adding()), deed.amount)
        elif deed.kind in _ADDED:
            _add(self._counts.setdefault((is_done, deed.kind), Adding()), deed.amount)
        else:
            _add(self._goods.setdefault((is_done, _thing(deed)), Adding()), deed.amount)

    @property
    def weight(self) -> tuple[int, Decimal, int]:
        """By which the most told comes first: its articles, the yuan that were given, how many deeds there are."""
        yuan = sum((adding.low for key, adding in self._money.items() if key[:2] == (True, "CNY")), Decimal())
        deeds = sum(adding.items for sums in (self._counts, self._goods, self._money) for adding in sums.values())
        return len(self.articles), yuan, deeds

    def tally(self, *, is_done: bool) -> Tally:
        """What was done, or what is planned."""
        counts = sorted((KINDS.index(key[1]), key[1], adding) for key, adding in self._counts.items() if key[0] == is_done)
        money = sorted((key[1] != "CNY", *key[1:], adding) for key, adding in self._money.items() if key[0] == is_done)
        goods = _in_order({key[1]: adding for key, adding in self._goods.items() if key[0] == is_done})
        return Tally(
            counts=tuple(Count(kind=kind, **_total(adding)) for _, kind, adding in counts),
            goods=tuple(Goods(kind=kind, what=what, unit=unit, **_total(adding)) for (kind, what, unit), adding in goods),
            money=tuple(Money(currency=currency, in_kind=in_kind, **_total(adding)) for _, currency, in_kind, adding in money),
        )

    @property
    def share(self) -> Share:
        """All of it."""
        return Share(articles=tuple(sorted(self.articles)), done=self.tally(is_done=True), planned=self.tally(is_done=False))


def things(helps: Iterable[Help]) -> tuple[Thing, ...]:
    """What was done, by what is counted."""
    sums: dict[_ThingKey, Adding] = {}
    articles: dict[_ThingKey, set[int]] = {}
    for deed in helps:
        if deed.state == "done" and deed.aside is None:
            _add(sums.setdefault(_thing(deed), Adding()), deed.amount)
            articles.setdefault(_thing(deed), set()).update(deed.articles)
    return tuple(
        Thing(kind=key[0], what=key[1], unit=key[2], articles=tuple(sorted(articles[key])), **_total(adding))
        for key, adding in _in_order(sums)
    )


def _in_order(sums: dict[_ThingKey, Adding]) -> list[tuple[_ThingKey, Adding]]:
    """By kind; within one, what most deeds count comes first."""
    return sorted(sums.items(), key=lambda item: (KINDS.index(item[0][0]), -item[1].items, -item[1].low, item[0][1] or "", item[0][2]))


def _thing(deed: Help) -> _ThingKey:
    return deed.kind, deed.what, "名" if deed.kind == "people" else deed.unit


def _add(adding: Adding, amount: Range) -> None:
    adding.add(amount.min, amount.max, approximate=amount.approximate)


def _total(adding: Adding) -> _Total:
    return {"min": adding.least, "max": adding.most, "approximate": adding.approximate, "items": adding.items}
