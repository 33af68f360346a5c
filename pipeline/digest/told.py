"""A figure as one document tells it: a sum or a count, who gave it and to whom, when the news came out."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.digest.cast import Cast
from pipeline.digest.model import Aside, Kind
from pipeline.digest.pieces import Key
from pipeline.digest.rows import Row

Rate = tuple[str | None, str | None, str | None]
_DONE = "result"
_ANY_LESSON = re.compile("(?:^|[送授上讲])课(?:程|时|堂)?$|送教$")
"""送课12节 and 上示范课12节 are told of the same lessons: what was brought, and of which kind they were."""
TOLD = frozenset({"result", "plan", "duty"})
"""What was done, and what is promised; a condition is neither."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its bounds, None where there is none; ``value`` is the bound by which equal amounts find each other."""

    low: Decimal | None
    high: Decimal | None
    approximate: bool
    value: Decimal

    @property
    def is_exact(self) -> bool:
        """Whether it is one number, told without 约."""
        return self.low is not None and self.low == self.high and not self.approximate

    def may_be(self, other: Amount) -> bool:
        """Whether two tellings can mean one amount: the same bounds, or one of them is told with 约 or 余 about the other's."""
        return self.value == other.value and (self.high == other.high or self.approximate or other.approximate)


@dataclass(frozen=True, slots=True)
class Where:
    """In which article, of which day (counted; 0 where it is not known), in which of its documents, among whom."""

    article: int
    day: int
    document: Key
    cast: Cast


@dataclass(frozen=True, slots=True)
class Told:
    """What sums and counts have in common. ``giver`` and ``receiver`` are the names that the figure's own sentence gives."""

    where: Where
    amount: Amount
    rate: Rate | None
    is_done: bool
    aside: Aside | None
    giver: str | None
    receiver: str | None
    words: str

    @property
    def givers(self) -> Sequence[str]:
        """Who may have given it."""
        return (self.giver,) if self.giver is not None else self.where.cast.givers

    @property
    def receivers(self) -> Sequence[str]:
        """Who may have received it."""
        return (self.receiver,) if self.receiver is not None else self.where.cast.receivers

    @property
    def key(self) -> Hashable:
        """What two tellings of one deed have in common in any case."""
        return self.amount.value, self.rate

    def is_like(self, other: Told) -> bool:
        """Whether the figures can be of one deed, whoever they speak of."""
        return self.amount.may_be(other.amount)


@dataclass(frozen=True, slots=True)
class ToldSum(Told):
    """A sum of money, or goods of a stated value."""

    currency: str
    in_kind: bool
    purpose: str | None

    @property
    def key(self) -> Hashable:
        """With the currency."""
        return self.amount.value, self.rate, self.currency


@dataclass(frozen=True, slots=True)
class ToldCount(Told):
    """So many people, times or things."""

    kind: Kind
    unit: str
    what: str

    @property
    def key(self) -> Hashable:
        """With the unit: 名, 位 and 人 are one."""
        return self.amount.value, self.rate, self.aside == "each", unit_of(self.kind, self.unit)

    def is_like(self, other: Told) -> bool:
        """What is counted is the same, or one word for it holds the other: 支教教师, 教师."""
        if not isinstance(other, ToldCount) or not self.amount.may_be(other.amount):
            return False
        if self.kind == "lessons" and (_ANY_LESSON.search(self.what) or _ANY_LESSON.search(other.what)):
            return True
        return self.what == other.what or bool(self.what and other.what and (self.what in other.what or other.what in self.what))


def unit_of(kind: Kind, unit: str) -> str:
    """The unit for counting: one for people and one for lessons, else the paper's own."""
    return {"people": "名", "lessons": "节"}.get(kind, unit)


def amount_of(low: str | None, high: str | None, *, approximate: bool) -> Amount:
    """An amount of the store."""
    least, most = None if low is None else Decimal(low), None if high is None else Decimal(high)
    return Amount(least, most, approximate, (least if least is not None else most) or Decimal())


def rate_of(row: Row) -> Rate | None:
    """How often, or for whom, an amount is meant; None for once."""
    rate = (row.per_count, row.per_unit, row.for_each)
    return None if rate == (None, None, None) else rate


def is_done(row: Row) -> bool:
    """Whether a figure says what was done."""
    return bool(row.modality == _DONE)


def day_number(day: str | None) -> int:
    """Days since the beginning of the calendar; 0 where the day is not known, or in no calendar (a paper may say year 0)."""
    try:
        return 0 if day is None else date.fromisoformat(day).toordinal()
    except ValueError:
        return 0
