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
from typing import NamedTuple

from extractors.text.numerals import read_number
from extractors.values.numerals import Numeral, read_numeral
from extractors.values.words import currencies, measures, units

_NAMES = "|".join(sorted((re.escape(word) for word in currencies().entries if len(word) > 1 and word[0] != "元"), key=len, reverse=True))
_SIGN = re.compile(rf"(?P<sign>{_NAMES}|[$￥€£₩₽฿₹₫₱₪₦₴])(?:（?[大小]写）?)?[ ：￥]{{0,3}}$")
_SIGN_ENDS = frozenset(" ：￥写）") | {word[-1] for word in currencies().entries}
_LONGEST_SIGN = 14
_NO_YUAN = re.compile(r"素|旦|宵|月|件|老|首|宝|购|店|年|勋|气|神|凶|帅|朝|明|桥|区|论|一次|二次|培训|评价|化|方程|结构|融合|主体|认知")
_LOOSE_END = re.compile(r"[，。；、！？）\s的/]|$|左右|上下|以上|以下|以内|多|整|[-至到]")
_BLOCK_END = re.compile(r"[，。；、！？）\s的/]|$|左右|上下|以上|以下|以内|多|[-至到]|[0-9零一二两三四五六七八九](?![个名位条])")
_LOOSE = frozenset({"欧", "盾", "镑", "刀", "铢", "新元", "新币", "比索", "法郎", "克朗", "马克", "里拉", "卢比", "索尔", "塔卡", "基普"})
_MINOR = {"美分": "USD", "欧分": "EUR", "便士": "GBP", "港仙": "HKD", "戈比": "RUB"}


def _is_currency(text: str, start: int, end: int) -> bool:
    """Whether the word behind a figure is a currency there: 元素, 三块石头 and 马克思 are not."""
    word = text[start:end]
    if word in ("元", "圆"):
        return _NO_YUAN.match(text, end) is None
    if word == "块":
        return _BLOCK_END.match(text, end) is not None
    return word not in _LOOSE or _LOOSE_END.match(text, end) is not None


_SMALL = re.compile(
    r"(?:[零]?(?P<jiao>[0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])[角毛](?!度|形|落|色|逐|膜|钱?票|笔|巾|病))?"
    r"(?:零?(?P<fen>[0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])分(?!钟|之|别|为|校|部|散|布|配|析|类))?(?:钱)?"
)
_SMALL_ALONE = re.compile(
    r"(?:(?P<jiao>角|毛)(?:(?P<odd>[0-9一二两三四五六七八九])(?:分)?)?(?:钱)?(?![度形落色逐膜票笔巾病架洲星楼])|(?P<fen>分)钱)(?![一-龥]?形)"
)
_TAIL_FIGURE = re.compile(
    "(?P<tail>[0-9一二两三四五六七八九])(?P<tail2>[0-9一二三四五六七八九])?(?![0-9一二三四五六七八九十百千万个名位元块毛角分年月日])"
)
_CLOSED = re.compile(r"(?:钱)?[整正](?!个|体|合|式|治|改|理|在|常|是)|人民币|RMB")
_HALF_UNIT = re.compile("半(?=斤|亩|里(?!程)|公里|公斤|吨|米(?!高)|升(?!降)|尺|寸|丈|两|克|英里|公顷|平方米|度电)")
_HALF_TENTH = re.compile("半成(?![品年熟])")
_FOLD = re.compile("([一二三四五六七八九])([一二三四五六七八九])折(?!叠|腾|射|合|算|扣|磨|返)")
_PERCENT = re.compile(
    r"[ ]?(?:%|％)|[ ]?‰|(?:个)?百分点|个点(?!位|的)|成(?P<more>[一二三四五六七八九半1-9])?(?![立为功员果长人绩就熟本套都语品份因年效交型家对批群千吨才语交堆])|折(?!叠|腾|射|合|算|扣|磨|返|断|线|页|价|子|旧|弯|成|戟)"
)
_CONNECT = re.compile(r"[ ]?(?:-{1,2}|至|到|~)[ ]?")
_CONNECT_STARTS = frozenset(" -至到~和与")
_FROM = re.compile("(?:从|由|介于|在)$")
_AND = re.compile(r"[ ]?(?:和|与)[ ]?")
_BETWEEN = re.compile("之间")
_COLD = re.compile("零下$|-$")
_ODD_AFTER = re.compile(r"(?:多|余)(?![一-龥]?次|媒|样|[0-9])")
_HUNDRED = Decimal(100)


