"""The clauses on who does what, in the orders in which papers give them."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.planted.archive.case import Case
from tests.planted.archive.duties import Pair
from tests.planted.archive.duties_beyond import BUREAU


@dataclass
class Group:
    """Items under a heading of the second level."""

    heading: str
    items: list[str]


@dataclass
class Article:
    """A clause of the first level; ``key`` is what references to it go by."""

    key: str
    heading: str
    items: list[str | Group] = field(default_factory=list)


Duties = dict[str, list[tuple[str, str]]]
"""The phrases of each actor (A, B, C, AB), each with its field's letter."""

_FIELDS = {
    "m": ("管理互助", "组织管理", "管理帮扶", "管理提升"),
    "t": ("师资与教研", "教学教研", "队伍建设", "师资培养"),
    "s": ("学生活动", "学生成长", "关爱学生", "育人活动"),
    "r": ("资源与保障", "资源共享", "条件保障", "后勤保障"),
}
_ACTORS = ("A", "B", "C", "AB")


def duty_articles(case: Case, mode: str) -> list[Article]:
    """The clauses on duties, and those on arrangements where one says a quota once more."""
    duties, again = _chosen(case)
    articles = _MODES[mode](case, duties)
    if again:
        heading = case.dice.pick("again-heading", ("工作安排", "日常联系", "联系与协调", "组织实施", "有关说明"))
        articles.append(Article("again", heading, list(again)))
    return articles


def _chosen(case: Case) -> tuple[Duties, list[str]]:
    dice, pool = case.dice, case.scene.pool
    duties: Duties = {}
    for actor, phrases, low, high in (("A", pool.supporter, 3, 7), ("B", pool.recipient, 2, 5), ("AB", pool.both, 0, 4)):
        chosen = dice.some(f"duties-{actor}", phrases, dice.number(f"duties-{actor}", low, high))
        duties[actor] = [(phrase[0], case.fill(phrase[2:])) for phrase in chosen]
    if case.scene.third == "bureau":
        duties["C"] = [(phrase[0], case.fill(phrase[2:])) for phrase in dice.some("duties-C", BUREAU, dice.number("duties-C", 1, 3))]
    if case.breaks("missing-duties"):
        idle = "C" if "C" in duties and dice.chance("idle-third", 60) else "B"
        duties["AB"] = []
        del duties[idle]
        case.subject = case.scene.parties[2 if idle == "C" else 1].role
        if idle == "C":
            duties["B"] = duties["B"] or [("m", case.fill("配合{A}开展工作"))]
        return duties, []
    return duties, _paired(case, duties)


def _paired(case: Case, duties: Duties) -> list[str]:
    if case.breaks("quota-conflict"):
        pair = case.dice.pick("pair", case.scene.pool.pairs)
        first = case.dice.number("pair-x", pair.low, pair.high)
        second = max(1, first - case.dice.number("pair-y", 1, 2)) if pair.bounds else first + case.dice.pick("pair-y", (1, 2, 3))
        case.subject = "quota"
        return _put(case, duties, pair, case.count(first), case.count(second))
    pair = case.dice.pick("pair", [pair for pair in case.scene.pool.pairs if not pair.bounds])
    if case.breaks("blank-quota"):
        case.subject = "quota"
        blank = case.dice.pick("blank", ("____", "　　", "______", "（　　）", "    ", "（  ）", "__"))
        _put(case, duties, pair, blank, "")
        return []
    if case.dice.chance("said-twice", 25):
        count = case.count(case.dice.number("pair-x", pair.low, pair.high))
        return _put(case, duties, pair, count, count)
    return []


def _put(case: Case, duties: Duties, pair: Pair, first: str, second: str) -> list[str]:
    """Put the phrase among the actor's duties; the sentence that says it again."""
    phrase = case.fill(pair.phrase.replace("{x}", first))
    place = case.dice.number("pair-place", 0, len(duties[pair.actor]))
    duties[pair.actor].insert(place, ("t", phrase))
    sentence = pair.sentence.replace("{y}", second)
    if sentence.startswith("双方"):
        sentence = _subject(case, "AB") + sentence[2:]
    return [case.fill(sentence)]


def _subject(case: Case, actor: str) -> str:
    if actor == "AB" and case.scene.third == "bureau":
        return "甲乙双方"
    return case.fill("{" + actor + "}")


def _said(case: Case, actor: str, phrase: str) -> str:
    should = case.dice.chance("should", 30) and not phrase.startswith(
        ("未经", "不得", "严格", "师徒", "活动", "参训", "结对", "发现", "每次")
    )
    return _subject(case, actor) + ("应" if should else "") + phrase


def _acting(duties: Duties) -> list[str]:
    return [actor for actor in _ACTORS if duties.get(actor)]


def _heading(case: Case, actor: str) -> str:
    subject = _subject(case, actor)
    if actor == "AB":
        return case.dice.pick("both-heading", ("共同职责", "双方共同责任", "共同义务")) if len(case.scene.parties) == 2 else "共同责任"
    forms = ("{}的责任", "{}责任", "{}职责", "{}的权利和义务", "{}义务", "{}承担的工作", "{}的主要任务")
    return case.dice.pick("party-heading", forms).format(subject)


def _by_party(case: Case, duties: Duties) -> list[Article]:
    return [Article(f"duty-{actor}", _heading(case, actor), [phrase for _, phrase in duties[actor]]) for actor in _acting(duties)]


def _by_party_grouped(case: Case, duties: Duties) -> list[Article]:
    headings = ("权利与义务", "职责分工", "责任划分", "工作职责")
    groups: list[str | Group] = [Group(_heading(case, actor), [phrase for _, phrase in duties[actor]]) for actor in _acting(duties)]
    return [Article("duties", case.dice.pick("grouped-heading", headings), groups)]


def _fields(case: Case, duties: Duties) -> list[tuple[str, list[str]]]:
    found = []
    for letter, headings in _FIELDS.items():
        items = [_said(case, actor, phrase) for actor in _acting(duties) for tag, phrase in duties[actor] if tag == letter]
        if items:
            found.append((case.dice.pick(f"field-{letter}", headings), items))
    return found


def _by_field(case: Case, duties: Duties) -> list[Article]:
    return [Article(f"field-{place}", heading, list(items)) for place, (heading, items) in enumerate(_fields(case, duties))]


def _by_field_grouped(case: Case, duties: Duties) -> list[Article]:
    headings = ("结对内容", "工作内容", "帮扶内容与措施", "主要任务", "工作任务")
    groups: list[str | Group] = [Group(heading, items) for heading, items in _fields(case, duties)]
    return [Article("duties", case.dice.pick("grouped-heading", headings), groups)]


def _flat(case: Case, duties: Duties) -> list[Article]:
    items: list[str | Group] = [_said(case, actor, phrase) for actor in _acting(duties) for _, phrase in duties[actor]]
    return [Article("duties", case.dice.pick("flat-heading", ("具体事项", "约定事项", "工作内容", "帮扶事项")), items)]


def _one_by_one(case: Case, duties: Duties) -> list[Article]:
    said = [_said(case, actor, phrase) for actor in _acting(duties) for _, phrase in duties[actor]]
    return [Article(f"duty-{place}", "", [text]) for place, text in enumerate(said)]


_MODES = {
    "party": _by_party,
    "party-grouped": _by_party_grouped,
    "field": _by_field,
    "field-grouped": _by_field_grouped,
    "flat": _flat,
    "lines": _one_by_one,
}
MODES = ("party", "party", "party", "party-grouped", "field", "field-grouped", "flat", "lines")
