"""Funds: who pays what, and the ways in which sums go wrong."""

from __future__ import annotations

from collections.abc import Callable

from tests.planted.teacher.deal import Deal
from tests.planted.teacher.numerals import counted
from tests.planted.teacher.sections import Section

_HEADINGS = ("经费保障", "经费与物资", "资金支持", "关于经费", "帮扶资金", "经费安排", "费用", "经费及使用")
_USES = ("购置教学设备", "改善办学条件", "开展教师培训", "充实图书室", "开展校园文化建设", "奖励优秀师生", "维修运动场地", "更新电教设备")
_VAGUE = (
    "设立专项帮扶资金，实行专款专用。",
    "安排一定的工作经费，确保各项活动顺利开展。",
    "支教人员享受一定的交通补贴和生活补助。",
    "对家庭经济困难学生给予资金资助，帮助其完成学业。",
    "结对期间将投入资金改善教学条件，具体另行商定。",
    "对在工作中表现突出的教师发放奖金，以资鼓励。",
    "活动所需经费列入年度预算，及时足额拨付。",
    "逐年加大帮扶经费投入，重点用于教师培训。",
    "设立奖教奖学金，每学年评选发放。",
)
_PLAIN = (
    "往返交通费、住宿费由{giver}承担。",
    "派出人员的差旅费由{giver}按本地机关差旅费标准报销，{taker}不再负担任何费用。",
    "外出学习人员的培训费用由{taker}自行负担。",
    "本协议涉及的活动费用由{giver}在公用经费中列支。",
    "日常活动经费各自承担，联合活动的经费由{giver}负担。",
    "所需资料费、专家劳务费由{giver}支付，标准参照当地财政部门的规定执行。",
)
_TITHES = (10_000, 12_000, 15_000, 20_000, 30_000, 36_000, 50_000, 60_000, 80_000, 100_000, 120_000, 200_000, 500_000)


def _who(deal: Deal) -> tuple[str, str]:
    return deal.giver().role, "、".join(party.role for party in deal.takers())


def _uses(deal: Deal, size: int) -> list[str]:
    return deal.dice.sample(_USES, size)


def _off(deal: Deal, right: int, unit: int) -> int:
    """A sum that is not the right one, by a figure that a tired hand slips in."""
    dice = deal.dice
    wrong = right + dice.choice((-1, 1, 1, 2)) * unit
    return wrong if wrong > 0 else right + unit


def _lump(deal: Deal) -> str:
    giver, taker = _who(deal)
    amount = deal.pen.sum(deal.dice.choice(_TITHES))
    if deal.has("blank-amount"):
        amount = deal.pen.blank() + deal.dice.choice(("元", "万元", "元"))
    (use,) = _uses(deal, 1)
    ways = (
        f"{giver}一次性向{taker}提供帮扶资金{amount}，用于{use}。",
        f"{giver}出资{amount}，帮助{taker}{use}。",
        f"{giver}每年资助{taker}{amount}，主要用于{use}，{taker}不得挪用。",
        f"为{use}，{giver}每学年给予{taker}经费支持{amount}。",
        f"{giver}向{taker}捐赠价值{amount}的教学物资，用于{use}。",
    )
    return deal.dice.choice(ways)


def _yearly(deal: Deal) -> str:
    """So much a year, and what it comes to."""
    giver, taker = _who(deal)
    dice, pen = deal.dice, deal.pen
    times = deal.years if deal.years > 1 else dice.choice((2, 3))
    rate = dice.choice(_TITHES)
    total = rate * times if not deal.has("amount-sum-mismatch") else _off(deal, rate * times, rate if dice.yes(0.6) else 1000)
    if deal.years < 2:
        return f"{giver}分{counted(times)}批向{taker}拨付帮扶资金，每批{pen.sum(rate)}，合计{pen.sum(total)}。"
    years = counted(times)
    ways = (
        f"{giver}每年向{taker}提供帮扶资金{pen.sum(rate)}，{years}年共计{pen.sum(total)}。",
        f"结对期间{giver}共投入{pen.sum(total)}，分{years}年拨付给{taker}，每年{pen.sum(rate)}。",
        f"{giver}连续{years}年每年拿出{pen.sum(rate)}支持{taker}发展，总计{pen.sum(total)}。",
        f"{giver}资助总额{pen.sum(total)}，按年支付，每年{pen.sum(rate)}，{years}年付清。",
    )
    return dice.choice(ways)


def _parted(deal: Deal) -> str:
    """A total and its parts."""
    giver, taker = _who(deal)
    dice, pen = deal.dice, deal.pen
    parts = [dice.choice((10_000, 15_000, 20_000, 30_000, 50_000)) for _ in range(dice.choice((2, 3)))]
    total = sum(parts) if not deal.has("amount-sum-mismatch") else _off(deal, sum(parts), dice.choice((5_000, 10_000)))
    uses = _uses(deal, len(parts))
    if dice.yes(0.6):
        listed = "，".join(f"{pen.sum(part)}用于{use}" for part, use in zip(parts, uses, strict=True))
        return f"{giver}向{taker}提供资金{pen.sum(total)}，其中{listed}。"
    names = ("第一期", "第二期", "第三期")
    phases = "，".join(f"{name}{dice.choice(('拨付', '支付'))}{pen.sum(part)}" for name, part in zip(names, parts, strict=False))
    return f"{giver}资助{taker}{pen.sum(total)}，分{counted(len(parts))}期到位：{phases}，均用于{uses[0]}。"


