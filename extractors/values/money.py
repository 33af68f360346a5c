"""Sums of money behind or before a figure, by ISO 4217 code.

Reads::

    30万元、￥1，500.00、人民币壹拾贰万元整、三块五、5元2角、100美元、五分钱

Leaves alone::

    十元素养、三元区、三块石头、五角星
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.text.numerals import read_number
from extractors.values.measure import ODD_AFTER, Measured
from extractors.values.numerals import Numeral
from extractors.values.words import currencies

_NAMES = "|".join(sorted((re.escape(word) for word in currencies().entries if len(word) > 1 and word[0] != "元"), key=len, reverse=True))


_SIGN = re.compile(rf"(?P<sign>{_NAMES}|[$￥€£₩₽฿₹₫₱₪₦₴])(?:（?[大小]写）?)?[ ：￥]{{0,3}}$")


_SIGN_ENDS = frozenset(" ：￥写）") | {word[-1] for word in currencies().entries}


_LONGEST_SIGN = 14


_NO_YUAN = re.compile(r"素|旦|宵|月|件|老|首|宝|购|店|年|勋|气|神|凶|帅|朝|明|桥|区|论|一次|二次|培训|评价|化|方程|结构|融合|主体|认知")


_LOOSE_END = re.compile(r"[，。；、！？）\s的/]|$|左右|上下|以上|以下|以内|多|整|[-至到]")


_BLOCK_END = re.compile(r"[，。；、！？）\s的/]|$|左右|上下|以上|以下|以内|多|[-至到]|[0-9零一二两三四五六七八九](?![个名位条])")


_LOOSE = frozenset({"欧", "盾", "镑", "刀", "铢", "新元", "新币", "比索", "法郎", "克朗", "马克", "里拉", "卢比", "索尔", "塔卡", "基普"})


_STONES = frozenset("石木地板砖糖饼玻肉表牌电豆巧蛋面月手田屏黑白草布冰骨肥香毛积金银展试土空菜石煤铁")
"""What 块 counts: 三块石头 is no money."""
_MINOR = {"美分": "USD", "欧分": "EUR", "便士": "GBP", "港仙": "HKD", "戈比": "RUB"}


_COUNTED_THINGS = re.compile(
    "(?:板|屏|石|砖|牌|[田草菜绿]地|(?:切|分|劈|掰|砍|剁|割|剪|拼)(?:成|为|作)|手表|玻璃|电池|显示器|皂|碑)(?:各|共|计|约)?$"
)


def _is_currency(text: str, start: int, end: int, numeral: Numeral) -> bool:
    """Whether the word behind a figure is a currency there: 元素, 三块石头 and 马克思 are not."""
    word = text[start:end]
    if word in ("元", "圆"):
        return len(numeral.words) > 1 or _NO_YUAN.match(text, end) is None
    if word == "块":
        if _COUNTED_THINGS.search(text[max(0, numeral.start - 6) : numeral.start]):
            return False
        return _BLOCK_END.match(text, end) is not None or ("一" <= text[end] <= "龥" and text[end] not in _STONES)
    return word not in _LOOSE or _LOOSE_END.match(text, end) is not None


_SMALL = re.compile(
    r"(?:[零]?(?P<jiao>[0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])[角毛](?!度|形|落|色|逐|膜|钱?票|笔|巾|病))?"
    r"(?:零?(?P<fen>[0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])分(?!钟|之|别|为|校|部|散|布|配|析|类))?(?:钱)?"
)


_SMALL_ALONE = re.compile(
    r"(?:(?P<jiao>角|毛)(?:(?P<odd>[0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])(?:分)?)?(?:钱)?(?![度形落色逐膜票笔巾病架洲星楼树茴亭帽枫巷街钉莲])|(?P<fen>分)钱)(?![一-龥]?形)"
)


_TAIL_FIGURE = re.compile(
    "(?P<tail>[0-9一二两三四五六七八九])(?P<tail2>[0-9一二三四五六七八九])?(?![0-9一二三四五六七八九十百千万个名位元块毛角分年月日])"
)


_CLOSED = re.compile(r"(?:钱)?[整正](?!个|体|合|式|治|改|理|在|常|是)|人民币|RMB")


def sign_before(text: str, at: int, floor: int) -> re.Match[str] | None:
    """The currency's sign or name right before the figure."""
    if at <= floor or text[at - 1] not in _SIGN_ENDS:
        return None
    return _SIGN.search(text[max(floor, at - _LONGEST_SIGN) : at])


