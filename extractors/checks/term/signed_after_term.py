"""The agreement was signed after its term's end, or more than six months after its start.

缺陷
    协议签订时期限已满，或者期限已经开始了六个月以上。

为什么要紧
    倒签的协议，前一段时间里并没有约定可循；期满才签的，等于从来没有履行过。多半是日期写错，或者拿旧协议改的年份没有改全。

怎么办
    核对签订日期和期限；确是补签的，写明补签的缘由和追认的期间。

什么时候不报
    期限开始后六个月以内签订；只有一方的日期太晚；日期不全或留空，其中有一种读法说得通；只写从签订之日起算、没有写哪天为止。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule
from extractors.text.month_counts import month_after, months_of
from extractors.text.quoting import quoted
from extractors.text.signing_days import find_signing_days
from schemas.agreement import Term
from schemas.span import Span
from schemas.values import Date

_MOST_MONTHS = 6


def check(case: Case) -> Iterator[Hit]:
    """The term and the first day on which a party signed, where that day is too late."""
    term, days = case.document.term, find_signing_days(case.passage, case.document.signing)
    first = min(days, key=lambda day: day.earliest or "", default=None)
    if term is None or first is None or first.earliest is None or first.span is None or _is_reversed(term):
        return
    spans = (first.span, term.span, *_others(days, first))
    last = _last_day(term)
    if last is not None and first.earliest > last:
        yield Hit("term", f"签订日期{quoted(first.span.text)}晚于期限的终止日（{_end_words(term)}）", spans)
    elif _is_late(term, first.earliest):
        start = term.start.span.text if term.start and term.start.span else ""
        yield Hit("term", f"签订日期{quoted(first.span.text)}比期限的起始日{quoted(start)}晚六个月以上", spans)


def _is_reversed(term: Term) -> bool:
    """Whether the last day lies before the first: one of them is wrong, and nothing follows from either."""
    start, end = term.start, term.end
    return bool(term.starts_on == "date" and start and end and start.earliest and end.latest and end.latest < start.earliest)


def _others(days: Sequence[Date], first: Date) -> tuple[Span, ...]:
    return tuple(day.span for day in days if day.span is not None and day is not first)


def _last_day(term: Term) -> str | None:
    """The last day of the term: its end, or as long after its start as it is said to last."""
    if term.end is not None:
        return term.end.latest
    length = months_of(term.duration) if term.duration else None
    if term.starts_on != "date" or term.start is None or length is None:
        return None
    return month_after(term.start.edtf, length.most)


def _end_words(term: Term) -> str:
    return quoted(term.end.span.text) if term.end and term.end.span else quoted(term.span.text)


def _is_late(term: Term, signed: str) -> bool:
    if term.starts_on != "date" or term.start is None:
        return False
    limit = month_after(term.start.edtf, _MOST_MONTHS)
    return limit is not None and signed > limit


_SIGNED = "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n代表签字：陆远航                    代表签字：覃秀梅\n{}"

RULE = Rule(
    slug="signed-after-term",
    title="签订晚于期限",
    severity="error",
    check=check,
    agreements_only=True,
    bad=(
        example(signatures=_SIGNED.format("2025年6月10日                       2025年6月10日")),
        example(signatures=_SIGNED.format("2028年3月1日                        2028年3月1日")),
        example(
            term="本协议有效期自签字之日起至2023年12月31日。",
            signatures=_SIGNED.format("2024年8月26日                       2024年8月26日"),
        ),
    ),
    good=(
        example(signatures=_SIGNED.format("2025年2月28日                       2025年2月28日")),
        example(term="帮扶期限：2024年至2026年。", signatures=_SIGNED.format("2024年11月6日                       2024年11月6日")),
        example(
            term="本协议自签字之日起生效，有效期三年。", signatures=_SIGNED.format("2026年6月10日                       2026年6月10日")
        ),
        example(
            signatures=_SIGNED.format("    年   月   日                        年   月   日"),
            also={"blank-date": "签订日期留空"},
        ),
    ),
)