class Measured(NamedTuple):
    """A number with its unit; ``kind`` is money, percent, quantity or number, ``unit`` a currency or a unit's sign."""

    start: int
    end: int
    kind: str
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    about: bool = False
    numeral_end: int = 0
    certain: bool = True
    """False for a single Chinese figure without a measure word."""


def read_measured(text: str, at: int, numeral: Numeral | None = None, floor: int = 0) -> Measured | None:
    """The longest number with its unit, or range of them, whose figure begins at ``at``; a currency's sign may stand before it.

    ``numeral`` is the number there, if it was read before; nothing before ``floor`` is looked at.
    """
    first = _one(text, at, numeral, floor)
    if first is None:
        return None
    return _range(text, first) or first.found


class _One(NamedTuple):
    """A number with its unit before ranges are looked for; ``bare`` is the numeral alone."""

    found: Measured
    bare: Numeral
    sign: str | None


def _one(text: str, at: int, numeral: Numeral | None = None, floor: int = 0) -> _One | None:
    char = text[at]
    if char == "半" and (tenth := _HALF_TENTH.match(text, at)):
        half = Decimal(5)
        return _One(Measured(at, tenth.end(), "percent", half, half), Numeral(at, at + 1, half, half, words="半", han=True), None)
    if char == "半" or text[at + 2 : at + 3] == "折":
        special = _half_unit(text, at) or _two_figures_off(text, at)
        if special is not None:
            return special
    cold = char == "零" and text.startswith("零下", at)
    if cold or numeral is None:
        numeral = read_numeral(text, at + 2 if cold else at)
    if numeral is None:
        return None
    sign = _sign_before(text, at, floor)
    currency = currencies().entries[sign["sign"]] if sign else None
    found = _with_unit(text, numeral, currency)
    if cold and (found.kind, found.unit) not in (("quantity", "Cel"), ("quantity", "degF")):
        return None
    if sign is not None and found.kind in ("money", "number") and not numeral.fraction and _plausible(sign, numeral, found):
        start = at - len(sign.group())
        found = Measured(start, found.end, "money", found.low, found.high, currency or found.unit, found.about, found.numeral_end)
    elif sign is not None and found.kind == "money":
        found = _with_unit(text, numeral, None)
    return _One(found, numeral, currency)


def _sign_before(text: str, at: int, floor: int) -> re.Match[str] | None:
    """The currency's sign or name right before the figure."""
    if at <= floor or text[at - 1] not in _SIGN_ENDS:
        return None
    return _SIGN.search(text[max(floor, at - _LONGEST_SIGN) : at])


def _half_unit(text: str, at: int) -> _One | None:
    """半斤, 半公里."""
    if text[at] != "半" or _HALF_UNIT.match(text, at) is None:
        return None
    unit = units().at(text, at + 1)
    if unit is None:
        return None
    value = Decimal("0.5")
    return _One(Measured(at, unit[0], "quantity", value, value, unit[1]), Numeral(at, at + 1, value, value, words="半", han=True), None)


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


def _two_figures_off(text: str, at: int) -> _One | None:
    """七五折 is 75 percent."""
    match = _FOLD.match(text, at) if text[at + 2 : at + 3] == "折" else None
    if match is None:
        return None
    value = Decimal(_ONES.index(match[1]) * 10 + _ONES.index(match[2]))
    return _One(Measured(at, match.end(), "percent", value, value), Numeral(at, at + 2, value, value, words=match.group(), han=True), None)


_ONES = "零一二三四五六七八九"


def _plausible(sign: re.Match[str], numeral: Numeral, found: Measured) -> bool:
    """A currency's name before a bare figure: ￥ and codes always, 美元5 only in a list of sums."""
    word = sign["sign"]
    if found.end > numeral.end or not word[0].isalpha() or word.isascii() or word.endswith(("$", "￥")):
        return True
    return word[-1] in "币纸" or sign.group()[-1] in "： "


