"""Papers whose numbers skip, repeat or point nowhere."""

from __future__ import annotations

from tests.planted.bureau import figures
from tests.planted.bureau.draft import Ask
from tests.planted.bureau.paper import Paper
from tests.planted.bureau.ways import way

_PLAIN = (0, 1, 2, 5, 6)
_FIRST = Ask(refers=False, annexes=False, numbering=_PLAIN)
_SECOND = Ask(refers=False, annexes=False, numbering=(*_PLAIN, 4), duties=0)
_DEEP = Ask(refers=False, annexes=False, numbering=_PLAIN, duties=1)
_CHAPTERS = Ask(refers=False, annexes=False, numbering=(3,), duties=0)
_POINTS = Ask(refers=False, annexes=False, numbering=(4,), duties=0)


@way("clause-gap", _FIRST, _FIRST)
def _section_gap(paper: Paper) -> str:
    paper.break_numbers = "gap1"
    return ""


@way("clause-gap", _SECOND, _CHAPTERS, _POINTS)
def _item_gap(paper: Paper) -> str:
    paper.break_numbers = "gap2"
    return ""


@way("clause-gap", _DEEP)
def _deep_gap(paper: Paper) -> str:
    paper.break_numbers = "gap3"
    return ""


@way("clause-gap", _CHAPTERS)
def _chapter_gap(paper: Paper) -> str:
    paper.break_numbers = "gap1"
    return ""


@way("clause-duplicate", _FIRST, _FIRST)
def _section_twice(paper: Paper) -> str:
    paper.break_numbers = "dup1"
    return ""


@way("clause-duplicate", _SECOND, _CHAPTERS, _POINTS)
def _item_twice(paper: Paper) -> str:
    paper.break_numbers = "dup2"
    return ""


@way("clause-duplicate", _DEEP)
def _deep_twice(paper: Paper) -> str:
    paper.break_numbers = "dup3"
    return ""


@way("clause-duplicate", _CHAPTERS)
def _chapter_twice(paper: Paper) -> str:
    paper.break_numbers = "dup1"
    return ""


_LOST = (
    "{all}应严格按照本协议{dangling}的约定执行。",
    "一方违反本协议{dangling}约定的，另一方有权要求其限期改正。",
    "本协议{dangling}规定的情形发生时，{all}可以协商变更协议。",
    "涉及人员安全的，按{dangling}处理。",
    "除本协议{dangling}另有约定外，任何一方不得单方终止协议。",
)
_LOST_ANNEX = (
    "具体人员名单见{0}。",
    "年度任务分解详见{0}。",
    "《资产清单》作为{0}，是本协议的组成部分。",
    "考核细则见{0}。",
    "联络人及联系方式见{0}。",
)


def _point(paper: Paper, form: str) -> str:
    paper.refer = form
    key = paper.rng.choice(("liability", "supplement"))
    paper.units[key].items.append(paper.fill(paper.rng.choice(_LOST)))
    return ""


@way("dangling-reference", Ask(annexes=False), Ask(annexes=False, numbering=(2, 6)), Ask(annexes=False, numbering=(3,)))
def _article_beyond(paper: Paper) -> str:
    return _point(paper, "第{}条")


@way("dangling-reference", Ask(annexes=False, numbering=(3,)))
def _chapter_beyond(paper: Paper) -> str:
    return _point(paper, "第{}章")


@way("dangling-reference", Ask(annexes=False), Ask(annexes=False))
def _annex_never_listed(paper: Paper) -> str:
    called = paper.rng.choice(("附件1", "附件2", "附件一", "附件二", "附表1", "附表"))
    key = paper.rng.choice(("liability", "supplement"))
    paper.units[key].items.append(paper.rng.choice(_LOST_ANNEX).format(called))
    return called


@way("dangling-reference", Ask(annexes=True), Ask(annexes=True))
def _annex_beyond(paper: Paper) -> str:
    number = len(paper.annexes) + paper.rng.randint(1, 2)
    if len(paper.annexes) == 1:
        number = paper.rng.randint(2, 3)
        paper.last[:] = [f"附件1：{paper.annexes[0]}"]
    han = any("附件一" in line for line in paper.last)
    called = f"附件{figures.han(number) if han else number}"
    paper.units["liability"].items.append(paper.rng.choice(_LOST_ANNEX).format(called))
    return called
