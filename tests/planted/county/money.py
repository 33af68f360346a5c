"""Money: lump sums, rates, instalments, lists of goods, or none at all; and the defects of sums."""

from __future__ import annotations

from collections.abc import Callable

from tests.planted.county.case import Case
from tests.planted.county.draft import Node
from tests.planted.county.numerals import BOTH_WAYS, both_ways, chinese, money

HEADINGS = ("经费保障", "帮扶经费", "资金安排", "经费与物资", "资助标准", "经费支持", "费用", "资金保障")
_STYLES = ("万", "万", "元", "grouped", "cents")
_USES = (
    "用于改善办学条件",
    "用于购置教学设备",
    "用于教师培训和教研活动",
    "用于资助家庭经济困难学生",
    "用于购买图书",
    "用于校园文化建设",
    "用于开展结对活动",
)


def write_money(case: Case) -> Node | None:
    """Write the section on money, or None where the paper has none."""
    if case.planting("missing-duties") or (case.planting("missing-term", "blank-date", "party-side-conflict") and case.kind != "donor"):
        return None
    writer = _chosen(case)
    if writer is None:
        return None
    node = writer(case)
    node.heading, node.key = case.dice.pick(HEADINGS), "money"
    return node


def _chosen(case: Case) -> Callable[[Case], Node] | None:
    dice = case.dice
    if case.planting("amount-words-mismatch"):
        return _both
    if case.planting("amount-sum-mismatch"):
        return dice.pick((_instalments, _instalments, _listed, _yearly if case.months >= 24 else _heads, _heads, _parts))
    if case.planting("blank-amount"):
        return dice.pick((_blank_sum, _blank_sum, _blank_rate))
    if case.planting("missing-funding-amount"):
        return _promise
    sums = [_lump, _lump, _both, _both, _instalments, _listed, _heads, _parts, _rate, _in_kind, _rough]
    if case.says_years and case.months >= 24:
        sums.append(_yearly)
    if case.kind == "donor":
        return dice.pick(sums)
    return dice.pick((*sums, _borne, _borne, _by_rule, _by_rule, _by_rule, None, None, None, None, None, None, None, None))


def _sum(case: Case, low: int, high: int, step: int) -> int:
    return case.dice.between(low, high, step)


def _style(case: Case) -> str:
    return case.dice.pick(_STYLES)


def _gives(case: Case) -> str:
    once = case.dice.pick(("一次性", "自愿", "无偿", ""))
    verb = case.dice.pick(("捐赠", "提供", "支持", "资助", "拨付")) if case.kind != "donor" else "捐赠"
    thing = case.dice.pick(("帮扶资金", "帮扶经费", "资金", "专项资金"))
    return f"{{S}}{once}向{{R}}{verb}{thing}"


def _lump(case: Case) -> Node:
    return Node(f"{_gives(case)}{money(_sum(case, 20000, 200000, 5000), _style(case))}，{case.dice.pick(_USES)}。")


