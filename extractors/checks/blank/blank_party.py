"""The name of a party is left open or masked.

缺陷
    当事方的名称空着、画了横线，或者用××、某某代替。

为什么要紧
    名称不完整就不知道协议约束的是谁；这样的文本只能当样本，不能执行。

怎么办
    填上单位全称；如果本来就是样本，请在标题里注明。

什么时候不报
    名称完整、联系电话或者法定代表人空着；正文里的其他学校打了叉；名称里本来就有字母或者数字。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """Every party whose name waits to be filled in."""
    for party in case.document.parties:
        if party.blank and party.role:
            written = f"写作“{party.name}”，不完整" if party.name.strip("_＿ 　") else "留空"
            yield Hit(party.role, f"{party.role}的名称{written}", (party.span,))


RULE = Rule(
    slug="blank-party",
    title="当事方名称留空",
    severity="warning",
    check=check,
    agreements_only=True,
    bad=(
        example(head="甲方（帮扶学校）：__________\n乙方（受援学校）：石桥镇中心小学"),
        example(head="甲方：××市实验小学\n乙方：某某镇中心小学"),
        example(head="甲方：        县        学校\n乙方：        县        学校"),
        example(head="甲方：（填写学校全称）\n乙方：（填写学校全称）"),
    ),
    good=(
        example(head="甲方：云溪市实验小学\n联系电话：________\n乙方：石桥镇中心小学\n联系电话：________"),
        example(head="甲方：云溪市第101小学\n乙方：石桥镇中心小学", signatures="甲方代表：陆远航\n乙方代表：覃秀梅\n2024年8月26日"),
        example(head="甲方：__云溪市实验小学__\n乙方：__石桥镇中心小学__"),
        example(further="甲方可以邀请××小学、某某中学的教师旁听。"),
    ),
)
