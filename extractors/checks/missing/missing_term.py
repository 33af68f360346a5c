"""Nothing says how long the agreement runs.

缺陷
    通篇没有写期限：没有起止日期，也没有写几年、几个学期。

为什么要紧
    说不清帮扶到哪天为止，到期考核、续签和经费安排都没有依据。

怎么办
    补上一条，写明起止年月，或者写明从哪天起算、为期几年。

什么时候不报
    写了起止日期、年限或学年中的任何一项，哪怕只写在标题或开头；写明长期有效；期限留空待填。方案、报道和总结不需要期限。
    只写期满续签、有效期内，或者教师支教几个月，不算写了期限。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """An agreement that does not state its term."""
    if any(one.state == "not-stated" for one in case.states("term")):
        yield Hit("term", "没有写明协议的期限", case.heading())


RULE = Rule(
    slug="missing-term",
    title="没有期限",
    severity="warning",
    check=check,
    agreements_only=True,
    bad=(
        example(term=""),
        example(term="", further="协议期满前一个月，双方协商续签。\n协议有效期内，任何一方不得擅自解除协议。"),
        example(term="", supporter="1.甲方每学期选派3名骨干教师到乙方支教，支教期限为一年。\n2.甲方三年内为乙方培养骨干教师6名。"),
    ),
    good=(
        example(term="帮扶工作从2024年9月开始，到2027年7月结束。"),
        example(term="", effective="本协议自双方签字盖章之日起生效，有效期三年。"),
        example(term="", further="本协议长期有效。"),
        example(term="", preamble="经双方协商，就2024—2025学年结对帮扶达成如下协议。"),
        example(term="帮扶期限为    年，自20__年__月起至20__年__月止。", also={"blank-date": "起止年月留空"}),
    ),
)
