"""Quotas of summaries and news: what has been done, what is only there, and what is announced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extractors.facts import reports
from tests.extractors.facts.row import assert_only_quota, assert_reads, facts, not_yet, paper_with, quota_at

READS = (
    *facts(
        reports,
        """
== SCHOOL_YEAR
23位教师 | 23 位 | 教师 | - | -→麦田坞小学
展示课41节 | 41 节 | 展示课 | - | -→麦田坞小学
老师达170人次 | 170 人次 | 老师 | - | -→麦田坞小学
9位老师 | 9 位 | 老师 | - | 麦田坞小学→-
其中一等奖2人 | 2 人 | 老师或一等奖 | - | 麦田坞小学→-
书信612封 | 612 封 | 书信 | - | 双方→-
图书1300本 | 1300 本 | 图书 | - | 双方→-
净水设备2台 | 2 台 | 净水设备 | - | 柏庄小学家长委员会→麦田坞小学
4名音体美教师 | 4 名 | 音体美教师 | - | -→麦田坞小学 | plan
== DISTRICT_YEAR
68所学校 | 68 所 | 学校 | - | -→-
教育联盟17个 | 17 个 | 教育联盟 | - | -→-
教师312人次 | 312 人次 | 教师 | - | -→-
送教下乡1046节 | 1046 节 | 送教下乡 | - | -→-
培训班27期 | 27 期 | 培训班 | - | -→-
== HOST
4名中层干部 | 4 名 | 中层干部 | - | 城东中学→岭上中学
62名教师 | 62 名 | 教师 | - | 岭上中学→城东中学
图书8000册 | 8000 册 | 图书 | - | 城东中学→岭上中学
计算机50台 | 50 台 | 计算机 | - | 城东中学→岭上中学
学生200人次 | 200 人次 | 学生 | - | 安泰物流有限公司→-
2名学生 | 2 名 | 学生 | - | 岭上中学→-
== KINDERGARTEN_TERM
走访3次 | 3 次 | 走访 | - | -→塘湾村幼儿园
座谈会2场 | 2 场 | 座谈会 | - | -→塘湾村幼儿园
教师6人次 | 6 人次 | 教师 | - | -→-
活动区9个 | 9 个 | 活动区 | - | -→-
半日活动20场 | 20 场 | 半日活动或观摩半日活动 | - | 塘湾村幼儿园→-
桌椅30套 | 30 套 | 桌椅 | - | -→塘湾村幼儿园
每月一次 | 1 次 | 线上答疑 | 月 | -→-
== BRANCH_YEAR
主题党日4次 | 4 次 | 主题党日 | - | 双方→-
联合党课2堂 | 2 堂 | 联合党课 | - | 双方→-
困难学生8名 | 8 名 | 困难学生 | - | *→-
书籍260册 | 260 册 | 书籍 | - | *→-
税收宣讲员3名 | 3 名 | 税收宣讲员 | - | *→*
== COUNTY_YEAR
困难学生480名 | 480 名 | 困难学生 | - | 苏河市慈善总会→-
36名教师 | 36 名 | 教师 | - | 苏河市→青阳县
校长15名 | 15 名 | 校长 | - | 青阳县→苏河市
教师60名 | 60 名 | 教师 | - | 青阳县→苏河市
青阳县24所学校 | 24 所 | 学校 | - | 双方→-
苏河市24所学校 | 24 所 | 学校 | - | 双方→-
互访76次 | 76 次 | 互访 | - | 双方→-
骨干教师11名 | 11 名 | 骨干教师 | - | 苏河市第一中学→*
突破200人 | >200 人 | 高考本科上线或本科上线或上线 | - | 青阳中学→-
== THREE_YEARS
5批次32名教师 | 5 批次 | 教师 | - | -→草坝小学
32名教师 | 32 名 | 教师 | - | -→草坝小学
18名教师 | 18 名 | 教师 | - | 草坝小学→凤鸣小学
公开课64节 | 64 节 | 公开课 | - | 凤鸣小学→-
讲座12场 | 12 场 | 讲座 | - | 凤鸣小学→-
一等奖3人 | 3 人 | 教师或一等奖 | - | *→-
二等奖5人 | 5 人 | 教师或二等奖 | - | *→-
== COMPANY_YEARS
教师周转房12套 | 12 套 | 教师周转房 | - | -→-
课桌凳400套 | 400 套 | 课桌凳 | - | -→-
教师130人次 | 130 人次 | 教师 | * | -→-
新生20名 | 20 名 | 大学新生 | 年 | -→-
志愿服务15次 | 15 次 | 志愿服务 | - | -→-
员工300余人次 | ~300+ 人次 | 员工 | - | -→-
== VOLUNTEERS
一行12人 | 12 人 | 支教队 | - | *→*
授课2680节 | 2680 节 | 授课 | - | -→-
兴趣班6个 | 6 个 | 兴趣班 | - | -→-
学生350人次 | 350 人次 | 学生 | - | -→-
图书1200册 | 1200 册 | 图书 | - | -→茅坪乡中心小学
羽毛球拍60副 | 60 副 | 羽毛球拍 | - | -→茅坪乡中心小学
== TOWNSHIP
指导7次 | 7 次 | 指导或来我校指导 | - | 市实验二小→-
示范课15节 | 15 节 | 示范课 | - | 市实验二小→-
报告4场 | 4 场 | 报告或作报告 | - | 市实验二小→-
教师16人次 | 16 人次 | 教师 | - | -→市实验二小
每人听课不少于6节 | 6+ 节 | 听课 | 人 | -→市实验二小 | *
心得16篇 | 16 篇 | 心得 | * | -→市实验二小
== SIGNING
120余人 | ~120+ 人 | 师生代表 | - | *→-
6名骨干教师 | 6 名 | 骨干教师 | 年 | 江岸中学→雪岭县高级中学 | plan
支教时间不少于一年 | 1+ 年 | 支教 | 年 | 江岸中学→雪岭县高级中学 | plan
教师10名 | 10 名 | 教师 | 学期 | 雪岭县高级中学→江岸中学 | plan
图书3000册 | 3000 册 | 图书 | - | 江岸市明德书店→雪岭县高级中学
== VISIT
12名教师 | 12 名 | 教师 | - | 湖滨小学→马鞍山教学点
语文、数学示范课各两节 | 2 节 | 语文、数学示范课 | - | 湖滨小学→- | each
讲座1场 | 1 场 | 讲座 | - | 湖滨小学→-
图书800册 | 800 册 | 图书 | - | 湖滨小学→马鞍山教学点
篮球30个 | 30 个 | 篮球 | - | 湖滨小学→马鞍山教学点
15名留守儿童 | 15 名 | 留守儿童 | - | 湖滨小学→马鞍山教学点或-
教师200余人次 | ~200+ 人次 | 教师 | - | 湖滨小学→-
学生超过5000人次 | >5000 人次 | 学生 | - | 湖滨小学→-
== DONATION
图书2200册 | 2200 册 | 图书 | - | -→木棉小学
书柜16组 | 16 组 | 书柜 | - | -→木棉小学
10名品学兼优学生 | 10 名 | 品学兼优学生 | - | -→*
== FORUM
56所学校 | 56 所 | 学校 | - | 双方→-
900余名教师 | ~900+ 名 | 教师 | - | 双方→-
5位专家 | 5 位 | 专家 | - | -→-
22所学校 | 22 所 | 学校 | - | 双方或月湖区→-或朔方县
28所学校 | 28 所 | 学校 | - | 双方或月湖区→-或朔方县
== FAREWELL
三名教师前往 | 3 名 | 教师 | - | 翰林中学→塔格县第二中学
7批21名教师 | 7 批 | 教师 | - | 翰林中学→塔格县
21名教师 | 21 名 | 教师 | - | 翰林中学→塔格县
== FIGURES
送教下乡102次 | 102 次 | 送教下乡 | - | -→-
教师480人次 | 480 人次 | 教师 | - | -→-
28批 | 28 批 | 教师 | - | -→-
教师173人次 | 173 人次 | 教师 | - | -→-
联合教研186次 | 186 次 | 联合教研 | - | -→-
== DIARY
15位老师 | 15 位 | 老师 | - | 河滨幼儿园→-
自制玩具86件 | 86 件 | 自制玩具 | - | -→核桃坪村幼儿园
绘本420本 | 420 本 | 绘本 | - | *→*
""",
    ),
)
LEAVES_ALONE = (
    *facts(
        reports,
        """
