"""A date is left open or masked.

缺陷
    期限、签订日期或者文中别的日期留空、打了叉或画了横线（20xx年　月　日），没有填上。

为什么要紧
    期限起止不明，协议何时生效、何时到期都无从算起；签订日期空着，补填哪天说不清。范本流传出去、照抄进正式协议，也是从这里看出来的。

怎么办
    正式签订前填上实际日期；不需要的日期栏删去。

什么时候不报
    只写月和日、不写年份（每年9月1日前）；文件号里的叉（教发〔20××〕×号）；书名号里的年份；根本没有写日期（由“没有签订日期”等报）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.open_dates import find_open_dates, is_open, is_told_below
from extractors.text.passage import Stretch
from extractors.text.period_readings import PeriodReading, find_period_readings
from extractors.text.periods import BLANK_LENGTH
from extractors.text.quoting import quoted
from schemas.values import Date

_FORM = re.compile(r"(?:填[表报写]|制[表单]|打印|印制)[^，。；\n]{0,8}$")
_OF_TERM = re.compile("有效期|(?:协议|合同|帮扶|合作|结对|托管|共建|支援)书?期|生效|终止|到期|届满|期满|失效|起止")
_OF_SIGNING = re.compile(r"签[订署约字章]|订立|盖章")
_AFTER_BLOCK = re.compile("附件|附表|附录|附：|备注|说明|注：|[（]?注")
_DAY_LABEL = re.compile("(?:(?:签[订署约字]|订立|盖章)?(?:日期|时间)[ ]?：?)?")
_NEAR = 4
"""Characters behind a statement of the term: ____年，自20__—20__学年."""
_NAMES = {"term": "期限", "signing": "签订日期", "date": "日期"}


def check(case: Case) -> Iterator[Hit]:
    """Every date left open: that of the term, of the signing, any other."""
    passage, document = case.passage, case.document
    places = list(find_open_dates(passage, is_template=document.is_template))
    # most papers leave nothing open: a look for what may be is far cheaper than reading the term anew
    readings = list(find_period_readings(passage, document.signing)) if places or any(passage.search(BLANK_LENGTH)) else []
    for reading in readings:
        if _is_blank(reading):
            yield _hit("term", case, case.place(reading.term.span))
    blanks = [case.place(one.span) for one in (*case.states("term"), *case.states("effective")) if one.state == "blank" and one.span]
    for place in blanks:
        yield _hit("term", case, place)
    for one in document.signing:
        if one.date is not None and _is_open_day(case, one.date):
            yield _hit("signing", case, case.place(one.date.span or one.span))
    for place in places:
        told = any(one.start < place.end and place.start < one.end for one in blanks)
        yield _hit("term" if told else _subject(case, place, readings), case, place)


def _hit(subject: str, case: Case, place: Stretch) -> Hit:
    span = case.span(place)
    words = quoted(span.text)
    return Hit(subject, f"{_NAMES[subject]}留空：“{words}”" if words else f"{_NAMES[subject]}留空", (span,))


def _is_open_day(case: Case, day: Date) -> bool:
    """Whether a signing date is open; not where its label stands over it (签订日期： ⏎ 2024年8月26日)."""
    if day.span is None:
        return False
    place = case.place(day.span)
    words = case.passage.words(place)
    return is_open(day.edtf, words) and ("年" in words or not is_told_below(case.passage, place.end))


def _is_blank(reading: PeriodReading) -> bool:
    """Whether a statement of the term leaves its length open, and tells it in no other way."""
    term = reading.term
    return bool(reading.statement.of("blank")) and term.duration is None and (term.start is None or term.end is None)


def _subject(case: Case, place: Stretch, readings: list[PeriodReading]) -> str:
    passage = case.passage
    if any(piece.start < place.end and place.start < piece.end + _NEAR for reading in readings for piece in reading.statement.pieces):
        return "term"
    line = passage.line_at(place.start)
    before = passage.text[max(line.start, place.start - 24) : place.start]
    if _FORM.search(before):
        return "date"
    if _in_block(case, place):
        return "signing"
    sentence = passage.sentence_at(place.start)
    words = passage.words(sentence)
    if _OF_TERM.search(words) and case.document.kind in ("agreement", "plan", "notice"):
        return "term"
    if _OF_SIGNING.search(words) and case.is_agreement:
        return "signing"
    return "date"


def _in_block(case: Case, place: Stretch) -> bool:
    """Whether a place is among the signatures: behind the first of them, before annexes and notes."""
    passage, signing = case.passage, case.document.signing
    if not case.is_agreement:
        return False
    first = min((case.place(one.span).start for one in signing), default=None)
    if first is None:
        return not any("。" in passage.words(line) for line in passage.lines if line.end > place.start)
    if place.start < passage.line_at(first).start:
        return _heads_block(case, place, first)
    between = [line for line in passage.lines if first < line.start <= place.start]
    return not any("。" in passage.words(line) or _AFTER_BLOCK.match(passage.words(line)) for line in between)


def _heads_block(case: Case, place: Stretch, first: int) -> bool:
    """Whether a place is a line of its own right above the first signature: the day of all parties."""
    line = case.passage.line_at(place.start)
    beside = case.passage.text[line.start : place.start] + case.passage.text[place.end : line.end]
    opens = case.passage.line_at(first).start
    alone = _DAY_LABEL.fullmatch(beside.strip()) is not None
    return alone and not any(line.start < other.start < opens for other in case.passage.lines)


RULE = Rule(
    slug="blank-date",
    title="日期留空",
    severity="warning",
    check=check,
    bad=(
        example(term="帮扶期限为三年，自20xx年9月1日起至20xx年8月31日止。"),
        example(
            signatures="甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n代表签字：陆远航                    代表签字：覃秀梅\n"
            "    年   月   日                        年   月   日"
        ),
        example(further="启动仪式定于2024年9月__日在乙方举行。"),
        example(annexes="填表日期：    年   月   日"),
        paper(
            "春季结对活动计划\n\n一、活动时间\n20××年3月至20××年6月。\n\n二、活动内容\n1.云溪市实验小学选派3名教师到石桥镇中心小学送教。\n2.两校互访1次。\n",
            shown="活动时间：20××年3月至20××年6月。",
        ),
    ),
    good=(
        example(further="甲方每年9月1日前拨付活动经费。"),
        example(preamble="根据《云溪市20××年结对帮扶工作方案》（云教发〔20××〕×号），经双方协商，达成如下协议。"),
        example(further="双方自20年9月开始合作，成效明显。"),
        example(term="帮扶期限为三年，自2024年秋季学期起。"),
        example(further="甲方每月选派1名教师到乙方送教，每学年×月不重复。"),
    ),
)
