"""Dates, durations, rates, amounts and money, in standard notations.

Dates are EDTF strings (ISO 8601-2:2019, level 1 with ``X`` for unknown digits and season codes 21 to 24 and 41); durations
ISO 8601; currencies ISO 4217. Numbers are decimal strings, never floats.
"""

from __future__ import annotations

from schemas.span import Frozen, Span


class Date(Frozen):
    """A calendar date or range as far as it is known; ``earliest`` and ``latest`` are ISO days, both included."""

    edtf: str
    earliest: str | None = None
    latest: str | None = None
    resolved: str | None = None
    span: Span | None = None


class Duration(Frozen):
    """三年 is count 3, unit 年, ``P3Y``; ``iso`` is None for units that ISO 8601 lacks (学期, 学年)."""

    count: str
    unit: str
    iso: str | None = None


class Rate(Frozen):
    """每两年 is count 2, unit 年; 每生每年 has ``for_each`` 生 beside the time rate."""

    count: str
    unit: str
    for_each: str | None = None


class Amount(Frozen):
    """A number with its bounds, both included unless ``exclusive_*`` says otherwise (Civil Code of the PRC, art. 1259)."""

    min: str | None = None
    max: str | None = None
    approximate: bool = False
    exclusive_min: bool = False
    exclusive_max: bool = False


class Money(Amount):
    """An amount in units of its ISO 4217 currency (50万元 is 500000 CNY)."""

    currency: str = "CNY"
