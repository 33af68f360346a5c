"""Clauses that only some papers have: bands, counts by year, days to keep; most look like a defect and are none."""

from __future__ import annotations

from datetime import date, timedelta

from tests.planted.county import places
from tests.planted.county.case import Case
from tests.planted.county.draft import Node
from tests.planted.county.numerals import write_day

_SCHOOLS = ("primary", "middle")
# what is counted | unit | lower limits | upper limits | what each band brings | unit | whose papers have it
_BANDS = (
    ("{R}<在校学生|学生总>", "人", (100, 200), (300, 500), "每学期组织专家巡诊", "次", _SCHOOLS),
    ("{R}<专任教师|在编教师>", "人", (15, 20, 30), (40, 50, 60), "每学年派驻教研员", "名", _SCHOOLS),
    ("{R}教学班", "个", (6, 8, 10), (12, 15, 18), "每学期安排学科主任蹲点", "天", _SCHOOLS),
    ("参加跟岗的教师", "名", (3, 5), (8, 10), "安排指导教师", "名", (*_SCHOOLS, "bureau", "kindergarten")),
    ("{R}<在园幼儿|幼儿总>", "人", (60, 90), (120, 180), "每学期开展安全巡查", "次", ("kindergarten",)),
    ("{R}所属学校", "所", (10, 15), (20, 30), "每年派驻学科专家", "名", ("bureau",)),
    ("{R}<住校学生|留守儿童>", "人", (50, 80), (100, 150), "每年捐赠体育用品", "批", ("donor",)),
)


def bands(case: Case) -> Node:
    """Write three bands that meet without a gap, unless their limits are what is wrong."""
    dice = case.dice
    pool = [row for row in _BANDS if case.kind in row[6]]
    what, unit, lows, highs, action, measure, _ = dice.pick(pool)
    low, high, first = dice.pick(lows), dice.pick(highs), dice.between(1, 3)
    if measure == "名" and action == "安排指导教师":
        first = 1
    limits = _broken(case, low, high, unit) if case.planting("overlapping-bands") else _meeting(case, low, high, unit)
    step = dice.pick((1, 2))
    steps = [f"{limit}的，{action}{first + place * step}{measure}" for place, limit in enumerate(limits)]
    lead = dice.say(f"{{S}}按{what}数确定帮扶<力度|任务>：").replace("学生数", "学生人数")
    return Node(f"{lead}{'；'.join(steps)}。")


def _meeting(case: Case, low: int, high: int, unit: str) -> tuple[str, str, str]:
    dash = case.dice.pick(("—", "-", "至", "～"))
    return case.dice.pick(
        (
            (f"{low}{unit}及以下", f"{low + 1}{dash}{high}{unit}", f"{high + 1}{unit}及以上"),
            (f"{low}{unit}以下（含{low}{unit}）", f"{low + 1}{dash}{high}{unit}", f"{high + 1}{unit}以上（含{high + 1}{unit}）"),
            (f"不足{low}{unit}", f"{low}{dash}{high - 1}{unit}", f"{high}{unit}及以上"),
            (f"不超过{low}{unit}", f"{low + 1}{dash}{high}{unit}", f"超过{high}{unit}"),
            (f"{low}{unit}以下", f"{low + 1}{unit}{dash}{high}{unit}", f"{high + 1}{unit}以上"),
        )
    )


def _broken(case: Case, low: int, high: int, unit: str) -> tuple[str, str, str]:
    dash, hole = case.dice.pick(("—", "-", "至", "～")), 1 + high // 20
    return case.dice.pick(
        (
            (f"{low}{unit}以下", f"{low}{dash}{high}{unit}", f"{high}{unit}以上"),
            (f"{low}{unit}及以下", f"{low}{dash}{high}{unit}", f"{high + 1}{unit}及以上"),
            (f"{low}{unit}及以下", f"{low + 1}{dash}{high}{unit}", f"{high}{unit}及以上"),
            (f"{low}{unit}及以下", f"{low + 1 + hole}{dash}{high}{unit}", f"{high + 1}{unit}及以上"),
            (f"{low}{unit}及以下", f"{low + 1}{dash}{high}{unit}", f"{high + 1 + hole}{unit}及以上"),
            (f"不足{low}{unit}", f"{low}{dash}{high}{unit}", f"{high + 1 + hole}{unit}及以上"),
        )
    )


