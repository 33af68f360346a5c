"""What is paid: schemes whose sums agree, and the same with one that does not."""

from __future__ import annotations

from tests.planted.archive.case import Case
from tests.planted.archive.numerals import capital, counted, wan

_USES = (
    "改善办学条件",
    "教师培训和教研活动",
    "购置图书和教学器材",
    "校园文化建设",
    "添置实验仪器",
    "资助家庭经济困难学生",
    "食堂和宿舍改造",
)
_GOODS = ("图书", "多媒体一体机", "课桌椅", "体育器材", "实验仪器", "计算机", "床上用品", "乐器", "净水设备", "校服")
SUMS = ("instalments", "yearly", "list", "pupils", "goods")
"""Schemes with a total that can be added up."""


def money_sentences(case: Case) -> list[str]:
    """The sentences on money, none where the paper has none."""
    if case.breaks("missing-funding-amount"):
        case.subject = "funding"
        return [case.fill(case.dice.pick("promise", _PROMISES))]
    return _SCHEMES[_scheme(case)](case)


def _scheme(case: Case) -> str:
    if case.breaks("amount-words-mismatch"):
        return "lump"
    if case.breaks("amount-sum-mismatch"):
        return case.dice.pick("scheme", SUMS)
    if case.breaks("blank-amount"):
        return "blank"
    if case.breaks("missing-duties"):
        return "silent"
    unpaid = case.scene.kind in {"masters", "branches", "kindergartens"} and not case.dice.chance("paid-anyway", 15)
    if unpaid or case.scene.persons:
        return case.dice.pick("scheme", ("none", "none", "silent"))
    options = ["lump", "instalments", "list", "pupils", "goods", "about", "silent", "none", "none"]
    if not case.breaks("missing-term", "term-duration-mismatch"):
        options.append("yearly")
    if case.scene.kind == "donors":
        options = [option for option in options if option not in {"silent", "none"}]
    return case.dice.pick("scheme", options)


def _sum(case: Case, name: str, low: int, high: int, step: int) -> int:
    return case.dice.number(name, low, high) * step


def _amount(case: Case, number: int) -> str:
    """A sum as this paper writes sums."""
    match case.dice.pick("sum-form", ("wan", "wan", "yuan", "comma", "rmb")):
        case "wan" if number >= 1_000:
            return f"{wan(number)}万元"
        case "comma":
            return f"{number:,}元"
        case "rmb":
            return f"人民币{number}元"
        case _:
            return f"{number}元"


def _wrong(case: Case, number: int, step: int) -> int:
    """Another sum, off by a step or more, unlike the right one."""
    off = step * case.dice.pick("off", (1, 2, 3))
    if case.breaks("amount-sum-mismatch"):
        case.subject = "funding"
        return number + off if case.dice.chance("more", 60) or off >= number else number - off
    return number


def _lump(case: Case) -> list[str]:
    number = _sum(case, "lump", 11, 980, 1_000)
    figures = number
    if case.breaks("amount-words-mismatch"):
        case.subject = "funding"
        figures = case.dice.pick("words", (number * 10, number + 1_000, number + 20_000, number - 1_000, number + 500))
    words, use = capital(number), case.dice.pick("use", _USES)
    sums = (
        f"人民币{words}元整（¥{figures}.00）",
        f"人民币（大写）{words}元整（小写：{figures}元）",
        f"{figures}元（大写：人民币{words}元整）",
        f"人民币{figures:,}.00元（{words}元整）",
        f"￥{figures}元（人民币{words}元整）",
        f"（大写）{words}圆整，（小写）¥{figures:,}",
    )
    written = case.dice.pick("lump-sum", sums)
    texts = (
        f"{{A}}一次性向{{B}}提供帮扶资金{written}，用于{use}",
        f"{{A}}自愿捐助{{B}}{written}，指定用途为{use}",
        f"本项目资金由{{A}}承担，金额为{written}，用于{use}，于签约后一个月内汇入{{B}}账户",
    )
    first = case.fill(case.dice.pick("lump-text", texts))
    return [first, *_upkeep(case)]


def _instalments(case: Case) -> list[str]:
    parts = [_sum(case, f"part{place}", 2, 30, 5_000) for place in range(case.dice.number("parts", 2, 3))]
    total = _wrong(case, sum(parts), 5_000)
    use, whole, shares = case.dice.pick("use", _USES), _amount(case, total), [_amount(case, part) for part in parts]
    year = case.days.start[0]
    names = (("首付款", "尾款") if len(parts) == 2 else ("首付款", "进度款", "尾款"), tuple(f"第{word}期" for word in "一二三"))
    labels = case.dice.pick("part-names", names)
    when = ("签约后十日内拨付", f"{year + 1}年3月底前拨付", f"{year + 1}年10月底前拨付")[: len(parts)]
    listed = "，".join(f"{label}{share}，{day}" for label, share, day in zip(labels, shares, when, strict=False))
    text = f"{{A}}向{{B}}提供帮扶资金共计{whole}，用于{use}，分{counted(len(parts))}次支付：{listed}"
    return [case.fill(text), *_upkeep(case)]


