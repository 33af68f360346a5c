"""Values as the report shows them: names that are safe to look at, numbers, sums of money."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from urllib.parse import quote

from pipeline.printable import one_line
from pipeline.report.model import Sum
from pipeline.report.words import Words
from pipeline.sources.archive_members import MARK

LONGEST = 160
"""Characters of a name or a sentence that are shown; ``report.json`` has them all."""
_TAIL = 40
_MOST_DIGITS = 18
_FEW = Context(prec=3, rounding=ROUND_HALF_UP, Emax=10**9, Emin=-(10**9))


@dataclass(frozen=True, slots=True)
class Place:
    """An address: its last part, what stands before it, and where a browser finds it ("" where it does not)."""

    name: str
    folder: str
    link: str


def text(words: str, longest: int = LONGEST) -> str:
    """Words of a file on one line: what cannot be seen is spelt out, what is too long loses its middle."""
    # a hostile name of a million characters need not be looked at whole
    plain = one_line(words if len(words) <= 4 * longest else f"{words[: 2 * longest]}…{words[-2 * longest :]}")
    return plain if len(plain) <= longest else f"{plain[: longest - _TAIL - 1]}…{plain[-_TAIL:]}"


def place(address: str, under: str) -> Place:
    """An address, without the folder that all have in common."""
    folder, slash, name = address.removeprefix(under).rpartition("/")
    is_here = address.startswith("/") and not address.startswith("//") and MARK not in address and "\\" not in address
    link = "file://" + quote(address, errors="backslashreplace") if is_here and len(address) <= 4096 else ""
    return Place(text(name or address), text(folder + slash), link)


def number(count: int) -> str:
    """12,345."""
    return f"{count:,}"


def share(part: int, whole: int) -> str:
    """A share in per cent; never 100% or 0% where something is missing or there."""
    if not whole:
        return "–"
    percent = 100 * part / whole
    if 0 < part < whole:
        percent = min(max(percent, 0.1), 99.9)
    return f"{percent:.1f}%".replace(".0%", "%")


def plain_sum(value: str, currency: str, said: Words) -> str:
    """1,234,567.50 元, all digits; a number longer than a line is told by its magnitude."""
    return " ".join(_plain(value, currency, said))


def short_sum(value: str, currency: str, said: Words) -> tuple[str, str]:
    """The number and its unit for a glance: 123.5, 万元."""
    amount = Decimal(value)
    if currency == "CNY" and len(value.partition(".")[0]) <= _MOST_DIGITS:
        for scale, name in said.scales:
            if amount >= scale:
                return f"{amount / scale:,.1f}".removesuffix(".0"), name
    return _plain(value, currency, said)


def bounded_sum(total: Sum, said: Words) -> str:
    """A sum with what is open about it."""
    return " ".join(_bounds(total, said, _plain))


def short_bounds(total: Sum, said: Words) -> tuple[str, str]:
    """The same for a glance: 约 123.5, 万元."""
    return _bounds(total, said, short_sum)


def _bounds(total: Sum, said: Words, spell: Callable[[str, str, Words], tuple[str, str]]) -> tuple[str, str]:
    low, unit = spell(total.min, total.currency, said)
    if total.max is None:
        return said.at_least.format(min=low), unit
    if Decimal(total.max) != Decimal(total.min):
        high, last = spell(total.max, total.currency, said)
        return said.between.format(min=low if unit == last else f"{low} {unit}", max=high), last
    return said.about.format(sum=low) if total.approximate else low, unit


def _plain(value: str, currency: str, said: Words) -> tuple[str, str]:
    unit = said.yuan if currency == "CNY" else currency
    whole, _, rest = value.partition(".")
    if len(whole) > _MOST_DIGITS:
        return f"{_FEW.create_decimal(value):.2E}", unit
    cents = "" if not rest.strip("0") else f".{rest:0<2}"
    return f"{int(whole):,}{cents}", unit
