"""Find counts: a number, or a range, with its bounds and its measure word.

Reads::

    不少于3次, 至少举办四次, ≥2节    min 3; min 4; min 2
    1—2名, 三至五节, 三五名, 三、四名  1 to 2; 3 to 5; 3 to 5; 3 to 4
    60余次, 约30人, 8家左右          min 60 approximate; 30 approximate; 8 approximate
    超过600人次, 15节以上            more than 600; min 15
    三（3）名, 两个半月              3 名; 2.5 月
    两教师, 九大帮扶项目             2 and 9 without a measure word

Leaves alone::

    第一次, 五年级, 初一, 2021届      ordinals, grades, years of graduation
    1+1, “百千万”工程, 《三个一》     figures in proper names
    2023年9月1日, 8：30, 100%         dates, times of day, shares

Whether a count is a quota is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.text.bounds import ABOUT, DOWN, LEAST, LESS, MORE, MOST, ROUND, SOME, UP, WITH, WITHOUT, bounded_amount
from extractors.text.count_phrases import counts_nothing
from extractors.text.measure_words import PEOPLE_UNITS, TIME_UNITS, UNIT, unit_name
from extractors.text.numerals import HAN_DIGIT, HAN_UNIT, NUMBER, read_number, read_pair
from schemas.values import Amount

_FRESH = rf"(?:(?<![{HAN_DIGIT}{HAN_UNIT}])|(?=[0-9]))"
"""A numeral is taken from its beginning; figures may follow one (每周五1次)."""
_NUMERAL = re.compile(f"[0-9半{HAN_DIGIT}{HAN_UNIT}]")
_BEGINNINGS = (
    "".join(sorted({char for char in LEAST + MOST + MORE + LESS + ABOUT + SOME + NUMBER if char > "\x7f"})) + "0-9半一二三四五六七八"
)
"""With one of these every count begins: a look at one character is cheaper than the whole pattern at each."""
_COUNT = re.compile(
    rf"(?=[{_BEGINNINGS}])(?:(?:(?P<least>{LEAST})|(?P<most>{MOST})|(?P<more>{MORE})|(?P<less>{LESS}))[ ]?)?(?P<about>{ABOUT})?(?P<some>{SOME})?"
    # 三、四名: two neighbours are said in one breath; 第三、四节 and 周一、二 are ordinals, and after a line's start 1、 is a list's number
    r"(?:(?<=[一-龥])(?<![第周期初高])(?P<first>[1-8一二三四五六七八])、)?"
    rf"{_FRESH}(?P<low>{NUMBER}|半(?=个?(?:年|月|天|日|学期)))(?:（含）|（(?P<twice>{NUMBER})）)?"
    rf"(?:[ ]?(?P<lowunit>名|人|位|次|节|个|所|项|场|天|周|%)?[ ]?(?:-{{1,2}}|至|到)[ ]?(?P<high>{NUMBER}))?"
    r"(?P<odd>[多余来几])?(?P<scale>[万亿])?(?P<odd2>[多余])?"
    rf"(?:[ ]?(?:(?P<halves>个半)(?P<halved>月|小时)|(?P<unit>{UNIT}))(?P<half>半(?![天年月日]))?(?P<odd3>余|多(?=[，。；、]))?"
    r"|(?P<great>大)(?=[一-龥]{1,12}(?:项目|活动|课程|基地|平台|工作室))"
    r"|(?P<noun>)(?=(?:教师|老师|学生|同学|校长|园长|干部)))"
    rf"(?:（含[^）]{{0,8}}）)?[ ]?(?:(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:{WITH}|(?P<without>{WITHOUT}))?|(?P<round>{ROUND}))?"
)
_APART = re.compile(rf"(?P<least>{LEAST})|(?P<most>{MOST})")
_CLAUSE_END = re.compile(r"[，。；：！？\n]")
_OTHER_FIGURE = re.compile(rf"[0-9]|[一二三四五六七八九十两百](?:{UNIT})")
_YEARLY = frozenset({"年", "届", "级", "学年", "学期"})
_FIRST_YEAR = 1000
"""From here on a figure before 年 or 届 is a calendar year."""
_WHOLE_UNITS = PEOPLE_UNITS | {"所", "次", "家", "项", "场"}
"""What is counted in whole numbers: before these 1.2 is a list's number and a figure."""
_SCALES = {"万": Decimal(10**4), "亿": Decimal(10**8)}


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its measure word.

    ``start`` to ``end`` takes in the bounds that touch it; the figure begins at ``number``; ``noun`` is where a noun after
    the measure word would begin. ``unit`` is the measure word alone, "" where the noun follows the figure at once.
    """

    start: int
    end: int
    number: int
    noun: int
    amount: Amount
    unit: str
    bounded: bool
    figure: str

    @property
    def is_time(self) -> bool:
        """Whether it measures time (三天, 一个月) and not things or turns."""
        return self.unit in TIME_UNITS


def find_counts(text: str, start: int, end: int) -> Iterator[Count]:
    """Every number with a measure word between two offsets of the normal text, in reading order. Linear."""
    # most sentences count nothing: one look for a numeral is far cheaper than the whole pattern at every character
    if not _NUMERAL.search(text, start, end):
        return
    for match in _COUNT.finditer(text, start, end):
        count = _read(text, match, start)
        if count is not None:
            yield count


def _read(text: str, match: re.Match[str], floor: int) -> Count | None:
    words = {name for name, found in match.groupdict().items() if found is not None}
    pair = _neighbours(match)
    begin = match.start() if pair or "first" not in words else match.start("low")
    at = match.start("first") if pair else match.start("some") if "some" in words else match.start("low")
    if counts_nothing(text, floor, at, match.end("low"), led_in=begin != at):
        return None
    unit = match["halved"] or unit_name(match["unit"] or "")
    bounds = pair or _figures(match)
    if bounds is None or bounds[1] == 0 or (unit in _YEARLY and bounds[0] > _FIRST_YEAR):
        return None
    if unit in _WHOLE_UNITS and bounds[0] % 1:
        return _after_list_number(text, match, unit, floor)
    if begin != match.start():
        words -= {"least", "most", "more", "less", "about"}
    amount, bounded = _amount(text, floor, at if begin == at or "about" in words else None, bounds, words)
    return Count(begin, match.end(), at, _noun_start(match), amount, unit, bounded, match["low"])


def _noun_start(match: re.Match[str]) -> int:
    return max(match.end(group) for group in ("low", "unit", "halved", "great"))


def _neighbours(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """三、四 is 3 to 4, 二、三十 is 20 to 30; None for figures of a list (2、5)."""
    first, low = match["first"], match["low"]
    if not first or match["high"] or match["scale"] or match["odd"]:
        return None
    if first.isdecimal() and first.isascii():
        return (Decimal(first), Decimal(low)) if low.isdecimal() and low.isascii() and int(low) == int(first) + 1 else None
    pair = read_pair(first + low)
    return pair if pair is not None and str(pair[1])[0] == str(int(str(pair[0])[0]) + 1) else None


def _after_list_number(text: str, match: re.Match[str], unit: str, floor: int) -> Count | None:
    """1.2名教师 at a line's start is the list's first member and two teachers; no reading elsewhere."""
    at = match.start("low")
    number, point, figure = match["low"].partition(".")
    if at not in (0, floor) and text[at - 1] != "\n":
        return None
    value = read_number(figure) if point else None
    if value is None or match["high"] or match["scale"]:
        return None
    start = at + len(number) + 1
    return Count(start, match.end(), start, _noun_start(match), bounded_amount(value, value, set())[0], unit, bounded=False, figure=figure)


def _figures(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """The lower and upper figure, scaled."""
    low = Decimal(1) if match["low"] == "一两" else read_number(match["low"])
    high = read_number(match["high"]) if match["high"] else low
    if match["low"] == "一两" and not match["high"]:
        high = Decimal(2)
    if low is None:
        pair = read_pair(match["low"])
        if pair is None or match["high"]:
            return None
        low, high = pair
    if high is None or (match["twice"] and read_number(match["twice"]) != low):
        return None
    scale = _SCALES.get(match["scale"] or "", Decimal(1))
    if match["high"] and scale == 1 and match["high"][-1] in _SCALES and match["low"][-1] not in _SCALES and low < _SCALES["万"]:
        low *= _SCALES[match["high"][-1]]
    half = Decimal("0.5") if match["half"] or match["halves"] else Decimal(0)
    low, high = low * scale + half, high * scale + half
    return None if high < low or low < 0 else (low, high)


def _amount(text: str, floor: int, at: int | None, bounds: tuple[Decimal, Decimal], words: set[str]) -> tuple[Amount, bool]:
    """The amount with its bounds; ``at`` is where the figure begins if a bound may stand apart before it (至少举办四次)."""
    apart = _bound_apart(text[max(floor, at - 64) : at]) if at is not None else None
    named = set(words)
    if words & {"odd", "odd2", "odd3", "some"}:
        named.add("odd")
    if "round" in words:
        named.add("about")
    if apart and not words & {"more", "less"}:
        named.add(apart)
    return bounded_amount(*bounds, named)


def _bound_apart(around: str) -> str | None:
    """至少举办四次: a bound before the verb, in the same clause, with no other figure between."""
    clause = _CLAUSE_END.split(around)[-1]
    found = None
    for bound in _APART.finditer(clause):
        found = bound
    if found is None or _OTHER_FIGURE.search(clause, found.end()):
        return None
    return "least" if found["least"] else "most"