def _with_unit(text: str, numeral: Numeral, currency: str | None) -> Measured:
    start, end = numeral.start, numeral.end
    base = {"low": numeral.low, "high": numeral.high}
    if numeral.base is not None:
        factor = _HUNDRED
        return Measured(start, end, "percent", _times(base["low"], factor), _times(base["high"], factor), "", numeral.about, end)
    place = end + 1 if text[end : end + 1] == " " else end
    behind = text[place : place + 1]
    found = None
    if currency is not None or behind in _MONEY_STARTS:
        found = _money(text, numeral, currency)
    if found is None and behind in _PERCENT_STARTS:
        found = _percent(text, numeral)
    if found is None and behind in _QUANTITY_STARTS:
        found = _quantity(text, numeral)
    if found is not None:
        return found
    single = numeral.han and len(numeral.words) == 1 and numeral.end - numeral.start == 1
    certain = not single or measures().at(text, place) is not None
    return Measured(start, end, "number", numeral.low, numeral.high, "", numeral.about, end, certain)


_MONEY_STARTS = frozenset(currencies().lengths) | frozenset("角毛分") | {word[0] for word in _MINOR}
_PERCENT_STARTS = frozenset("%％‰个百成折")
_QUANTITY_STARTS = frozenset(units().lengths)


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value * factor


def _money(text: str, numeral: Numeral, currency: str | None) -> Measured | None:
    place = numeral.end + 1 if text[numeral.end : numeral.end + 1] == " " else numeral.end
    small = _SMALL_ALONE.match(text, place)
    if small is not None and numeral.value is not None:
        return _small_alone(numeral, small)
    found = currencies().at(text, place)
    if (minor := _MINOR.get(text[place : place + 2])) and numeral.value is not None:
        value = numeral.value / 100
        return Measured(numeral.start, place + 2, "money", value, value, minor, numeral.about, numeral.end)
    if found is None or text[place] in "$￥€£" or not _is_currency(text, place, found[0]):
        if currency is None:
            return None
        return Measured(numeral.start, numeral.end, "money", numeral.low, numeral.high, currency, numeral.about, numeral.end)
    end, code = found
    if text[place:end] == "人民币" and currency is None and not re.compile("元|[，。；]|$").match(text, end):
        return None
    low, high, about = numeral.low, numeral.high, numeral.about
    if code == "CNY":
        change, end = _change(text, end)
        low, high = (None if value is None else value + change for value in (low, high))
        if low is not None and low == high and (odd := _ODD_AFTER.match(text, end)) and not change:
            high, about, end = None, True, odd.end()
    if closed := _CLOSED.match(text, end):
        end = closed.end()
    return Measured(numeral.start, end, "money", low, high, currency if currency and code == "CNY" else code, about, numeral.end)


def _small_alone(numeral: Numeral, small: re.Match[str]) -> Measured | None:
    """五毛, 两毛五, 三角, 五分钱."""
    if numeral.value is None:
        return None
    size = Decimal("0.1") if small["jiao"] else Decimal("0.01")
    value = numeral.value * size
    if small["odd"]:
        value += (read_number(small["odd"]) or 0) * Decimal("0.01")
    elif small["jiao"] == "角" and small.group() == "角" and not numeral.words:
        return None
    return Measured(numeral.start, small.end(), "money", value, value, "CNY", numeral.about, numeral.end)


def _change(text: str, end: int) -> tuple[Decimal, int]:
    """角 and 分 behind 元; 三块五 leaves 毛 out."""
    small = _SMALL.match(text, end)
    if small is not None and (small["jiao"] or small["fen"]):
        total = Decimal(0)
        for group, size in (("jiao", "0.1"), ("fen", "0.01")):
            total += (read_number(small[group]) or 0) * Decimal(size) if small[group] else 0
        stop = small.end()
        if small["jiao"] and not small["fen"] and (tail := _TAIL_FIGURE.match(text, stop)) and not tail["tail2"]:
            total += (read_number(tail["tail"]) or 0) * Decimal("0.01")
            stop = tail.end()
        return total, stop
    if text[end - 1] == "块" and (tail := _TAIL_FIGURE.match(text, end)):
        first = (read_number(tail["tail"]) or 0) * Decimal("0.1")
        return first + ((read_number(tail["tail2"]) or 0) * Decimal("0.01") if tail["tail2"] else 0), tail.end()
    return Decimal(0), end


