"""One number stands at two clauses of the same level.

缺陷
    同一层里两条用了同一个编号，例如有两个第四条。

为什么要紧
    别处写“按第四条执行”时，说不清指的是哪一条。

怎么办
    把后一条改成下一个编号，并把其后的编号和正文里的引用一并重排。

什么时候不报
    小标题、附件或另一章之下从头编号；一条之内又列了同一样式的小项；目录和正文各写一遍；表格的序号栏。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.series import find_repeated


def check(case: Case) -> Iterator[Hit]:
    """The numbers that stand twice in one series."""
    passage = case.passage
    for repeated in find_repeated(passage):
        path = passage.clauses.path(repeated.parent.start) if repeated.parent else None
        where = f"“{path}”之下" if path else ""
        message = f"{where}有{len(repeated.nodes)}处编号都是“{repeated.number}”"
        yield Hit(repeated.number, message, tuple(case.span(passage.opening(node)) for node in reversed(repeated.nodes)))


RULE = Rule(
    slug="clause-duplicate",
    title="条款编号重复",
    severity="error",
    check=check,
    bad=(
        example(supporter="1.甲方每学期选派3名骨干教师到乙方送教。\n2.甲方每学期为乙方举办专题讲座2场。\n2.甲方向乙方开放图书馆。"),
        paper(
            "城乡学校结对共建协议\n甲方：云溪市第二中学\n乙方：石桥县第一中学\n第一章 总则\n第一条 双方结为共建学校。\n"
            "第二条 共建期限两年。\n第二章 责任\n第二条 甲方每学期选派教师到乙方任教。\n第三条 乙方每学期选派教师到甲方跟岗。\n"
        ),
        paper(
            "云溪市城乡学校结对帮扶工作方案\n为促进教育均衡，制定本方案。\n一、工作目标\n缩小城乡差距。\n二、主要任务\n送教下乡。\n"
            "三、进度安排\n九月启动。\n三、保障措施\n加强领导。\n四、工作要求\n按时报送。\n"
        ),
    ),
    good=(
        example(),
        example(
            supporter="派出人员：\n1.甲方选派骨干教师到乙方送教。\n2.所派教师的工资由甲方发放。\n其他支持：\n1.甲方开放图书馆。\n2.甲方捐赠图书。"
        ),
        example(supporter="1.甲方派出以下教师：\n1.语文教师。\n2.数学教师。\n2.甲方每学期为乙方举办专题讲座。\n3.甲方开放图书馆。"),
        example(annexes="附件：1.结对教师名单\n2.经费预算表\n\n附件1\n结对教师名单\n1.张远\n2.李青"),
        paper(
            "结对帮扶工作总结\n现将一年来的工作总结如下：\n一、主要做法\n（一）组织领导\n1.成立小组。\n2.制定方案。\n（二）活动开展\n"
            "1.送课。\n2.评课。\n二、存在问题\n（一）次数不多。\n（二）经费不足。\n"
        ),
    ),
)
