"""Who does what: the clauses of duties, by side, by field of work or in one list."""

from __future__ import annotations

from dataclasses import dataclass

from tests.planted.province import duties_others as others
from tests.planted.province import duties_schools as schools
from tests.planted.province.chance import Chance
from tests.planted.province.deal import Deal, Item, Section
from tests.planted.province.near import near_duties
from tests.planted.province.numerals import impossible, later, written
from tests.planted.province.quarrels import Quarrel, quarrel
from tests.planted.province.terms import BLANK_DAYS

_SCHOOL = (schools.SUPPORT, schools.RECEIVE, schools.JOINT)
_VOC = (others.VOC_SUPPORT, others.VOC_RECEIVE, others.VOC_JOINT)
_GIVER = (others.GIVER_SUPPORT, others.GIVER_RECEIVE, others.GIVER_JOINT)
PACKS = {
    "kinder": (schools.KINDER_SUPPORT, schools.KINDER_RECEIVE, schools.KINDER_JOINT),
    "voc": _VOC,
    "fund": _GIVER,
    "firm": _GIVER,
    "bureau": (others.BUREAU_SUPPORT, others.BUREAU_RECEIVE, others.BUREAU_JOINT),
    "group": (others.GROUP_SUPPORT, schools.RECEIVE, schools.JOINT),
    "masters": (others.MASTER_SUPPORT, others.MASTER_RECEIVE, others.MASTER_JOINT),
    "letter": (others.LETTER_FIRST, others.LETTER_SECOND, others.LETTER_JOINT),
}
_FIELDS = {
    "m": ("管理互通", "管理帮扶", "学校管理", "管理共建", "组织管理"),
    "t": ("教研联动", "教学教研", "教学帮扶", "课堂教学", "教研共研"),
    "p": ("师资共育", "队伍建设", "教师培养", "教师交流", "师资帮扶"),
    "s": ("学生交流", "学生共进", "育人活动", "学生发展", "文化共建"),
    "r": ("资源共享", "物资支持", "资源建设", "条件改善", "信息共享"),
}
_SIDED = (
    "{who}责任",
    "{who}的责任",
    "{who}职责",
    "{who}的职责与任务",
    "{who}的权利和义务",
    "{who}义务",
    "{who}的主要任务",
    "{who}承担的工作",
)
_ALL = ("结对内容", "帮扶内容", "帮扶措施", "合作内容", "工作内容与要求", "主要任务", "合作事项", "具体事项")
_ROOF = ("双方职责", "权利与义务", "各方责任", "责任分工", "双方的权利和义务")


# words by which one side's duty gives the other something to do
_OF_OTHERS = ("由{R}", "由{S}", "请{S}", "请{R}", "双方", "共同")


@dataclass(frozen=True)
class Line:
    """One duty: its field of work, whose it is, its wording without the subject."""

    field: str
    who: str
    words: str


def duty_sections(deal: Deal, shape: str, size: int, unwanted: tuple[str, ...]) -> tuple[list[Section], str | None]:
    """The sections of duties; `size` is how many a side has, `unwanted` are words that no duty may hold."""
    chance = deal.chance.part("duties")
    dispute = quarrel(deal) if deal.rule == "quota-conflict" else None
    unwanted += dispute.words if dispute else ()
    unwanted += _OF_OTHERS if deal.rule == "missing-duties" else ()
    lines = _chosen(deal, chance, size, unwanted)
    subject = None
    if deal.rule == "blank-quota":
        lines, subject = _one_left_open(deal, chance, lines), "quota"
    filled = [Line(line.field, line.who, _ended(deal.named(chance.fill(line.words)))) for line in lines]
    dated = _dated(deal, chance)
    if dated:
        filled.append(Line("m", *dated))
        subject = "date" if deal.rule in {"blank-date", "impossible-date"} else subject
    filled = _with_near(deal, chance, filled)
    if dispute:
        filled.insert(chance.between(0, len(filled)), Line("t", dispute.who, _ended(dispute.first)))
        subject = "quota"
    sections = _shaped(deal, chance, shape, filled)
    if dispute:
        _again(chance, sections, dispute)
    return sections, subject


def _chosen(deal: Deal, chance: Chance, size: int, unwanted: tuple[str, ...]) -> list[Line]:
    support, receive, joint = PACKS.get(deal.kind, _SCHOOL)
    wanted = [(deal.supporter, support, size), (deal.recipient, receive, size - chance.between(0, 1))]
    if deal.third:
        wanted.append((deal.third, others.THIRD, chance.between(2, 4)))
    if not deal.idle and chance.odds(0.75):
        wanted.append((deal.pair, joint, chance.between(1, 3)))
    lines = []
    for who, block, count in wanted:
        if deal.idle and who == deal.idle:
            continue
        rows = [line for line in chance.lines(block) if not any(word in line for word in unwanted)]
        for row in chance.some(rows, max(2, count)):
            field, _, words = row.partition(":")
            lines.append(Line(field, who, words.strip()))
    return lines


