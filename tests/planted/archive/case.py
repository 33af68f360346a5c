"""One paper in the making: its dice, its parties and days, the rule that it shall break, and its way with numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.planted.archive.dice import Dice
from tests.planted.archive.numerals import Day, counted
from tests.planted.archive.scenes import Party, Scene

_NUMBER = re.compile(r"\{n(\d+)-(\d+)\}")


@dataclass(frozen=True)
class Days:
    """When the assistance runs (``years`` whole years), when each party signs; ``from_signing``: no other start is named."""

    start: Day
    end: Day
    years: int
    signed: tuple[Day, ...]
    from_signing: bool


@dataclass
class Case:
    """What the parts of the paper share; the part that breaks the rule says in ``subject`` what the finding is about.

    ``odd`` is the role whose name the signature block writes in another way, ``masked`` what stands for a name that is left open,
    ``aliases`` the short names that the head declares.
    """

    dice: Dice
    rule: str | None
    scene: Scene
    days: Days
    subject: str | None = None
    odd: str | None = None
    masked: str = ""
    aliases: dict[str, str] = field(default_factory=dict)
    annexes: list[str] = field(default_factory=list)

    def breaks(self, *rules: str) -> bool:
        """Whether the paper shall break one of these rules."""
        return self.rule in rules

    @property
    def sides(self) -> str:
        """How the parties are called together."""
        if len(self.scene.parties) == 3:
            return self.dice.pick("sides", ("三方", "甲、乙、丙三方", "各方"))
        if self.scene.parties[0].role == "甲方":
            return self.dice.pick("sides", ("双方", "甲乙双方", "双方", "甲、乙双方"))
        return "双方"

    def name(self, party: Party) -> str:
        """The party's name, or what stands for it."""
        return self.masked if self.breaks("blank-party") and party.role == self.subject else party.name

    @property
    def recipients(self) -> str:
        """The role or roles that are helped."""
        roles = [party.role for party in self.scene.parties]
        return f"{roles[1]}、{roles[2]}" if self.scene.third == "recipient" else roles[1]

    def count(self, number: int) -> str:
        """A number before a measure word, as this paper writes small numbers."""
        return counted(number) if number < 100 and self.dice.chance("chinese-numbers", 30) else str(number)

    def fill(self, text: str) -> str:
        """The text with its roles and numbers put in."""
        text = _NUMBER.sub(lambda match: self.count(self.dice.number(text[:40] + match[0], int(match[1]), int(match[2]))), text)
        parties = self.scene.parties
        third = parties[2].role if len(parties) == 3 else "教育主管部门"
        for mark, word in (("{A}", parties[0].role), ("{B}", self.recipients), ("{C}", third), ("{AB}", self.sides)):
            text = text.replace(mark, word)
        return text.replace("{authority}", self.scene.authority)
