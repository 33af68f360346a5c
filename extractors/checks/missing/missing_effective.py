"""Nothing says when the agreement takes effect.

缺陷
    通篇没有写明协议从何时起、凭什么生效。

为什么要紧
    各方先后签字、盖章或者还要报批时，说不清从哪一天起要照协议办，追究责任也缺少起点。

怎么办
    补上一句：自双方签字盖章之日起生效，或写明生效日期。

什么时候不报
    写明签字、盖章、批准后生效，或者自某日起生效、执行、有效；生效日期留空待填。
    只写帮扶期限从哪天开始，或者只提到“协议生效后”，不算写明何时生效。方案、报道和总结不需要生效条款。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """An agreement that does not say from when on it binds."""
    if any(one.state == "not-stated" for one in case.states("effective")):
        yield Hit("term", "没有写明协议何时生效", case.heading())


RULE = Rule(
    slug="missing-effective",
    title="没有生效条款",
    severity="warning",
    check=check,
    agreements_only=True,
    bad=(
        example(effective=""),
        example(effective="补充协议自双方签字之日起生效。"),
        example(effective="甲方在本协议生效后十日内拨付活动经费。"),
    ),
    good=(
        example(effective="本协议经双方法定代表人签字并加盖公章后生效。"),
        example(effective="本协议报县教育局批准后执行。"),
        example(effective="", term="本协议有效期自2024年9月1日起至2027年8月31日止。"),
        example(effective="", copies="本协议一式两份，甲乙双方各执一份，签字盖章后即行生效。"),
        example(effective="本协议自20__年__月__日起生效。", also={"blank-date": "生效日期留空"}),
    ),
)
