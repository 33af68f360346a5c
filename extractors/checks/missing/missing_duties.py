"""A party of the agreement has no duty at all.

缺陷
    协议的一方只享受权利或者只作为对象出现，通篇没有一句话要求它做什么。

为什么要紧
    协议成了单方承诺：这一方要不要配合、怎样配合、不配合怎么办，都没有依据，任务容易落空。

怎么办
    补上这一方要做的事：选派人员、提供食宿、配合管理、反馈情况，或者共同承担的工作。

什么时候不报
    这一方的任务写在它的职责标题下，主语没有写出来；任务写成双方、各方共同的；用支援学校、受援学校这样的
    身份或简称写它；由它承担某项费用。友好协商、签字盖章、各执一份、遵守协议不算任务，只有一方的责任书不报。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example
from extractors.checks.rule import Hit, Rule


def check(case: Case) -> Iterator[Hit]:
    """Every party that nothing obliges."""
    for one in case.states("duties"):
        if one.state == "not-stated" and one.subject is not None:
            yield Hit(one.subject, f"没有写明{one.subject}承担什么责任", case.heading())


RULE = Rule(
    slug="missing-duties",
    title="一方没有责任",
    severity="warning",
    check=check,
    agreements_only=True,
    bad=(
        example(recipient=""),
        example(recipient="1.乙方有权了解帮扶工作的进展。\n2.乙方教师跟岗期间享受甲方教师同等待遇。"),
        example(supporter=""),
    ),
    good=(
        example(recipient="1.每学年选派2名教师到对方跟岗学习。"),
        example(recipient="", further="双方每学期召开一次联席会议，共同研究帮扶工作。"),
        example(recipient="", further="甲方派出的教师在校期间，由乙方安排食宿。"),
        example(recipient="", further="受援学校应为支教教师提供必要的工作条件。"),
        example(recipient="", further="石桥镇中心小学负责收集整理帮扶工作资料。"),
    ),
)
