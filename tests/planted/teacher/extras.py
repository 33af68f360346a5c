"""Parts that many papers have and none must have: aims, leadership, checking, files, a calendar, annexes."""

from __future__ import annotations

from tests.planted.teacher.calendar_of import shifted, wrong_day
from tests.planted.teacher.conflicts import Clash
from tests.planted.teacher.deal import Deal
from tests.planted.teacher.duties import wrong_side
from tests.planted.teacher.names import person
from tests.planted.teacher.numerals import spelled
from tests.planted.teacher.sections import Section

_GOALS = (
    "通过{w}，形成优势互补、共同发展的良好局面。",
    "力争通过一轮{w}，使学校管理更加规范、教师素质明显提升。",
    "努力实现理念共享、资源共享、成果共享。",
    "让更多孩子在家门口享受优质教育服务。",
    "以教师成长为核心，以学生发展为根本，把{w}落到实处。",
)
_GOAL_HEADS = ("{w}目标", "指导思想", "工作目标", "总体目标", "目的和意义", "基本原则")
_CHECKS = (
    "坚持过程评价与结果评价相结合，每学年末对{w}工作作一次全面总结。",
    "参与人员的表现记入个人业务档案，作为评优的重要依据。",
    "对敷衍塞责、流于形式的，责令整改。",
    "考核结果在适当范围内公布，接受监督。",
)
_CHECK_HEADS = ("考核与评价", "督查考核", "检查与总结", "考核奖惩", "保障措施")
_FILES = (
    "活动方案、签到表、总结等资料一式两份，分别归档。",
    "各类过程性资料要真实完整，分学期装订成册。",
    "活动照片和视频应注明时间、地点、参加人员。",
    "听课记录、评课意见随时整理，不得事后补造。",
)
_SAFE = (
    "外出活动前须对参加人员进行安全教育，并购买意外保险。",
    "人员往返途中注意交通安全，乘坐正规营运车辆。",
    "遇恶劣天气或突发公共事件，活动顺延。",
    "采集学生个人信息应遵守《未成年人学校保护规定》第十条的要求，活动安排不得影响正常教学秩序。",
)
_MONTHS = (
    ("9月", "制定学年计划，确定联系人员"), ("10月", "集体视导、听课评课"), ("11月", "专题研讨、同课异构"), ("12月", "学期小结，资料归档"),
    ("3月", "新学期工作会商"), ("4月", "课堂教学观摩"), ("5月", "学生文化艺术交流"), ("6月", "年度总结与考核"),
)  # fmt: skip
_DUE = (
    "首次工作会议于{d}前召开。",
    "年度工作计划应于{d}前拟定并相互交换。",
    "启动仪式定于{d}在{place}举行。",
    "需求调研务必在{d}前完成。",
    "第一批人员于{d}到岗。",
)
_BLANK_DAYS = (
    "20xx年x月x日",
    "    年    月    日",
    "＿＿＿＿年＿＿月＿＿日",
    "20__年__月__日",
    "×年×月×日",
    "　　月　　日",
    "{y}年   月   日",
)
_SIDE = (
    "{me}作为{side}，要高度重视此项工作。",
    "{side}{me}须明确专人，确保工作落到实处。",
    "作为{side}，{me}应将此项工作列入重要议事日程。",
    "此项工作由{me}（{side}）牵头实施。",
)
_VARIANT = (
    "本项工作的日常联络由{name}（{me}）办公室承担。",
    "{me}{name}应明确专人负责此项工作。",
    "本次活动的承办单位为{name}（{me}）。",
    "{name}（即{me}）校园网开设专栏，展示工作动态。",
)


def _goal(deal: Deal, clash: Clash | None) -> Section:
    dice = deal.dice
    items = [said.format(w=deal.kind.word) for said in dice.sample(_GOALS, dice.randint(1, 3))]
    if clash and deal.spot == "goal":
        items.append(f"{clash.actor.role}{clash.again}。")
    return Section("goal", dice.choice(_GOAL_HEADS).format(w=deal.kind.word), items, plain=True)


