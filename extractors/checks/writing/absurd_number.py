"""A sum or a count is larger than any that can be meant.

缺陷
    金额或数量大得不可能：超过一万亿元的资金，超过十亿的人次，几十位数字连成一串，用科学记数法写的金额（1e400元）。

为什么要紧
    这样的数要么是录入、粘贴或识别时出的错，要么是有意造出来让程序出错的；照它统计，总数就毁了。

怎么办
    对照原件，改成真正商定的数；几个数连成了一串的，把它们分开。

什么时候不报
    账号、身份证号、电话和文件编号；一万亿元以内的财政数字；没有单位的数字。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.passage import Stretch
from extractors.text.quoting import quoted
from schemas.span import Span

_MOST_MONEY = Decimal(10) ** 12
_MOST_THINGS = Decimal(10) ** 9
_NUMERAL = "零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟〇"
_UNIT = "(?:[十百千万亿]{0,3}(?:[元圆块人名位次节所个校场套册本台件批天]|学时|课时))"
_FIGURES = re.compile(rf"(?<![0-9A-Za-z.])(?:[0-9]{{1,3}}(?:，[0-9]{{3}}){{4,}}+|[0-9]{{13,}}+)(?:\.[0-9]{{1,20}})?[ ]?{_UNIT}")
_POWER = re.compile(rf"(?<![0-9A-Za-z.])[0-9]{{1,20}}(?:\.[0-9]{{1,20}})?[eE][+]?[0-9]{{1,9}}[ ]?{_UNIT}")
_NUMERALS = re.compile(rf"(?<![{_NUMERAL}])[{_NUMERAL}]{{31,}}+{_UNIT}")
_SHOWN = 40


def check(case: Case) -> Iterator[Hit]:
    """Figures that are too long to be one number with a unit, and sums and counts that are too large."""
    passage = case.passage
    written = [
        Stretch(match.start(), match.end())
        for pattern in (_FIGURES, _POWER, _NUMERALS)
        for match in pattern.finditer(passage.text, passage.start, passage.end)
    ]
    for place in sorted(written, key=lambda place: place.start):
        words = passage.text[place.start : place.end]
        yield _hit("funding" if words[-1] in "元圆块" else "quota", words, place, case)
    for subject, span in _too_large(case):
        place = case.place(span)
        if not any(place.start < other.end and other.start < place.end for other in written):
            yield _hit(subject, span.text, place, case)


def _too_large(case: Case) -> Iterator[tuple[str, Span]]:
    for fund in case.document.funding:
        if _largest(fund.amount.min, fund.amount.max) > _MOST_MONEY:
            yield "funding", fund.span
    for quota in case.document.quotas:
        if _largest(quota.amount.min, quota.amount.max) > _MOST_THINGS:
            yield "quota", quota.span


def _largest(*limits: str | None) -> Decimal:
    return max((Decimal(limit) for limit in limits if limit is not None), default=Decimal(0))


def _hit(subject: str, words: str, place: Stretch, case: Case) -> Hit:
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…（{len(words)}字）"
    return Hit(subject, f"“{quoted(shown)}”大得不可能", (case.span(place),))


RULE = Rule(
    slug="absurd-number",
    title="数字大得不可能",
    severity="warning",
    check=check,
    bad=(
        example(further="甲方每年资助乙方1e400元。"),
        example(further="甲方每年资助乙方" + "9" * 60 + "万元。"),
        example(further="甲方每年资助乙方人民币" + "壹亿" * 20 + "元。"),
        example(further="甲方每年资助乙方5000000亿元。"),
        paper("石桥县城乡学校结对帮扶工作方案\n\n一、主要任务\n全县每年送课20242025202620272028节。\n"),
    ),
    good=(
        example(further="甲方每年资助乙方100000000.00元。"),
        example(further="乙方开户银行账号为6222021234567890123，户名为石桥镇中心小学。"),
        example(further="联系人身份证号110101199001011234，名单由乙方报送。"),
        example(further="省财政三年投入教育经费3000亿元，两校从中受益。"),
    ),
)
