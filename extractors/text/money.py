"""Find sums of money, with their bounds, scaled to the unit.

Reads::

    50万元, 1200余万元, 约86.5万元             500000; 12000000 or more, approximate; 865000 approximate
    人民币壹拾伍万元整（￥150000.00元）         150000: two figures of one sum, the capitals count
    大写伍万元，小写50000元                     50000, the same
    ￥2，000，000.00, 500-1000元, 两三万元      2000000; 500 to 1000; 20000 to 30000
    投入资金120万，                             1200000: without 元 only behind a word for money
    港币5万元, 100美元                          50000 HKD; 100 USD

Leaves alone::

    十元素养, 一元二次方程, 三元区, 3万册       no money
    单位：万元, 0元                             a unit without a figure, nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.text.bounds import ABOUT, DOWN, LEAST, LESS, MORE, MOST, ROUND, SOME, UP, WITH, WITHOUT, bounded_amount, plain
from extractors.text.numerals import HAN_DIGIT, HAN_UNIT, NUMBER, read_number, read_pair
from schemas.values import Money

_CURRENCIES = {
    "美元": "USD", "美金": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "港元": "HKD", "港币": "HKD", "澳门元": "MOP",
    "澳门币": "MOP", "新台币": "TWD", "澳元": "AUD", "加元": "CAD", "韩元": "KRW", "瑞士法郎": "CHF", "新加坡元": "SGD", "卢布": "RUB",
    "HK$": "HKD", "US$": "USD", "NT$": "TWD",
}  # fmt: skip
_FOREIGN = "|".join(re.escape(name) for name in _CURRENCIES)
_YUAN = r"(?:元|圆)(?!素|旦|宵|月|件|老|首|宝|购|店|[一二三四]次)(?:人民币)?|块钱"
_UNIT = rf"(?:{_FOREIGN}|{_YUAN})"
_SPACED = r"(?<![0-9.])[0-9]{1,3}(?:[ ][0-9]{3}){1,3}(?![0-9 ])"
_NUMBER = rf"(?:{_SPACED}|{NUMBER})"
_HAN_FIGURE = "[0-9一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
_FRESH = rf"(?:(?<![{HAN_DIGIT}{HAN_UNIT}])|(?=[0-9]))"
_SUM = re.compile(
    rf"(?:(?:(?P<least>{LEAST})|(?P<most>{MOST})|(?P<more>{MORE})|(?P<less>{LESS}))[ ]?)?(?P<about>{ABOUT})?"
    rf"(?P<sign>(?:人民币|RMB|CNY|￥|{_FOREIGN})(?:（?[大小]写）?)?[ ：￥]{{0,3}})?(?P<about2>{ABOUT})?(?P<some>{SOME})?"
    r"(?:(?<=[一-龥])(?<![第期])(?P<first>[1-8一二三四五六七八])、)?"
    rf"{_FRESH}(?P<low>{_NUMBER})(?:（(?:人民币|￥)?(?P<twice>{NUMBER})(?:元?整?)）)?"
    rf"(?:[ ]?(?P<lowscale>万|亿)?元?[ ]?(?:-{{1,2}}|至|到)[ ]?(?P<high>{NUMBER}))?(?P<odd>[多余来几])?[ ]?(?P<scale>[万亿千百十])?(?P<odd2>[多余])?"
    rf"(?P<unit>[ ]?{_UNIT})?(?P<jiao>{_HAN_FIGURE}角)?(?P<fen>零?{_HAN_FIGURE}分)?(?P<odd3>余|多(?=[，。；、）]))?[整正]?"
    rf"(?:（含）)?(?:[ ]?(?:(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:{WITH}|(?P<without>{WITHOUT}))?|(?P<round>{ROUND})))?"
)
_AGAIN = re.compile(
    rf"[ ]?（(?:人民币|RMB|CNY|￥|大写|小写|：|[ ]){{0,5}}(?P<again>{_NUMBER})(?P<scale>[万亿])?{_UNIT}?[整正]?）"
    rf"|[ ]?[，、]?[ ]?（?[大小]写）?[ ]?[：]?[ ]?(?:人民币|￥)?[ ]?(?P<apart>{_NUMBER})(?P<apartscale>[万亿])?{_UNIT}[整正]?"
)
_CAPITAL = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟]")
_SCALES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百": 10**2, "十": 10}
_GLUED = re.compile(r"(?:[第.0-9A-Za-z]|[0-9]-)$")
_MONEY_WORD = re.compile(
    r"(?:资金|经费|费用|款项?|捐款|善款|补助|补贴|奖金|投资|出资|[助奖]学金|预算|金额|拨款)(?:[约达为共计额人民币了到近：]|总额|合计|累计|共计|不少于|不低于|超过?){0,3}$"
)
_NO_YUAN = re.compile(r"[一二三四五](?:元|圆)(?:桥|里|区|论|化|结构|文化|认知|融合|评价|课程|教育|整合|发展|方程|主体|驱动)")
"""三元区, 二元结构: names and terms, not sums of a few 元."""
_SUM_ENDS = re.compile(r"[，。；、）\n/]|$|用于|左右|以上|以内|每")
_SHORT_OF_A_SUM = re.compile(r"[万亿]")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum at its place; ``number`` is where its figure begins. ``figures`` are both values where it is written twice."""

    start: int
    end: int
    number: int
    amount: Money
    bounded: bool
    figures: tuple[str, ...] = ()


