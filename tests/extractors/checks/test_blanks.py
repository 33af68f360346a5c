"""Counts and sums that were left open, and what only looks like one."""

from __future__ import annotations

import pytest

from extractors import read_text
from extractors.checks.examples import example

COUNTS_LEFT_OPEN = [
    "甲方每学期选派____名教师到乙方支教。",
    "甲方每学期选派　　名骨干教师到乙方任教。",
    "甲方每学期选派 名教师到乙方支教。",
    "甲方每学期选派\t名教师到乙方支教。",
    "甲方每年接收乙方（　　）名教师跟岗学习。",
    "双方每年互访【  】次。",
    "甲方每学期送课××节。",
    "甲方每学期送课 XX 节。",
    "甲方选派□□名教师支教。",
    "甲方选派○名教师支教。",
    "甲方选派*名教师到乙方。",
    "甲方选派N名教师到乙方。",
    "甲方选派…名教师到乙方。",
    "甲方选派——名教师支教。",
    "甲方选派（数量）名教师支教。",
    "甲方结对帮扶乙方困难学生＿＿人。",
    "甲方每学期开展讲座    次。",
    "甲方每年组织教研活动 次以上。",
    "甲方每年捐赠图书      册、电脑     台。",
    "乙方教师每学期听课不少于　　节。",
    "跟岗学习时间不少于____个月。",
    "每批选派教师__人，跟岗时间不少于__周。",
    "每学期送教次数不少于______。",
    "甲方每周安排网络课  课时。",
    "甲方选派____至____名教师。",
    "每次培训不少于____小时。",
    "选派人数：____人。",
    "甲方每学期派  名教师送教。",
    "甲方每学期选派____名校长到乙方指导。",
    "甲方每学期上示范课  节，听课  节。",
    "甲方每年印发简报　期。",
    "甲方发动师生与乙方留守儿童结成“手拉手”对子   对。",
    "甲方为乙方充实图书室，提供绘本    册。",
    "甲方协助乙方建设同步课堂教室   间；",
    "甲方邀请乙方师生代表   人参加研学，每年一次。",
    "甲方每月安排   次网络直播课堂，供乙方师生收看。",
    "甲方开展衔接活动，带领大班幼儿参观小学　　次。",
    "甲方为乙方教师开通账号　个。",
    "甲方每学期听课   节并反馈意见。",
    "甲方确定　　名教师与乙方教师结对。",
    "甲方接待乙方学生约　　人次来校体验。",
    "甲方指导乙方编写校本读本　　册、案例集　　本。",
    "| 甲方 | 评选优秀支教教师，每年   名 |",
    "甲方帮助乙方成立社团　　个以上。",
    "甲方组织家长学校授课　　课时。",
]
NO_COUNTS_LEFT_OPEN = [
    "甲方每学期选派__3__名教师到乙方支教。",
    "甲方每年送教_四_次。",
    "甲方每学期选派若干名教师。",
    "甲方每学期选派 5—6 名教师。",
    "甲方组织教师参观 名校，拜访 名师。",
    "甲方选派 名师到乙方送课。",
    "甲方依托张××名师工作室开展帮扶。",
    "甲方于每年 月 日前提交总结。",
    "双方于第____次会议上商定。",
    "见附件____页第____条。",
    "帮扶期限为____年。",
    "提前____日书面通知对方。",
    "接到通知后____小时内答复。",
    "甲方为乙方学生开展 个别辅导。",
    "甲方支持乙方 项目建设。",
    "甲方选派教师 所在学校应予支持。",
    "甲方开放 场馆和 节假日活动。",
    "甲方选派教师时间以 次日公布为准。",
    "甲方派出专家 名单另附。",
    "甲方占地____亩，在校学生____人，教职工____人。",
    "协议编号：____号，电话：____。",
    "甲方负责人____（盖章）",
    "学校____处（公章）",
    "甲方联系 人：陆远航",
    "甲方派 人 员 到 乙 方 支 教 。",
    "甲方设备到 位，课 堂，课 件，会 场。",
    "项目 培训 人次",
    "甲方按单价×人数核算。",
    "甲方组织××节活动。",
    "××名校集团每学期送教2次。",
    "甲方参加xx项目建设。",
    "甲方选派王××、李×× 2名教师。",
    "* 名师送教",
    "○ 个别辅导",
    "甲方开 展 帮 扶 项 目",
    "甲　　方　　签　　名",
    "单位　　人数　　场次",
    "甲方送教4次　　节假日除外。",
    "甲方公布名单，次　　日报送。",
    "甲方参观　　名校，学习　　项目管理。",
    "甲方每学期组织　　个别谈话。",
    "甲方代表：　　　　名单见后",
    "第一条　　本协议由甲方执行。",
    "共　　页　　第　　页",
    "甲方提交总结　　（份数不限）。",
]
SUMS_LEFT_OPEN = [
    "甲方每年资助乙方____元。",
    "甲方每年资助乙方　　元。",
    "甲方每年资助乙方 元。",
    "甲方每年资助乙方××万元。",
    "甲方每年资助乙方（　　）万元。",
    "甲方每年提供帮扶经费【  】元。",
    "甲方资助乙方（金额）元。",
    "甲方向乙方捐赠人民币（大写）________元整。",
    "甲方捐款人民币（大写）：        （￥：        元）",
    "甲方向乙方捐赠￥______。",
    "甲方捐赠人民币    拾    万    仟    元整。",
    "甲方支付经费人民币____万____仟元整。",
    "资助金额为______。",
    "甲方捐赠图书价值____元。",
    "生活补贴每人每月  元。",
    "甲方资助每名学生…元。",
    "支教教师交通补助由甲方按每人每月    元发放。",
    "甲方每生每年　　　元予以资助。",
    "甲方承担培训费　　万元整。",
    "甲方捐资    元购买图书。",
]
NO_SUMS_LEFT_OPEN = [
    "甲方每年资助乙方__5__万元。",
    "甲方每年资助乙方 5 万元。",
    "甲方资助人民币 五万 元。",
    "甲方捐赠现金贰 万 元整。",
    "甲方资助 10 000 元。",
    "甲方捐赠人民币伍万元整（￥50000.00元）。",
    "单位： 元",
    "金额（元）：5000",
    "大单 元教学设计研讨，多 元评价。",
    "甲方赏析宋词 元曲。",
    "甲方开展 元旦、 元宵活动。",
    "* 元旦慰问",
    "家庭年收入____元。",
    "甲方注册资金____万元。",
    "考核标准为____。",
    "校长____（签名）",
    "三 元区实验小学捐赠图书。",
    "甲方组织庆祝　　元旦活动。",
    "甲方开展　　元宵灯会。",
    "甲方开展大单　　元教学。",
]


