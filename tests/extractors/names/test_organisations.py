"""Organisations by rule: the right edge by the ending, the left edge by the words before it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.names.organisations import find_organisations
from extractors.names.words import default_words
from tests.linear import LIMIT, growth

READS = [
    # verbs, prepositions and adverbs stand before a name
    ("由青石县实验小学牵头", ["青石县实验小学"]),
    ("走进白沙县石门镇中心学校开展活动", ["白沙县石门镇中心学校"]),
    ("协助临江市职业技术学校培养名班主任", ["临江市职业技术学校"]),
    ("先后组织望海市理工学校的师生", ["望海市理工学校"]),
    ("服务石门镇中心小学", ["石门镇中心小学"]),
    ("组织玉屏路小学、滨河中学等学校", ["玉屏路小学", "滨河中学"]),
    ("用于新建第五幼儿园和维修改造春柳幼儿园", ["第五幼儿园", "春柳幼儿园"]),
    ("根据县教育体育局的安排", ["县教育体育局"]),
    ("贯彻落实市教体局文件", ["市教体局"]),
    ("2022年望海市机电工程学校继续帮扶", ["望海市机电工程学校"]),
    ("协商不成时报区教育局处理", ["区教育局"]),
    # characters that are function words elsewhere belong to a place
    ("与丰和县坝上乡中心小学、丰和县老街小学结对", ["丰和县坝上乡中心小学", "丰和县老街小学"]),
    ("与和兴镇中心小学结对", ["和兴镇中心小学"]),
    ("到于都县第三中学支教", ["于都县第三中学"]),
    ("安排在合水乡初级中学", ["合水乡初级中学"]),
    ("赴小高家村社区幼儿园送教", ["小高家村社区幼儿园"]),
    # an undertaking is a part of its own body's name, and a verb or an aim before another
    ("由青浦市春芽计划公益服务中心资助", ["青浦市春芽计划公益服务中心"]),
    ("该校下一步计划与滨河中学结对", ["滨河中学"]),
    ("根据帮扶计划滨河中学派出教师", ["滨河中学"]),
    # places nobody has heard of
    ("甲方：澄海湾市工商职业技术学校", ["澄海湾市工商职业技术学校"]),
    ("鹿港区教育局与乌兰塔旗教育局签约", ["鹿港区教育局", "乌兰塔旗教育局"]),
    ("平川县城关第一小学小分队", ["平川县城关第一小学"]),
    ("江陵北区育才中学", ["江陵北区育才中学"]),
    ("三岔河村小学组建教联体", ["三岔河村小学"]),
    ("东湖高新区光谷第七小学", ["东湖高新区光谷第七小学"]),
    # short forms and numbers
    ("对玉带高级中学和玉带二中两所学校", ["玉带高级中学", "玉带二中"]),
    ("选派教师到玉带职校跟岗", ["玉带职校"]),
    ("十七中、市一中、县二小", ["市一中", "县二小"]),
    # no schools
    ("望海市慈善总会每年捐赠", ["望海市慈善总会"]),
    ("望海市海拓科技有限公司还捐建", ["望海市海拓科技有限公司"]),
    ("市能源投资集团有限公司出资", ["市能源投资集团有限公司"]),
    ("汇禾公益基金会（以下称甲方）", ["汇禾公益基金会"]),
    ("望海市教师发展中心组织的活动", ["望海市教师发展中心"]),
    ("由清河市教育局教研院合作", ["清河市教育局教研院"]),
    ("中共青石县委、青石县人民政府", ["中共青石县委", "青石县人民政府"]),
    ("落实市委市政府的部署", ["市委", "市政府"]),
    ("区财政每年安排专项经费", ["区财政"]),
    ("柏树乡初级中学支部委员会", ["柏树乡初级中学支部委员会"]),
    ("海东师范大学附属小学牵头", ["海东师范大学附属小学"]),
    ("临江（国际）职业教育集团", ["临江（国际）职业教育集团"]),
    ("××县××乡中心小学", ["××县××乡中心小学"]),
    ("青石县民族中学校长介绍", ["青石县民族中学"]),
    ("青石县第二小学校长", ["青石县第二小学"]),
    ("玉带县中等职业学校", ["玉带县中等职业学校"]),
]

READS += [
    # counties whose name is one character, and those around which a function word stands
    ("到礼县盐井沟小学、康县花桥小学", ["礼县盐井沟小学", "康县花桥小学"]),
    ("每两周与索县荣布中学开展教研", ["索县荣布中学"]),
    ("完成县第二小学的改造", ["县第二小学"]),
    # the first of two characters of a name, and numerals in it, mean nothing else there
    ("与原州区须弥中学续签", ["原州区须弥中学"]),
    ("由九曲小学、柳州市第四十八中学派出", ["九曲小学", "柳州市第四十八中学"]),
    ("平湖万卷图书有限责任公司捐赠", ["平湖万卷图书有限责任公司"]),
    ("平湖市两所小学和九个教学点", []),
    # a body's name goes on behind a word that ends others
    ("平湖禾香酒店管理集团提供岗位", ["平湖禾香酒店管理集团"]),
    ("平湖新华书店有限公司赠书", ["平湖新华书店有限公司"]),
    ("县人民政府教育督导室每学期督查", ["县人民政府教育督导室"]),
    ("陂头小学附设幼儿班缺教师", ["陂头小学附设幼儿班"]),
    ("平湖市银滩职业教育中心学校派员", ["平湖市银滩职业教育中心学校"]),
    ("县关心下一代工作委员会慰问", ["县关心下一代工作委员会"]),
    ("平湖市教育教学研究室派员", ["平湖市教育教学研究室"]),
    ("平湖市学前教育名园长工作室送教，平湖市李明名师工作室送教", ["平湖市学前教育名园长工作室"]),
    ("龙塘镇随班就读资源中心", ["龙塘镇随班就读资源中心"]),
    ("县一高、县二初中要率先开放", ["县一高", "县二初中"]),
    ("古泉县幼儿园签约，古泉市幼儿园数量不足", ["古泉县幼儿园"]),
    # a word of two characters is all there is of the name, and a preposition before a village is none of it
    ("搬经镇加力幼儿园与县明清小学结对", ["搬经镇加力幼儿园", "县明清小学"]),
    ("到城阳区棘洪滩街道中心幼儿园送教", ["城阳区棘洪滩街道中心幼儿园"]),
    ("各街道中心幼儿园", []),
    ("在石门镇新建小学3所", []),
    ("分别带好东安教学点、木皮教学点", ["东安教学点", "木皮教学点"]),
    # where somebody was a pupil
    ("平湖县中学校友陈先生资助学生", []),
    # a measure word's or a verb's character behind the ending is no part of it
    ("节前，江大附小组织60名学生联欢", ["江大附小"]),
    ("向阳路初级中学到白石坡小学送课", ["向阳路初级中学", "白石坡小学"]),
    ("平湖大学教育学院派专家讲学", ["平湖大学教育学院"]),
    # Party branches, offices' sections, shops, kindergartens of the county's offices
    ("江原市第二中学第三党支部与下湾村党支部共建", ["江原市第二中学第三党支部", "下湾村党支部"]),
    ("与中共江原市柳林乡寄宿制小学支部委员会协商", ["中共江原市柳林乡寄宿制小学支部委员会"]),
    ("报江原市教育局人事科", ["江原市教育局人事科"]),
    ("江原市清音琴行捐赠电子琴", ["江原市清音琴行"]),
    ("市直机关幼儿园帮扶柳林镇中心幼儿园", ["市直机关幼儿园", "柳林镇中心幼儿园"]),
    # a class of givers, and the dash of a subtitle, stand before a name
    ("爱心企业宏图商贸有限公司捐款1万元", ["宏图商贸有限公司"]),
    ("--记云岭银行帮扶长沟小学", ["云岭银行", "长沟小学"]),
]

LEAVES_ALONE = [
    "“城区小学牵手乡村小规模学校”活动",
    "与对子学校签订协议",
    "在活动中学到很多",
    "从实践中学到了方法",
    "成立学习小组织能力",
    "学院派风格",
    # classes of schools, counted schools, pronouns
    "受援学校要制定计划",
    "支援学校选派教师",
    "两所学校结对",
    "42所学校与乡镇学校建立关系",
    "7所农村小学和9所城区优质学校",
    "我校与本校教师",
    "各学校、各幼儿园要认真落实",
    "全县学校参加",
    "所有优质学校都要帮扶薄弱学校",
    "白沙县学校与望海市学校",
    "望海市优质学校",
    "中小学、幼儿园教师",
    "提升农村中小学校长素养",
    "义务教育阶段学校",
    "乡镇中心小学",
    "小学、初中各年级",
    "优质幼儿园",
    "实验小学",
    "城区初中",
    # words that only hold the ending's characters
    "小学生和中学生",
    "在实践中学习",
    "集中学校优势资源",
    "初中阶段与高中部",
    "三小时的中心任务",
    "以课堂教学为中心",
    "形成以学生为中心的格局",
    "教育格局与布局",
    "期中、期末考试",
    "一中一台",
    "会议中心组织学习",
    "大学生志愿者",
    "学会做人",
    "校园中心广场",
    "报告厅和餐厅",
    "财政资金与财政支持",
    "中心小学路",
    "工会活动",
]

NOT_YET = [
    ("，向家坪县第一小学与石门小学结对", ["向家坪县第一小学", "石门小学"]),
    ("广州旅商的毕业生", ["广州旅商"]),
]


def _names(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_organisations(text, 0, len(text), default_words())]


@pytest.mark.parametrize(("text", "names"), READS)
def test_reads(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _names(text) == []


@pytest.mark.xfail(strict=True, reason="names that no rule cuts right yet")
@pytest.mark.parametrize(("text", "names"), NOT_YET)
def test_not_yet(text: str, names: list[str]) -> None:
    assert _names(text) == names


_BEFORE = st.sampled_from(
    ["", "由", "对", "向", "走进", "协助", "，", "“", "每学期到", "根据", "帮助", "3月5日，", "联合", "他说：", "深入"]
)
_AFTER = st.sampled_from(["", "，", "的教师", "校园", "和", "选派", "举行", "）", "结对", "每年", "送教"])
_NAME = st.sampled_from(
    ["青石县第一小学", "澄海湾市机关幼儿园", "栖云岭市教育局", "白沙县石门镇中心学校", "乌兰塔旗蒙古族中学", "望海市慈善会"]
)


@given(before=_BEFORE, name=_NAME, after=_AFTER)
def test_a_name_with_its_place_is_found_whatever_stands_around_it(before: str, name: str, after: str) -> None:
    assert _names(before + name + after) == [name]


@pytest.mark.parametrize("char", ["校", "甲", "一", "中", "县", "学", "（", "3", " ", "中学", "市县", "第"])
def test_time_is_linear(char: str) -> None:
    assert growth(_names, lambda length: (char * length)[:length]) <= LIMIT


def test_names_have_no_punctuation() -> None:
    text = "。".join(text for text, _ in READS)
    assert not any(re.search("[，。；：“”]", name) for name in _names(text))