def _yearly(case: Case) -> list[str]:
    each, years = _sum(case, "each-year", 4, 60, 5_000), max(case.days.years, 2)
    if case.days.years == 1:
        return _pupils(case)
    total, use = _wrong(case, each * years, 5_000), case.dice.pick("use", _USES)
    texts = (
        f"{{A}}每年向{{B}}拨付帮扶经费{_amount(case, each)}，{counted(years)}年共计{_amount(case, total)}，用于{use}",
        f"{{A}}连续{counted(years)}年、每年安排{_amount(case, each)}支持{{B}}{use}，合计{_amount(case, total)}",
        f"{{A}}承诺{counted(years)}年内投入{_amount(case, total)}（每年{_amount(case, each)}）帮助{{B}}，主要用于{use}",
    )
    return [case.fill(case.dice.pick("yearly", texts)), *_upkeep(case)]


def _list(case: Case) -> list[str]:
    goods = case.dice.some("goods", _GOODS, case.dice.number("kinds", 2, 4))
    prices = [_sum(case, f"price-{name}", 3, 60, 1_000) for name in goods]
    total = _wrong(case, sum(prices), 1_000)
    listed = "、".join(f"{name}{_amount(case, price)}" for name, price in zip(goods, prices, strict=True))
    texts = (
        f"{{A}}资助{{B}}添置设备，所需资金为：{listed}，合计{_amount(case, total)}",
        f"{{A}}为{{B}}安排设备购置费{_amount(case, total)}，其中{listed}",
        f"设备购置费由{{A}}承担，总计{_amount(case, total)}，明细如下：{listed}",
    )
    return [case.fill(case.dice.pick("list", texts)), *_upkeep(case)]


def _pupils(case: Case) -> list[str]:
    rate, heads = case.dice.pick("rate", (500, 600, 800, 1_000, 1_200, 1_500, 2_000)), case.dice.number("heads", 2, 12) * 5
    total = _wrong(case, rate * heads, 500)
    texts = (
        f"{{A}}每年资助{{B}}家庭经济困难学生{heads}名，每人每年{rate}元，每年共计{_amount(case, total)}",
        f"{{A}}设立助学金，奖助{{B}}学生{heads}名，标准为每生每年{rate}元，年度总额{_amount(case, total)}",
        f"{{A}}按每生每年{rate}元的标准资助{{B}}学生，每年{heads}人，全年{_amount(case, total)}",
    )
    return [case.fill(case.dice.pick("pupils", texts)), *_upkeep(case)]


def _goods(case: Case) -> list[str]:
    goods = case.dice.some("goods", _GOODS, 2)
    prices = [_sum(case, f"price-{name}", 3, 80, 1_000) for name in goods]
    total = _wrong(case, sum(prices), 1_000)
    first, second = (f"价值{_amount(case, price)}的{name}" for name, price in zip(goods, prices, strict=True))
    text = f"{{A}}向{{B}}捐赠物资，总价值{_amount(case, total)}，包括{first}和{second}，由{{A}}运送到校"
    return [case.fill(text)]


def _about(case: Case) -> list[str]:
    first, second = _sum(case, "about1", 3, 20, 10_000), _sum(case, "about2", 3, 20, 10_000)
    whole = wan(first + second + 10_000)
    text = f"{{A}}拟投入约{whole}万元支持{{B}}改造校舍，其中功能室约{wan(first)}万元、运动场{wan(second)}万余元，以实际结算为准"
    return [case.fill(text)]


def _silent(_case: Case) -> list[str]:
    return []


def _none(case: Case) -> list[str]:
    texts = (
        "有关费用按财务制度和上级文件规定执行",
        "派出人员的差旅费由派出单位按规定报销",
        "本协议为公益性协议，不涉及任何资金往来",
        "结对活动不得向学生和家长收取任何费用",
        "活动所需费用由活动的组织方自行解决，不另设专项",
    )
    return [case.fill(case.dice.pick("no-money", texts))]


def _blank(case: Case) -> list[str]:
    case.subject = "funding"
    use = case.dice.pick("use", _USES)
    texts = (
        f"{{A}}每年向{{B}}资助　　　　元，用于{use}",
        f"{{A}}向{{B}}提供帮扶资金人民币______元，用于{use}",
        f"{{A}}一次性捐助{{B}}______万元，用于{use}",
        f"{{A}}安排帮扶经费人民币（大写）　　　　　　元整（¥　　　　），用于{{B}}{use}",
        "{A}按照每生每年____元的标准资助{B}贫困学生",
        f"{{A}}支持{{B}}资金      万元，用于{use}",
        f"{{A}}承担的项目资金为（    ）元，用于{{B}}{use}",
    )
    return [case.fill(case.dice.pick("blank-amount", texts))]


def _upkeep(case: Case) -> list[str]:
    options: tuple[list[str], ...] = (
        [],
        ["{B}应当专账核算、专款专用，并接受{A}的监督"],
        ["{B}收到款项后五个工作日内开具合法票据"],
        ["{B}开户银行：{place}农村信用合作联社，资金一律通过银行转账，不得支付现金"],
    )
    place = case.scene.parties[1].place
    return [case.fill(text).replace("{place}", place) for text in case.dice.pick("upkeep", options)]


_PROMISES = (
    "为保证结对工作顺利开展，设立专项帮扶资金，用于教师培训和教研活动",
    "落实帮扶经费，用于改善办学条件",
    "安排一定的工作经费，保障各项结对活动的开展",
    "提供必要的资金支持，用于添置图书和教学仪器",
    "划拨专项经费，用于奖励在结对工作中表现突出的师生",
    "另行筹措助学资金，资助家庭经济困难学生完成学业",
)
_SCHEMES = {
    "lump": _lump,
    "instalments": _instalments,
    "yearly": _yearly,
    "list": _list,
    "pupils": _pupils,
    "goods": _goods,
    "about": _about,
    "silent": _silent,
    "none": _none,
    "blank": _blank,
}
