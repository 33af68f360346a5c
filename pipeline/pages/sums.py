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


def plain_sum(value: str, currency: str, said: SumWords) -> tuple[str, str]:
    """The number and its unit: 1,234,567.50, 元. All digits; a number longer than a line is told by its magnitude."""
    unit = said.yuan if currency == "CNY" else currency
    whole, _, rest = value.partition(".")
    if len(whole) > _MOST_DIGITS or not rest.strip("0"):
        return plain_number(whole), unit
    return f"{int(whole):,}.{rest:0<2}", unit


def short_sum(value: str, currency: str, said: SumWords) -> tuple[str, str]:
    """The same for a glance: 123.5, 万元."""
    amount = Decimal(value)
    if currency == "CNY" and len(value.partition(".")[0]) <= _MOST_DIGITS:
        for scale, name in said.scales:
            if amount >= scale:
                return f"{amount / scale:,.1f}".removesuffix(".0"), name
    return plain_sum(value, currency, said)


def bounds(total: Bounded, said: SumWords, spell: Callable[[str], tuple[str, str]]) -> tuple[str, str]:
    """What ``spell`` makes of both bounds (a number and its unit), with what is open about them: 不少于 2, 万元; 800 元 至 3, 万元."""
    low, unit = spell(total.min)
    if total.max is None:
        return said.at_least.format(min=low), unit
    if Decimal(total.max) != Decimal(total.min):
        high, last = spell(total.max)
        low, unit = said.between.format(min=low if unit == last else f"{low} {unit}", max=high), last
    return said.about.format(sum=low) if total.approximate else low, unit
