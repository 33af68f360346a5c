"""Parties of whole papers: whom an agreement binds, and elsewhere the organisations that give or receive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.agreement import Party
from tests.extractors.facts import agreements, plans, reports
from tests.extractors.facts.row import document_of, paper_with

# a paper and its parties: role (in agreements), name, side (* where it is open), blank
READS = [
    (agreements.KINDERGARTENS, "甲方 榆林巷幼儿园 supporter；乙方 清河镇黄土坡幼儿园 recipient"),
    (agreements.COMMUNITY, "牵头学校 春水市实验中学 supporter；成员学校 春水市桐坪镇中学 recipient"),
    (agreements.BRANCHES, "甲方 中共启明区水务局机关支部委员会 supporter；乙方 中共石湾村小学支部委员会 recipient"),
    (agreements.TRADITIONAL, "甲方 青雲第一小學 supporter；乙方 石泉山區小學 recipient"),
    (agreements.UNIVERSITY, "甲方 云州师范大学 supporter；乙方 平坝县高级中学 recipient"),
    (agreements.FORM, "甲方 ________ supporter blank；乙方 ________ recipient blank"),
    (agreements.BUREAUS, "甲方 海门市教育局 supporter；乙方 茶岭县教育和体育局 recipient"),
    (agreements.MASTERS, "师傅单位 文昌路小学 supporter；徒弟单位 双河口小学 recipient"),
    (agreements.TRUSTEESHIP, "委托方 丰泽区教育局 *；受托方 丰泽区第二实验学校 supporter；被托管学校 丰泽区白鹭洲学校 recipient"),
    (agreements.FOUNDATION, "甲方 晨曦公益基金会 supporter；乙方 望水县云顶小学 recipient"),
    (agreements.VOCATIONAL, "甲方 沿海市信息技术学校 supporter；乙方 高原县职业教育中心 recipient"),
    (agreements.FRIENDS, "甲方 星光里小学 *；乙方 河坝子小学 *"),
    (agreements.SCHOLARSHIPS, "甲方 恒川能源有限公司 supporter；乙方 大坪县教育局 recipient"),
    (agreements.ALLOWANCES, "甲方 金水区纬三路小学 supporter；乙方 青龙镇中心小学 recipient"),
    (agreements.CURRENCIES, "甲方 南洋华文学校 supporter；乙方 榕树镇中心小学 recipient"),
    (agreements.CLASSES, "甲方 香樟小学五（2）班 supporter；乙方 山背小学五年级 recipient"),
    (agreements.LIBRARY, "帮扶单位 市图书馆 supporter；被帮扶单位 黄泥岭小学 recipient"),
    (agreements.SHORT_NAMES, "甲方 宁江市第三实验小学 supporter；乙方 宁江市沙溪镇小学 recipient"),
    (agreements.MASKED, "甲方 ××市第一幼儿园 supporter blank；乙方 ××县××镇中心幼儿园 recipient blank"),
    (agreements.SPACED, "甲方 长青市育才小学 supporter；乙方 长青市石门乡小学 recipient"),
    (agreements.LEAGUE, "核心校 滨湖高级中学 supporter；成员校 牛头岗中学 recipient；成员校 鹿鸣中学 recipient"),
    (agreements.PLEDGE, "责任单位 南湖区实验小学 supporter；帮扶对象 石门坎小学 recipient"),
    (agreements.YEARLY, "甲方 市直属机关第二幼儿园 supporter；乙方 龙潭乡中心幼儿园 recipient"),
    (agreements.LETTER, "甲方 港华中学 supporter；乙方 云雾山中学 recipient"),
    (plans.SCHOOL, "松柏小学 supporter；翠屏小学 recipient"),
    (plans.BUREAU, ""),
    (plans.KINDERGARTEN, "花溪幼儿园 supporter；桥头镇中心幼儿园 recipient；李家沟幼儿园 recipient"),
    (plans.WORKLIST, "枫桥中学 supporter；岩脚中学 recipient；枫桥中学校友会 supporter"),
    (plans.DISTRICT, ""),
    (plans.MONTHS, "银杏小学 supporter；石盘小学 recipient"),
    (plans.RECEIVER, "东岭初级中学 recipient；临江实验中学 supporter"),
    (plans.YEARS, "海棠中学 supporter；云雾中学 recipient"),
    (reports.SCHOOL_YEAR, "柏庄小学 supporter；麦田坞小学 recipient；柏庄小学家长委员会 supporter"),
    (reports.DISTRICT_YEAR, ""),
    (reports.HOST, "岭上中学 recipient；城东中学 supporter；安泰物流有限公司 supporter"),
    (reports.COUNTY_YEAR, "苏河市教育局 supporter；苏河市慈善总会 supporter；苏河市第一中学 supporter；青阳中学 recipient"),
    (reports.THREE_YEARS, "凤鸣小学 supporter；草坝小学 recipient"),
    (reports.COMPANY_YEARS, "志成药业集团 supporter；红旗乡中心学校 recipient"),
    (reports.VOLUNTEERS, "松江师范学院 supporter；茅坪乡中心小学 recipient；松江师范学院校友会 supporter"),
    (reports.TOWNSHIP, "双龙镇中心小学 recipient；市实验二小 supporter"),
    (reports.FIGURES, "第一实验小学 supporter；新华路小学 supporter；泉水乡小学 recipient；马家沟小学 recipient"),
    (reports.SIGNING, "江岸中学 supporter；雪岭县高级中学 recipient；江岸中学教育发展基金会 supporter；江岸市明德书店 supporter"),
    (reports.VISIT, "湖滨小学 supporter；马鞍山教学点 recipient"),
    (reports.DONATION, "木棉小学 recipient；南川市汇通银行 supporter"),
    (reports.FAREWELL, "翰林中学 supporter；塔格县第二中学 recipient"),
    (reports.DIARY, "河滨幼儿园 supporter；核桃坪村幼儿园 recipient"),
    (agreements.TOTALS, "甲方 长河市人民政府驻平川工作队 supporter；乙方 平川县柳林中学 recipient"),
    (plans.COMPANY, "联益建材集团 supporter；平安县十里铺小学 recipient；平安县双桥小学 recipient"),
]

# names in a paper that are no party of it
_BORNE = "关于选派教师跟岗的通知\n各中心学校：\n决定选派骨干教师赴嘉江市实验小学跟岗学习。\n名额：黄石坳乡中心学校3名。\n食宿费由嘉江市教育局承担。\n双桥县教育局\n2024年9月20日"
_THANKS = "柳林镇中心小学受援工作总结\n江原市第一小学全年到我校送教4次，捐赠图书300册。衷心感谢江原市教育局、柳林镇中心学校的关心和指导！\n柳林镇中心小学"
_SUPPORT = "{office}支持下，锦程慈善基金会（以下简称“基金会”）出资。\n基金会向竹坞县半山小学捐赠乐器40件。\n锦程慈善基金会"
_TRAINEES = "江原市2025年结对帮扶实施方案\n一、措施\n江原师范学院每年安排实习生40名到双桥县石坝乡小学顶岗实习。\n江原市教育局"
READS += [
    (
        agreements.COMPANY_AND_SCHOOLS,
        "甲方 禾川市瑞丰纺织有限公司 supporter；乙方 禾川市第九中学 supporter；丙方 岭脚乡初级中学 recipient",
    ),
    (_BORNE, "嘉江市教育局 supporter；嘉江市实验小学 supporter；黄石坳乡中心学校 recipient"),
    (_THANKS, "江原市第一小学 supporter；柳林镇中心小学 recipient"),
    ("帮扶方案\n在" + _SUPPORT.format(office="江原市教育局"), "江原市教育局 supporter；锦程慈善基金会 supporter；竹坞县半山小学 recipient"),
    ("帮扶方案\n在" + _SUPPORT.format(office="竹坞县教育局"), "锦程慈善基金会 supporter；竹坞县半山小学 recipient"),
    (
        "两校共建纪实\n江原市理工学校与双桥县职业高级中学结成帮扶对子，双桥县职业高级中学已选送90名学生到江原市的企业顶岗实习。",
        "江原市理工学校 supporter；双桥县职业高级中学 recipient",
    ),
    (_TRAINEES, "江原师范学院 supporter；双桥县石坝乡小学 recipient"),
]

LEAVES_ALONE = [
    (agreements.KINDERGARTENS, "业务园长"),
    (agreements.KINDERGARTENS, "家长代表"),
    (agreements.COMPANY_AND_SCHOOLS, "支教教师"),
    (agreements.COMPANY_AND_SCHOOLS, "员工志愿者"),
    (agreements.COMMUNITY, "名师工作室"),
    (agreements.COMMUNITY, "两校"),
    (agreements.BRANCHES, "双方支部"),
    (agreements.BUREAUS, "爱心企业"),
    (agreements.BUREAUS, "双方教育局"),
    (agreements.TRUSTEESHIP, "执行校长"),
    (agreements.SCHOLARSHIPS, "大坪县第一中学"),
    (agreements.ALLOWANCES, "支教教师"),
    (agreements.LIBRARY, "双方"),
    (agreements.FRIENDS, "星光里小学家委会"),
    (agreements.SHORT_NAMES, "三实小"),
    (agreements.SHORT_NAMES, "沙溪小学"),
    (agreements.SHORT_NAMES, "名优教师"),
    (plans.SCHOOL, "松柏"),
    (plans.SCHOOL, "两校"),
    (plans.SCHOOL, "教研组"),
    (plans.BUREAU, "县教育局"),
    (plans.BUREAU, "支援学校"),
    (plans.BUREAU, "受援学校"),
    (plans.BUREAU, "县财政"),
    (plans.BUREAU, "各乡镇中心校"),
    (plans.KINDERGARTEN, "区教育局"),
    (plans.KINDERGARTEN, "结对园"),
    (plans.KINDERGARTEN, "花溪"),
    (plans.COMPANY, "省城"),
    (plans.COMPANY, "志愿服务"),
    (plans.WORKLIST, "初三教师"),
    (plans.DISTRICT, "溪口区教育局"),
    (plans.DISTRICT, "区财政"),
    (plans.DISTRICT, "城区学校"),
    (plans.DISTRICT, "结对学校"),
    (plans.MONTHS, "双方"),
    (plans.MONTHS, "领导班子"),
    (plans.RECEIVER, "我校"),
    (plans.NOTICE, "各中小学"),
    (plans.NOTICE, "城区学校"),
    (plans.YEARS, "云雾中学所在地教育局"),
    (reports.SCHOOL_YEAR, "我校"),
    (reports.SCHOOL_YEAR, "陈先生"),
    (reports.SCHOOL_YEAR, "两校少先队员"),
    (reports.DISTRICT_YEAR, "市教育局"),
    (reports.DISTRICT_YEAR, "区财政"),
    (reports.DISTRICT_YEAR, "城区学校"),
    (reports.DISTRICT_YEAR, "农村学校"),
    (reports.HOST, "省重点高中"),
    (reports.KINDERGARTEN_TERM, "塘湾村"),
    (reports.BRANCH_YEAR, "支部党员"),
    (reports.BRANCH_YEAR, "双方"),
    (reports.COUNTY_YEAR, "苏河市"),
    (reports.COUNTY_YEAR, "青阳县"),
    (reports.COUNTY_YEAR, "苏河市财政"),
    (reports.COUNTY_YEAR, "苏青助学金"),
    (reports.THREE_YEARS, "学校"),
    (reports.THREE_YEARS, "凤鸣小学少先队员"),
    (reports.COMPANY_YEARS, "大学"),
    (reports.COMPANY_YEARS, "资助大学"),
    (reports.COMPANY_YEARS, "集团"),
    (reports.VOLUNTEERS, "支教队"),
    (reports.VOLUNTEERS, "学生家庭"),
    (reports.TOWNSHIP, "范立群"),
    (reports.TOWNSHIP, "我校"),
    (reports.SIGNING, "江岸日报"),
    (reports.SIGNING, "江岸市"),
    (reports.VISIT, "周文涛"),
    (reports.VISIT, "马鞍山"),
    (reports.DONATION, "南川教育网"),
    (reports.DONATION, "韦敏"),
    (reports.DONATION, "该行"),
    (reports.FORUM, "罗晓"),
    (reports.FORUM, "月湖区"),
    (reports.FORUM, "朔方县"),
    (reports.FAREWELL, "塔格县"),
    (reports.FAREWELL, "支教教师"),
]

NOT_YET = [
    pytest.param(
        plans.THREE_THINGS,
        "华信地产集团 supporter；永和县第二小学 recipient；永和县河湾小学 recipient",
        marks=pytest.mark.xfail(strict=True, reason="labels of a plan"),
    ),
    pytest.param(
        reports.KINDERGARTEN_TERM,
        "金色童年幼儿园 supporter；塘湾村幼儿园 recipient",
        marks=pytest.mark.xfail(strict=True, reason="the writer itself"),
    ),
    pytest.param(
        reports.BRANCH_YEAR,
        "区税务局机关党支部 supporter；新塘小学党支部 recipient；新塘小学 recipient",
        marks=pytest.mark.xfail(strict=True, reason="the name of a branch is cut"),
    ),
]


def _shown(party: Party) -> str:
    return f"{party.role + ' ' if party.role else ''}{party.name} {party.side}{' blank' if party.blank else ''}"


@pytest.mark.parametrize(("paper", "expected"), [*READS, *NOT_YET])
def test_reads(paper: str, expected: str) -> None:
    wanted = sorted(filter(None, expected.split("；")))
    found = sorted(_shown(party) for party in document_of(paper).parties)
    assert len(found) == len(wanted)
    for have, want in zip(found, wanted, strict=True):
        assert have == want or (want.endswith("*") and have.startswith(want[:-1]))


@pytest.mark.parametrize(("paper", "name"), LEAVES_ALONE)
def test_leaves_alone(paper: str, name: str) -> None:
    assert name in paper
    assert name not in {party.name for party in document_of(paper).parties}


@pytest.mark.parametrize("paper", [paper for paper, _ in READS])
def test_the_span_quotes_the_name_or_its_label(paper: str) -> None:
    for party in document_of(paper).parties:
        assert paper[party.span.start : party.span.end] == party.span.text
        assert "".join(party.span.text.split()) in (party.name, party.role)


@given(
    before=st.sampled_from(["", "双方本着自愿原则合作。", "一、总则\n"]),
    after=st.sampled_from(["", "\n二、其他事项另行商定。", "\n本协议自签字之日起生效。"]),
)
def test_the_sides_stay_whatever_stands_around(before: str, after: str) -> None:
    document = document_of(paper_with("agreement", f"{before}甲方每学期选派教师到乙方支教。{after}"))
    assert [_shown(party) for party in document.parties] == ["甲方 云台区第三小学 supporter", "乙方 麻柳镇中心小学 recipient"]
