"""The agreement's term ends before it begins.

缺陷
    期限写明了起止日期，而终止日早于起始日。

为什么要紧
    多半是年份写错了；照字面，协议从来没有过有效的一天，履行和考核都没有依据。

怎么办
    核对起止年月，改正写错的一头；期限另写了几年的，三者要对得上。

什么时候不报
    起止在同一天或同一月；日期写得不全（只有年份、春季学期），其中有一种读法说得通；年份留空待填（20XX年9月至20XX年7月）。
    从签字之日起算而签得太晚的，由“签订晚于期限”报；活动、支教和各个阶段自己的时间不算协议的期限。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.quoting import quoted
from schemas.agreement import Term
from schemas.values import Date


def check(case: Case) -> Iterator[Hit]:
    """The document's term, where its last day lies before its first."""
    term = case.document.term
    if term is None or term.starts_on != "date" or term.start is None or term.end is None:
        return
    start, end = term.start, term.end
    if start.earliest is None or end.latest is None or end.latest >= start.earliest:
        return
    spans = tuple(date.span for date in (end, start) if date.span is not None) or (term.span,)
    yield Hit("term", f"期限的终止日{_words(end, term)}早于起始日{_words(start, term)}", spans)


def _words(date: Date, term: Term) -> str:
    return quoted((date.span or term.span).text)


RULE = Rule(
    slug="term-reversed",
    title="期限起止颠倒",
    severity="error",
    check=check,
    bad=(
        example(term="帮扶期限：自2024年9月1日起至2023年8月31日止。"),
        example(term="本协议有效期从二〇二五年三月到二〇二四年二月。"),
        paper(
            "云溪区实验小学对口支援石桥乡中心小学工作方案\n\n一、支援期限\n2025年9月至2024年7月。\n\n"
            "二、支援任务\n1.每学期选派3名骨干教师送教。\n2.每年接收2名教师跟岗。\n\n云溪区实验小学\n2025年8月20日\n",
            shown="支援期限：2025年9月至2024年7月。",
        ),
    ),
    good=(
        example(term="帮扶期限：自2024年9月1日起至2025年8月31日止。"),
        example(term="帮扶期限：自2024年9月起，至次年7月止。"),
        example(term="帮扶期限为2024年至2024年秋季学期结束。"),
        example(term="本协议自签字之日起生效，有效期至2027年8月31日。上一轮帮扶自2021年9月至2024年7月。"),
    ),
)
