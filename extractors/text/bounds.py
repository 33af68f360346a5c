"""The words that bound a figure: 不少于, 不超过, 超过, 不足, 约, 数; and what a reader makes of them.

Reads::

    不少于, 不应低于, 至少, 起码, ≥         the figure and more
    不超过, 不得多于, 最多, 控制在, ≤        the figure and less
    超过, 逾, 超, >                          more than the figure
    不足, 不到, 低于, <                      less than the figure

Source: Civil Code of the PRC, art. 1259 (以上, 以下, 以内 include the figure itself; 超过, 不满, 以外 do not).
"""

from __future__ import annotations

from decimal import Decimal

from schemas.values import Amount

_SURE = r"(?:应|须|需|均|都|合计|累计)?"
_NOT = r"不(?:得|能|应|宜|可|会|要)?"
LEAST = rf"{_SURE}(?:{_NOT}(?:少于|低于|小于|短于|下于)|至少|最少|最低|起码|≥|≧|>=)"
MOST = rf"{_SURE}(?:{_NOT}(?:超过|超出|超|多于|高于|大于|长于)|(?:未|没有)超过|最多|至多|最高|上限为?|控制在|≤|≦|<=)"
MORE = r"超过|突破|多于|大于|高于|超出|超|逾|(?<!-)>"
LESS = r"不足|不到|不满|未满|未达到?|少于|小于|低于|短于|<"
ABOUT = r"大约|大概|约为|约计|约有|约|将近|接近|近|差不多"
SOME = r"(?:好几|[数几])(?=[十百千万亿])|上(?=[百千万亿])"
UP = r"及以上|或以上|以上|之上"
DOWN = r"及以下|或以下|以下|之下|以内|之内|为(?:上)?限"
ROUND = r"左右|上下"
WITHOUT = r"（不(?:包)?含(?:本数)?[0-9一二三四五六七八九十百千万元]{0,10}[名人个次所节]?）"
WITH = r"（(?:包)?含(?:本数)?[0-9一二三四五六七八九十百千万元]{0,10}[名人个次所节]?）"


def plain(value: Decimal) -> str:
    """A decimal string without exponent or trailing zeros."""
    words = f"{value:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def bounded_amount(low: Decimal, high: Decimal, words: set[str]) -> tuple[Amount, bool]:
    """The amount of a figure, or of a range, beside ``words``; and whether it is bounded on one side.

    ``words`` names what stands there: ``least``, ``most``, ``more``, ``less``, ``up``, ``down``, ``without`` (不含本数), ``odd`` (60余),
    ``about``.
    """
    least, most = plain(low), plain(high)
    if words & {"least", "up"}:
        return Amount(min=least, exclusive_min="without" in words), True
    if "more" in words:
        return Amount(min=least, exclusive_min=True), True
    if "less" in words:
        return Amount(max=most, exclusive_max=True), True
    if words & {"most", "down"}:
        return Amount(max=most, exclusive_max="without" in words), True
    if "odd" in words:
        return Amount(min=least, approximate=True), False
    return Amount(min=least, max=most, approximate="about" in words), False
