"""A paper from its facts: the parts made, put in order, set and written."""

from __future__ import annotations

from tests.planted.planted import Planted
from tests.planted.teacher.bands import bands
from tests.planted.teacher.calendar_of import settle
from tests.planted.teacher.closing import closing
from tests.planted.teacher.conflicts import clash
from tests.planted.teacher.deal import Deal, strike
from tests.planted.teacher.duties import duties
from tests.planted.teacher.extras import extras
from tests.planted.teacher.hand import written
from tests.planted.teacher.layouts import set_lines
from tests.planted.teacher.money import money
from tests.planted.teacher.opening import opening
from tests.planted.teacher.sections import Section
from tests.planted.teacher.signing import signing
from tests.planted.teacher.terms import term
from tests.planted.teacher.titles import title


def _apart(sections: list[Section]) -> list[Section]:
    """No heading twice: the later one says that it goes on."""
    seen: set[str] = set()
    for section in sections:
        while section.heading in seen:
            section.heading += "补充"
        seen.add(section.heading)
    return sections


def _ordered(deal: Deal) -> tuple[list[Section], list[str]]:
    """All parts in the order of this paper, and the lines after them."""
    dice = deal.dice
    crossed = clash(deal) if deal.has("quota-conflict") else None
    if crossed:
        deal.subject = "quota"
    blocks = [duties(deal, crossed), *([one] for one in extras(deal, crossed))]
    blocks += [[one] for one in (bands(deal), money(deal), term(deal)) if one]
    closed, last = closing(deal)
    blocks += [[one] for one in closed if not one.closing]
    if dice.yes(0.6):
        dice.shuffle(blocks)
    else:
        blocks.sort(key=lambda block: block[0].key not in {"goal", "lead"})
    sections = [one for block in blocks for one in block] + [one for one in closed if one.closing]
    return _apart(sections), last


def _foot(deal: Deal) -> list[str]:
    """The signatures, and the annexes before or after them."""
    listed = list(deal.annexes)
    if len(listed) > 1 and deal.dice.yes(0.3):
        listed = ["附件：", *(f"{place}.{one.split('：')[1]}" for place, one in enumerate(listed, 1))]
    signed = signing(deal)
    if not listed:
        return signed
    return [*listed, "", *signed] if deal.dice.yes(0.4) else [*signed, "", *listed]


def write(rule: str | None, seed: int) -> Planted:
    """One paper: clean, or with one defect of a rule."""
    deal = strike(rule, seed)
    settle(deal)
    titled, head = title(deal), opening(deal)
    sections, last = _ordered(deal)
    clauses = set_lines(deal, sections) + last
    if deal.dice.yes(0.1):
        clauses.append("（以下无正文）")
    text = written(deal, titled, head, clauses, _foot(deal))
    if rule is not None and deal.subject is None:
        raise ValueError(f"{rule} was not planted by seed {seed}")
    return Planted(text, rule, deal.subject)
