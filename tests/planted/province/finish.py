"""The last touches: references get their numbers, then width, script and broken lines."""

from __future__ import annotations

import re

from tests.planted.province.chance import Chance
from tests.planted.province.deal import Deal
from tests.planted.province.layouts import Layout
from tests.planted.province.numerals import FULL_WIDTH
from tests.planted.province.traditional import traditional

_REFERENCE = re.compile("«([a-z]+)»")
_PLAIN_RULES = {"clause-gap", "clause-duplicate", "dangling-reference", "party-name-variant", "blank-quota", "blank-date", "blank-amount"}
_NO_BREAK_BEFORE = set("0123456789一二三四五六七八九十、，。；：）》”￥¥_ 　.|（第Xx×")


def finished(deal: Deal, lines: list[str], called: dict[str, str], layout: Layout, subject: str | None) -> tuple[str, str | None]:
    """The text and the subject, which changes its script with it."""
    chance = deal.chance.part("finish")
    lines = [_REFERENCE.sub(lambda found: called.get(found[1], "前述条款") if layout.numbered else "前述条款", line) for line in lines]
    if chance.odds(0.3):
        lines = [lines[0], *_indented(chance, lines[1:])]
    if chance.odds(0.06) and layout.name not in {"decimal", "figures"}:
        lines = _paged(chance, lines)
    if chance.odds(0.12):
        lines = [part for line in lines for part in (line, "")]
    if deal.rule not in _PLAIN_RULES and chance.odds(0.1):
        lines = _broken(chance, lines)
    if layout.name == "markdown":
        lines[0] = "# " + lines[0]
    text = _called(deal, lines)
    if deal.rule not in _PLAIN_RULES and chance.odds(0.06):
        text = text.translate(FULL_WIDTH)
    if chance.odds(0.07) and deal.rule != "dangling-reference":
        text, subject = traditional(text), traditional(subject) if subject else None
    return text, subject


def _indented(chance: Chance, lines: list[str]) -> list[str]:
    """Two blanks before each paragraph, as word processors leave them."""
    lead = chance.pick(("　　", "    ", "  "))
    return [lead + line if line and len(line) > 24 and not line.startswith(("|", "#", " ", "　")) else line for line in lines]


_KINDS_OF_PAPER = ("责任书", "合同", "备忘录", "意向书")
_SELF = re.compile("本协议书?|(?<!补充)协议书?(?=[一壹]式)")


def _called(deal: Deal, lines: list[str]) -> str:
    """The text, in which a contract calls itself this contract and a memorandum this memorandum."""
    word = next((word for word in _KINDS_OF_PAPER for line in lines[:3] if line.endswith(word)), "")
    text = "\n".join(lines).strip() + "\n"
    if not word or (word != "责任书" and deal.chance.part("called").odds(0.4)):
        return text
    return _SELF.sub("本" + word, text)


def _paged(chance: Chance, lines: list[str]) -> list[str]:
    """The page's number between two lines of the body."""
    spot = chance.between(len(lines) // 3, 2 * len(lines) // 3)
    return [*lines[:spot], "", chance.pick(("- 1 -", "— 1 —", "第1页 共2页", "－１－")), "", *lines[spot:]]


def _broken(chance: Chance, lines: list[str]) -> list[str]:
    """Long lines cut at the page's width, as a scanner leaves them; never before a number, which would look like a clause."""
    width = chance.between(28, 40)
    found: list[str] = []
    for line in lines:
        if line.startswith(("|", "#")) or "\t" in line or "    " in line:
            found.append(line)
            continue
        rest = line
        while len(rest) > width + 6:
            spot = next((at for at in range(width, 12, -1) if rest[at] not in _NO_BREAK_BEFORE and rest[at - 1] not in _NO_BREAK_BEFORE), 0)
            if not spot:
                break
            found.append(rest[:spot])
            rest = rest[spot:]
        found.append(rest)
    return found