def is_plausible(sign: re.Match[str], numeral: Numeral, found: Measured) -> bool:
    """A currency's name before a bare figure: ￥ and codes always, 美元5 only in a list of sums."""
    word = sign["sign"]
    if found.end > numeral.end or not word[0].isalpha() or word.isascii() or word.endswith(("$", "￥")):
        return True
    return word[-1] in "币纸" or sign.group()[-1] in "： "


_AFTER_RENMINBI = re.compile("元|[，。；]|$")
_CAPITALS = frozenset("壹贰叁肆伍陆柒捌玖")
_CENTS = re.compile(rf"(?:零|又)?(?P<number>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}})(?P<unit>{'|'.join(_MINOR)})")
"""三美元五十美分."""
MONEY_STARTS = frozenset(currencies().lengths) | frozenset("角毛分") | {word[0] for word in _MINOR}


def read_money(text: str, numeral: Numeral, currency: str | None) -> Measured | None:
    """The numeral with the currency behind it, or of the sign before it (``currency``), and its 角 and 分."""
    place = numeral.end + 1 if text[numeral.end : numeral.end + 1] == " " else numeral.end
    small = _minor(text, numeral, place)
    if small is not None:
        return small
    found = currencies().at(text, place)
    if found is None or text[place] in "$￥€£" or not _is_currency(text, place, found[0], numeral):
        if currency is None:
            return None
        return Measured(numeral.start, numeral.end, "money", numeral.low, numeral.high, currency, numeral.about, numeral.end)
    end, code = found
    if text[place:end] == "人民币" and currency is None and _AFTER_RENMINBI.match(text, end) is None:
        return None
    found_sum = Measured(numeral.start, end, "money", numeral.low, numeral.high, code, numeral.about, numeral.end)
    found_sum = _with_change(text, found_sum)
    closed = _CLOSED.match(text, found_sum.end)
    unit = currency if currency and code == "CNY" else code
    return found_sum._replace(end=closed.end() if closed else found_sum.end, unit=unit)


def _minor(text: str, numeral: Numeral, place: int) -> Measured | None:
    """五毛, 柒分, 五十美分: sums without a whole unit."""
    if numeral.value is None:
        return None
    if small := _SMALL_ALONE.match(text, place):
        return _small_alone(numeral, small)
    code = "CNY" if numeral.words in _CAPITALS and text.startswith("分", place) else _MINOR.get(text[place : place + 2])
    if code is None:
        return None
    value = numeral.value / 100
    return Measured(numeral.start, place + (1 if code == "CNY" else 2), "money", value, value, code, numeral.about, numeral.end)


def _with_change(text: str, found: Measured) -> Measured:
    """The sum with the smaller units behind it, or the 多 that leaves it open."""
    if found.low is None or found.low != found.high:
        return found
    if cents := _CENTS.match(text, found.end):
        if _MINOR[cents["unit"]] != found.unit:
            return found
        total = found.low + (read_number(cents["number"]) or Decimal(0)) / 100
        return found._replace(end=cents.end(), low=total, high=total)
    if found.unit != "CNY":
        return found
    change, end = _change(text, found.end)
    if not change and (odd := ODD_AFTER.match(text, end)):
        return found._replace(end=odd.end(), high=None, about=True)
    return found._replace(end=end, low=found.low + change, high=found.low + change)


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


def repeated_sign(text: str, at: int) -> int:
    """The length of a sign that the upper figure repeats: ￥100-￥200."""
    match = _SIGN_AGAIN.match(text, at)
    return len(match.group()) if match else 0


_SIGN_AGAIN = re.compile(rf"(?:{_NAMES}|[$￥€£])[ ]?(?=[0-9])")
