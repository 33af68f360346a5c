"""Pairs of sentences that promise one thing twice in different numbers."""

from __future__ import annotations

from dataclasses import dataclass

from tests.planted.teacher.deal import Deal, Party


@dataclass(frozen=True)
class Clash:
    """What stands among the duties (a predicate), and what stands elsewhere; `row` is the cell of a table."""

    actor: Party
    duty: str
    again: str
    row: tuple[str, str]


_GIVER = (
    ("每学期选派{a}名教师到{you}支教", "每学期选派{b}名教师到{you}支教", "选派支教教师", "每学期{b}名"),
    ("每学期送教{a}次到{you}", "每学期到{you}送教{b}次", "送教", "每学期{b}次"),
    ("每学年为{you}举办专题讲座{a}场", "每学年在{you}举办{b}场专题讲座", "专题讲座", "每学年{b}场"),
    ("每年接收{you}跟岗教师{a}名", "每年接收{you}{b}名跟岗教师", "接收跟岗教师", "每年{b}名"),
    ("每月组织{a}次面向{you}的线上教研活动", "每月组织面向{you}的线上教研活动{b}次", "线上教研活动", "每月{b}次"),
    ("每年向{you}赠送图书{h}册", "每年向{you}赠送图书{i}册", "赠送图书", "每年{i}册"),
    ("每学期派医生到{you}义诊{a}次", "每学期派医生到{you}义诊{b}次", "义诊", "每学期{b}次"),
    ("每学期派志愿者到{you}开展志愿服务{a}次", "每学期派志愿者到{you}开展{b}次志愿服务", "志愿服务", "每学期{b}次"),
    ("每学期与{you}联合开展主题党日{a}次", "每学期与{you}联合开展{b}次主题党日", "联合主题党日", "每学期{b}次"),
)
_TAKER = (
    ("每学期选派{a}名教师到{you}跟岗学习", "每学期选派教师{b}名到{you}跟岗学习", "选派跟岗教师", "每学期{b}名"),
    ("每学年上汇报课{a}节", "每学年上{b}节汇报课", "汇报课", "每学年{b}节"),
    ("每学期向{you}报送工作简报{a}期", "每学期向{you}报送{b}期工作简报", "报送工作简报", "每学期{b}期"),
    ("每学年组织教师赴{you}观摩学习{a}次", "每学年组织教师到{you}观摩学习{b}次", "赴外观摩学习", "每学年{b}次"),
)
_ONLY = {"义诊": "hospital", "志愿服务": "firm", "联合主题党日": "branch"}
_HELP = {"hospital", "firm", "fund"}


def _fits(what: str, key: str) -> bool:
    """True if a kind of paper would speak of such a thing."""
    if what in _ONLY:
        return key == _ONLY[what]
    return key not in _HELP | {"branch", "bureaus"} or what in {"专题讲座", "赠送图书", "报送工作简报", "赴外观摩学习"}


def clash(deal: Deal) -> Clash:
    """Two sentences of one promise."""
    dice, pen = deal.dice, deal.pen
    parties = [one for one in deal.parties if one.seat.side in {"give", "take", "both"} and not one.seat.sort.startswith("bureau")]
    parties = parties or deal.parties
    actor = dice.choice(parties)
    pool = _GIVER if actor.seat.side == "give" or actor.seat.pool == "branch_give" else _TAKER
    duty, again, what, row = dice.choice([one for one in pool if _fits(one[2], deal.kind.key)])
    first, second = dice.sample((2, 3, 4, 5, 6, 8), 2)
    more, most = dice.sample((200, 300, 400, 500, 600, 1000), 2)
    first_said, second_said = pen.count(first), pen.count(second)
    if dice.yes(0.2):
        first_said, second_said = f"不超过{pen.count(min(first, second))}", f"不少于{pen.count(max(first, second))}"
        if dice.yes(0.5):
            first_said, second_said = second_said, first_said
    said = {"a": first_said, "b": second_said, "h": more, "i": most, "you": deal.other(actor)}
    return Clash(actor, duty.format(**said), again.format(**said), (what, row.format(**said)))
