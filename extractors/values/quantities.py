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


_COLD = re.compile("零下$|-$")


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


def read_quantity(text: str, numeral: Numeral) -> Measured | None:
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
    if low is not None and low == high and (odd := ODD_AFTER.match(text, end)):
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
