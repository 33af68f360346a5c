"""Headings of a paper's own parts, titles of papers, and where a paper goes on."""

from __future__ import annotations

import pytest

from extractors import read_text
from extractors.text.inner_headings import NUMBERED, heads_parties, is_inner_heading

INNER = [
    "第七部分 其它约定",
    "第3部分 时间安排",
    "第六章 工作要点",
    "捌、时间安排",
    "玖、其他约定",
    "六、年度工作安排",
    "（三）经费使用计划",
    "5.年度活动计划",
    "6、物资清单",
    "2.3 送教行动",
    "⑤工作意见",
    "◆年度工作安排",
    "■ 培训计划",
    "——日程安排",
    "【经费安排】",
    "时间安排",
    "年度活动安排：",
    "其他约定",
    "双方约定",
    "主要任务清单",
    "经费使用办法",
]
TITLES = [
    "结对帮扶协议书",
    "云溪市实验小学与石桥镇中心小学手拉手协议",
    "城乡学校结对帮扶工作方案",
    "2024年结对帮扶工作安排",
    "关于签订结对帮扶协议的通知",
    "教师支教三方协议",
    "送教下乡活动方案",
    "云溪市教育局帮扶项目清单",
    "东西部协作备忘录",
    "爱心助学约定书",
    "石桥镇中心小学受援工作计划",
    "结对共建合同",
    "“一对一”结对帮扶责任书",
    "十四五教育帮扶规划",
    "八一学校结对协议",
    "百校牵手行动方案",
]
LAYOUTS = [
    "第一部分 甲方职责\n每学期送教3次\n第二部分 乙方职责\n安排食宿\n第三部分 时间安排：自2024年9月1日起至2027年8月31日\n第四部分 其它约定\n1.协议一式两份，甲方、乙方各一份，均具有同等法律效力。\n2.未尽事宜，双方协商解决。\n3.协议自签字之日起执行。",
    "壹、甲方职责\n每学期送教3次\n贰、乙方职责\n安排食宿\n叁、时间安排\n帮扶期限三年，自2024年9月1日起至2027年8月31日止，期满另行商议。\n肆、其他约定\n本协议一式两份，双方各执一份，自签字之日起生效，未尽事宜另行商定。",
    "甲方职责\n每学期送教3次\n乙方职责\n安排食宿\n时间安排\n帮扶期限三年，自2024年9月1日起至2027年8月31日止，期满另行商议。\n其他约定\n本协议一式两份，双方各执一份，自签字之日起生效，未尽事宜另行商定。",
    "◆甲方职责\n每学期送教3次\n◆乙方职责\n安排食宿\n◆时间安排\n帮扶期限三年，自2024年9月1日起至2027年8月31日止，期满另行商议。\n◆其他约定\n本协议一式两份，双方各执一份，自签字之日起生效，未尽事宜另行商定。",
    "【甲方职责】\n每学期送教3次\n【乙方职责】\n安排食宿\n【时间安排】\n帮扶期限三年，自2024年9月1日起至2027年8月31日止，期满另行商议。\n【特别约定】\n本协议一式两份，双方各执一份，自签字之日起生效，未尽事宜另行商定。",
    "甲方职责\n每学期送教3次\n乙方职责\n安排食宿\n工作计划\n首次会议于2024年9月10日前召开，帮扶期限自2024年9月1日起至2027年8月31日止。\n经费约定\n本协议一式两份，双方各执一份，自签字之日起生效，未尽事宜另行商定。",
    "甲方职责\n每学期送教3次\n项目 | 金额\n图书 | 2万元\n年度帮扶行动计划\n帮扶期限三年，自2024年9月1日起至2027年8月31日止，期满另行商议，乙方安排食宿。\n说明\n本协议一式两份，双方各执一份，自签字之日起生效，未尽事宜另行商定。",
]
_BLOCK = "甲方（盖章）：云溪市实验小学　代表：陆远航　2024年8月26日\n乙方（盖章）：石桥镇中心小学　代表：覃秀梅　2024年8月26日"
_HEAD = "结对帮扶协议书\n\n甲方：云溪市实验小学\n乙方：石桥镇中心小学\n经双方充分协商，现就结对帮扶工作约定如下：\n"


@pytest.mark.parametrize("words", INNER)
def test_heads_a_part(words: str) -> None:
    assert is_inner_heading(words.replace("【", "〔").replace("】", "〕").replace("——", "--"))


@pytest.mark.parametrize("words", TITLES)
def test_is_a_title(words: str) -> None:
    assert not is_inner_heading(words)
    assert not NUMBERED.match(words)


@pytest.mark.parametrize(
    "words", ["协议各方基本情况", "双方基本信息", "甲乙双方基本情况：", "签约单位情况", "结对学校基本情况", "各方概况"]
)
def test_heads_what_is_told_of_the_parties(words: str) -> None:
    assert heads_parties(words)


@pytest.mark.parametrize("words", ["结对帮扶工作情况", "云溪市实验小学基本情况", "2024年帮扶情况", "双方协议", "学校工作情况", "支教情况"])
def test_other_reports_do_not(words: str) -> None:
    assert not heads_parties(words)


@pytest.mark.parametrize("body", LAYOUTS)
def test_the_paper_goes_on_to_its_signatures(body: str) -> None:
    (document,) = read_text(f"{_HEAD}{body}\n\n{_BLOCK}\n", names=False).documents
    told = {one.rule for one in document.findings}
    assert told.isdisjoint({"missing-term", "missing-copies", "missing-signature", "missing-effective", "missing-supplement"})
    assert document.kind == "agreement"


@pytest.mark.parametrize(
    "listed", ["附件1：帮扶物资清单\n附件2：支教人员名单\n附件3：年度活动安排", "附件：1.物资清单\n2.年度计划", "附表1 课程安排"]
)
@pytest.mark.parametrize("first", [True, False])
def test_what_is_annexed_is_no_other_paper(listed: str, *, first: bool) -> None:
    foot = f"（以下无正文）\n\n{listed}\n\n{_BLOCK}" if first else f"（以下无正文）\n\n{_BLOCK}\n\n{listed}"
    (document,) = read_text(f"{_HEAD}{LAYOUTS[1]}\n{foot}\n", names=False).documents
    assert len(document.signing) == 2


@pytest.mark.parametrize(
    "second",
    ["支教人员派遣协议书", "师徒结对协议", "结对共建责任书", "送教下乡合同", "爱心捐赠备忘录"],
)
def test_the_next_agreement_of_a_page_is_another_paper(second: str) -> None:
    text = f"{_HEAD}{LAYOUTS[1]}\n\n{_BLOCK}\n\n{second}\n甲方：枫桥市育才学校\n乙方：白河县第二小学\n双方协商如下：\n一、期限三年。\n"
    assert [one.kind for one in read_text(text, names=False).documents] == ["agreement", "agreement"]


def test_a_subtitle_takes_nothing_from_what_the_title_says() -> None:
    head = "结 对 帮 扶 三 方 协 议\n——枫桥市育才学校与白河县第二小学\n编号：结对〔2024〕7号\n\n协议方 | 单位名称 | 负责人\n甲方 | 枫桥市育才学校 | 陆远航\n"
    text = f"{head}乙方 | 白河县第二小学 | 覃秀梅\n双方就结对工作协商一致，签订此协议。\n一、期限\n三年。\n甲方（盖章）：枫桥市育才学校\n2024年8月26日\n"
    assert [one.kind for one in read_text(text, names=False).documents] == ["agreement"]
