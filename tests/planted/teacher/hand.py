"""What a hurried hand leaves on a page: half-width marks, lost stops, blanks, page numbers, broken lines."""

from __future__ import annotations

import re

from tests.planted.teacher.deal import Deal
from tests.planted.teacher.dice import Dice
from tests.planted.teacher.numerals import wide
from tests.planted.teacher.pen import ROW

_FIGURES = re.compile(r"(?<=[一-鿿])(\d+)(?=[一-鿿])")
_ROOM = re.compile(r"\s{2,}")


def _marks(dice: Dice, lines: list[str]) -> list[str]:
    """Half-width marks among full-width ones."""
    text = "\n".join(lines)
    colon = dice.choice(("：", "：", "：", ":", ": "))
    text = text.replace("：", colon) if colon != "：" else text
    if dice.yes(0.25):
        text = re.sub("，", lambda _: "," if dice.yes(0.4) else "，", text)
    if dice.yes(0.2):
        text = text.replace("（", "(").replace("）", ")")
    if dice.yes(0.1):
        text = text.replace("；", ";")
    return text.split("\n")


def _stops(dice: Dice, lines: list[str]) -> list[str]:
    """Some stops at line ends are lost."""
    share = dice.choice((0.0, 0.0, 0.1, 0.4))
    return [line[:-1] if line.endswith("。") and dice.yes(share) else line for line in lines]


def _spread(deal: Deal, lines: list[str]) -> list[str]:
    """Names spaced out, as a scanner reads a justified line."""
    for place, line in enumerate(lines[:4]):
        for party in deal.parties:
            if party is not deal.absent and not party.is_person and line.startswith(f"{party.role}：{party.name.full}"):
                lines[place] = line.replace(party.name.full, " ".join(party.name.full))
    return lines


def _wrapped(dice: Dice, lines: list[str]) -> list[str]:
    """Long lines broken at the edge of a page."""
    width = dice.randint(32, 40)
    out: list[str] = []
    for line in lines:
        cut = len(line) > width and not line.startswith(ROW) and not _ROOM.search(line)
        out += [line[at : at + width] for at in range(0, len(line), width)] if cut else [line]
    return out


def _paged(dice: Dice, lines: list[str]) -> list[str]:
    """A page number in the middle."""
    middle = len(lines) // 2
    return [*lines[:middle], dice.choice(("- 1 -", "第 1 页", "— 1 —", "1")), *lines[middle:]]


def written(deal: Deal, title: list[str], head: list[str], clauses: list[str], foot: list[str]) -> str:
    """The whole text."""
    dice = deal.dice
    if dice.yes(0.06) and not deal.rule:
        head = _spread(deal, head)
    clauses = _stops(dice, clauses)
    indent = dice.choice(("", "", "　　", "    ", "  "))
    gap = dice.choice(("\n", "\n", "\n", "\n\n"))
    body = [*head, "", *clauses] if dice.yes(0.5) else [*head, *clauses]
    if deal.rule is None and dice.yes(0.06):
        body = _wrapped(dice, body)
    if dice.yes(0.06):
        body = _paged(dice, body)
    body = [line if not line or line.startswith(ROW) else indent + line for line in body]
    lines = _marks(dice, [*title, "", *body])
    text = gap.join(lines) + "\n\n" + "\n".join(_marks(dice, foot))
    if dice.yes(0.1):
        text = _FIGURES.sub(r" \1 ", text)
    text = text.replace(ROW, "")
    return wide(text) if dice.yes(0.06) else text
