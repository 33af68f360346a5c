"""What is paid: sums, shares, goods, or costs alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.planted.province.chance import Chance
from tests.planted.province.deal import Deal, Item, Section
from tests.planted.province.numerals import WAN, capital, counted, later, written

GIVING = {"fund", "firm"}
_HEADINGS = ("经费", "经费保障", "经费安排", "资金与物资", "帮扶资金", "经费来源与使用", "资金支持")
_GIFT_HEADINGS = ("捐赠金额", "捐赠财产", "捐助内容", "资助金额与方式", "捐赠款物及支付", "资金安排")
_PURPOSES = "改善办学条件|购置教学仪器|添置图书|奖励优秀教师|设立奖学金|更新多媒体设备|修缮学生食堂|开展教师培训|建设图书室"
_COSTS = """
    {S}派出人员的[交通费|差旅费]由{S}承担，食宿由{R}[提供|安排]
    {R}人员到{S}学习期间的往返[交通费|路费]自理，{S}免收[培训费|资料费]
    [有关费用|所需费用]按[国家和当地的有关规定|财务制度]执行
    [活动所需费用由各方自行承担|各自承担本单位人员的费用]
    往来活动的费用由派出一方在[公用经费|本单位预算]中列支
"""
_RULES = """
    {R}应当专款专用，[不得挪用、截留|单独核算]，[定期公布使用情况|主动接受审计]
    [经费|款项]的使用情况，{R}应于每年12月底前[书面报告{S}|向{S}说明]
    {S}有权[查询|了解]款项的使用情况，{R}应当[予以配合|提供账目]
    款项汇入{R}在[县农村商业银行|农业银行县支行|邮政储蓄银行]开立的账户，[到账后三日内|收款后五个工作日内]开具收据
    所购[图书|设备|器材]由[新华书店|教育装备服务中心|供货商]直接送达{R}，[发票开给{S}|验收后付款]
    付款前{R}应提供[收款账户（开户行：____　账号：____）|合法有效的收据]
"""
_PROMISES = """
    设立[结对帮扶|教育协作|乡村教育发展]专项[经费|资金]，[用于教师交流和活动组织|支持教师培训、学生活动和资料购置]
    [安排|落实]一定的帮扶[经费|资金]，[确保各项活动顺利开展|保障结对工作需要]
    建立[帮扶工作|结对活动]专项资金，[专款专用|重点支持教师培训]
    [适当|给予]安排[结对活动|帮扶]经费，[用于改善办学条件|用于人员往来]
"""
_GOODS = """
    {S}向{R}捐赠[图书{many}册|课桌椅{few}套|电脑{few}台|体育器材{few}件]，[价值|折合人民币|总价值]{about}
    {S}[赠送|援助]{R}[教学仪器{few}套|校服{many}套]，[市场价值|价值][约|]{sum}
"""


def money_section(deal: Deal, *, wanted: bool) -> tuple[Section | None, str | None, tuple[str, ...]]:
    """The section on money, the defect's subject, and the words that the duties must then leave alone."""
    chance = deal.chance.part("money")
    heading = chance.pick(_GIFT_HEADINGS if deal.kind in GIVING else _HEADINGS)
    if deal.rule == "missing-funding-amount":
        return Section("money", heading, [Item(deal.word(chance, _PROMISES))]), "funding", ("资助", "经费", "奖励", "资金", "款")
    if deal.kind in {"letter", "masters"} and deal.rule not in _OF_MONEY:
        return None, None, ()
    if not wanted and deal.rule not in _OF_MONEY and deal.kind not in GIVING:
        return None, None, ()
    pays = _pays(deal, chance)
    if deal.rule == "missing-duties" and not pays:
        return None, None, ()
    if not pays:
        items = [Item(words) for words in chance.some([deal.named(chance.fill(line)) for line in chance.lines(_COSTS)], 2)]
        return Section("money", heading, items), None, ()
    ways = _WAYS.get(deal.rule, _FREE)
    way = chance.pick([way for way in ways if way not in {_yearly, _pupils_for_years} or deal.years])
    items = [Item(words) for words in way(deal, chance)]
    if deal.rule not in _OF_MONEY and chance.odds(0.3):
        items.append(Item(_goods(deal, chance)))
    if chance.odds(0.6) and deal.rule != "missing-duties":
        items.append(Item(deal.word(chance, _RULES)))
    subject = "funding" if deal.rule in _OF_MONEY else None
    return Section("money", heading, items), subject, ("资助", "捐赠", "赠送", "支援", "奖励")


