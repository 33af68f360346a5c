"""The clauses that promise money."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from tests.planted.bureau import figures
from tests.planted.bureau.paper import Paper, Unit

HEADS = ("经费保障", "资金支持", "帮扶经费", "经费及使用", "资助内容", "经费约定")
Wording = Callable[[Paper], list[str]]


def payer(paper: Paper) -> str:
    """The role that gives."""
    return paper.role(paper.scene.payer)


def payee(paper: Paper) -> str:
    """The role that receives."""
    return paper.role(paper.scene.payee)


def purpose(paper: Paper) -> str:
    """What the money is for."""
    return paper.rng.choice(paper.scene.purposes)


def round_sum(paper: Paper) -> int:
    """Between 1.5 and 60万, in half 万."""
    return paper.rng.choice((15_000, 25_000, 36_000, 50_000, 80_000, 120_000, 150_000, 205_000, 300_000, 480_000, 600_000))


def parts_of(paper: Paper, total: int, many: int) -> list[int]:
    """A total in so many unlike parts."""
    step = total // 20
    cuts = sorted(paper.rng.sample(range(2, 19), many - 1))
    bounds = [0, *cuts, 20]
    return [(high - low) * step for low, high in pairwise(bounds)]


def words(paper: Paper) -> list[str]:
    """A sum in capitals and figures that agree."""
    amount = round_sum(paper)
    return [words_sentence(paper, figures.in_words(paper.rng.randrange(figures.WORD_FORMS), amount, amount))]


def words_sentence(paper: Paper, written: str) -> str:
    """A lump sum of so much, as a sentence."""
    form = paper.rng.choice(
        (
            "{0}向{1}一次性提供资金{2}，专项用于{3}。",
            "{0}在协议签订后十个工作日内向{1}拨付{2}，用于{3}。",
            "{0}安排帮扶资金{2}支持{1}{3}。",
            "{0}捐赠给{1}的款项为{2}，款项用途为{3}。",
        )
    )
    return form.format(payer(paper), payee(paper), written, purpose(paper))


def yearly(paper: Paper) -> list[str]:
    """So much a year over the term; sometimes with its total."""
    each = paper.rng.choice((10_000, 20_000, 30_000, 50_000, 60_000))
    return [yearly_sentence(paper, each, each * paper.years)]


def yearly_sentence(paper: Paper, each: int, total: int) -> str:
    """A yearly rate and its total."""
    if paper.years == 1:
        each, total = each // 2, total // 2
        tail = f"每学期{paper.money(each)}，全年两学期合计{paper.money(total * 2 if total == each else total)}"
        return f"{payer(paper)}向{payee(paper)}提供{purpose(paper)}经费，{tail}。"
    form = paper.rng.choice(
        (
            "{0}每年向{1}提供帮扶资金{2}，连续{4}年，共计{3}，用于{5}。",
            "协议期内，{0}按每年{2}的标准支持{1}{5}，{4}年合计{3}。",
            "{0}连续{4}年、每年出资{2}支持{1}{5}，总额{3}。",
        )
    )
    years = figures.count_han(paper.years)
    return form.format(payer(paper), payee(paper), paper.money(each), paper.money(total), years, purpose(paper))


def heads(paper: Paper) -> list[str]:
    """So much for each pupil or teacher."""
    many, each = paper.rng.choice((10, 15, 20, 25, 30, 40)), paper.rng.choice((500, 800, 1000, 1200, 2000))
    return [heads_sentence(paper, many, each, many * each)]


def heads_sentence(paper: Paper, many: int, each: int, total: int) -> str:
    """A rate a head, the heads, and the total of a year."""
    whom = "支教教师" if paper.scene.key == "secondment" else f"家庭经济困难{paper.scene.pupils}"
    form = paper.rng.choice(
        (
            "{0}每学年资助{1}{5}{2}名，每人{3}，每学年合计{4}。",
            "{0}每学年出资{4}，资助{1}{5}{2}名，人均{3}。",
            "{0}按每人每学年{3}的标准资助{1}{5}{2}名，每学年共{4}。",
        )
    )
    return form.format(payer(paper), payee(paper), many, paper.money(each), paper.money(total), whom)


def split(paper: Paper) -> list[str]:
    """A total with its parts."""
    total = round_sum(paper)
    return [split_sentence(paper, total, parts_of(paper, total, 3))]


def split_sentence(paper: Paper, total: int, parts: list[int]) -> str:
    """A total and three uses of it."""
    uses = paper.rng.sample(("购置图书", "教师培训", "更新教学设备", "开展学生活动", "校园文化建设"), 3)
    listed = [f"{use}{paper.money(part)}" for use, part in zip(uses, parts, strict=True)]
    form = paper.rng.choice(("{0}向{1}提供资金{2}，其中{3}。", "{0}支持{1}的经费共计{2}，包括：{4}。", "{0}投入{2}帮扶{1}，分别用于{3}。"))
    return form.format(payer(paper), payee(paper), paper.money(total), "，".join(listed), "；".join(listed))


def stages(paper: Paper) -> list[str]:
    """A total in instalments."""
    total = round_sum(paper)
    return [stages_sentence(paper, total, parts_of(paper, total, 3))]


def stages_sentence(paper: Paper, total: int, parts: list[int]) -> str:
    """A total and its three instalments."""
    first, second, third = (paper.money(part) for part in parts)
    form = paper.rng.choice(
        (
            "{0}向{1}提供资金{2}，分三期支付：签约后支付{3}，中期评估后支付{4}，期满验收后支付{5}。",
            "{0}资助{1}{2}，首期拨付{3}，第二期拨付{4}，余款{5}在项目完成后付清。",
            "{0}支持{1}的资金总额为{2}，按进度拨付，第一笔{3}，第二笔{4}，第三笔{5}。",
        )
    )
    return form.format(payer(paper), payee(paper), paper.money(total), first, second, third)


def shares(paper: Paper) -> list[str]:
    """What each side pays of a total."""
    total = round_sum(paper)
    return [shares_sentence(paper, total, parts_of(paper, total, 2))]


def shares_sentence(paper: Paper, total: int, parts: list[int]) -> str:
    """A total borne by two sides."""
    one, two = (paper.money(part) for part in parts)
    form = paper.rng.choice(("本项目工作经费共{2}，由{0}承担{3}，{1}承担{4}。", "活动经费{2}，其中{0}出资{3}，{1}出资{4}。"))
    return form.format(payer(paper), payee(paper), paper.money(total), one, two)


def monthly(paper: Paper) -> list[str]:
    """A monthly sum over five months of a term, or ten of a year."""
    each = paper.rng.choice((300, 500, 600, 800, 1000))
    months = paper.rng.choice((5, 10))
    return [monthly_sentence(paper, each, months, each * months)]


def monthly_sentence(paper: Paper, each: int, months: int, total: int) -> str:
    """A monthly allowance and what it comes to."""
    period = "学期" if months == 5 else "学年"
    who = (
        paper.role(2)
        if paper.scene.key == "secondment"
        else f"{payee(paper)}的{paper.rng.choice(('特困', '孤困', '困难'))}{paper.scene.pupils}"
    )
    return f"{payer(paper)}向{who}每人每月发放补助{each}元，每{period}按{months}个月计算，每人每{period}共{total}元。"


def borne(paper: Paper) -> list[str]:
    """Who pays, without a sum."""
    one, two = payer(paper), payee(paper)
    if "teacher" in paper.scene.kinds:
        return [paper.rng.choice((f"所需经费由{one}承担。", f"培训、差旅等费用由{one}按规定报销。", "本协议的履行不产生费用。"))]
    return [
        paper.rng.choice(
            (
                f"{one}人员的往返交通费由{one}负担，食宿由{two}负责安排。",
                f"开展活动所需经费由{paper.all}各自承担。",
                f"培训、教研等活动产生的费用，由{one}承担。",
                f"相关费用按照{one}所在地财政部门规定的差旅费标准执行，由{one}报销。",
                "本协议为公益性合作，各方互不收取费用。",
            )
        )
    ]


def goods(paper: Paper) -> list[str]:
    """Goods of a stated value."""
    value = paper.rng.choice((12_000, 26_000, 38_000, 96_000))
    thing = paper.rng.choice(("图书", "体育器材", "教学仪器", "电脑", "音乐器材"))
    return [f"{payer(paper)}向{payee(paper)}捐赠价值{paper.money(value)}的{thing}，由{payee(paper)}登记入账。"]


KINDS: dict[str, Wording] = {
    "words": words,
    "yearly": yearly,
    "heads": heads,
    "split": split,
    "stages": stages,
    "shares": shares,
    "monthly": monthly,
    "borne": borne,
    "goods": goods,
}


def write(paper: Paper, wanted: str | None) -> None:
    """The unit about money, or none."""
    choices = ("none", "none", "none", "borne", "borne", "words", "yearly", "heads", "split", "stages", "shares", "monthly", "goods")
    kind = wanted or paper.rng.choice(choices)
    if paper.scene.key == "company" and kind in {"none", "borne"}:
        kind = "heads"
    if kind == "none":
        return
    if kind in {"heads", "monthly"} and paper.scene.key in {"mentor", "trustee", "group"}:
        kind = "words"
    if "teacher" in paper.scene.kinds and kind != "monthly":
        kind = "borne"
    items = KINDS[kind](paper)
    if kind not in {"borne", "goods"} and wanted != "none" and paper.rng.random() < 0.3:
        items.append(account(paper))
    paper.units["money"] = Unit(paper.rng.choice(HEADS), items)


def account(paper: Paper) -> str:
    """Where the money goes, or how it is used."""
    who = paper.parties[paper.scene.payee]
    bank = f"{who.body.place}农村商业银行"
    number = f"62{paper.rng.randrange(10**13, 10**14)}"
    forms = [
        "资金实行专款专用，接受审计和社会监督。",
        f"{who.role}应按规定开具收据，并在使用后向{payer(paper)}提供支出明细。",
    ]
    if who.body.name != who.head and not who.open:
        forms.append(f"{who.role}收款账户：户名{who.body.name}，开户行{bank}，账号{number}。")
    return paper.rng.choice(forms)