def _check(deal: Deal, clash: Clash | None) -> Section:
    dice = deal.dice
    items = [said.format(w=deal.kind.word) for said in dice.sample(_CHECKS, dice.randint(1, 3))]
    if clash and deal.spot == "check":
        items.append(f"考核以完成下列任务为合格：{clash.actor.role}{clash.again}。")
    return Section("check", dice.choice(_CHECK_HEADS), items, plain=True)


def _lead(deal: Deal) -> Section:
    """Who heads the work: persons with their posts."""
    one, two, three = (person(deal.dice, deal.taken) for _ in range(3))
    said = deal.dice.choice(
        (
            f"成立{deal.kind.word}工作领导小组，组长{one}，副组长{two}，联络员{three}。",
            f"由{one}、{two}两位同志牵头，{three}同志负责日常联系。",
            f"领导小组组长：{one}；副组长：{two}；成员：{three}及各教研组长。",
        )
    )
    return Section("lead", deal.dice.choice(("组织领导", "组织机构", "领导小组", "工作小组")), [said], plain=True)


def _calendar(deal: Deal, clash: Clash | None) -> Section:
    """A table of the year's work."""
    dice, pen = deal.dice, deal.pen
    rows = [pen.row(month, what) for month, what in dice.some(_MONTHS, 3, 6)]
    head = pen.row("时间", "活动内容")
    if clash:
        rows = [pen.row(clash.row[0], clash.actor.role, clash.row[1])]
        rows.append(pen.row("学年总结", clash.actor.role, "6月底"))
        head = pen.row("事项", "责任方", "次数（数量）要求")
    if deal.at("impossible-date", "table"):
        deal.subject = "date"
        rows.insert(1, pen.row(deal.pen.day(wrong_day(deal)), "骨干教师座谈会"))
    return Section(
        "calendar",
        dice.choice(("活动安排", "年度工作安排", "工作进度", "主要活动一览")),
        [dice.choice(("具体安排如下：", "见下表："))],
        table=[head, *rows],
    )


def _who(deal: Deal) -> Section:
    """A table of the parties, in which one has a wrong name or a wrong side."""
    dice, pen = deal.dice, deal.pen
    rows = []
    for party in deal.parties:
        name, side = party.name.full, {"give": "支援单位", "take": "受援单位"}.get(party.seat.side, "主管单位")
        if party is deal.victim:
            deal.subject = party.role
            name = party.name.variant(dice) if deal.has("party-name-variant") else name
            side = wrong_side(dice, party) if deal.has("party-side-conflict") else side
        rows.append(pen.row(party.role, name, side) if deal.has("party-side-conflict") else pen.row(party.role, name, party.chief))
    head = pen.row("协议方", "单位全称", "结对身份") if deal.has("party-side-conflict") else pen.row("协议方", "单位全称", "第一责任人")
    return Section("who", dice.choice(("联络信息", "结对单位一览", "责任单位和责任人")), ["情况如下："], table=[head, *rows])


def _dates(deal: Deal) -> Section | None:
    """A part with a day in it, within the term."""
    dice = deal.dice
    sound = not deal.has("signed-after-term", "term-reversed", "missing-term", "sign-date-conflict", "blank-date", "impossible-date")
    wrong = deal.at("impossible-date", "body") or deal.at("blank-date", "body")
    if not wrong and (not sound or deal.has("missing-duties") or dice.yes(0.75)):
        return None
    day = deal.pen.day(shifted(max(*deal.signed, deal.start), dice.randint(5, 40)))
    if not wrong and (2023, 3, 1) <= deal.start <= (2024, 2, 29) <= deal.end and max(deal.signed) <= (2024, 2, 29):
        day = deal.pen.day((2024, 2, 29))
    if deal.at("impossible-date", "body"):
        deal.subject = "date"
        day = deal.pen.day(wrong_day(deal))
        if dice.yes(0.25):
            day = dice.choice(("每年2月30日", "每年6月31日", "每年11月31日", "当年9月31日", "每年4月31日"))
            return Section("due", "材料报送", [f"年度工作总结应于{day}前完成。"], plain=True)
    elif deal.at("blank-date", "body"):
        deal.subject = "date"
        day = dice.choice(_BLANK_DAYS).format(y=deal.start[0])
    said = dice.choice(_DUE).format(d=day, place=deal.places.county)
    return Section("due", dice.choice(("时间节点", "工作启动", "近期工作", "启动与衔接")), [said], plain=True)


