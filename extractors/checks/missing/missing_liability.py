"""Nothing says what follows when the agreement is broken or disputed.

缺陷
    通篇没有写明一方不履行怎么办，也没有写明争议怎样解决。

为什么要紧
    一方不派人、不付款，或者双方说法不一，没有约定好的处理办法。

怎么办
    补上一条，写明不履行的后果，或者争议的解决办法（协商、报请主管部门协调、仲裁或诉讼）。

什么时候不报
    换了说法写明的：违反约定的后果、损失由谁承担、擅自改变用途的收回款物、分歧协商解决、不可抗力免责。
    主体责任、安全责任、甲方责任，考核不好的通报批评，期满终止，都不算。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """An agreement that does not say it."""
    if any(one.state == "not-stated" for one in case.states("liability")):
        yield Hit("liability", "没有写明违约的后果，也没有写明争议怎样解决", case.heading())


RULE = Rule(
    slug="missing-liability",
    title="没有违约和争议条款",
    severity="info",
    check=check,
    agreements_only=True,
    bad=(
        example(liability=""),
        example(liability="甲方承担跟岗教师在校期间的安全责任，落实主体责任。"),
        example(liability="甲方指导乙方化解学生之间的矛盾纠纷。"),
        example(liability="本协议期满自行终止；经双方协商一致，可以提前解除。"),
    ),
    good=(
        example(liability="履行中有分歧的，由双方协商，协商不成的报请上级主管部门协调。"),
        example(liability="乙方擅自改变设备用途的，甲方有权收回设备。"),
        example(liability="因一方过失造成的损失，由该方承担。"),
        example(liability="未按本协议派出教师的，限期改正。"),
        example(liability="因不可抗力不能履行的，双方互不承担责任。"),
    ),
)
