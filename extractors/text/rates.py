"""Rates: 每学期, 每两周, 每生每年, 全年, 按月, 人均, 次/学期, and which of them governs a count.

Reads::

    每两周开展1次, 两周一次, 隔周1次    per 2 周
    每半年会商一次            per 0.5 年
    每校2名, 校均2名          per 1 校, where no time rate stands
    每生每年1500元, 1500元/生·年   per 1 年, for each 生
    不少于3次/学期, 3次每学期   per 1 学期

Leaves alone::

    每一位教师, 每逢周五       no rate of a count
    每日常规, 每期间, 每家长   half of a longer word
    全年级, 按年龄, 按月考     the same
    全年 in a report           the year that is over, no rate

A rate governs every count in its sentence until another rate replaces it; a share (每校, 每人) does not replace a time rate
(annotation guide, rules 4, 22, 34 and 38).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.bounds import plain
from extractors.text.numerals import read_number
from schemas.values import Rate

_TIME = r"学期|学年|年度|年|季度|季|月(?!考|饼|亮)|周(?!期|边|岁)|星期|天(?!然|津)|日(?!常|程|记)|半个?学期|半个?月|半年"
_OCCASION = (
    r"次(?!序|要)|批次?(?!改|评|阅|示|复|准)|期(?!间|限|末|中(?!小)|待|望|盼|刊)|场次?(?!地|所|馆|景|面)|届(?!时)|轮次?(?!岗|换|流|训(?!练))"
    r"|节(?!日|假|气|约|点(?!评)|省(?!级|市)|奏)|趟|堂"
)
_SHARE = (
    r"课时|年级|团队|学科|对象|单位|学段|教师|人(?!均|才|民|事|口)|生(?!活|产|源|均)|名|位|校(?!长|级|际|区|园)|所(?!有|在|属|长)|家(?!长|庭|校)|园(?!长|区)|班(?!级|主任|子|会)"
    r"|对(?!口|于|接)|组(?!织|长)|室|科(?!学|研|技|目)|门(?!口|户)|县(?!级)|市(?!级|直)|区(?!域|级)|乡|镇|村(?!民)|户|个(?!性|别)|间(?!隔)|项(?!目)|件|套|师(?!傅|徒|资|范)|处(?!室|理)|岗|点(?!滴)"
)
_COUNTED = r"(?=(?:不少于|至少)?[0-9一二两三四五六七八九十]{1,3}(?:次|场|期|节))"
_RATE = re.compile(
    rf"每(?:隔)?(?P<count>[0-9]{{1,2}}|[一二两三四五六七八九十双])?(?:个)?(?P<time>(?:{_TIME})(?!级|龄|轻))"
    rf"|每(?:一)?(?P<occasion>{_OCCASION})|每(?P<share>{_SHARE})"
    rf"|(?P<whole>(?:全年|全学年)(?!级|龄|段)|年均|学年内|年度内|学期内|月均|周均)"
    rf"|(?<![0-9一二三四五六七八九十第上下本近前后半这那某])(?P<one>一)(?P<ones>年|学期|学年|个月|周){_COUNTED}|(?<![第十年一])一(?P<month>月)(?=一[次场期节])"
    # 两周一次, 半年一次, 隔周1次: rates without 每
    r"|(?<![0-9一二三四五六七八九十第上下本近前后每续过来满到至两几数-])(?P<many>[两三半])(?P<manys>个?(?:年|学期|学年|月|周|星期))(?=[一1](?:次|期|届|轮))|(?<!间)隔(?P<skipped>周|月|年)(?=[0-9一二两三]|[^0-9，。；]{0,8}[一1]次)"
    r"|(?<!每)(?<!按照)按(?P<by>月(?!考|份|饼)|季度|季|学期|学年|年度|年(?!龄|级|段|份|资|轻|会)|周(?!期|边|岁))(?!照|计划)|(?P<yearly>逐年|逐月)"
    r"|(?P<mean>[人师生校班园县户])均(?!衡|等|匀|可|为|已)(?=(?:每[年月周]|不少于|不低于|至少|约|达|[^，。；\n0-9]{0,4}[0-9一二两三四五六七八九十]))"
)
_SLASHED = "课时|学期|学年|人次|年度?|季度?|月|周|天|日|次|人|校|班|生|节|所|名|位|个|期|批|场|户|项|学校|教师"
_SLASH = re.compile(rf"[ ]?/[ ]?（?每?(?P<first>{_SLASHED})(?:[ ]?[·/*、][ ]?每?(?P<second>{_SLASHED}))?")
_BEHIND = re.compile(
    r"(?:每(?P<a>学期|学年|年|月|周|天|人|生|校|次|节))(?:每(?P<b>学期|学年|年|月|周|天|人|生|校|次|节))?(?=[，。；、）\n]|$)"
)
_SUMMED = re.compile(r"累计|共计|合计|总计|总共|前后共")
"""After these a share is over: 每名教师带2名徒弟，累计结成师徒68对."""
_WHOLE = {"全年": "年", "年均": "年", "全学年": "学年", "学年内": "学年", "年度内": "年", "月均": "月", "周均": "周", "学期内": "学期"}
_PLAIN_UNITS = {"年度": "年", "季": "季度", "星期": "周", "日": "天", "个月": "月", "批次": "批", "场次": "场", "轮次": "轮"}
_TIMES = frozenset({"学期", "学年", "年", "季度", "月", "周", "天"})
_ANOTHER_TIME = re.compile("[，；][^，；。]{0,16}?(?:今年|明年|本学期|下学期|下学年|同年|当天|当日|一次性)(?!起)")
"""每年出资10万元；乙校明年组织2批: what is done at one time is not done at the rate before it."""
_NEAR = 12
"""How far apart, in characters, 每生 and 每年 may stand to be one rate."""


@dataclass(frozen=True, slots=True)
class FoundRate:
    """A rate at its place; ``share`` for 每校, 每人, which yield to a rate of time."""

    start: int
    end: int
    rate: Rate
    share: bool


def find_rates(text: str, start: int, end: int, *, report: bool = False) -> Iterator[FoundRate]:
    """The rates between two offsets; in a ``report`` of what was done, 全年 is none."""
    for match in _RATE.finditer(text, start, end):
        if match["whole"] and report:
            continue
        rate = _read(match)
        if rate is not None:
            yield FoundRate(match.start(), match.end(), rate, share=bool(match["share"] or match["mean"]))


def governing(rates: tuple[FoundRate, ...], text: str, at: int, after: int) -> Rate | None:
    """The rate of a count whose bounds begin at ``at`` and whose measure word ends at ``after``; ``rates`` are its sentence's."""
    behind = _SLASH.match(text, after) or _BEHIND.match(text, after)
    if behind:
        return _of_two(*behind.groups())
    before = [rate for rate in rates if rate.end <= at]
    if before:
        # a rate holds as far as the last mark behind which another time is named
        ends = max((one.start() for one in _ANOTHER_TIME.finditer(text, before[0].end, at)), default=-1)
        before = [rate for rate in before if rate.end > ends]
    if before and (before[-1].share or before[-1].rate.unit == "次") and _SUMMED.search(text, before[-1].end, at):
        before = [rate for rate in before if not rate.share and rate.rate.unit != "次"]
    timed = [rate for rate in before if not rate.share]
    shares = [rate for rate in before if rate.share]
    if not timed:
        return shares[-1].rate if shares else None
    near = [share for share in shares if abs(share.start - timed[-1].start) <= _NEAR]
    return timed[-1].rate.model_copy(update={"for_each": near[-1].rate.unit}) if near else timed[-1].rate


