"""Percentages: 30%, 百分之三十, 5个百分点, 千分之五 and 5‰ (0.5), 三成五 (35), 八折 and 七五折 (80, 75).

Leaves alone 三成立 and 八折叠.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.text.numerals import read_number
from extractors.values.measure import ODD_AFTER, Measured, One
from extractors.values.numerals import Numeral

HALF_TENTH = re.compile("半成(?![品年熟])")


_FOLD = re.compile("([一二三四五六七八九])([一二三四五六七八九])折(?!叠|腾|射|合|算|扣|磨|返)")


_PERCENT = re.compile(
    r"[ ]?(?:%|％)|[ ]?‰|(?:个)?百分点|个点(?!位|的)|成(?P<more>[一二三四五六七八九半1-9])?(?!家(?![庭长校])|[立为功员果长人绩就熟本套都语品份因年效交型对批群千吨才语交堆])|折(?!叠|腾|射|合|算"
    r"|扣|磨|返|断|线|页|价|子|旧|弯|成|戟)"
)


HUNDRED = Decimal(100)


def read_two_figures_off(text: str, at: int) -> One | None:
    """七五折 is 75 percent."""
    match = _FOLD.match(text, at) if text[at + 2 : at + 3] == "折" else None
    if match is None:
        return None
    value = Decimal(_ONES.index(match[1]) * 10 + _ONES.index(match[2]))
    return One(Measured(at, match.end(), "percent", value, value), Numeral(at, at + 2, value, value, words=match.group(), han=True), None)


_ONES = "零一二三四五六七八九"


PERCENT_STARTS = frozenset("%％‰个百成折")


def times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    """A bound so many times, open where it is open."""
    return None if value is None else value * factor


def read_percent(text: str, numeral: Numeral) -> Measured | None:
    """The numeral with 个百分点, %, ‰, 成 or 折 behind it."""
    match = _PERCENT.match(text, numeral.end)
    if match is None or numeral.fraction:
        return None
    words = match.group().strip()
    low, high = numeral.low, numeral.high
    if words == "‰":
        low, high = times(low, Decimal("0.1")), times(high, Decimal("0.1"))
    elif words[0] == "成":
        more = Decimal("0.5") if match["more"] == "半" else (read_number(match["more"]) or Decimal(0)) / 10 if match["more"] else Decimal(0)
        if numeral.value is not None and numeral.value > 10:
            return None
        low, high = (None if value is None else (value + more) * 10 for value in (low, high))
    elif words[0] == "折":
        low, high = _fold_price(numeral)
    end, about = match.end(), numeral.about
    if low is not None and low == high and (odd := ODD_AFTER.match(text, end)):
        high, about, end = None, True, odd.end()
    return Measured(numeral.start, end, "percent", low, high, "", about, numeral.end)


def _fold_price(numeral: Numeral) -> tuple[Decimal | None, Decimal | None]:
    """八折 is 80 percent, 八五折 85."""
    if numeral.low is None or numeral.high is None:
        return None, None
    size = 1 if numeral.low > 10 else 10
    return numeral.low * size, numeral.high * size
