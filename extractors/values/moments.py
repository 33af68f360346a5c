"""A date or a stretch of the calendar at a place of the text: by its figures, by its name, or against a reference day.

Reads::

    2023年9月1日、2023.9.1、2023-09-01、20230901、二〇二三年九月一日、23年9月1日     2023-09-01
    9月1日、12号、20xx年3月                     year, or year and month, or digits of the year unknown
    2023年、2023年9月、2023年9月上旬、2023年第三季度、2023年上半年、2023年秋季、2023年底
    2021—2023年、9至12月、9月1-3日               ranges inside one word
    民国三十年、20世纪90年代、2023学年、2023-2024学年第一学期
    今天、大后天、上周、下周五、本月、上个月5日、去年9月、今年上半年、本学期

Leaves alone::

    2023年级、三月考、5月饼、12号楼、3号线、初一、农历八月、90后、年轻

A moment says what its own words say: ranges over two of them, and 前, 后, 起, 以来, are put together in :mod:`extractors.values.periods`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from extractors.text.numerals import read_number
from extractors.values.days import (
    UNKNOWN_YEAR,
    Day,
    Days,
    add_days,
    add_months,
    between,
    day_of,
    exists,
    last_of_month,
    months,
    next_year,
    single,
    whole_year,
    with_year,
)

_HAN_DIGIT = "零〇○一二三四五六七八九"
_MASKED = "xXＸ×*○□_"
_TO = r"[ ]?(?:-{1,2}|至|到|、)[ ]?"
_M = r"1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元"
_D = r"3[01]|[12][0-9]|0?[1-9]|三十一?|卅一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
_YEAR = (
    rf"(?:(?P<era>民国|公元|西元)[ ]?(?P<era_year>[0-9]{{1,4}}|元|[{_HAN_DIGIT}十百]{{1,4}})"
    rf"|(?P<year>(?:1[0-9]|2[01])[0-9]{{2}}(?:{_TO}(?P<year2>(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})))?|[一二][{_HAN_DIGIT}Oo]{{3}}"
    rf"|20[{_MASKED}]{{2}}|20[0-9][{_MASKED}]|(?<![0-9.])[0-9]{{2}}|[{_HAN_DIGIT}]{{2}}(?![{_HAN_DIGIT}十百]))"
    rf"(?=[ ]?年))[ ]?年(?!级|龄|轻|会|糕|货|薪|终奖|鉴|检|审|均)"
)
_RELATIVE_YEAR = (
    r"(?P<relative_year>今年|本年度?|大前年|前年(?!度)|去年|上一?年度?(?!级)|明年|大后年|后年|来年|下一?年度?|次年|翌年|同年|当年)"
)
_XUN = r"(?P<xun>中下旬|上中旬|上旬|中旬|下旬|上半月|下半月|初(?![中高一二三四五六七八九十步级次期始衷心])|底(?![下座层部])|末(?!尾|端)|中(?=[，。；、）]|$|前|之前|以前))"
_DAY = (
    rf"(?:(?P<day>{_D})(?:{_TO}(?P<day2>{_D}))?(?:[ ]?(?:日(?![常均元语本报])|号(?![楼线院门室店房桌车船台码召令文称机]))"
    r"|(?=-[0-9]{1,2}[日号月])|(?=[ ]?(?:上午|下午|早上|晚上|中午|凌晨|晚|[0-9]{1,2}[：点时])|[，。；、）：\n]|$)))"
)
_MONTH = rf"(?P<month>{_M})(?:{_TO}(?P<month2>{_M}))?[ ]?月(?!考(?!察|核|勤)|饼|球|亮|刊|报(?![到名告送备批考])|票|薪|供(?![应给暖热水电餐])|嫂|度|历)(?:份(?!额))?"
_HALF = r"(?P<half>[上下前后])半年"
_QUARTER = (
    r"(?:(?:第)?(?P<quarter>[一二三四1-4])(?:(?:个)?季度|季(?![节军后]))(?:(?:-|至|到|、)第?(?P<quarter2>[一二三四1-4])(?:个)?季度)?"
    r"|前(?P<first_quarters>[一二三两123])(?:个)?季度|(?P<last_quarter>末|最后一?个?)季度|(?P<head_quarter>首)季度?|[Qq](?P<q>[1-4]))"
)
_SEASON = r"(?P<season>[春夏秋冬])(?:季学期|季|天|学期|(?![节晚联游耕播种收令衣粮至分泳奥训风雨雪眠]))"
_PART = r"(?P<part>年?初(?![中高一二三四五六七八九十步级次期始衷心])|年?底(?![下座层部])|年?末(?!尾|端)|年?中(?=[，。；、）]|$|前|之前|以前)|年?终(?![于身]))"
_SCHOOL = r"(?:学年度?)(?:度)?(?:第?(?P<term>[一二上下12])学期|(?P<term_season>[春秋])季学期)?"
_OF = "[ ]{0,2}(?:的)?[ ]{0,2}"
_BELOW_YEAR = (
    rf"(?:{_OF}(?:{_HALF}|{_QUARTER}|{_SEASON}|前(?P<first_months>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,2}})个月"
    rf"|{_MONTH}(?:{_OF}(?:{_XUN}|{_DAY}))?|{_PART}))?"
)
_NAMED = re.compile(rf"(?:{_YEAR}(?:度(?!过|假|日|量))?|{_RELATIVE_YEAR}){_BELOW_YEAR}")
_SCHOOL_YEAR = re.compile(
    rf"(?P<first>(?:19|20)[0-9]{{2}}|[一二][{_HAN_DIGIT}]{{3}})(?:年?(?:{_TO}|/)(?P<last>(?:19|20)?[0-9]{{2}}|[一二][{_HAN_DIGIT}]{{3}}))?[ ]?{_SCHOOL}"
)
_MONTH_DAY = re.compile(rf"(?:{_MONTH}(?:{_OF}(?:{_XUN}|{_DAY}))?)")
_DAY_ONLY = re.compile(
    rf"(?P<day>{_D})(?:{_TO}(?P<day2>{_D}))?[ ]?(?:日(?![常均元语本报内之以后程游电])|号(?![楼线院门室店房桌车船台码召令文称机公厅馆火飞卫坑人种选高航舰井洞村桥]))"
)
_POINTS = re.compile(
    rf"(?P<year>(?:1[89]|20|21)[0-9]{{2}}|20[{_MASKED}]{{2}})(?P<mark>[-./])(?P<month>1[0-2]|0?[1-9])(?:(?P=mark)(?P<day>3[01]|[12][0-9]|0?[1-9]))?"
    r"(?![0-9]|\.[0-9]|[A-Za-z万元%亿]|(?<!-)年)(?:[日月](?!常))?"
)
_AMERICAN = re.compile(r"(?<![0-9./-])(?P<a>[0-9]{1,2})(?P<mark>[/-])(?P<b>[0-9]{1,2})(?P=mark)(?P<year>(?:19|20)[0-9]{2})(?![0-9/-])")
_COMPACT = re.compile(
    r"(?<![0-9A-Za-z_.])(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z万亿元个名])"
)
_CENTURY = re.compile(
    rf"(?:(?P<century>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}}|上个?|本|这个)世纪)(?:(?P<decade>[0-9]0|[一二三四五六七八九]{{1,2}}十)年代|(?P<half>[上前下后])半叶|(?P<early>初|末|中叶|末期|初期))?"
    rf"|(?P<only_decade>(?:19|20)?[0-9]0|[一二][九〇零][一二三四五六七八九〇零]〇|[一二三四五六七八九][十〇零]|零零)年代(?P<stage>初|末|中期|初期|末期)?"
)
_SEASON_ALONE = re.compile(
    r"(?P<season>[春秋])季学期|(?P<half>[上下])半年|(?P<quarter>[一二三四])季度|第(?P<nth>[一二三四1-4])(?:个)?季度|前(?P<first_quarters>[两三二])(?:个)?季度"
)
_DAYS_AWAY = {
    "今天": 0, "今日": 0, "今早": 0, "今晨": 0, "今晚": 0, "今夜": 0, "本日": 0, "当天": 0, "当日": 0, "昨天": -1, "昨日": -1, "昨晚": -1, "昨夜": -1,
    "昨儿": -1, "今儿": 0, "明儿": 1, "前天": -2, "前日": -2, "前晚": -2, "大前天": -3, "明天": 1, "明日": 1, "明早": 1, "明晨": 1, "明晚": 1, "后天": 2,
    "后日": 2, "后晚": 2, "大后天": 3, "次日": 1, "翌日": 1, "第二天": 1, "隔天": 1, "头天": -1, "前一天": -1, "后一天": 1, "即日": 0,
}  # fmt: skip
_NEEDS_TEXT = frozenset({"当天", "当日", "次日", "翌日", "第二天", "隔天", "头天", "前一天", "后一天", "同年", "当年", "次年", "翌年"})
"""Reckoned from the last date of the text, where there is one."""
_AWAY = re.compile(
    "(?:(?P<year>去年|前年|明年|后年|今年)的?(?=今[天日]|昨天|明天))?(?P<day>"
    + "|".join(sorted(_DAYS_AWAY, key=len, reverse=True))
    + ")(?!性|然|窗|线)"
)
_NOW_ONLY = "即日"
_WEEK = re.compile(
    r"(?P<which>上上个?|下下个?|上一?个?|下一?个?|本|这一?个?|当)(?:周|星期|礼拜)(?![期边年围转密全刊])(?:(?P<weekday>[一二三四五六日]|天(?!气|津|空|天))(?![个名次场节期批周年届所])|(?P<end>末))?"
    r"|(?P<weekend>周末)|(?:(?<![每逐上下本这前后])(?:周|星期|礼拜)(?P<alone>[一二三四五六日天])(?![个名次场节期批届所周年]))"
)
_RELATIVE_MONTH = re.compile(
    rf"(?P<which>上上个?|下下个?|上一?个?|下一?个?|本|这一?个?|当|次|同|前一?个|后一?个)月(?!底下|考(?!勤|察|核)|刊|饼|球|亮|份额|台|薪|供)份?(?:{_OF}(?:{_XUN}|{_DAY}))?"
)
_RELATIVE_PART = re.compile(r"(?P<which>上一?个?|下一?个?|本|这一?个?|当)(?P<unit>季度|学期|学年|年代|季(?!节|军|赛|稻))")
_PART_ALONE = re.compile(r"(?P<edge>年|月|季|学期|周|岁)(?P<at>初|底|末|中|终)(?![考国学级期间次步中高止点尾端将午])")
_STEPS = {"上上": -2, "上上个": -2, "上": -1, "上个": -1, "上一": -1, "上一个": -1, "前个": -1, "前一个": -1, "本": 0, "这": 0, "这个": 0, "这一": 0,
          "这一个": 0, "当": 0, "同": 0, "下": 1, "下个": 1, "下一": 1, "下一个": 1, "次": 1, "后个": 1, "后一个": 1, "下下": 2, "下下个": 2}  # fmt: skip
_YEARS_AWAY = {"今年": 0, "本年": 0, "本年度": 0, "大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上年度": -1, "上一年": -1, "上一年度": -1,
               "明年": 1, "来年": 1, "下年": 1, "下年度": 1, "下一年": 1, "下一年度": 1, "后年": 2, "大后年": 3, "次年": 1, "翌年": 1, "同年": 0,
               "当年": 0}  # fmt: skip
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "两": 2}
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 14)}
_TERMS = {"春": (2, 7), "秋": (9, 13)}
_LUNAR = re.compile(
    r"(?:农历|阴历|旧历)[^，。；\n]{0,12}?(?:[初廿十][一二三四五六七八九十]|[年月日])|(?:正月|腊月|冬月)(?:[初廿十][一二三四五六七八九十])?|大年(?:初[一二三四五六七八九]|三十)"
)


_Reader = Callable[[str, int, "Clock"], "Moment | None"]


class Moment(NamedTuple):
    """What a date's words say: the days from ``days.first`` to ``days.last``.

    ``month`` and ``day`` are those of the words (0 where there is none), so that the second date of a range can take them over.
    ``edge`` is set for 年底, 月末: 年底前 includes it.
    """

    start: int
    end: int
    days: Days
    month: int = 0
    day: int = 0
    own_year: bool = False
    relative: bool = False
    edge: bool = False
    whole: str = ""
    """What kind of stretch it is: year, month, day …"""

    @property
    def is_day(self) -> bool:
        """Whether it is one calendar day."""
        return self.days.first == self.days.last


class Clock(NamedTuple):
    """What a text's dates are reckoned from: the reference day, and the last date read before."""

    today: date | None = None
    before: Day | None = None
    ranged: bool = False
    """Whether the date ends a range: 五日 may then stand alone."""

    def near(self, word: str) -> date | None:
        """The day that a relative word is said from."""
        if word in _NEEDS_TEXT and self.before is not None and (known := self.before.known):
            return known
        return self.today


