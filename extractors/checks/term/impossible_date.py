"""A date names a month or a day that the calendar lacks.

缺陷
    写了日历上没有的日子或月份：2月30日、11月31日、平年的2月29日、13月。

为什么要紧
    期限和截止日落在不存在的日子上，到底早一天还是晚一天说不清；多半是笔误，或者从旧文件改过来时没有改全。

怎么办
    核对原意，改成实有的日子；月底可以直接写“月底前”。

什么时候不报
    闰年的2月29日，上下文没有定下年份的2月29日；只写到月；像日期的小数、编号、版本号和电话号码。
"""

from __future__ import annotations

import re
import unicodedata
from calendar import isleap
from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.calendar import read_moment
from extractors.text.impossible_dates import find_impossible_dates
from extractors.text.quoting import quoted
from schemas.span import Span
from schemas.values import Date

_LEAP_DAY = re.compile("(?P<year>[0-9]{4})-02-29")


def check(case: Case) -> Iterator[Hit]:
    """Every date of the document that cannot be, that of a news item's own line too."""
    passage = case.passage
    for place in find_impossible_dates(passage.text, passage.start, passage.end):
        yield _hit(case.span(place))
    for date in case.document.dates:
        if date.span is not None and _is_no_leap_day(date):
            yield _hit(date.span, f"（{(date.resolved or '')[:4]}年是平年）")
    published = case.document.press.published if case.document.press else None
    if published is not None and published.span is not None:
        moment = read_moment(unicodedata.normalize("NFKC", published.span.text))
        if moment is not None and moment.impossible:
            yield _hit(published.span)


def _is_no_leap_day(date: Date) -> bool:
    """Whether it is 2月29日 in a year that the text fixes and that has none."""
    day = _LEAP_DAY.fullmatch(date.resolved or "")
    return day is not None and not isleap(int(day["year"]))


def _hit(span: Span, why: str = "") -> Hit:
    return Hit("date", f"日历上没有“{quoted(span.text)}”{why}", (span,))


RULE = Rule(
    slug="impossible-date",
    title="不存在的日期",
    severity="error",
    check=check,
    bad=(
        example(recipient="1.乙方每学年选派2名教师到甲方跟岗学习。\n2.乙方于2024年11月31日前报送首批跟岗教师名单。"),
        example(term="帮扶期限为三年，自2024.9.31起至2027.8.31止。"),
        example(further="双方每年2月30日前商定当年的工作计划。"),
        example(further="首批帮扶物资于二〇二四年十三月一日前送达。"),
        paper(
            "两校携手\n\n2023-12-04　来源：云溪教育\n\n　　11月31日，云溪市实验小学与石桥镇中心小学举行结对帮扶签约仪式。两校将互派教师3名。\n",
            shown="11月31日，云溪市实验小学与石桥镇中心小学举行结对帮扶签约仪式。",
        ),
    ),
    good=(
        example(further="双方于2024年2月29日召开了筹备会。"),
        example(further="双方每年2月29日前商定当年的工作计划。"),
        example(further="甲方捐赠投影仪1台，价值2013.13元，联系合同编号2024-13-01。"),
        example(further="双方每年11月底前商定下一年的工作计划。"),
    ),
)
