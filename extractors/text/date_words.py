"""The patterns of dates, and what each match says: year, month and day as EDTF digits, before ranges are put together.

Reads::

    2023年9月1日、二〇二三年九月一日、23年9月     year 2023, month 9, day 1
    20xx年 月 日、202 年3月                        year 20XX, month XX, day XX; year 202X, month 3
    2023.9.1、2023-09-01、2023/9                   the same in figures
    9月1日、次年一月                               no year
    2023学年度                                     2023

Leaves alone::

    2023年月考、2024年初中、三个月、每月           月 and 初 that begin another word, a length of time, a rate
    2000.00元、2023-24学年                         money, a school year
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.edtf import UNKNOWN_YEAR
from extractors.text.numerals import read_number

_HAN_FIGURE = "〇零○Oo0一二三四五六七八九壹贰叁肆伍陆柒捌玖"
_CAPITAL = "壹贰叁肆伍陆柒捌玖"
_MASK = "_xX×*○□△"
_BLANK = rf"[{_MASK} ]{{1,40}}|-{{2,12}}|（[{_MASK} ]{{0,12}}）|…{{1,8}}"
_GAP = "[ ]{0,4}"
_TO = r"[ ]?(?:-|至|到)[ ]?"
_M = rf"[0-9]{{1,2}}|十[一二]?|[一二三四五六七八九]|零?[{_CAPITAL}]|壹?拾[壹贰]?"
_D = rf"[0-9]{{1,2}}|三十[一二三四五六七八九]?|(?:二十|廿|十)[一二三四五六七八九]?|[一二三四五六七八九]|零?[{_CAPITAL}]|[壹贰叁]?拾[{_CAPITAL}]?"
_NO_INITIAL = "(?![中小高步级期心见衷次始一二三])"
_LOOSE_PART = f"上旬|中旬|下旬|初{_NO_INITIAL}|底|末"
_DAY = rf"{_GAP}(?:(?P<day>{_D})(?:{_TO}(?P<last_day>{_D}))?{_GAP}|(?P<blank_day>(?:{_BLANK})?))[日号](?![常均])"
_NOT_A_MONTH = "(?![考报饼刊度球光亮])"
_MONTH = (
    rf"{_GAP}(?:(?P<month>十[三四五六七八九]|{_M})(?:{_TO}(?P<last_month>{_M}))?{_GAP}"
    rf"|(?P<blank_month>{_BLANK}|(?=月[ ]{{0,20}}(?:[{_MASK} ]{{0,20}}日|[-至到起止始终，、。；（）\n]|$))))"
    rf"月份?{_NOT_A_MONTH}(?:{_DAY}|{_LOOSE_PART})?"
)
_PART = (
    r"(?P<season>[春夏秋冬])(?:季(?:学期)?(?:开学)?|学期|天|(?=[至到起止，。；、）-]))|(?P<half>[上下])半年|(?P<close>年?[底末]|年?终(?!于)|岁末)"
    rf"|第?(?P<quarter>[一二三四1-4])季度|年?初{_NO_INITIAL}"
)
_YEAR = (
    rf"(?:(?<![0-9])(?P<year>(?:1[89]|20|21)[0-9]{{2}}|20[0-9]?(?:[{_MASK} ]{{0,20}}|…{{1,8}}|（[{_MASK} ]{{0,12}}）)|[0-9]{{2}})"
    rf"|(?<![{_HAN_FIGURE}十])(?P<han_year>[一二壹贰][{_HAN_FIGURE}][{_HAN_FIGURE}{_MASK} ]{{2,12}})"
    rf"|(?P<blank_year>{_BLANK})|(?P<no_year>(?<![一-龥0-9])|(?<=[自从至到于])))"
)
# a look at the first character passes most places of a text by
BY_NAME = re.compile(rf"(?=[0-9一二壹贰{_MASK} 年（…-]){_YEAR}{_GAP}年(?:度(?![0-9])|{_MONTH}|{_PART})?", re.MULTILINE)
"""2023年9月1日 and all that has 年 in it."""

_POINTS = (
    rf"(?P<year>(?:19|20)[0-9]{{2}}|20[{_MASK}]{{2}})(?P<mark>[ ]?[-./][ ]?)(?P<month>[0-9]{{1,2}}|[{_MASK}]{{1,4}})"
    rf"(?:(?P=mark)(?P<day>[0-9]{{1,2}}|[{_MASK}]{{1,4}}))?(?![0-9]|\.[0-9]|[万元%亿册本名]|学年)[日月]?"
)
BY_POINTS = re.compile(rf"(?:(?<![0-9.￥$/-])|(?<=\n[0-9][.])|(?<=\n[0-9][0-9][.])){_POINTS}")
BY_POINTS_HERE = re.compile(_POINTS)
"""2023.9.1 in running text, also right behind a point's number (1.2023.9.1), and as the second date of a range."""