def skip_lunar(text: str, at: int) -> int | None:
    """Where a date of the lunar calendar ends: it is no date of the common one."""
    match = _LUNAR.match(text, at)
    return match.end() if match else None


def read_moment(text: str, at: int, clock: Clock) -> Moment | None:
    """The longest date or stretch of the calendar that begins at ``at``."""
    found: Moment | None = None
    char = text[at]
    readers = _by_figure(text, at) if char in _FIGURE else _BY_START.get(char, ())
    for read in readers:
        one = read(text, at, clock)
        if one is not None and (found is None or one.end > found.end):
            found = one
    return found


_RUN = re.compile("[0-9一二三四五六七八九十〇零○廿卅]{1,6}[ ]?")


def _by_figure(text: str, at: int) -> tuple[_Reader, ...]:
    """The readers worth asking where a figure stands, by what follows it."""
    match = _RUN.match(text, at)
    behind = text[match.end() : match.end() + 1] if match else ""
    return _BY_BEHIND.get(behind, _OTHERS)


def _figure(words: str | None) -> int:
    if not words:
        return 0
    if words == "元":
        return 1
    value = read_number(words.replace("○", "零"))
    return int(value) if value is not None else 0


def _year_of(match: re.Match[str]) -> str | None:
    """The year in four places; None where 年 counts a length of time (10年, 二十年)."""
    if match["era"]:
        return _era_year(match["era"], match["era_year"])
    words = match["year"].partition("-")[0] if match["year2"] is None else match["year"][:4]
    if len(words) == 2:  # noqa: PLR2004 - a year in short
        digits = "".join(str(_HAN_DIGITS[char]) if char in _HAN_DIGITS else char for char in words)
        return f"{'19' if int(digits) > _MID_CENTURY else '20'}{digits}" if _short_year_fits(match, words, digits) else None
    return "".join(char if char.isdigit() and char.isascii() else str(_HAN_DIGITS[char]) if char in _HAN_DIGITS else "X" for char in words)


_HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "O": 0, "o": 0}
_MID_CENTURY = 50
_CLEAR_YEAR = 70
_PARTS = ("half", "quarter", "season", "month", "part", "q", "first_quarters", "last_quarter", "head_quarter", "first_months")


def _short_year_fits(match: re.Match[str], words: str, digits: str) -> bool:
    """23年9月 and 98年 are years, 10年 is a length of time; 三五年 too."""
    below = any(match[name] for name in _PARTS if name != "first_months")
    if below or match.group().endswith("度"):
        return True
    if not words.isascii():
        return words[0] in "零〇○" or (int(digits) > _CLEAR_YEAR and int(digits[1]) - int(digits[0]) not in (1, 2))
    return digits[0] == "0" or int(digits) >= _CLEAR_YEAR


def _era_year(era: str, words: str) -> str | None:
    number = 1 if words == "元" else _figure(words)
    if not number and words != "元":
        digits = "".join(str(_HAN_DIGITS.get(char, "")) for char in words)
        number = int(digits) if digits else 0
    if not number:
        return None
    return f"{number + 1911 if era == '民国' else number:04d}"


def _named(text: str, at: int, clock: Clock) -> Moment | None:
    """2023年…, 去年…, with whatever part of the year follows."""
    match = _NAMED.match(text, at)
    if match is None:
        return None
    relative = match["relative_year"]
    if relative:
        year = _relative_year(relative, clock)
        if relative in ("上一年", "下一年", "上年", "下年") and text[match.end() : match.end() + 1] == "级":
            return None
    else:
        found = _year_of(match)
        if found is None:
            return None
        year = found
    if match.group()[-1] == "年" and text[match.end() : match.end() + 2] in ("以上", "以下", "以内", "之内"):
        return None
    if match["era"] is None and match["year"] and match["year2"]:
        return _years(match, year)
    moment = _below(match, year, at)
    if moment is None:
        return None
    return moment._replace(own_year=True, relative=bool(relative))


