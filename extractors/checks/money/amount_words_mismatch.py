"""A sum is written twice, and its Chinese numerals and its figures are two sums.

缺陷
    同一笔钱既用大写又用小写，两处的数不相等。

为什么要紧
    到底付多少说不清，付款、入账和审计都会被退回；发生争议时通常以大写为准，未必是双方的本意。

怎么办
    核对真正商定的数额，把写错的一处改过来。

什么时候不报
    大写和小写相等，哪怕写法不同（伍拾万元整、50万元、￥500,000.00）；括号里是另一笔钱（首期、每年、含税）或另一种货币；
    留空待填；约数；以万元为单位、四舍五入后相等。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.bounds import plain
from extractors.text.written_twice import Figure, find_written_twice


def check(case: Case) -> Iterator[Hit]:
    """Each sum whose two writings differ."""
    for first, second in find_written_twice(case.passage):
        if first.equals(second):
            continue
        spans = tuple(case.passage.span(figure.start, figure.end) for figure in (first, second))
        yield Hit("funding", f"{_told(case, first)}，{_told(case, second)}，大小写不一致", spans)


def _told(case: Case, figure: Figure) -> str:
    return f"“{case.passage.written(figure.start, figure.end).strip()}”是{plain(figure.value)}元"


RULE = Rule(
    slug="amount-words-mismatch",
    title="金额大小写不一致",
    severity="error",
    check=check,
    bad=(
        example(further="甲方每年向乙方提供帮扶资金人民币伍万元整（￥55000.00）。"),
        example(further="甲方一次性资助乙方50000元（大写：伍仟元整）。"),
        example(further="甲方向乙方捐赠帮扶资金。\n捐赠金额（大写）：人民币叁拾陆万元整\n捐赠金额（小写）：￥350000.00元"),
        paper(
            "石桥区结对帮扶资金安排方案\n\n一、资金安排\n项目\t金额（小写）\t金额（大写）\n图书购置\t30000元\t叁万元整\n教师培训\t25000元\t贰万元整\n"
        ),
    ),
    good=(
        example(further="甲方每年向乙方提供帮扶资金人民币伍万元整（￥50,000.00）。"),
        example(further="甲方资助乙方人民币（大写）壹拾贰万叁仟肆佰伍拾陆元柒角捌分（小写：￥123456.78）。"),
        example(further="甲方三年共资助乙方人民币叁拾万元整（每年100000元）。"),
        example(further="甲方资助乙方壹万美元（￥71000元）。"),
        example(further="甲方资助乙方人民币（大写）：        元整，（小写）：￥        元。", also={"blank-amount": "金额留空待填"}),
    ),
)