WITHOUT_YEAR = re.compile(
    rf"(?=[0-9一二三四五六七八九十零拾{_CAPITAL}次翌第来])(?<![0-9一二三四五六七八九十个第近每])(?:(?P<next>次年|翌年|第二年|来年)[ ]?)?(?P<month>{_M})"
    rf"(?:{_TO}(?P<last_month>{_M}))?月份?{_NOT_A_MONTH}(?!内|以[上内]|之内)"
    rf"(?:{_GAP}(?P<day>{_D})(?:{_TO}(?P<last_day>{_D}))?[日号](?![常均])|(?P<loose>{_LOOSE_PART}))?"
)
_ALONE = re.compile(r"[：，、。；至到（）\n -]|$")

SCHOOL_YEAR = re.compile(r"(?<![0-9./-])(?P<year>(?:19|20)[0-9]{2})[ ]?学年度?(?:第?[一二12][ ]?学期)?")
"""2023学年度: the year by which the school year is called; which months it has differs from place to place."""

_SEASONS = {"春": "21", "夏": "22", "秋": "23", "冬": "24"}
_HALVES = {"上": "40", "下": "41"}
_QUARTERS = {"一": "33", "二": "34", "三": "35", "四": "36", "1": "33", "2": "34", "3": "35", "4": "36"}
_MID_CENTURY = 50
_PLACES = 4
_MONTHS_OF_YEAR = 12
_LABEL = re.compile("年月日[）〕]?[ ]?：")
"""年月日：2024年8月26日 names what stands behind it."""
_NUMBERED = re.compile(r"(?:编号|文号|证号|单号|批准号|批号|号码|代码|代号|学号|工号|账号|卡号|电话|热线|版本|QQ|[A-Za-z])[： ]{0,2}\Z")
_BESIDE = re.compile("(?:[自从至到于]|时间[：为]?|日期[：为]?|期限[：为]?)[ ]?$")
_BEHIND = re.compile("[ ]?(?:[起止至到前后，。；）、\n-]|$)")
"""What stands around a date in points rather than around any other number."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """The parts of a date at its place: ``year`` has four places of digits or X, ``month`` and ``day`` digits, XX or None.

    ``short_year`` is the year as written where it has two figures, ``next_year`` set for 次年. ``last_month`` and ``last_day`` are those of
    9-12月 and 1-3日.
    """

    start: int
    end: int
    year: str
    month: str | None = None
    day: str | None = None
    last_month: str | None = None
    last_day: str | None = None
    short_year: str | None = None
    next_year: bool = False
    in_points: bool = False


def find_date_words(text: str, start: int, end: int) -> Iterator[DateWords]:
    """Every single date of ``text[start:end]``, in reading order, the longer one first where two begin together."""
    found: list[DateWords] = []
    for pattern, read, signs in (
        (BY_NAME, read_by_name, ("年",)),
        (BY_POINTS, read_by_points, ("20", "19")),
        (SCHOOL_YEAR, read_school_year, ("学年",)),
        (WITHOUT_YEAR, read_without_year, ("月",)),
    ):
        # most sentences hold no date: a look for what every date of a kind has is far cheaper than its pattern
        if all(text.find(sign, start, end) < 0 for sign in signs):
            continue
        found.extend(words for match in pattern.finditer(text, start, end) if (words := read(match)) is not None)
    found.sort(key=lambda words: (words.start, -words.end))
    yield from found


def read_figure(words: str | None) -> str | None:
    """A month or day in figures, without a leading zero."""
    value = read_number(words) if words else None
    return None if value is None else str(int(value))


def read_by_name(match: re.Match[str], *, after_to: bool = False) -> DateWords | None:
    """2023年9月1日: None where 年 stands for a length of time (10年) or is a bare 年 月 that does not follow 至 or -."""
    month = read_figure(match["month"]) if match["month"] else _blank(match["blank_month"]) or _part(match)
    year, short = _year(match)
    if year is None or (month is None and (short is not None or year == UNKNOWN_YEAR)):
        return None
    if match["no_year"] is not None and (_LABEL.match(match.string, match.start()) or (match["blank_day"] is None and not after_to)):
        return None
    start = match.start() + (len(match["blank_year"]) - len(match["blank_year"].lstrip(" ")) if match["blank_year"] else 0)
    day = read_figure(match["day"]) if match["day"] else _blank(match["blank_day"])
    return DateWords(start, match.end(), year, month, day, read_figure(match["last_month"]), read_figure(match["last_day"]), short)


def read_by_points(match: re.Match[str], *, after_to: bool = False) -> DateWords | None:
    """2023.9.1; with hyphens the month has two figures unless a day follows (2023-09), as 2023-9 may be anything.

    A month above 12 is a slip where a day follows or another date stands beside it (2023.13.1, 2023.9-2024.13), else the number is no date.
    """
    month, day, mark = match["month"], match["day"], match["mark"]
    if day is None and " " in mark:
        return None  # 2024. 9. 1 is a date, 2024. 9 the end of a sentence and a number
    if _NUMBERED.search(match.string[max(0, match.start() - 6) : match.start()]):
        return None
    if day is None and mark == "-" and (len(month) == 1 or _is_above_twelve(month)):
        return None
    if day is None and _is_above_twelve(month) and not (after_to or _is_beside_a_date(match)):
        return None
    if month.isdigit() and not 1 <= int(month) <= 31:
        return None
    parts = [None if part is None else part if part.isdigit() else "XX" for part in (month, day)]
    year = "".join(char if char.isdigit() else "X" for char in match["year"])
    return DateWords(match.start(), match.end(), year, parts[0], parts[1], in_points=True)


def _is_above_twelve(month: str) -> bool:
    return month.isdigit() and int(month) > _MONTHS_OF_YEAR


def _is_beside_a_date(match: re.Match[str]) -> bool:
    """Whether the words around say that a number in points is meant as a date."""
    before = match.string[max(0, match.start() - 5) : match.start()]
    return _BESIDE.search(before) is not None and _BEHIND.match(match.string, match.end()) is not None


def read_school_year(match: re.Match[str]) -> DateWords:
    """2023学年度: its year."""
    return DateWords(match.start(), match.end(), match["year"])


def read_without_year(match: re.Match[str]) -> DateWords | None:
    """9月1日; a month in Chinese numerals needs to stand alone (九月：), or 一月 is a length of time."""
    bare = match["day"] is None and match["loose"] is None and match.group()[-1] == "月" and match["next"] is None
    if bare and not match["month"].isdigit() and not _ALONE.match(match.string, match.end()):
        return None
    return DateWords(
        match.start(),
        match.end(),
        UNKNOWN_YEAR,
        read_figure(match["month"]),
        read_figure(match["day"]),
        read_figure(match["last_month"]),
        read_figure(match["last_day"]),
        next_year=match["next"] is not None,
    )


def _year(match: re.Match[str]) -> tuple[str | None, str | None]:
    """The year in four places, and how it is written if in two."""
    if match["han_year"]:
        digits = "".join(_han_digit(char) for char in match["han_year"].rstrip(" "))
        known = len(digits.rstrip("X")) <= _PLACES and digits[:2] in ("19", "20")  # 二〇____年: a line is as long as it is drawn
        return ((digits + "XX")[:_PLACES], None) if known else (None, None)
    if match["year"] is None:
        return UNKNOWN_YEAR, None
    digits = re.sub("[^0-9]", "", match["year"])
    if digits == match["year"] and len(digits) == 2:
        century = "20" if int(digits) < _MID_CENTURY else "19"
        return ("20XX" if digits == "20" else century + digits), digits
    return (digits + "XX")[:_PLACES], None


def _part(match: re.Match[str]) -> str | None:
    if match["season"]:
        return _SEASONS[match["season"]]
    if match["half"]:
        return _HALVES[match["half"]]
    if match["quarter"]:
        return _QUARTERS[match["quarter"]]
    return "12" if match["close"] else None


def _han_digit(char: str) -> str:
    if char in "〇零○Oo0":
        return "0"
    figures = _CAPITAL if char in _CAPITAL else "一二三四五六七八九"
    return str(figures.index(char) + 1) if char in figures else "X"


def _blank(words: str | None) -> str | None:
    return None if words is None else "XX"