_OF_MONEY = {"blank-amount", "amount-words-mismatch", "amount-sum-mismatch"}


def _pays(deal: Deal, chance: Chance) -> bool:
    return deal.rule in _OF_MONEY or deal.kind in GIVING or (deal.idle != deal.supporter and chance.odds(0.5))


def sum_of(amount: int, chance: Chance, figures: int | None = None) -> str:
    """The sum as papers write it; `figures` is what stands in figures where the capitals say something else."""
    shown = amount if figures is None else figures
    figure, words = f"{shown}元", f"{capital(amount)}元整"
    ten = f"{shown // WAN}万元" if shown % WAN == 0 else f"{shown / WAN:g}万元"
    double = (
        f"人民币{words}（￥{shown}.00元）", f"人民币{words}（¥{shown:,}.00）", f"{ten}（大写：人民币{words}）", f"人民币{shown}元（大写：{words}）",
        f"人民币（大写）{words}（小写：{shown}元）", f"（大写）{words}（￥{shown}）", f"人民币{ten}（{words}）", f"{words}（{shown}元）",
    )  # fmt: skip
    if figures is not None:
        return chance.pick(double)
    return chance.pick((figure, ten, ten, f"人民币{ten}", f"人民币{figure}", f"{amount:,}元", *double[:4]))


def _amount(chance: Chance, low: int = 1, high: int = 40) -> int:
    return chance.between(low, high) * WAN + chance.pick((0, 0, 0, 5000))


def _use(chance: Chance) -> str:
    return chance.fill(f"[用于|专项用于][{_PURPOSES}]")


def _lump(deal: Deal, chance: Chance) -> list[str]:
    amount = _amount(chance)
    figures = None
    if deal.rule == "amount-words-mismatch":
        figures = chance.pick([wrong for wrong in (amount + WAN, amount * 10, amount - 1000, amount + 20 * WAN) if wrong > 0])
    shown = sum_of(amount, chance, figures)
    if deal.rule == "blank-amount":
        shown = chance.pick(
            (
                "____元",
                "　　　万元",
                "人民币____元（大写：____）",
                "______万元",
                "人民币（大写）______元整（￥______）",
                "    元",
                "（   ）万元",
            )
        )
    lead = chance.fill("{S}[向{R}捐赠|一次性资助{R}|向{R}提供帮扶资金|支持{R}|每年补助{R}教研经费|每年给予{R}发展资金]")
    return [f"{deal.named(lead)}{shown}，{_use(chance)}"]


def _yearly(deal: Deal, chance: Chance) -> list[str]:
    years = deal.years or 1
    rate = _amount(chance, 1, 20)
    total = _wrong(deal, chance, rate * years)
    each, whole = sum_of(rate, chance), sum_of(total, chance)
    said = chance.pick((
        "{S}每年向{R}提供[帮扶资金|发展经费]{each}，{many}年[共计|合计|累计]{whole}，{use}",
        "{S}[出资|提供资金][共计|合计]{whole}，[分{many}年支付，每年{each}|连续{many}年、每年{each}]，{use}",
        "{S}连续{many}年每年资助{R}{each}，[总额为|总计|共]{whole}，{use}",
    ))  # fmt: skip
    words = chance.fill(said).replace("{many}", counted(years) if chance.odds(0.6) else str(years))
    return [deal.named(words.replace("{each}", each).replace("{whole}", whole).replace("{use}", _use(chance)))]


def _instalments(deal: Deal, chance: Chance) -> list[str]:
    """Two or three payments, their days after the term's start."""
    count = chance.between(2, 3)
    parts = [_amount(chance, 1, 15) for _ in range(count)]
    total = _wrong(deal, chance, sum(parts))
    start = deal.signed[-1]
    days = [written(later(date(start.year, start.month, 28), 1 + 4 * spot), deal.day_form) for spot in range(count)]
    names = chance.pick(
        (("第一期", "第二期", "第三期"), ("首付款", "中期款", "尾款"), ("首笔", "第二笔", "第三笔"), ("第一批", "第二批", "第三批"))
    )
    if count == 2 and names[0] == "首付款":
        names = ("首付款", "尾款", "")
    shares = [
        f"{name}{sum_of(part, chance)}，于{day}前{chance.pick(('支付', '拨付', '到账', '汇入'))}"
        for name, part, day in zip(names, parts, days, strict=False)
    ]
    lead = deal.named(chance.fill("{S}[向{R}捐赠|资助{R}|向{R}提供]资金[共计|总额]")) + f"{sum_of(total, chance)}，{_use(chance)}"
    if chance.odds(0.5):
        return [f"{lead}，分{counted(count)}期支付：{'；'.join(shares)}"]
    return [lead, *shares]


