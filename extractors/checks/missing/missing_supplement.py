"""Nothing says what happens with what the agreement does not cover.

缺陷
    通篇没有写明协议未约定的事项怎么办。

为什么要紧
    几年里总有事先没有想到的事；没有这一条，就没有约定好的办法去补充。

怎么办
    补上一条，例如“未尽事宜，由双方协商解决”，或者写明可以另行签订补充协议。

什么时候不报
    换了说法写明的：未约定的事项按有关规定执行、其他事项另行商定、可以签订补充协议、协议的修改和补充须经双方同意。
    只说某一件事（送教时间、续约）另行商定的，不算。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """An agreement that does not say it."""
    if any(one.state == "not-stated" for one in case.states("supplement")):
        yield Hit("supplement", "没有写明协议未约定的事项怎么办", case.heading())


RULE = Rule(
    slug="missing-supplement",
    title="没有未尽事宜条款",
    severity="info",
    check=check,
    agreements_only=True,
    bad=(
        example(supplement=""),
        example(supplement="协议期满后的续约事宜，由双方另行商定。"),
        example(supplement="履行本协议发生争议的，由双方协商解决。"),
        example(supplement="未尽到管理职责的，追究有关人员的责任。"),
    ),
    good=(
        example(supplement="本协议没有约定的事项，按照国家有关规定执行。"),
        example(supplement="其他事项，双方随时商定。"),
        example(supplement="需要变更本协议内容的，双方协商一致后签订补充协议。"),
        example(supplement="对本协议的修改和补充，须经双方书面同意。"),
        example(supplement="如有未竟之事，双方本着友好的态度商量着办。"),
    ),
)
