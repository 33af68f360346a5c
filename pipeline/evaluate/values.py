"""Numbers, bounds, rates and dates as they are compared, and as they are shown in a few characters of no language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pipeline.evaluate.gold import Day, GoldAmount, GoldDuration, GoldRate, Number
from schemas.values import Amount, Date, Duration, Rate

Figure = Decimal | str | None
"""A number; words where an annotation has no number."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """At least and at most: ``2``, ``2..`` (at least 2), ``..3`` (at most 3), ``1..2``."""

    low: Figure
    high: Figure

    def __str__(self) -> str:
        """In a few characters."""
        if self.low == self.high:
            return shown(self.low)
        return f"{shown(self.low)}..{shown(self.high)}"


@dataclass(frozen=True, slots=True)
class Every:
    """``/学期`` (每学期), ``/2年`` (每两年)."""

    count: Figure
    unit: str | None

    def __str__(self) -> str:
        """In a few characters."""
        return f"/{'' if self.count == 1 else shown(self.count)}{self.unit or ''}"


@dataclass(frozen=True, slots=True)
class Length:
    """``3年``."""

    count: Figure
    unit: str

    def __str__(self) -> str:
        """In a few characters."""
        return f"{shown(self.count)}{self.unit}"


Value = Figure | Bounds | Every | Length


def number(value: Number | None) -> Figure:
    """The number that stands there; 3, "3" and "3.0" are one."""
    try:
        found = None if value is None else Decimal(str(value))
    except InvalidOperation:
        return str(value)
    return found if found is None or found.is_finite() else str(value)


def bounds(amount: GoldAmount | Amount | None) -> Bounds | None:
    """The bounds of an amount; whether it is about so much is not compared."""
    return Bounds(number(amount.min), number(amount.max)) if amount else None


def every(rate: GoldRate | Rate | None) -> Every | None:
    """The time or the unit that a number holds for."""
    return Every(number(rate.count), rate.unit) if rate else None


def length(duration: GoldDuration | Duration | None) -> Length | None:
    """A duration as it is written: 一年 is not 十二个月."""
    return Length(number(duration.count), duration.unit) if duration else None


def day(date: Day | Date) -> str | None:
    """A date in EDTF."""
    return (date if isinstance(date, str) else date.edtf if date else None) or None


def shown(value: Value) -> str:
    """Any value in a few characters; nothing where there is none."""
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