def _relative_year(words: str, clock: Clock) -> str:
    if words in _NEEDS_TEXT and clock.before is not None and clock.before.year.isdigit():
        return next_year(clock.before.year, _YEARS_AWAY[words])
    return f"{clock.today.year + _YEARS_AWAY[words]:04d}" if clock.today else UNKNOWN_YEAR


def _years(match: re.Match[str], year: str) -> Moment | None:
    """2021—2023年."""
    last = match["year2"]
    last = last if len(last) == 4 else year[:2] + last  # noqa: PLR2004 - four places
    if last <= year or any(match[name] for name in _PARTS):
        return None
    end = match.end()
    return Moment(match.start(), end, Days(Day(year, 1, 1), Day(last, 12, 31)), own_year=True, whole="years")


def _below(match: re.Match[str], year: str, at: int) -> Moment | None:  # noqa: PLR0911 - one kind of part after the other
    end = match.end()
    if match["month"]:
        return _month_day(match, year, at)
    if match["half"]:
        return Moment(at, end, months(year, 1, 6) if match["half"] in "上前" else months(year, 7, 12), whole="half")
    quarters = _quarters(match)
    if quarters:
        return Moment(at, end, months(year, quarters[0] * 3 - 2, quarters[1] * 3), whole="quarter")
    if match["season"]:
        table = _TERMS if "学期" in match.group() else _SEASONS
        return Moment(at, end, months(year, *table[match["season"]]), whole="season") if match["season"] in table else None
    if match["first_months"]:
        count = _figure(match["first_months"])
        return Moment(at, end, months(year, 1, count), whole="months") if 1 <= count <= 12 else None  # noqa: PLR2004 - months
    if match["part"]:
        return Moment(at, end, _year_part(year, match["part"][-1]), edge=match["part"][-1] in "底末终", whole="part")
    return Moment(at, end, whole_year(year), whole="year")