def _percent(text: str, numeral: Numeral) -> Measured | None:
    match = _PERCENT.match(text, numeral.end)
    if match is None or numeral.fraction:
        return None
    words = match.group().strip()
    low, high = numeral.low, numeral.high
    if words == "‰":
        low, high = _times(low, Decimal("0.1")), _times(high, Decimal("0.1"))
    elif words[0] == "成":
        more = Decimal("0.5") if match["more"] == "半" else (read_number(match["more"]) or Decimal(0)) / 10 if match["more"] else Decimal(0)
        if numeral.value is not None and numeral.value > 10:  # noqa: PLR2004 - 十成 is all
            return None
        low, high = (None if value is None else (value + more) * 10 for value in (low, high))
    elif words[0] == "折":
        low, high = _fold_price(numeral)
    return Measured(numeral.start, match.end(), "percent", low, high, "", numeral.about, numeral.end)


def _fold_price(numeral: Numeral) -> tuple[Decimal | None, Decimal | None]:
    """八折 is 80 percent, 八五折 85."""
    if numeral.low is None or numeral.high is None:
        return None, None
    size = 1 if numeral.low > 10 else 10  # noqa: PLR2004 - 八五折
    return numeral.low * size, numeral.high * size


_NO_UNIT = {
    "克": "服制己隆拉莱州孜", "米": "饭粉线面色老线兰其奇", "里": "面头程边约斯昂应屯长河氏的", "两": "国地校县区市省岸边种个名位次条所家人者方年天会级不委",
    "升": "学级旗起高降格华至入国", "度": "假过日电量数夏", "斤": "两", "方": "面案式法便针向位圆可才能今略程", "码": "头", "斗": "争志", "钱": "", "尺": "度寸", "寸": "土步心",
    "丈": "夫量", "顷": "刻", "坪": "", "担": "任当保负心忧", "桶": "", "磅": "礴", "瓦": "房片解", "伏": "笔击案", "安": "全排置装心", "兆": "头", "平": "方均台安等凡稳", "卡": "片",
    "焦": "点虑裕", "帕": "", "顷刻": "", "G": "网时手基技信通应站", "T": "恤台", "t": "", "m": "", "g": "", "W": "", "V": "", "A": "级股类",
    "方向": "",
}  # fmt: skip
_METRE_TAIL = re.compile("(?:[0-9]{1,2}|[零一二三四五六七八九]{1,2})(?![0-9零一二三四五六七八九十百千万亿.个名位米厘分年月日])")
_HAN_BOUNDARY = re.compile(
    r"(?<=两)[肉酒油米茶糖盐银金黄白饭菜药粮]|[，。；、！？）\s”]|$|以上|以下|以内|左右|的|重|长|高|宽|深|厚|多|余|-|至|到|[0-9]"
)


def _quantity(text: str, numeral: Numeral) -> Measured | None:
    space = text[numeral.end : numeral.end + 1] == " "
    place = numeral.end + 1 if space else numeral.end
    half = text[place : place + 2] == "个半"
    found = units().at(text, place)
    low, high, start = numeral.low, numeral.high, numeral.start
    if found is None or half:
        return None
    end, unit = found
    word = text[place:end]
    behind = text[end : end + 1]
    if word.isascii() and word[-1].isalpha() and behind.isascii() and behind.isalnum():
        return None
    if behind and behind in _NO_UNIT.get(word, ""):
        return None
    if word in (
        "两",
        "里",
        "方",
        "钱",
        "斗",
        "桶",
        "担",
        "平",
        "伏",
        "安",
        "卡",
        "焦",
        "帕",
        "升",
        "克",
        "码",
        "兆",
    ) and not _HAN_BOUNDARY.match(text, end):
        if word in ("两", "方", "钱", "斗", "桶", "担", "平", "伏", "安", "卡", "焦", "帕", "码", "兆"):
            return None
        if word == "里" and numeral.han:
            return None
    if word in ("桶", "担", "斗", "方", "卡", "码", "安", "G", "T", "A", "V", "度", "°") and word in ("桶", "斗", "码") and numeral.han:
        return None
    if word in ("度", "°") and unit == "deg":
        unit = _degrees(text, numeral, end)
        if numeral.han and len(numeral.words) == 1 and unit == "deg":
            return None
        if text[end : end + 1] == "电":
            unit, end = "kWh", end + 1
    if unit in ("Cel", "degF", "deg") and text[max(0, start - 2) : start] == "零下":
        low, high, start = _negative(high), _negative(low), start - 2
    if word in ("米", "丈", "尺") and numeral.value is not None and (tail := _METRE_TAIL.match(text, end)):
        few = read_number(tail.group()) if len(tail.group()) == 1 else None
        digits = tail.group() if tail.group().isascii() else "".join(str("零一二三四五六七八九".index(char)) for char in tail.group())
        low = high = numeral.value + Decimal(f"0.{digits}") if few is not None or len(digits) > 1 else numeral.value
        end = tail.end()
    if text[end : end + 1] == "半" and word in ("斤", "里", "公里", "公斤", "亩", "米", "吨") and numeral.value is not None:
        low = high = numeral.value + Decimal("0.5")
        end += 1
    about = numeral.about
    if low is not None and low == high and (odd := _ODD_AFTER.match(text, end)):
        high, about, end = None, True, odd.end()
    return Measured(start, end, "quantity", low, high, unit, about, numeral.end)


