"""Ranges of sums to reckon with: what an amount can be, so that only what no reading can bring together is a contradiction.

Reads::

    20万元 → 20万 to 20万; 不少于5万元 → 5万 and more; 20余万元 → 20万 to 30万; 约20万元 → 17万 to 23万

An approximate sum is taken for right within 15 of a hundred: wider than anybody rounds, narrower than a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from extractors.text.bounds import plain
from schemas.values import Amount

_ABOUT = Decimal("0.15")


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, both included; ``high`` is None where it is open."""

    low: Decimal
    high: Decimal | None

    @property
    def is_exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    def meets(self, other: Range) -> bool:
        """Whether one number is in both."""
        return (self.high is None or other.low <= self.high) and (other.high is None or self.low <= other.high)

    def times(self, factor: Range) -> Range:
        """What the product can be."""
        return Range(self.low * factor.low, None if self.high is None or factor.high is None else self.high * factor.high)

    def plus(self, other: Range) -> Range:
        """What the sum can be."""
        return Range(self.low + other.low, None if self.high is None or other.high is None else self.high + other.high)

    def told(self) -> str:
        """It in figures: 50000, 50000以上, 17000-23000."""
        if self.high is None:
            return f"{plain(self.low)}以上"
        return plain(self.low) if self.is_exact else f"{plain(self.low)}-{plain(self.high)}"


ONE = Range(Decimal(1), Decimal(1))


def exactly(value: Decimal | int) -> Range:
    """One number."""
    return Range(Decimal(value), Decimal(value))


def total(ranges: Iterable[Range]) -> Range:
    """The sum of all of them."""
    found = exactly(0)
    for one in ranges:
        found = found.plus(one)
    return found


def range_of(amount: Amount) -> Range:
    """What an amount can be: 20余 is below 30, 约20 within 15 of a hundred."""
    low = Decimal(amount.min) if amount.min is not None else Decimal(0)
    high = Decimal(amount.max) if amount.max is not None else None
    if amount.approximate and high is not None:
        return Range(low * (1 - _ABOUT), high * (1 + _ABOUT))
    if amount.approximate:
        return Range(low, low + _place(low))
    return Range(low, high)


def go_together(one: Amount, other: Amount) -> bool:
    """Whether one number can be meant by both; two different minimums, or two different maximums, cannot."""
    if not (one.approximate or other.approximate):
        if one.max is None and other.max is None:
            return _least(one) == _least(other)
        if one.min is None and other.min is None:
            return _most(one) == _most(other)
    return range_of(one).meets(range_of(other))


def _least(amount: Amount) -> Decimal:
    return Decimal(amount.min or 0) + amount.exclusive_min


def _most(amount: Amount) -> Decimal:
    return Decimal(amount.max or 0) - amount.exclusive_max


def _place(value: Decimal) -> Decimal:
    """What the last figure of a number that is not zero counts: 10 in 60, 100000 in 200000."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** exponent if isinstance(exponent, int) else Decimal(1)