def _quarters(match: re.Match[str]) -> tuple[int, int] | None:
    facts = match.groupdict()
    if facts.get("quarter"):
        first = _NUMBERS[facts["quarter"]]
        last = _NUMBERS[facts["quarter2"]] if facts.get("quarter2") else first
        return (first, last) if last >= first else None
    if facts.get("first_quarters"):
        return 1, _NUMBERS[facts["first_quarters"]]
    if facts.get("head_quarter"):
        return 1, 1
    if facts.get("last_quarter"):
        return 4, 4
    if facts.get("q"):
        return int(facts["q"]), int(facts["q"])
    return None


def _year_part(year: str, word: str) -> Days:
    """年初 is January, 年中 June and July, 年底 and 年末 December (annotation guide, rule 18)."""
    first, last = {"初": (1, 1), "中": (6, 7)}.get(word, (12, 12))
    return months(year, first, last)


def _month_day(match: re.Match[str], year: str, at: int) -> Moment | None:
    month = _figure(match["month"])
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        return None
    if match["month2"]:
        last = _figure(match["month2"])
        if not 1 <= last <= 12 or match["day"] or match["xun"]:  # noqa: PLR2004 - months
            return None
        return Moment(at, match.end(), months(year, month, last if last >= month else last + 12), month=last, whole="months")
    if match["xun"]:
        return Moment(at, match.end(), xun(year, month, match["xun"]), month=month, edge=match["xun"] in ("底", "末"), whole="part")
    if match["day"]:
        return _days(match, year, month, at)
    return Moment(at, match.end(), months(year, month, month), month=month, whole="month")


def xun(year: str, month: int, word: str) -> Days:
    """上旬, 中旬, 下旬, and 初, 底, 末 of a month."""
    last = last_of_month(year, month)
    first, end = {
        "上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (11, 20), "下旬": (21, last), "底": (21, last), "末": (21, last),
        "上半月": (1, 15), "下半月": (16, last), "中下旬": (11, last), "上中旬": (1, 20),
    }[word]  # fmt: skip
    return Days(Day(year, month, first), Day(year, month, end))


def _days(match: re.Match[str], year: str, month: int, at: int) -> Moment | None:
    day = _figure(match["day"])
    if not exists(year, month, day):
        # 2月30日 keeps what it has: the month
        return Moment(at, match.end(), single(year, month, 0), month=month, whole="day") if 1 <= day <= 31 else None  # noqa: PLR2004
    last = _figure(match["day2"]) if match["day2"] else day
    if last < day or not exists(year, month, last):
        return None
    return Moment(at, match.end(), Days(Day(year, month, day), Day(year, month, last)), month=month, day=last, whole="day")


def _school_year(text: str, at: int, clock: Clock) -> Moment | None:  # noqa: ARG001 - all readers are asked alike
    match = _SCHOOL_YEAR.match(text, at)
    if match is None:
        return None
    first = _plain_year(match["first"])
    last = _plain_year(match["last"]) if match["last"] else next_year(first)
    last = last if len(last) == 4 else first[:2] + last  # noqa: PLR2004 - four places
    if last <= first:
        return None
    term, season = match["term"], match["term_season"]
    if term or season:
        spring = season == "春" or (term is not None and term in "二下2")
        days = months(next_year(first), 2, 7) if spring else months(first, 9, 13)
    else:
        days = Days(Day(first, 9, 1), Day(last, 8, 31))
    return Moment(at, match.end(), days, own_year=True, whole="school-year")


def _plain_year(words: str) -> str:
    return "".join(char if char.isascii() else str(_HAN_DIGITS[char]) for char in words)


def _without_year(text: str, at: int, clock: Clock) -> Moment | None:  # noqa: ARG001 - all readers are asked alike
    match = _MONTH_DAY.match(text, at)
    if match is not None and (clock.ranged or not _is_length(text, at, match)):
        return _month_day(match, UNKNOWN_YEAR, at)
    return None


_LENGTH_BEFORE = re.compile(
    r"(?:为期|历时|时长|时间|共|满|第|每|连续|长达|近|约|[^一-龥][前后]|头|最近|[0-9]|期限?(?:为|是|：)?|超过|不足|少于|低于|逾)[ ]?$"
)


def _is_length(text: str, at: int, match: re.Match[str]) -> bool:
    """三月 behind 为期 is a length of time."""
    if match["day"] or match["xun"] or match["month2"]:
        return bool(at and text[at - 1] == "第")
    return _LENGTH_BEFORE.search(text[max(0, at - 4) : at]) is not None


