"""Quotas of agreements: what counts, how much, of what, how often, who acts and towards whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extractors.facts import agreements
from tests.extractors.facts.row import (
    document_of,
    expected,
    facts,
    not_yet,
    paper_with,
    quota_at,
    quota_fact,
)

READS = (
    *facts(
        agreements,
        """
== KINDERGARTENS
骨干教师二至三名 | 2-3 名 | 骨干教师 | 学期 | 甲方→乙方
驻园不少于五个工作日 | 5+ 工作日 | 驻园 | 次 | 甲方→乙方
园本教研两次 | 2 次 | 园本教研 | 月 | 乙方→-
到场指导一次 | 1 次 | 到场指导或指导 | 2 月 | 甲方→-
亲子游园会一场 | 1 场 | 亲子游园会 | 年 | 双方→-
家长代表各20名 | 20 名 | 家长代表 | 年 | 双方→- | each
== COMPANY_AND_SCHOOLS
课桌椅80套 | 80 套 | 课桌椅 | 年 | 甲方→丙方
实验器材3批 | 3 批 | 实验器材 | 年 | 甲方→丙方
员工志愿者不少于10人次 | 10+ 人次 | 员工志愿者 | 学期 | 甲方→丙方
品学兼优学生30名 | 30 名 | 品学兼优学生 | 年 | 甲方→-
语文、数学、英语教师各一名 | 1 名 | 语文、数学、英语教师 | 学年 | 乙方→丙方 | each
不超过5名 | -5 名 | 教师 | 批 | 乙方→-
课件20份以上 | 20+ 份 | 课件 | 月 | 乙方→丙方
== COMMUNITY
1名副校级领导 | 1 名 | 副校级领导 | 学年 | 牵头学校→成员学校
3名中层干部 | 3 名 | 中层干部 | 学年 | 牵头学校→成员学校
观摩课3节 | 3 节 | 观摩课 | 次 | 牵头学校→成员学校
专题报告1场 | 1 场 | 专题报告 | 次 | 牵头学校→成员学校
听课不少于12节 | 12+ 节 | 听课 | 学期 | 成员学校→牵头学校 | *
班主任各4名 | 4 名 | 班主任 | - | 双方→- | each
== BRANCHES
主题党日一次 | 1 次 | 主题党日 | 季度 | 双方→-
对子不少于12对 | 12+ 对 | 帮扶对子 | - | 甲方→乙方
慰问两次 | 2 次 | 走访慰问或慰问 | 年 | 甲方→乙方
学习用品30套 | 30 套 | 学习用品 | 次 | 甲方→乙方
党课1堂 | 1 堂 | 专题党课 | 0.5 年 | 双方→-
党员活动室1间 | 1 间 | 党员活动室 | - | 甲方→*
优秀少先队员10名 | 10 名 | 优秀少先队员 | 年 | 乙方→-
== TRADITIONAL
優秀教師4名 | 4 名 | 優秀教師 | 学期 | 甲方→乙方
3位青年教師 | 3 位 | 青年教師 | 年 | 乙方→甲方
電腦25臺 | 25 台 | 電腦 | - | 甲方→乙方
圖書兩千餘冊 | ~2000+ 册 | 圖書 | - | 甲方→乙方
聯合教研會不少於三場 | 3+ 场 | 聯合教研會 | 学期 | 双方→-
== UNIVERSITY
不少于8场 | 8+ 场 | 科普讲座 | 年 | 甲方→乙方
学生1000人次以上 | 1000+ 人次 | 学生 | 年 | 甲方→乙方
实习生20-30人 | 20-30 人 | 实习生 | 年 | 甲方→乙方
实习期不少于16周 | 16+ 周 | 实习 | 年 | 甲方→乙方
教学观摩课不少于10节 | 10+ 节 | 教学观摩课 | 学期 | 乙方→-
== FORM
支教时间不得少于两个月 | 2+ 月 | 支教 | 学期 | 甲方→乙方
公开课至少两节 | 2+ 节 | 公开课 | 学期 | 甲方→乙方
讲座至少一场 | 1+ 场 | 讲座 | 学期 | 甲方→乙方
== BUREAUS
分两批 | 2 批 | 校长、骨干教师或校长或骨干教师 | 年 | 乙方→甲方
不少于12所学校 | 12+ 所 | 学校 | 年 | *→*
与乙方12所学校 | 12 所 | 学校 | 年 | *→*
50名左右中小学教师 | ~50 名 | 中小学教师 | 年 | 甲方→乙方
高中教师不少于15名 | 15+ 名 | 高中教师 | 年 | 甲方→乙方
校长、骨干教师共80人 | 80 人 | 校长、骨干教师 | 年 | 乙方→甲方
互访不少于1次 | 1+ 次 | 互访 | 年 | 双方→-
== MASTERS
汇报课2节 | 2 节 | 汇报课 | 学期 | -→-
教学反思2篇 | 2 篇 | 教学反思 | 月 | -→-
教育专著1本 | 1 本 | 教育专著 | 学期 | -→-
外出学习不少于2次 | 2+ 次 | 外出学习或学习 | 学期 | 双河口小学→-
== TRUSTEESHIP
执行校长1名 | 1 名 | 执行校长 | - | 受托方→被托管学校
中层管理干部3名 | 3 名 | 中层管理干部 | - | 受托方→被托管学校
学科骨干教师不少于8名 | 8+ 名 | 学科骨干教师 | - | 受托方→被托管学校
教学视导不少于2次 | 2+ 次 | 教学视导 | 学期 | 受托方→被托管学校
听课不少于20节 | 20+ 节 | 听课 | 次 | 受托方→被托管学校
考核1次 | 1 次 | 考核或成效考核或托管成效考核 | 年 | 委托方→-
年度报告1份 | 1 份 | 年度报告 | 年 | 被托管学校→-
== FOUNDATION
图书5000册 | 5000 册 | 图书 | - | 甲方→-
20名学生 | 20 名 | 学生 | 年 | 甲方→乙方或-
活动1-2次 | 1-2 次 | 阅读推广活动或活动 | 学期 | 甲方→乙方
不少于8名志愿者 | 8+ 名 | 志愿者 | 次 | 甲方→乙方
书面反馈1次 | 1 次 | 书面反馈或反馈 | 0.5 年 | 乙方→甲方
== VOCATIONAL
专业各1个 | 1 个 | 数控技术、电子商务专业或电子商务专业 | - | 甲方→* | each
实训室两间 | 2 间 | 实训室 | - | 甲方→*
3名专业教师 | 3 名 | 专业教师 | 年 | 甲方→乙方
6名以内教师 | -6 名 | 教师 | 年 | 乙方→甲方
实践时间原则上不少于两个月 | 2+ 月 | 实践 | 年 | 乙方→甲方
联合招生100人左右 | ~100 人 | 联合招生或招生或学生 | 年 | 双方→-
奖项5个 | 5 个 | 省级以上奖项或奖项 | * | 甲方→*
== FRIENDS
通信1封 | 1 封 | 通信或信 | 月 | 双方→- | *
小礼物1件 | 1 件 | 小礼物 | 学期 | 双方→- | *
师生40人 | 40 人 | 师生 | 年 | 星光里小学→-
农家课堂3堂 | 3 堂 | 农家课堂 | 年 | 河坝子小学→-
书包100个 | 100 个 | 书包 | 年 | 星光里小学家委会→-
见面不少于两次 | 2+ 次 | 见面 | 年 | 双方→-
== ALLOWANCES
教师2名 | 2 名 | 教师 | - | 甲方→-
授课不少于10节 | 10+ 节 | 授课 | 周 | -→-
家访不少于20人次 | 20+ 人次 | 家访 | 学期 | -→-
专题讲座2次以上 | 2+ 次 | 专题讲座 | 学期 | -→-
汇报一次 | 1 次 | 汇报 | 月 | -→甲方
== CURRENCIES
学生夏令营1期 | 1 期 | 学生夏令营 | 年 | 乙方→-
不超过30人 | -30 人 | 学生 | 期 | 乙方→-
不少于10天 | 10+ 天 | 学生夏令营或夏令营 | 期 | 乙方→-
教师2名 | 2 名 | 教师 | 年 | 双方→- | each
== TOTALS
指导4次 | 4 次 | 指导或到校指导 | 年 | 甲方→-
2-3人 | 2-3 人 | 专家 | 次 | 甲方→-
== CLASSES
1名笔友 | 1 名 | 笔友 | 人 | 双方→- | *
通信一次 | 1+ 次 | 通信 | 月 | 双方→- | *
线上主题班会2次 | 2 次 | 线上主题班会 | 学期 | -→-
== LIBRARY
送书下乡1次 | 1 次 | 送书下乡或送书 | 季度 | 市图书馆→-
图书不少于200册 | 200+ 册 | 图书 | 次 | 市图书馆→-
图书室1个 | 1 个 | 图书室 | - | 市图书馆→-
图书管理员两人 | 2 人 | 图书管理员 | - | 市图书馆→-
读书活动1场 | 1 场 | 读书活动 | 年 | 双方→-
反馈意见不少于2次 | 2+ 次 | 反馈意见或意见或反馈 | 年 | 黄泥岭小学→-
== SHORT_NAMES
副校长各一名 | 1 名 | 副校长 | 学年 | 三实小→沙溪小学 | each
蹲点时间每学期累计不少于二十天 | 20+ 天 | 蹲点 | 学期 | 三实小→沙溪小学
后备干部2至4名 | 2-4 名 | 后备干部 | 学年 | 沙溪小学→三实小
一次联合集体备课 | 1 次 | 联合集体备课 | 2 周 | 双方→- | *
一次同课异构 | 1 次 | 同课异构 | 月 | 双方→- | *
不少于10次 | 10+ 次 | 校本研修活动 | 学期 | 三实小→沙溪小学
== MASKED
2名教师 | 2 名 | 教师 | 学期 | 乙方→甲方
半日活动1次 | 1 次 | 半日活动 | 月 | 甲方→-
== SPACED
3 名 教师 | 3 名 | 教师 | 学期 | 甲方→乙方
不少于 2 节 课 | 2+ 节 | 课 | 次 | 甲方→乙方
不少于 10 人次 | 10+ 人次 | 教师或学习 | 学期 | 乙方→甲方
赠书 500 册 | 500 册 | 赠书或书 | 年 | 甲方→乙方
== LEAGUE
教师培训1期 | 1 期 | 教师培训 | 学期 | 核心校→* | each
不少于3天 | 3+ 天 | 教师培训或培训 | 期 | 核心校→*
1名中层干部 | 1 名 | 中层干部 | 学期 | 成员校→核心校 | each
联考每学期不少于两次 | 2+ 次 | 高三联考或联考 | 学期 | 核心校→-
一次联盟活动 | 1+ 次 | 联盟活动 | 学期 | -→- | *
== PLEDGE
2名学科骨干 | 2 名 | 学科骨干 | 学期 | 南湖区实验小学→石门坎小学
网络教研2次 | 2 次 | 网络教研 | 月 | 南湖区实验小学→石门坎小学
不少于90分钟 | 90+ 分钟 | 网络教研 | 次 | 南湖区实验小学→石门坎小学
教师不少于20人次 | 20+ 人次 | 教师 | 学年 | 南湖区实验小学→石门坎小学
特色社团3个 | 3 个 | 特色社团 | 学年 | 南湖区实验小学→石门坎小学
== YEARLY
2名 | 2 名 | 教师 | 学期 | 乙方→甲方
10天以上 | 10+ 天 | 跟岗 | 次 | 乙方→甲方
4次 | 4 次 | 送教 | 学期 | 甲方→乙方
2个半日活动 | 2 个 | 半日活动 | 次 | 甲方→乙方
10次 | 10 次 | 联合教研 | 年 | 双方→-
== LETTER
英语教师四至六名 | 4-6 名 | 英语教师 | 年 | 甲方→-
教师预计不少于60名 | 60+ 名 | 教师 | 年 | 甲方→乙方
优秀学生10名 | 10 名 | 优秀学生 | 年 | 乙方→甲方
学生50名 | 50 名 | 学生 | 年 | 甲方→乙方
英文图书不少于1000册 | 1000+ 册 | 英文图书 | - | 甲方→-
""",
    ),
)
LEAVES_ALONE = (
    *facts(
        agreements,
        """
