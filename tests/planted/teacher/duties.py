"""The duties of every party, in one of several arrangements."""

from __future__ import annotations

import re

from tests.planted.teacher.conflicts import Clash
from tests.planted.teacher.deal import Deal, Party
from tests.planted.teacher.dice import Dice
from tests.planted.teacher.duties_others import JOINT, RIGHTS
from tests.planted.teacher.duties_others import POOLS as OTHERS
from tests.planted.teacher.duties_schools import POOLS as SCHOOLS
from tests.planted.teacher.kinds import side_words
from tests.planted.teacher.sections import Group, Section

_POOLS = SCHOOLS | OTHERS
_SLOT = re.compile(r"<(\d+)-(\d+)([^>]+)>")
_PARTY_HEADS = (
    "{me}职责", "{me}的责任和义务", "{me}应做的工作", "{me}责任", "{me}的工作任务", "关于{me}的约定", "{me}主要职责", "{me}承担的工作", "{me}承诺",
)  # fmt: skip
_LABEL_HEADS = ("{label}（{me}）职责", "{me}（{label}）的责任", "{label}（{me}）的工作任务", "{label}{me}应履行的义务")
_BOTH_HEADS = ("{us}的责任与义务", "{us}职责", "权利和义务", "工作任务", "责任分工", "主要任务及分工")
_THEMES = ("{w}内容", "工作内容和措施", "{w}的主要内容与形式", "具体事项", "主要工作", "{w}工作安排")
_JOINT_HEADS = ("共同责任", "共同义务", "{us}共同职责", "其他责任", "工作机制", "组织保障")
_SUBJECT = ("{me}{said}。", "{me}{said}。", "{me}应{said}。", "{me}须{said}。", "由{me}{said}。")


def _number(deal: Deal, low: int, high: int, measure: str) -> str:
    step = 100 if low >= 100 else 5 if low >= 10 and high - low >= 10 else 1
    number = deal.dice.randrange(low, high + 1, step)
    if "不超过" in measure:
        return f"{number}{measure}"
    return deal.pen.quota(number, measure)


def fill(deal: Deal, said: str) -> str:
    """Counts for the places of a predicate."""
    said = re.sub(r"不超过<(\d+)-(\d+)([^>]+)>", lambda at: f"不超过{deal.pen.count(int(at[2]))}{at[3]}", said)
    return _SLOT.sub(lambda at: _number(deal, int(at[1]), int(at[2]), at[3]), said)


def _blanked(deal: Deal, said: str) -> str:
    deal.subject = "quota"
    blank = deal.pen.blank().replace("……", "　　")
    forms = (blank, blank, blank, f"不少于{blank}", f"至少{blank}", f"{blank}—{blank}")
    out = _SLOT.sub(lambda at: deal.dice.choice(forms) + at[3], said.replace("不超过", ""), count=1)
    return fill(deal, out)


def _predicates(deal: Deal, party: Party, clash: Clash | None) -> list[str]:
    """What a party promises, without its name and without the last stop."""
    dice = deal.dice
    pool = dice.sample(_POOLS[party.seat.pool], k=dice.randint(3, min(6, len(_POOLS[party.seat.pool]))))
    if clash:  # nothing else of the kind may stand beside the two
        pool = [said for said in pool if not _SLOT.search(said)]
        pool = pool or [next(said for said in _POOLS[party.seat.pool] if not _SLOT.search(said))]
    blank = dice.choice([said for said in _POOLS[party.seat.pool] if _SLOT.search(said)] or [""])
    wanted = deal.has("blank-quota") and not deal.subject and bool(blank) and (dice.yes(0.5) or party is deal.parties[-1])
    if wanted:
        pool = [blank, *(said for said in pool if said != blank)]
        dice.shuffle(pool)
    you = deal.other(party)
    done = [(_blanked(deal, said) if wanted and said == blank else fill(deal, said)).replace("{you}", you) for said in pool]
    if clash and clash.actor is party:
        done.insert(dice.randint(0, len(done)), clash.duty)
        if deal.spot == "duty":
            done.append(clash.again)
    return done


def _idle(deal: Deal) -> Party | None:
    """The party that is to be left without a duty."""
    if not deal.has("missing-duties"):
        return None
    one = deal.dice.choice(deal.parties)
    deal.subject = one.role
    return one


