"""Dates against the reference day: 今天, 上周, 下周五, 本月, 上个月5日, 本学期, 年底; and the lunar calendar, which is left alone.

当天 and 次日 are reckoned from the last date of the text. Weeks begin on Monday; the school year in September, its second term in February.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.values.date_patterns import DAY, OF, XUN
from extractors.values.days import UNKNOWN_YEAR, Day, Days, add_days, add_months, between, day_of, months, single
from extractors.values.moment import NEEDS_TEXT, NUMBERS, SEASONS, TERMS, YEARS_AWAY, Clock, Moment, read_days, read_figure, xun, year_part

_SEASON_ALONE = re.compile(
    r"(?P<season>[春秋])季学期|(?P<half>[上下前后])半年(?:度)?|(?P<quarter>[一二三四])季度|第(?P<nth>[一二三四1-4])(?:个)?季度|前(?P<first_quarters>[两三二])(?:个)?季度"
)


_DAYS_AWAY = {
    "今天": 0, "今日": 0, "今早": 0, "今晨": 0, "今晚": 0, "今夜": 0, "本日": 0, "当天": 0, "当日": 0, "昨天": -1, "昨日": -1, "昨晚": -1, "昨夜": -1,
    "昨儿": -1, "今儿": 0, "明儿": 1, "前天": -2, "前日": -2, "前晚": -2, "大前天": -3, "明天": 1, "明日": 1, "明早": 1, "明晨": 1, "明晚": 1, "后天": 2,
    "后日": 2, "后晚": 2, "大后天": 3, "次日": 1, "翌日": 1, "第二天": 1, "隔天": 1, "头天": -1, "前一天": -1, "后一天": 1, "即日": 0,
}  # fmt: skip


_AWAY = re.compile(
    "(?:(?P<year>去年|前年|明年|后年|今年)的?(?=今[天日]|昨天|明天))?(?P<day>"
    + "|".join(sorted(_DAYS_AWAY, key=len, reverse=True))
    + ")(?!性|然|窗|线|语|的努力|养成|培养|习得|形成)"
)


_NOW_ONLY = "即日"


_WEEK = re.compile(
    r"(?P<which>上上个?|下下个?|上一?个?|下一?个?|本|这一?个?|当)(?:周|星期|礼拜)(?!期(?![中末])|[边年围转密全刊])(?:(?P<weekday>[一二三四五六日]|天(?!气|津|空"
    r"|天))(?![个名次场节期批周年届所])|(?P<end>末))?"
    r"|(?P<weekend>周末)|(?:(?<![每逐上下本这前后])(?:周|星期|礼拜)(?P<alone>[一二三四五六日天])(?![个名次场节期批届所周年]))"
)


_RELATIVE_MONTH = re.compile(
    rf"(?P<which>上上个?|下下个?|上一?个?|下一?个?|本|这一?个?|当|次|同|前一?个|后一?个)月(?!底下|考(?!勤|察|核)|刊|饼|球|亮|份额|台|薪|供)份?(?:{OF}(?:{XUN}|{DAY}))?"
)


_RELATIVE_PART = re.compile(r"(?P<which>上一?个?|下一?个?|本|这一?个?|当)(?P<unit>季度|学期|学年|年代|季(?!节|军|赛|稻))")


_PART_ALONE = re.compile(
    r"(?P<edge>年|月|季|学期|周|岁)(?P<at>初|底|末|中|终(?!绩|考|奖|总|评))(?![考国学级期间次步中高止点尾端将午]|终(?:绩|考|奖|总|评))"
)


_STEPS = {"上上": -2, "上上个": -2, "上": -1, "上个": -1, "上一": -1, "上一个": -1, "前个": -1, "前一个": -1, "本": 0, "这": 0, "这个": 0, "这一": 0,
          "这一个": 0, "当": 0, "同": 0, "下": 1, "下个": 1, "下一": 1, "下一个": 1, "次": 1, "后个": 1, "后一个": 1, "下下": 2, "下下个": 2}  # fmt: skip


_LUNAR = re.compile(
    r"(?:农历|阴历|旧历)[^，。；\n]{0,12}?(?:[初廿十][一二三四五六七八九十]|[年月日])|(?:正月|腊月|冬月)(?:[初廿十][一二三四五六七八九十])?|大年(?:初[一二三四五六七八九]|三十)"
)


def skip_lunar(text: str, at: int) -> int | None:
    """Where a date of the lunar calendar ends: it is no date of the common one."""
    match = _LUNAR.match(text, at)
    return match.end() if match else None


def read_part_of_year(text: str, at: int, clock: Clock) -> Moment | None:
    """上半年, 第三季度, 春季学期 without a year: this year's."""
    match = _SEASON_ALONE.match(text, at)
    if match is None:
        return None
    year = f"{clock.today.year:04d}" if clock.today else UNKNOWN_YEAR
    if clock.before is not None and clock.before.year.isdigit():
        year = clock.before.year
    if match["season"]:
        return Moment(at, match.end(), months(year, *TERMS[match["season"]]), whole="season", relative=True)
    if match["half"]:
        return Moment(at, match.end(), months(year, 1, 6) if match["half"] in "上前" else months(year, 7, 12), whole="half", relative=True)
    quarter = match["quarter"] or match["nth"]
    first, last = (NUMBERS[quarter], NUMBERS[quarter]) if quarter else (1, NUMBERS[match["first_quarters"]])
    return Moment(at, match.end(), months(year, first * 3 - 2, last * 3), whole="quarter", relative=True)


