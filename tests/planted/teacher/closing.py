"""The last clauses: what is not said, breach and quarrel, and how they are put together with effect and copies."""

from __future__ import annotations

from tests.planted.teacher.copies import copies
from tests.planted.teacher.deal import Deal
from tests.planted.teacher.sections import Section
from tests.planted.teacher.terms import effect

_SUPPLEMENT = (
    "未尽事宜，由{us}协商解决。",
    "本协议未尽事宜，{us}另行协商补充，补充协议与本协议具有同等效力。",
    "其他未尽事宜，{us}本着互谅互让的原则商定。",
    "本协议如有未尽之处，可由{us}另签补充协议。",
    "未尽事宜在执行过程中由{us}随时商议补充。",
    "凡本协议未尽之事项，由{us}商议后以书面形式补充。",
    "未尽事宜按国家有关规定办理，没有规定的由{us}协商确定。",
)
_LIABILITY = (
    "{us}应严格履行约定，违约方应承担相应的违约责任。",
    "任何一方违反本协议，其他方有权要求其限期改正；逾期不改的，可解除协议。",
    "履行中如发生争议，由{us}协商解决；协商不成的，提请上级主管部门调解。",
    "如有争议，协商解决，协商不成的向有管辖权的人民法院提起诉讼。",
    "一方无正当理由不履行协议的，应向守约方作出书面说明并承担由此造成的损失。",
    "因不可抗力不能履行的，互不承担违约责任；除此以外擅自终止协议的，按违约处理。",
    "{us}在履行协议过程中产生分歧的，应友好协商，协商不成报请教育主管部门裁定。",
)
_LIABILITY_HEADS = ("违约责任", "争议的解决", "违约与争议", "责任追究", "纠纷处理", "违约责任及争议解决")
_INSTEAD_OF_SUPPLEMENT = (
    "支教人员未尽职责的，由所在单位批评教育。",
    "结对期间各项活动以简报形式及时公布。",
    "本协议由{us}共同遵守。",
    "联系人如有变动，应在三日内告知对方。",
    "",
    "",
)
_INSTEAD_OF_LIABILITY = (
    "{us}主要负责人为第一责任人。",
    "在评先评优中，不得弄虚作假、争名逐利。",
    "校车及门卫安全责任由各校自行落实。",
    "",
    "",
    "",
)
_OTHER_HEADS = ("其他", "其他事项", "附则", "其它约定", "几点说明", "其他约定事项", "尾则")


def _supplement(deal: Deal) -> str:
    if deal.has("missing-supplement"):
        deal.subject = "supplement"
        return deal.dice.choice(_INSTEAD_OF_SUPPLEMENT)
    return deal.dice.choice(_SUPPLEMENT)


def _liability(deal: Deal) -> str:
    if deal.has("missing-liability"):
        deal.subject = "liability"
        return deal.dice.choice(_INSTEAD_OF_LIABILITY)
    return deal.dice.choice(_LIABILITY)


def closing(deal: Deal) -> tuple[list[Section], list[str]]:
    """The closing parts, and lines that stand without number before the signatures."""
    dice = deal.dice
    supplement = _supplement(deal).replace("{us}", deal.us)
    liability = _liability(deal).replace("{us}", deal.us)
    tail = {"supplement": supplement, "effect": effect(deal), "copies": copies(deal)}
    sections: list[Section] = []
    if liability and dice.yes(0.55):
        heading = dice.choice(_OTHER_HEADS if deal.has("missing-liability") else _LIABILITY_HEADS)
        sections.append(Section("liability", heading, [liability], plain=True, closing=dice.yes(0.6)))
        liability = ""
    loose = [key for key in ("effect", "copies", "supplement") if tail[key] and dice.yes(0.2)]
    last = [tail.pop(key) for key in loose]
    items = [said for said in (*tail.values(), liability) if said]
    if dice.yes(0.6):
        dice.shuffle(items)
    return sections + _parts(deal, items, {section.heading for section in sections}), last


def _parts(deal: Deal, items: list[str], taken: set[str]) -> list[Section]:
    """One part of several items, or a part for each."""
    dice = deal.dice
    if not items:
        return []
    if dice.yes(0.65):
        return [Section("other", dice.choice([one for one in _OTHER_HEADS if one not in taken]), items, plain=True, closing=True)]
    return [Section(f"other{index}", _head_of(said), [said], plain=True, closing=True) for index, said in enumerate(items)]


def _head_of(said: str) -> str:
    """A heading for one item standing alone."""
    words = (
        ("未尽职责", "人员管理"),
        ("未尽", "未尽事宜"),
        ("一式", "协议文本"),
        ("壹式", "协议份数"),
        ("生效", "协议生效"),
        ("执行", "协议执行"),
        ("施行", "施行时间"),
        ("效力", "协议效力"),
        ("争议", "争议处理"),
        ("违", "违约处理"),
        ("分歧", "分歧处理"),
    )
    return next((heading for word, heading in words if word in said), "其他说明")