def _ended(words: str) -> str:
    return words.strip().rstrip("，。；")


def _one_left_open(deal: Deal, chance: Chance, lines: list[Line]) -> list[Line]:
    """One of the counts is a blank; a line with one is put there if none has any."""
    spots = [index for index, line in enumerate(lines) if "<" in line.words]
    if not spots:
        lines = [*lines, Line("p", deal.supporter, "选派<2-4|名>[教师|工作人员]到{R}[开展帮扶|指导工作]")]
        spots = [len(lines) - 1]
    spot = chance.pick(spots)
    line = lines[spot]
    return [*lines[:spot], Line(line.field, line.who, chance.fill(line.words, blank=True)), *lines[spot + 1 :]]


_DATED = """
    [于|在]{day}前[完成|报送][首批师徒结对名单|需求清单|第一份工作计划|工作联系人名单]
    于{day}前将[年度工作计划|帮扶需求]书面告知对方
"""


def _dated(deal: Deal, chance: Chance) -> tuple[str, str] | None:
    """A duty with a day of its own; the day that no calendar has, or the blank, where that is the defect and this its place."""
    planted = deal.spot == "body" and deal.rule in {"blank-date", "impossible-date"}
    if not planted and not (deal.rule == "" and deal.term.start and chance.odds(0.15)):
        return None
    who = deal.idle and next(party.label for party in deal.parties if party.label != deal.idle)
    who = who or chance.pick((deal.supporter, deal.recipient))
    start = deal.signed[-1]
    day = later(start, chance.between(1, 4))
    shown = written(day, deal.day_form)
    if deal.rule == "impossible-date":
        shown = impossible(day, deal.day_form, thirteenth=chance.odds(0.3))
    elif deal.rule == "blank-date":
        shown = chance.pick(BLANK_DAYS).strip()
    return who, chance.line(_DATED).replace("{day}", shown)


def _with_near(deal: Deal, chance: Chance, lines: list[Line]) -> list[Line]:
    for field, side, words in near_duties(deal):
        who = {"S": deal.supporter, "R": deal.recipient, "J": deal.pair}[side]
        spots = [index for index, line in enumerate(lines) if line.who == who]
        if spots:
            lines.insert(chance.pick(spots) + 1, Line(field, who, _ended(words)))
    return lines


def _shaped(deal: Deal, chance: Chance, shape: str, lines: list[Line]) -> list[Section]:
    if shape == "sided":
        return _by_side(deal, chance, lines)
    if shape == "roof":
        sides = _by_side(deal, chance, lines)
        kids = [Item(side.heading, side.who, [Item(item.text) for item in side.items]) for side in sides]
        return [Section("duties", chance.pick(_ROOF) if not deal.third else "各方责任", kids)]
    if shape == "fields":
        return [Section("duties", heading, items) for heading, items in _by_field(chance, lines)]
    if shape == "nested":
        return [Section("duties", chance.pick(_ALL), [Item(heading, "", items) for heading, items in _by_field(chance, lines)])]
    mixed = chance.mixed(lines) if chance.odds(0.3) else lines
    return [Section("duties", chance.pick(_ALL), [Item(line.words, line.who) for line in mixed])]


def _by_side(deal: Deal, chance: Chance, lines: list[Line]) -> list[Section]:
    heading = chance.pick(_SIDED)
    sections = []
    for who in dict.fromkeys(line.who for line in lines):
        title = heading.replace("{who}", who)
        if who == deal.pair:
            title = chance.pick(("共同责任", f"{who}共同责任", f"{who}共同的义务"))
        items = [Item(line.words) for line in lines if line.who == who]
        sections.append(Section("duties", title, items, who))
    return sections


def _by_field(chance: Chance, lines: list[Line]) -> list[tuple[str, list[Item]]]:
    found = []
    for key, headings in _FIELDS.items():
        items = [Item(line.words, line.who) for line in lines if line.field == key]
        if items:
            found.append((chance.pick(headings), items))
    return found


def _again(chance: Chance, sections: list[Section], dispute: Quarrel) -> None:
    """The second statement stands in a section of its own, behind the duties or before them."""
    heading = chance.pick(("工作安排", "活动安排", "保障措施", "年度工作安排", "实施要求"))
    more = chance.some(
        ("各项活动安排以不影响正常教学秩序为前提", "活动前三天将方案告知对方", "活动结束后及时整理资料"), chance.between(1, 2)
    )
    items = [Item(dispute.second, dispute.who), *(Item(words) for words in more)]
    sections.insert(len(sections) if chance.odds(0.8) else 0, Section("arrange", heading, chance.mixed(items)))
