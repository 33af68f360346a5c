"""Dates by name: 年, 月 and 日, and the parts of a year.

Reads::

    2023年9月1日、二〇二三年九月一日、23年9月1日     2023-09-01
    9月1日、12号、20xx年3月                          year, or year and month, or figures of the year unknown
    2023年、2023年9月上旬、2023年第三季度、2023年上半年、2023年秋季、2023年底、去年9月、今年上半年
    2021—2023年、9至12月、9月1-3日                    ranges inside one word
    民国三十年、2023学年、2023-2024学年第一学期

Leaves alone::

    2023年级、三月考、12号楼、3号线、十年、为期三月    words, and lengths of time
"""

from __future__ import annotations

import re

from extractors.values.date_patterns import BELOW_YEAR, DAY, HAN_DIGIT, MONTH, OF, RELATIVE_YEAR, SCHOOL, TO, XUN, YEAR, D
from extractors.values.days import UNKNOWN_YEAR, Day, Days, months, next_year, whole_year
from extractors.values.moment import (
    HAN_DIGITS,
    NEEDS_TEXT,
    NUMBERS,
    SEASONS,
    TERMS,
    YEARS_AWAY,
    Clock,
    Moment,
    plain_year,
    read_figure,
    read_month_day,
    year_part,
)

_NAMED = re.compile(rf"(?:{YEAR}(?:度(?!过|假|日|量))?|{RELATIVE_YEAR}){BELOW_YEAR}")


_SCHOOL_YEAR = re.compile(
    rf"(?P<first>(?:19|20)[0-9]{{2}}|[一二][{HAN_DIGIT}]{{3}})(?:年?(?:{TO}|/)(?P<last>(?:19|20)?[0-9]{{2}}"
    rf"|[一二][{HAN_DIGIT}]{{3}}))?[ ]?{SCHOOL}"
)


_MONTH_DAY = re.compile(rf"(?:{MONTH}(?:{OF}(?:{XUN}|{DAY}))?)")


_DAY_ONLY = re.compile(
    rf"(?P<day>{D})(?:{TO}(?P<day2>{D}))?[ ]?(?:日(?!报(?![道名告到送备批考])|[常均元圆币语本内之以后程游电])|号(?!召(?![开集])|[楼线院门室店房桌车船台码令文称机公厅馆火飞卫坑人种选高航舰井洞村桥]))"
)


def _year_of(match: re.Match[str]) -> str | None:
    """The year in four places; None where 年 counts a length of time (10年, 二十年)."""
    if match["era"]:
        return _era_year(match["era"], match["era_year"])
    words = match["year"].partition("-")[0] if match["year2"] is None else match["year"][:4]
    if len(words) == 2:
        digits = "".join(str(HAN_DIGITS[char]) if char in HAN_DIGITS else char for char in words)
        return f"{'19' if int(digits) > _MID_CENTURY else '20'}{digits}" if _short_year_fits(match, words, digits) else None
    return "".join(char if char.isdigit() and char.isascii() else str(HAN_DIGITS[char]) if char in HAN_DIGITS else "X" for char in words)


_YEARLY = re.compile("[龄会检审均]")
"""Behind a year in short, another word: 98年会."""
_MID_CENTURY = 50


_CLEAR_YEAR = 70


_PARTS = ("half", "quarter", "season", "month", "part", "q", "first_quarters", "last_quarter", "head_quarter", "first_months")


def _short_year_fits(match: re.Match[str], words: str, digits: str) -> bool:
    """23年9月 and 98年 are years, 10年 is a length of time; 三五年 too."""
    if _YEARLY.match(match.string, match.end()):
        return False
    below = any(match[name] for name in _PARTS if name != "first_months")
    if below or match.group().endswith("度"):
        return True
    if not words.isascii():
        return words[0] in "零〇○" or (int(digits) > _CLEAR_YEAR and int(digits[1]) - int(digits[0]) not in (1, 2))
    return digits[0] == "0" or int(digits) >= _CLEAR_YEAR


def _era_year(era: str, words: str) -> str | None:
    number = 1 if words == "元" else read_figure(words)
    if not number and words != "元":
        digits = "".join(str(HAN_DIGITS.get(char, "")) for char in words)
        number = int(digits) if digits else 0
    if not number:
        return None
    if number >= 1000 and era == "民国":
        return None
    return f"{number + 1911 if era == '民国' else number:04d}"


def read_named(text: str, at: int, clock: Clock) -> Moment | None:
    """2023年…, 去年…, with whatever part of the year follows."""
    match = _NAMED.match(text, at)
    if match is None:
        return None
    relative = match["relative_year"]
    if relative:
        year = _relative_year(relative, clock)
        if not year:
            return None
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
    if words in NEEDS_TEXT and clock.before is not None and clock.before.year.isdigit():
        return next_year(clock.before.year, YEARS_AWAY[words])
    if words in ("同年", "当年"):
        return ""
    return f"{clock.today.year + YEARS_AWAY[words]:04d}" if clock.today else UNKNOWN_YEAR


