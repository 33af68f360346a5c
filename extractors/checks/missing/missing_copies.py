"""Nothing says how many copies the agreement has.

缺陷
    通篇没有写明协议一式几份。

为什么要紧
    不知道有几份正本、由谁执存，日后无法确认手里的文本是不是全部，备案单位也无从核对。

怎么办
    补上一条，写明一式几份、各方和备案单位各执几份。

什么时候不报
    写了份数，哪怕没有写由谁执存；份数留空待填（一式　份）。方案、报道和总结不需要份数。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """An agreement that does not state its copies."""
    if any(one.state == "not-stated" for one in case.states("copies")):
        yield Hit("copies", "没有写明协议一式几份、由谁执存", case.heading())


RULE = Rule(
    slug="missing-copies",
    title="没有份数条款",
    severity="warning",
    check=check,
    agreements_only=True,
    bad=(
        example(copies=""),
        example(copies="补充协议一式两份，双方各执一份，与本协议具有同等效力。"),
        example(copies="甲方每学期向乙方报送工作台账一式两份。"),
    ),
    good=(
        example(copies="本协议一式肆份，双方各执贰份。"),
        example(copies="本协议一式两份。"),
        example(copies="本协议一式    份，双方各执    份。"),
    ),
)
