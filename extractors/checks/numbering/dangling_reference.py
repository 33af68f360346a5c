"""A clause or an annex is referred to that is not there.

缺陷
    正文引用了某一条或某个附件，而文中没有这一条，文后也没有附上或列出这个附件。

为什么要紧
    引用的内容无从查起，这一句就落空了；多半是改稿时重排了条款，或者漏附了附件。

怎么办
    核对引用的是哪一条，改成现在的编号；漏附的附件补上，并在文末列出。

什么时候不报
    附件在文末列出了名称，或者附在后面；引用的是法律、上级文件或另一份协议的条款和附件；
    按“一、二、”编号的协议里说“第三条”，而“三”是有的；款不编号，不核对。新闻里提到的条款不核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.case import Case
from extractors.checks.examples import example, paper
from extractors.checks.rule import Hit, Rule
from extractors.text.annexes import find_annex_references, find_annexes
from extractors.text.clauses_there import ClausesThere
from extractors.text.passage import Stretch
from extractors.text.references import find_dotted, find_references


def check(case: Case) -> Iterator[Hit]:
    """References to clauses, then references to annexes."""
    if case.document.kind != "news":
        yield from _clauses(case)
    yield from _annexes(case)


def _clauses(case: Case) -> Iterator[Hit]:
    there = ClausesThere.of(case.passage)
    for start, end, number in find_dotted(case.passage):
        if there.lacks_dotted(number):
            written = case.passage.text[start:end].replace(" ", "")
            yield Hit(written, f"提到“{written}”，文中没有", (case.span(Stretch(start, end)),))
    for one in find_references(case.passage):
        if there.lacks(one):
            yield Hit(one.written, f"提到“{one.written}”，文中没有", (case.span(Stretch(one.start, one.end)),))


def _annexes(case: Case) -> Iterator[Hit]:
    annexes = find_annexes(case.passage)
    if annexes.open:
        return
    for one in find_annex_references(case.passage):
        if one.value is None and case.document.kind == "news":
            continue
        if one.value not in annexes.numbers if one.value is not None else not annexes.any:
            there = "、".join(map(str, sorted(annexes.numbers)))
            told = f"文后只有附件{there}" if there else "文后没有附件"
            yield Hit(one.written, f"提到“{one.written}”，{told}", (case.span(Stretch(one.start, one.end)),))


RULE = Rule(
    slug="dangling-reference",
    title="引用的条款或附件不存在",
    severity="error",
    check=check,
    bad=(
        example(liability="任何一方未完成本协议第九条所列任务的，应当承担违约责任。"),
        example(supporter="1.甲方每学期选派3名骨干教师到乙方送教，名单见附件2。\n2.甲方开放图书馆。", annexes="附件：1.经费预算表"),
        example(supporter="1.甲方每学期选派3名骨干教师到乙方送教，名单见附件1。\n2.甲方开放图书馆。"),
        paper(
            "结对帮扶工作方案\n为促进教育均衡，制定本方案。\n一、目标\n缩小差距。\n二、任务\n送教下乡，要求见本方案第五部分。\n三、保障\n加强领导。\n"
        ),
    ),
    good=(
        example(liability="任何一方未按第二条约定选派教师的，应当承担违约责任。"),
        example(liability="依照《中华人民共和国民法典》第五百零九条、第五百七十七条的规定，任何一方违约的，应当承担责任。"),
        example(liability="原协议第九条约定的违约责任继续有效。"),
        example(
            supporter="1.甲方每学期选派3名骨干教师到乙方送教，名单见附件2。\n2.甲方开放图书馆。",
            annexes="附件：1.经费预算表\n2.送教教师名单",
        ),
        example(supporter="1.甲方按《帮扶工作办法》（云教发〔2024〕3号）附件1的要求选派骨干教师送教。\n2.甲方开放图书馆。"),
        example(supporter="1.甲方每学期选派3名骨干教师到乙方送教，名单见附件。\n2.甲方开放图书馆。", annexes="附：送教教师名单"),
    ),
)
