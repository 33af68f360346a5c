"""Sums of money: how much, how often, from whom, to whom, what for, and what is part of what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extractors.facts import agreements, plans, reports
from tests.extractors.facts.row import (
    assert_reads_sum,
    document_of,
    facts,
    not_yet,
    paper_with,
    sum_at,
    sum_fact,
)

READS = (
    *facts(
        agreements,
        """
== UNIVERSITY
300元 | 300 | 月 | 乙方→实习生 | 实习生生活补助或生活补助
== COMPANY_AND_SCHOOLS
800元 | 800 | 月 | 甲方→支教教师 | 生活补贴
== BRANCHES
2.8万元 | 28000 | - | 甲方→* | *
== TRADITIONAL
人民幣伍萬元整 | 50000 | 年 | 甲方→乙方 | 獎學金
== UNIVERSITY
6万元 | 60000 | 年 | 甲方→乙方 | -
== BUREAUS
200万元 | 2000000 | 年 | 甲方→- | -
120万元 | 1200000 | 年 | 甲方→- | 改善乙方办学条件 | part_of
80万元 | 800000 | 年 | 甲方→- | 教师培训 | part_of
== MASTERS
500元 | 500 | 对 | 文昌路小学→* | 活动经费
== TRUSTEESHIP
150万元 | 1500000 | 年 | 委托方→- | -
== FOUNDATION
人民币叁拾万元整（¥300,000.00） | 300000 | - | 甲方→乙方 | 乙方图书馆建设
支付20万元 | 200000 | - | -→- | - | part_of
支付10万元 | 100000 | - | -→- | - | part_of
约12万元 | ~120000 | - | 甲方→- | - | in_kind
== VOCATIONAL
15万元 | 150000 | 年 ×3 =450000 | 甲方→* | 支持乙方专业建设
== FRIENDS
人民币约8000元 | ~8000 | 年 | 星光里小学家委会→- | - | in_kind
== SCHOLARSHIPS
90万元，分三年拨付，每年30万元 | 300000 | 年 ×3 =900000 | 甲方→乙方 | -
60万元 | 600000 | - | -→- | 资助贫困学生 | part_of
30万元用于 | 300000 | - | -→- | 奖励优秀教师 | part_of
38万元 | 380000 | - | 甲方→大坪县第一中学 | - | in_kind
不低于5万元 | 50000+ | 年 | 甲方→乡村教师 | 慰问乡村教师
1500元 | 1500 | 学期 | -→受助高中生 | -
1000元 | 1000 | 学期 | -→受助初中生 | -
== ALLOWANCES
600元 | 600 | 月 | 乙方→支教教师 | 生活补助
200元 | 200 | 月 | 乙方→支教教师 | 交通补助
2000元 | 2000 | - | 甲方→支教教师 | -
不少于2万元 | 20000+ | 学期 | 甲方→乙方 | - | in_kind
== CURRENCIES
5000美元 | 5000USD | 年 | 甲方→- | 乙方购买英文图书
== TOTALS
46万元 | 460000 | - | -→- | -
30万元 | 300000 | - | 甲方→- | - | part_of
筹16万元 | 160000 | - | 乙方→- | - | part_of
== SPACED
3 万元 | 30000 | 年 | 甲方→乙方 | 资助经费
""",
    ),
    *facts(
        plans,
        """
== NOTICE
1000元 | 1000 | 年 | *→10名农村困难学生或农村困难学生 | -或资助10名农村困难学生或资助农村困难学生
== SCHOOL
2万元 | 20000 | - | 松柏小学→- | 教师交通和资料印刷
== BUREAU
100万元 | 1000000 | 年 | 县财政→- | -
3万元 | 30000 | 年 | 县财政→共同体 | -
500元 | 500 | 月 | 县财政→支教教师 | 支教教师交通补助或交通补助
== KINDERGARTEN
8000元 | 8000 | - | 花溪幼儿园→- | -
== COMPANY
300万元 | 3000000 | - | 联益建材集团→* | 新建学生宿舍一栋、食堂一座或为十里铺小学新建学生宿舍一栋、食堂一座
== WORKLIST
18万元 | 180000 | - | 枫桥中学校友会→- | *
== DISTRICT
150万元 | 1500000 | - | 区财政→- | -
校4万元 | 40000 | 所 | 区财政→农村学校 | - | part_of
6000元 | 6000 | 年 | 区财政或-→支教教师 | *
== MONTHS
5000元 | 5000 | - | 银杏小学→- | -
== RECEIVER
4.8万元 | 48000 | - | -→- | -
3万元 | 30000 | - | -→- | 培训费 | part_of
1.8万元 | 18000 | - | -→- | 差旅费 | part_of
== NOTICE
1万元 | 10000 | - | 市教育基金会→3所学校或学校 | -
== YEARS
60万元 | 600000 | - | -→- | -
40万元 | 400000 | - | 海棠中学→- | - | part_of
""",
    ),
    *facts(
        reports,
        """