== KINDERGARTENS
期两年
30日
一式两份
== COMPANY_AND_SCHOOLS
连续资助三年
一式叁份
有效期三年
== COMMUNITY
三年内
两校
期限为三年
== BRANCHES
期限两年
== TRADITIONAL
一式兩份
== UNIVERSITY
三年累计
一式四份
各执两份
== FORM
选派　名教师
选派____名教师
贫困生____名
一式__份
== BUREAUS
期限一学年
== MASTERS
时间一年
== TRUSTEESHIP
期限五年
12月31日
一式六份
三方各执
== FOUNDATION
10个工作日
== VOCATIONAL
任教一年
三年内
连续三年
一式贰份
== SCHOLARSHIPS
分三年
一式两份
== ALLOWANCES
一学年
教学设备一批
== CLASSES
一式两份
== LIBRARY
60平方米
二年
== SHORT_NAMES
锻炼一学期
== MASKED
教师　　人
== LEAGUE
两所成员校
== YEARLY
期限三年
一式叁份
== LETTER
两周
""",
    ),
)
NOT_YET = (
    *not_yet(
        agreements,
        """
== COMMUNITY
开放1次 | 1 次 | 开放 | 季度 | 牵头学校→成员学校  # the party after 面向 is kept in the noun
== TRADITIONAL
授課不少於6節 | 6+ 节 | 授課 | 学期 | 甲方→乙方 | *  # a share is kept in the noun
== FORM
不少于1批次 | 1+ 批次 | 教师或学习 | 学年 | 乙方→甲方  # a blank is kept in the noun
== MASTERS
随堂课1节 | 1 节 | 随堂课 | 周 | -→-  # a person is kept in the noun
== CLASSES
不少于2本 | 2+ 本 | 课外读物 | * | 甲方→乙方 | *  # 人均 is taken for the noun
== SHORT_NAMES
不少于30份 | 30+ 份 | 优秀教学课件或优秀教学课件、试卷或试卷 | 学期 | 三实小→沙溪小学  # a share is taken for the noun
== YEARLY
每年各2次 | 2 次 | 互访或园长互访 | 年 | 双方→- | each  # a party is kept in the noun
50件 | 50 件 | 玩教具 | - | 甲方→*  # 件套 is no measure word yet
绘本300本 | 300 本 | 绘本 | - | 甲方→*  # a count is kept in the noun
""",
    ),
)
NOT_YET_LEFT_ALONE = (
    *not_yet(
        agreements,
        """
