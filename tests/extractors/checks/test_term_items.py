"""A term that is told in items or sentences of its own: first day, last day, length."""

from __future__ import annotations

import pytest

from extractors import read_text
from extractors.checks.examples import example

REVERSED = (
    "（一）起始时间：2024年9月1日\n（二）终止时间：2021年8月31日",
    "1. 起始时间：2024-09-01\n2. 终止时间：2021-08-31",
    "帮扶工作自2024年9月1日开始实施。\n帮扶工作至2021年8月31日结束。",
    "（一）帮扶工作自2024年9月1日开始实施。\n（二）帮扶工作至2021年8月31日结束。",
    "（一）助学工作自2024年9月1日起。\n（二）助学工作至2021年8月31日止。",
    "开始日期：2024年9月1日；\n结束日期：2021年8月31日。",
    "起始日：2024年9月1日\n终止日：2021年8月31日",
    "起始时间：2024年9月1日；终止时间：2021年8月31日。",
    "支教工作从2024年9月1日开始，到2021年8月31日结束。",
    "自2024年9月1日至2021年8月31日为本轮带教期。",
    "结对关系自2024年9月建立。结对关系至2021年8月终止。",
    "起始时间2024年9月1日，终止时间2021年8月31日。",
    "启动时间：2024年9月\n到期时间：2021年8月",
    "1.开始时间为2024年9月1日；\n2.截止时间为2021年8月31日。",
    "帮扶从2024年9月1日开始。到2021年8月31日为止。",
    "（1）自2024年9月1日起；\n（2）至2021年8月31日止。",
)

OF_ANOTHER_LENGTH = (
    "（一）帮扶期限为五年。\n（二）具体时间从2024年9月到2027年8月。",
    "帮扶期限为五年。具体时间：2024年9月1日至2027年8月31日。",
    "1. 期限三年。\n2. 起止时间：2024年9月至2026年8月。",
    "帮扶期限三年。自2024年9月1日起至2026年8月31日止。",
    "合作期限为24个月。\n具体时间自2024年9月起至2025年8月止。",
    "结对周期五年；起止日期为2024年9月—2027年8月。",
    "（一）起始时间：2024年9月1日\n（二）终止时间：2026年8月31日\n（三）期限：三年",
    "（一）帮扶期限：一年\n（二）时间：2024年9月1日至2027年8月31日",
    "期限共三年，即2024年9月至2026年8月。",
    "本协议期限为二年。具体起止日期为2024年9月1日至2027年8月31日。",
    "自本协议签字之日起，助学期为两年；至2028年8月31日止。",
)

SOUND = (
    "（一）起始时间：2024年9月1日\n（二）终止时间：2027年8月31日",
    "（一）帮扶期限为三年。\n（二）具体时间从2024年9月到2027年8月。",
    "帮扶期限三年。自2024年9月1日起至2027年8月31日止。",
    "支教工作从2024年9月1日开始，到2027年8月31日结束。",
    "自本协议签字之日起，助学期为两年；期满后是否续签，由双方另行商定。",
    "自2024年9月1日至2027年8月31日为本轮带教期。",
    "帮扶期限为三年。2024年9月至2025年8月为第一年度，开展调研。",
    "帮扶期限为三年，自签订之日起。\n2024年9月至10月开展调研。",
    "（一）帮扶期限为三年。\n（二）第一阶段自2024年9月至2025年8月。",
    "帮扶期限为三年。\n首批支教教师自2024年9月1日至2025年7月31日到岗。",
    "帮扶期限为三年。\n具体活动时间：2024年10月至2024年12月。",
    "帮扶期限为三年，自2024年9月1日起。\n2024年10月召开启动会。",
    "（一）帮扶期限为三年，自2024年9月1日起。\n（二）2025年8月31日前完成中期评估。",
    "帮扶期限为三年。具体时间以两校校历为准。",
    "（一）起始时间：2024年9月1日\n（二）中期检查时间：2026年3月\n（三）终止时间：2027年8月31日",
    "合作期限与甲方同市教育局签订的托管合同一致。",
)

NOT_SAID = (
    "帮扶期限由双方另行商定。",
    "合作期限：由甲乙双方协商确定。",
    "结对期限双方另行约定。",
    "具体合作期限视工作进展情况由双方协商确定。",
    "协议期满前，双方可以协商续签事宜。",
    "协议有效期由双方商定后另行签订补充协议。",
)


NUMBERED = "教师支教协议书\n甲方：云溪市实验小学\n乙方：石桥镇中心小学\n1. 帮扶目标\n  1.1 提高教学质量。\n2. 协议期限\n{0}3. 甲方责任\n  3.1 每学期送教2次。\n"


@pytest.mark.parametrize(
    ("items", "rule"),
    [
        ("  2.1 支教期限为5年。\n  2.2 具体时间自2020年4月起至2023年3月止。\n", "term-duration-mismatch"),
        ("  2.1 支教工作自二〇二四年八月三十一日开始实施。\n  2.2 支教工作至二〇二二年九月一日结束。\n", "term-reversed"),
        ("  2.1 起始时间：2024年8月31日\n  2.2 终止时间：2022年9月1日\n", "term-reversed"),
        ("  2.1 支教工作从2024年9月1日开始，到2022年8月31日结束。\n", "term-reversed"),
    ],
)
def test_items_may_be_numbered_with_their_heading(items: str, rule: str) -> None:
    record = read_text(NUMBERED.format(items), names=False)
    assert rule in {one.rule for one in record.documents[0].findings}


def _rules(term: str) -> set[str]:
    return {one.rule for document in read_text(example(term=term).text, names=False).documents for one in document.findings}


@pytest.mark.parametrize("term", REVERSED)
def test_an_end_before_the_beginning_is_found(term: str) -> None:
    assert "term-reversed" in _rules(term)


@pytest.mark.parametrize("term", OF_ANOTHER_LENGTH)
def test_a_length_that_the_dates_contradict_is_found(term: str) -> None:
    assert "term-duration-mismatch" in _rules(term)


@pytest.mark.parametrize("term", SOUND)
def test_a_sound_term_raises_no_alarm(term: str) -> None:
    assert _rules(term) == set()


@pytest.mark.parametrize("term", NOT_SAID)
def test_what_is_left_to_later_is_no_term(term: str) -> None:
    assert "missing-term" in _rules(term)
