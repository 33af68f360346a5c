"""A count of the assistance is left open.

缺陷
    人数、次数、节数等数量留空未填，或者用××、括号、下划线代替了数字。

为什么要紧
    数量空着，任务就没有底数，年终无法核对完成了没有，双方也容易各说各的。

怎么办
    把数量填上；确实定不下来的，写明由谁在什么时候确定。

什么时候不报
    数量已经填在下划线上（__3__名）；第　次、年　月　日、一式　份、帮扶期限　年、提前　日；
    表格里询问学校概况的空格（在校学生____人）；版面或扫描在字间留的空格（参观 名校、姓 名）。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.blank_counts import find_blank_counts

_BLANK = re.compile(r"[ \t_]+")


def check(case: Case) -> Iterator[Hit]:
    """Every count that was left open."""
    for place in find_blank_counts(case.passage):
        words = _BLANK.sub("____", case.passage.words(place))
        yield Hit("quota", f"数量没有填：“{words}”", (case.span(place),))


RULE = Rule(
    slug="blank-quota",
    title="数量留空",
    severity="warning",
    check=check,
    bad=(
        example(supporter="1.甲方每学期选派____名骨干教师到乙方支教。\n2.甲方每学期为乙方举办专题讲座2场。"),
        example(recipient="1.乙方每年选派 名教师到甲方学校学习。\n2.乙方为甲方派出的教师安排食宿。"),
        example(supporter="1.甲方每学期选派3名骨干教师到乙方送教。\n2.甲方每学期送示范课（　　）节，开展专题讲座××场。"),
        paper(
            "石桥县城乡学校结对帮扶实施方案\n\n为促进城乡教育均衡发展，制定如下方案。\n"
            "一、主要任务\n支援学校每学期选派学科教师　　名到受援学校任教。\n二、工作要求\n各校要高度重视，认真落实。\n"
        ),
    ),
    good=(
        example(supporter="1.甲方每学期选派__3__名骨干教师到乙方支教。\n2.甲方每学期组织教师到乙方参观 名校，开展 名师讲座。"),
        example(supporter="1.甲方每学期选派若干名骨干教师到乙方支教，不少于_两_次。\n2.甲方组织乙方教师参加活动 场次另行通知。"),
        example(further="双方于第___次联席会议上商定下学期安排。"),
        paper(
            "石桥县城乡学校结对帮扶实施方案\n\n为促进城乡教育均衡发展，制定如下方案。\n一、主要任务\n支援学校每学期送课4节。\n"
            "附：学校概况\n在校学生____人，专任教师____人，占地面积____亩，联系电话：____\n"
        ),
    ),
)