def _day_only(text: str, at: int, clock: Clock) -> Moment | None:  # noqa: ARG001 - all readers are asked alike
    match = _DAY_ONLY.match(text, at)
    if match is None or (not clock.ranged and not _is_a_day(text, at)):
        return None
    if not clock.ranged and not match["day"].isascii() and match["day2"] is None and match.group()[-1] == "日" and len(match["day"]) == 1:
        return None
    day, last = _figure(match["day"]), _figure(match["day2"] or match["day"])
    if last < day:
        return None
    return Moment(at, match.end(), Days(Day(UNKNOWN_YEAR, 0, day), Day(UNKNOWN_YEAR, 0, last)), day=last, whole="day")


def _is_a_day(text: str, at: int) -> bool:
    return not _LENGTH_BEFORE.search(text[max(0, at - 5) : at]) and not (at and text[at - 1] in "第路街道巷弄村园0123456789-.A")


def _points(text: str, at: int, clock: Clock) -> Moment | None:  # noqa: ARG001 - all readers are asked alike
    if at and text[at - 1] in "0123456789.￥$/-_":
        before = text[at - 1]
        if before != "-" or (at > 1 and text[at - 2] in "0123456789./-_"):
            return None if before != "-" or not text[at - 2 : at - 1].isdigit() else _pointed(text, at)
    return _pointed(text, at)


def _pointed(text: str, at: int) -> Moment | None:
    match = _POINTS.match(text, at)
    if match is None:
        return None
    if match["day"] is None and match["mark"] == "-" and len(match["month"]) == 1:
        return None
    if match["day"] is None and match["mark"] == "/" and text[at : at + 4].isdigit() and len(match["month"]) > 2:  # noqa: PLR2004
        return None
    year = "".join(char if char.isdigit() else "X" for char in match["year"])
    month, day = int(match["month"]), int(match["day"] or 0)
    if not day:
        return Moment(at, match.end(), months(year, month, month), month=month, own_year=True, whole="month")
    if not exists(year, month, day):
        return Moment(at, match.end(), single(year, month, 0), month=month, own_year=True, whole="day")
    return Moment(at, match.end(), single(year, month, day), month=month, day=day, own_year=True, whole="day")


def _compact(text: str, at: int, clock: Clock) -> Moment | None:  # noqa: ARG001 - all readers are asked alike
    match = _COMPACT.match(text, at) or _AMERICAN.match(text, at)
    if match is None:
        return None
    facts = match.groupdict()
    if "a" in facts:
        month, day = int(facts["a"]), int(facts["b"])
        month, day = (day, month) if month > 12 else (month, day)  # noqa: PLR2004 - months
    else:
        month, day = int(facts["month"]), int(facts["day"])
    if not exists(facts["year"], month, day):
        return None
    return Moment(at, match.end(), single(facts["year"], month, day), month=month, day=day, own_year=True, whole="day")


def _century(text: str, at: int, clock: Clock) -> Moment | None:
    match = _CENTURY.match(text, at)
    if match is None:
        return None
    if match["only_decade"]:
        days = _decade(_decade_start(match["only_decade"]), match["stage"])
        return Moment(at, match.end(), days, own_year=True, whole="decade")
    century = _century_number(match["century"], clock)
    if century is None:
        return None
    if match["decade"]:
        start, words = (century - 1) * 100, match["decade"]
        days = _decade(start + _tens(words), None)
        if len(words) == 3:  # noqa: PLR2004 - 五六十年代
            days = Days(days.first, _decade(start + _tens(words[1:]), None).last)
        return Moment(at, match.end(), days, own_year=True, whole="decade")
    first, last = (century - 1) * 100 + 1, century * 100
    if match["half"]:
        middle = first + 49
        first, last = (first, middle) if match["half"] in "上前" else (middle + 1, last)
    elif match["early"]:
        first, last = {"初": (first, first + 9), "中": (first + 39, first + 59)}.get(match["early"][0], (last - 9, last))
    return Moment(at, match.end(), Days(Day(f"{first:04d}", 1, 1), Day(f"{last:04d}", 12, 31)), own_year=True, whole="century")


def _century_number(words: str, clock: Clock) -> int | None:
    if words[0] in "上本这":
        if clock.today is None:
            return 20 if words[0] == "上" else 21
        return (clock.today.year - 1) // 100 + (0 if words[0] == "上" else 1)
    number = _figure(words)
    return number if 1 <= number <= 30 else None  # noqa: PLR2004 - centuries that anybody writes of


