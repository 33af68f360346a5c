"""Whom a paper lacks that names one party, in the paper's own word."""

from __future__ import annotations

import pytest

from extractors.names.counterparts import absent_roles
from tests.extractors.fields.passages import passage_of

# the role that somebody has, what the text says besides, the role that nobody has
READS = [
    ("甲方", "甲方到乙方送教。", "乙方"),
    ("乙方", "甲方到乙方送教。", "甲方"),
    ("丙方", "丙方监督。", "乙方"),
    ("支援学校", "支援学校到受援学校送教。", "受援学校"),
    ("帮扶方", "帮扶方到受援方送教，受援方接受帮扶方检查。", "受援方"),
    ("帮扶方", "帮扶方到受帮扶方送教。", "受帮扶方"),
    ("帮扶企业", "受援学校专账管理，帮扶企业按期拨款。", "受援学校"),
    ("帮扶高校", "帮扶高校到受援学校上课，受援学校安排。", "受援学校"),
    ("受援学校", "帮扶高校到受援学校上课，帮扶高校安排。", "帮扶高校"),
    ("受援学校", "支援集团到受援学校上课。", "支援集团"),
    ("薄弱学校", "帮扶学校到薄弱学校听课。", "帮扶学校"),
    ("示范园", "示范园到结对园入班指导。", "结对园"),
    ("结对园", "示范园到结对园入班指导。", "示范园"),
    ("托管校", "托管校派校长到被托管校。", "被托管校"),
    ("被托管校", "托管校派校长到被托管校。", "托管校"),
    ("师父", "师父每周听徒弟一节课。", "徒弟"),
    ("主管单位", "责任单位到受援学校送教，主管单位检查。", "责任单位"),
    ("责任单位", "责任单位到受援学校送教，主管单位检查。", "主管单位"),
    ("責任單位", "責任單位到受援學校送教。", "乙方"),
    ("幫扶企業", "幫扶企業向受援學校撥款。", "受援學校"),
]


@pytest.mark.parametrize(("role", "clause", "absent"), READS)
def test_reads(role: str, clause: str, absent: str) -> None:
    assert absent_roles(passage_of(f"结对协议书\n{role}：云溪市实验小学\n一、{clause}"), [role]) == (absent,)


def test_nobody_is_absent_where_two_are_named_without_roles() -> None:
    assert absent_roles(passage_of("结对协议书\n云溪市实验小学与石桥镇中心小学协商一致。\n一、双方会商。"), []) == ()


def test_both_are_absent_where_nobody_is_named() -> None:
    assert absent_roles(passage_of("结对协议书\n双方协商一致。\n一、双方会商。"), []) == ("甲方", "乙方")
