"""Numbers with what they count or measure: money, percentages, quantities, plain numbers, and ranges of them.

Reads::

    30万元、￥1，500.00、人民币壹拾贰万元整、三块五、5元2角、100美元     money, by ISO 4217 code
    30%、百分之三十、5个百分点、千分之五、三成五、八折                   percent: 30, 30, 5, 0.5, 35, 80
    300亩、1.5吨、三公里、零下5摄氏度                                     quantities
    15名、一百二十                                                         numbers
    3至5万元、5%—10%、两到三公里、一百到二百                               ranges

Leaves alone::

    十元素养、三元区、三角形、五分之                                       words
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.values.found import Kind
from extractors.values.measure import ODD_AFTER, Measured, One
from extractors.values.money import MONEY_STARTS, is_plausible, read_money, repeated_sign, sign_before
from extractors.values.numerals import Numeral, read_numeral
from extractors.values.percents import HALF_TENTH, HUNDRED, PERCENT_STARTS, read_percent, read_two_figures_off, times
from extractors.values.quantities import QUANTITY_STARTS, read_half_unit, read_quantity
from extractors.values.words import currencies, measures

_CONNECT = re.compile(r"[ ]?(?:-{1,2}|至|到|~)[ ]?")


_CONNECT_STARTS = frozenset(" -至到~和与")


_FROM = re.compile("(?:从|由|介于|在)$")


_AND = re.compile(r"[ ]?(?:和|与)[ ]?")


def read_measured(text: str, at: int, numeral: Numeral | None = None, floor: int = 0) -> Measured | None:
    """The longest number with its unit, or range of them, whose figure begins at ``at``; a currency's sign may stand before it.

    ``numeral`` is the number there, if it was read before; nothing before ``floor`` is looked at.
    """
    first = _one(text, at, numeral, floor)
    if first is None:
        return None
    return _range(text, first) or first.found


def _one(text: str, at: int, numeral: Numeral | None = None, floor: int = 0) -> One | None:
    char = text[at]
    if char == "百" and text.startswith("百分百", at):
        whole = HUNDRED
        return One(Measured(at, at + 3, "percent", whole, whole), Numeral(at, at + 3, whole, whole, words="百分百", han=True), None)
    if char == "半" and (tenth := HALF_TENTH.match(text, at)):
        half = Decimal(5)
        return One(Measured(at, tenth.end(), "percent", half, half), Numeral(at, at + 1, half, half, words="半", han=True), None)
    if char == "半" or text[at + 2 : at + 3] == "折":
        special = read_half_unit(text, at) or read_two_figures_off(text, at)
        if special is not None:
            return special
    cold = char == "零" and text.startswith("零下", at)
    if cold or numeral is None:
        numeral = read_numeral(text, at + 2 if cold else at)
    if numeral is None:
        return None
    sign = sign_before(text, at, floor)
    currency = currencies().entries[sign["sign"]] if sign else None
    found = _with_unit(text, numeral, currency)
    if cold and (found.kind, found.unit) not in (("quantity", "Cel"), ("quantity", "degF")):
        return None
    if sign is not None and found.kind in ("money", "number") and not numeral.fraction and is_plausible(sign, numeral, found):
        start = at - len(sign.group())
        found = Measured(start, found.end, "money", found.low, found.high, currency or found.unit, found.about, found.numeral_end)
    elif sign is not None and found.kind == "money":
        found = _with_unit(text, numeral, None)
    return One(found, numeral, currency)


def read_speed(text: str, at: int) -> Measured | None:
    """每小时60公里, 时速60公里: the time before the way."""
    match = _SPEED.match(text, at)
    if match is None:
        return None
    found = read_measured(text, match.end()) if match.end() < len(text) else None
    if found is None or found.kind != "quantity" or found.unit not in ("km", "m", "mi", "nmi"):
        return None
    per = {"秒": "s", "分": "min"}.get(match["time"][0], "h") if match["time"] else "h"
    return found._replace(start=at, unit=f"{found.unit}/{per}")


_SPEED = re.compile("(?:每(?P<time>小时|秒钟?|分钟?)|时速(?:为|达到?|约|是|超过)?)[ ]?(?=[0-9一二三四五六七八九十百])")


_DOZEN = re.compile("打(?:[鸡鸭啤铅毛袜丝玫]|[，。；、！？）\\s]|$)")
_TWELVE = Decimal(12)


def _with_unit(text: str, numeral: Numeral, currency: str | None) -> Measured:
    start, end = numeral.start, numeral.end
    if numeral.base is not None:
        low, high = times(numeral.low, HUNDRED), times(numeral.high, HUNDRED)
        odd = ODD_AFTER.match(text, end)
        return Measured(start, odd.end() if odd else end, "percent", low, None if odd else high, "", numeral.about or odd is not None, end)
    place = end + 1 if text[end : end + 1] == " " else end
    behind = text[place : place + 1]
    found = None
    if currency is not None or behind in MONEY_STARTS:
        found = read_money(text, numeral, currency)
    if found is None and behind in PERCENT_STARTS:
        found = read_percent(text, numeral)
    if found is None and behind in QUANTITY_STARTS:
        found = read_quantity(text, numeral)
    if found is not None:
        return found
    if text.startswith("打", end) and _DOZEN.match(text, end) and numeral.value is not None and numeral.base is None:
        return Measured(start, end + 1, "number", times(numeral.low, _TWELVE), times(numeral.high, _TWELVE), "", numeral.about, end)
    single = numeral.han and numeral.words != "两" and len(numeral.words) == 1 and numeral.end - numeral.start == 1
    certain = not single or measures().at(text, place) is not None
    return Measured(start, end, "number", numeral.low, numeral.high, "", numeral.about, end, certain)


def _range(text: str, first: One) -> Measured | None:
    """The second number behind 至, - or 到, and the unit that both share."""
    other = _upper(text, first)
    if other is None:
        return None
    one, two = first.found, other.found
    low, high = _low_of(first, other), two.high if two.high is not None else two.low
    if low is None or high is None or not low < high or (two.high is None and two.kind == "number"):
        return None
    shared = _shared(one, two)
    if shared is None:
        return None
    stop = two.end + 2 if text.startswith("之间", two.end) else two.end
    return Measured(one.start, stop, shared[0], low, high, shared[1], one.about or two.about, two.numeral_end)


def _upper(text: str, first: One) -> One | None:
    """The number behind the word that joins; 和 joins only where 从 stands before or 之间 behind."""
    one, end = first.found, first.found.end
    if text[end : end + 1] not in _CONNECT_STARTS or one.low is None or one.high is None:
        return None
    connect = _CONNECT.match(text, end) or _AND.match(text, end)
    if connect is None or connect.end() >= len(text) or (one.kind == "number" and one.about):
        return None
    other = _one(text, connect.end() + repeated_sign(text, connect.end()))
    if other is None or other.bare.words.startswith("-"):
        return None
    between = text.startswith("之间", other.found.end) and _FROM.search(text[max(0, one.start - 2) : one.start])
    return other if between or connect.re is _CONNECT else None


def _shared(one: Measured, two: Measured) -> tuple[Kind, str] | None:
    """The kind and unit of both: the lower one may leave its unit out, the upper one that of money or of a percentage."""
    if one.kind == "number" or (one.kind, one.unit) == (two.kind, two.unit):
        return two.kind, two.unit
    return (one.kind, one.unit) if two.kind == "number" and one.kind != "quantity" else None


def _low_of(first: One, other: One) -> Decimal | None:
    """The lower figure in the unit, and with the scale (3至5万), of the upper one."""
    low, two = first.found.low, other.found
    if low is None or first.found.kind != "number":
        return low
    figure = other.bare.value
    if two.kind == "percent" and two.low is not None and figure:
        return low * two.low / figure
    scale = _scale_of(other.bare)
    if scale > 1 and not re.search("[万亿]", first.bare.words) and figure is not None and low < figure / scale:
        return low * scale
    return low


def _scale_of(numeral: Numeral) -> Decimal:
    """万 or 亿 at the numeral's end; 十 and 百 too where the first is one figure (三四百)."""
    match = re.search("[百千]?[万亿]+$", numeral.words)
    if match is None:
        return Decimal(1)
    size = Decimal(1)
    for char in match.group():
        size *= {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[char]
    head = numeral.words[: match.start()]
    return size if head and head[-1] not in "百千" else Decimal(10**4 if numeral.words[-1] == "万" else 10**8)
