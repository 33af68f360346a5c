"""Who does what: the same promises arranged by side, by field, by stage, as single articles or in prose."""

from __future__ import annotations

from tests.planted.county import other_duties as other
from tests.planted.county import school_duties as school
from tests.planted.county.case import Case
from tests.planted.county.draft import Node
from tests.planted.county.topics import KINDERGARTEN_FIELDS, SCHOOL_FIELDS

_POOLS = {
    "primary": (school.GIVES, school.TAKES, school.SHARED),
    "middle": (school.GIVES, school.TAKES, school.SHARED),
    "kindergarten": (other.KINDERGARTEN_GIVES, other.KINDERGARTEN_TAKES, other.KINDERGARTEN_SHARED),
    "bureau": (other.BUREAU_GIVES, other.BUREAU_TAKES, other.BUREAU_SHARED),
    "donor": (other.DONOR_GIVES, other.DONOR_TAKES, other.DONOR_SHARED),
}
_FIELDS = {"primary": SCHOOL_FIELDS, "middle": SCHOOL_FIELDS, "kindergarten": KINDERGARTEN_FIELDS}
_SIDE_HEADINGS = ("{}职责", "{}的职责", "{}责任", "{}的责任和义务", "{}的权利与义务", "{}义务", "{}的工作任务", "{}应履行的义务")
_WHOLE_HEADINGS = ("{all}职责", "职责分工", "{all}的权利和义务", "责任与义务", "工作职责", "{all}责任")
_FIELD_HEADINGS = ("帮扶内容", "结对内容", "合作内容", "帮扶措施", "主要任务", "结对帮扶的内容与方式", "工作内容", "帮扶项目")
_SHARED_HEADINGS = ("共同职责", "共同责任", "共同义务", "共同任务")
_STAGES = (
    ("第一阶段：调研准备", "第二阶段：全面实施", "第三阶段：总结提升"),
    ("启动阶段", "实施阶段", "总结阶段"),
    ("前期", "中期", "后期"),
)
_FIRST = ("首先", "其次", "再次", "此外", "另外", "同时", "最后")


def write_duties(case: Case) -> list[Node]:
    """Write the duties of all parties, or leave one party's out where that is the defect."""
    dice = case.dice
    if case.planting("missing-duties"):
        return _one_sided(case)
    forms = ["sides", "sides", "whole", "whole", "articles", "prose", "stages", "table"]
    if case.kind in _FIELDS:
        forms += ["fields"] * 4
    form = dice.pick(forms)
    if form == "fields":
        return [*_by_fields(case), *_third(case)]
    if form == "articles":
        return [Node(text + "。", key="duty") for _, text in _promises(case, 3)]
    if form == "prose":
        return [Node(_prose(case), dice.pick(_FIELD_HEADINGS), "duties")]
    if form == "table":
        return [Node("", dice.pick(_FIELD_HEADINGS), "duties", [Node(_table(case))])]
    if form == "stages":
        return [_by_stages(case), *_third(case)]
    sections = _by_sides(case)
    return sections if form == "sides" else [Node("", dice.pick(_WHOLE_HEADINGS), "duties", sections)]


def _some(case: Case, pool: tuple[str, ...], most: int = 8) -> list[str]:
    low = 2 if case.dice.chance(0.8) else 1
    return [case.dice.say(line) for line in case.dice.sample(pool, case.dice.between(low, most))]


def _listed(case: Case, lines: list[str], lead: str = "") -> list[Node]:
    mark = case.dice.pick(("。", "。", "；"))
    return [Node(f"{lead}{line}{'。' if place == len(lines) - 1 else mark}") for place, line in enumerate(lines)]


def _by_sides(case: Case) -> list[Node]:
    dice = case.dice
    gives, takes, shared = _POOLS[case.kind]
    most = dice.pick((3, 5, 8, 12))
    heading = dice.pick(_SIDE_HEADINGS)
    pools = {"supporter": gives, "recipient": takes, "other": school.OVERSEES}
    named: dict[str, tuple[str, ...]] = {case.side(party.side): pools[party.side] for party in case.parties}
    sections = [Node("", heading.format(name), "duties", _listed(case, _some(case, pool, most))) for name, pool in named.items()]
    if dice.chance(0.5):
        lines = _listed(case, _some(case, shared, 4), dice.pick(("{pair}", "{pair}", "")))
        place = len(sections) if dice.chance(0.8) else 0
        sections.insert(place, Node("", dice.pick(("{pair}", "{pair}的", "")) + dice.pick(_SHARED_HEADINGS), "duties", lines))
    return sections


