"""Two clauses that promise different numbers of the same thing."""

from __future__ import annotations

from dataclasses import dataclass

from tests.planted.province.deal import Deal


@dataclass(frozen=True)
class Quarrel:
    """Who acts, both statements without their subject, and the words that no other duty of the paper may hold."""

    who: str
    first: str
    second: str
    words: tuple[str, ...]


_LESSONS = ("送课", "送教", "示范课", "观摩课", "公开课", "引领课")
_TEACHERS = ("支教", "任教", "走教", "挂")
_STAY = ("跟岗", "跟班", "进修", "锻炼", "学习")
_TALKS = ("讲座",)
_MEETINGS = ("联席", "会商", "碰头", "交流会", "推进会")
_STUDY = ("教研", "赛课", "同课异构", "研讨")
_VISITS = ("志愿者", "回访", "员工", "陪伴")
# who, the ways to say one thing with {n} for the count, its bounds, the unit, the words that other duties must not hold
_GENERAL = (
    ("S", ("每学期到{R}送课{n}", "每学期为{R}送课{n}", "每学期向{R}送课{n}"), (3, 9), "节", _LESSONS),
    ("S", ("每学年选派{n}教师到{R}支教", "每学年派{n}教师赴{R}支教", "每学年安排{n}教师到{R}支教"), (2, 6), "名", _TEACHERS),
    ("S", ("每学年接收{R}{n}教师跟岗学习", "每学年接收{n}{R}教师跟岗学习"), (3, 9), "名", _STAY),
    ("S", ("每学期为{R}举办专题讲座{n}", "每学期到{R}举办专题讲座{n}"), (2, 6), "场", _TALKS),
    ("R", ("每学期派教师到{S}听课{n}", "每学期组织教师到{S}听课{n}"), (6, 20), "节", ("听课", "听评")),
    ("J", ("每学期召开联席会议{n}", "每学期举行联席会议{n}"), (1, 4), "次", _MEETINGS),
    ("J", ("每学期开展联合教研{n}", "每学期组织联合教研{n}"), (2, 6), "次", _STUDY),
)
_MASTERS = (
    ("S", ("每学期听{R}随堂课{n}", "每学期到课堂听{R}随堂课{n}"), (6, 15), "节", ("随堂课",)),
    ("R", ("每学期听{S}的课{n}", "每学期听{S}课{n}"), (8, 20), "节", ("听{S}",)),
    ("R", ("每学年阅读教育专著{n}", "每学年研读教育专著{n}"), (2, 5), "本", ("专著",)),
)
_GIVERS = (
    ("S", ("每年组织志愿者到{R}开展活动{n}", "每年安排志愿者到{R}开展活动{n}"), (1, 5), "次", _VISITS),
    ("R", ("每年向{S}报送项目报告{n}", "每年向{S}提交项目报告{n}"), (1, 4), "份", ("报告",)),
)
_LETTERS = (
    ("R", ("每学期到受援学校送课{n}", "每学期向受援学校送课{n}"), (4, 10), "节", _LESSONS),
    ("R", ("每学年选派{n}教师到受援学校支教", "每学年派{n}教师到受援学校支教"), (2, 4), "名", _TEACHERS),
)
_TABLES = {"masters": _MASTERS, "fund": _GIVERS, "firm": _GIVERS, "letter": _LETTERS}


def quarrel(deal: Deal) -> Quarrel:
    """Two exact counts that differ, a floor above a ceiling, or a count below a floor."""
    chance = deal.chance.part("quarrel")
    side, ways, (low, high), unit, words = chance.pick(_TABLES.get(deal.kind, _GENERAL))
    who = {"S": deal.supporter, "R": deal.recipient, "J": deal.pair}[side]
    small = chance.between(low, high - 1)
    large = small + chance.between(1, 3)
    one, other = chance.number(small) + unit, chance.number(large) + unit
    forms = [(one, other), (other, one), (one, other), (other, one)]
    if not ways[0].startswith("每学年接收"):
        forms += [("不超过" + one, "不少于" + other), ("不少于" + other, one), (one, "至少" + other)]
    first, second = chance.pick(forms)
    said, again = chance.pick(ways), chance.pick(ways)
    return Quarrel(who, deal.named(said.replace("{n}", first)), deal.named(again.replace("{n}", second)), words)
