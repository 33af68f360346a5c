"""An amount of money is left open.

缺陷
    资助、补贴等金额留空未填，或者用××、括号、下划线代替了数字。

为什么要紧
    金额空着，给多少钱没有依据，财务无法付款，也无法核对是否到账。

怎么办
    把金额填上，大写和小写都要填；按标准计发的，写明标准。

什么时候不报
    金额已经填在下划线上（__5__万元）；表头里的单位（单位：万元、金额（元））；
    询问家庭收入、注册资金的空格；版面或扫描在字间留的空格（单 元、多 元 化）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.blank_sums import find_blank_sums

_BLANK = re.compile(r"[ \t_]+")


def check(case: Case) -> Iterator[Hit]:
    """Every sum that was left open."""
    for place in find_blank_sums(case.passage):
        words = _BLANK.sub("____", case.passage.words(place))
        yield Hit("funding", f"金额没有填：“{words}”", (case.span(place),))


RULE = Rule(
    slug="blank-amount",
    title="金额留空",
    severity="warning",
    check=check,
    bad=(
        example(supporter="1.甲方每学期选派3名骨干教师到乙方送教。\n2.甲方每年资助乙方　　元，用于购置图书。"),
        example(supporter="1.甲方每学期选派3名骨干教师到乙方送教。\n2.甲方向乙方捐赠人民币（大写）________元（￥________）。"),
        example(further="甲方资助乙方困难学生，标准为每生每年××元。"),
        paper(
            "石桥县城乡学校结对帮扶实施方案\n\n为促进城乡教育均衡发展，制定如下方案。\n"
            "一、经费保障\n县财政每年安排专项经费____万元，用于帮扶工作。\n二、工作要求\n各校要高度重视，认真落实。\n"
        ),
    ),
    good=(
        example(supporter="1.甲方每学期选派3名骨干教师到乙方送教。\n2.甲方每年资助乙方__5__万元，用于购置图书。"),
        example(supporter="1.甲方每学期选派3名骨干教师到乙方送教。\n2.甲方每学期与乙方开展大单 元教学研讨2次。"),
        example(further="甲方每年向乙方捐赠图书，价值人民币贰万元整（￥20000.00）。"),
        paper(
            "石桥县城乡学校结对帮扶实施方案\n\n为促进城乡教育均衡发展，制定如下方案。\n一、主要任务\n支援学校每学期送课4节。\n"
            "附：经费预算表（单位： 元）\n项目\t金额（元）\n图书\t20000\n附：学生情况\n家庭年收入____元\n"
        ),
    ),
)
