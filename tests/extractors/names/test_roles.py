"""The parties that an agreement declares: labels of every kind, blanks, prose, and their sides from labels and from deeds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.names.declared_party import DeclaredParty
from extractors.names.roles import find_roles
from schemas.agreement import Kind
from tests.extractors.fields.passages import passage_of

# the lines of the head, the first clause, and the parties: role, name, side (? where deeds would have to tell), short names
READS = [
    ("甲方：柳林县实验小学\n乙方：柳林县三岔小学", "", "甲方 柳林县实验小学 ?；乙方 柳林县三岔小学 ?"),
    ("甲方（支援方）：青城市第五中学\n乙方（受援方）：黑石县民族中学", "", "甲方 青城市第五中学 supporter；乙方 黑石县民族中学 recipient"),
    (
        "甲方：青城市第五中学（以下简称“青城五中”）\n乙方：黑石县民族中学（以下简称“民族中学”）",
        "",
        "甲方 青城市第五中学 ? [青城五中]；乙方 黑石县民族中学 ? [民族中学]",
    ),
    ("支援学校：金湾区第一小学\n受援学校：白藤镇小学", "", "支援学校 金湾区第一小学 supporter；受援学校 白藤镇小学 recipient"),
    ("甲方：金湾区第一小学　　乙方：白藤镇小学", "", "甲方 金湾区第一小学 ?；乙方 白藤镇小学 ?"),
    ("甲方：金湾区第一小学\t乙方：白藤镇小学\t丙方：金湾区教育局", "", "甲方 金湾区第一小学 ?；乙方 白藤镇小学 ?；丙方 金湾区教育局 ?"),
    (
        "甲方（帮扶学校）：____________\n乙方（受援学校）：____________",
        "",
        "甲方 ____________ supporter blank；乙方 ____________ recipient blank",
    ),
    ("甲方：\n乙方：", "", "甲方  ? blank；乙方  ? blank"),
    ("甲方：xx市xx中学\n乙方：XXX小学", "", "甲方 xx市xx中学 ? blank；乙方 XXX小学 ? blank"),
    ("帮扶学校：××小学\n被帮扶学校：××教学点", "", "帮扶学校 ××小学 supporter blank；被帮扶学校 ××教学点 recipient blank"),
    ("甲方：○○幼儿园\n乙方：○○○幼儿园", "", "甲方 ○○幼儿园 ? blank；乙方 ○○○幼儿园 ? blank"),
    ("甲方：某市第一高级中学\n乙方：某县高级中学", "", "甲方 某市第一高级中学 ? blank；乙方 某县高级中学 ? blank"),
    ("甲方：江宁中学\n乙方：　　　　　　", "", "甲方 江宁中学 ?；乙方  ? blank"),
    ("捐赠人：吴启明\n受赠人：文渡小学", "", "捐赠人 吴启明 supporter；受赠人 文渡小学 recipient"),
    ("捐赠方（甲方）：启航教育基金会\n受赠方（乙方）：文渡小学", "", "甲方 启航教育基金会 supporter；乙方 文渡小学 recipient"),
    ("支援方甲方：港北区中心小学\n受援方乙方：木梓镇中心小学", "", "甲方 港北区中心小学 supporter；乙方 木梓镇中心小学 recipient"),
    ("委托方：东乡县教育局\n受托方：师大附属实验学校", "", "委托方 东乡县教育局 ?；受托方 师大附属实验学校 supporter"),
    (
        "甲方（优质学校）：星海小学\n乙方（乡镇中心校）：灯塔小学\n丙方（教学点）：岩口教学点",
        "一、甲方帮乙方、乙方带丙方。\n二、乙方每月派教师到丙方走教4次。\n三、丙方教师到乙方听课20节。",
        "甲方 星海小学 supporter；乙方 灯塔小学 both；丙方 岩口教学点 recipient",
    ),
    (
        "甲方：星海小学\n乙方：灯塔小学\n丙方：岩口小学\n见证方：海滨区教育局",
        "一、甲方派教师到乙方、丙方支教。\n二、乙方选派教师赴甲方跟岗。\n三、丙方选派教师赴甲方跟岗。",
        "甲方 星海小学 supporter；乙方 灯塔小学 recipient；丙方 岩口小学 recipient",
    ),
    (
        "甲方（输出校）：星海小学\n乙方（输入校）：灯塔小学\n丙方（主管部门）：海滨区教育局",
        "",
        "甲方 星海小学 supporter；乙方 灯塔小学 ?；丙方 海滨区教育局 unknown",
    ),
    ("核心校：北辰高级中学\n成员校：北辰区第二中学", "", "核心校 北辰高级中学 supporter；成员校 北辰区第二中学 recipient"),
    ("牵头园：机关幼儿园\n成员园：丁家铺幼儿园", "", "牵头园 机关幼儿园 supporter；成员园 丁家铺幼儿园 recipient"),
    ("城区学校：文庙小学\n乡村学校：陈家沟小学", "", "城区学校 文庙小学 supporter；乡村学校 陈家沟小学 recipient"),
    (
        "甲方：恒通建设集团有限公司\n地址：滨江路88号\n法定代表人：高志强\n联系电话：13900000000\n乙方：南坪小学\n地址：南坪乡街上\n法定代表人：陆小梅",
        "",
        "甲方 恒通建设集团有限公司 ?；乙方 南坪小学 ?",
    ),
    ("甲方：育才学校（东校区）\n乙方：岩口中心学校", "", "甲方 育才学校（东校区） ?；乙方 岩口中心学校 ?"),
    ("甲方：晨光幼儿园（简称晨光园）\n乙方：云坡幼儿园（简称：云坡园）", "", "甲方 晨光幼儿园 ? [晨光园]；乙方 云坡幼儿园 ? [云坡园]"),
    ("甲　方：晨光幼儿园\n乙　方：云坡幼儿园", "", "甲方 晨光幼儿园 ?；乙方 云坡幼儿园 ?"),
    ("甲方 : 晨光幼儿园\n乙方 : 云坡幼儿园", "", "甲方 晨光幼儿园 ?；乙方 云坡幼儿园 ?"),
    ("支援學校：維多利亞道小學\n受援學校：榕樹灣小學", "", "支援學校 維多利亞道小學 supporter；受援學校 榕樹灣小學 recipient"),
    (
        "鼓楼区教师进修学校（以下简称甲方）与汤泉镇中心小学（以下简称乙方）经协商签订本协议。",
        "",
        "甲方 鼓楼区教师进修学校 ?；乙方 汤泉镇中心小学 ?",
    ),
    (
        "由鼓楼区教师进修学校（以下称“甲方”）对汤泉镇中心小学（以下称“乙方”）进行帮扶，双方约定如下。",
        "",
        "甲方 鼓楼区教师进修学校 ?；乙方 汤泉镇中心小学 ?",
    ),
    (
        "为促进均衡发展，根据上级精神，南苑中学（以下简称“甲方”）、北岭中学（以下简称“乙方”）达成以下协议。",
        "",
        "甲方 南苑中学 ?；乙方 北岭中学 ?",
    ),
    ("师傅：韩雪\n徒弟：丁一鸣", "", "师傅 韩雪 supporter；徒弟 丁一鸣 recipient"),
    ("资助方：鼎盛商贸有限公司\n受助方：红岩小学", "", "资助方 鼎盛商贸有限公司 supporter；受助方 红岩小学 recipient"),
    (
        "帮扶单位：市直机关幼儿园\n受帮扶单位：石坪幼儿园、三溪幼儿园",
        "",
        "帮扶单位 市直机关幼儿园 supporter；受帮扶单位 石坪幼儿园、三溪幼儿园 recipient",
    ),
    ("派出学校：青藤中学\n接收学校：平湖中学", "", "派出学校 青藤中学 supporter；接收学校 平湖中学 recipient"),
    ("责任单位：望江县第四小学", "", "责任单位 望江县第四小学 supporter"),
    ("承诺单位：望江县第四小学", "", "承诺单位 望江县第四小学 supporter"),
    ("甲方：中共长坪镇委员会\n乙方：中共长坪镇中心学校支部委员会", "", "甲方 中共长坪镇委员会 ?；乙方 中共长坪镇中心学校支部委员会 ?"),
    ("甲方（盖章）：文华小学\n乙方（盖章）：岭南小学", "", "甲方 文华小学 ?；乙方 岭南小学 ?"),
    ("优质园：莲花幼儿园\n薄弱园：荷塘幼儿园", "", "优质园 莲花幼儿园 supporter；薄弱园 荷塘幼儿园 recipient"),
    ("1.甲方：莲花中学\n2.乙方：荷塘中学", "", "甲方 莲花中学 ?；乙方 荷塘中学 ?"),
    (
        "甲方：莲花中学\n乙方：荷塘中学\n丙方：荷塘镇人民政府\n丁方：莲花区教育局",
        "",
        "甲方 莲花中学 ?；乙方 荷塘中学 ?；丙方 荷塘镇人民政府 ?；丁方 莲花区教育局 ?",
    ),
    ("总校：莲花中学\n分校：荷塘中学", "", "总校 莲花中学 supporter；分校 荷塘中学 recipient"),
    (
        "支援地教育局：莲花区教育局\n受援地教育局：荷塘县教育局",
        "",
        "支援地教育局 莲花区教育局 supporter；受援地教育局 荷塘县教育局 recipient",
    ),
    (
        "甲方：莲花中学\n乙方：荷塘中学",
        "甲方每学期选派教师到乙方支教，为乙方培训骨干教师。",
        "甲方 莲花中学 supporter；乙方 荷塘中学 recipient",
    ),
    (
        "甲方：荷塘中学\n乙方：莲花中学",
        "乙方每学期选派教师到甲方支教，甲方教师到乙方跟岗学习。",
        "甲方 荷塘中学 recipient；乙方 莲花中学 supporter",
    ),
    (
        "甲方：荷塘中学\n乙方：莲花中学",
        "一、甲方责任\n1.安排教师到乙方跟岗，认真学习。\n二、乙方责任\n1.为甲方培训学科教师。",
        "甲方 荷塘中学 recipient；乙方 莲花中学 supporter",
    ),
    ("甲方：荷塘中学\n乙方：莲花中学", "一、甲方选派教师赴乙方跟班学习。", "甲方 荷塘中学 recipient；乙方 莲花中学 supporter"),
    ("甲方：荷塘中学\n乙方：莲花中学", "一、双方互派教师交流。", "甲方 荷塘中学 unknown；乙方 莲花中学 unknown"),
    (
        "甲方：荷塘中学\n乙方：启明电子有限公司",
        "一、乙方向甲方捐赠图书和电脑。",
        "甲方 荷塘中学 recipient；乙方 启明电子有限公司 supporter",
    ),
    (
        "甲方：启明电子有限公司\n乙方：荷塘中学\n丙方：柳坝中学",
        "一、甲方向乙方、丙方捐赠电脑，并资助两校困难学生。",
        "甲方 启明电子有限公司 supporter；乙方 荷塘中学 recipient；丙方 柳坝中学 recipient",
    ),
    (
        "甲方：启明电子有限公司\n乙方：荷塘中学\n丙方：柳坝小学",
        "一、甲方资助丙方困难学生。\n二、乙方选派教师到丙方支教。",
        "甲方 启明电子有限公司 supporter；乙方 荷塘中学 supporter；丙方 柳坝小学 recipient",
    ),
    (
        "甲方：滨海市人民政府\n乙方：高寒县人民政府",
        "一、甲方每年安排资金支持乙方学校建设。",
        "甲方 滨海市人民政府 supporter；乙方 高寒县人民政府 recipient",
    ),
    (
        "甲方：莲花市第一中学（简称“莲花一中”）\n乙方：荷塘县中学（简称“荷塘中学”）",
        "一、荷塘中学选派教师到莲花一中跟岗。",
        "甲方 莲花市第一中学 supporter [莲花一中]；乙方 荷塘县中学 recipient [荷塘中学]",
    ),
    ("| 项目 | 甲方 | 乙方 |\n| --- | --- | --- |\n| 学校名称 | 湖畔小学 | 山坳小学 |", "", "甲方 湖畔小学 ?；乙方 山坳小学 ?"),
    ("甲方（帮扶学校）\t莲花中学\n乙方（受援学校）\t荷塘中学", "", "甲方 莲花中学 supporter；乙方 荷塘中学 recipient"),
    ("甲方：\n莲花中学\n乙方：\n荷塘中学", "", "甲方 莲花中学 ?；乙方 荷塘中学 ?"),
    ("【甲方】莲花中学\n【乙方】荷塘中学", "", "甲方 莲花中学 ?；乙方 荷塘中学 ?"),
    ("莲花中学（甲方）\n荷塘中学（乙方）", "", "甲方 莲花中学 ?；乙方 荷塘中学 ?"),
    ("甲方：（帮扶校） 莲花中学\n乙方：（被帮扶校）荷塘中学", "", "甲方 莲花中学 supporter；乙方 荷塘中学 recipient"),
    ("甲方名称：莲花中学\n乙方名称：荷塘中学", "", "甲方 莲花中学 ?；乙方 荷塘中学 ?"),
    ("甲方：__莲花中学__\n乙方：荷塘中学____", "", "甲方 莲花中学 ?；乙方 荷塘中学 ?"),
    ("甲方：待定\n乙方：（填写学校全称）", "", "甲方 待定 ? blank；乙方  ? blank"),
    ("甲方：        县        小学\n乙方：      学校", "", "甲方 县 ? blank；乙方 学校 ? blank"),
    ("师父：韩雪\n青年教师：丁一鸣", "", "师父 韩雪 ?；青年教师 丁一鸣 ?"),
    ("甲方：莲花中学\n\n由荷塘中学（以下简称乙方）接受帮扶，约定如下。", "", "甲方 莲花中学 ?；乙方 荷塘中学 ?"),
]

# lines of a head that declare no party
LEAVES_ALONE = [
    "法定代表人：严松柏",
    "联系人：何小曼",
    "联系电话：0758-2233445",
    "协议编号：2024-JD-017",
    "签订地点：云台市教育局会议室",
    "签订时间：2024年3月5日",
    "地址：城关镇学府路6号",
    "邮编：526000",
    "校长：江一帆",
    "负责人：陆明",
    "电子邮箱：jd@example.org",
    "身份证号码：××××××",
    "银行账户：中国农业银行城关支行",
    "统一社会信用代码：12440000MB2C00000X",
    "项目名称：城乡学校结对帮扶",
    "帮扶时间：2024年3月至2027年3月",
    "帮扶内容：教学、教研、管理",
    "帮扶形式：送教、跟岗、同步课堂",
    "指导思想：立德树人",
    "帮扶目标：共同提高",
    "帮扶年级：三至六年级",
    "联系学校：自行填写",
    "主送单位：各中小学",
    "抄送单位：县教育局",
    "填报单位：县实验小学",
    "填表单位：县实验小学",
    "制表单位：教育局基教科",
    "传真：0758-2233446",
    "结对学科：语文、数学",
    "依据：《义务教育法》",
    "备注：一式两份",
    "双方单位：详见附件",
    "本方：略",
    "对方：略",
    "日期：2024年3月5日",
    "职务：校长",
    "开户行：城关信用社",
    "类别：对口帮扶",
    "学段：小学",
    "帮扶周期：三年",
    "网址：www.example.org",
    "鉴于：双方有合作意愿",
    "目的：促进均衡发展",
    "原则：平等互利",
    "根据上级部署，结合实际，双方协商如下：",
    "为落实结对帮扶工作，特作如下约定：",
    "现就有关事项约定如下：",
    "经双方协商：",
    "结对关系：一对一",
    "帮扶对子：语文组与语文组",
    "活动地点：县文化馆",
    "学校类型：公办",
    "办学规模：18个班",
    "发布单位：教育局办公室",
    "我单位：略",
    "各单位：请遵照执行",
]

NOT_YET = ()

_FRAME = "结对帮扶协议书\n{}\n为推进教育均衡发展，经协商，达成如下协议。\n{}\n本协议一式两份。"


def _roles(head: str, clause: str) -> tuple[DeclaredParty, ...]:
    return find_roles(passage_of(_FRAME.format(head, clause or "一、双方定期会商。")))


def _shown(party: DeclaredParty) -> str:
    aliases = f" [{'，'.join(party.aliases)}]" if party.aliases else ""
    return f"{party.written_role or party.role} {party.written} {party.side}{' blank' if party.blank else ''}{aliases}"


@pytest.mark.parametrize(("head", "clause", "expected"), [*READS, *NOT_YET])
def test_reads(head: str, clause: str, expected: str) -> None:
    found = _roles(head, clause)
    wanted = expected.split("；")
    assert len(found) == len(wanted)
    assert [_shown(party) for party in found] == [want.replace(" ?", f" {party.side}") for want, party in zip(wanted, found, strict=True)]


@pytest.mark.parametrize("line", LEAVES_ALONE)
def test_leaves_alone(line: str) -> None:
    head = f"甲方：云台市第一小学\n{line}\n乙方：石鼓镇小学"
    assert [(party.role, party.name) for party in _roles(head, "")] == [("甲方", "云台市第一小学"), ("乙方", "石鼓镇小学")]


@pytest.mark.parametrize("kind", ["plan", "summary", "news", "notice", "other"])
def test_only_agreements_declare_parties(kind: Kind) -> None:
    passage = passage_of("甲方：云台市第一小学\n乙方：石鼓镇小学\n双方定期会商。", kind)
    assert find_roles(passage) == ()


@given(
    label=st.sampled_from(["甲方（支援学校）", "支援学校", "帮扶单位", "捐赠方"]),
    name=st.sampled_from(["云台市第一小学", "云台市机关幼儿园", "瑞安商贸有限公司", "育才学校（南校区）"]),
    after=st.sampled_from(["", "（以下简称“我方”）", "  法定代表人：严松柏", "\n地址：学府路6号"]),
)
def test_the_name_is_whole_whatever_stands_around(label: str, name: str, after: str) -> None:
    head = f"{label}：{name}{after}\n乙方：石鼓镇小学"
    text = _FRAME.format(head, "一、双方定期会商。")
    party = _roles(head, "")[0]
    assert party.name == name == text[party.start : party.end]
    assert party.side == "supporter"
