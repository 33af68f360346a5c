"""A party has no place in the signature block.

缺陷
    协议的落款里没有某一方的签字盖章处；或者通篇没有落款。

为什么要紧
    没有签字盖章的一方不受协议约束；事后也无法证明它同意过这份协议。

怎么办
    在落款处补上这一方的名称、代表签字和日期；如果它只是见证单位，就不要把它写成当事方。

什么时候不报
    落款用单位名称、简称或者“支援学校”代替“甲方”；双方代表签在同一行；签字处空着没有填（那是签名留空）；各方签在不同的页上。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """Every party without a line to sign on."""
    signing = case.document.signing
    for one in case.states("signature"):
        if one.state == "not-stated":
            party = case.party(one.subject or "")
            name = f"（{party.name}）" if party and party.name and not party.blank else ""
            others = "、".join(dict.fromkeys(line.role for line in signing))
            message = (
                f"落款只有{others}，没有{one.subject}{name}的签字盖章处" if others else f"协议没有落款，{one.subject}{name}没有签字盖章处"
            )
            yield Hit(one.subject or "", message, (*case.heading(), *(line.span for line in signing)))


RULE = Rule(
    slug="missing-signature",
    title="没有签字盖章处",
    severity="warning",
    check=check,
    agreements_only=True,
    bad=(
        example(signatures="甲方（盖章）：云溪市实验小学\n代表签字：陆远航\n2024年8月26日"),
        example(signatures=""),
        example(
            head="甲方（支援学校）：云溪市实验小学\n乙方（受援学校）：石桥镇中心小学\n丙方（主管部门）：云溪市教育局",
            signatures="甲方（盖章）\t乙方（盖章）\n代表：陆远航\t代表：覃秀梅\n2024年8月26日\t2024年8月26日",
        ),
        example(signatures="甲方（盖章）：云溪市实验小学\n代表：陆远航\n2024年8月26日\n见证方（盖章）：云溪市教育局\n代表：苏和"),
    ),
    good=(
        example(signatures="云溪市实验小学（盖章）\n校长：陆远航\n石桥镇中心小学（盖章）\n校长：覃秀梅\n2024年8月26日"),
        example(signatures="支援学校（盖章）　　受援学校（盖章）\n校长：陆远航　　校长：覃秀梅\n2024年8月26日"),
        example(signatures="双方代表签字：陆远航　覃秀梅\n2024年8月26日"),
        example(
            signatures="甲方（盖章）：云溪市实验小学\n代表：陆远航\n2024年8月26日\n附件：教师名单\n语文 张三\n数学 李四\n英语 王五\n"
            "乙方（盖章）：石桥镇中心小学\n代表：覃秀梅\n2024年8月26日"
        ),
    ),
)
