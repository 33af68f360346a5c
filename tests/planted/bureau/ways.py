"""The table of ways to break a rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.planted.bureau.draft import Ask
from tests.planted.bureau.paper import Paper

Break = Callable[[Paper], str]


@dataclass(frozen=True, slots=True)
class Way:
    """What paper is wanted, and what is done to it; the doing tells the finding's subject."""

    ask: Ask
    do: Break


WAYS: dict[str, list[Way]] = {}


def way(rule: str, *asks: Ask) -> Callable[[Break], Break]:
    """Enter a function as one way to break a rule, once for each kind of paper."""

    def enter(do: Break) -> Break:
        WAYS.setdefault(rule, []).extend(Way(ask, do) for ask in asks or (Ask(),))
        return do

    return enter


def forget(paper: Paper, index: int) -> None:
    """Take a party's own names out of every text but its head."""
    party = paper.parties[index]
    names = [name for name in (party.alias, party.body.name) if name]
    paper.title = [paper.rng.choice(paper.scene.titles)]
    for name in names:
        paper.preamble = [text.replace(name, party.role) for text in paper.preamble]
        for unit in paper.units.values():
            unit.items = [text.replace(name, party.role) for text in unit.items]
    party.alias = None
    for sign in paper.signs:
        if sign.role == party.role:
            sign.name, sign.person = None, sign.person or party.head
