"""Annexes: the list at the paper's end, and the clause that announces them."""

from __future__ import annotations

from collections.abc import Callable

from tests.planted.county.case import Case
from tests.planted.county.draft import Draft, Node
from tests.planted.county.numerals import chinese

# title, and the sentence that names it in a clause
_TITLES = {
    "结对帮扶年度工作计划": "具体安排见附件{}。",
    "派出人员名单": "派出人员的姓名、学科详见附件{}。",
    "考核评分细则": "考核细则按附件{}执行。",
    "帮扶项目清单": "帮扶项目见附件{}。",
    "结对教师一览表": "师徒名单详见附件{}。",
    "物资清单": "物资的名称、数量以附件{}为准。",
    "活动安排表": "各项活动的时间、地点参见附件{}。",
    "登记表（样式）": "登记表样式见附件{}。",
}
_OF_SCHOOLS = {"派出人员名单", "考核评分细则", "结对教师一览表", "结对帮扶年度工作计划"}
_ANY = ("附件{}为{{D}}的组成部分，与正文具有同等效力。", "附件{}与{{D}}正文具有同等法律效力。")


def write_annexes(case: Case, draft: Draft) -> list[str]:
    """List the annexes, and name one of them in a clause."""
    dice = case.dice
    count = dice.pick((0, 0, 0, 0, 1, 2, 2, 3))
    if case.planting("missing-duties", "missing-party") or not count:
        return []
    fit = [title for title in _TITLES if case.kind != "donor" or title not in _OF_SCHOOLS]
    titles = dice.sample(fit, count)
    writers: tuple[Callable[[int], str], ...] = (str, str, str, chinese)
    number = dice.pick(writers)
    if dice.chance(0.7):
        place = dice.between(1, count)
        text = dice.pick((_TITLES[titles[place - 1]], _TITLES[titles[place - 1]], dice.pick(_ANY)))
        draft.clauses.insert(-1, Node(text.format(number(place)), dice.pick(("附件说明", "附件", "其他说明")), "annexes"))
    if dice.chance(0.5):
        return [f"附件{number(place)}：{title}" for place, title in enumerate(titles, 1)]
    if dice.chance(0.4):
        return ["附件：" + "；".join(f"{place}.{title}" for place, title in enumerate(titles, 1))]
    return ["附件：", *(f"{place}．{title}" for place, title in enumerate(titles, 1))]


def annex_beyond(case: Case, draft: Draft) -> str:
    """Name an annex that the paper does not have."""
    listed = sum(title in line for line in draft.annexes for title in _TITLES)
    number = listed + case.dice.pick((1, 1, 2))
    in_words = any("附件一" in line for line in draft.annexes) or (not listed and case.dice.chance(0.2))
    return f"附件{chinese(number) if in_words else number}"
