"""The term is said to last so long, and its dates span something else by more than two months.

缺陷
    期限既写了多长（三年），又写了起止日期，而两者相差两个月以上。写在同一句里，或者分写在标题、期限条款和生效条款里，都算。

为什么要紧
    说不清协议到哪天为止，到期后的活动有没有依据、经费该不该付，各有各的算法。

怎么办
    核对双方商定的期限，把年数或者起止日期改成一致。

什么时候不报
    相差不超过两个月（月份从第一个月数到最后一个月，首尾都算）；学年和学期到六月底、七月为止（三学年，2024年9月至2027年6月）；
    日期写得不全或者留空，其中有一种读法说得通（三年，2024年至2027年；三年，20XX年3月至20XX年12月）；
    上一轮协议、顺延和续签的时间，支教和跟岗的时间，各个阶段和附件里年度计划的时间，不是协议的期限。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.durations import find_durations
from extractors.text.month_counts import Months, months_between, months_of
from extractors.text.period_labels import PACT
from extractors.text.period_readings import PeriodReading, find_period_readings
from extractors.text.quoting import quoted
from schemas.agreement import Term
from schemas.span import Span
from schemas.values import Date, Duration

_TOLERANCE = 2
_RENEWED = re.compile("续|顺延|延长|一年一|逐年|每年")
_QUALIFIED = re.compile(
    "首|第[一二三四五1-5][年学期轮阶批]|每|上一|前一|试|本学年|本年度|单|续|阶段|期满|届满|到期|延长|顺延|资助|课题|教师|学员|学生|人员"
)
_TOLD = re.compile("(?:期限?|时间|周期|时长|年限|为期|结对|帮扶|合作|共建|关系|对子|有效|起|共|定)，?[：为是共]{0,2}$")
_MADE = re.compile(r"[期]?(?:的|期)?[^，。；\n]{0,4}(?:结对|帮扶|合作|协作|共建|托管|支援)|期(?=）|$)")


@dataclass(frozen=True, slots=True)
class _Length:
    """A length that the paper gives for its term; ``reading`` is the statement it stands in, None for a title."""

    duration: Duration
    span: Span
    reading: PeriodReading | None = None


@dataclass(frozen=True, slots=True)
class _Range:
    """The first and the last day that the paper gives for its term, and the statements that they stand in."""

    first: Date
    last: Date
    spans: tuple[Span, ...]
    readings: tuple[PeriodReading, ...]


def check(case: Case) -> Iterator[Hit]:
    """The term, where its length and its dates do not agree; else a length and dates that stand apart."""
    term = case.document.term
    if term is None:
        return
    if term.duration is not None and term.start is not None and term.end is not None:
        months = _contradicted(term.duration, term.start, term.end)
        if months is not None:
            yield _hit(term.duration, months, (term.span, *_signed(term)))
            return
    # most papers tell their length once: a look for another one is far cheaper than reading every statement anew
    if case.document.kind in ("agreement", "plan", "notice") and _is_told_apart(case, term):
        readings = find_period_readings(case.passage, case.document.signing)
        yield from _apart(case, [one for one in readings if _is_general(case, one)])


def _is_told_apart(case: Case, term: Term) -> bool:
    """Whether a length may stand elsewhere than the dates."""
    if term.duration is not None and (term.start is None or term.end is None):
        return True
    text, place = case.passage.text, case.place(term.span)
    lengths = find_durations(text, case.passage.start, case.passage.end)
    return any(
        not place.start <= one.start < place.end and _TOLD.search(text[max(0, one.start - 6) : one.start]) for one in lengths
    ) or any(_of_title(case))


def _contradicted(duration: Duration, first: Date, last: Date) -> Months | None:
    """The months that the dates span, where the length is another."""
    dated, said = months_between(first.edtf, last.edtf), months_of(duration)
    return dated if dated is not None and said is not None and dated.apart(said) > _TOLERANCE else None


def _apart(case: Case, readings: Sequence[PeriodReading]) -> Iterator[Hit]:
    """A length that no range of the paper agrees with."""
    ranges = list(_ranges(readings))
    for length in (*_lengths(readings), *_of_title(case)):
        others = [one for one in ranges if length.reading is None or length.reading not in one.readings]
        months = [_contradicted(length.duration, one.first, one.last) for one in others]
        if not others or None in months or any(length.reading in one.readings for one in ranges if length.reading):
            continue
        if _is_confirmed(others) and _RENEWED.search(_sentence(case, length.span)):
            continue
        for one, count in zip(others, months, strict=True):
            if count is not None:
                yield _hit(length.duration, count, (length.span, *one.spans))


def _ranges(readings: Sequence[PeriodReading]) -> Iterator[_Range]:
    """The ranges of single statements; where there is none, one that a single first and a single last day make."""
    whole = [one for one in readings if one.term.start is not None and one.term.end is not None]
    for one in whole:
        if one.term.start is not None and one.term.end is not None:
            yield _Range(one.term.start, one.term.end, (one.term.span, *_signed(one.term)), (one,))
    starts = [one for one in readings if one.term.start is not None and one.term.end is None]
    ends = [one for one in readings if one.term.end is not None and one.term.start is None]
    if whole or not starts or not ends or len({one.term.start.edtf for one in starts if one.term.start}) > 1:
        return
    first, last = starts[0].term.start, ends[0].term.end
    if first is not None and last is not None and len({one.term.end.edtf for one in ends if one.term.end}) == 1:
        # the length may stand beside the first day: what it is held against is the last day that stands elsewhere
        yield _Range(first, last, (starts[0].term.span, ends[0].term.span), ())


def _lengths(readings: Sequence[PeriodReading]) -> Iterator[_Length]:
    for one in readings:
        if one.term.duration is not None:
            yield _Length(one.term.duration, one.term.span, one)


def _of_title(case: Case) -> Iterator[_Length]:
    """三年结对帮扶协议, 协议书（三年期）."""
    title = case.passage.title
    if title is None or not case.is_agreement:
        return
    for length in find_durations(case.passage.text, title.start, title.end):
        if length.value.unit in ("年", "学年") and _MADE.match(case.passage.text, length.end, title.end):
            yield _Length(length.value, case.passage.span(length.start, length.end))


def _is_general(case: Case, reading: PeriodReading) -> bool:
    """Whether a statement is surely that of the whole pact: no stage's, no annex's, not the paper's work alone."""
    passage = case.passage
    signed = max((one.span.start for one in case.document.signing), default=reading.term.span.start)
    sure = reading.rank in (PACT, 0) or reading.term == case.document.term
    if reading.term.span.start > signed or not sure:
        return False
    first = reading.statement.pieces[0].start
    before = passage.text[max(passage.sentence_at(first).start, first - 16) : first]
    within = passage.text[first : reading.statement.pieces[-1].end]
    return not _QUALIFIED.search(before) and "阶段" not in within


