"""Sides in news of every wording: names behind words of time, verbs of sending and coming, who pairs, gives, thanks and arranges."""

from __future__ import annotations

import pytest

from extractors.read import read_text

_PAPER = """山海同心 共育新苗
来源：丰原教育网\u30002024-05-16
{}
大家表示，今后将继续努力。
"""
READS = [
    # one school and its partner, in every word order
    ("丰原县第一中学捆绑柳坪镇初级中学，同奖同罚。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("丰原县第一中学抽调干部3名、骨干教师9名进驻柳坪镇初级中学。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("柳坪镇初级中学派出11名教师到丰原县第一中学轮岗。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("丰原县第一中学派出5名教师到柳坪镇初级中学轮岗任教。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("丰原县第一中学接收柳坪镇初级中学跟岗教师12名。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("柳坪镇初级中学的8名教师走进丰原县第一中学课堂跟班听课。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("丰原县第一中学把36节示范课送到柳坪镇初级中学。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("柳坪镇初级中学迎来了丰原县第一中学的7名支教教师。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("柳坪镇初级中学得到丰原县第一中学图书600册。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("柳坪镇初级中学收到丰原县第一中学寄来的图书600册。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("丰原县第一中学的名师赴柳坪镇初级中学上课。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("丰原县第一中学与柳坪镇初级中学：丰原县第一中学送课18节。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    (
        "丰原县第一中学为柳坪镇初级中学辅导毕业班学生90名，柳坪镇初级中学教师获奖6人次。丰原县村镇银行向丰原县第一中学提供支教补贴2万元。",
        "丰原县第一中学 supporter；柳坪镇初级中学 recipient；丰原县村镇银行 supporter",
    ),
    ("柳坪镇初级中学选送5名教师到丰原县第一中学脱产学习。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("丰原县第一中学接管柳坪镇初级中学，派出校长1名。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    # who gives: kinds of bodies, and where their names begin
    ("丰原县农村信用合作联社向柳坪镇初级中学捐款30万元。", "丰原县农村信用合作联社 supporter；柳坪镇初级中学 recipient"),
    ("武警丰原支队为柳坪镇初级中学军训学生300名。", "武警丰原支队 supporter；柳坪镇初级中学 recipient"),
    ("丰原市消防救援支队向柳坪镇初级中学赠送灭火器40个。", "丰原市消防救援支队 supporter；柳坪镇初级中学 recipient"),
    ("丰原军分区向柳坪镇初级中学捐赠图书500册。", "丰原军分区 supporter；柳坪镇初级中学 recipient"),
    ("丰原中学2003级校友会向柳坪镇初级中学捐赠电脑20台。", "丰原中学2003级校友会 supporter；柳坪镇初级中学 recipient"),
    ("丰原大学1995届校友会捐资20万元，资助柳坪镇初级中学学生。", "丰原大学1995届校友会 supporter；柳坪镇初级中学 recipient"),
    ("丰原师范大学外国语学院选派20名学生到柳坪镇初级中学支教。", "丰原师范大学外国语学院 supporter；柳坪镇初级中学 recipient"),
    ("丰原学院音乐学院的师生到柳坪镇初级中学支教。", "丰原学院音乐学院 supporter；柳坪镇初级中学 recipient"),
    ("丰原市残疾人联合会向柳坪镇特殊教育学校拨付康复资金6万元。", "丰原市残疾人联合会 supporter；柳坪镇特殊教育学校 recipient"),
    ("丰原市律师协会为柳坪镇初级中学开设法治课6节。", "丰原市律师协会 supporter；柳坪镇初级中学 recipient"),
    ("丰原正义律师事务所向柳坪镇初级中学捐赠图书200册。", "丰原正义律师事务所 supporter；柳坪镇初级中学 recipient"),
    ("国网丰原供电公司向柳坪镇初级中学捐赠取暖设备15台。", "国网丰原供电公司 supporter；柳坪镇初级中学 recipient"),
    ("丰原县烟草专卖局为柳坪镇初级中学捐款10万元。", "丰原县烟草专卖局 supporter；柳坪镇初级中学 recipient"),
    ("中国移动丰原分公司向柳坪镇初级中学捐赠平板电脑30台。", "中国移动丰原分公司 supporter；柳坪镇初级中学 recipient"),
    ("新学年丰原县第一中学计划为柳坪镇初级中学送教12节。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("新学期丰原县第一中学选派3名教师到柳坪镇初级中学支教。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("丰原师范大学每年为柳坪学院定向培养博士5名。", "丰原师范大学 supporter；柳坪学院 recipient"),
    ("丰原县第一中学长期为柳坪镇初级中学培训教师，已有30名教师受益。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("今秋丰原县第一中学将派6名教师到柳坪镇初级中学支教。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("永昌集团计划安排资金900万元，建设乡镇幼儿园4所，并向柳坪镇初级中学捐款。", "永昌集团 supporter；柳坪镇初级中学 recipient"),
    # one body, two names
    (
        "永昌集团走进柳坪镇。当天，永昌集团有限公司（以下简称“永昌集团”）向柳坪镇初级中学捐款20万元。永昌集团还捐赠图书。",
        "永昌集团有限公司 supporter；柳坪镇初级中学 recipient",
    ),
    (
        "永昌动力集团情系柳坪。永昌动力集团股份有限公司（以下简称“永昌动力”）向柳坪镇初级中学捐款20万元，永昌动力还送去图书。",
        "永昌动力集团股份有限公司 supporter；柳坪镇初级中学 recipient",
    ),
    (
        "华岛能源点亮山村。华岛能源集团有限公司（以下简称“华岛能源”）向柳坪镇初级中学捐款20万元。",
        "华岛能源集团有限公司 supporter；柳坪镇初级中学 recipient",
    ),
    # authorities
    ("丰原县教育局共招募银龄教师22名，安排到乡镇中学任教。", "丰原县教育局 supporter"),
    ("丰原县教育局从城区学校选派交流教师60名，到乡镇学校任教。", "丰原县教育局 supporter"),
    (
        "2023年，丰原市教育局与阿里河县教育局签订协作协议，丰原市教育局每年选派教师20名到阿里河县支教。",
        "丰原市教育局 supporter；阿里河县教育局 recipient",
    ),
    # who has the use of money and of people sent
    (
        "丰原市财政安排帮扶资金500万元，其中200万元用于阿里河县第四小学建设，100万元用于阿里河县职业教育中心设备购置。",
        "阿里河县第四小学 recipient；阿里河县职业教育中心 recipient",
    ),
    # all who cooperate
    (
        "录播课项目由丰原市教育信息中心、东港区教育局、阿里河县教育局教研室合作开展。丰原市对口帮扶阿里河县，丰原市共选派教师80名到阿里河县支教。",
        "丰原市教育信息中心 supporter；东港区教育局 supporter；阿里河县教育局教研室 recipient",
    ),
    # a heading that is an organisation, short names, and who is helped and helps
    ("【丰原县特殊教育学校】\n向柳坪镇初级中学捐赠图书300册。", "丰原县特殊教育学校 supporter；柳坪镇初级中学 recipient"),
    ("丰原市四十二中的教师走进柳坪镇初级中学。四十二中为柳坪镇初级中学送课9节。", "丰原市四十二中 supporter；柳坪镇初级中学 recipient"),
    ("丰原县第四中学接收柳坪镇初级中学教师跟岗。四中还送去图书。", "丰原县第四中学 supporter；柳坪镇初级中学 recipient"),
    (
        "永昌集团向丰原县第一中学捐款80万元。丰原县第一中学选派4名教师到柳坪镇初级中学支教。",
        "永昌集团 supporter；丰原县第一中学 both；柳坪镇初级中学 recipient",
    ),
    (
        "丰原县第一中学为黛水县石门坎布依族乡民族学校送课4节。石门坎民族学校选派3名教师到丰原县第一中学跟岗。",
        "丰原县第一中学 supporter；黛水县石门坎布依族乡民族学校 recipient",
    ),
    ("望乡县柿子坪幼儿园迎来了丰原县第一幼儿园的教师。", "丰原县第一幼儿园 supporter；望乡县柿子坪幼儿园 recipient"),
    ("丰原县第一中学派出5名教师到平川县八里铺镇中心校支教。", "丰原县第一中学 supporter；平川县八里铺镇中心校 recipient"),
    ("云坪土家族自治县民族中学的14名教师来到丰原县第一中学跟岗学习。", "丰原县第一中学 supporter；云坪土家族自治县民族中学 recipient"),
    ("随行的丰原市教师发展中心为柳坪镇初级中学举办专题培训3场。", "丰原市教师发展中心 supporter；柳坪镇初级中学 recipient"),
    (
        "固川县职业技术教育中心输送1,136名毕业生到丰原市就业。丰原市第二技校为固川县职业技术教育中心培训教师8名。",
        "丰原市第二技校 supporter；固川县职业技术教育中心 recipient",
    ),
    ("柳坪镇初级中学的5名教师还来到丰原县第一中学听课。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    # who takes over, who is sent by whom, who founds something together
    ("丰原县第一中学受托管理柳坪镇初级中学，派出管理人员5名。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("他受丰原市老年教育工作者协会委派，到柳坪镇初级中学支教。", "丰原市老年教育工作者协会 supporter；柳坪镇初级中学 recipient"),
    (
        "由丰原师范学院、丰原市康复医院、木澜县教育局共同发起的联合体揭牌，为木澜县培智学校培训教师50名。",
        "丰原师范学院 supporter；丰原市康复医院 supporter；木澜县教育局 recipient；木澜县培智学校 recipient",
    ),
    ("丰原县第一幼儿园把玩具寄往梯桥县马街镇中心幼儿园。", "丰原县第一幼儿园 supporter；梯桥县马街镇中心幼儿园 recipient"),
    ("丰原县供销社为柳坪镇初级中学送来取暖煤20吨。", "丰原县供销社 supporter；柳坪镇初级中学 recipient"),
    ("柳坪镇初级中学收到一份礼物，那是来自丰原市蓝天救援队的应急包400个。", "丰原市蓝天救援队 supporter；柳坪镇初级中学 recipient"),
    ("由丰原市教育局选派的援藏教师17名进驻柳坪县完全中学。", "丰原市教育局 supporter；柳坪县完全中学 recipient"),
    ("柳坪县职业技术学校与丰原市华光电子有限公司签约，共建实训班。", "丰原市华光电子有限公司 supporter；柳坪县职业技术学校 recipient"),
    ("丰原市技师学院与柳坪县职业技术学校结对，先后派来教师11名。", "丰原市技师学院 supporter；柳坪县职业技术学校 recipient"),
    ("柳坪镇初级中学23名教师赴丰原县第一中学培训。", "丰原县第一中学 supporter；柳坪镇初级中学 recipient"),
    ("旅港乡贤会向柳坪镇初级中学捐款50万元。", "旅港乡贤会 supporter；柳坪镇初级中学 recipient"),
]
LEAVES_ALONE = [
    ("她动员医院同事捐款1.6万元。", ""),
    ("来自丰原县第一中学的选手获奖。", ""),
    ("他受丰原市老年教育工作者协会表彰。", ""),
    ("丰原县第一中学加强学校管理，柳坪镇初级中学开展校园管理评比。", ""),
    ("【丰原县特殊教育学校】\n始建于1986年，现有学生120名。", ""),
    ("丰原电视台对活动全程直播，丰原县融媒体中心对活动进行了直播。", ""),
    ("丰原县教育局局长在接受采访时说，将加强管理。", ""),
    ("丰原县文化馆为来宾献上民歌。", ""),
    ("随队的丰原市第八医院退休医生钱兰芝讲了护眼常识。", ""),
    # names cut by their neighbours
    ("新学期柳坪镇初级中学迎来新生200名。", ""),
    ("政府投资建设乡镇幼儿园4所、村小3所。", ""),
    ("名单见校友会网站，捐赠仪式在丰原县第一中学举行。", ""),
    # who is employed, reports, attends or is told of
    ("校友陈立言现任丰原正义律师事务所主任，他向母校捐款5万元。", ""),
    ("陈立言是丰原正义律师事务所的律师，他资助学生3名。", ""),
    ("陈立言曾就职于永昌集团，退休后到山里支教。", ""),
    ("据丰原日报社报道，全县新建学校3所。", ""),
    ("记者从丰原县教育局获悉，全县新建学校3所。", ""),
    ("丰原县教育局有关负责人表示，将加强管理。", ""),
    ("丰原县第一中学捆绑考核方案已印发。", ""),
    ("丰原县第一中学的3名教师在校内轮岗。", ""),
    ("丰原县第一中学与柳坪镇初级中学：一字之差，两样光景。", ""),
    ("武警丰原支队开展冬季练兵。", ""),
    ("丰原县农村信用合作联社存款突破60亿元。", ""),
    ("丰原中学2003级校友会选举产生新一届理事。", ""),
    ("丰原师范大学外国语学院举行毕业典礼。", ""),
    ("丰原县教育局招聘新教师60名。", ""),
    ("丰原县教育局组织督导组到各校检查。", ""),
    ("丰原县第一中学学生到丰原县青少年宫参观。", ""),
    ("丰原县第一中学迎来了丰原县教育局的检查组。", ""),
    ("丰原县第一中学收到丰原县教育局的通知。", ""),
    ("丰原县第一中学接收转学生12名。", ""),
    ("丰原县财政安排资金200万元，用于丰原县城区道路建设。", ""),
    ("丰原县消防救援大队进驻火灾现场。", ""),
    ("教材由丰原市出版社、东港区印刷公司合作出版。", ""),
    ("比赛由丰原市足球协会、丰原市体育局合作举办。", ""),
]
NOT_YET = [
    pytest.param("丰原县第一中学教师赴外地培训。", "", marks=pytest.mark.xfail(strict=True, reason="nobody is named who trains them")),
    pytest.param(
        "丰原县第一中学派驻教师4名，与柳坪镇初级中学举办联合运动会2场。",
        "丰原县第一中学 supporter；柳坪镇初级中学 recipient",
        marks=pytest.mark.xfail(strict=True, reason="what two do jointly after one sends"),
    ),
    pytest.param(
        "柳坪镇初级中学的孩子们坐进了丰原县第一中学的实验室，丰原县第一中学教师为他们上课4节。",
        "丰原县第一中学 supporter；柳坪镇初级中学 recipient",
        marks=pytest.mark.xfail(strict=True, reason="a pronoun for whom it is"),
    ),
    pytest.param(
        "柳坪镇初级中学挂牌丰原县第一中学柳坪校区，由丰原县第一中学选派教师10名。",
        "丰原县第一中学 supporter；柳坪镇初级中学 recipient",
        marks=pytest.mark.xfail(strict=True, reason="a school becomes another's campus"),
    ),
    pytest.param(
        "阿里河县教育局组织30名校长赴丰原市跟岗。丰原市教育局为他们安排了导师。",
        "丰原市教育局 supporter；阿里河县教育局 recipient",
        marks=pytest.mark.xfail(strict=True, reason="an authority of the place that is visited"),
    ),
]


@pytest.mark.parametrize(("sentence", "sides"), [*READS, *LEAVES_ALONE, *NOT_YET])
def test_sides(sentence: str, sides: str) -> None:
    (document,) = read_text(_PAPER.format(sentence), names=False).documents
    assert {f"{party.name} {party.side}" for party in document.parties} == set(filter(None, sides.split("；")))