== FAREWELL
10万元 | 100000 | 年 | 翰林中学→支教教师 | 支教教师专项补贴或专项补贴
== SCHOOL_YEAR
3.6万元 | 36000 | - | 柏庄小学家长委员会→麦田坞小学 | 添置净水设备或添置净水设备2台
== DISTRICT_YEAR
240万元 | 2400000 | - | 区财政→- | -
不少于260万元 | 2600000+ | 年 | -→- | - | plan
== HOST
16万余元 | ~160000+ | - | 城东中学→岭上中学 | - | in_kind
10万元 | 100000 | - | 安泰物流有限公司→学生 | 奖学金或安泰奖学金或“安泰奖学金”
== KINDERGARTEN_TERM
1.5万元 | 15000 | - | -→塘湾村幼儿园 | - | in_kind
== BRANCH_YEAR
11600元 | 11600 | - | 支部党员或-→新塘小学困难学生 | 资助新塘小学困难学生
== COUNTY_YEAR
680万元 | 6800000 | - | 苏河市财政→- | -
人民币35万余元 | ~350000+ | - | 苏河市爱心人士→- | - | *
700万元以上 | 7000000+ | - | *→- | - | plan
== THREE_YEARS
1.26万元 | 12600 | - | 凤鸣小学少先队员→草坝小学52名学生 | 购买棉衣
3万元 | 30000 | - | -→- | 改造食堂或为草坝小学改造食堂
== COMPANY_YEARS
186万元 | 1860000 | - | 集团或志成药业集团→* | -
98万元 | 980000 | - | -→- | 新建教师周转房或新建教师周转房12套
25万元 | 250000 | - | -→- | 安装取暖设备
10万元 | 100000 | 年 | -→- | 奖教金
== VOLUNTEERS
人民币2.3万元 | 23000 | - | -→茅坪乡中心小学 | - | in_kind
== TOWNSHIP
6.8万元 | 68000 | - | 市实验二小→- | - | in_kind
== SIGNING
50万元 | 500000 | - | 江岸中学教育发展基金会→雪岭县高级中学 | 建设数字化实验室
9万元 | 90000 | - | 江岸市明德书店→* | - | in_kind
== VISIT
300元 | 300 | 人 | 湖滨小学→15名留守儿童或留守儿童 | 慰问金
== DONATION
7.5万元 | 75000 | - | -→木棉小学 | - | in_kind
投入5万元 | 50000 | 年 ×3 =150000 | 南川市汇通银行→木棉小学困难学生 | 资助木棉小学困难学生 | plan
== FORUM
200万元 | 2000000 | - | 月湖区教育局→* | * | plan
""",
    ),
    *facts(
        agreements,
        """
== PLEDGE
不低于1万元 | 10000+ | 学年 | 南湖区实验小学→- | - | in_kind
== YEARLY
3000元 | 3000 | 年 | 甲方→乙方 | 园本教研经费
== LETTER
港币10万元 | 100000HKD | 年 | 甲方→乙方 | 奖学金
""",
    ),
    *facts(
        plans,
        """
== THREE_THINGS
2500元 | 2500 | 年 | 集团或-→* | *
80万元 | 800000 | - | -→- | -
45万元 | 450000 | - | -→- | - | part_of
35万元 | 350000 | - | -→- | - | part_of
""",
    ),
    *facts(
        reports,
        """
== DIARY
2万元 | 20000 | - | -→* | * | plan
""",
    ),
)
LEAVES_ALONE = (
    *facts(
        agreements,
        """
== FORM
每人____元
== FOUNDATION
1万元
== SCHOLARSHIPS
2万元
""",
    ),
)
NOT_YET = (
    *not_yet(
        agreements,
        """
