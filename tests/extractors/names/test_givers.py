"""Who gives a sum and who receives it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import read_text
from tests.extractors.facts.row import document_of, paper_with

# the kind of paper, its sentence, and payer→payee (- nobody named, * left open, 或 between forms of one name)
READS = [
    ("summary", "河口中学收到永昌集团捐款20万元。", "永昌集团→河口中学"),
    ("summary", "河口中学获得永昌集团资助20万元，用于改造操场。", "永昌集团→河口中学"),
    ("summary", "县红十字会牵线永昌集团为河口中学捐资4万元。", "永昌集团→河口中学"),
    ("agreement", "甲方每年向乙方捐赠6万元，由乙方发放给困难学生。", "甲方→*"),
    ("agreement", "支教教师生活补助每人每月800元，由甲方发放。", "甲方→支教教师"),
    ("summary", "三项合计200万元。", "-→-"),
    ("news", "与会的永昌集团向河口中学捐赠2万元。", "永昌集团→河口中学"),
    ("plan", "学校公用经费列支0.4万元。", "-→-"),
    ("agreement", "甲方每年向乙方拨付经费6万元。", "甲方→乙方"),
    ("agreement", "甲方每年为乙方提供经费6万元。", "甲方→乙方"),
    ("agreement", "由甲方每年向乙方提供经费6万元。", "甲方→乙方"),
    ("agreement", "甲方资助乙方经费6万元。", "甲方→乙方"),
    ("agreement", "乙方每年得到甲方资助6万元。", "*→*"),
    ("agreement", "所需经费6万元由甲方承担。", "甲方→-"),
    ("agreement", "所需经费6万元由双方共同承担。", "双方→-"),
    ("agreement", "所需经费6万元由甲乙双方各承担一半。", "双方→-"),
    ("agreement", "经费6万元由云台区财政统筹安排。", "云台区财政→-"),
    ("agreement", "经费6万元从甲方公用经费中列支。", "甲方→-"),
    ("agreement", "甲方从办公经费中列支6万元。", "甲方→-"),
    ("agreement", "甲方给每名支教教师补助6000元。", "甲方→支教教师"),
    ("agreement", "甲方对支教教师每人每月补助600元。", "甲方→支教教师"),
    ("agreement", "支教教师每人每月补助600元，由甲方发放。", "甲方→支教教师"),
    ("agreement", "支教教师每人每月补助600元，由乙方支付。", "乙方→支教教师"),
    ("agreement", "甲方出资6万元。", "甲方→-"),
    ("agreement", "甲方支付乙方劳务费6万元。", "甲方→乙方"),
    ("agreement", "甲方工会出资6万元慰问乙方教职工。", "甲方工会→乙方教职工"),
    ("agreement", "甲方每所学校补助2万元。", "甲方→学校"),
    ("agreement", "甲方出资6万元，用于乙方操场改造。", "甲方→-"),
    ("agreement", "甲方出资6万元，为乙方改造操场。", "甲方→乙方"),
    ("agreement", "甲方出资6万元，资助乙方困难学生。", "甲方→乙方困难学生"),
    ("agreement", "甲方捐赠乙方图书款6万元。", "甲方→乙方"),
    ("agreement", "甲方捐给乙方助学金6万元。", "甲方→乙方"),
    ("agreement", "甲方奖励乙方优秀教师每人2000元。", "甲方→乙方优秀教师"),
    ("agreement", "乙方自筹6万元。", "乙方→-"),
    ("agreement", "甲方应于签约后付给乙方6万元。", "甲方→乙方"),
    ("agreement", "乙方应向甲方支付培训费6万元。", "乙方→甲方"),
    ("agreement", "资助困难学生每人500元。", "-→困难学生"),
    ("agreement", "困难学生每人资助500元。", "-→困难学生"),
    ("agreement", "甲方校友会每年捐款6万元。", "甲方校友会→-"),
    ("plan", "县财政安排经费60万元。", "县财政→-"),
    ("plan", "市、县财政各安排经费60万元。", "*→-"),
    ("plan", "县教育局安排专项经费60万元，用于奖励先进学校。", "县教育局→*"),
    ("plan", "对考核优秀的学校奖励2万元。", "-→考核优秀的学校或学校"),
    ("plan", "县教育局对考核优秀的学校奖励2万元。", "县教育局→考核优秀的学校或学校"),
    ("plan", "城东中学向河口中学捐赠2万元。", "城东中学→河口中学"),
    ("plan", "经费2万元由城东中学承担。", "城东中学→-"),
    ("plan", "从城东中学公用经费中安排2万元。", "城东中学→-"),
    ("plan", "每所受援学校补助2万元。", "-→受援学校"),
    ("plan", "支教教师生活补贴每人每月300元。", "-→支教教师"),
    ("summary", "永昌集团捐资20万元。", "永昌集团→-"),
    ("summary", "永昌集团向河口中学捐资20万元。", "永昌集团→河口中学"),
    ("summary", "永昌集团捐赠助学金20万元，惠及学生300名。", "永昌集团→学生"),
    ("summary", "爱心企业捐款20万元。", "爱心企业→-"),
    ("summary", "社会各界捐款20万元。", "社会各界→-"),
    ("summary", "我校师生捐款8000元。", "*→-"),
    ("summary", "城东中学师生捐款8000元，资助河口中学学生。", "城东中学师生→河口中学学生"),
    ("summary", "城东中学家委会为河口中学捐款8000元。", "城东中学家委会→河口中学"),
    ("summary", "争取上级资金30万元。", "*→-"),
    ("summary", "广安市财政援助巴塘县资金800万元。", "广安市财政→巴塘县"),
    ("summary", "广安市安排帮扶资金800万元。", "广安市→-"),
    ("news", "仪式上，永昌集团向河口中学捐赠了20万元。", "永昌集团→河口中学"),
    ("news", "受永昌集团委托，团县委将20万元助学金送到河口中学。", "*→河口中学"),
    ("news", "永昌集团董事长代表公司向河口中学捐赠20万元。", "永昌集团→河口中学"),
    ("news", "永昌集团现场为30名学生发放助学金，每人1000元。", "永昌集团→30名学生"),
]

# nobody is named: a use, a kind of money, the document's own school
LEAVES_ALONE = [
    ("agreement", "学校出资6万元。", "-→-"),
    ("summary", "永昌集团捐资20万元，惠及学生300名。", "永昌集团→-"),
    ("agreement", "每年安排经费6万元。", "-→-"),
    ("summary", "学校投入帮扶资金3万元。", "-→-"),
    ("summary", "累计投入帮扶资金30万元。", "-→-"),
    ("agreement", "捐赠6万元。", "-→-"),
    ("agreement", "每年安排经费6万元。", "-→-"),
    ("agreement", "帮扶经费6万元。", "-→-"),
    ("agreement", "经费总额为6万元。", "-→-"),
    ("agreement", "项目预算6万元。", "-→-"),
    ("agreement", "经费6万元用于教师培训。", "-→-"),
    ("agreement", "经费6万元，专款专用。", "-→-"),
    ("agreement", "资金6万元于六月底前到位。", "-→-"),
    ("agreement", "学校承担6万元。", "-→-"),
    ("agreement", "学校出资6万元。", "-→-"),
    ("summary", "永昌集团捐资20万元，惠及学生300名。", "永昌集团→-"),
    ("agreement", "由学校出资6万元。", "-→-"),
    ("agreement", "各自承担费用6万元。", "-→-"),
    ("agreement", "所需费用约6万元。", "-→-"),
    ("agreement", "培训费6万元。", "-→-"),
    ("agreement", "总投资6万元。", "-→-"),
    ("agreement", "安排差旅费6万元。", "-→-"),
    ("agreement", "购买设备6万元。", "-→-"),
    ("agreement", "用于图书购置的经费为6万元。", "-→-"),
    ("plan", "安排专项资金60万元。", "-→-"),
    ("plan", "投入60万元改善办学条件。", "-→-"),
    ("plan", "预算经费60万元。", "-→-"),
    ("plan", "经费需60万元。", "-→-"),
    ("plan", "筹措资金60万元。", "-→-"),
    ("plan", "学校安排经费2万元。", "-→-"),
    ("plan", "我校安排经费2万元。", "-→-"),
    ("plan", "全年经费2万元，用于教师交通。", "-→-"),
    ("plan", "活动经费2万元。", "-→-"),
    ("plan", "差旅费2万元。", "-→-"),
    ("plan", "印刷费2000元。", "-→-"),
    ("plan", "设备款2万元。", "-→-"),
    ("summary", "投入资金30万元。", "-→-"),
    ("summary", "累计投入30万元。", "-→-"),
    ("summary", "争取项目资金30万元。", "-→-"),
    ("summary", "我校投入3万元。", "-→-"),
    ("summary", "学校投入3万元。", "-→-"),
    ("summary", "我们筹集资金3万元。", "-→-"),
    ("summary", "共计支出3万元。", "-→-"),
    ("summary", "全年支出3万元，用于教研活动。", "-→-"),
    ("summary", "折合人民币3万元。", "-→-"),
    ("summary", "本校捐款3万元。", "-→-"),
    ("news", "现场捐款3万元。", "-→-"),
    ("news", "活动募集善款3万元。", "-→-"),
    ("news", "项目总投资300万元。", "-→-"),
    ("news", "捐赠物资价值3万元。", "-→-"),
    ("news", "善款3万元将用于修缮校舍。", "-→-"),
    ("agreement", "年度经费6万元分两次到位。", "-→-"),
    ("agreement", "讲课费6000元据实列支。", "-→-"),
    ("summary", "维修费3万元已结清。", "-→-"),
    ("news", "工程造价300万元。", "-→-"),
]

NOT_YET = [
    pytest.param(
        "agreement",
        "乙方优秀教师每人奖励2000元，由甲方出资。",
        "甲方→乙方优秀教师",
        marks=pytest.mark.xfail(strict=True, reason="the topic is taken for the giver"),
    ),
]


def _given(kind: str, sentence: str) -> tuple[str, str]:
    (funding,) = document_of(paper_with(kind, sentence)).funding
    return funding.payer or "-", funding.payee or "-"


@pytest.mark.parametrize(("kind", "sentence", "expected"), [*READS, *LEAVES_ALONE, *NOT_YET])
def test_reads(kind: str, sentence: str, expected: str) -> None:
    for names, found in zip(expected.split("→"), _given(kind, sentence), strict=True):
        assert names == "*" or found in names.split("或")


@given(
    before=st.sampled_from(["", "双方加强经费管理。", "（一）经费保障\n", "乙方提供场地。", "本协议期限为三年。"]),
    after=st.sampled_from(["", "乙方予以配合。", "\n（二）考核评估", "具体办法另附。"]),
)
def test_the_sentences_around_neither_give_nor_receive(before: str, after: str) -> None:
    assert _given("agreement", f"{before}甲方每年向乙方捐赠4万元。{after}") == ("甲方", "乙方")


def _shares(sentence: str) -> list[tuple[str, str | None, str | None]]:
    text = f"平湖市协作帮扶工作汇报\n现将有关情况汇报如下：\n{sentence}\n特此汇报。"
    (document,) = read_text(text, names=False).documents
    return [(str(sum_.amount.min), sum_.payer, sum_.payee) for sum_ in document.funding]


def test_the_names_that_a_sum_is_shared_out_to_receive() -> None:
    assert _shares("平湖市教育局拨付资金40万元，其中滨河中学25万元、石门小学15万元。")[1:] == [
        ("250000", "平湖市教育局", "滨河中学"),
        ("150000", "平湖市教育局", "石门小学"),
    ]


def test_the_names_that_a_sum_is_collected_from_give() -> None:
    assert [payer for _, payer, _ in _shares("收到爱心款7万元，其中平湖市慈善会5万元、平湖市红十字会2万元。")][1:] == [
        "平湖市慈善会",
        "平湖市红十字会",
    ]
