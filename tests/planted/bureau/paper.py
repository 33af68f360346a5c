"""What a paper holds before it is written out: parties, dates, units of text, signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from tests.planted.bureau import figures
from tests.planted.bureau.lexicon import Body
from tests.planted.bureau.scenes import Scene

_COUNT = re.compile(r"<(\d{1,4})-(\d{1,4})(?:/(\d{1,3}))?(\+?)>")
_MARK = re.compile(r"⟨([^|⟩]{0,4})\|(\d{1,5})⟩")
_LEAST = ("", "", "不少于", "至少", "不低于")


@dataclass(slots=True)
class Party:
    """A contracting party; `listed` is False where the head forgets it, `shown` is its name in the head."""

    role: str
    note: str
    body: Body
    head: str
    shown: str
    alias: str | None = None
    listed: bool = True
    open: bool = False

    @property
    def called(self) -> str:
        """The declared short name, or the whole name."""
        return self.alias or self.body.name


@dataclass(slots=True)
class Sign:
    """One party's signature; `person` and `date` are None where there is no such line, and blanks where it waits."""

    role: str
    name: str | None
    person: str | None
    date: str | None


@dataclass(slots=True)
class Duty:
    """One duty: its theme, its group, the number of its party (-1 all), its words."""

    theme: str
    group: str
    party: int
    text: str


@dataclass(slots=True)
class Unit:
    """A stretch of the agreement on one matter: a heading and its items."""

    heading: str
    items: list[str]


@dataclass(slots=True)
class Style:
    """The look of a paper."""

    numbering: int
    dates: str
    signed_dates: str
    money: str
    counts: str
    head: int
    signs: int
    duties: int
    tail: int
    indent: str
    gaps: bool
    wide: bool


@dataclass(slots=True)
class Paper:
    """All facts of one agreement; rules are broken by changing them."""

    rng: Random
    scene: Scene
    style: Style
    parties: list[Party]
    duties: list[Duty]
    years: int
    start: date
    end: date
    signed: list[date]
    title: list[str] = field(default_factory=list)
    preamble: list[str] = field(default_factory=list)
    units: dict[str, Unit] = field(default_factory=dict)
    signs: list[Sign] = field(default_factory=list)
    annexes: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    break_numbers: str | None = None
    refer: str | None = None
    broken_number: str = ""
    notes: dict[int, str] = field(default_factory=dict)

    def role(self, index: int) -> str:
        """甲方."""
        return self.parties[index].role

    @property
    def all(self) -> str:
        """双方, 甲乙双方, 三方."""
        if len(self.parties) == 3:
            return (
                self.rng.choice(("三方", "各方"))
                if self.parties[0].role != "甲方"
                else self.rng.choice(("三方", "甲乙丙三方", "甲、乙、丙三方"))
            )
        return self.rng.choice(("双方", "双方", "甲乙双方", "甲、乙双方")) if self.parties[0].role == "甲方" else "双方"

    def day(self, when: date) -> str:
        """A date in the paper's style."""
        return figures.day(self.style.dates, (when.year, when.month, when.day))

    def month(self, when: date) -> str:
        """A month in the paper's style."""
        return figures.month(self.style.dates, when.year, when.month)

    def money(self, amount: int) -> str:
        """A sum in the paper's style."""
        return figures.plain(self.style.money, amount)

    def fill(self, text: str) -> str:
        """The text with its roles, names and counts; counts stay marked, so that one can be changed later."""
        text = _COUNT.sub(self._count, text)
        for index, letter in enumerate("abc"[: len(self.parties)]):
            text = text.replace(f"{{{letter}}}", self.role(index)).replace(f"{{{letter}n}}", self.parties[index].called)
        return text.replace("{all}", self.all).replace("{pupils}", self.scene.pupils)

    def _count(self, match: re.Match[str]) -> str:
        low, high, step = int(match[1]), int(match[2]), int(match[3] or 1)
        value = self.rng.randrange(low, high + 1, step)
        return f"⟨{self.rng.choice(_LEAST) if match[4] else ''}|{value}⟩"

    def show(self, text: str) -> str:
        """The text as it stands on paper: marked counts become figures or numerals."""
        return _MARK.sub(lambda match: match[1] + self.number(int(match[2])), text)

    def number(self, value: int) -> str:
        """3 or 三."""
        return figures.count_han(value) if self.style.counts == "han" and value < 100 else str(value)

    def of(self, party: int) -> list[Duty]:
        """The duties of a party; -1 are those of all."""
        return [one for one in self.duties if one.party == party]


def marks(text: str) -> Sequence[re.Match[str]]:
    """The counts that are still marked in a text."""
    return list(_MARK.finditer(text))
