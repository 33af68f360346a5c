"""Heads that say who helps whom, and the parties whose side a paper under such a head says both ways."""

from __future__ import annotations

from extractors import read_text
from extractors.checks.examples import example

HELPS = "甲方（帮扶学校）：云溪市实验小学\n乙方（受援学校）：石桥镇中心小学"
BARE = "甲方：云溪市实验小学\n乙方：石桥镇中心小学"
HELPED = "甲方（受援学校）：石桥镇中心小学\n乙方（支援学校）：云溪市实验小学"
UNLETTERED = "支援学校：云溪市实验小学\n受援学校：石桥镇中心小学"
LEADING = "牵头校：星海小学\n成员校：灯塔小学"
CHAIN = "甲方（优质学校）：星海小学\n乙方（乡镇中心校）：灯塔小学\n丙方（教学点）：岩口教学点"
WITH_GIVER = "甲方（支援学校）：星海小学\n乙方（受援学校）：灯塔小学\n丙方（资助单位）：恒通公司"
GIFT = "捐赠方（甲方）：汇禾公益基金会\n受赠方（乙方）：罗甸坪县民族中学"
TAGGED = "甲方（城区学校、支援方）：云溪市实验小学\n乙方（乡村学校、受援方）：石桥镇中心小学"
BELOW = "甲方（示范园）：\n云溪市实验幼儿园\n乙方（受援园）：\n石桥镇中心幼儿园"
CALLED = "支援集团：云溪市实验小学教育集团（以下简称甲方）\n受援学校：石桥镇中心小学（以下简称乙方）"
FLIPPED = "援助学校（甲方）：云溪市实验小学\n受助学校（乙方）：石桥镇中心小学"
SENDING = "甲方（派出学校、支援方）：云溪市实验小学\n乙方（接收学校、受援方）：石桥镇中心小学"
TRUST = "甲方（受援方）：墨岭县教育和科技局\n乙方（支援方）：江州师范大学教育集团"
STRONG = "甲方（优质校）：云溪市实验小学\n乙方（薄弱校）：石桥镇中心小学"
SENT_OUT = "甲方（输出学校）：云溪市实验小学\n乙方（输入学校）：石桥镇中心小学"
MEMBERS = "甲方（牵头学校）：云溪市实验小学\n乙方（成员学校）：石桥镇中心小学"
SENT_TO_TEACH = "甲方（支教派出校）：云溪市实验小学\n乙方（支教接收校）：石桥镇中心小学"
BRANCH = "甲方（总校）：云溪市实验小学\n乙方（分校）：石桥镇中心小学"


def side_conflicts(head: str, clause: str, signatures: str | None = None) -> list[str]:
    """The roles that are on both sides, in a paper whose other clauses agree with its head."""
    paper = (
        example(head="@head", further="@clause") if signatures is None else example(head="@head", further="@clause", signatures=signatures)
    )
    text = paper.text
    if head == HELPED:
        text = text.translate(str.maketrans("甲乙", "乙甲"))
    for role, words in zip(("甲方", "乙方"), ("牵头校", "成员校") if head == LEADING else ("支援学校", "受援学校"), strict=True):
        if head in (UNLETTERED, LEADING):
            text = text.replace("甲乙双方", "双方").replace(role, words)
    record = read_text(text.replace("@head", head).replace("@clause", clause), names=False)
    return sorted(one.subject for one in record.documents[0].findings if one.rule == "party-side-conflict")
