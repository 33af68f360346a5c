"""The title of a paper, with what stands around it."""

from __future__ import annotations

from tests.planted.teacher.deal import Deal


def _short(name: str) -> str:
    for end in ("市", "县", "区"):
        name = name.replace(end, "", 1) if 0 < name.find(end) < 4 else name
    return name


def title(deal: Deal) -> list[str]:
    """The lines of the title."""
    dice = deal.dice
    named = not deal.has("missing-party", "blank-party", "party-name-variant") and len(deal.parties) > 1
    ways = [one for one in deal.kind.titles if named or "{" not in one]
    lines = [dice.choice(ways).format(a=_short(deal.parties[0].name.full), b=_short(deal.parties[1].name.full))]
    if dice.yes(0.1):
        lines = [" ".join(lines[0]) if len(lines[0]) < 10 else lines[0]]
    if named and deal.kind.key in {"city-country", "bureaus", "vocational", "school-school-bureau"} and dice.yes(0.12):
        lines.append(f"——{deal.parties[0].name.full}与{deal.parties[1].name.full}")
    if dice.yes(0.12):
        lines.append(f"编号：{dice.choice(('结对', '教帮', '协'))}〔{min(deal.start, *deal.signed)[0]}〕{dice.randint(1, 40)}号")
    return lines
