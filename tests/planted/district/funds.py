"""Clauses of money: right ones, and the same with sums that do not fit."""

from __future__ import annotations

from random import Random

from tests.planted.district.figures import capitals, wan


def _figure(rng: Random, amount: int) -> str:
    """50000 or 50,000 or 50000.00."""
    return rng.choice((str(amount), f"{amount:,}", f"{amount}.00"))


def words(rng: Random, *, off: int = 0) -> str:
    """A sum in figures and capitals, which differ by `off`."""
    amount = rng.choice((50000, 80000, 120000, 105000, 36000, 200000, 64500))
    told = rng.choice(
        (
            "{P}一次性向{B}提供帮扶资金人民币{f}元（大写：{c}）。",
            "{P}向{B}资助人民币{c}（￥{f}元），用于改善办学条件。",
            "{P}为{B}安排帮扶经费{f}元（人民币{c}），用于购置教学设备。",
            "{P}捐助{B}资金，大写：人民币{c}，小写：￥{f}元。",
            "{P}支持{B}开展教师培训，资金为{f}元（大写人民币{c}）。",
        )
    )
    return told.replace("{f}", _figure(rng, amount)).replace("{c}", capitals(amount + off))


def yearly(rng: Random, years: int, *, off: int = 0) -> str:
    """A rate, its times and the total, which is wrong by `off`."""
    rate = rng.choice((20000, 30000, 50000, 100000))
    told = rng.choice(
        (
            "{P}连续{y}年每年向{B}资助{r}万元，共计{t}万元。",
            "{P}每年向{B}提供帮扶资金{r}万元，{y}年合计{t}万元。",
            "{P}资助{B}{t}万元，分{y}年拨付，每年{r}万元。",
            "帮扶期内，{P}每年安排{r}万元支持{B}改善办学条件，{y}年共{t}万元。",
        )
    )
    return told.replace("{y}", "一两三四五"[years - 1]).replace("{r}", wan(rate)).replace("{t}", wan(rate * years + off))


def split(rng: Random, *, off: int = 0) -> str:
    """Parts and their sum, which is wrong by `off`."""
    first, second, third = (rng.randrange(2, 13) * 10000 for _ in range(3))
    two = rng.choice(
        (
            "{P}共向{B}提供帮扶资金{t}万元，其中{1}万元用于购置图书，{2}万元用于教师培训。",
            "{P}安排帮扶经费{t}万元支持{B}，其中：校舍维修{1}万元，设备购置{2}万元。",
            "{P}资助{B}资金{t}万元，分两期支付：第一期{1}万元，第二期{2}万元。",
        )
    )
    three = rng.choice(
        (
            "{P}共资助{B}{t}万元，分三次拨付，第一次{1}万元，第二次{2}万元，第三次{3}万元。",
            "{P}向{B}提供资金共计{t}万元，其中用于教师培训{1}万元，用于信息化建设{2}万元，用于奖励优秀学生{3}万元。",
        )
    )
    told, total = rng.choice(((two, first + second), (three, first + second + third)))
    for slot, amount in (("{1}", first), ("{2}", second), ("{3}", third), ("{t}", total + off)):
        told = told.replace(slot, wan(amount))
    return told


def plain(rng: Random) -> str:
    """Money without a sum to check."""
    return rng.choice(
        (
            "{A}派出教师的差旅费由{A}承担，在{B}的食宿由{B}解决。",
            "{P}每年资助{B}5名家庭经济困难学生，每人每年1000元。",
            "{P}向{B}捐赠价值3.6万元的图书和体育器材。",
            "帮扶所需经费由{P}负责安排。",
            "{P}每学年拨付{B}教师培训费2万元。",
            "{P}每年向{B}提供不低于3万元的帮扶资金。",
        )
    )


VAGUE = (
    "结对帮扶期间将安排一定的帮扶资金，用于改善{B}办学条件。",
    "设立结对帮扶专项经费，用于奖励在帮扶工作中表现突出的教师。",
    "将根据需要给予{B}适当的资金支持。",
    "为保证帮扶工作顺利开展，拨付必要的工作经费。",
    "对{B}家庭经济困难学生给予资金资助。",
)
OPEN = (
    "{P}每年向{B}资助____元，用于改善办学条件。",
    "{P}一次性向{B}提供帮扶资金　　　万元。",
    "{P}向{B}捐助人民币（大写）＿＿＿＿元（￥＿＿＿＿元）。",
    "{P}每学年安排帮扶经费XX万元支持{B}发展。",
    "{P}每年资助{B}贫困学生，每人每年（　　）元。",
    "{P}支持{B}购置设备，资金为人民币      元。",
)
