"""Funds are promised, and neither an amount nor a standard nor a payer is given.

缺陷
    协议说要设立经费、给予补助，却没有写给多少、按什么标准给，也没有写由谁出。

为什么要紧
    钱由谁出、出多少都没有说，承诺无法兑现，也无法列入预算和核对。

怎么办
    写明金额或计发标准，写明出资方；确实要另行商定的，写明由谁在什么时候确定。

什么时候不报
    金额、标准、出资方写明了其中一样（由派出方承担、按国家有关规定执行、甲方提供）；金额留空待填；
    没有承诺出钱：不收取任何费用、费用自理、加强经费管理、建立经费保障机制。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """The first promise of funds of which nothing is told."""
    for one in case.states("funding-amount"):
        if one.state == "not-stated" and one.span is not None:
            words = "".join(one.span.text.split())
            yield Hit("funding", f"承诺了资金（“{words}”），没有写明金额、标准和出资方", (one.span, *case.heading()))


RULE = Rule(
    slug="missing-funding-amount",
    title="资金没有数额",
    severity="warning",
    check=check,
    agreements_only=True,
    bad=(
        example(further="设立结对帮扶专项经费，用于人员往来和教研活动。"),
        example(further="对跟岗学习的教师给予适当的生活补助。"),
        example(further="帮扶资金分年度拨付，具体数额由双方另行商定。"),
    ),
    good=(
        example(further="甲方设立结对帮扶专项经费，用于人员往来和教研活动。"),
        example(further="跟岗教师的补助按省级财政规定的标准发放。"),
        example(further="交通费由派出方承担，食宿费自理。"),
        example(further="建立经费保障机制，帮扶工作不收取任何费用。"),
        example(further="设立结对帮扶专项经费，每年3万元，用于教研活动。"),
    ),
)