def _negative(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


_WARM = re.compile("(?:摄氏|气温|温度|水温|体温|零下|零上|最高温|最低温|高温|低温|温)[^，。；\n]{0,6}$")


def _degrees(text: str, numeral: Numeral, end: int) -> str:
    """度 of heat or of an angle, by the words before."""
    head = text[max(0, numeral.start - 10) : numeral.start]
    if text[end : end + 1] in "CF" and text[end : end + 1]:
        return "deg"
    if "华氏" in head:
        return "degF"
    return "Cel" if _WARM.search(head) else "deg"


def _range(text: str, first: _One) -> Measured | None:
    """The second number behind 至, - or 到, and the unit that both share."""
    one, end = first.found, first.found.end
    if text[end : end + 1] not in _CONNECT_STARTS:
        return None
    connect = _CONNECT.match(text, end)
    joined = connect is not None
    if connect is None and _FROM.search(text[max(0, one.start - 2) : one.start]):
        connect = _AND.match(text, end)
    if connect is None or connect.end() >= len(text) or one.low is None or one.high is None:
        return None
    other = _one(text, connect.end() + _repeated_sign(text, connect.end()))
    if other is None or other.found.low is None or (other.bare.words or " ")[0] == "-":
        return None
    two = other.found
    if not joined and not _BETWEEN.match(text, two.end):
        return None
    low = _low_of(first, other)
    if low is None or two.high is None and two.kind == "number":
        return None
    kind, unit = two.kind, two.unit
    if one.kind != "number" and (one.kind, one.unit) != (kind, unit):
        if two.kind != "number" or one.kind == "quantity":
            return None
        kind, unit = one.kind, one.unit
    high = two.high if two.high is not None else two.low
    if high is None or not low < high:
        return None
    stop = two.end + 2 if _BETWEEN.match(text, two.end) else two.end
    if one.kind == "number" and one.about:
        return None
    return Measured(one.start, stop, kind, low, high, unit, one.about or two.about, two.numeral_end)


def _repeated_sign(text: str, at: int) -> int:
    """The length of a sign that the upper figure repeats: ￥100-￥200."""
    match = _SIGN_AGAIN.match(text, at)
    return len(match.group()) if match else 0


_SIGN_AGAIN = re.compile(rf"(?:{_NAMES}|[$￥€£])[ ]?(?=[0-9])")


def _low_of(first: _One, other: _One) -> Decimal | None:
    """The lower figure in the unit, and with the scale (3至5万), of the upper one."""
    low, two = first.bare.value if first.bare.value is not None else first.bare.low, other.found
    if low is None:
        return None
    if first.found.kind != "number":
        low = first.found.low
        if low is None:
            return None
        if first.bare.words and not re.search("[万亿千百]", text_of(first)) and first.found.kind == two.kind:
            return low
        return low
    if two.kind == "percent" and other.bare.value is not None and two.low is not None and other.bare.value:
        return low * two.low / other.bare.value if first.bare.base is None else low * _HUNDRED
    scale = _scale_of(other.bare)
    if scale > 1 and not re.search("[万亿]", first.bare.words) and other.bare.value is not None and low < other.bare.value / scale:
        return low * scale
    return low


def text_of(one: _One) -> str:
    """The numeral's own words."""
    return one.bare.words


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
