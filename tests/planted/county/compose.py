"""Put a paper together: deal its facts, write its parts, plant its defect."""

from __future__ import annotations

from tests.planted.county import defects
from tests.planted.county.annexes import write_annexes
from tests.planted.county.case import Case, deal
from tests.planted.county.dice import Dice
from tests.planted.county.draft import Draft, Node
from tests.planted.county.duties import write_duties
from tests.planted.county.endings import end_clauses, middle_clauses
from tests.planted.county.extras import bands, extras
from tests.planted.county.heads import blank_a_party, write_head, write_title
from tests.planted.county.layout import Layout, write_out
from tests.planted.county.money import write_money
from tests.planted.county.numbering import number_clauses
from tests.planted.county.preambles import write_preamble
from tests.planted.county.signing import write_signing
from tests.planted.county.terms import HEADINGS, write_term
from tests.planted.planted import Planted

_GOALS = (
    "通过结对帮扶，<使{R}在管理水平、教学质量、教师素质等方面有明显提高|促进{R}办学水平全面提升|实现优势互补、共同发展>。",
    "力争通过<努力|结对>，使{R}<教育教学质量稳步提升|管理更加规范、特色更加鲜明>。",
    "坚持因地制宜、注重实效，<帮助{R}增强自我发展能力|推动{R}走上内涵发展之路>。",
)


def _term(case: Case) -> Node:
    """The clause on the term; 有效期 from a day on would say when the paper takes effect."""
    words, heading = write_term(case) + "。", case.dice.pick(HEADINGS)
    if case.planting("missing-effective"):
        words, heading = (each.replace("有效期限", "期限").replace("有效期", "期限") for each in (words, heading))
    return Node(words, heading, "term")


def compose(rule: str | None, seed: int) -> Planted:
    """Write one paper; the same for the same rule and seed."""
    dice = Dice(f"county {rule} {seed}")
    case = deal(dice, rule)
    if rule == "blank-party":
        blank_a_party(case)
    layout = Layout(case)
    draft = _draft(case)
    layout.fit(draft)
    defects.plant(case, draft, layout.style)
    layout.fit(draft)
    number_clauses(draft, layout.style)
    text = write_out(case, draft, layout)
    return Planted(text, rule, layout.converted(case.subject) if rule else None)


def _draft(case: Case) -> Draft:
    defects.prepare(case)
    present = [party for party in case.parties if not (case.planting("missing-party") and party.role == case.subject)]
    draft = Draft(title=write_title(case), head=write_head(case, present), preamble=write_preamble(case))
    draft.clauses = _clauses(case)
    draft.annexes = write_annexes(case, draft)
    draft.signing = write_signing(case, defects.signers(case, present))
    return draft


def _clauses(case: Case) -> list[Node]:
    dice = case.dice
    term = [] if case.planting("missing-term") else [_term(case)]
    money = write_money(case)
    funds = [money] if money else []
    goal = (
        [Node(dice.say(dice.pick(_GOALS)), dice.pick(("帮扶目标", "工作目标", "指导思想", "总体目标")), "goal")] if dice.chance(0.3) else []
    )
    duties, middle, end = write_duties(case), middle_clauses(case), end_clauses(case)
    banded = case.planting("overlapping-bands") or (
        dice.chance(0.1) and not case.planting("missing-duties", "quota-conflict", "blank-quota")
    )
    special = [Node(text) for text in extras(case)]
    heading = dice.pick(("工作要求", "有关要求", "具体安排"))
    own = [Node("", heading, "extra", special) if len(special) > 1 else Node(node.text, heading, "extra") for node in special[:1]]
    own += [Node(bands(case).text, dice.pick(("帮扶力度", "分类帮扶", "任务标准")), "bands")] if banded else []
    body = [*duties, *own, *funds] if dice.chance(0.8) or case.kind != "donor" else [*funds, *duties, *own]
    if dice.chance(0.15):
        return [*goal, *body, *middle, *term, *end]
    return [*goal, *term, *body, *middle, *end] if dice.chance(0.5) else [*term, *goal, *body, *middle, *end]