== FRIENDS
我们两所学校  # two schools that were just named
""",
    ),
)


@pytest.mark.parametrize(("paper", "fact"), [*READS, *NOT_YET])
def test_reads(paper: str, fact: str) -> None:
    found = quota_at(paper, fact.split(" | ", maxsplit=1)[0])
    assert found is not None
    read = quota_fact(document_of(paper), found)
    assert read == expected(fact, read)


@pytest.mark.parametrize(("paper", "quote"), [*LEAVES_ALONE, *NOT_YET_LEFT_ALONE])
def test_leaves_alone(paper: str, quote: str) -> None:
    assert quota_at(paper, quote) is None


# what stands around a sentence in such papers: a heading, a sentence that counts nothing, another party's duty
BEFORE = ("", "一、帮扶内容\n", "为加强协作，双方议定如下。\n", "（一）乙方负责日常管理。\n1.", "本协议期限为三年。")
AFTER = ("", "\n二、其他事项另行商定。", "乙方予以配合。", "\n本协议自签字之日起生效。")
SENTENCES = (
    ("甲方每学期选派6名教师到乙方上课。", "6 名 | 教师 | 学期 | 甲方→乙方 | "),
    ("甲方每月为乙方举办讲座不少于2场。", "2+ 场 | 讲座 | 月 | 甲方→乙方 | "),
    ("乙方每年安排教师3至5人赴甲方跟岗。", "3-5 人 | 教师 | 年 | 乙方→甲方 | "),
    ("双方每两周举行教研会1次。", "1 次 | 教研会 | 2 周 | 双方→- | "),
)


@given(before=st.sampled_from(BEFORE), row=st.sampled_from(SENTENCES), after=st.sampled_from(AFTER))
def test_the_span_quotes_and_the_value_stays_whatever_stands_around(before: str, row: tuple[str, str], after: str) -> None:
    sentence, fact = row
    paper = paper_with("agreement", f"{before}{sentence}{after}")
    document = document_of(paper)
    (quota,) = document.quotas
    assert paper[quota.span.start : quota.span.end] == quota.span.text
    assert quota.span.text in sentence
    assert quota_fact(document, quota) == fact