== COMPANY_AND_SCHOOLS
1200元 | 1200 | * | 甲方→丙方品学兼优学生 | 资助丙方品学兼优学生  # 连续资助三年 is no aim
== FOUNDATION
1500元 | 1500 | 年 | 甲方→乙方20名学生或乙方学生或学生 | 助学金  # the kind of money stands in the clause before
== ALLOWANCES
不超过1000元 | -1000 | 学期 | 乙方→支教教师 | 往返路费  # the kind of money is not known
== CURRENCIES
12万元 | 120000HKD | - | 甲方→乙方 | 资助乙方建设语音室或建设语音室  # the currency stands before the figure
== TOTALS
18万元 | 180000 | - | -→- | 教学楼外墙维修 | part_of  # the items of a list that make up a sum
12万元 | 120000 | - | -→- | 食堂设备更新 | part_of  # the items of a list that make up a sum
塑胶跑道：16万元 | 160000 | - | -→- | 塑胶跑道 | part_of  # the items of a list that make up a sum
1.5万元 | 15000 | 年 ×3 =45000 | 甲方→困难师生或- | 慰问困难师生  # the use stands between share and total
""",
    ),
    *not_yet(
        plans,
        """
== COMPANY
3000元 | 3000 | 年 | -→优秀教师 | 奖励优秀教师  # the aim of another sum is taken
800元 | 800 | 学期 | -→困难学生 | 资助困难学生  # the aim stands before the sum
== DISTRICT
2000元 | 2000 | 人 | -→优秀支教教师 | * | part_of  # the share stands before the sum
共4万元 | 40000 | - | -→* | *  # the share stands before the sum
== MONTHS
30元 | 30 | 人 | -→石盘小学学生或学生或- | 学生交通费或交通费或石盘小学学生交通费  # 由学校 names nobody
== YEARS
20万元 | 200000 | - | 云雾中学所在地教育局→- | - | part_of  # the name before 所在地 is taken for the giver
""",
    ),
    *not_yet(
        reports,
        """
== SCHOOL_YEAR
500元 | 500 | 人 | 校友陈先生或陈先生→困难学生 | 资助困难学生  # another giver's sum is taken for a part
== DISTRICT_YEAR
56.5万元 | 565000 | - | 城区学校或各城区学校→- | -  # a collective of schools
== COUNTY_YEAR
120万元 | 1200000 | - | 苏河市慈善总会→困难学生 | 设立“苏青助学金”  # 财政 of another clause is taken for the giver
== COMPANY_YEARS
4000元 | 4000 | 年 | -→大学新生 | 资助大学新生  # 资助大学 is taken for a name
== DONATION
800元 | 800 | 人 | -→10名品学兼优学生或品学兼优学生 | 奖学金  # goods and prizes are two gifts
""",
    ),
    *not_yet(
        agreements,
        """
== LETTER
3000元 | 3000或-3000 | 年 | 甲方→* | *  # the topic's payer goes on
港币2000元 | 2000HKD | 年 | 甲方→学业优异的学生或学生或50名学生 | * | part_of  # shares that make up the sum
""",
    ),
    *not_yet(
        reports,
        """
== FIGURES
4.5万元 | 45000 | - | 新华路小学→马家沟小学 | 建成直播教室或建成直播教室1间或为马家沟小学建成直播教室1间  # the aim is not known
""",
    ),
)
NOT_YET_LEFT_ALONE = ()


@pytest.mark.parametrize(("paper", "fact"), [*READS, *NOT_YET])
def test_reads(paper: str, fact: str) -> None:
    assert_reads_sum(paper, fact)


@pytest.mark.parametrize(("paper", "quote"), [*LEAVES_ALONE, *NOT_YET_LEFT_ALONE])
def test_leaves_alone(paper: str, quote: str) -> None:
    assert sum_at(paper, quote) is None


BEFORE = ("", "一、经费保障\n", "双方高度重视经费管理。\n", "（一）乙方负责日常管理。\n1.", "本协议期限为三年。")
AFTER = ("", "\n二、其他事项另行商定。", "乙方应专款专用。", "\n本协议自签字之日起生效。")
SENTENCES = (
    ("甲方每年向乙方捐赠5万元。", "50000 | 年 | 甲方→乙方 | - | "),
    ("甲方一次性向乙方拨付人民币壹拾万元整，用于修缮校舍。", "100000 | - | 甲方→乙方 | 修缮校舍 | "),
    ("甲方向乙方赠送价值3.2万元的图书。", "32000 | - | 甲方→乙方 | - | in_kind"),
)


@given(before=st.sampled_from(BEFORE), row=st.sampled_from(SENTENCES), after=st.sampled_from(AFTER))
def test_the_span_quotes_and_the_value_stays_whatever_stands_around(before: str, row: tuple[str, str], after: str) -> None:
    sentence, fact = row
    paper = paper_with("agreement", f"{before}{sentence}{after}")
    document = document_of(paper)
    (funding,) = document.funding
    assert paper[funding.span.start : funding.span.end] == funding.span.text
    assert funding.span.text in sentence
    assert sum_fact(document, funding) == fact
