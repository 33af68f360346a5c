"""Who pairs with whom: the kinds of agreements, with their titles, labels and posts."""

from __future__ import annotations

from dataclasses import dataclass

from tests.planted.province import names
from tests.planted.province.chance import Chance
from tests.planted.province.deal import Party


@dataclass(frozen=True)
class Kind:
    """A kind of agreement; `makers` are pairs of a kind of organisation and its side, in the order supporter, recipient, third."""

    key: str
    makers: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, ...], ...]
    labels: tuple[tuple[str, ...], ...]
    titles: str
    weight: int


_SCHOOL_NOTES = (
    ("支援学校", "受援学校"), ("帮扶学校", "受帮扶学校"), ("帮扶方", "被帮扶方"), ("支援方", "受援方"), ("城区学校、支援方", "乡村学校、受援方"), ("援助学校", "受助学校"),
    ("牵头帮扶校", "受帮扶校"),
)  # fmt: skip
_SCHOOL_LABELS = (("支援学校", "受援学校"), ("帮扶方", "受帮扶方"), ("支援方", "受援方"), ("帮扶校", "受援校"))
_LETTERS = ("甲方", "乙方", "丙方")

KINDS = (
    Kind("school", (("city-primary", "supporter"), ("rural-primary", "recipient")), _SCHOOL_NOTES, _SCHOOL_LABELS, """
        [城乡|校际|强弱|“手拉手”|]学校[结对帮扶|结对共建|对口支援|联谊共建]协议[书|]
        义务教育[优质均衡|城乡一体化]结对[帮扶|共建]协议[书|]
        [“一对一”|“一校帮一校”|]结对帮扶[协议书|协议|合同|合作协议]
        [紧密型|联合型|]城乡[教育|教学|学校]共同体[合作|共建]协议[书|]
        送教下乡[暨校际|与校际]结对协议[书|]
    """, 5),
    Kind("middle", (("city-middle", "supporter"), ("rural-middle", "recipient")), _SCHOOL_NOTES, _SCHOOL_LABELS, """
        初中[强校|提升|壮大]工程结对[帮扶|共建]协议[书|]
        [东西部协作|区域内|跨省]学校结对[帮扶|协作|交流]协议[书|]
        [教育帮扶|对口帮扶|教学帮扶]协议[书|]
        学校[发展共同体|联盟]结对[合作|]协议[书|]
    """, 4),
    Kind("kinder", (("city-kinder", "supporter"), ("rural-kinder", "recipient")), (
        ("帮扶园", "受帮扶园"), ("支援园", "受援园"), ("示范园、帮扶方", "乡镇园、受帮扶方"), ("牵头帮扶园", "受援园"),
    ), (("帮扶园", "受帮扶园"), ("支援园", "受援园"), ("帮扶方", "受援方")), """
        幼儿园[结对帮扶|姐妹园结对|手拉手结对]协议[书|]
        [城乡|乡镇|学前教育]幼儿园[发展共同体|帮扶共同体|结对互助]协议[书|]
        [省级示范园|优质园]帮扶[薄弱园|乡镇园]协议[书|]
    """, 3),
    Kind("voc", (("city-voc", "supporter"), ("rural-voc", "recipient")), _SCHOOL_NOTES, _SCHOOL_LABELS, """
        职业[教育|院校][对口帮扶|对口支援|结对协作|东西协作][协议书|协议|框架协议|合作协议]
        [中职|职业]学校[合作办学|专业共建]暨结对帮扶协议[书|]
        [技能人才|职教][协同培养|协作帮扶]备忘录
    """, 3),
    Kind("university", (("university", "supporter"), ("county-high", "recipient")), (
        ("帮扶高校", "受帮扶学校"), ("托管帮扶方", "受帮扶方"), ("支援方", "受援方"),
    ), (("帮扶高校", "受援学校"), ("支援方", "受援方")), """
        县[域高中|中]托管帮扶[协议书|协议|项目协议]
        高校[对口帮扶|结对帮扶|支持]县[级普通|域]高中[协议书|协议|合作备忘录]
        [大学|高校]—县中[教育|]结对[协议书|意向书]
    """, 2),
    Kind("fund", (("fund", "supporter"), ("rural-primary", "recipient")), (
        ("捐赠方", "受赠方"), ("捐赠人", "受赠人"), ("资助方", "受助方"),
    ), (("捐赠方", "受赠方"), ("资助方", "受助方")), """
        [捐资助学|爱心助学|教育捐赠|乡村助学项目][协议书|协议|合同]
        [公益|慈善][助学|助教]结对[协议书|协议]
        [“春芽”|“星火”|“书香”]乡村学校结对资助[协议书|协议]
    """, 3),
    Kind("firm", (("firm", "supporter"), ("rural-voc", "recipient")), (
        ("捐助企业", "受助学校"), ("帮扶企业", "受帮扶学校"), ("支持方", "受援方"),
    ), (("帮扶企业", "受援学校"), ("捐助方", "受助方")), """
        [校企|企校]结对[帮扶|共建|助学][协议书|协议|合作协议]
        “万企兴万村”[结对助学|教育帮扶]协议[书|]
        企业[定点|结对]帮扶[学校|职业学校][协议书|协议]
    """, 2),
    Kind("bureau", (("bureau", "supporter"), ("bureau", "recipient")), (
        ("支援方", "受援方"), ("帮扶方", "受帮扶方"), ("支援地", "受援地"),
    ), (("支援方", "受援方"), ("帮扶方", "受帮扶方")), """
        [教育协作|东西部教育协作|教育对口帮扶|教育人才“组团式”帮扶][协议书|协议|框架协议|合作协议]
        [结对|协作|携手]推进教育[振兴|高质量发展][协议|合作框架协议|备忘录]
    """, 2),
    Kind("group", (("group", "supporter"), ("rural-middle", "recipient")), (
        ("托管方、帮扶方", "被托管方、受帮扶方"), ("支援集团", "受援学校"), ("帮扶集团", "受帮扶学校"),
    ), (("帮扶方", "受帮扶方"), ("支援集团", "受援学校")), """
        [集团化办学|教育集团][结对|托管][帮扶协议|帮扶协议书|协议书]
        [薄弱学校|乡村学校][委托管理|托管帮扶]协议[书|]
    """, 2),
    Kind("teaching", (("city-middle", "supporter"), ("rural-middle", "recipient"), ("bureau", "third")), (
        ("派出学校、支援方", "接收学校、受援方", "主管部门"), ("支援学校", "受援学校", "管理单位"), ("帮扶方", "受帮扶方", "统筹单位"),
    ), (("支援学校", "受援学校", "主管部门"),), """
        [三方|][支教|轮岗交流|教师支教]帮扶[协议书|协议|合作协议]
        [乡村教师|乡村学校][支持|支教]三方协议[书|]
        [银龄|骨干]教师[下乡|援教][三方|]协议[书|]
    """, 3),
    Kind("trio", (("city-primary", "supporter"), ("rural-primary", "recipient"), ("rural-primary", "recipient")), (
        ("支援学校", "受援学校", "受援学校"), ("帮扶方", "受帮扶方", "受帮扶方"), ("帮扶校", "受帮扶校", "受帮扶校"),
    ), (), """
        “一带二”结对帮扶协议[书|]
        [一校帮两校|三校联动|片区学校]结对[帮扶|共建]协议[书|]
    """, 2),
    Kind("letter", (("bureau", "first"), ("city-primary", "second")), (("责任主管单位", "责任学校"), ("主管单位", "责任单位")), (("主管单位", "责任单位"),), """
        [结对帮扶|对口支援|城乡结对|控辍保学结对帮扶]工作[目标|]责任书
        [帮扶|结对]任务[责任书|承诺协议]
    """, 2),
    Kind("masters", (("person", "supporter"), ("person", "recipient")), (("师父", "徒弟"), ("指导教师", "青年教师"), ("导师", "学员")), (
        ("师父", "徒弟"), ("指导教师", "青年教师"), ("师傅", "徒弟"),
    ), """
        [青蓝工程|“青蓝工程”|青年教师|新教师培养|班主任]师徒结对[协议书|协议|责任书]
        [名师|骨干教师]带教[协议书|协议]
        [城乡教师|教师]“传帮带”[师徒|]结对[协议|协议书]
    """, 2),
)  # fmt: skip