def _one_sided(case: Case) -> list[Node]:
    """Write the duties of all parties but one; nothing is laid on both sides together."""
    dice = case.dice
    gives, takes, _ = _POOLS[case.kind]
    lone = [party for party in case.parties if sum(other.side == party.side for other in case.parties) == 1]
    silent = dice.pick(lone)
    case.subject = silent.role
    pools = {"supporter": gives, "recipient": takes, "other": school.OVERSEES}
    acting = {case.side(party.side): pools[party.side] for party in case.parties if party.role != silent.role}
    acting.pop(silent.role, None)
    heading = dice.pick(_SIDE_HEADINGS)
    sections = [Node("", heading.format(name), "duties", _listed(case, _some(case, pool, 10))) for name, pool in acting.items()]
    if len(sections) == 1 and dice.chance(0.3):
        return [
            Node(
                "",
                dice.pick(_FIELD_HEADINGS),
                "duties",
                [Node(f"{name}{kid.text}") for name, kid in zip([*acting] * 20, sections[0].kids, strict=False)],
            )
        ]
    return sections


def _third(case: Case) -> list[Node]:
    name = case.side("other")
    return [Node("", case.dice.pick(_SIDE_HEADINGS).format(name), "duties", _listed(case, _some(case, school.OVERSEES, 4)))] if name else []


def _promises(case: Case, most: int) -> list[tuple[str, str]]:
    """Give promises that name their actor; every party has one."""
    gives, takes, shared = _POOLS[case.kind]
    out = [("S", "{S}" + line) for line in _some(case, gives, most + 1)] + [("R", "{R}" + line) for line in _some(case, takes, most)]
    out += [("pair", "{pair}" + line) for line in _some(case, shared, 2)] if case.dice.chance(0.6) else []
    out += [("C", "{C}" + line) for line in _some(case, school.OVERSEES, 2)] if case.side("other") else []
    return out


def _prose(case: Case) -> str:
    texts = [text for _, text in _promises(case, 2)][:12]
    words = [*_FIRST[:3], *["此外", "同时", "另外"] * 3]
    leads = [*words[: len(texts) - 1], "最后"]
    return "".join(f"{lead}，{text}。" for lead, text in zip(leads, texts, strict=True))


def _table(case: Case) -> str:
    """Write the promises as the rows of a table, each under who keeps it."""
    names = {"S": "{S}", "R": "{R}", "pair": "{pair}", "C": "{C}"}
    rows = [f"| {names[who]} | {text.removeprefix(names[who])} |" for who, text in _promises(case, 4)]
    return "\n".join(["任务分工如下：", case.dice.pick(("| 责任单位 | 工作任务 |", "| 责任方 | 具体内容 |", "| 单位 | 任务 |")), *rows])


def _by_stages(case: Case) -> Node:
    names = case.dice.pick(_STAGES)
    promises = [text for _, text in _promises(case, 4) if not text.startswith("{C}")]
    groups = [promises[place::3] for place in range(3)]
    kids = [Node("", name, "", _listed(case, group)) for name, group in zip(names, groups, strict=True) if group]
    return Node("", case.dice.pick(("实施步骤", "帮扶步骤", "工作安排", "实施阶段")), "duties", kids)


def _by_fields(case: Case) -> list[Node]:
    dice, kids = case.dice, []
    fields = dice.some(_FIELDS[case.kind], dice.between(3, 6))
    for place, (heading, gives, takes, both) in enumerate(fields):
        lines = ["{S}" + dice.say(gives), "{R}" + dice.say(takes), "{pair}" + dice.say(both)]
        chosen = lines[:2] if place == 0 else dice.some(lines, dice.pick((1, 2, 3)))
        name = dice.say(heading)
        if dice.chance(0.25) or len(chosen) == 1:
            kids.append(Node("。".join(chosen) + "。", name))
        else:
            kids.append(Node("", name, "", _listed(case, chosen)))
    return [Node("", dice.pick(_FIELD_HEADINGS), "duties", kids)]
