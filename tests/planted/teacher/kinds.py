"""The kinds of pairing: who sits where, on which side, with which duties."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Seat:
    """A place at the table: `sort` of body ("person" for a teacher), `side` give, take, watch or both, its duties and its label."""

    sort: str
    side: str
    pool: str
    label: str


@dataclass(frozen=True)
class Kind:
    """A kind of paper; `word` is what the pairing is called in it."""

    key: str
    word: str
    titles: tuple[str, ...]
    aims: tuple[str, ...]
    seats: tuple[Seat, ...]


def _schools(give: str = "支援学校", take: str = "受援学校") -> tuple[Seat, Seat]:
    return Seat("school0", "give", "school_give", give), Seat("school1", "take", "school_take", take)


KINDS: tuple[Kind, ...] = (
    Kind(
        "city-country",
        "结对帮扶",
        ("城乡学校结对帮扶协议书", "城乡学校“手拉手”结对协议", "结对帮扶协议", "城乡义务教育学校结对帮扶协议书", "{a}与{b}结对共建协议书"),
        ("推进城乡义务教育优质均衡发展", "缩小城乡学校办学差距", "充分发挥优质学校的示范辐射作用"),
        _schools(),
    ),
    Kind(
        "east-west",
        "对口帮扶",
        ("东西部协作学校对口帮扶协议", "东西部教育协作结对帮扶协议书", "{a} {b} 东西协作“一对一”帮扶协议"),
        ("深化东西部教育协作", "巩固拓展教育脱贫攻坚成果同乡村振兴有效衔接"),
        _schools("帮扶学校", "受帮扶学校"),
    ),
    Kind(
        "bureaus",
        "教育协作",
        ("教育对口协作框架协议", "{a}、{b}教育结对帮扶协议", "教育帮扶合作协议书"),
        ("推动两地教育优势互补、协同发展", "加快提升县域教育整体水平"),
        (Seat("bureau0", "give", "bureau_give", "支援方"), Seat("bureau1", "take", "bureau_take", "受援方")),
    ),
    Kind(
        "school-school-bureau",
        "结对帮扶",
        ("结对帮扶三方协议", "城乡学校结对帮扶三方协议书", "校际帮扶责任书"),
        ("促进区域教育均衡", "帮助薄弱学校尽快改变面貌"),
        (*_schools(), Seat("bureau1", "watch", "bureau_watch", "主管部门")),
    ),
    Kind(
        "four",
        "对口支援",
        ("两局两校对口支援协议", "教育对口支援四方协议书", "“组团式”教育帮扶四方协议"),
        ("落实教育人才“组团式”帮扶任务", "健全局校联动的对口支援机制"),
        (
            Seat("bureau0", "give", "bureau_give", "支援地教育行政部门"),
            Seat("bureau1", "take", "bureau_take", "受援地教育行政部门"),
            *_schools(),
        ),
    ),
    Kind(
        "group",
        "集团化办学",
        ("教育集团办学合作协议", "集团化办学协议书", "城乡教育共同体合作协议", "紧密型教联体建设协议"),
        ("扩大优质教育资源覆盖面", "实现以强带弱、捆绑发展"),
        (
            Seat("school0", "give", "core_give", "牵头学校"),
            Seat("school1", "take", "member_take", "成员学校"),
            Seat("school1", "take", "member_take2", "成员学校"),
        ),
    ),
    Kind(
        "trust",
        "托管帮扶",
        ("学校委托管理协议书", "名校托管协议", "薄弱学校托管办学三方协议"),
        ("探索办学体制改革", "借助名校力量办好家门口的学校"),
        (
            Seat("bureau1", "watch", "bureau_watch", "委托方"),
            Seat("school0", "give", "trust_give", "受托学校"),
            Seat("school1", "take", "trust_take", "被托管学校"),
        ),
    ),
    Kind(
        "asked-trust",
        "委托帮扶",
        ("委托帮扶协议", "学校委托帮扶合同", "合作办学帮扶协议书"),
        ("提高学校管理水平和教学质量", "引进先进办学理念"),
        (Seat("school1", "take", "trust_take", "受援方"), Seat("school0", "give", "trust_give", "支援方")),
    ),
    Kind(
        "kindergarten",
        "手拉手帮扶",
        ("幼儿园“手拉手”结对协议书", "城乡幼儿园结对帮扶协议", "学前教育帮扶协议"),
        ("促进学前教育普及普惠安全优质发展", "提升农村幼儿园保教质量"),
        (Seat("kinder0", "give", "kinder_give", "支援园"), Seat("kinder1", "take", "kinder_take", "受援园")),
    ),
    Kind(
        "university",
        "对口支援",
        ("高校对口支援县域中小学协议", "县中托管帮扶协议书", "校地教育合作帮扶协议"),
        ("发挥高校人才和学科优势", "落实县域普通高中发展提升行动计划"),
        (Seat("university0", "give", "uni_give", "支援高校"), Seat("school1", "take", "school_take", "受援学校")),
    ),
    Kind(
        "branch",
        "党建共建",
        ("党支部结对共建协议书", "党建共建协议", "“党建引领、携手同行”结对共建协议"),
        ("坚持党建引领学校发展", "增强基层党组织的凝聚力和战斗力"),
        (Seat("branch0", "both", "branch_give", "共建单位"), Seat("branch1", "both", "branch_take", "共建单位")),
    ),
    Kind(
        "apprentice",
        "师徒结对",
        ("师徒带教三方协议", "青年教师师徒结对协议书", "跨校师徒结对协议"),
        ("帮助青年教师尽快站稳讲台", "发挥骨干教师的传帮带作用"),
        (
            Seat("school1", "watch", "organiser", "组织学校"),
            Seat("person", "give", "master", "指导教师"),
            Seat("person", "take", "apprentice", "青年教师"),
        ),
    ),
    Kind(
        "envoy",
        "支教",
        ("教师支教三方协议书", "教师交流支教协议", "选派教师支教协议"),
        ("推动优秀教师向农村学校流动", "缓解农村学校师资短缺"),
        (
            Seat("school0", "give", "sender", "派出学校"),
            Seat("school1", "take", "host", "接收学校"),
            Seat("person", "watch", "envoy", "支教教师"),
        ),
    ),
    Kind(
        "hospital",
        "医校共建",
        ("医校结对共建协议", "健康帮扶进校园协议书", "医校合作结对协议"),
        ("保障师生身心健康", "普及卫生健康知识"),
        (Seat("hospital0", "give", "hospital_give", "帮扶单位"), Seat("school1", "take", "aided_take", "受助学校")),
    ),
    Kind(
        "firm",
        "结对助学",
        ("校企结对助学协议书", "企业助学协议", "爱心助学结对协议"),
        ("汇聚社会力量助力乡村教育", "改善农村学校办学条件"),
        (Seat("firm0", "give", "firm_give", "帮扶企业"), Seat("school1", "take", "aided_take", "受助学校")),
    ),
    Kind(
        "fund",
        "助学",
        ("助学项目三方协议", "公益助学协议书", "爱心助学项目合作协议"),
        ("帮助家庭经济困难学生完成学业", "支持乡村学校建设"),
        (
            Seat("fund0", "give", "firm_give", "资助方"),
            Seat("school1", "take", "aided_take", "受助学校"),
            Seat("bureau1", "watch", "bureau_watch", "监管方"),
        ),
    ),
    Kind(
        "vocational",
        "对口帮扶",
        ("中等职业学校对口帮扶协议", "职业院校结对帮扶协议书", "{a}对口帮扶{b}协议书"),
        ("提升中等职业学校办学能力", "增强职业教育服务乡村振兴的能力"),
        (Seat("vocational0", "give", "voc_give", "支援学校"), Seat("vocational1", "take", "voc_take", "受援学校")),
    ),
    Kind(
        "special",
        "随班就读指导",
        ("融合教育结对协议", "特殊教育资源指导结对协议书"),
        ("办好特殊教育、推进融合教育", "让每一个残疾孩子享有适宜的教育"),
        (Seat("special0", "give", "special_give", "指导学校"), Seat("school1", "take", "special_take", "受指导学校")),
    ),
    Kind(
        "research",
        "教研帮扶",
        ("教研机构与农村学校结对协议书", "教研帮扶协议", "送研下乡结对协议"),
        ("提高农村学校校本教研水平", "以教研促教学质量提升"),
        (Seat("research0", "give", "research_give", "帮扶单位"), Seat("school1", "take", "school_take", "受帮扶学校")),
    ),
)

_SIDES = {
    "give": ("支援学校", "支援方", "帮扶单位"),
    "take": ("受援学校", "受援方", "受帮扶单位"),
    "watch": ("监督单位", "主管单位", "主管单位"),
}
_ACROSS = {"give": "take", "take": "give"}


def side_words(seat: Seat, *, wrong: bool = False) -> tuple[str, ...]:
    """The plain words for a seat's side, or for the other side; a body that is no school is not called one."""
    words = _SIDES[_ACROSS[seat.side] if wrong else seat.side]
    return words if seat.sort.startswith(("school", "vocational", "special")) else words[1:]


TWO = tuple(kind for kind in KINDS if len(kind.seats) == 2)
SIDED = tuple(kind for kind in KINDS if {seat.side for seat in kind.seats} >= {"give", "take"} and kind.key not in {"envoy", "apprentice"})
BODIES_ONLY = tuple(kind for kind in KINDS if all(seat.sort != "person" for seat in kind.seats))
