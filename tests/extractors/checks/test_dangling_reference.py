"""References to clauses and annexes that are not there, and to those that are, or that are another paper's."""

from __future__ import annotations

import pytest

from extractors import read_text

_HEAD = "结对帮扶协议书\n甲方：云溪市实验小学\n乙方：石桥镇中心小学\n经双方协商，达成如下协议：\n"
_END = "\n甲方（盖章）：云溪市实验小学\n乙方（盖章）：石桥镇中心小学\n2024年8月26日\n"
_ARTICLES = (
    "第一条 目的\n"
    "共同提高。\n"
    "第二条 期限\n"
    "三年。\n"
    "第三条 甲方责任\n"
    "（一）派人。\n"
    "（二）送课。\n"
    "（三）捐书。\n"
    "第四条 经费\n"
    "{}\n"
    "第五条 其他\n"
    "保密。\n"
)
_SECTIONS = (
    "一、目的\n"
    "共同提高。\n"
    "二、期限\n"
    "三年。\n"
    "三、甲方责任\n"
    "1.派人。\n"
    "2.送课。\n"
    "3.捐书。\n"
    "4.评课。\n"
    "5.讲座。\n"
    "6.总结。\n"
    "四、经费\n"
    "{}\n"
    "五、其他\n"
    "保密。\n"
)
_PLAN = "云溪市城乡学校结对帮扶工作实施方案\n为促进城乡教育均衡发展，制定本方案。\n" + _SECTIONS + "\n云溪市教育局\n2024年8月26日\n"
_DOTTED = "1 协作内容\n1.1 共建专业。\n1.2 互派师资。\n2 经费\n2.1 甲方承担。\n2.2 {}\n3 其他\n3.1 保密。\n"
PAPERS = {"dotted": _HEAD + _DOTTED + _END, "articles": _HEAD + _ARTICLES + _END, "sections": _HEAD + _SECTIONS + _END, "plan": _PLAN}


def _found(text: str) -> list[str]:
    record = read_text(text, names=False)
    assert record.outcome.status == "read", record.outcome.message
    return [finding.subject for document in record.documents for finding in document.findings if finding.rule == "dangling-reference"]