def _found(slug: str, text: str) -> list[str]:
    return [one.message for document in read_text(text, names=False).documents for one in document.findings if one.rule == slug]


def _paper(line: str) -> str:
    return example(supporter=f"1.{line}\n2.甲方每学期为乙方举办专题讲座2场。").text


@pytest.mark.parametrize("line", COUNTS_LEFT_OPEN)
def test_finds_counts_left_open(line: str) -> None:
    assert _found("blank-quota", _paper(line))


@pytest.mark.parametrize("line", NO_COUNTS_LEFT_OPEN)
def test_leaves_other_blanks_alone(line: str) -> None:
    assert _found("blank-quota", _paper(line)) == []


@pytest.mark.parametrize("line", SUMS_LEFT_OPEN)
def test_finds_sums_left_open(line: str) -> None:
    assert _found("blank-amount", _paper(line))


@pytest.mark.parametrize("line", NO_SUMS_LEFT_OPEN)
def test_leaves_other_money_alone(line: str) -> None:
    assert _found("blank-amount", _paper(line)) == []


def test_a_form_that_is_annexed_waits_for_those_who_fill_it_in() -> None:
    text = example(annexes="附件1：支教教师报名表\n拟选派____名教师\n每月补助____元").text
    assert _found("blank-quota", text) == []
    assert _found("blank-amount", text) == []


def test_says_each_blank_without_its_number() -> None:
    text = example(supporter="1.甲方每学期选派____名教师。\n2.甲方每年送课　　节，资助____元。").text
    assert _found("blank-quota", text) == ["数量没有填：“甲方每学期选派____名”；数量没有填：“甲方每年送课____节”"]
    assert _found("blank-amount", text) == ["金额没有填：“资助____元”"]


@pytest.mark.parametrize("kind", ["实施方案", "工作总结"])
def test_holds_for_every_kind_of_paper(kind: str) -> None:
    text = f"石桥县城乡学校结对帮扶{kind}\n\n一、主要工作\n全县每学期选派学科教师____名到乡村学校任教，安排经费____万元。\n二、要求\n各校要认真落实。\n"
    assert _found("blank-quota", text)
    assert _found("blank-amount", text)
