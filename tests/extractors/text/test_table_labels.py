"""What the headings of tables say of the cells below them."""

from __future__ import annotations

import pytest

from extractors.text.table_labels import read_label
from schemas.values import Rate

# a label; the kind of its cells, their unit, the rate, the noun
READS: list[tuple[str, str, str | None, str | None, str]] = [
    ("次数", "count", "次", None, ""),
    ("次数（次/学期）", "count", "次", "学期", ""),
    ("次数（每学期）", "count", "次", "学期", ""),
    ("每学期送教次数", "count", "次", "学期", "送教"),
    ("次/学期", "count", "次", "学期", ""),
    ("送教（节）", "count", "节", None, "送教"),
    ("选派教师人数", "count", "人", None, "选派教师"),
    ("支教名额", "count", "名", None, "支教"),
    ("人次", "count", "人次", None, ""),
    ("场次", "count", "场", None, ""),
    ("数量", "count", None, None, ""),
    ("数量（台）", "count", "台", None, ""),
    ("数量/台", "count", "台", None, ""),
    ("计划次数", "count", "次", None, ""),
    ("甲方次数", "count", "次", None, ""),
    ("金额（万元）", "sum", "万元", None, ""),
    ("金额/万元", "sum", "万元", None, ""),
    ("帮扶资金（万元/年）", "sum", "万元", "年", ""),
    ("标准（元/人·月）", "sum", "元", "月", ""),
    ("金额", "sum", None, None, ""),
    ("活动内容", "what", None, None, ""),
    ("帮扶项目", "what", None, None, ""),
    ("资金用途", "purpose", None, None, ""),
    ("频次", "rate", None, None, ""),
    ("活动时间", "time", None, None, ""),
    ("单位", "measure", None, None, ""),
    ("2024年", "period", None, None, ""),
    ("第一学期", "period", None, None, ""),
    ("序号", "number", None, None, ""),
]
LEAVES_ALONE: list[tuple[str, str]] = [
    ("分数", "other"),
    ("页数", "other"),
    ("份数", "other"),
    ("期次", "other"),
    ("批次", "other"),
    ("周次", "other"),
    ("名次", "other"),
    ("年龄", "other"),
    ("年限", "other"),
    ("修订次数", "other"),
    ("浏览次数", "other"),
    ("占比（%）", "other"),
    ("联系电话", "other"),
    ("责任单位", "other"),
    ("备注", "other"),
    ("班级数", "stock"),
    ("学生人数", "stock"),
    ("教师数", "stock"),
    ("现有教师数", "stock"),
    ("专任教师", "stock"),
    ("学校规模", "stock"),
    ("家庭人口", "stock"),
    ("单价（元）", "stock"),
    ("收费标准（元）", "stock"),
    ("违约金（元）", "stock"),
    ("编号", "number"),
    ("每学期由甲方选派骨干教师到乙方开展送教活动，次数不少于四次，每次不少于两节课，并由双方共同做好记录（次）", "other"),
]


@pytest.mark.parametrize(("words", "kind", "unit", "per", "noun"), READS)
def test_reads(words: str, kind: str, unit: str | None, per: str | None, noun: str) -> None:
    label = read_label(words, 0, len(words))
    assert (label.kind, label.unit) == (kind, unit)
    assert label.per is None if per is None else label.per is not None and (label.per.count, label.per.unit) == ("1", per)
    assert (words[slice(*label.noun)] if label.noun else "") == noun


@pytest.mark.parametrize(("words", "kind"), LEAVES_ALONE)
def test_leaves_alone(words: str, kind: str) -> None:
    assert read_label(words, 0, len(words)).kind == kind


def test_a_rate_for_each_head() -> None:
    words = "标准（元/人·月）"
    assert read_label(words, 0, len(words)).per == Rate(count="1", unit="月", for_each="人")