def _heads(deal: Deal) -> str:
    """So much for each, so many of them."""
    giver, taker = _who(deal)
    dice, pen = deal.dice, deal.pen
    size, rate = dice.choice((10, 15, 20, 25, 30)), dice.choice((500, 600, 800, 1000, 1200, 2000))
    total = size * rate if not deal.has("amount-sum-mismatch") else _off(deal, size * rate, rate * dice.choice((1, 5)))
    ways = (
        f"{giver}每学年资助{taker}{size}名困难学生，每人{pen.sum(rate)}，共计{pen.sum(total)}。",
        f"{giver}设立助学金，每学年{pen.sum(total)}，资助{taker}品学兼优的困难学生{size}名，每生{pen.sum(rate)}。",
        f"由{giver}按每生{pen.sum(rate)}的标准资助{taker}学生{size}名，合计{pen.sum(total)}。",
    )
    return dice.choice(ways)


def _words(deal: Deal) -> str:
    """A sum in capitals and in figures."""
    giver, taker = _who(deal)
    dice = deal.dice
    right = dice.choice((*_TITHES, 10_500, 36_800, 103_000, 25_600))
    figures = right
    if deal.has("amount-words-mismatch"):
        figures = dice.choice((right * 10, right // 10 if right % 10 == 0 else right + 1000, right + 1000, right + 20_000, right - 500))
    (use,) = _uses(deal, 1)
    said = deal.pen.both(right, figures)
    ways = (
        f"{giver}向{taker}捐资{said}，用于{use}。",
        f"{giver}每年资助{taker}{said}，专项用于{use}。",
        f"资助金额：{said}，由{giver}于协议签订后一个月内汇入{taker}账户。",
        f"{giver}承诺投入{said}帮助{taker}{use}。",
        f"{giver}每学年向{taker}拨付工作经费，金额为{said}。",
    )
    return dice.choice(ways)


def _table(deal: Deal) -> Section:
    """A table of uses, with its total in the last line."""
    giver, taker = _who(deal)
    dice, pen = deal.dice, deal.pen
    uses = _uses(deal, dice.choice((2, 3, 4)))
    parts = [dice.choice((5_000, 8_000, 10_000, 20_000, 30_000)) for _ in uses]
    total = sum(parts) if not deal.has("amount-sum-mismatch") else _off(deal, sum(parts), dice.choice((1_000, 5_000, 10_000)))
    pen.sum_style = dice.choice(("figure", "wan"))
    rows = [pen.row("项目", "金额", "出资单位")]
    rows += [pen.row(use, f"{part}元", giver) for use, part in zip(uses, parts, strict=True)]
    if deal.has("blank-amount"):
        rows[-1] = pen.row(uses[-1], f"{pen.blank()}元", giver)
    else:
        rows.append(pen.row(dice.choice(("合计", "合  计", "总计")), f"{total}元", giver))
    lead = f"{giver}向{taker}提供资金支持，明细如下："
    return Section("money", dice.choice(_HEADINGS), [lead], table=rows)


_SAID: dict[str, Callable[[Deal], str]] = {"lump": _lump, "yearly": _yearly, "parted": _parted, "heads": _heads, "words": _words}
_FORMS = {
    "blank-amount": ("lump", "lump", "lump", "table"),
    "amount-words-mismatch": ("words",),
    "amount-sum-mismatch": ("yearly", "parted", "heads", "table"),
}


def money(deal: Deal) -> Section | None:
    """The part about funds, None where the paper has none."""
    dice = deal.dice
    if deal.has("missing-funding-amount"):
        deal.subject = "funding"
        return Section("money", dice.choice(_HEADINGS), dice.sample(_VAGUE, dice.choice((1, 1, 2))), plain=True)
    if deal.has("blank-amount", "amount-sum-mismatch", "amount-words-mismatch"):
        deal.subject = "funding"
    return _section(deal, *_choice(deal))


def _choice(deal: Deal) -> list[str]:
    """The form that the part is to have, [] for none."""
    dice = deal.dice
    if deal.rule in _FORMS:
        return [dice.choice(_FORMS[deal.rule])]
    bodies = any(not party.is_person for party in deal.takers())
    if deal.has("missing-duties") or not bodies or deal.kind.key in {"branch", "apprentice", "special"} or dice.yes(0.35):
        return []
    forms = ("lump", "parted", "heads", "words", "table", "plain", "plain", "yearly")
    no_years = deal.has("missing-term", "term-reversed", "term-duration-mismatch", "blank-date", "impossible-date")
    return [dice.choice(forms[:-1] if no_years else forms)]


def _section(deal: Deal, form: str | None = None) -> Section | None:
    dice = deal.dice
    if form is None:
        return None
    giver, taker = _who(deal)
    if form == "table":
        return _table(deal)
    plain = [said.format(giver=giver, taker=taker) for said in dice.sample(_PLAIN, dice.choice((1, 2)))]
    items = plain if form == "plain" else [_SAID[form](deal)]
    if form != "plain" and dice.yes(0.4):
        items.append(plain[0] if "培训费" not in plain[0] else f"{taker}应定期公布资金使用情况，接受{giver}监督。")
    return Section("money", dice.choice(_HEADINGS), items, plain=True)