_POSTS = {
    "bureau": ("局长", "副局长"), "fund": ("理事长", "秘书长"), "firm": ("总经理", "董事长"), "university": ("校长", "副校长"), "group": ("总校长", "理事长"),
    "city-kinder": ("园长",), "rural-kinder": ("园长",), "person": ("",),
}  # fmt: skip


def parties(kind: Kind, chance: Chance, rule: str) -> tuple[Party, ...]:
    """The parties with their labels; now and then the recipient is 甲方."""
    letters = chance.odds(0.78) or rule in _NEEDS_LETTERS or not kind.labels
    notes = chance.pick(kind.notes)
    labels = list(_LETTERS) if letters else list(chance.pick(kind.labels))
    order = list(range(len(kind.makers)))
    if letters and kind.key not in {"letter", "masters", "trio"} and chance.odds(0.12):
        order[:2] = [1, 0]
    home = names.place(chance, rich=False)
    found: list[Party] = []
    for spot, index in enumerate(order):
        maker, side = kind.makers[index]
        name = _fresh_name(chance, maker, side, home, found)
        post = chance.pick(_POSTS.get(maker, ("校长", "校长", "校长", "党总支书记")))
        short = _short(chance, name, maker) if kind.key != "masters" and chance.odds(0.22) else ""
        person = name if maker == "person" else _fresh_person(chance, found)
        found.append(Party(labels[spot], notes[index] if letters else "", name, short, person, post, side))
    if len({party.short for party in found if party.short}) < len([party for party in found if party.short]):
        found = [Party(p.label, p.note, p.name, "", p.person, p.post, p.side) for p in found]
    return tuple(found)


_NEEDS_LETTERS = {"party-side-conflict"}


def _fresh_name(chance: Chance, maker: str, side: str, home: str, found: list[Party]) -> str:
    if maker == "person":
        return _fresh_person(chance, found)
    rich = side == "supporter" and maker in {"university", "fund", "firm", "bureau", "group", "city-voc"}
    far = side == "supporter" and not rich and chance.odds(0.5)
    while True:
        name = names.organisation(chance, maker, names.place(chance, rich=True) if rich or far else home)
        if all(name != party.name for party in found):
            return name


def _fresh_person(chance: Chance, found: list[Party]) -> str:
    while True:
        person = names.person(chance)
        if all(person != party.person for party in found):
            return person


def _short(chance: Chance, name: str, maker: str) -> str:
    """A short name that the paper declares; "" where the name has no usual one."""
    for mark in ("省", "市", "区", "县", "镇", "乡"):
        head, _, rest = name.rpartition(mark)
        if head and len(rest) >= 4:
            place = head[-2:] if maker not in {"rural-primary", "rural-middle", "rural-kinder"} else ""
            return (place if chance.odds(0.3) else "") + rest
    return ""
