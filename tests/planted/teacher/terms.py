"""How long the pairing runs and when the paper takes effect."""

from __future__ import annotations

from tests.planted.teacher.calendar_of import wrong_end
from tests.planted.teacher.deal import Deal
from tests.planted.teacher.numerals import capitals, counted, spelled
from tests.planted.teacher.sections import Section

_HEADINGS = ("{w}期限", "{w}时间", "协议期限", "起止时间", "时间安排", "合作期限", "{w}周期", "关于期限")
_BOTH = (
    "{w}期限为{d}，自{s}起至{e}止。",
    "{w}时间：{s}—{e}（{d}）。",
    "从{s}开始，到{e}结束，为期{d}。",
    "本协议期限{d}，即{s}至{e}。",
    "经{us}商定，{w}周期为{d}，{s}启动，{e}期满。",
    "{w}工作暂定{d}（{s}至{e}），期满后视情况续签。",
    "本轮{w}为期{d}，时间从{s}到{e}。",
    "期限：{d}。自{s}起，至{e}止，期满另行商议。",
)
_DATES = (
    "{w}期限自{s}起至{e}止。",
    "{w}时间：{s}至{e}。",
    "起始时间：{s}；终止时间：{e}。",
    "{s}启动，{e}结束。",
    "{w}工作从{s}开始，至{e}结束。",
    "本协议的履行期间为{s}—{e}，提前终止的须提前一个月告知对方。",
)
_LENGTHS = (
    "{w}期限为{d}，自签字之日起计算。",
    "本协议期限{d}，从{us}签字盖章之日算起，期满自动终止。",
    "自协议签订之日起，为期{d}。",
    "{w}以{d}为一个周期，自签订之日起计。",
)
_NONE = (
    "{w}的具体时间由{us}另行商定。",
    "协议期满后，{us}可根据需要续签。",
    "{w}时限按上级有关文件执行。",
    "{us}如需提前结束合作，应书面通知对方。",
    "",
    "",
)
_EFFECT = (
    "本协议自{us}签字盖章之日起生效。",
    "本协议经{us}签字并加盖公章后生效。",
    "本协议自签订之日起生效，{us}应共同遵守。",
    "协议自签字之日起执行。",
    "本协议签字盖章后即行生效，不得随意变更。",
    "本协议由{us}代表签字、单位盖章，即日起生效。",
    "本协议自盖章之日起施行。",
    "经{us}负责人签字后，本协议即具法律效力并开始生效。",
)
_NO_EFFECT = (
    "本协议生效后，任何一方不得擅自变更。",
    "本协议条款由{us}共同解释。",
    "双方签订的补充协议与本协议具有同等法律效力。",
    "",
    "",
    "",
)
_SPANS = {1: (2, 3), 2: (1, 3, 5), 3: (1, 2, 5), 4: (2, 3), 5: (3, 2)}


def length(deal: Deal, years: int) -> str:
    """So many years, in one of many ways."""
    dice = deal.dice
    ways = [f"{years}年", f"{counted(years)}年", f"{counted(years)}年", f"{capitals(years)}年", f"{years * 12}个月"]
    if deal.start[1] == 9:
        ways += [f"{counted(years)}个学年", f"{years}个学年", f"{counted(years)}学年", f"{counted(years * 2)}个学期"]
    return dice.choice(ways)


def _ends(deal: Deal) -> tuple[str, str]:
    """Start and end as written, with days or with months alone."""
    dice, pen = deal.dice, deal.pen
    if deal.at("impossible-date", "term"):
        day = wrong_end(deal)
        deal.subject = "date"
        return pen.day(deal.start), pen.day(day)
    if deal.at("blank-date", "term"):
        deal.subject = "term"
        return _blank_ends(deal)
    near = deal.has("term-reversed") and deal.start[:2] == deal.end[:2]
    if dice.yes(0.35) and not near:
        return pen.month(deal.start), pen.month(deal.end)
    return pen.day(deal.start), pen.day(deal.end)


def _blank_ends(deal: Deal) -> tuple[str, str]:
    year, month, _ = deal.start
    ways = (
        ("20xx年9月", "20xx年7月"),
        ("    年  月  日", "    年  月  日"),
        ("20＿＿年＿＿月＿＿日", "20＿＿年＿＿月＿＿日"),
        (f"{year}年{month}月", "　　　　年　　月"),
        ("____年__月__日", "____年__月__日"),
        ("202×年×月", "202×年×月"),
        (f"{year}年　月　日", f"{deal.end[0]}年　月　日"),
        ("20**年9月1日", "20**年7月31日"),
    )
    return deal.dice.choice(ways)


def _mismatch(deal: Deal) -> str:
    deal.subject = "term"
    words = length(deal, deal.dice.choice(_SPANS[deal.years]))
    return deal.dice.choice((words, words, words, "半年", "一个学期")) if deal.years > 1 or deal.start[1] != 9 else words


def _written(deal: Deal) -> str:
    dice = deal.dice
    if deal.has("missing-term"):
        deal.subject = "term"
        return dice.choice(_NONE)
    start, end = _ends(deal)
    if deal.has("term-duration-mismatch"):
        return dice.choice(_BOTH).format(w="{w}", us="{us}", s=start, e=end, d=_mismatch(deal))
    if deal.has("term-reversed", "signed-after-term"):
        deal.subject = "term"
    way = dice.random()
    plain = deal.has("term-reversed", "blank-date", "impossible-date") and deal.subject is not None
    if not plain and not deal.has("signed-after-term", "sign-date-conflict", "missing-effective") and way < 0.15:
        return dice.choice(_LENGTHS).replace("{d}", length(deal, deal.years))
    if (not plain and way < 0.65) or (deal.at("blank-date", "term") and way < 0.3):
        return dice.choice(_BOTH).format(w="{w}", us="{us}", s=start, e=end, d=length(deal, deal.years))
    if not plain and way < 0.72 and deal.start[1:] == (9, 1) and deal.end[1] == 7 and deal.years > 1:
        first, last = deal.start[0], deal.end[0] - 1
        return f"{{w}}从{first}学年起至{last}学年止，共{spelled(deal.years) if deal.years != 2 else '两'}个学年（{start}至{end}）。"
    return dice.choice(_DATES).replace("{s}", start).replace("{e}", end)


def term(deal: Deal) -> Section | None:
    """The part about the time, None where the paper has none."""
    said = _written(deal)
    if not said:
        return None
    said = said.replace("{w}", deal.kind.word).replace("{us}", deal.us)
    heading = deal.dice.choice(_HEADINGS).format(w=deal.kind.word)
    if deal.has("missing-term") and "期满" in said:
        heading = "续签"
    return Section("term", heading, [said], plain="期限" in said or "本协议" in said)


def effect(deal: Deal) -> str:
    """When the paper takes effect; "" where nothing is said."""
    dice = deal.dice
    if deal.has("missing-effective"):
        deal.subject = "term"
        return dice.choice(_NO_EFFECT).replace("{us}", deal.us)
    if not deal.rule and dice.yes(0.08):
        return f"本协议自{deal.pen.day(deal.start)}起生效。"
    return dice.choice(_EFFECT).replace("{us}", deal.us)
