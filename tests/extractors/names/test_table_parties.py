"""Who acts for a figure in a table, and what in its row is nobody who acts."""

from __future__ import annotations

import pytest

from tests.extractors.facts.row import document_of, paper_with

# rows of a table with one count; who acts, and towards whom
READS = [
    ("活动\t次数\t责任单位\n送教\t4次\t甲方", "甲方", None),
    ("活动\t责任人\t次数\n送教\t甲方校长\t4次", "甲方", None),
    ("活动\t次数\t牵头单位\t配合单位\n送教\t4次\t甲方\t乙方", "甲方", None),
    ("活动\t次数\t承办\n送教\t4次\t甲方", None, None),
    ("活动\t次数\t承办方\n教研\t4次\t甲方、乙方", "双方", None),
    ("活动\t次数\t承办方\n教研\t4次\t甲乙双方", "双方", None),
    ("事项\t甲方任务\t乙方任务\n教研\t送教4次\t安排场地", "甲方", None),
    ("单位\t活动\t次数\n甲方\t送教\t4次", "甲方", None),
    ("活动\t次数\t责任方\t活动对象\n送教\t4次\t甲方\t乙方教师", "甲方", "乙方"),
    ("内容\t人数\n甲方选派骨干教师\t4名", "甲方", None),
    ("活动\t次数\t实施单位\n送教\t4次\t云台区第三小学", "云台区第三小学", None),
    # the head names no party: the row does
    ("项目\t内容\n双方\t每学期开展教研活动4次", "双方", None),
    ("项目\t内容\n乙方\t每学期组织听课4次", "乙方", None),
    ("| 项目 | 内容 |\n| --- | --- |\n| 双方责任 | 每学期开展教研活动4次 |", "双方", None),
    ("| 事项 | 内容 |\n| --- | --- |\n| 共同责任 | 每学期开展教研活动4次 |", "双方", None),
    ("序号\t内容\t分工\n1\t每学期开展教研活动4次\t双方", "双方", None),
    ("项目\t内容\t谁负责\n教研\t每学期开展教研活动4次\t甲乙双方", "双方", None),
    # the cell itself does
    ("| 项目 | 内容 |\n| --- | --- |\n| 说明 | 双方每学期开展教研活动4次，轮流承办。 |", "双方", None),
    ("| 项目 | 内容 |\n| --- | --- |\n| 说明 | 乙方每学期组织听课4次。 |", "乙方", None),
    ("| 项目 | 内容 |\n| --- | --- |\n| 教研 | 每学期联合开展教研活动4次。 |", "双方", None),
    ("| 项目 | 内容 |\n| --- | --- |\n| 双方责任 | 甲方每学期送教4次。 |", "甲方", None),
]
LEAVES_ALONE = [
    ("活动\t次数\t责任部门\n送教\t4次\t教务处", None, None),
    ("活动\t次数\t地点\n送教\t4次\t乙方", None, None),
    ("活动\t次数\t联系人\n送教\t4次\t文岚", None, None),
    ("活动\t次数\t备注\n送教\t4次\t甲方教师参加", None, None),
    ("活动\t次数\t配合单位\n送教\t4次\t乙方", None, None),
    ("活动\t次数\t责任方\n送教\t4次\t", None, None),
    ("活动\t次数\t责任方\n讲座\t\t甲方\n送教\t4次\t", None, None),
    ("活动\t地点\t次数\n送教\t麻柳镇中心小学\t4次", None, None),
    ("名称\t数量\t接收单位\n图书\t400册\t乙方", None, "乙方"),
    ("活动\t次数\t甲方代表\n送教\t4次\t文岚", None, None),
    ("活动\t次数\t责任方\n送教\t4次\t双方另行商定的单位", None, None),
    ("项目\t人数\n双方\t4名", None, None),
    ("项目\t地点\t内容\n教研\t双方\t每学期开展教研活动4次", None, None),
    ("项目\t内容\t备注\n教研\t每学期开展教研活动4次\t双方参加", None, None),
    ("项目\t内容\n双方主管部门\t每学期开展督导4次", None, None),
    ("对象\t内容\n双方\t每学期开展教研活动4次", None, "双方"),
    ("项目\t内容\n共同体活动\t每学期开展教研活动4次", None, None),
    ("| 项目 | 内容 |\n| --- | --- |\n| 说明 | 每学期开展教研活动4次，由双方主管部门验收。 |", None, None),
    ("| 项目 | 内容 |\n| --- | --- |\n| 双方商定 | 另见附件。 |\n| 教研 | 每学期开展教研活动4次。 |", None, None),
]


@pytest.mark.parametrize(("table", "actor", "target"), [*READS, *LEAVES_ALONE])
def test_who_acts(table: str, actor: str | None, target: str | None) -> None:
    (quota,) = document_of(paper_with("agreement", table)).quotas
    assert (quota.actor, quota.target) == (actor, target)
