"""The parts of a sum do not add up to its total, or so much a year does not make the total of the years.

缺陷
    分项、分期相加不等于总额；每年（每人）的标准乘以年数（人数）不等于总额。

为什么要紧
    差额由谁出、要不要付，说不清；预算、拨款和审计无法对账。

怎么办
    核对总额和每一项，把算错或者漏写的一处改过来。

什么时候不报
    只列出一部分（等、其余、其中一项）；约数、上下限，只要有一种读法对得上；总额还包括没有单独计价的实物或别的款项；
    各年不等而没有逐年列出；付款人或用途不同的款项。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.bounds import plain
from extractors.text.formulas import find_wrong_reckonings
from extractors.text.instalments import find_instalments
from extractors.text.money_tables import find_wrong_tables
from extractors.text.partitions import Division, find_divisions
from extractors.text.passage import Stretch
from extractors.text.percent_shares import Share, find_wrong_percents, find_wrong_shares
from extractors.text.products import Product, all_parts, find_products
from extractors.text.rate_steps import find_rate_steps
from extractors.text.sum_lists import find_list_divisions
from extractors.text.sum_terms import TermIndex, told

_MONEY = re.compile("[元圆￥]")


def check(case: Case) -> Iterator[Hit]:
    """Each total that its factors or its parts do not make."""
    if next(case.passage.search(_MONEY), None) is None:
        return
    terms = TermIndex(case.passage)
    for product in chain(find_products(terms, _years(case)), find_rate_steps(terms)):
        if not product.agrees:
            yield _of_product(case, product)
    for division in chain(find_divisions(terms), find_list_divisions(terms), find_instalments(terms)):
        if not division.agrees:
            yield _of_division(case, division)
    for share in find_wrong_shares(terms):
        yield _of_share(case, share)
    for percents in find_wrong_percents(case.passage):
        shares = "、".join(f"{plain(value)}%" for value in percents.values)
        yield Hit("funding", f"各期比例（{shares}）合计{plain(Decimal(sum(percents.values)))}%", tuple(map(case.span, percents.places)))
    for one in find_wrong_reckonings(case.passage):
        message = f"算式应得{plain(one.made)}元，而写明的是{plain(one.written)}元"
        yield Hit("funding", message, (case.span(one.stated), case.span(one.terms)))
    for table in find_wrong_tables(case.passage):
        message = f"表中各格应合{plain(table.made)}，而写明的是{plain(table.stated.value)}"
        yield Hit("funding", message, tuple(case.passage.span(cell.start, cell.end) for cell in (table.stated, *table.cells)))


def _years(case: Case) -> Decimal | None:
    """How many years the agreement runs, where it says so in years."""
    duration = case.document.term.duration if case.document.term else None
    return Decimal(duration.count) if duration is not None and duration.unit in ("年", "学年") else None


def _of_product(case: Case, product: Product) -> Hit:
    text = case.passage
    factors = "、".join(text.written(one.start, one.end) for one in product.factors) or "按协议期限"
    base, stated = (text.written(one.sum.number, one.end) for one in (product.base, product.stated))
    unit = product.base.time or product.base.head or ""
    message = f"每{unit}{base}，{factors}，应为{product.readings[0].told()}元，而写明的总额是{stated}（{told(product.stated)}元）"
    places = (Stretch(product.stated.start, product.stated.end), *all_parts(product))
    return Hit("funding", message, tuple(map(case.span, places)))


def _of_share(case: Case, share: Share) -> Hit:
    text = case.passage
    made = plain(share.of.value.low * share.percent / 100)
    message = f"{told(share.of)}元的{plain(share.percent)}%是{made}元，而写明的是{told(share.stated)}元"
    places = (share.stated, share.of)
    return Hit("funding", message, (case.span(share.place), *(text.span(term.start, term.end) for term in places)))


def _of_division(case: Case, division: Division) -> Hit:
    text = case.passage
    parts = "、".join(f"{told(part)}元" for part in division.parts)
    message = f"总额{told(division.whole)}元，各项合计{division.sum.told()}元（{parts}）"
    return Hit("funding", message, tuple(text.span(term.start, term.end) for term in (division.whole, *division.parts)))


RULE = Rule(
    slug="amount-sum-mismatch",
    title="金额加不拢",
    severity="error",
    check=check,
    bad=(
        example(further="甲方每年向乙方提供帮扶资金5万元，三年共计20万元。"),
        example(further="甲方向乙方捐赠助学金60万元，分三期支付：首期20万元、二期20万元、尾款10万元。"),
        example(further="甲方每年资助乙方困难学生20名，每人1000元，每年共计3万元。"),
        paper("石桥区结对帮扶工作方案\n\n一、经费保障\n区财政安排专项经费60万元，其中教师培训45万元、设备购置25万元。\n"),
    ),
    good=(
        example(further="甲方每年向乙方提供帮扶资金5万元，三年共计15万元。"),
        example(further="甲方每年提供帮扶资金不少于5万元，三年共计20万元。"),
        example(further="甲方捐赠60万元，其中图书馆改造20万元、教师培训10万元，其余用于奖励师生。"),
        example(further="甲方向乙方捐赠资金10万元，丙方捐赠5万元，另捐赠图书500册，共计20万元。"),
        paper("石桥区结对帮扶工作方案\n\n一、经费保障\n区财政安排专项经费约60万元，其中教师培训40万元、设备购置22万元。\n"),
    ),
)