def _years(match: re.Match[str], year: str) -> Moment | None:
    """2021—2023年."""
    last = match["year2"]
    last = last if len(last) == 4 else year[:2] + last
    if last <= year or any(match[name] for name in _PARTS):
        return None
    end = match.end()
    return Moment(match.start(), end, Days(Day(year, 1, 1), Day(last, 12, 31)), own_year=True, whole="years")


def _below(match: re.Match[str], year: str, at: int) -> Moment | None:
    end = match.end()
    if match["month"]:
        return read_month_day(match, year, at)
    if match["half"]:
        return Moment(at, end, months(year, 1, 6) if match["half"] in "上前" else months(year, 7, 12), whole="half")
    quarters = _quarters(match)
    if quarters:
        return Moment(at, end, months(year, quarters[0] * 3 - 2, quarters[1] * 3), whole="quarter")
    if match["season"]:
        table = TERMS if "学期" in match.group() else SEASONS
        return Moment(at, end, months(year, *table[match["season"]]), whole="season") if match["season"] in table else None
    if match["first_months"]:
        count = read_figure(match["first_months"])
        return Moment(at, end, months(year, 1, count), whole="months") if 1 <= count <= 12 else None
    if match["part"]:
        return Moment(at, end, year_part(year, match["part"][-1]), edge=match["part"][-1] in "底末终", whole="part")
    return Moment(at, end, whole_year(year), whole="year")


def _quarters(match: re.Match[str]) -> tuple[int, int] | None:
    facts = match.groupdict()
    if facts.get("quarter"):
        first = NUMBERS[facts["quarter"]]
        last = NUMBERS[facts["quarter2"]] if facts.get("quarter2") else first
        return (first, last) if last >= first else None
    if facts.get("first_quarters"):
        return 1, NUMBERS[facts["first_quarters"]]
    if facts.get("head_quarter"):
        return 1, 1
    if facts.get("last_quarter"):
        return 4, 4
    if facts.get("q"):
        return int(facts["q"]), int(facts["q"])
    return None


def read_school_year(text: str, at: int, clock: Clock) -> Moment | None:  # noqa: ARG001 - all readers are asked alike
    """2023学年, 2023-2024学年第一学期."""
    match = _SCHOOL_YEAR.match(text, at)
    if match is None:
        return None
    first = plain_year(match["first"])
    last = plain_year(match["last"]) if match["last"] else next_year(first)
    last = last if len(last) == 4 else first[:2] + last
    if last <= first:
        return None
    term, season = match["term"], match["term_season"]
    if term or season:
        spring = season == "春" or (term is not None and term in "二下2")
        days = months(next_year(first), 2, 7) if spring else months(first, 9, 13)
    else:
        days = Days(Day(first, 9, 1), Day(last, 8, 31))
    return Moment(at, match.end(), days, own_year=True, whole="school-year")


def read_without_year(text: str, at: int, clock: Clock) -> Moment | None:
    """9月, 9月1日."""
    pair = _TWO_MONTHS.match(text, at)
    if pair is not None and (first := read_figure(pair[1])) + 1 == (last := read_figure(pair[2])):
        return Moment(at, pair.end(), months(UNKNOWN_YEAR, first, last), month=last, whole="months")
    match = _MONTH_DAY.match(text, at)
    if match is not None and (clock.ranged or not _is_length(text, at, match)):
        return read_month_day(match, UNKNOWN_YEAR, at)
    return None


_LENGTH_BEFORE = re.compile(
    r"(?:为期|历时|时长|时间|共|满|第|每|连续|长达|近|约|[^一-龥][前后]|头|最近|[0-9]|期限?(?:为|是|：)?|超过|不足|少于|低于|逾)[ ]?$"
)


def _is_length(text: str, at: int, match: re.Match[str]) -> bool:
    """三月 behind 为期 is a length of time."""
    if match["day"] or match["xun"] or match["month2"]:
        return bool(at and text[at - 1] == "第")
    if _WITHIN.match(text, match.end()):
        return True
    return _LENGTH_BEFORE.search(text[max(0, at - 4) : at]) is not None


_TWO_MONTHS = re.compile("([一二三四五六七八九])([二三四五六七八九])月份?(?![饼球亮考])")
_WITHIN = re.compile("以?内|之内")


def read_day_only(text: str, at: int, clock: Clock) -> Moment | None:
    """12号, 3日至5日."""
    match = _DAY_ONLY.match(text, at)
    if match is None or (not clock.ranged and not _is_a_day(text, at)):
        return None
    if not clock.ranged and not match["day"].isascii() and match["day2"] is None and match.group()[-1] == "日" and len(match["day"]) == 1:
        return None
    day, last = read_figure(match["day"]), read_figure(match["day2"] or match["day"])
    if last < day:
        return None
    return Moment(at, match.end(), Days(Day(UNKNOWN_YEAR, 0, day), Day(UNKNOWN_YEAR, 0, last)), day=last, whole="day")


def _is_a_day(text: str, at: int) -> bool:
    return not _LENGTH_BEFORE.search(text[max(0, at - 5) : at]) and not (at and text[at - 1] in "第路街道巷弄村园0123456789-.A")
