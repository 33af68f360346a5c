"""Sides as news tells them: who comes, sends, builds and is thanked, and who receives."""

from __future__ import annotations

import pytest

from extractors.read import read_text

_PAPER = """爱心传递 情暖校园
来源：北坪教育网\u30002024-03-08
{}
大家表示，今后将继续努力。
"""
READS = [
    ("望江同仁医院先后3次派医疗队到北坪县第一中学，免费配镜870副。", "望江同仁医院 supporter；北坪县第一中学 recipient"),
    ("由望江市海岸旅行社资助活动费用4.8万元，北坪镇中心小学学生游学。", "望江市海岸旅行社 supporter"),
    ("云台乡小学、茶坪乡小学各获奖励5万元，奖金由北坪县教育局发放。", "云台乡小学 recipient；茶坪乡小学 recipient；北坪县教育局 supporter"),
    ("帮扶经费640万元已拨付北坪县教育局，其中北坪县第一中学160万元。", "北坪县教育局 recipient；北坪县第一中学 recipient"),
    ("柳岭新区社会事业局与望江县教育局签订协议，每年选派教师12名。", "柳岭新区社会事业局 supporter；望江县教育局 recipient"),
    ("望江市第二中学的12名教师带着图书来到北坪镇中心小学，与孩子们同上一堂课。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("北坪镇中心小学迎来了望江市第二中学的支教老师。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("北坪镇中心小学校长宋远航从永昌集团董事长手中接过捐赠牌匾。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("永昌集团爱心车队满载物资驶进北坪镇中心小学。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("由永昌集团援建的北坪镇中心小学食堂正式投入使用。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("在永昌集团的捐助下，北坪镇中心小学建起了图书室。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("北坪镇中心小学师生向永昌集团赠送锦旗。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("北坪镇中心小学的28名教师走进望江市第二中学，开始为期一周的跟岗学习。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("望江市第二中学为北坪镇中心小学教师开设专题讲座3场。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("望江市第二中学名师团队对北坪镇中心小学进行教学视导。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("永昌集团设立的“晨光助学金”已资助北坪县第一中学学生120人。", "永昌集团 supporter；北坪县第一中学 recipient"),
    ("北坪县第一中学120名学生获永昌集团资助。", "永昌集团 supporter；北坪县第一中学 recipient"),
    ("望江市第二中学托管北坪县第三中学以来，派出管理团队5人。", "望江市第二中学 supporter；北坪县第三中学 recipient"),
    ("北坪县第三中学由望江市第二中学托管，校长由望江市第二中学选派。", "望江市第二中学 supporter；北坪县第三中学 recipient"),
    ("永昌集团把一批崭新的课桌椅送到北坪镇中心小学。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("北坪镇中心小学收到了来自望江市第二中学的300册图书。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    (
        "望江市第二中学与北坪镇中心小学举行结对帮扶签约仪式，望江市第二中学将每学期选派3名教师支教。",
        "望江市第二中学 supporter；北坪镇中心小学 recipient",
    ),
    ("永昌集团、云台商会走进北坪镇中心小学开展“六一”慰问活动。", "永昌集团 supporter；云台商会 supporter；北坪镇中心小学 recipient"),
    ("云台商会牵线搭桥，永昌集团向北坪镇中心小学捐赠校服200套。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("望江市教育局选派23名教师赴北坪县支教，其中4人在北坪县第一中学任教。", "望江市教育局 supporter；北坪县第一中学 recipient"),
    ("北坪县教育局组织30名校长赴望江市第二中学跟岗。", "望江市第二中学 supporter；北坪县教育局 recipient"),
    ("永昌集团员工为北坪镇中心小学募集图书1200册。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("望江市第二中学送教团队一行9人抵达北坪镇中心小学。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("来自望江市第二中学的李清泉老师为北坪镇中心小学的孩子们上了一节美术课。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("北坪镇中心小学新教学楼由永昌集团捐建，总投资300万元。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("望江市第二中学义工队为北坪镇中心小学粉刷围墙。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("永昌集团连续三年为北坪镇中心小学发放奖学金。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("北坪镇中心小学教师到望江市第二中学观摩课堂，望江市第二中学安排了6节示范课。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("望江市第二中学向北坪镇中心小学开放优质课程资源120节。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    (
        "望江市第二中学携手永昌集团走进北坪镇中心小学，送去文具300套。",
        "望江市第二中学 supporter；永昌集团 supporter；北坪镇中心小学 recipient",
    ),
    ("云台师范学院在北坪县第一中学建立教育实习基地，每年选派实习生20名。", "云台师范学院 supporter；北坪县第一中学 recipient"),
    ("永昌集团认领了北坪镇中心小学孩子们的“微心愿”80个。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("云台医院医生为北坪镇中心小学学生免费体检。", "云台医院 supporter；北坪镇中心小学 recipient"),
    ("永昌集团与北坪县教育局签署助学协议，三年内投入300万元改善办学条件。", "永昌集团 supporter；北坪县教育局 recipient"),
    ("望江市第二中学党员教师结对帮扶北坪镇中心小学困难学生20名。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("北坪镇中心小学的孩子们穿上了永昌集团送来的新校服。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("孩子们写信感谢永昌集团的叔叔阿姨，北坪镇中心小学还把感谢信贴在了墙上。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("望江市第二中学将闲置的电脑40台调拨给北坪镇中心小学。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("永昌集团为北坪镇中心小学修通了门前道路。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("望江市第二中学在北坪镇中心小学设立名师工作站。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    (
        "北坪镇中心小学选派4名教师到望江市第二中学跟班学习，望江市第二中学为每人配备导师1名。",
        "望江市第二中学 supporter；北坪镇中心小学 recipient",
    ),
    (
        "望江市第二中学与北坪镇中心小学、桃岭小学建立帮扶关系，每月送课2节。",
        "望江市第二中学 supporter；北坪镇中心小学 recipient；桃岭小学 recipient",
    ),
    (
        "由望江市第二中学牵头，联合桃岭小学对北坪镇中心小学开展送教活动。",
        "望江市第二中学 supporter；桃岭小学 supporter；北坪镇中心小学 recipient",
    ),
    ("望江市第二中学派驻北坪县第一中学的6名教师全部担任班主任。", "望江市第二中学 supporter；北坪县第一中学 recipient"),
    ("永昌集团助力北坪镇中心小学圆“足球梦”，捐赠足球100个。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("北坪镇中心小学获赠永昌集团图书2000册。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("永昌集团捐建的“梦想书屋”在北坪镇中心小学揭牌。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("永昌集团董事长宋远航与北坪镇中心小学校长签订捐赠协议。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("望江市教育局对口支援北坪县教育局，选派教师20名。", "望江市教育局 supporter；北坪县教育局 recipient"),
    ("望江市教育局副局长宋远航率队到北坪县教育局对接帮扶工作。", "望江市教育局 supporter；北坪县教育局 recipient"),
    ("望江市第二中学学生与北坪镇中心小学学生“一对一”结对，互寄书信300封。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("望江市第二中学学生把压岁钱捐给北坪镇中心小学的小伙伴。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("云台科技馆“流动科技车”开进北坪镇中心小学。", "云台科技馆 supporter；北坪镇中心小学 recipient"),
    ("云台大学支教团自2015年起在北坪县第一中学支教。", "云台大学 supporter；北坪县第一中学 recipient"),
    ("望江市第二中学接收北坪镇中心小学教师8名跟岗。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("永昌集团为北坪县第一中学高三学生每人发放学习用品一套。", "永昌集团 supporter；北坪县第一中学 recipient"),
    ("在望江市教育局组织下，望江市第二中学赴北坪镇中心小学送教。", "望江市第二中学 supporter；北坪镇中心小学 recipient"),
    ("北坪镇中心小学地处山区，永昌集团得知后，当即捐款5万元。", "永昌集团 supporter；北坪镇中心小学 recipient"),
]
# who leads, checks, sells or is only named
LEAVES_ALONE = [
    ("在北坪县教育局的正确领导下，永昌集团向北坪镇中心小学捐款5万元。", "永昌集团 supporter；北坪镇中心小学 recipient"),
    ("北坪镇中心小学学生参观云台科技馆。", ""),
    ("北坪镇中心小学教师宋远航毕业于云台师范学院。", ""),
    ("据永昌集团介绍，企业成立于2008年。", ""),
    ("望江市第二中学被评为全市先进集体。", ""),
    ("北坪县教育局印发通知，要求各校做好安全工作。", ""),
    ("北坪县公安局到北坪镇中心小学检查校园安全。", ""),
    ("北坪镇中心小学教学楼由永昌集团承建。", ""),
    ("北坪镇中心小学学生宋远航考入云台大学。", ""),
    ("望江市第二中学举行秋季开学典礼。", ""),
    ("北坪县教育局召开会议，望江市第二中学作经验介绍。", ""),
    ("永昌集团总部位于望江市，现有员工3000人。", ""),
    ("北坪镇中心小学校长宋远航曾在望江市第二中学读书。", ""),
    ("北坪县教育局和北坪县公安局联合开展校园周边整治。", ""),
    ("北坪镇中心小学获得北坪县教育局颁发的先进单位奖牌。", ""),
    ("北坪县第一中学在全县比赛中超过望江市第二中学。", ""),
    ("望江市第二中学和北坪县第一中学的学生同场竞技。", ""),
]
NOT_YET = [
    pytest.param(
        "通过“云课堂”，北坪镇中心小学的学生与望江市第二中学的学生同上一节课。",
        "望江市第二中学 supporter；北坪镇中心小学 recipient",
        marks=pytest.mark.xfail(strict=True, reason="both do the same"),
    ),
    pytest.param(
        "捐赠仪式在北坪镇中心小学举行，永昌集团总经理宋远航、北坪镇中心小学校长李清泉出席。",
        "永昌集团 supporter；北坪镇中心小学 recipient",
        marks=pytest.mark.xfail(strict=True, reason="who only attends"),
    ),
    pytest.param(
        "望江市第二中学副校长宋远航挂职北坪县第一中学校长。",
        "望江市第二中学 supporter；北坪县第一中学 recipient",
        marks=pytest.mark.xfail(strict=True, reason="a post at the school"),
    ),
    pytest.param(
        "北坪县第一中学新任校长宋远航来自望江市第二中学。",
        "望江市第二中学 supporter；北坪县第一中学 recipient",
        marks=pytest.mark.xfail(strict=True, reason="a headmaster's former school"),
    ),
    pytest.param(
        "北坪县教育局副局长李清泉率队赴望江市教育局对接支援事宜。",
        "望江市教育局 supporter；北坪县教育局 recipient",
        marks=pytest.mark.xfail(strict=True, reason="who is helped comes to talk of it"),
    ),
    pytest.param(
        "北坪镇中心小学与望江市第二中学视频连线，同步上课36节。",
        "望江市第二中学 supporter；北坪镇中心小学 recipient",
        marks=pytest.mark.xfail(strict=True, reason="both do the same"),
    ),
    pytest.param(
        "永昌集团和爱心人士的善举，温暖了北坪镇中心小学的孩子们。",
        "永昌集团 supporter；北坪镇中心小学 recipient",
        marks=pytest.mark.xfail(strict=True, reason="a deed as subject"),
    ),
    pytest.param("北坪镇中心小学与云台出版社签订图书采购合同。", "", marks=pytest.mark.xfail(strict=True, reason="a purchase")),
    pytest.param("北坪镇中心小学向北坪县教育局汇报工作。", "", marks=pytest.mark.xfail(strict=True, reason="an authority is reported to")),
    pytest.param("望江市第二中学开展消防演练，望江市消防救援大队到场指导。", "", marks=pytest.mark.xfail(strict=True, reason="a drill")),
]


@pytest.mark.parametrize(("sentence", "sides"), [*READS, *LEAVES_ALONE, *NOT_YET])
def test_sides(sentence: str, sides: str) -> None:
    (document,) = read_text(_PAPER.format(sentence), names=False).documents
    assert {f"{party.name} {party.side}" for party in document.parties} == set(filter(None, sides.split("；")))