def _subjected(deal: Deal, party: Party, said: str) -> str:
    form = deal.dice.choice(_SUBJECT)
    if said.startswith(("如", "根据", "保证", "由")):
        form = _SUBJECT[0]
    return form.format(me=party.role, said=said)


def wrong_side(dice: Dice, party: Party) -> str:
    """The label of the side on which a party does not stand."""
    return dice.choice(side_words(party.seat, wrong=True))


def _heading(deal: Deal, party: Party) -> str:
    dice = deal.dice
    if deal.at("party-side-conflict", "heading") and party is deal.victim:
        deal.subject = party.role
        return dice.choice(_LABEL_HEADS).format(me=party.role, label=wrong_side(dice, party))
    if deal.has("party-side-conflict"):
        return dice.choice(_PARTY_HEADS).format(me=party.role)
    if deal.lettered and dice.yes(0.25):
        return dice.choice(_LABEL_HEADS).format(me=party.role, label=party.seat.label)
    return dice.choice(_PARTY_HEADS).format(me=party.role)


def duties(deal: Deal, clash: Clash | None) -> list[Section]:
    """The parts about duties."""
    dice = deal.dice
    idle = _idle(deal)
    shares = [(party, _predicates(deal, party, clash)) for party in deal.parties if party is not idle]
    rights = [said.format(me=idle.role) for said in dice.sample(RIGHTS, dice.choice((1, 2)))] if idle and not idle.is_person else []
    if idle and dice.yes(0.4):
        rights = []
    way = "party" if deal.at("party-side-conflict", "heading") else dice.choice(("party", "party", "party", "group", "theme", "prose"))
    made = {"party": _by_party, "group": _by_group, "theme": _by_theme, "prose": _as_prose}[way](deal, shares)
    if idle and rights:
        made.append(Section("rights", dice.choice((f"{idle.role}的权利", "权利", f"{idle.role}的权益")), rights))
    joint = _joint(deal)
    if joint and not idle:
        made.append(joint)
    return made


Shares = list[tuple[Party, list[str]]]


def _by_party(deal: Deal, shares: Shares) -> list[Section]:
    """A part for each party; its items now and then without their subject."""
    made = []
    for index, (party, said) in enumerate(shares):
        bare = deal.dice.yes(0.6)
        items = [f"{one}。" for one in said] if bare else [_subjected(deal, party, one) for one in said]
        made.append(Section(f"duty{index}", _heading(deal, party), items))
    return made


def _by_group(deal: Deal, shares: Shares) -> list[Section]:
    """One part, with the parties as groups."""
    heading = deal.dice.choice(_BOTH_HEADS).format(us=deal.us)
    groups = [Group(_heading(deal, party), [f"{one}。" for one in said]) for party, said in shares]
    return [Section("duties", heading, groups=groups)]


def _by_theme(deal: Deal, shares: Shares) -> list[Section]:
    """One part, every item with its subject, the parties mixed."""
    items = [_subjected(deal, party, one) for party, said in shares for one in said]
    if deal.dice.yes(0.5):
        deal.dice.shuffle(items)
    return [Section("duties", deal.dice.choice(_THEMES).format(w=deal.kind.word), items)]


def _as_prose(deal: Deal, shares: Shares) -> list[Section]:
    """One paragraph for each party."""
    items = []
    for party, said in shares:
        verb = deal.dice.choice(("主要承担以下工作：", "负责以下事项：", "承诺：", "应当做到："))
        marks = deal.dice.choice((("一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是"), ("",) * 8))
        items.append(f"{party.role}{verb}" + "；".join(f"{mark}{one}" for mark, one in zip(marks, said, strict=False)) + "。")
    return [Section("duties", deal.dice.choice((*_BOTH_HEADS, "主要任务")).format(us=deal.us), items)]


def _joint(deal: Deal) -> Section | None:
    dice = deal.dice
    if not dice.yes(0.6):
        return None
    items = [fill(deal, said).replace("{us}", deal.us) for said in dice.sample(JOINT, dice.randint(1, 3))]
    return Section("joint", dice.choice(_JOINT_HEADS).format(us=deal.us), items, plain=True)
