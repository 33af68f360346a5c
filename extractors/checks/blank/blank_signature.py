"""A place to sign is empty in an agreement that is otherwise filled in.

缺陷
    各方名称都已写明的协议，落款处却有一方的签名空着。

为什么要紧
    没有代表签名，难以证明这一方同意了协议；约定“签字后生效”的，协议还没有生效。

怎么办
    请代表补签；如果手里的是电子稿，换成签好字的扫描件归档。

什么时候不报
    样本或者范本（名称留空等待填写）；只盖章、不要求个人签名的落款（公章盖在纸上，文字里看不出来）；见证单位没有签名；日期空着（那是日期留空）。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """Every party whose place to sign is empty."""
    if case.document.is_template:
        return
    for one in case.states("signature"):
        if one.state == "blank" and one.span is not None:
            yield Hit(one.subject or "", f"{one.subject}的签名处空着", (one.span,))


RULE = Rule(
    slug="blank-signature",
    title="签名处空着",
    severity="warning",
    check=check,
    agreements_only=True,
    bad=(
        example(
            signatures="甲方（盖章）：云溪市实验小学    乙方（盖章）：石桥镇中心小学\n校长：陆远航    校长：\n2024年8月26日    2024年8月26日"
        ),
        example(signatures="甲方代表（签字）：______\n乙方代表（签字）：覃秀梅\n2024年8月26日"),
        example(signatures="甲方（签字盖章）：          乙方（签字盖章）：\n2024年8月26日"),
    ),
    good=(
        example(signatures="甲方（盖章）：云溪市实验小学\n乙方（盖章）：石桥镇中心小学\n2024年8月26日"),
        example(signatures="甲方（公章）          乙方（公章）\n2024年8月26日"),
        example(signatures="甲方（盖章）：    乙方（盖章）：\n校长：陆远航    校长：覃秀梅\n见证方（盖章）：\n代表：\n2024年8月26日"),
        example(
            head="甲方：________\n乙方：________",
            signatures="甲方（盖章）：    乙方（盖章）：\n校长：    校长：\n2024年8月26日",
            also={"blank-party": "名称留空的样本"},
        ),
        example(signatures="甲方（盖章）：云溪市实验小学\n代表：陆××\n乙方（盖章）：石桥镇中心小学\n代表：覃某\n2024年8月26日"),
    ),
)