== SCHOOL_YEAR
现有专任教师11名
仅1名
== HOST
每批两周
12个百分点
== THREE_YEARS
学生186人
== VISIT
连续五年
== DONATION
学生420名
住校生130名
== FAREWELL
翰林中学三名教师
支教一年
== DIARY
跟岗两周
""",
    ),
)
NOT_YET = (
    *not_yet(
        reports,
        """
== SCHOOL_YEAR
分6批次 | 6 批次 | 教师 | - | -→麦田坞小学  # a count is kept in the noun
== DISTRICT_YEAR
5所学校 | 5 所 | 学校 | - | -→-  # a verb is kept in the noun
== HOST
累计500余节 | ~500+ 节 | 听课评课 | - | 城东中学→岭上中学  # people are kept in the noun
分三批 | 3 批 | 教师 | - | 岭上中学→城东中学  # a count is kept in the noun
== KINDERGARTEN_TERM
跟班14人次 | 14 人次 | 教师或跟班或来园跟班 | - | 塘湾村幼儿园→-  # people and verb are kept together
共五次 | 5 次 | 线上答疑 | * | -→-  # the list number is kept in the noun
== TOWNSHIP
电子白板4套 | 4 套 | 电子白板 | - | 市实验二小→-  # 我校 is kept in the noun
== FORUM
课例8节 | 8 节 | 课例 | - | -→-  # 课例 is cut
143名 | 143 名 | 支教教师 | - | 月湖区→*  # the pair is taken for the actor of the next clause
== FAREWELL
12节课 | 12 节 | 课 | 周 | -→- | *  # who says is not who acts
讲座1次 | 1 次 | 讲座 | 月 | -→- | *  # who says is not who acts
== FIGURES
活动316次 | 316 次 | 活动 | - | *→-  # 各…共 is no each
== DIARY
6次往返 | 6 次 | 往返 | - | 河滨幼儿园→*  # a count is kept in the noun
""",
    ),
)
NOT_YET_LEFT_ALONE = ()


@pytest.mark.parametrize(("paper", "fact"), [*READS, *NOT_YET])
def test_reads(paper: str, fact: str) -> None:
    assert_reads(paper, fact)


@pytest.mark.parametrize(("paper", "quote"), [*LEAVES_ALONE, *NOT_YET_LEFT_ALONE])
def test_leaves_alone(paper: str, quote: str) -> None:
    assert quota_at(paper, quote) is None


BEFORE = ("", "领导高度重视。", "一是加强管理。", "两校情谊日渐深厚。\n", "（一）深入课堂\n")
AFTER = ("", "师生反响热烈。", "\n（二）做好宣传", "\n特此报告。")
SENTENCES = (
    ("云台区第三小学派出教师8名到麻柳镇中心小学支教。", "8 名 | 教师 | - | 云台区第三小学→麻柳镇中心小学 | "),
    ("全年举办讲座12场。", "12 场 | 讲座 | - | -→- | "),
    ("云台区第三小学向麻柳镇中心小学捐赠图书近2000册。", "~2000 册 | 图书 | - | 云台区第三小学→麻柳镇中心小学 | "),
    ("麻柳镇中心小学有3名教师获奖。", "3 名 | 教师 | - | 麻柳镇中心小学→- | "),
)


@given(before=st.sampled_from(BEFORE), row=st.sampled_from(SENTENCES), after=st.sampled_from(AFTER))
def test_the_span_quotes_and_the_value_stays_whatever_stands_around(before: str, row: tuple[str, str], after: str) -> None:
    sentence, fact = row
    paper = paper_with("summary", f"{before}{sentence}{after}")
    assert_only_quota(paper, sentence, fact)