def _both(case: Case) -> Node:
    dice = case.dice
    value = dice.pick((_sum(case, 10000, 90000, 5000), _sum(case, 100000, 600000, 20000), _sum(case, 10500, 99500, 500)))
    figure = value
    if case.planting("amount-words-mismatch"):
        figure = dice.pick((value + 1000, value * 10, value // 10, value + 10000, value + 20000, value - 500))
    text = both_ways(value, figure, dice.between(0, BOTH_WAYS - 1))
    pay = dice.pick(("", "，于本协议生效后三十日内支付", "，在签约后一个月内汇入{R}账户", "，由{R}专账管理", _account(case)))
    return Node(f"{_gives(case)}{text}{pay}，{dice.pick(_USES)}。".replace("本协议", "{D}"))


def _account(case: Case) -> str:
    """Name the account; its number is filled in by hand."""
    where = case.party("recipient").where
    return case.dice.pick(
        (f"，汇入{{R}}账户（开户行：{where}农村信用合作联社，账号：____________）", f"，转入{{R}}在{where}农村商业银行开立的账户")
    )


def _off(case: Case, value: int, step: int) -> int:
    """Give the stated total: the true one, unless the sum is what is wrong."""
    if not case.planting("amount-sum-mismatch"):
        return value
    return case.dice.pick((value + step, value - step, value + 2 * step, value + 5 * step))


def _instalments(case: Case) -> Node:
    dice, style = case.dice, _style(case)
    parts = [_sum(case, 10000, 60000, 5000) for _ in range(dice.pick((2, 2, 3)))]
    total = money(_off(case, sum(parts), 5000), style)
    sums = [money(part, style) for part in parts]
    lead = f"{_gives(case)}{dice.pick(('共计', '总额为', '合计'))}{total}".replace("一次性", "")
    if len(parts) == 2 and dice.chance(0.5):
        names = dice.pick(
            (("首付款", "尾款"), ("签约后十日内支付首期", "项目验收后支付余款"), ("预付", "验收合格后付清剩余"), ("第一笔", "第二笔"))
        )
        return Node(f"{lead}，分两次支付：{names[0]}{sums[0]}，{names[1]}{sums[1]}。")
    dues = ("签约后一个月内", "次年春季学期开学前", "项目完成并验收合格后")
    if dice.chance(0.5):
        paid = dice.pick(("第{}期", "第{}笔", "第{}次"))
        steps = [f"{paid.format(chinese(place))}{due}支付{part}" for place, (due, part) in enumerate(zip(dues, sums, strict=False), 1)]
        return Node(f"{lead}，分{_times(len(parts))}期支付：{'；'.join(steps)}。")
    kids = [Node(f"{due}，支付{part}；") for due, part in zip(dues, sums, strict=False)]
    kids[-1].text = kids[-1].text[:-1] + "。"
    return Node(f"{lead}，按以下进度支付：", kids=kids)


def _times(count: int) -> str:
    return "两" if count == 2 else chinese(count)


def _listed(case: Case) -> Node:
    dice = case.dice
    goods = dice.sample(("图书", "课桌椅", "教学一体机", "体育器材", "办公电脑", "美术用品", "户外玩具", "乐器"), dice.pick((2, 3, 4)))
    values = [_sum(case, 2000, 30000, 1000) for _ in goods]
    total = _off(case, sum(values), 1000)
    lead = f"{{S}}向{{R}}{dice.pick(('捐赠', '赠送', '提供'))}下列物资"
    if dice.chance(0.5):
        listed = "，".join(f"{good}价值{value}元" for good, value in zip(goods, values, strict=True))
        return Node(f"{lead}：{listed}，{dice.pick(('合计', '总价值', '共计'))}{total}元。")
    kids = [Node(f"{good}一批，价值{value}元；") for good, value in zip(goods, values, strict=True)]
    kids[-1].text = kids[-1].text[:-1] + "。"
    return Node(f"{lead}，{dice.pick(('合计价值', '总价值', '价值共计'))}{total}元：", kids=kids)


def _yearly(case: Case) -> Node:
    dice, years, rate = case.dice, case.months // 12, _sum(case, 10000, 80000, 5000)
    style, count = _style(case), "两" if years == 2 else chinese(years)
    total = money(_off(case, rate * years, 5000), style)
    return Node(
        dice.pick(
            (
                f"{{S}}连续{count}年每年向{{R}}资助{money(rate, style)}，共计{total}，{dice.pick(_USES)}。",
                f"{{S}}向{{R}}提供经费支持{total}，分{count}年拨付，每年{money(rate, style)}，{dice.pick(_USES)}。",
                f"{_gives(case)}，标准为每年{money(rate, style)}，{count}年合计{total}。".replace("一次性", ""),
            )
        )
    )


def _heads(case: Case) -> Node:
    dice, heads, rate = case.dice, case.dice.between(10, 50, 5), case.dice.pick((500, 800, 1000, 1200, 1500, 2000))
    total = _off(case, heads * rate, rate)
    return Node(
        dice.pick(
            (
                f"{{S}}每年资助{{R}}困难学生{heads}名，每人每年{rate}元，每年共计{total}元。",
                f"{{S}}设立奖学金，每学年奖励{{R}}优秀学生{heads}人，每人{rate}元，每学年合计{total}元。",
                f"{{S}}按每生每年{rate}元的标准资助{{R}}学生{heads}名，年资助总额{total}元。",
            )
        )
    )


def _parts(case: Case) -> Node:
    dice, style = case.dice, _style(case)
    values = [_sum(case, 10000, 50000, 5000) for _ in range(dice.pick((2, 3)))]
    uses = dice.sample(("教师培训", "教学设备", "图书购置", "学生活动", "维修改造", "课题研究"), len(values))
    listed = "，".join(f"{use}{money(value, style)}" for use, value in zip(uses, values, strict=True))
    return Node(f"{_gives(case)}{money(_off(case, sum(values), 5000), style)}，其中{listed}。")


def _rate(case: Case) -> Node:
    dice = case.dice
    return Node(
        dice.say(
            dice.pick(
                (
                    f"{{S}}<每年|每学年>安排{money(_sum(case, 10000, 60000, 5000), _style(case))}，支持{{R}}<开展教研活动|培训教师>。",
                    f"支教教师<生活补助|交通补贴>由{{S}}按每人每月{dice.pick((300, 500, 600, 800))}元的标准<发放|承担>。",
                    f"{{S}}对{{R}}家庭经济困难学生给予资助，标准为每生每学年{dice.pick((500, 625, 1000, 1250))}元。",
                )
            )
        )
    )


def _in_kind(case: Case) -> Node:
    dice = case.dice
    goods = dice.pick(("图书", "教学仪器", "体育器材", "办公设备", "玩教具"))
    return Node(f"{{S}}向{{R}}{dice.pick(('捐赠', '赠送'))}价值{money(_sum(case, 10000, 80000, 5000), _style(case))}的{goods}。")


def _rough(case: Case) -> Node:
    dice = case.dice
    books, tools = dice.between(2, 4), dice.between(3, 6)
    return Node(
        dice.pick(
            (
                f"{{S}}捐赠物资价值约{books + tools}万元，其中图书{books}万余元、器材约{tools - 1}万元，具体以实际清单为准。",
                f"{{S}}为{{R}}添置设备，总投入约{books + tools}万元，其中电脑{tools}万元左右，桌椅{books - 1}万余元。",
            )
        )
    )


def _borne(case: Case) -> Node:
    return Node(
        case.dice.say(
            "<{S}派出人员的交通费、补助等由{S}承担，食宿费用由{R}承担。|结对活动经费由{S}从公用经费中列支。|教师跟岗期间的差旅费由{R}承担。|开展活动所需经费，由派出人员的一方各自承担。>"
        )
    )


def _by_rule(case: Case) -> Node:
    return Node(
        case.dice.say(
            "<有关费用按规定执行|差旅、培训等费用按照财务制度的有关规定报销|各项开支按现行财务规定办理|相关费用按国家和县里的规定执行>。"
        )
    )


def _promise(case: Case) -> Node:
    """Promise funds and leave open how much, by what standard and from whom."""
    return Node(
        case.dice.say(
            "<设立结对帮扶专项经费，<保障各项活动顺利开展|用于开展教研、培训和学生交流活动>。|确保帮扶经费及时足额到位，<专款专用|不得挪用>。|"
            "<对支教教师给予一定的生活补贴|给予支教教师适当补助>，并在评先评优时优先考虑。|为结对帮扶工作提供必要的经费支持，<确保活动正常开展|保证工作需要>。|"
            "落实帮扶<专项资金|工作经费>，<重点支持教师培训和设备添置|主要用于师资培训>。|对家庭困难学生给予<一定的资金|适当的经济>资助。|"
            "<对表现突出的支教教师发放奖金|对在结对工作中成绩突出的教师给予现金奖励>。>"
        )
    )


def _blank_sum(case: Case) -> Node:
    gap = case.dice.pick(("　　　", "____", "______", "    ", "（　　）", "XX", "××"))
    both = (f"人民币（大写）{gap}元整（￥{gap}元）", f"人民币{gap}元（大写：{gap}）")
    return Node(f"{_gives(case)}{case.dice.pick((f'{gap}元', f'{gap}万元', f'人民币{gap}元', *both))}，{case.dice.pick(_USES)}。")


def _blank_rate(case: Case) -> Node:
    gap = case.dice.pick(("　　　", "____", "______", "    ", "（　　）", "××"))
    return Node(
        case.dice.pick(
            (
                f"{{S}}每年向{{R}}提供帮扶经费{gap}万元，{case.dice.pick(_USES)}。",
                f"{{S}}按每生每年{gap}元的标准资助{{R}}困难学生。",
                f"支教教师交通补助由{{S}}按每人每月{gap}元发放。",
            )
        )
    )
