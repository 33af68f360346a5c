"""The table of measure words."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from extractors.text.measure_words import MEASURE_WORDS, PEOPLE_UNITS, TIME_UNITS, TIMES_UNITS, UNIT, unit_name

_UNIT = re.compile(f"(?:{UNIT})")

READS = [
    ("名教师", "名"), ("人次。", "人次"), ("人工作专班", "人"), ("人家访小组", "人"), ("个案例", "个"), ("个多媒体教室", "个"), ("个样板校", "个"),
    ("个体育社团", "个"), ("个性化辅导", "个"), ("个目标校", "个"), ("个重点课题", "个"), ("所示范园", "所"), ("所长期帮扶校", "所"), ("所有需求的学校", "所"),
    ("所需要帮扶的学校", "所"), ("家校外基地", "家"), ("家园所", "家"), ("家乡镇企业", "家"), ("家书店", "家"), ("项目标任务", "项"), ("节省级公开课", "节"),
    ("节日常课", "节"), ("节点评课", "节"), ("次月考", "次"), ("次年度考核", "次"), ("次品德课", "次"), ("场面对面座谈", "场"), ("期中小学教师培训", "期"),
    ("期初任教师培训", "期"), ("轮训练", "轮"), ("本学习资料", "本"), ("本科普读物", "本"), ("份内容", "份"), ("条线索", "条"), ("对学校", "对"),
    ("对教师", "对"), ("对帮扶学校", "对"), ("支教师队伍", "支"), ("处分校", "处"), ("个月", "个月"), ("个工作日", "个工作日"),
    ("堂课", "堂课"), ("节次", "节次"), ("课时", "课时"), ("台风琴", "台"), ("周一次", "周"), ("天下乡", "天"), ("件实践作品", "件"),
]  # fmt: skip
LEAVES_ALONE = [
    "人才", "人员", "人民", "人事", "人口", "人工", "人家", "名额", "名牌", "位于", "位数", "次日", "次要", "次序", "场地", "场所", "场馆", "期间", "期末",
    "期中", "轮岗", "轮换", "回访", "回校", "批准", "批改", "节日", "节约", "节省", "节点", "节目", "节余", "讲座", "讲话", "个人", "个别", "个性", "个体",
    "个案", "个方面", "个维度", "个百分点", "所有", "所属", "所需", "所示", "家长", "家庭", "家校", "家园", "家乡", "家委", "间接", "间隔", "门户", "项目",
    "件套", "套餐", "台账", "台阶", "台风", "本校", "本科", "本学", "份额", "份子", "篇章", "封闭", "条件", "条例", "条线", "对口", "对接", "对于", "组织",
    "组长", "支教", "支持", "支部", "处理", "处长", "座谈", "根据", "把握", "双方", "双师", "顶岗", "副校", "户外", "种类", "种方式", "类型", "款项",
    "首先", "张贴", "部门", "部分", "片区", "例如", "集体", "集团", "只要", "车间", "年级", "年度", "学年度", "周边", "周期", "天津", "日常", "星期三",
]  # fmt: skip


@pytest.mark.parametrize(("words", "unit"), READS)
def test_reads(words: str, unit: str | None) -> None:
    found = _UNIT.match(words)
    assert (found.group() if found else None) == unit


@pytest.mark.parametrize("words", LEAVES_ALONE)
def test_leaves_alone(words: str) -> None:
    found = _UNIT.match(words)
    assert found is None or found.group() == words


def test_no_measure_word_stands_twice() -> None:
    assert [word for word, times in Counter(MEASURE_WORDS).items() if times > 1] == []


def test_the_longest_word_is_tried_first() -> None:
    for word in MEASURE_WORDS:
        match = _UNIT.match("日培训" if word == "日" else f"{word}，")
        assert match is not None
        assert match[0] == word


def test_the_pattern_captures_nothing() -> None:
    assert _UNIT.groups == 0


@pytest.mark.parametrize("unit", sorted(PEOPLE_UNITS | TIME_UNITS | TIMES_UNITS))
def test_every_class_holds_words_of_the_table(unit: str) -> None:
    assert unit in {unit_name(word) for word in MEASURE_WORDS}


@pytest.mark.parametrize(
    ("words", "name"),
    [("个月", "月"), ("个学期", "学期"), ("个小时", "小时"), ("个工作日", "工作日"), ("个", "个"), ("名", "名"), ("个人", "个人")],
)
def test_the_name_of_a_unit(words: str, name: str) -> None:
    assert unit_name(words) == name