def _tens(words: str) -> int:
    if words.isascii():
        return int(words)
    return 0 if words == "零零" else _HAN_DIGITS[words[0]] * 10


def _decade_start(words: str) -> int:
    if len(words) == 4:  # noqa: PLR2004 - four places
        return int(_plain_year(words))
    tens = _tens(words)
    return (1900 if tens >= 20 else 2000) + tens  # noqa: PLR2004 - 10年代 is said of our century, 20年代 of the last


def _decade(first: int, stage: str | None) -> Days:
    start, end = {"初": (0, 2), "中": (4, 6), "末": (7, 9)}.get((stage or " ")[0], (0, 9))
    return Days(Day(f"{first + start:04d}", 1, 1), Day(f"{first + end:04d}", 12, 31))


def _alone(text: str, at: int, clock: Clock) -> Moment | None:
    """上半年, 第三季度, 春季学期 without a year: this year's."""
    match = _SEASON_ALONE.match(text, at)
    if match is None:
        return None
    year = f"{clock.today.year:04d}" if clock.today else UNKNOWN_YEAR
    if clock.before is not None and clock.before.year.isdigit():
        year = clock.before.year
    if match["season"]:
        return Moment(at, match.end(), months(year, *_TERMS[match["season"]]), whole="season", relative=True)
    if match["half"]:
        return Moment(at, match.end(), months(year, 1, 6) if match["half"] == "上" else months(year, 7, 12), whole="half", relative=True)
    quarter = match["quarter"] or match["nth"]
    first, last = (_NUMBERS[quarter], _NUMBERS[quarter]) if quarter else (1, _NUMBERS[match["first_quarters"]])
    return Moment(at, match.end(), months(year, first * 3 - 2, last * 3), whole="quarter", relative=True)


def _away(text: str, at: int, clock: Clock) -> Moment | None:
    """今天, 昨日, 大后天."""
    match = _AWAY.match(text, at)
    if match is None or (match["day"] == "即日" and text[match.end() : match.end() + 1] != "起"):
        return None
    word = match["day"]
    if at and word in ("后天", "前天", "后日", "前日") and text[at - 1] in "之以日月年天先个":
        return None
    base = clock.near(word)
    if word in _NEEDS_TEXT and (base is None or clock.before is None):
        return None
    if base is None:
        return Moment(at, match.end(), single(UNKNOWN_YEAR, 0, 0), relative=True, whole="day")
    day = add_days(base, _DAYS_AWAY[word])
    if day is not None and match["year"]:
        day = add_months(day, 12 * _YEARS_AWAY[match["year"]])
    return None if day is None else Moment(at, match.end(), Days(day_of(day), day_of(day)), own_year=True, relative=True, whole="day")


def _week(text: str, at: int, clock: Clock) -> Moment | None:
    """上周, 下周五, 本周末, 周三; weeks begin on Monday."""
    match = _WEEK.match(text, at)
    if match is None:
        return None
    if clock.today is None:
        unknown = single(UNKNOWN_YEAR, 0, 0)
        return Moment(at, match.end(), unknown, relative=True, whole="day" if match["weekday"] or match["alone"] else "week")
    monday = clock.today - timedelta(days=clock.today.weekday())
    monday += timedelta(weeks=_STEPS.get(match["which"] or "本", 0))
    weekday = match["weekday"] or match["alone"]
    if weekday:
        day = monday + timedelta(days=6 if weekday in "日天" else "一二三四五六".index(weekday))
        return Moment(at, match.end(), between(day, day), own_year=True, relative=True, whole="day")
    if match["end"] or match["weekend"]:
        return Moment(
            at, match.end(), between(monday + timedelta(days=5), monday + timedelta(days=6)), own_year=True, relative=True, whole="week"
        )
    return Moment(at, match.end(), between(monday, monday + timedelta(days=6)), own_year=True, relative=True, whole="week")


def _relative_month(text: str, at: int, clock: Clock) -> Moment | None:
    """本月, 上个月5日, 下月初."""
    match = _RELATIVE_MONTH.match(text, at)
    if match is None or (at and text[at - 1] in "以之年"):
        return None
    base = clock.today
    if match["which"] in ("同", "次", "当") and clock.before is not None:
        base = clock.before.known or base
    if base is None:
        return Moment(
            at, match.end(), single(UNKNOWN_YEAR, 0, _figure(match["day"])), relative=True, whole="day" if match["day"] else "month"
        )
    moved = add_months(base.replace(day=1), _STEPS[match["which"]])
    if moved is None:
        return None
    year, month = f"{moved.year:04d}", moved.month
    if match["xun"]:
        days = xun(year, month, match["xun"])
        return Moment(at, match.end(), days, month, own_year=True, relative=True, edge=match["xun"] in ("底", "末"), whole="part")
    if match["day"]:
        found = _days(match, year, month, at)
        return found._replace(own_year=True, relative=True) if found else None
    return Moment(at, match.end(), months(year, month, month), month, own_year=True, relative=True, whole="month")


