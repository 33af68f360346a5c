"""Numbers in figures, Chinese numerals and capital numerals, alone or mixed.

Reads::

    12、3.5、1，500、3.5万、1亿2千万        12、3.5、1500、35000、120000000
    十二、一百零五、两千、廿五、三万五      12、105、2000、25、35000
    壹拾贰万叁仟、二〇二三、三点五、半      123000、2023、3.5、0.5
    三五、七八十、十七八（read_pair）       3-5、70-80、17-18

Leaves alone::

    十百、两十、一二三四十                  no numeral anybody writes
    千方百计                                the pattern finds 千 and 百: a caller asks for the measure word behind them
"""

from __future__ import annotations

import re
from decimal import Decimal

HAN_DIGIT = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖"
HAN_UNIT = "十百千万亿廿卅拾佰仟"

FIGURES = r"(?<![0-9.])(?:[0-9]{1,3}(?:，[0-9]{3}){1,4}|[0-9]{1,15})(?![0-9])(?:\.[0-9]{1,6}(?![0-9]))?"
"""A number in figures, thousands parted or not (the normal text writes that comma in full width)."""

_POINT = rf"(?<![{HAN_UNIT}])点[零〇一二三四五六七八九]{{1,4}}(?![分刻十])[百千万亿]{{0,2}}"
HAN_NUMBER = rf"(?:[{HAN_DIGIT}{HAN_UNIT}]|参(?=[拾佰仟万]|[圆元][整正])){{1,24}}(?:{_POINT})?"
"""A number in Chinese or capital numerals."""

NUMBER = rf"(?:{FIGURES}(?:[十百千万亿拾佰仟]{{1,2}}(?:零?[0-9]{{1,4}}[百千万亿]{{1,2}}){{0,3}})?|{HAN_NUMBER})"
"""Pattern source of every number that :func:`read_number` and :func:`read_pair` know, except 半; it has no groups."""

_PLAIN = str.maketrans("壹贰叁参肆伍陆柒捌玖拾佰仟〇", "一二三三四五六七八九十百千零")
_FOLDED = frozenset("壹贰叁参肆伍陆柒捌玖拾佰仟〇廿卅")
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LONGEST = 40
_COMMA = re.compile("(?<=[0-9])，(?=[0-9]{3})")
_FIGURES = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")
_POSITIONAL = re.compile("[零一二三四五六七八九]{3,12}|零[零一二三四五六七八九]|[一二三四五六七八九]零")
"""二零二三; without 零, two figures in a row are two numbers (三五名)."""
_STEP = re.compile(r"(零?)([0-9]{1,15}(?:\.[0-9]{1,6})?|[零一二三四五六七八九两]?)([十百千]?)")
_PAIR = re.compile(r"(.{0,6}?)([一二两三四五六七八九])([二三四五六七八九])([十百千万亿]{0,2})")


def read_number(words: str) -> Decimal | None:
    """The value of a numeral, None where the words are none (or stand for two numbers, as 三五)."""
    plain = _plain(words)
    if plain is None:
        return None
    if plain == "半":
        return Decimal("0.5")
    if _FIGURES.fullmatch(plain):
        return Decimal(plain)
    if _POSITIONAL.fullmatch(plain):
        return Decimal("".join(str(_DIGITS[char]) for char in plain))
    if "点" in plain:
        return _pointed(plain)
    return _whole(plain)


def read_pair(words: str) -> tuple[Decimal, Decimal] | None:
    """The bounds of two numerals said in one breath: 三五 is 3 to 5, 七八十 70 to 80, 十七八 17 to 18."""
    plain = _plain(words)
    match = _PAIR.fullmatch(plain) if plain else None
    if match is None:
        return None
    head, low, high, unit = match.groups()
    first, last = _DIGITS[low], _DIGITS[high]
    if not first < last <= first + 2 or (head and head[-1] not in "十百千万亿零"):
        return None
    smaller, larger = _whole(head + low + unit), _whole(head + high + unit)
    return None if smaller is None or larger is None else (smaller, larger)


def _plain(words: str) -> str | None:
    if not words or len(words) > _LONGEST:
        return None
    # most numerals are plain: a look at their characters is far cheaper than translating them
    plain = words if _FOLDED.isdisjoint(words) else words.translate(_PLAIN).replace("廿", "二十").replace("卅", "三十")
    return _COMMA.sub("", plain)


def _pointed(plain: str) -> Decimal | None:
    """三点五, 二点四万."""
    before, _, after = plain.partition("点")
    tail = after.rstrip("百千万亿")
    whole = _whole(before)
    if whole is None or not tail or any(char not in _DIGITS or char == "两" for char in tail):
        return None
    value = Decimal(f"{whole}.{''.join(str(_DIGITS[char]) for char in tail)}")
    scale = _whole("一" + after[len(tail) :]) if len(tail) < len(after) else Decimal(1)
    return None if scale is None else (value * scale).normalize() + 0


def _whole(plain: str) -> Decimal | None:
    """Any numeral with units: 亿 parts it, each part below 亿 has 万 once at most."""
    before, found, after = plain.rpartition("亿")
    if not found:
        return _below_yi(plain)
    many = _below_yi(before) if before else Decimal(1)
    few = _rest(after, 10**8)
    return None if many is None or few is None else many * 10**8 + few


def _below_yi(plain: str) -> Decimal | None:
    before, found, after = plain.partition("万")
    if not found:
        return _section(plain)
    many = _section(before) if before else Decimal(1)
    few = _rest(after, 10**4)
    return None if many is None or few is None else many * 10**4 + few


def _rest(after: str, scale: int) -> Decimal | None:
    """What follows 万 or 亿; a lone figure is said of the next unit: 三万五 is 35000."""
    if not after:
        return Decimal(0)
    if len(after) == 1 and after in _DIGITS and after not in "零两":
        return Decimal(_DIGITS[after] * scale // 10)
    few = _below_yi(after) if scale > 10**4 else _section(after)
    return None if few is None or few >= scale else few


def _section(plain: str) -> Decimal | None:
    """Thousands and less, each unit smaller than the one before."""
    if not plain:
        return None
    total, last, at = Decimal(0), 10**4, 0
    while at < len(plain):
        match = _STEP.match(plain, at)
        if match is None or match.end() == at:
            return None
        value = _step(match, last, at)
        if value is None:
            return None
        total += value[0]
        last, at = value[1], match.end()
    return total


def _step(match: re.Match[str], last: int, at: int) -> tuple[Decimal, int] | None:
    """One figure with its unit: its value and the unit, None where it cannot follow ``last``."""
    zero, figure, unit = match.groups()
    if figure == "零" and unit:
        return None
    if not figure:
        # 百 alone is said of a hundred, but inside a numeral only 十 goes without its figure: 一百十五
        if not unit or (at > 0 and unit != "十") or (at == 0 and zero):
            return (Decimal(0), last) if zero and not unit and at == 0 and match.end() == len(match.string) else None
        figure = "一"
    if figure == "两" and (unit == "十" or (not unit and at > 0)):
        return None
    count = Decimal(_DIGITS[figure]) if figure in _DIGITS else Decimal(figure)
    size = _UNITS.get(unit, 1)
    if size >= last:
        return None
    if not unit and last in (100, 1000) and not zero and figure in _DIGITS:
        size = last // 10
    return count * size, _UNITS.get(unit, 1)