def _is_confirmed(ranges: Sequence[_Range]) -> bool:
    return any(reading.term.duration is not None for one in ranges for reading in one.readings)


def _sentence(case: Case, span: Span) -> str:
    return case.passage.words(case.passage.sentence_at(case.place(span).start))


def _signed(term: Term) -> tuple[Span, ...]:
    """The day of signing, where the term runs from it."""
    start = term.start
    return (start.span,) if term.starts_on != "date" and start is not None and start.span is not None else ()


def _hit(duration: Duration, months: Months, spans: tuple[Span, ...]) -> Hit:
    words = "”“".join(quoted(span.text) for span in spans)
    return Hit("term", f"写明期限{duration.count}{_counted(duration.unit)}，起止日期却有{months.most}个月：“{words}”", spans)


def _counted(unit: str) -> str:
    return f"个{unit}" if unit in ("月", "学期") else unit


RULE = Rule(
    slug="term-duration-mismatch",
    title="期限与起止日期不符",
    severity="error",
    check=check,
    bad=(
        example(term="帮扶期限为三年，自2024年9月1日起至2026年8月31日止。"),
        example(term="协议有效期：2024年9月至2025年1月，为期一学年。"),
        example(term="帮扶期限：2024年9月至2026年7月。", effective="本协议自双方签字盖章之日起生效，有效期三年。"),
        paper(
            "两校签约结对\n\n2024-09-03　来源：云溪教育\n\n　　9月2日，云溪市实验小学与石桥镇中心小学签订结对帮扶协议。"
            "结对期限三年，从2024年9月至2026年8月。\n",
            shown="结对期限三年，从2024年9月至2026年8月。",
        ),
    ),
    good=(
        example(term="帮扶期限为三年，自2024年9月1日起至2027年7月31日止。"),
        example(term="结对周期为三学年，2024年9月至2027年6月。"),
        example(term="帮扶期限为一年，2024年至2025年。"),
        example(term="帮扶期限为24个月，自2024年9月15日至2026年9月14日。", further="期满经双方协商可以续签一年。"),
        example(preamble="双方曾于2021年签订结对帮扶协议，期限三年，成效明显，现续签协议如下。"),
    ),
)
