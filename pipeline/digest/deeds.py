"""Which tellings are of one deed: one sum that three papers tell was given once.

Two articles tell one deed where the amounts agree, the articles came out within ten days, nothing speaks against the givers and the
receivers being the same, and enough speaks for it. A figure's own sentence speaks loudest (广州市白云区, 白云区教育局); where it names
nobody, those whom its article names on that side speak a little.

Leaves alone::

    two figures of one document                              it tells them apart
    5万元 to 甲小学, 5万元 to 乙小学, on one day             other receivers
    20万元 this year, 20万元 a year later                    other days
    50万元 planned, after 50万元 were given                  a plan comes before its deed
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Generic, TypeVar

from pipeline.digest.names import Likeness, Name, Register
from pipeline.digest.told import Told

DAYS = 10
"""Between the first article that tells a deed and the last one."""
ENOUGH_FOR_SUMS = 2
"""One side named in both sentences, or both sides by the articles."""
ENOUGH_FOR_COUNTS = 3
"""Small counts are told every day: both sides must agree, one of them in the sentences."""
_FOR_A_PLAN = 3
"""A plan that came true, where the papers say so of the same ones."""
_OWN = {Likeness.SAME: 2, Likeness.AKIN: 2, Likeness.ALIKE: 1, Likeness.INSIDE: 0}
_AMONG = {Likeness.SAME: 1, Likeness.AKIN: 1, Likeness.ALIKE: 1, Likeness.INSIDE: 0, Likeness.NEAR: 0}
_MOST = 32
"""Deeds that are looked at for one telling under one name, and faces of a deed."""
_FACES, _NAMES = 6, 12
_T = TypeVar("_T", bound=Told)
_Side = tuple[Name | None, Sequence[Name]]
"""Who is named in the sentence, and who may be meant where nobody is."""


@dataclass(frozen=True, slots=True)
class _Face:
    """By whom and for whom a telling says that a deed was done."""

    giver: _Side
    receiver: _Side

    @property
    def is_told(self) -> int:
        """How many of its sides the sentence names."""
        return (self.giver[0] is not None) + (self.receiver[0] is not None)


@dataclass(slots=True)
class Deed(Generic[_T]):
    """What was done once; ``tellings`` in the order of the articles' days."""

    tellings: list[_T]
    faces: list[_Face] = field(default_factory=list)
    documents: set[tuple[int, int]] = field(default_factory=set)

    @property
    def is_done(self) -> bool:
        """Whether one of the articles says that it was."""
        return any(told.is_done for told in self.tellings)


class Deeds(Generic[_T]):
    """Tellings brought together as deeds."""

    def __init__(self, register: Register, enough: int) -> None:
        """``enough`` is what must speak for two tellings being of one deed."""
        self._register, self._enough = register, enough
        self._by_name: dict[Hashable, list[Deed[_T]]] = {}
        self.found: list[Deed[_T]] = []

    def take(self, tellings: Iterable[_T]) -> None:
        """Tellings in the order of their days; of one document, those that say the most come first."""
        for document in _by_document(tellings):
            faces = [(told, self._face(told)) for told in document]
            for told, face in sorted(faces, key=lambda one: -one[1].is_told):
                deed = self._fitting(told, face)
                if deed is None:
                    deed = Deed([])
                    self.found.append(deed)
                self._add(deed, told, face)

    def _face(self, told: Told) -> _Face:
        return _Face(self._side(told.giver, told.givers), self._side(told.receiver, told.receivers))

    def _side(self, own: str | None, among: Sequence[str]) -> _Side:
        return (self._register[own] if own is not None else None), [self._register[name] for name in among[:_NAMES]]

    def _add(self, deed: Deed[_T], told: _T, face: _Face) -> None:
        deed.tellings.append(told)
        deed.documents.add(told.where.document)
        if len(deed.faces) < _FACES:
            deed.faces.append(face)
        for key in _keys(told, face):
            named = self._by_name.setdefault(key, [])
            if not named or named[-1] is not deed:
                named.append(deed)

    def _fitting(self, told: _T, face: _Face) -> Deed[_T] | None:
        """The deed that a telling is of: the one for which the most speaks."""
        best, most = None, (-1, -1)
        for deed in self._near(told, face):
            speaks = self._speaks(deed, told, face)
            if speaks is not None and speaks > most:
                best, most = deed, speaks
        return best

    def _near(self, told: _T, face: _Face) -> Iterator[Deed[_T]]:
        """Deeds of the same amount and of late, that have a name in common with a telling."""
        seen: set[int] = set()
        for key in _keys(told, face):
            for deed in islice(reversed(self._by_name.get(key, [])), _MOST):
                if told.where.day - deed.tellings[0].where.day > DAYS:
                    break
                if id(deed) not in seen and told.where.document not in deed.documents:
                    seen.add(id(deed))
                    yield deed

    def _speaks(self, deed: Deed[_T], told: _T, face: _Face) -> tuple[int, int] | None:
        """How much speaks for a telling being of a deed, what is done or planned in both first; None where something speaks against it."""
        if not told.is_like(deed.tellings[0]):
            return None
        points = -1
        for other in deed.faces:
            if (found := self._alike(face, other)) is None:
                return None
            points = max(points, found)
        is_same_state = any(one.is_done == told.is_done for one in deed.tellings)
        if not is_same_state and not (told.is_done and points >= _FOR_A_PLAN):
            return None
        return (is_same_state, points) if points >= self._enough else None

    def _alike(self, one: _Face, other: _Face) -> int | None:
        receiver = self._sides_alike(one.receiver, other.receiver)
        giver = self._sides_alike(one.giver, other.giver) if receiver is not None else None
        return None if giver is None or receiver is None else giver + receiver

    def _sides_alike(self, one: _Side, other: _Side) -> int | None:
        """The points for one side; None where it is another one."""
        if one[0] is not None and other[0] is not None:
            return _OWN.get(self._register.likeness(one[0], other[0]))
        pairs = [self._register.likeness(*pair) for pair in product(one[1], other[1])]
        return _AMONG.get(min(pairs)) if pairs else 0


def _by_document(tellings: Iterable[_T]) -> Iterator[list[_T]]:
    """Runs of tellings of one document."""
    run: list[_T] = []
    for told in tellings:
        if run and run[-1].where.document != told.where.document:
            yield run
            run = []
        run.append(told)
    if run:
        yield run


def _keys(told: Told, face: _Face) -> Iterator[Hashable]:
    """Under which a deed is found again: its amount, with each name. Receivers tell more, for a giver gives to many."""
    for at, (own, among) in enumerate((face.receiver, face.giver)):
        for name in (own,) if own is not None else among:
            for key in name.keys:
                yield told.key, at, key
