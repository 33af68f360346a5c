"""The clauses that say how long the agreement runs."""

from __future__ import annotations

from tests.planted.bureau import figures
from tests.planted.bureau.paper import Paper, Unit

HEADS = ("合作期限", "帮扶期限", "协议期限", "结对期限", "帮扶时间", "有效期限")
_WORDS = {
    "mentor": "带教",
    "secondment": "支教",
    "trustee": "托管",
    "branch": "共建",
    "group": "合作",
    "company": "助学",
    "hospital": "共建",
}
_RANGES = ("自{0}起至{1}止", "自{0}至{1}", "从{0}到{1}", "{0}至{1}", "{0}—{1}", "自{0}起，至{1}止")
SIGNED_FORMS = (5, 12)
"""The forms that count from the signing."""
OPEN_END = (9,)
DATED = (0, 1, 2, 3, 4, 7, 8, 10, 11)
"""The forms that name a start and an end; 6 and 7 speak of school years."""
FORMS = 13


def between(paper: Paper, first: str, last: str) -> str:
    """自…起至…止, in one of the ways."""
    return paper.rng.choice(_RANGES).format(first, last)


def sentence(paper: Paper, form: int) -> str:
    """The term of the paper in one of thirteen wordings."""
    rng, start, end = paper.rng, paper.start, paper.end
    length = figures.span(rng, paper.years)
    dates = between(paper, paper.day(start), paper.day(end))
    months = between(paper, paper.month(start), paper.month(end))
    if rng.random() < 0.25:
        dates = months
    school = f"{start.year}—{start.year + 1}学年"
    if paper.years > 1:
        school = f"{start.year}—{start.year + 1}学年至{end.year - 1}—{end.year}学年"
    return (
        f"本协议期限为{length}，{dates}。",
        f"帮扶期限{length}（{dates}）。",
        f"结对周期：{dates}。",
        f"合作时间为{months}，共{length}。",
        f"本轮结对{dates}，期满后经{paper.all}协商一致可以续签。",
        f"本协议期限为{length}，自签订之日起计算。",
        f"帮扶时间为{paper.number(paper.years)}个学年，即{school}。",
        f"自{start.year}年秋季学期起，至{end.year}年春季学期止，共{paper.number(paper.years * 2)}个学期。",
        f"本协议执行时间：{dates}，为期{length}。",
        f"自{paper.day(start)}起，期限{length}。",
        f"帮扶工作从{paper.day(start)}开始，到{paper.day(end)}结束。",
        f"帮扶周期为{start.year}年至{end.year}年。",
        f"自本协议签字之日起，帮扶期为{length}；期满后是否续签，由{paper.all}另行商定。",
    )[form]


def write(paper: Paper, forms: tuple[int, ...] | None) -> Unit:
    """The term as a unit of one item."""
    usable = forms or tuple(range(FORMS))
    if paper.start.month != 9:
        usable = tuple(form for form in usable if form not in {6, 7}) or (0,)
    return unit(paper, sentence(paper, paper.rng.choice(usable)))


def unit(paper: Paper, *texts: str) -> Unit:
    """A unit about the term, in the scene's own word for the work."""
    word = _WORDS.get(paper.scene.key, "帮扶")
    return Unit(paper.rng.choice(HEADS).replace("帮扶", word), [text.replace("帮扶", word) for text in texts])