def _annexes(deal: Deal) -> str:
    """A sentence about the annexes, which are then listed at the end."""
    dice = deal.dice
    names = dice.sample(
        ("年度工作计划表", "支教人员名单", "结对教师花名册", "帮扶物资清单", "联络人通讯录", "考核评分细则"), dice.choice((1, 2, 3))
    )
    han = dice.yes(0.3)
    deal.annexes = [f"附件{(spelled(place) if han else place) if len(names) > 1 else ''}：{name}" for place, name in enumerate(names, 1)]
    mark, name = deal.annexes[-1].split("：")
    return dice.choice((f"具体见{mark}《{name}》。", f"有关内容详见{mark}。", f"《{name}》（{mark}）为本协议的组成部分。"))


def _dangling(deal: Deal) -> str:
    """A reference to what is not there; a clause's number is chosen when the clauses are numbered."""
    dice = deal.dice
    if dice.yes(0.5):
        ways = (
            "有关奖惩办法按照本协议⟦?⟧的约定执行。",
            "除⟦?⟧规定的情形外，协议不得提前终止。",
            "评价结果的运用见⟦?⟧。",
            "上述工作的经费和人员保障依照本协议⟦?⟧落实。",
        )
        return dice.choice(ways)
    if deal.annexes:
        mark = f"附件{len(deal.annexes) + dice.choice((1, 1, 2))}"
    else:
        mark = dice.choice(("附件1", "附件2", "附件一", "附件二", "附表1", "附件"))
    deal.subject = mark
    return dice.choice(("教师名单详见{}。", "年度任务分解情况见{}。", "按{}所列要求逐项落实。", "工作标准以{}为准。")).format(mark)


def _loose(deal: Deal) -> list[Section]:
    """Parts with single sentences, among them those of references, sides and names."""
    dice = deal.dice
    said: list[str] = []
    if deal.has("dangling-reference"):
        if dice.yes(0.3):
            sentence = _annexes(deal)
            said, deal.annexes = ([sentence], deal.annexes) if len(deal.annexes) > 1 else ([], [])
        said.append(_dangling(deal))
    elif not deal.rule and dice.yes(0.2):
        said.append(_annexes(deal))
    if deal.at("party-side-conflict", "body") and deal.victim:
        deal.subject = deal.victim.role
        said.append(dice.choice(_SIDE).format(me=deal.victim.role, side=wrong_side(dice, deal.victim)))
    if deal.at("party-name-variant", "body") and deal.victim:
        deal.subject = deal.victim.role
        said.append(dice.choice(_VARIANT).format(me=deal.victim.role, name=deal.victim.name.variant(dice)))
    if deal.rule is None and dice.yes(0.2):
        said.append("除不可抗力外，结对关系的变更按⟦term⟧的约定办理。")
    pool = [*_FILES, *_SAFE] if not deal.has("missing-duties") else list(_FILES)
    said += dice.sample(pool, dice.choice((0, 1, 2)) if said else dice.choice((1, 2)))
    dice.shuffle(said)
    return [Section("loose", dice.choice(("工作要求", "有关要求", "资料与安全", "管理要求")), said, plain=True)]


def extras(deal: Deal, clash: Clash | None) -> list[Section]:
    """The optional parts of a paper, with those that its defect needs."""
    dice = deal.dice
    made: list[Section] = []
    if dice.yes(0.5) or (clash and deal.spot == "goal"):
        made.append(_goal(deal, clash))
    if dice.yes(0.35) or (clash and deal.spot == "check"):
        made.append(_check(deal, clash))
    if dice.yes(0.25):
        made.append(_lead(deal))
    tabled = clash is not None and deal.spot == "table"
    if tabled or deal.at("impossible-date", "table") or dice.yes(0.15):
        made.append(_calendar(deal, clash if tabled else None))
    if deal.at("party-side-conflict", "table") or deal.at("party-name-variant", "table"):
        made.append(_who(deal))
    due = _dates(deal)
    if due:
        made.append(due)
    wanted = deal.has("dangling-reference") or deal.at("party-side-conflict", "body") or deal.at("party-name-variant", "body")
    return made + (_loose(deal) if wanted or dice.yes(0.4) else [])