def _of_two(first: str, second: str | None) -> Rate:
    """/人·年 and /年·人 alike: the time is the rate, the other whom it is for."""
    one, other = (_PLAIN_UNITS.get(unit, unit) if unit else None for unit in (first, second))
    if one not in _TIMES and other in _TIMES:
        one, other = other, one
    return Rate(count="1", unit=one or first, for_each=other)


def _read(match: re.Match[str]) -> Rate | None:
    if match["time"]:
        return _timed(match["time"], match["count"])
    if match["many"]:
        return _timed(match["manys"].lstrip("个"), match["many"])
    if match["skipped"]:
        return _timed(match["skipped"], "2")
    for group in ("occasion", "share", "by", "ones", "month", "mean"):
        if match[group]:
            return Rate(count="1", unit=_PLAIN_UNITS.get(match[group], match[group]))
    if match["whole"]:
        return Rate(count="1", unit=_WHOLE[match["whole"]])
    return Rate(count="1", unit=match["yearly"][-1]) if match["yearly"] else None


def _timed(unit: str, count: str | None) -> Rate:
    if unit.startswith("半"):
        unit, count = unit[1:].lstrip("个"), "半"
    value = read_number("2" if count == "双" else count) if count else None
    return Rate(count=plain(value) if value is not None else "1", unit=_PLAIN_UNITS.get(unit, unit))
