"""The values of a record as a reviewer sees them in a field and may type them again: 不少于2, 50000元, 2024-09-01, 3年, 每学期.

Whatever is written here, :mod:`pipeline.review.understood` reads back to the same value.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extractors.values.words import currencies
from pipeline.review.notation import AND, HOLDER_END, LISTED
from schemas.agreement import Holder
from schemas.values import Amount, Date, Duration, Money, Rate

_COUNTED = frozenset({"月", "星期"})
"""Units that need 个: 3月 is March."""
_HALF = "0.5"


def write_amount(value: Amount, unit: str = "") -> str:
    """The number with the words that bound it, and ``unit`` behind its figures."""
    low, high = value.min, value.max
    if low is not None and low == high:
        return f"{'约' if value.approximate else ''}{low}{unit}"
    if low is None:
        return "" if high is None else f"{'不满' if value.exclusive_max else '不超过'}{high}{unit}"
    if high is None:
        if value.approximate:
            return f"{low}余{unit}"
        return f"{'超过' if value.exclusive_min else '不少于'}{low}{unit}"
    if value.exclusive_min or value.exclusive_max:
        least = Amount(min=low, exclusive_min=value.exclusive_min)
        return f"{write_amount(least, unit)}{AND}{write_amount(Amount(max=high, exclusive_max=value.exclusive_max), unit)}"
    return f"{'约' if value.approximate else ''}{low}-{high}{unit}"


def write_money(value: Money) -> str:
    """A sum in units of its currency: 50000元, 100美元."""
    return write_amount(value, _currency_name(value.currency))


def write_date(value: Date) -> str:
    """The date in EDTF; in brackets the one with the year that the text fixes, where it has none itself."""
    return value.edtf if value.resolved is None else f"{value.edtf}（{value.resolved}）"


def write_duration(value: Duration) -> str:
    """3年, 0.5年, 6个月, 2学期."""
    return f"{value.count}{'个' if value.unit in _COUNTED else ''}{value.unit}"


def write_rate(value: Rate) -> str:
    """每学期, 每2年, 每半年, 每年每生."""
    count = {"1": "", _HALF: "半"}.get(value.count, value.count)
    shared = "" if value.for_each is None else f"每{value.for_each}"
    return f"每{count}{'个' if count and value.unit in _COUNTED else ''}{value.unit}{shared}"


def write_holders(value: Sequence[Holder]) -> str:
    """甲方 1份；乙方 1份."""
    return LISTED.join(f"{each.holder} {each.count}{HOLDER_END}" for each in value)


def write_names(value: Sequence[str]) -> str:
    """Names, parted by 、, or by ； where one of them has a 、 of its own."""
    if any("、" in name or "，" in name or "," in name for name in value):
        return LISTED.join(value) + (LISTED if len(value) == 1 else "")
    return "、".join(value)


@cache
def _names_by_code() -> dict[str, str]:
    """For each currency the shortest Chinese name that ends with 元 or the like, else the shortest of all."""
    best: dict[str, str] = {}
    for name, code in currencies().entries.items():
        if name[-1] > "\x7f" and not name.startswith("元") and (code not in best or (len(name), name) < (len(best[code]), best[code])):
            best[code] = name
    return best


def _currency_name(code: str) -> str:
    return "元" if code == "CNY" else _names_by_code().get(code, code)
