"""Stretches of the calendar put together from dates, and from lengths of time against a day.

Reads::

    2023年9月1日至2026年8月31日、2023年9月至11月、9月3日到5日       from the first to the last
    自2023年9月起、2023年以来、从明年开始                            open at its end
    截至2023年底、到2025年、2023年9月1日前                           open at its beginning
    近三年、过去十年、未来五年、三年来                               from the reference day
    三天前、两周后                                                    a day, from the reference day

前 and 后 leave the day itself out, 起 and 止 include it; 年底前 includes the end of the year.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from extractors.text.numerals import read_number
from extractors.values.days import (
    UNKNOWN_YEAR,
    Day,
    Days,
    add_days,
    add_months,
    day_after,
    day_before,
    day_of,
    months,
    next_year,
    single,
    whole_year,
)
from extractors.values.lengths import Length, Parts
from extractors.values.moment import Clock, Moment, in_year
from extractors.values.moments import read_moment

_CONNECT = re.compile(
    r"[ ]?(?:（[^（）\n]{1,8}）)?(?:日)?(?:起|开始|始)?[，、 ]?(?:-{1,3}|至|到|直到|直至|截止到|迄|与|和(?=.{1,24}之间))[ ]?(?:于)?"
)
_FROM = re.compile(r"(?:自从|自|从|始于|起于|开始于|由|不早于)[ ]?$")
_UNTIL = re.compile(
    r"(?:(?<=起)至|(?<=力争|争取|计划|预计|确保|规划)到|截至|截止到|截止至|截止|直到|直至|止于|迄至|迄|不[迟晚]于|(?:期限?|期间|持续|延续|延长|延期|推迟|顺延)[一-龥]{0,3}[至到]|(?:^"
    r"|[，。；：、（\n “])(?:到|至))[ ]?$"
)
_SINCE = re.compile(
    r"(?:(?<=年)来(?![自源到访往])|以来|至今|到现在|迄今|(?:之?后)?[ ]?起(?![点到草床步止飞源诉跑])|起至今|开始(?=[，。；、）]|$)|以降)"
)
_AFTER = re.compile(
    r"(?:（含[^）\n]{0,4}）(?:以后|之后|后)|以后|之后|过后|后(?!续|勤|期|[天年半季卫]|备|台|面|者|进|方|来|[一二三四五六两]))"
)
_BEFORE = re.compile(
    r"(?:（含(?P<included>[^）\n]{0,4})）(?:以前|之前|前)|以前|之前|前(?!往|列|提(?![交出供报请醒升])|期|景|辈|[天年半季]|来|去|身|后|沿|线|夕|台|者|进|方|任|[一二三四五六两]))"
)
_THAN = re.compile("(?<!不)(?:早于|先于|晚于)$")
_UNTIL_WORD = re.compile(r"(?:截至|截止到|截止至|截止|直到|直至|止于|迄至|迄|不[迟晚]于|[至到])[ ]?$")
_OPEN_FROM = frozenset({"自", "自从", "始于", "起于", "不早于"})
_BEGUN = re.compile("开始")
_TILL = re.compile(r"为?止(?![步血痛于])")
_SPAN_AFTER = re.compile("[ ]?(?:间|期间|之间)")
_LATELY = re.compile(r"(?:最近|近来?|过去|过往|以往|此前|前|上|刚过去)(?:的|这)?[ ]?$")
_SOON = re.compile(r"(?:未来|今后|往后|接下来|后|下|将来|随后)(?:的|这)?[ ]?$")
_THIS = re.compile(r"(?<![因像如将把对在与和到])(?:这)[ ]?$")
_COME = re.compile(r"(?:以来|来(?!自|源|到|华|访|[一-龥]?次))")
_LENGTH_BEFORE = re.compile(r"(?:以前|之前|前(?!往|列|提(?![交出供报请醒升])|期|景|辈|来|去|身|后|沿|线|夕|台|者|进|方|任)|多前)")
_LENGTH_AFTER = re.compile(r"(?:以后|之后|过后|后(?!续|勤|期|备|台|面|者|进|方|来))")
_EVENT = re.compile("(?:公示|签订|签署|签约|生效|[期届]满|到期|毕业|入职|发布|收到|到货|结束|验收|付款|通知|之日|满|开学|成立|结对)$")
"""公示7日后 is reckoned from the event, not from the reference day."""
_NO_LATELY = re.compile(
    "(?:附|远|邻|靠|接|以|之|目|提|面|往|早|史|空|眼|当|从|上|路|身|然|其|先|日|年|天|月|前|场|门|线|向|晚|街|地|车|楼|山|岸|马|床|网|早|会|桌|如|至|史|手|身|头)$"
)


class Period(NamedTuple):
    """A date or a stretch of days at its place; ``open_end`` marks ends that the words leave open."""

    start: int
    end: int
    days: Days
    is_day: bool
    moment: Moment | None = None
    from_today: bool = False
    """Reckoned from the reference day by a length of time."""


def read_period(text: str, at: int, floor: int, clock: Clock) -> Period | None:
    """The longest date, range or open stretch whose first date begins at ``at``; words before it are taken from ``floor`` on."""
    first = read_moment(text, at, clock)
    if first is None:
        return None
    ranged = _ranged(text, first, clock)
    if ranged is not None:
        head = _FROM.search(text[max(floor, at - 4) : at])
        start = at - len(text[max(floor, at - 4) : at]) + head.start() if head else at
        tail = _TILL.match(text, ranged.end) or _SPAN_AFTER.match(text, ranged.end)
        return ranged._replace(start=start, end=tail.end() if tail else ranged.end)
    return _opened(text, first, floor)


def _ranged(text: str, first: Moment, clock: Clock) -> Period | None:
    connect = _CONNECT.match(text, first.end)
    if connect is None or connect.end() >= len(text) or first.days.first is None:
        return None
    after = text[connect.end()]
    today = first.days.first.known if after in "周星礼" and first.relative else clock.today
    last = read_moment(text, connect.end(), Clock(today, first.days.first, first.days.first, ranged=True))
    if last is None:
        last = _bare(text, connect.end(), first)
    if last is None or last.days.last is None:
        return None
    if re.fullmatch(r"[ ]?(?:、|和|与|，)[ ]?", connect.group()) and "之间" not in text[last.end : last.end + 2]:
        return None
    last = _completed(first, last)
    end_first, end_last = first.days.first, last.days.last
    if end_last is None:
        return None
    if end_first.year == UNKNOWN_YEAR and end_last.year.isdigit() and not last.relative:
        end_first = _year_before(end_first, end_last)
    if end_first.year.isdigit() and end_last.year.isdigit() and end_last < end_first:
        return None
    return Period(first.start, last.end, Days(end_first, end_last), is_day=end_first == end_last, moment=last)


_BARE_DAY = re.compile(r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9.年月个名亿万%元人次])")
_BARE_POINTS = re.compile(r"(?P<month>1[0-2]|0?[1-9])[./-](?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9./-])")
_BARE_ERA = re.compile("(?P<year>[0-9]{1,2}|[一二三四五六七八九十]{1,3})年")


def _bare(text: str, at: int, first: Moment) -> Moment | None:
    """The second half of 2023.9.1-10.7 and 2023.9-11, which names no unit; 至今."""
    day = first.days.first
    if text.startswith("民国", first.start) and (match := _BARE_ERA.match(text, at)):
        era = read_number(match["year"])
        return None if era is None else Moment(at, match.end(), whole_year(f"{int(era) + 1911:04d}"), own_year=True, whole="year")
    if day is None or not first.own_year or not first.month or text[first.end - 1] in "月日号年":
        return None
    if match := _BARE_POINTS.match(text, at):
        found = Day(day.year, int(match["month"]), int(match["day"]))
        return Moment(at, match.end(), Days(found, found), found.month, found.day, own_year=True, whole="day")
    match = _BARE_DAY.match(text, at)
    if match is None:
        return None
    number = int(match["day"])
    if first.day:
        found = Day(day.year, day.month, number)
        return Moment(at, match.end(), Days(found, found), day.month, number, own_year=True, whole="day") if number > first.day else None
    if not first.month < number <= 12:
        return None
    return Moment(at, match.end(), months(day.year, number, number), number, own_year=True, whole="month")


def _completed(first: Moment, last: Moment) -> Moment:
    """The second date with the year and month that it leaves out taken from the first."""
    base = first.days.first
    if base is None or last.days.last is None or last.own_year or last.relative:
        return last
    end = last.days.last
    if not end.month and base.month:
        month = first.days.last.month if first.days.last else base.month
        year = base.year
        if end.day < base.day and month == base.month:
            month, year = (1, next_year(year)) if month == 12 else (month + 1, year)
        return last._replace(days=Days(Day(year, month, end.day), Day(year, month, end.day)))
    if not base.year.isdigit():
        return last
    moved = in_year(last, base.year)
    if moved.days.last is not None and moved.days.last < base:
        moved = in_year(last, next_year(base.year))
    return moved


def _year_before(first: Day, last: Day) -> Day:
    year = last.year if (first.month, first.day) <= (last.month, last.day) else next_year(last.year, -1)
    return Day(year, first.month, first.day)


def _opened(text: str, found: Moment, floor: int) -> Period:
    """A single date with 自, 起, 前, 后, 截至 and the like around it."""
    head = text[max(floor, found.start - 9) : found.start]
    for read in (_since, _until, _than, _edged):
        period = read(text, found, head)
        if period is not None:
            return period
    start = _FROM.search(head)
    if start is not None and start.group().strip() in _OPEN_FROM:
        return Period(found.start - len(head) + start.start(), found.end, Days(found.days.first, None), is_day=False, moment=found)
    return Period(found.start, found.end, found.days, is_day=found.is_day, moment=found)


def _since(text: str, found: Moment, head: str) -> Period | None:
    """自2023年起, 2023年以来, 从明年开始."""
    start = _FROM.search(head)
    after = _SINCE.match(text, found.end) or (_BEGUN.match(text, found.end) if start else None)
    if after is None:
        return None
    begin = found.start - len(head) + start.start() if start else found.start
    return Period(begin, after.end(), Days(found.days.first, None), is_day=False, moment=found)


def _until(text: str, found: Moment, head: str) -> Period | None:
    """截至2023年底, 到2025年, 至8月31日止."""
    until = _UNTIL.search(head)
    word = _UNTIL_WORD.search(head) if until else None
    if word is None:
        return None
    stop = _TILL.match(text, found.end) or _BEFORE.match(text, found.end)
    before = stop is not None and stop.group() in ("以前", "之前", "前") and not found.edge
    end_day = day_before(found.days.first) if before and found.days.first is not None else found.days.last
    begin = found.start - len(head) + word.start()
    return Period(begin, stop.end() if stop else found.end, Days(None, end_day), is_day=False, moment=found)


def _than(text: str, found: Moment, head: str) -> Period | None:  # noqa: ARG001 - all readers are asked alike
    """早于2016年, 晚于2016年."""
    than = _THAN.search(head)
    first, last = found.days
    if than is None or first is None or last is None:
        return None
    days = Days(day_after(last), None) if than.group() == "晚于" else Days(None, day_before(first))
    return Period(found.start - len(head) + than.start(), found.end, days, is_day=False, moment=found)


def _edged(text: str, found: Moment, head: str) -> Period | None:  # noqa: ARG001 - all readers are asked alike
    """9月1日前, 2016年以后, 12月31日止."""
    first, last = found.days
    if (before := _BEFORE.match(text, found.end)) and first is not None:
        included = found.edge or before.group().startswith("（")
        return Period(found.start, before.end(), Days(None, last if included else day_before(first)), is_day=False, moment=found)
    if (after := _AFTER.match(text, found.end)) and last is not None:
        start = first if after.group().startswith("（") else day_after(last)
        return Period(found.start, after.end(), Days(start, None), is_day=False, moment=found)
    if till := _TILL.match(text, found.end):
        return Period(found.start, till.end(), Days(None, last), is_day=False, moment=found)
    return None


def moved(today: date, parts: Parts, sign: int) -> date | None:
    """The day so long before or after ``today``; None for clock times and beyond the calendar."""
    counts = dict(parts)
    if any(count != count.to_integral_value() for count in counts.values()) or set(counts) & set("hms"):
        return None
    far = counts.get("Y", Decimal(0)) * 12 + counts.get("M", Decimal(0))
    days = counts.get("W", Decimal(0)) * 7 + counts.get("D", Decimal(0))
    if far > 100_000 or days > 1_000_000:
        return None
    there = add_months(today, sign * int(far))
    return None if there is None else add_days(there, sign * int(days))


def read_from_today(text: str, found: Length, floor: int, clock: Clock) -> Period | None:
    """近三年, 未来五天, 三年来: a stretch from or to the reference day; 三天前, 两周后: a day."""
    if found.exact is None:
        return None
    head = text[max(floor, found.start - 5) : found.start]
    return _near_today(text, found, head, clock) or _away_from_today(text, found, head, clock)


def _near_today(text: str, found: Length, head: str, clock: Clock) -> Period | None:
    """近三年, 未来五天, 这三年, 三年来."""
    exact, back = found.exact or (), found.start - len(head)
    come = _COME.match(text, found.end)
    end = come.end() if come else found.end
    past, soon, this = _LATELY.search(head), _SOON.search(head), _THIS.search(head)
    if past and not head.endswith(("将近", "接近")) and _may_stand(head, past):
        return _stretch(clock, exact, -1, back + past.start(), _within(text, end))
    if soon and _may_stand(head, soon):
        return _stretch(clock, exact, 1, back + soon.start(), _within(text, found.end))
    if come or this:
        return _stretch(clock, exact, -1, back + this.start() if this else found.start, end)
    return None


def _away_from_today(text: str, found: Length, head: str, clock: Clock) -> Period | None:
    """三天前, 两周后; behind an event, 后 is reckoned from it."""
    exact = found.exact or ()
    before, after = _LENGTH_BEFORE.match(text, found.end), _LENGTH_AFTER.match(text, found.end)
    edge = before or after
    if edge is None or (after and _EVENT.search(head)) or set(dict(exact)) & set("hms"):
        return None
    if clock.today is None:
        return Period(found.start, edge.end(), single(UNKNOWN_YEAR, 0, 0), is_day=True)
    day = moved(clock.today, exact, -1 if before else 1)
    return None if day is None else Period(found.start, edge.end(), Days(day_of(day), day_of(day)), is_day=True, from_today=True)


def _may_stand(head: str, match: re.Match[str]) -> bool:
    """Whether 近, 前, 后 are words of their own: 附近三年 and 签订后三年 say something else."""
    before = head[: match.start()]
    if match.group().rstrip(" 的这") in ("前", "后", "上", "下"):
        return not before or not "一" <= before[-1] <= "龥" or before[-1] in "在的于其年"
    return _NO_LATELY.search(before) is None


_WITHIN = re.compile("[ ]?(?:以内|之内|内|间|里|期间)")


def _within(text: str, end: int) -> int:
    match = _WITHIN.match(text, end)
    return match.end() if match else end


def _stretch(clock: Clock, exact: Parts, sign: int, start: int, end: int) -> Period | None:
    if clock.today is None:
        return Period(start, end, single(UNKNOWN_YEAR, 0, 0), is_day=False)
    there = moved(clock.today, exact, sign)
    if there is None:
        return None
    near, far = day_of(clock.today), day_of(there)
    return Period(start, end, Days(far, near) if sign < 0 else Days(near, far), is_day=False, from_today=True)
