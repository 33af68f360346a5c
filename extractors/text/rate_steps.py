"""Find sums for each head that are given at one rate and made up at a longer one: so much a month, so many months, so much a term.

Reads::

    每人每月补助600元，每学期按5个月计算，每人每学期共3000元      600 × 5 and 3000
    每生每月300元，每学年发放10个月，每生每学年合计3000元          300 × 10 and 3000

Leaves alone::

    每人每月补助600元，另发交通费，每人每学期共4000元             more than the rate
    每人每月补助600元，每人每学期交通费共200元                     another sum
    每人每月补助600元，每人每学年共6000元                          nobody says for how many months
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from extractors.text.amount_ranges import exactly
from extractors.text.products import Product
from extractors.text.sum_terms import Factor, Term, TermIndex, find_times, in_rate_units

_STEP = re.compile(
    r"(?:的)?(?:标准)?(?:发放|补助|资助|补贴|计发|给予)?(?:生活)?(?:补助|补贴|资助)?[，；（](?:(?:每|一)个?(?P<per>学期|学年|年度?))?(?:均|共|各)?(?:按|以|发放?|计|补助|资助|支付|补贴|享受){0,2}(?:照)?"
    r"(?P<times>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:个月|周|天|次)(?:实际)?(?:计算?|发放|执行|支付|核算|补助|计发)?[），]"
    r"(?:即|则|故|折合)?(?:每[人生名]|每名(?:学生|教师)|人均|生均)?(?:每个?(?:学期|学年|年))?(?:每[人生名])?(?:应|可)?(?:发放?|补助|资助|补贴|领取|得|获)?(?:金额|资金)?(?:合计|共计|总计|共)(?:为|发放?|补助|资助|补贴|领取|得|获|人民币|￥|约|[ ]){0,3}"
)
_LONGER = frozenset({"学期", "学年", "年"})


def find_rate_steps(terms: TermIndex) -> Iterator[Product]:
    """The sums at a longer rate, each with what it is made of."""
    text = terms.passage.text
    for _, found in terms.sentences():
        for base, stated in pairwise(found):
            if base.head is None or base.head != stated.head or base.time is None or stated.time not in _LONGER:
                continue
            step = _STEP.fullmatch(text, base.end, stated.sum.number)
            times = list(find_times(text, step.start("times"), step.end())) if step is not None else []
            if step is not None and len(times) == 1 and times[0].unit == base.time:
                yield _product(base, stated, times[0], (step["per"] or stated.time).removesuffix("度"))


def _product(base: Term, stated: Term, times: Factor, per: str) -> Product:
    """600 × 5, and as often again where the months are of a 学期 and the sum is for a 学年."""
    made = base.value.times(times.value)
    often = in_rate_units(Factor(0, 0, exactly(Decimal(1)), stated.time or per), per) if per != stated.time else ()
    return Product(base, (times,), stated, (made, *(made.times(exactly(one)) for one in often)))