def _relative_part(text: str, at: int, clock: Clock) -> Moment | None:
    """上季度, 本学期, 下学年. The school year begins in September, its second term in February."""
    match = _RELATIVE_PART.match(text, at)
    if match is None:
        return None
    unit, step = match["unit"], _STEPS[match["which"]]
    if clock.today is None:
        return Moment(at, match.end(), single(UNKNOWN_YEAR, 0, 0), relative=True, whole="part")
    days = _part_near(clock.today, unit, step)
    return None if days is None else Moment(at, match.end(), days, own_year=True, relative=True, whole="part")


def _part_near(today: date, unit: str, step: int) -> Days | None:
    if unit in ("季度", "季"):
        start = add_months(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3 * step)
        return months(f"{start.year:04d}", start.month, start.month + 2) if start else None
    if unit == "年代":
        first = today.year // 10 * 10 + 10 * step
        return Days(Day(f"{first:04d}", 1, 1), Day(f"{first + 9:04d}", 12, 31))
    school = today.year if today.month >= 9 else today.year - 1  # noqa: PLR2004 - September
    if unit == "学年":
        return Days(Day(f"{school + step:04d}", 9, 1), Day(f"{school + step + 1:04d}", 8, 31))
    second = 2 <= today.month <= 8  # noqa: PLR2004 - February to August
    number = school * 2 + (1 if second else 0) + step
    year, spring = divmod(number, 2)
    return months(f"{year + 1:04d}", 2, 7) if spring else months(f"{year:04d}", 9, 13)


def _part_alone(text: str, at: int, clock: Clock) -> Moment | None:
    """年底, 月初 without a year: this one's."""
    match = _PART_ALONE.match(text, at)
    if match is None or (at and text[at - 1] in "0123456789一二三四五六七八九十每中青少老壮去今明前近半往历逐成"):
        return None
    edge, word = match["edge"], match["at"]
    edged = word in "底末终"
    if edge in "年岁" or edge not in "月周季":
        if edge == "学期":
            return None
        year = f"{clock.today.year:04d}" if clock.today else UNKNOWN_YEAR
        return Moment(at, match.end(), _year_part(year, word), relative=True, edge=edged, whole="part")
    if edge != "月" or word == "终":
        return None
    if clock.today is None:
        return Moment(at, match.end(), single(UNKNOWN_YEAR, 0, 0), relative=True, edge=edged, whole="part")
    days = xun(f"{clock.today.year:04d}", clock.today.month, word)
    return Moment(at, match.end(), days, clock.today.month, own_year=True, relative=True, edge=edged, whole="part")


def in_year(moment: Moment, year: str) -> Moment:
    """A moment without a year, put into one."""
    return moment._replace(days=with_year(moment.days, year), own_year=True)


_FIGURE = frozenset("0123456789一二三四五六七八九十")
_READERS = (
    (_FIGURE | frozenset("民公西今本大前去上明后来下次翌同当〇零"), _named),
    (_FIGURE, _school_year),
    (_FIGURE | frozenset("廿"), _without_year),
    (_FIGURE | frozenset("廿卅"), _day_only),
    (frozenset("12"), _points),
    (frozenset("0123456789"), _compact),
    (_FIGURE | frozenset("上本这零"), _century),
    (frozenset("上下春秋第一二三四前"), _alone),
    (frozenset("今昨明前后大本当次翌第隔头去即"), _away),
    (frozenset("上下本这当周星礼"), _week),
    (frozenset("上下本这当次同前后"), _relative_month),
    (frozenset("上下本这当"), _relative_part),
    (frozenset("年月岁学"), _part_alone),
    (frozenset("元"), _without_year),
)
_BY_START = {
    char: tuple(read for starts, read in _READERS if char in starts) for char in frozenset().union(*(starts for starts, _ in _READERS))
}
_OTHERS = (_compact, _century, _alone)
_BY_BEHIND: dict[str, tuple[_Reader, ...]] = {
    "年": (_named, _school_year, _century),
    "月": (_without_year,),
    "日": (_day_only,),
    "号": (_day_only,),
    ".": (_points,),
    "/": (_points, _compact, _school_year),
    "学": (_school_year,),
    "世": (_century,),
    "季": (_alone,),
} | dict.fromkeys("-至到、", (_named, _school_year, _without_year, _day_only, _points, _compact)) | dict.fromkeys(
    "xX×*□_", (_named, _points)
)