def extras(case: Case) -> list[str]:
    """Write a few sentences that a careless reader would flag."""
    dice = case.dice
    lone = case.planting("missing-duties", "missing-party")
    pool = [] if lone else [_by_level, _by_place, _listed_inside, _several, _law, _superior]
    if case.kind == "donor" and not lone:
        pool = [_superior, _law]
    elif case.says_years and not lone and case.months >= 24:
        pool += [_by_year, _by_year]
    if not lone and case.kind != "donor" and not case.planting("blank-date", "impossible-date"):
        pool += [_deadline]
    if not case.planting("missing-duties", "missing-party") and case.kind != "donor":
        pool += [_form_copies]
    if case.kind in {"primary", "middle"} and not lone and not case.planting("blank-party"):
        pool.append(_campus)
    if not lone and any(party.short for party in case.parties):
        pool += [_by_short_name] * 3
    return [writer(case) for writer in dice.sample(pool, dice.pick((0, 0, 1, 1, 2)))]


def _by_year(case: Case) -> str:
    first = case.dice.between(2, 4)
    counts = ["第一年", "第二年", "第三年"][: case.months // 12]
    steps = "、".join(f"{year}{first + 2 * place}次" for place, year in enumerate(counts))
    return case.dice.say(f"<{{S}}为{{R}}开展专项诊断：{steps}|{{S}}组织专题调研，{steps}>。")


def _by_level(case: Case) -> str:
    if case.kind == "kindergarten":
        return "{S}每学期向{R}推荐阅读书目：小班4种、中班6种、大班8种。"
    if case.kind == "bureau":
        return case.dice.say("{S}每年为{R}培训教研员：小学[3-5]名、初中[4-6]名、幼儿园[1-2]名。")
    return case.dice.say("{S}每学期向{R}推荐优秀教学录像：语文5节、数学4节、<英语|科学>2节。")


def _by_place(case: Case) -> str:
    return case.dice.say("{S}每学期举办业务沙龙2次，邀请{R}教师列席；{R}每学期举办业务沙龙1次，邀请{S}教师指导。")


def _listed_inside(case: Case) -> str:
    return case.dice.say("<帮扶|结对>工作<坚持|突出>三个重点：一是<理念更新|制度建设>，二是<课堂改进|质量提升>，三是<队伍成长|教师发展>。")


def _several(case: Case) -> str:
    return case.dice.say("{S}视工作需要临时选派<业务骨干|教师>若干名到{R}<指导|短期帮助工作>。")


def _law(case: Case) -> str:
    return case.dice.say("派出人员<发生伤害的，依照《工伤保险条例》第十四条的规定处理|的权益受《中华人民共和国教师法》第七条保护>。")


def _superior(case: Case) -> str:
    where = case.party("recipient").where
    return case.dice.say(f"<{where}{places.town(case.dice)}人民政府|{where}财政局|{where}人民政府教育督导室>对结对工作给予支持和监督。")


def _deadline(case: Case) -> str:
    day = case.start + timedelta(days=case.dice.pick((20, 45, 60, 88)))
    for year in (case.start.year, case.start.year + 1, case.start.year + 2, case.start.year + 3):
        if year % 4 == 0 and case.start < date(year, 2, 29) < case.end and case.dice.chance(0.6):
            day = date(year, 2, 29)
    return case.dice.say(f"{{S}}于{case.day(day)}前将<指导教师名单|阶段工作小结|需求调查表>送{{R}}。")


def _by_short_name(case: Case) -> str:
    party = case.dice.pick([party for party in case.parties if party.short])
    return case.dice.say(f"{party.short}主要负责人为本单位结对工作第一责任人<，分管负责人具体抓落实|>。")


def _campus(case: Case) -> str:
    party = case.party("supporter")
    return case.dice.say(f"{party.name}<北校区|东校区|新校区>教师<同步参加结对活动|一并纳入派出范围>。")


def _form_copies(case: Case) -> str:
    return case.dice.say("<跟岗教师登记表|派出人员审批表|活动报名表|捐赠物资交接清单>一式<两|三>份，由派出单位<统一填写|盖章>。")


def impossible_deadline(case: Case) -> str:
    """Write a clause with a day that the calendar lacks."""
    dice = case.dice
    year = case.start.year + 1
    month, day = dice.pick(((2, 30), (6, 31), (4, 31), (9, 31), (11, 31), (13, 5), (1, 32), (2, 31)))
    if dice.chance(0.2) and year % 4:
        month, day = 2, 29
    return dice.say(
        f"{{R}}<应于|于>{write_day(year, month, day, case.day_style)}前<将总结材料送{{S}}|完成需求调查并送{{S}}|向{{S}}提交书面小结>。"
    )


def blank_deadline(case: Case) -> str:
    """Write a clause whose day is left open."""
    gap = case.dice.pick(("    年  月  日", "____年__月__日", "20__年__月__日", "20xx年xx月xx日", "　　年　月　日", "20××年×月×日"))
    return case.dice.say(f"<{{S}}于{gap}前将首批派出人员名单送{{R}}|{{R}}于{gap}前向{{S}}提交需求调查表|双方定于{gap}举行结对启动仪式>。")


def conflicting(case: Case) -> tuple[str, str]:
    """Write one promise twice, with counts that cannot both hold; the two stand in different clauses."""
    dice = case.dice
    low, high = dice.pick(((1, 2), (2, 3), (2, 4), (3, 5), (4, 6)))
    if dice.chance(0.5):
        low, high = high, low
    one, other = dice.number(low), dice.number(high)
    pairs = _CONFLICTS[{"kindergarten": 1, "bureau": 2, "donor": 3}.get(case.kind, 0)]
    first, second = dice.pick(pairs)
    return first.format(one), second.format(other)


_EVERYWHERE = (
    ("{{R}}每学期向{{S}}报送工作信息{}篇。", "为加强宣传，{{R}}每学期向{{S}}报送工作信息{}篇。"),
    ("{{S}}每年到{{R}}回访{}次。", "为巩固成果，{{S}}每年到{{R}}回访{}次。"),
)
_AT_SCHOOLS = (
    ("{{S}}每学期对{{R}}开展集体视导{}次。", "{{S}}每学期对{{R}}开展集体视导{}次，并形成书面意见。"),
    ("{{R}}每学年选派{}名教研组长到{{S}}观摩。", "{{R}}每学年选派{}名教研组长到{{S}}观摩，费用自理。"),
    ("{{S}}每月到{{R}}开展业务会诊{}次。", "业务会诊由{{S}}每月到{{R}}开展{}次，做好记录。"),
    ("{{S}}每学期为{{R}}开设家长讲堂{}场。", "{{S}}每学期为{{R}}开设家长讲堂{}场，家长自愿参加。"),
    ("{{S}}每学年接收{{R}}挂职干部{}名。", "{{S}}每学年接收{{R}}挂职干部{}名，挂职期间由{{S}}负责管理。"),
    ("{{S}}每学期向{{R}}送教{}次，学科由{{R}}提出。", "送教活动由{{S}}每学期向{{R}}安排{}次，经费自理。"),
)
_CONFLICTS = (
    (*_EVERYWHERE, *_AT_SCHOOLS[:5]),
    (
        *_EVERYWHERE,
        *_AT_SCHOOLS[3:4],
        ("{{S}}每月到{{R}}开展保教会诊{}次。", "保教会诊由{{S}}每月到{{R}}开展{}次，做好记录。"),
        ("{{R}}每学年选派{}名教研组长到{{S}}观摩。", "{{R}}每学年选派{}名教研组长到{{S}}观摩，食宿自理。"),
    ),
    (
        *_EVERYWHERE,
        ("{{S}}每年为{{R}}举办业务培训班{}期。", "为保证培训效果，{{S}}每年为{{R}}举办业务培训班{}期。"),
        ("{{S}}每年组织名师到{{R}}巡讲{}场。", "名师巡讲由{{S}}每年到{{R}}组织{}场，听讲对象由{{R}}确定。"),
    ),
    (
        *_EVERYWHERE,
        ("{{S}}每学期到{{R}}家访{}次。", "{{S}}每学期到{{R}}家访{}次，由学校派教师陪同。"),
        ("{{R}}每学年邀请{{S}}员工参加校园开放日{}次。", "校园开放日由{{R}}每学年邀请{{S}}员工参加{}次。"),
    ),
)