def find_sums(text: str, start: int, end: int) -> Iterator[Sum]:
    """The sums of money between two offsets of the normal text. Linear."""
    at = start
    while at < end:
        match = _SUM.search(text, at, end)
        if match is None:
            return
        found = _read(text, match, start, end)
        if found is not None:
            yield found
        at = found.end if found is not None else max(match.end("low"), at + 1)


def _read(text: str, match: re.Match[str], floor: int, end: int) -> Sum | None:
    if not _is_money(text, match, floor):
        return None
    pair = _neighbours(match)
    values = pair or _figures(match)
    if values is None or values[1] == 0 or values[1] < values[0]:
        return None
    words = {name for name, found in match.groupdict().items() if found is not None}
    begin = match.start() if pair or "first" not in words else match.start("low")
    if begin != match.start():
        words -= {"least", "most", "more", "less", "about", "about2"}
    values, stop, figures = _written_twice(text, match, values, end)
    amount, bounded = _amount(match, values, words)
    at = match.start("sign") if match["sign"] and begin == match.start() else match.start("first" if pair else "low")
    return Sum(begin, stop, at, amount, bounded, figures)


def _is_money(text: str, match: re.Match[str], floor: int) -> bool:
    """Whether 元, a currency's sign or a word for money makes the figure a sum."""
    before = text[max(floor, match.start() - 2) : match.start()]
    if _GLUED.search(before) or _NO_YUAN.match(text, match.start("low")):
        return False
    if match["unit"]:
        return match["low"] not in ("万", "亿") or bool(
            match["some"] or match["odd"] or match["odd2"] or match.start() < match.start("low")
        )
    if match["sign"]:
        return "￥" in match["sign"] or match["low"][0].isdecimal()
    if not (_SHORT_OF_A_SUM.search(match["low"][1:]) or match["scale"] in ("万", "亿")) or not _SUM_ENDS.match(text, match.end()):
        return False
    return _MONEY_WORD.search(text[max(floor, match.start() - 12) : match.start()]) is not None


def _neighbours(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """2、3万元 is 20000 to 30000; None for the figures of a list."""
    first, low = match["first"], match["low"]
    if not first or match["high"] or match["twice"]:
        return None
    scale = _SCALES.get(match["scale"] or "", 1)
    if first.isascii():
        bare = low.rstrip("万亿")
        one, other = read_number(first + low[len(bare) :]), read_number(low)
        fits = bare.isdecimal() and bare.isascii() and int(bare) == int(first) + 1
        return (one * scale, other * scale) if fits and one is not None and other is not None else None
    pair = read_pair(first + low)
    return (pair[0] * scale, pair[1] * scale) if pair is not None else None


def _figures(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """The lower and upper figure in units of the currency."""
    low = read_number(match["low"].replace(" ", ""))
    high = read_number(match["high"]) if match["high"] else low
    pair = read_pair(match["low"]) if low is None and not match["high"] else None
    if pair is not None:
        low, high = pair
    if low is None or high is None:
        return None
    scale = _SCALES.get(match["scale"] or "", 1)
    low_scale = _SCALES[match["lowscale"]] if match["lowscale"] else scale
    if match["high"] and match["high"][-1] in "万亿" and match["low"][-1] not in "万亿" and not match["lowscale"]:
        shared = _SCALES[match["high"][-1]]
        low_scale = shared if low < high // shared else low_scale
    small = _small(match)
    return low * low_scale + small, high * scale + small


def _written_twice(
    text: str, match: re.Match[str], values: tuple[Decimal, Decimal], end: int
) -> tuple[tuple[Decimal, Decimal], int, tuple[str, ...]]:
    """The sum with its second figure, if it has one: the values, where it ends, and the figures; capitals count before figures."""
    again = _AGAIN.match(text, match.end(), end)
    if match["twice"]:
        words, scale, stop = match["twice"], _SCALES.get(match["scale"] or "", 1), match.end()
        scale = 1 if words[-1] in "万亿" else scale
    elif again:
        words, scale, stop = again["again"] or again["apart"], _SCALES.get(again["scale"] or again["apartscale"] or "", 1), again.end()
    else:
        return values, match.end(), (plain(values[0]),)
    other = read_number(words.replace(" ", ""))
    if other is None:
        return values, match.end(), (plain(values[0]),)
    other *= scale
    figures = (plain(values[0]), plain(other))
    if _CAPITAL.search(words) and not _CAPITAL.search(match["low"]):
        values = (other, other)
    return values, stop, figures


def _small(match: re.Match[str]) -> Decimal:
    """角 and 分."""
    total = Decimal(0)
    for group, size in (("jiao", "0.1"), ("fen", "0.01")):
        value = read_number(match[group][:-1].lstrip("零")) if match[group] else None
        total += value * Decimal(size) if value is not None else 0
    return total


def _amount(match: re.Match[str], values: tuple[Decimal, Decimal], words: set[str]) -> tuple[Money, bool]:
    named = set(words)
    if words & {"odd", "odd2", "odd3", "some"}:
        named.add("odd")
    if words & {"about2", "round"}:
        named.add("about")
    amount, bounded = bounded_amount(*values, named)
    foreign = re.search(_FOREIGN, f"{match['unit'] or ''}{match['sign'] or ''}")
    return Money(**amount.model_dump(), currency=_CURRENCIES[foreign.group()] if foreign else "CNY"), bounded
