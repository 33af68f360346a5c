"""Fewer than two contracting parties are named.

缺陷
    协议只写明了一方，另一方没有出现；或者一方也没有写明。

为什么要紧
    协议要有两方以上才成立；只有一方的文本，说不清对谁承担义务，也没有人可以请求履行。

怎么办
    在协议开头补上缺少的一方和它的全称，并在落款处给它留出签字盖章的位置。

什么时候不报
    名称留空或者打了叉的一方（那是名称留空）；没有“甲方”“乙方”的称呼，但开头一段写明了两个单位；两位老师自己签的师徒协议。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """Every role that nobody has."""
    named = "、".join(f"{party.role}“{party.name}”" for party in case.document.parties)
    for one in case.states("party"):
        if one.state == "not-stated":
            seen = f"只写明了{named}" if named else "没有写明任何一方"
            yield Hit(one.subject or "", f"{seen}，没有写明{one.subject}是谁", case.heading())


RULE = Rule(
    slug="missing-party",
    title="当事方不足两方",
    severity="error",
    check=check,
    agreements_only=True,
    bad=(
        example(head="甲方（帮扶学校）：云溪市实验小学", signatures="甲方（盖章）：云溪市实验小学\n代表签字：陆远航\n2024年8月26日"),
        example(head="乙方（受援学校）：石桥镇中心小学", signatures="乙方（盖章）：石桥镇中心小学\n代表签字：覃秀梅\n2024年8月26日"),
        example(head="", signatures="2024年8月26日"),
        paper(
            "帮扶薄弱学校工作责任书\n责任单位：云溪市第五小学\n本单位郑重承诺：\n一、每学期到受援学校送课6节。\n责任人（签字）：陆远航\n2024年4月20日\n"
        ),
    ),
    good=(
        example(head="甲方：云溪市实验小学\n乙方：石桥镇中心小学"),
        example(head="甲方：云溪市实验小学\n乙方：__________", also={"blank-party": "乙方的名称画了横线"}),
        example(head="甲方（帮扶学校）：云溪市实验小学"),
        example(head="", preamble="由云溪市实验小学（以下简称甲方）帮扶石桥镇中心小学（以下简称乙方），达成如下协议。"),
    ),
)
