"""Other names right beside a party's role, and what else may stand there."""

from __future__ import annotations

import pytest

from extractors import read_text
from tests.extractors.checks.named_paper import name_variants

SCHOOL, TOWN, COUNTY = "云溪市第一小学", "麻岭县石门镇中心小学", "麻岭县职业高级中学"
BUREAU, HOSPITAL, COLLEGE = "麻岭县教育局", "云溪区妇幼保健院", "云溪师范学院"

# 甲方, 乙方, a clause with another name
FINDS = [
    (SCHOOL, TOWN, "甲方（云溪市第二小学）确定专人负责本协议的执行。"),
    (SCHOOL, TOWN, "本协议由甲方（云溪县第一小学）负责解释。"),
    (SCHOOL, TOWN, "乙方（麻岭县石门乡中心小学）每学期报送总结。"),
    (SCHOOL, TOWN, "往来文件送乙方（麻岭市石门镇中心小学）存档。"),
    (SCHOOL, TOWN, "日常联络由乙方（麻岭县石门镇第二小学）承担。"),
    (SCHOOL, COUNTY, "乙方（麻岭县技工学校）确定专人负责。"),
    (SCHOOL, COUNTY, "乙方（麻岭县职业中学）确定专人负责。"),
    (SCHOOL, COUNTY, "乙方收款账户：户名麻岭县技工学校，开户行麻岭农商银行，账号6200000000000000。"),
    (SCHOOL, COUNTY, "乙方账户信息如下：\n户名：麻岭县技工学校\n开户行：麻岭农商银行"),
    (SCHOOL, TOWN, "乙方收款账户：户名麻岭县石门镇第三小学，开户行麻岭农商银行。"),
    (SCHOOL, TOWN, "乙方的指定账户为：户名：麻岭县石门镇小学，开户行麻岭农商银行。"),
    (COLLEGE, COUNTY, "甲方（云溪师范专科学校）确定专人负责本协议的执行。"),
    (COLLEGE, COUNTY, "由甲方（云溪师范大学）统一安排。"),
    (HOSPITAL, TOWN, "甲方云溪区第二妇幼保健院和乙方麻岭县石门镇中心小学应当互相配合。"),
    (HOSPITAL, TOWN, "甲方（云溪市妇幼保健院）每学期开展讲座2场。"),
    (SCHOOL, BUREAU, "乙方（麻岭市教育局）负责统筹。"),
    (SCHOOL, BUREAU, "甲方云溪市第三小学与乙方麻岭县教育局每年会商1次。"),
    (SCHOOL, TOWN, "云溪市第二小学（即甲方）开设专栏，展示工作动态。"),
    (SCHOOL, TOWN, "单位信息如下：\n协议方\t单位全称\t第一责任人\n甲方\t云溪市第一小学\t陆远航\n乙方\t麻岭县石门镇直属小学\t覃秀梅"),
    (SCHOOL, TOWN, "联络信息：\n协议方 | 单位名称 | 负责人\n甲方 | 云溪市第二小学 | 陆远航\n乙方 | 麻岭县石门镇中心小学 | 覃秀梅"),
    (SCHOOL, TOWN, "联络信息：\n协议方    单位名称    负责人\n甲方    云溪县第一小学    陆远航\n乙方    麻岭县石门镇中心小学    覃秀梅"),
    (SCHOOL, TOWN, "联络信息：\n项目 | 甲方 | 乙方\n单位全称 | 云溪市第一小学 | 麻岭县石门镇第一小学\n负责人 | 陆远航 | 覃秀梅"),
    (
        "云溪市教育科学研究院",
        TOWN,
        "联络信息：\n协议方 | 单位全称 | 负责人\n甲方 | 云溪教育科学研究院 | 陆远航\n乙方 | 麻岭县石门镇中心小学 | 覃秀梅",
    ),
    ("云溪市第一小学党支部", "麻岭县石门镇中心小学党支部", "甲方（云溪市第二小学党支部）每季度讲党课1次。"),
    ("云溪恒远建设有限公司", TOWN, "甲方（云溪恒达建设有限公司）每年走访1次。"),
]


@pytest.mark.parametrize(("first", "second", "clause"), FINDS)
def test_finds_another_name(first: str, second: str, clause: str) -> None:
    assert name_variants(first, second, clause)