FINDS: list[tuple[str, str, str, str]] = [
    # the paper, the clause on money, what stands below the signatures, what is not there
    ("articles", "乙方未完成第八条所列任务的，扣减经费。", "", "第八条"),
    ("articles", "按照本协议第六条约定拨付。", "", "第六条"),
    ("articles", "未按第七条规定执行的，应当返还。", "", "第七条"),
    ("articles", "按本协议第三条第（五）项执行。", "", "第三条第（五）项"),
    ("articles", "除第九条另有约定外，经费由甲方承担。", "", "第九条"),
    ("articles", "具体见第十二条。", "", "第十二条"),
    ("articles", "违反第三条、第八条的，应当赔偿。", "", "第八条"),
    ("articles", "违反第三、八条约定的，应当赔偿。", "", "第八条"),
    ("articles", "参照本协议第十条第二款办理。", "", "第十条第二款"),
    ("articles", "依据协议第十五条，乙方应返还。", "", "第十五条"),
    ("articles", "甲方根据本协议第 9 条拨付。", "", "第9条"),
    ("articles", "第八条所列款项由甲方支付。", "", "第八条"),
    ("articles", "甲方应当按期拨付（见第八条）。", "", "第八条"),
    ("articles", "明细见附件3。", "附件：1.名单\n2.预算表\n", "附件3"),
    ("articles", "明细见附件二。", "附件一：名单\n", "附件二"),
    ("articles", "明细见附件1。", "", "附件1"),
    ("articles", "明细见附表2。", "附表1：名单\n张三\n", "附表2"),
    ("articles", "明细见附件（2）。", "附件：（1）名单\n", "附件（2）"),
    ("articles", "明细见附件1、附件2。", "附件1：名单\n", "附件2"),
    ("articles", "明细见附件1、2、3。", "附件：\n1.名单\n2.预算表\n", "附件3"),
    ("articles", "明细见附件1至附件3。", "附件：\n1.名单\n2.预算表\n", "附件3"),
    ("articles", "明细见附件2《经费预算明细表》。", "附件：结对名单\n", "附件2"),
    ("articles", "名单见附件。", "", "附件"),
    ("articles", "详见附件《名单》。", "", "附件"),
    ("articles", "附件1为本协议的组成部分。", "", "附件1"),
    ("articles", "甲方按照附件4所列标准发放补贴。", "附件：1. 名单\n      2. 预算表\n      3. 标准\n", "附件4"),
    ("articles", "本协议第二十条所称经费，专款专用。", "", "第二十条"),
    ("articles", "依照第三条第四项的约定送课。", "", "第三条第四项"),
    ("articles", "经费标准见附录2。", "附录1 名单\n", "附录2"),
    ("sections", "按照本协议第八条约定拨付。", "", "第八条"),
    ("sections", "未按第六条约定拨付的，应当返还。", "", "第六条"),
    ("sections", "违反第七条规定的，应当赔偿。", "", "第七条"),
    ("plan", "任务见本方案第六部分。", "", "第六部分"),
    ("plan", "任务详见第七部分。", "", "第七部分"),
    ("plan", "请填写《申报表》（附件2），报教育局。", "附件：1.名单\n", "附件2"),
    ("plan", "请填写《申报表》（见附件2），报教育局。", "附件1\n\n结对名单\n张三\n李四\n", "附件2"),
    ("articles", "违反第二条第六款的，应当返还。", "", "第二条第六款"),
    ("articles", "依据《结对帮扶协议书》第九条返还。", "", "第九条"),
    ("articles", "甲方依据第四条、乙方依据第九条分别承担责任。", "", "第九条"),
    ("articles", "经费按照本协议约定的第八条执行。", "", "第八条"),
    ("articles", "依照本协议（以下简称协议）第八条执行。", "", "第八条"),
    ("articles", "甲方未履行第三条、第四条、第九条义务的，应当返还。", "", "第九条"),
    ("articles", "甲方有权依第九条之约定解除。", "", "第九条"),
    ("articles", "详见本协议附件三。", "附件：\n一、名单\n二、预算表\n", "附件三"),
    ("articles", "经费明细（附件2）由甲方提供。", "附：1.名单\n", "附件2"),
    ("articles", "见附件4。", "附件：1.名单；2.预算表；3.安排表。\n", "附件4"),
    ("articles", "见附件一、附件三。", "附件一\n名单\n张三\n附件二\n预算表\n", "附件三"),
    ("articles", "详见附件5：设备清单。", "附件1：名单\n", "附件5"),
    ("articles", "名单见附件 2 。", "附件 1：名单\n", "附件2"),
    ("articles", "名单见“附件2”。", "附件1：名单\n", "附件2"),
    ("articles", "名单详见附件二：送教教师名单。", "附件一：经费表\n", "附件二"),
    ("articles", "名单见附件２。", "附件１：名单\n", "附件２"),
    ("articles", "名单见附表。", "", "附表"),
    ("articles", "第三十条约定的事项由主管部门督促。", "", "第三十条"),
    ("articles", "按照第四十二条的约定开展工作，不得擅自变更。", "", "第四十二条"),
    ("articles", "因特殊情况不能开展活动的，按第二十九条处理。", "", "第二十九条"),
    ("sections", "第三十五条规定的事项完成情况列入年度总结。", "", "第三十五条"),
    ("dotted", "第二十八条所列任务由双方完成。", "", "第二十八条"),
    ("dotted", "按第1.5条约定执行。", "", "第1.5条"),
    ("dotted", "违反3.2约定的，应当返还。", "", "3.2"),
    ("dotted", "按本协议第6条执行。", "", "第6条"),
]
STAYS_SILENT: list[tuple[str, str, str]] = [
    ("articles", "乙方未完成第三条所列任务的，扣减经费。", ""),
    ("articles", "按照本协议第三条第（三）项执行。", ""),
    ("articles", "依照《中华人民共和国民法典》第五百零九条执行。", ""),
    ("articles", "依照《教师法》第八条、第九条和第十条执行。", ""),
    ("articles", "按民法典第八条执行。", ""),
    ("articles", "原协议第八条继续有效。", ""),
    ("articles", "双方2021年签订的协议第七条不再执行。", ""),
    ("articles", "按《合作协议》第八条执行。", ""),
    ("articles", "按云教发〔2024〕3号第九条执行。", ""),
    ("articles", "按《办法》（云教发〔2024〕3号）第九条、第十条的规定执行。", ""),
    ("articles", "第三条第二款的经费由甲方承担。", ""),
    ("articles", "前款经费由甲方承担；上述第2项由乙方承担。", ""),
    ("articles", "按市教育局帮扶办法第九条执行。", ""),
    ("articles", "按义务教育法第三十二条的规定执行。", ""),
    ("articles", "建设第八条生产线。", ""),
    ("articles", "补充协议第八条优先。", ""),
    ("articles", "见附件1。", "附件1：名单\n张三\n"),
    ("articles", "见附件1、附件2。", "附件：1.名单 2.预算表\n"),
    ("articles", "见附件一。", "附件：1.名单\n"),
    ("articles", "见附件。", "附：名单\n"),
    ("articles", "见附件1。", "附件：名单\n"),
    ("articles", "按《通知》（云教〔2024〕2号）附件2执行。", ""),
    ("articles", "名单附后。", ""),
    ("articles", "另附说明。", ""),
    ("articles", "见附件2。", "附件1\n名单\n张三\n\n附件2\n预算表\n"),
    ("articles", "见附件2。", "附件：\n    1. 名单\n    2. 预算表\n"),
    ("articles", "本协议附件包括：附件1名单、附件2预算表。补贴按附件2发放。", ""),
    ("articles", "本协议附件：（一）名单；（二）预算表。补贴按附件二发放。", ""),
    ("articles", "见附件2。", "附件：《结对名单》\n      《预算表》\n"),
    ("articles", "见附件3。", "附件1-3：名单、预算表、安排表\n"),
    ("articles", "见附表1。", "附表1 结对名单\n张三\n"),
    ("articles", "见附件1。", "【附件1】结对名单\n"),
    ("articles", "见附件1。", "附件 1：\n结对名单\n"),
    ("articles", "见附件1。", "附件一、结对名单\n"),
    ("articles", "附件由甲方保管。合同附件与正文同等有效。", ""),
    ("articles", "附件（名单）由甲方保管。", "附件：名单\n"),
    ("articles", "违反法律、法规规定或者第三条约定的，应当赔偿。", ""),
    ("articles", "违约方依据第三条至第五条承担责任。", ""),
    ("articles", "按照省教育厅有关规定第八条执行。", ""),
    ("articles", "按第三条之一执行。", ""),
    ("articles", "根据双方于2022年签订的《结对协议》（编号：云教2022-3）第九条，经费由甲方承担。", ""),
    ("articles", "《民法典》有规定的，从其规定；其第五百七十七条为：略。", ""),
    ("articles", "依照《教师法》第八条之规定及第九条第二款执行。", ""),
    ("sections", "按第三条约定执行。", ""),
    ("articles", "派出人员受《教师法》保护，违反第三十七条规定的，依法处理。", ""),
    ("articles", "学生管理执行市教育局的规定，按第二十八条处理。", ""),
    ("plan", "违反第三十七条规定的，依法处理。", ""),
    ("sections", "按本协议第五条执行。", ""),
    ("sections", "按本协议第三条第2项执行。", ""),
    ("sections", "第一条街道、第八条公路沿线学校参加。", ""),
    ("plan", "按《实施方案》第九条执行。", ""),
    ("plan", "见附件1。", "附件：1.名单.docx\n"),
    ("plan", "任务见第三部分。", ""),
    ("plan", "见附件3。", "附件：1．名单；2．预算表；3．安排表\n"),
    ("plan", "见附件2。", "附件1：名单    附件2：预算表\n"),
    ("plan", "《推荐表》（附件1）于9月1日前报送。", "\n附件：\n推荐表\n"),
    ("plan", "《推荐表》（附件2）于9月1日前报送。", "\n附件：\n名单\n推荐表\n"),
    ("articles", "违反第三条第二款的，应当返还。", ""),
    ("articles", "依据《结对帮扶合作协议书》第九条返还。", ""),
    ("articles", "双方签订的补充内容以附件形式附后。", ""),
    ("articles", "按照上级文件第八条执行。", ""),
    ("articles", "按照教育局的规定第八条执行。", ""),
    ("articles", "按照前述第三条和第四条执行。", ""),
    ("articles", "根据乙方章程第八条执行。", ""),
    ("articles", "依照《协议》第八条执行。", ""),
    ("articles", "详见本协议附件二。", "附件：\n一、名单\n二、预算表\n"),
    ("articles", "经费明细（附件2）由甲方提供。", "附件1：名单\n附件2：经费明细\n"),
    ("articles", "见附件1.", "附 件：1.名单\n"),
    ("articles", "见附件1。", "附 件 1\n名单\n"),
    ("articles", "见附件2。", "附：\n1、名单\n2、预算表\n"),
    ("articles", "见附件2。", "附件: (1)名单 (2)预算表\n"),
    ("articles", "见附件2。", "附件1:名单,附件2:预算表\n"),
    ("articles", "见附件1、2。", "附件（共2份）：\n1.名单\n2.预算表\n"),
    ("articles", "本协议附件一《名单》和附件二《预算》为本协议组成部分。", "附件一：《名单》\n附件二：《预算》\n"),
    ("articles", "本协议附件：1.名单；2.预算。具体标准按附件2执行。", ""),
    ("articles", "附件为本协议组成部分，包括附件1《名单》和附件2《标准》。补助按附件2发放。", ""),
    ("articles", "请见附件2。", "\n\n（附件2）\n预算表\n"),
    ("articles", "请见附件2。", "- 附件1 名单\n- 附件2 预算表\n"),
    ("dotted", "见第1.2条。", ""),
    ("dotted", "按1.2执行，共2.5万元。", ""),
    ("dotted", "按照1.5万元的标准执行。", ""),
    ("dotted", "依据《合作协议》第5.3条执行。", ""),
    ("dotted", "按本协议第3条执行。", ""),
]
WHOLE_PAPERS_SILENT = [
    "附件3\n\n结对帮扶协议书\n甲方：云溪市实验小学\n乙方：石桥镇中心小学\n一、期限\n三年。\n二、责任\n标准见附件1。\n三、其他\n保密。\n"
    + _END,
    _HEAD + "帮扶期限三年，经费按本协议第九条执行。\n" + _END,
    _HEAD + "第一条 目的。共同提高。第二条 期限。三年。第三条 经费。按第二条执行。\n" + _END,
    "两校签订结对协议\n本报讯 9月1日，云溪市实验小学与石桥镇中心小学签订协议。协议第八条规定，甲方每年派3名教师。校长表示，将按第九条执行。\n",
]


