"""The parties' signing dates differ by more than 30 days.

缺陷
    各方签字的日期相差三十天以上。

为什么要紧
    协议以签字之日生效时，说不清从哪一天起生效；也可能是有一方的日期写错了。

怎么办
    核对各方实际签字的日期；确实先后签字的，写明以最后一方签字之日为生效日。

什么时候不报
    相差三十天以内；各方共用一个日期；有一方的日期留空或没有写；日期写得不全，其中有一种读法说得通。见证、鉴证单位的日期不算。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule
from extractors.text.quoting import quoted
from extractors.text.signing_days import party_signings
from schemas.agreement import Signature
from schemas.values import Date

_MOST_DAYS = 30
_YEAR = 365
_LEAP_YEAR = 2024
_NO_YEAR = re.compile("XXXX-([0-9]{2})-([0-9]{2})")


def check(case: Case) -> Iterator[Hit]:
    """The two signing dates that lie farthest apart, where that is too far."""
    signed = party_signings(case.passage, case.document.signing)
    pairs = [(days, one, other) for one, other in combinations(signed, 2) if (days := _apart(one.date, other.date)) > _MOST_DAYS]
    if not pairs:
        return
    days, one, other = max(pairs, key=lambda pair: pair[0])
    spans = tuple(signature.date.span for signature in (other, one) if signature.date is not None and signature.date.span is not None)
    yield Hit("signing", f"{_said(one)}，{_said(other)}，相差{days}天", spans)


def _apart(one: Date | None, other: Date | None) -> int:
    """The fewest days that lie between two dates in any reading; 0 where one is open."""
    if one is None or other is None:
        return 0
    if one.earliest and one.latest and other.earliest and other.latest:
        first, last = (one, other) if one.earliest <= other.earliest else (other, one)
        return (date.fromisoformat(last.earliest or "") - date.fromisoformat(first.latest or "")).days
    days = (_NO_YEAR.fullmatch(one.edtf), _NO_YEAR.fullmatch(other.edtf))
    if days[0] is None or days[1] is None:
        return 0
    apart = abs(_of_year(days[0]) - _of_year(days[1]))
    return min(apart, _YEAR - apart)


def _of_year(match: re.Match[str]) -> int:
    return date(_LEAP_YEAR, int(match[1]), int(match[2])).toordinal()


def _said(one: Signature) -> str:
    return f"{one.role}签于{quoted(one.date.span.text) if one.date and one.date.span else ''}"


_SIGNED = "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n代表签字：陆远航                    代表签字：覃秀梅\n{}"

RULE = Rule(
    slug="sign-date-conflict",
    title="签订日期相差过大",
    severity="warning",
    check=check,
    agreements_only=True,
    bad=(
        example(signatures=_SIGNED.format("2024年8月26日                       2024年10月15日")),
        example(signatures=_SIGNED.format("2024年6月                           2024年8月26日")),
        example(
            signatures="甲方：云溪市实验小学（盖章）\n代表：陆远航\n2024-08-26\n\n乙方：石桥镇中心小学（盖章）\n代表：覃秀梅\n2024-10-08",
        ),
    ),
    good=(
        example(signatures=_SIGNED.format("2024年8月26日                       2024年9月25日")),
        example(signatures=_SIGNED.format("2024年8月                           2024年8月26日")),
        example(signatures=_SIGNED.format("2024年8月26日")),
        example(
            signatures=_SIGNED.format("2024年8月26日                         年   月   日"),
            also={"blank-date": "乙方的签订日期留空"},
        ),
    ),
)