def read_day_away(text: str, at: int, clock: Clock) -> Moment | None:
    """今天, 昨日, 大后天."""
    match = _AWAY.match(text, at)
    if match is None or (match["day"] == "即日" and text[match.end() : match.end() + 1] != "起"):
        return None
    word = match["day"]
    if at and word[0] == "明" and text[at - 1] in "聪文光说证表声阐透发小分开照英":
        return None
    if at and word in ("后天", "前天", "后日", "前日") and text[at - 1] in "之以日月年天先个":
        return None
    base = clock.near(word)
    if word in NEEDS_TEXT and base is None:
        return None
    if base is None:
        return Moment(at, match.end(), single(UNKNOWN_YEAR, 0, 0), relative=True, whole="day")
    day = add_days(base, _DAYS_AWAY[word])
    if day is not None and match["year"]:
        day = add_months(day, 12 * YEARS_AWAY[match["year"]])
    return None if day is None else Moment(at, match.end(), Days(day_of(day), day_of(day)), own_year=True, relative=True, whole="day")


def read_week(text: str, at: int, clock: Clock) -> Moment | None:
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


def read_relative_month(text: str, at: int, clock: Clock) -> Moment | None:
    """本月, 上个月5日, 下月初."""
    match = _RELATIVE_MONTH.match(text, at)
    if match is None or (at and text[at - 1] in "以之年"):
        return None
    base = clock.today
    if match["which"] in ("同", "次", "当") and clock.before is not None:
        base = clock.before.known or base
    if base is None:
        return Moment(
            at, match.end(), single(UNKNOWN_YEAR, 0, read_figure(match["day"])), relative=True, whole="day" if match["day"] else "month"
        )
    moved = add_months(base.replace(day=1), _STEPS[match["which"]])
    if moved is None:
        return None
    year, month = f"{moved.year:04d}", moved.month
    if match["xun"]:
        days = xun(year, month, match["xun"])
        return Moment(at, match.end(), days, month, own_year=True, relative=True, edge=match["xun"] in ("底", "末"), whole="part")
    if match["day"]:
        found = read_days(match, year, month, at)
        return found._replace(own_year=True, relative=True) if found else None
    return Moment(at, match.end(), months(year, month, month), month, own_year=True, relative=True, whole="month")


def read_relative_part(text: str, at: int, clock: Clock) -> Moment | None:
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
    school = today.year if today.month >= 9 else today.year - 1
    if unit == "学年":
        return Days(Day(f"{school + step:04d}", 9, 1), Day(f"{school + step + 1:04d}", 8, 31))
    second = 2 <= today.month <= 8
    number = school * 2 + (1 if second else 0) + step
    year, spring = divmod(number, 2)
    return months(f"{year + 1:04d}", 2, 7) if spring else months(f"{year:04d}", 9, 13)


def read_edge(text: str, at: int, clock: Clock) -> Moment | None:
    """年底, 月初 without a year: this one's."""
    match = _PART_ALONE.match(text, at)
    if match is None or (at and text[at - 1] in "0123456789一二三四五六七八九十每中青少老壮去今明前近半往历逐成学"):
        return None
    edge, word = match["edge"], match["at"]
    edged = word in "底末终"
    if edge in "年岁" or edge not in "月周季":
        if edge == "学期":
            return None
        year = f"{clock.today.year:04d}" if clock.today else UNKNOWN_YEAR
        return Moment(at, match.end(), year_part(year, word), relative=True, edge=edged, whole="part")
    if edge != "月" or word == "终":
        return None
    if clock.today is None:
        return Moment(at, match.end(), single(UNKNOWN_YEAR, 0, 0), relative=True, edge=edged, whole="part")
    days = xun(f"{clock.today.year:04d}", clock.today.month, word)
    return Moment(at, match.end(), days, clock.today.month, own_year=True, relative=True, edge=edged, whole="part")


_SEASON = re.compile(r"(?P<which>上一?个?|这一?个?|今|本|下一?个?)(?P<season>[春夏秋冬])(?:天|季)(?!学期)")
_TWO = re.compile(r"(?P<which>今明|去今)两(?P<unit>年|天)(?!级)")
_XUN_ALONE = re.compile("(?P<xun>[上中下]旬)")


def read_season(text: str, at: int, clock: Clock) -> Moment | None:
    """上个夏天, 今冬; winter is called by the year that it begins in."""
    match = _SEASON.match(text, at)
    if match is None or clock.today is None:
        return None
    year = clock.today.year + (0 if match["which"] == "今" else _STEPS[match["which"]])
    days = months(f"{year:04d}", *SEASONS[match["season"]])
    return Moment(at, match.end(), days, own_year=True, relative=True, whole="season")


def read_two(text: str, at: int, clock: Clock) -> Moment | None:
    """今明两年, 今明两天."""
    match = _TWO.match(text, at)
    if match is None or clock.today is None:
        return None
    back = 1 if match["which"] == "去今" else 0
    if match["unit"] == "天":
        last = add_days(clock.today, 1)
        return (
            Moment(at, match.end(), between(clock.today, last), own_year=True, relative=True, whole="days") if last and not back else None
        )
    first = clock.today.year - back
    return Moment(
        at, match.end(), Days(Day(f"{first:04d}", 1, 1), Day(f"{first + 1:04d}", 12, 31)), own_year=True, relative=True, whole="years"
    )


def read_xun(text: str, at: int, clock: Clock) -> Moment | None:
    """上旬 without a month: that of the text, or this one's."""
    match = _XUN_ALONE.match(text, at)
    near = clock.before or (day_of(clock.today) if clock.today else None)
    if match is None or near is None or not near.month or (at and text[at - 1] in "月本该各每"):
        return None
    return Moment(at, match.end(), xun(near.year, near.month, match["xun"]), near.month, own_year=True, relative=True, whole="part")