@pytest.mark.parametrize(("paper", "clause", "below", "reference"), FINDS)
def test_finds(paper: str, clause: str, below: str, reference: str) -> None:
    assert _found(PAPERS[paper].format(clause) + below) == [reference]


@pytest.mark.parametrize(("paper", "clause", "below"), STAYS_SILENT)
def test_stays_silent(paper: str, clause: str, below: str) -> None:
    assert _found(PAPERS[paper].format(clause) + below) == []


@pytest.mark.parametrize("text", WHOLE_PAPERS_SILENT)
def test_stays_silent_over_a_whole_paper(text: str) -> None:
    assert _found(text) == []


def test_each_reference_of_a_sentence_is_told() -> None:
    assert _found(PAPERS["articles"].format("名单见附件1，标准见附件2，经费按第九条、第十条拨付。")) == [
        "附件1",
        "附件2",
        "第九条",
        "第十条",
    ]


def test_a_reference_keeps_its_own_characters() -> None:
    text = "結對幫扶協議書\n甲方：雲溪市實驗小學\n乙方：石橋鎮中心小學\n第一條 目的\n提高。\n第二條 經費\n按本協議第九條撥付。\n"
    assert _found(text) == ["第九條"]


def test_news_may_speak_of_another_papers_annex() -> None:
    assert _found("两校签订结对协议\n本报讯 9月1日，云溪市实验小学与石桥镇中心小学签订协议，名单见附件。\n") == []
