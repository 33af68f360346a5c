"""Clauses that refer, name or list: where they are right in a clean paper, and wrong where that is the defect."""

from __future__ import annotations

from tests.planted.province.chance import Chance
from tests.planted.province.deal import Deal, Item, Section
from tests.planted.province.heads import declares_shorts
from tests.planted.province.numerals import han
from tests.planted.province.variants import variant

_REFERRING = """
    [违反|未履行]本协议{ref}约定的，[应当及时改正|另一方有权提出异议]
    本协议{ref}[所列事项|约定的内容]，[每学年初可作适当调整|由联络员负责落实]
    按照[本协议|]{ref}的约定[开展工作|执行]，[因故需要调整的提前告知对方|不得擅自变更]
    {ref}[规定|约定]的事项[完成情况列入年度总结|由主管部门负责督促]
"""
_NAMED = """
    {name}[校长|负责人]为本单位[结对工作|履行本协议]的第一责任人
    [结对活动|帮扶工作]的通讯报道应注明{name}[参与|承办]
    {name}在协议期内[更名|合并]的，由[承继其权利义务的单位|更名后的单位]继续履行
"""
_ANNEXES = ("结对帮扶任务清单", "年度工作计划表", "派出人员名单", "师徒结对名册", "物资清单", "经费预算表", "活动安排表", "受助学生登记表")


def insertions(deal: Deal, sections: list[Section]) -> str | None:
    """Puts such clauses into the sections; gives the defect's subject if one of them is it."""
    chance = deal.chance.part("insertions")
    subject = None
    if deal.rule == "dangling-reference":
        subject = _dangling(deal, chance, sections)
    elif chance.odds(0.25) and deal.rule not in _QUIET:
        keys = [key for key in ("money", "duties", "term") if sum(section.key == key for section in sections) == 1]
        if keys:
            _put(chance, sections, Item(_filled(deal, chance, _REFERRING).replace("{ref}", f"«{chance.pick(keys)}»")))
    if deal.spot == "body" and deal.rule == "party-name-variant":
        party = chance.pick(deal.parties)
        subject = party.label
        _put(
            chance,
            sections,
            Item(_filled(deal, chance, _PERSONAL if deal.kind == "masters" else _NAMED).replace("{name}", variant(party, chance))),
        )
    elif deal.rule == "" and deal.kind != "masters" and chance.odds(0.2):
        party = chance.pick(deal.parties)
        short = party.short if declares_shorts(deal) else ""
        _put(chance, sections, Item(_filled(deal, chance, _NAMED).replace("{name}", short or party.name)))
    if deal.spot == "body" and deal.rule == "party-side-conflict":
        subject = _sides(deal, chance, sections)
    return subject


_QUIET = {"clause-gap", "clause-duplicate", "missing-duties", "missing-liability"}
_PERSONAL = """
    {name}[的学习情况记入教师业务档案|老师的结对工作计入工作量]
    [学期末|每学期末]由教务处对{name}[老师|]的履约情况作出评价
"""
_SIDES = """
    {who}作为{part}，应[安排专人负责接待|妥善安排来校教师的食宿|主动提出帮扶需求]
    {who}作为{part}，应当[做好受援工作的组织|珍惜帮扶机会，加强内部管理]
"""
_SIDES_OF_GIVER = """
    {who}作为{part}，应[选派骨干教师到对方支教|向对方提供优质教学资源]
    {who}作为{part}，[负责送教上门|应主动为对方培训教师]
"""


def _filled(deal: Deal, chance: Chance, block: str) -> str:
    return deal.named(chance.line(block))


def _put(chance: Chance, sections: list[Section], item: Item) -> None:
    """Into the section before the last, or the last, behind what stands there."""
    places = [section for section in sections if section.key in {"last", "assess", "change", "staff", "safety", "supplement"}]
    section = chance.pick(places or sections[-1:])
    section.items.insert(chance.between(0, len(section.items)), item)


def _dangling(deal: Deal, chance: Chance, sections: list[Section]) -> str:
    if chance.odds(0.35):
        number = chance.pick(("附件2", "附件3", "附件二", "附件4"))
        words = chance.pick(
            (f"具体标准见{number}", f"具体安排按{number}执行", f"各项任务的完成时限详见{number}", f"人员名单以{number}为准")
        )
        _put(chance, sections, Item(words))
        return number
    leaves = sum(len(item.kids) or 1 for section in sections for item in section.items)
    beyond = max(leaves, len(sections)) + chance.between(2, 6)
    reference = f"第{han(beyond)}条"
    _put(chance, sections, Item(_filled(deal, chance, _REFERRING).replace("{ref}", reference)))
    return reference


def _sides(deal: Deal, chance: Chance, sections: list[Section]) -> str:
    """One party is given the other's part."""
    side = chance.pick(("supporter", "supporter", "recipient"))
    party = chance.pick(deal.of_side(side))
    other = next(one for one in deal.parties if one.side == ("recipient" if side == "supporter" else "supporter"))
    part = other.note.split("、")[-1]
    words = _filled(deal, chance, _SIDES if side == "supporter" else _SIDES_OF_GIVER)
    _put(chance, sections, Item(words.replace("{who}", party.label).replace("{part}", part)))
    return party.label


_EVENTS = (
    ("9月", "开学工作对接"), ("10月", "示范课展示"), ("11月", "教学开放周"), ("12月", "学期工作总结"), ("3月", "新学期教研启动"), ("4月", "读书分享活动"),
    ("5月", "学生手拉手活动"), ("6月", "年度工作总结"),
)  # fmt: skip


def _calendar(deal: Deal, chance: Chance) -> list[str]:
    """A table of the year's activities, without any number that somebody promises."""
    rows = [
        f"| {month} | {event} | {chance.pick((deal.supporter, deal.recipient, deal.both))} |" for month, event in chance.some(_EVENTS, 4)
    ]
    return ["| 时间 | 活动内容 | 承办 |", "| --- | --- | --- |", *rows]


def annexes(deal: Deal) -> tuple[list[str], str | None]:
    """Annexes that are announced and listed at the end, or none."""
    chance = deal.chance.part("annexes")
    if deal.rule == "dangling-reference":
        return (["", f"附件1：{chance.pick(_ANNEXES)}"] if chance.odds(0.5) else []), None
    if not chance.odds(0.2) or deal.rule in {"clause-gap", "clause-duplicate", "missing-duties", "missing-party"}:
        return [], None
    if chance.odds(0.25) and deal.kind not in {"masters", "fund", "firm", "letter"}:
        return ["", "附：年度活动安排表", *_calendar(deal, chance)], None
    listed = chance.some(_ANNEXES if deal.kind != "masters" else ("听课记录表", "师徒活动登记表", "考核评价表"), chance.between(1, 3))
    if len(listed) == 1:
        return ["", f"附件：{listed[0]}"], None
    rows = [f"{number}.{name}" for number, name in enumerate(listed, 1)]
    if chance.odds(0.5):
        return ["", f"附件：{rows[0]}", *(f"　　　{row}" for row in rows[1:])], None
    return ["", *(f"附件{number}：{name}" for number, name in enumerate(listed, 1))], None
