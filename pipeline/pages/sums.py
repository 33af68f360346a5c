"""Exact decimals as pages show them: sums of money and counts, with what is open about them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Protocol

from pipeline.messages import Lang

_MOST_DIGITS = 18
_FEW = Context(prec=3, rounding=ROUND_HALF_UP, Emax=10**9, Emin=-(10**9))


@dataclass(frozen=True, slots=True)
class SumWords:
    """The words of sums, in a language."""

    at_least: str
    between: str
    about: str
    yuan: str
    scales: tuple[tuple[int, str], ...]


class Bounded(Protocol):
    """A sum: ``max`` None where it is open above."""

    @property
    def min(self) -> str:
        """The least that it can be."""

    @property
    def max(self) -> str | None:
        """The most."""

    @property
    def approximate(self) -> bool:
        """Whether a part of it is told with 约."""


class BoundedSum(Bounded, Protocol):
    """One of money."""

    @property
    def currency(self) -> str:
        """ISO 4217."""


_ZH = SumWords("不少于 {min}", "{min} 至 {max}", "约 {sum}", "元", ((10**8, "亿元"), (10**4, "万元")))
_EN = SumWords("at least {min}", "{min} to {max}", "about {sum}", "CNY", ((10**9, "bn CNY"), (10**6, "m CNY")))


def sum_words(lang: Lang) -> SumWords:
    """Those of a language."""
    return _EN if lang == "en" else _ZH


def plain_number(value: str) -> str:
    """1,234,567.5, all digits; a number longer than a line is told by its magnitude."""
    whole, _, rest = value.partition(".")
    if len(whole) > _MOST_DIGITS:
        return f"{_FEW.create_decimal(value):.2E}"
    rest = rest.rstrip("0")
    return f"{int(whole):,}.{rest}" if rest else f"{int(whole):,}"


def plain_sum(value: str, currency: str, said: SumWords) -> str:
    """1,234,567.50 元, all digits; a number longer than a line is told by its magnitude."""
    shown = plain_number(value)
    whole, point, cents = shown.partition(".")
    unit = said.yuan if currency == "CNY" else currency
    return f"{whole}.{cents:0<2} {unit}" if point and "E" not in shown else f"{shown} {unit}"


def short_sum(value: str, currency: str, said: SumWords) -> tuple[str, str]:
    """The number and its unit for a glance: 123.5, 万元."""
    amount = Decimal(value)
    unit = said.yuan if currency == "CNY" else currency
    if currency == "CNY" and len(value.partition(".")[0]) <= _MOST_DIGITS:
        for scale, name in said.scales:
            if amount >= scale:
                return f"{amount / scale:,.1f}".removesuffix(".0"), name
    shown, _, _ = plain_sum(value, currency, said).partition(" ")
    return shown, unit


def bounded_sum(total: BoundedSum, said: SumWords) -> str:
    """A sum with what is open about it."""
    return bounded(total, said, lambda value: plain_sum(value, total.currency, said))


def bounded(total: Bounded, said: SumWords, shown: Callable[[str], str]) -> str:
    """What ``shown`` makes of both bounds (a number, a space, its unit), with what is open about them."""
    low = shown(total.min)
    if total.max is None:
        return said.at_least.format(min=low)
    is_range = Decimal(total.max) != Decimal(total.min)
    told = said.between.format(min=low.rpartition(" ")[0], max=shown(total.max)) if is_range else low
    return said.about.format(sum=told) if total.approximate else told
