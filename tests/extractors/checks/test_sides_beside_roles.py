"""Sides that stand in square brackets, in tables and behind 通过, and tables that say nothing of sides."""

from __future__ import annotations

import pytest

from tests.extractors.checks.sided_paper import BARE, HELPED, HELPS, side_conflicts

SQUARE = "甲方[支援学校]：云溪市实验小学\n乙方[受援学校]：石桥镇中心小学"
HEAD = "情况如下：\n协议方 | 单位全称 | 结对身份\n"

FINDS = [
    (SQUARE, "甲方作为受援学校，要高度重视此项工作。", ["甲方"]),
    (SQUARE, "乙方作为帮扶单位，要高度重视此项工作。", ["乙方"]),
    (SQUARE, "此项工作由甲方（受援方）牵头实施。", ["甲方"]),
    (SQUARE, "受援方（甲方）职责：按时总结。", ["甲方"]),
    (SQUARE, "由乙方对口支援甲方。", ["乙方", "甲方"]),
    (HELPS, "此项工作由甲方[受援方]牵头实施。", ["甲方"]),
    (HELPS, "受援方[甲方]应当按时总结。", ["甲方"]),
    (HELPS, "几点要求：一是加强宣传；二是作为受援方，甲方应将此项工作列入重要议事日程。", ["甲方"]),
    (HELPS, "由石桥镇中心小学（乙方）对口支援云溪市实验小学（甲方）。", ["乙方", "甲方"]),
    (HELPS, "乙方（石桥镇中心小学）对口帮扶甲方（云溪市实验小学）。", ["乙方", "甲方"]),
    (HELPS, "石桥镇中心小学（以下简称乙方）选派骨干教师到云溪市实验小学（以下简称甲方）支教。", ["乙方", "甲方"]),
    (HELPS, "通过乙方对甲方的对口支援，使甲方的办学水平明显提升。", ["乙方", "甲方"]),
    (HELPS, "通过乙方对甲方的结对帮扶工作，切实提高甲方的教学质量。", ["乙方", "甲方"]),
    (HELPS, HEAD + "甲方 | 云溪市实验小学 | 受援学校\n乙方 | 石桥镇中心小学 | 受援单位", ["甲方"]),
    (HELPS, HEAD + "甲方 | 云溪市实验小学 | 支援单位\n乙方 | 石桥镇中心小学 | 帮扶单位", ["乙方"]),
    (HELPS, HEAD.replace(" | ", "\t") + "甲方\t云溪市实验小学\t受援方\n乙方\t石桥镇中心小学\t受援方", ["甲方"]),
    (HELPS, HEAD.replace(" | ", "    ") + "甲方    云溪市实验小学    被帮扶单位\n乙方    石桥镇中心小学    受援方", ["甲方"]),
    (HELPS, "情况如下：\n协议方 | 角色\n甲方 | 受援方\n乙方 | 受援方", ["甲方"]),
    (HELPS, "情况如下：\n项目 | 甲方 | 乙方\n帮扶身份 | 受援方 | 支援方", ["乙方", "甲方"]),
    (HELPED, "几点要求：一是作为支援方，甲方应将此项工作列入重要议事日程。", ["甲方"]),
]


@pytest.mark.parametrize(("head", "clause", "roles"), FINDS)
def test_finds_both_sides(head: str, clause: str, roles: list[str]) -> None:
    assert side_conflicts(head, clause) == sorted(roles)


LEAVES_ALONE = [
    (SQUARE, "甲方作为支援学校，要高度重视此项工作。"),
    (SQUARE, "此项工作由甲方[支援方]牵头实施，乙方[受援方]配合。"),
    (SQUARE, "参照云教[2024]12号文件执行。"),
    (HELPS, "几点要求：一是作为支援方，甲方应将此项工作列入重要议事日程；二是作为受援方，乙方应积极配合。"),
    (HELPS, "由云溪市实验小学（甲方）对口支援石桥镇中心小学（乙方）。"),
    (HELPS, "石桥镇中心小学（乙方）教师到云溪市实验小学（甲方）跟岗学习。"),
    (HELPS, "通过甲方对乙方的对口支援，使乙方的办学水平明显提升。"),
    (HELPS, "乙方对甲方的帮扶工作，应当提供便利。"),
    (HELPS, "乙方对甲方的帮扶，每学期评价一次。"),
    (HELPS, "通过乙方对甲方的帮扶评价，改进工作。"),
    (HELPS, HEAD + "甲方 | 云溪市实验小学 | 支援学校\n乙方 | 石桥镇中心小学 | 受援单位"),
    (HELPS, HEAD + "甲方 | 云溪市实验小学 | 主管单位\n乙方 | 石桥镇中心小学 | 成员"),
    (HELPS, "情况如下：\n项目 | 金额 | 出资单位\n受援学校食堂 | 8000元 | 甲方\n支援学校图书 | 6000元 | 乙方"),
    (HELPS, "情况如下：\n协议方 | 服务对象 | 次数\n甲方 | 受援学校 | 3\n乙方 | 支援学校 | 1"),
    (HELPS, "情况如下：\n协议方 | 跟岗地点\n甲方 | 受援学校\n乙方 | 支援学校"),
    (HELPS, "情况如下：\n协议方 | 反馈对象 | 期限\n乙方 | 支援方 | 每学期末\n甲方 | 受援方 | 每学期末"),
    (HELPS, "情况如下：\n项目 | 甲方 | 乙方\n帮扶身份 | 支援方 | 受援方\n联络对象 | 受援方 | 支援方"),
    (BARE, HEAD + "甲方 | 云溪市实验小学 | 支援学校\n乙方 | 石桥镇中心小学 | 受援单位"),
    (BARE, "通过双方互相支援，使办学水平明显提升。"),
    (HELPED, "甲方（受援学校）和乙方（支援学校）互相配合。"),
]


@pytest.mark.parametrize(("head", "clause"), LEAVES_ALONE)
def test_leaves_alone(head: str, clause: str) -> None:
    assert side_conflicts(head, clause) == []