LEAVES_ALONE = [
    (SCHOOL, TOWN, "甲方（云溪市第一小学）确定专人负责本协议的执行。"),
    (SCHOOL, TOWN, "甲方（云溪市教育局主管）确定专人负责。"),
    (SCHOOL, TOWN, "甲方（城区优质小学）和乙方（县直薄弱中心小学）每年会商。"),
    (SCHOOL, TOWN, "甲方（含南校区）的教师可以报名。"),
    (SCHOOL, TOWN, "甲方（云溪市第一小学南校区）承办开班仪式。"),
    (SCHOOL, TOWN, "甲方（云溪市教育局）同意后实施。"),
    (SCHOOL, TOWN, "甲方（支援学校）和乙方（受援学校）每年会商。"),
    (SCHOOL, TOWN, "甲方（云溪市第一小学、云溪市第二小学教师均可）组织报名。"),
    (SCHOOL, BUREAU, "乙方（麻岭县第一小学、麻岭县第二小学）的教师到甲方跟岗。"),
    (SCHOOL, BUREAU, "乙方所属学校如下：\n协议方 | 学校名称 | 人数\n乙方 | 麻岭县第一小学 | 3\n乙方 | 麻岭县第二小学 | 4"),
    (SCHOOL, BUREAU, "乙方确定的学校：\n协议方 | 学校名称 | 人数\n乙方 | 麻岭县第一小学 | 3"),
    (SCHOOL, "麻岭县石门镇中心学校", "派驻安排：\n协议方 | 学校名称 | 人数\n乙方 | 石门镇岩口小学 | 3\n乙方 | 石门镇三溪小学 | 4"),
    (SCHOOL, TOWN, "乙方收款账户：户名麻岭县财政局，开户行麻岭农商银行。"),
    (SCHOOL, TOWN, "乙方收款账户：户名麻岭县教育局会计核算中心，开户行麻岭农商银行。"),
    (SCHOOL, TOWN, "乙方收款账户：户名麻岭县石门镇中心小学，开户行麻岭农商银行。"),
    (SCHOOL, COUNTY, "乙方收款账户：户名麻岭县职业高级中学，开户行麻岭县农村商业银行。"),
    (SCHOOL, TOWN, "乙方原名麻岭县石门乡小学，2019年更名为麻岭县石门镇中心小学。"),
    (SCHOOL, TOWN, "乙方麻岭县石门镇中心小学应当互相配合。"),
    (SCHOOL, TOWN, "甲方所在地云溪市教育局负责协调。"),
    (SCHOOL, TOWN, "甲方云溪市第一小学教务处负责联络。"),
    (SCHOOL, TOWN, "对方（云溪市第二小学）不是本协议的当事人。"),
    (SCHOOL, TOWN, "云溪市第二小学（不属于甲方）可以旁听。"),
    (SCHOOL, TOWN, "联络信息：\n协议方 | 单位全称 | 负责人\n甲方 | 云溪市第一小学（盖章） | 陆远航\n乙方 | 麻岭县石门镇中心小学 | 覃秀梅"),
    (SCHOOL, TOWN, "活动安排：\n时间 | 承办单位 | 参加单位\n9月 | 甲方 | 云溪市第二小学\n10月 | 乙方 | 麻岭县第三小学"),
    (SCHOOL, TOWN, "活动安排：\n协议方 | 对接学校 | 人数\n甲方 | 云溪市第二小学 | 3\n乙方 | 麻岭县第三小学 | 4"),
    ("云溪恒远建设有限公司", TOWN, "甲方（云溪市慈善会）每年走访1次。"),
]


@pytest.mark.parametrize(("first", "second", "clause"), LEAVES_ALONE)
def test_leaves_alone(first: str, second: str, clause: str) -> None:
    assert [one.message for one in name_variants(first, second, clause)] == []


PREAMBLES = [
    (
        "为发挥骨干教师作用，经云溪市第一小学（以下简称甲方）与麻岭县石门镇中心小学（以下简称乙方）共同协商，达成如下协议：",
        "云溪市第一小学",
    ),
    ("受主管部门委托并经云溪市教育局（下称甲方）、麻岭县教育局（下称乙方）协商一致，约定如下：", "云溪市教育局"),
    ("为办好乡村学校，现经云溪大学（以下称为甲方）与麻岭县第五小学（以下称为乙方）协商，约定如下：", "云溪大学"),
    ("为办好乡村学校，经开区实验小学（以下简称甲方）与麻岭县第五小学（以下简称乙方）达成如下协议：", "经开区实验小学"),
    ("为办好乡村学校，经纬路小学（以下简称甲方）与麻岭县第五小学（以下简称乙方）达成如下协议：", "经纬路小学"),
    ("由云溪市第一小学（以下简称甲方）与麻岭县第五小学（以下简称乙方）达成如下协议：", "云溪市第一小学"),
]


@pytest.mark.parametrize(("preamble", "name"), PREAMBLES)
def test_a_name_begins_behind_the_sentences_front(preamble: str, name: str) -> None:
    record = read_text(f"结对帮扶协议书\n{preamble}\n一、甲方选派教师到乙方支教。\n二、本协议一式两份。", names=False)
    assert record.documents[0].parties[0].name == name


def test_a_label_with_its_note_is_no_rest_of_the_name_above() -> None:
    head = "医院（以下简称“帮扶医院”）：麻岭县中医医院\n学校（以下简称“受助学校”）：麻岭县第五小学"
    record = read_text(f"校医结对协议\n{head}\n一、帮扶医院每学期讲座2场。\n二、本协议一式两份。", names=False)
    assert record.documents[0].parties[0].name == "麻岭县中医医院"


SIGNED = "甲方（盖章）：{0}\n代表：陆远航\n2024年8月26日\n\n乙方（盖章）：{1}\n代表：覃秀梅\n2024年8月26日"


@pytest.mark.parametrize(("signed", "count"), [("棠甸县致远小学", 1), ("棠甸市致远小学", 0), ("致远小学", 0)])
def test_a_short_name_behind_another_place(signed: str, count: int) -> None:
    first = "棠甸市致远小学（以下简称致远小学）"
    assert len(name_variants(first, TOWN, signatures=SIGNED.format(signed, TOWN))) == count
