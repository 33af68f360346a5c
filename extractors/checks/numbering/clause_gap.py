"""The numbers of clauses skip one or more.

缺陷
    同一层的条款编号不连续，例如第四条之后就是第六条。

为什么要紧
    可能漏排了一条，也可能删了一条而没有重排编号；别处引用的条款号会因此对不上。

怎么办
    核对原稿：漏了的补上；确实删去的，把后面的编号和正文里的引用一并重排。

什么时候不报
    章下的条连续编号，或者小标题之下另从头编号；编号写在同一段里、用了另一种样式，或者缺了顿号；表格的序号栏、附件名单；
    节选中注明省略的地方。最后一条之后有没有缺，从编号看不出来。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.series import Missing, find_missing, numeral_of


def check(case: Case) -> Iterator[Hit]:
    """The numbers that a series leaves out, one by one."""
    for missing in find_missing(case.passage):
        numbers = (missing.before, missing.after) if missing.before else (missing.after,)
        yield Hit(missing.number, _message(case, missing), tuple(case.span(case.passage.opening(node)) for node in reversed(numbers)))


def _message(case: Case, missing: Missing) -> str:
    path = case.passage.clauses.path(missing.parent.start) if missing.parent else None
    where = f"“{path}”之下的" if path else ""
    after = numeral_of(missing.after.number)
    if missing.before is None:
        return f"{where}编号从“{after}”开始，缺“{missing.number}”"
    return f"{where}编号从“{numeral_of(missing.before.number)}”跳到“{after}”，缺“{missing.number}”"


RULE = Rule(
    slug="clause-gap",
    title="条款编号不连续",
    severity="warning",
    check=check,
    bad=(
        example(supporter="1.甲方每学期选派3名骨干教师到乙方送教。\n2.甲方每学期为乙方举办专题讲座2场。\n4.甲方向乙方开放图书馆。"),
        paper(
            "城乡学校结对共建协议\n甲方：云溪市第二中学\n乙方：石桥县第一中学\n经双方协商，达成如下协议：\n"
            "第一章 总则\n第一条 双方结为共建学校。\n第二条 共建期限自2024年9月1日起至2026年8月31日止。\n"
            "第二章 责任\n第四条 甲方每学期选派教师2名到乙方任教。\n第五条 乙方每学期选派教师2名到甲方跟岗。\n"
        ),
        paper(
            "云溪市城乡学校结对帮扶工作方案\n为促进教育均衡，制定本方案。\n一、工作目标\n缩小城乡差距。\n二、主要任务\n"
            "（一）送教下乡。每学期2次。\n（二）跟岗学习。每学期1次。\n（五）联合教研。每月1次。\n三、保障措施\n加强组织领导。\n"
        ),
        paper(
            "职业学校协作计划\n1 协作内容\n1.1 共建专业\n双方共建专业。\n1.2 互派师资\n双方互派教师。\n1.4 联合办班\n双方联合办班。\n2 其他\n2.1 经费自筹。\n"
        ),
    ),
    good=(
        example(),
        example(
            supporter="派出人员：\n1.甲方每学期选派骨干教师到乙方送教。\n2.所派教师的工资由甲方发放。\n其他支持：\n1.甲方向乙方开放图书馆。"
        ),
        example(
            supporter="1.甲方每学期选派骨干教师到乙方送教，包括：1.语文。2.数学。\n2.甲方举办讲座。\n3 、甲方开放图书馆。\n4.甲方捐赠图书。"
        ),
        paper(
            "云溪市城乡学校结对帮扶管理办法\n第一章 总则\n第一条 为规范结对帮扶工作，制定本办法。\n"
            "第二章 责任\n第二条 帮扶学校责任\n（一）派人。\n（二）送课。\n第三条 受援学校责任\n（一）接收。\n"
        ),
        paper("结对帮扶月度安排\n序号\t时间\t内容\n1\t9月\t会商\n2\t10月\t送课\n5\t11月\t总结\n2024年9月起施行。\n"),
    ),
)
