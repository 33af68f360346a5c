"""Measured quantities: 300亩, 1.5吨, 三公里, 一米七五, 半斤, 零下5摄氏度.

Leaves alone words that only begin like a unit: 三克服, 五里河, 两国.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.text.numerals import read_number
from extractors.values.measure import ODD_AFTER, Measured, One
from extractors.values.numerals import Numeral
from extractors.values.words import units

_HALF_UNIT = re.compile("半(?=斤|亩|里(?!程)|公里|公斤|吨|米(?!高)|升(?!降)|尺|寸|丈|两|克|英里|公顷|平方米|度电)")


def read_half_unit(text: str, at: int) -> One | None:
    """半斤, 半公里."""
    if text[at] != "半" or _HALF_UNIT.match(text, at) is None:
        return None
    unit = units().at(text, at + 1)
    if unit is None:
        return None
    value = Decimal("0.5")
    return One(Measured(at, unit[0], "quantity", value, value, unit[1]), Numeral(at, at + 1, value, value, words="半", han=True), None)


QUANTITY_STARTS = frozenset(units().lengths)


_NO_UNIT = {  # what makes another word of a unit
    "克": "服制己隆拉莱州孜", "米": "饭粉线面色老线兰其奇", "里": "面头程边约斯昂应屯长河氏的", "两": "国地校县区市省岸边种个名位次条所家人者方年天会级不委",
    "升": "学级旗起高降格华至入国", "度": "假过日电量数夏", "斤": "两", "方": "面案式法便针向位圆可才能今略程", "码": "头", "斗": "争志", "尺": "度寸", "寸": "土步心",
    "丈": "夫量", "顷": "刻", "担": "任当保负心忧", "磅": "礴", "瓦": "房片解", "伏": "笔击案", "安": "全排置装心", "兆": "头", "平": "方均台安等凡稳", "卡": "片",
    "焦": "点虑裕", "G": "网时手基技信通应站", "T": "恤台", "A": "级股类",
}  # fmt: skip


_LOOSE = frozenset("两方钱斗桶担平伏安卡焦帕码兆里")
"""Behind a figure these are units only where no word follows them."""
_NOT_OF_HAN = frozenset("斗桶码")
_END_OF_UNIT = re.compile(
    r"(?<=两)[肉酒油米茶糖盐银金黄白饭菜药粮]|[，。；、！？）\s”]|$|以上|以下|以内|左右|的|重|长|高|宽|深|厚|多|余|-|至|到|[0-9]"
)
_TAIL = re.compile("(?:[0-9]{1,2}|[零一二三四五六七八九]{1,2})(?![0-9零一二三四五六七八九十百千万亿.个名位米厘分年月日])")
_LIANG = re.compile("([0-9]|[一二两三四五六七八九])两")
_HALVED = frozenset({"斤", "里", "公里", "公斤", "亩", "米", "吨"})
_HALF = Decimal("0.5")
_FIGURES = "零一二三四五六七八九"


def read_quantity(text: str, numeral: Numeral) -> Measured | None:
    """The numeral with the unit of measurement behind it."""
    place = numeral.end + 1 if text[numeral.end : numeral.end + 1] == " " else numeral.end
    found = units().at(text, place)
    if found is None or text.startswith("个半", place) or not _is_unit(text, place, found[0], numeral):
        return None
    end, unit = found
    if unit == "deg":
        degrees = _degrees(text, numeral, end)
        if degrees is None:
            return None
        unit, end = degrees
    return _finished(text, numeral, (place, end), unit)


def _is_unit(text: str, place: int, end: int, numeral: Numeral) -> bool:
    """三克服, 两国, 5G网络 only begin like units."""
    word, behind = text[place:end], text[end : end + 1]
    if word.isascii() and word[-1].isalpha() and behind.isascii() and behind.isalnum():
        return False
    if (behind and behind in _NO_UNIT.get(word, "")) or (word in _NOT_OF_HAN and numeral.han):
        return False
    loose = word in _LOOSE and (word != "里" or numeral.han)
    return not loose or _END_OF_UNIT.match(text, end) is not None


def _finished(text: str, numeral: Numeral, word: tuple[int, int], unit: str) -> Measured:
    """The quantity with what stands around its unit: 零下, 一米七五, 三斤半, 五里多."""
    start, low, high = numeral.start, numeral.low, numeral.high
    name, end, about = text[word[0] : word[1]], word[1], numeral.about
    if unit in ("Cel", "degF") and text.startswith("零下", start - 2):
        low, high, start = _negative(high), _negative(low), start - 2
    if numeral.value is not None and name in ("米", "丈", "尺") and (tail := _TAIL.match(text, end)):
        few = "".join(char if char.isascii() else str(_FIGURES.index(char)) for char in tail.group())
        low = high = numeral.value + Decimal(f"0.{few}")
        end = tail.end()
    elif numeral.value is not None and name == "斤" and (liang := _LIANG.match(text, end)):
        low = high = numeral.value + (read_number(liang[1]) or Decimal(0)) / 10
        end = liang.end()
    elif numeral.value is not None and name in _HALVED and text.startswith("半", end):
        low = high = numeral.value + _HALF
        end += 1
    if low is not None and low == high and (odd := ODD_AFTER.match(text, end)):
        high, about, end = None, True, odd.end()
    return Measured(start, end, "quantity", low, high, unit, about, numeral.end)


def _negative(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


_WARM = re.compile("(?:摄氏|气温|温度|水温|体温|零下|零上|最高温|最低温|高温|低温|温)[^，。；\n]{0,6}$")


def _degrees(text: str, numeral: Numeral, end: int) -> tuple[str, int] | None:
    """度 of electricity, of heat or of an angle, and where its word ends; 三度 alone may be three times."""
    if text.startswith("电", end):
        return "kWh", end + 1
    head = text[max(0, numeral.start - 10) : numeral.start]
    if "华氏" in head:
        return "degF", end
    if _WARM.search(head):
        return "Cel", end
    return None if numeral.han and len(numeral.words) == 1 else ("deg", end)