def _list(deal: Deal, chance: Chance) -> list[str]:
    """Items with their sums and a total."""
    items = chance.some(
        ("图书购置费", "教师培训费", "学生活动费", "设备添置费", "差旅交通费", "资料印刷费", "奖教奖学金"), chance.between(2, 4)
    )
    parts = [chance.between(2, 40) * 1000 for _ in items]
    total = _wrong(deal, chance, sum(parts))
    in_wan = chance.odds(0.5)

    def shown(amount: int) -> str:
        return f"{amount / WAN:g}万元" if in_wan else f"{amount}元"

    body = chance.pick(("，", "、")).join(f"{name}{shown(part)}" for name, part in zip(items, parts, strict=True))
    lead = deal.named(chance.fill("{S}[承担|提供]结对活动经费"))
    if chance.odds(0.5):
        return [f"{lead}{shown(total)}，其中{body}"]
    return [f"{lead}，{body}，{chance.pick(('合计', '共计', '总计'))}{shown(total)}"]


def _pupils(deal: Deal, chance: Chance) -> list[str]:
    rate, count = chance.pick((600, 800, 1000, 1200, 1500, 2000)), chance.between(2, 12) * 5
    total = _wrong(deal, chance, rate * count)
    said = chance.pick((
        "{S}每年资助{R}家庭经济困难学生{count}名，[标准为|按]每生每年{rate}元[|的标准]，每年[共计|合计]{total}元",
        "{S}资助{R}学生{count}名，每人每年{rate}元，[年资助总额|每年共]{total}元",
    ))  # fmt: skip
    words = chance.fill(said).replace("{count}", str(count)).replace("{rate}", str(rate)).replace("{total}", str(total))
    return [deal.named(words)]


def _pupils_for_years(deal: Deal, chance: Chance) -> list[str]:
    rate, count, years = chance.pick((500, 1000, 1500, 2000)), chance.between(2, 8) * 5, deal.years or 1
    total = _wrong(deal, chance, rate * count * years)
    words = f"{{S}}每年资助{{R}}学生{count}名，每人每年{rate}元，{counted(years)}年{chance.pick(('共计', '合计'))}{sum_of(total, chance)}"
    return [deal.named(words)]


def _standard(deal: Deal, chance: Chance) -> list[str]:
    """A rate without a total, or sums that are only about right."""
    said = chance.pick((
        "{S}按[每人每月|每人每学期]{x}元的标准[为|给]派出教师发放生活补贴",
        "{S}每年投入[约|近]{y}万元支持{R}，其中[培训约|培训费约]{z}万元，[其余|余下部分]用于[活动组织|购置资料]",
        "{S}为{R}贫困学生提供午餐补贴，标准为每生每天{w}元，[据实结算|按实际在校人数计算]",
    ))  # fmt: skip
    y = chance.between(4, 12)
    words = chance.fill(said).replace("{x}", str(chance.between(3, 12) * 100)).replace("{y}", str(y)).replace("{z}", str(y - 2))
    return [deal.named(words.replace("{w}", str(chance.between(3, 8))))]


def _goods(deal: Deal, chance: Chance) -> str:
    words = chance.line(_GOODS).replace("{many}", str(chance.between(3, 30) * 100)).replace("{few}", str(chance.between(2, 12) * 10))
    value = chance.between(11, 95) / 10
    return deal.named(words.replace("{about}", chance.fill(f"[约{value}万元|{value}万余元|{value}万元]")).replace("{sum}", f"{value}万元"))


def _wrong(deal: Deal, chance: Chance, total: int) -> int:
    """The total, or another where the sum is to be wrong."""
    if deal.rule != "amount-sum-mismatch":
        return total
    step = max(1000, 10 ** (len(str(total)) - 1))
    return total + chance.pick([change for change in (step, -step, 2 * step, step // 2 // 500 * 500 or 1000) if total + change > 0])


Way = Callable[[Deal, Chance], list[str]]
_FREE: tuple[Way, ...] = (_lump, _yearly, _instalments, _list, _pupils, _pupils_for_years, _standard)
_WAYS: dict[str, tuple[Way, ...]] = {
    "blank-amount": (_lump,),
    "amount-words-mismatch": (_lump,),
    "amount-sum-mismatch": (_yearly, _instalments, _list, _pupils, _pupils_for_years),
}
