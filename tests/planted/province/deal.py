"""What an agreement says, before it is worded: its parties, its time, and the parts of its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tests.planted.province.chance import Chance


@dataclass(frozen=True)
class Party:
    """One who signs: `label` is how the text calls it, `note` its part in the pairing (帮扶学校), `short` its declared short name."""

    label: str
    note: str
    name: str
    short: str
    person: str
    post: str
    side: str


@dataclass(frozen=True)
class Term:
    """How long it runs; `months` is what its duration says, `start` and `end` what its dates say; None where not said."""

    start: date | None
    end: date | None
    months: int | None
    form: str


@dataclass(frozen=True)
class Deal:
    """All that the parts of one paper agree on.

    `rule` is the defect that is to be planted, "" in a clean paper; `spot` where it goes, `idle` the party that has no duty,
    `absent` the one that the paper forgets to name, `witness` an office that signs beside them and is no party.
    """

    rule: str
    kind: str
    chance: Chance
    parties: tuple[Party, ...]
    bureau: str
    term: Term
    signed: tuple[date, ...]
    day_form: str
    spot: str = ""
    idle: str = ""
    absent: str = ""
    witness: str = ""

    def of_side(self, side: str) -> list[Party]:
        return [party for party in self.parties if party.side == side]

    @property
    def supporter(self) -> str:
        return self.parties[0].label if not self.of_side("supporter") else self.of_side("supporter")[0].label

    @property
    def recipient(self) -> str:
        labels = [party.label for party in self.of_side("recipient")]
        busy = [label for label in labels if label != self.idle] if len(labels) > 1 else labels
        return "、".join(busy) or self.parties[1].label

    @property
    def third(self) -> str:
        return "".join(party.label for party in self.of_side("third"))

    @property
    def both(self) -> str:
        """The parties together."""
        return "三方" if len(self.parties) == 3 else "双方"

    @property
    def pair(self) -> str:
        """Supporter and recipient together."""
        if not self.third:
            return self.both
        return "甲乙双方" if self.lettered else f"{self.supporter}、{self.recipient}"

    @property
    def every(self) -> str:
        """甲乙双方, 甲、乙、丙三方, or 双方 where they have other labels."""
        if not self.lettered:
            return self.both
        return "甲、乙、丙三方" if len(self.parties) == 3 else "甲乙双方"

    @property
    def present(self) -> list[Party]:
        return [party for party in self.parties if party.label != self.absent]

    @property
    def lettered(self) -> bool:
        return self.parties[0].label == "甲方"

    @property
    def years(self) -> int | None:
        """The whole years that the term says it has."""
        months = self.term.months
        return months // 12 if months and months % 12 == 0 and self.rule not in _SILENT_ON_YEARS else None

    def named(self, wording: str) -> str:
        """The wording with the parties' labels in it."""
        words = {"{S}": self.supporter, "{R}": self.recipient, "{C}": self.third or "教育主管部门"}
        words |= {"{both}": self.both, "{every}": self.every, "{bureau}": self.bureau}
        for mark, label in words.items():
            wording = wording.replace(mark, label)
        return wording

    def word(self, chance: Chance, block: str) -> str:
        """One line of the block, with its choices made and the parties named."""
        return self.named(chance.line(block))


_SILENT_ON_YEARS = {"missing-term", "term-reversed", "term-duration-mismatch"}


@dataclass
class Item:
    """A clause: its words, who acts in it ("" if its words say so themselves), and the clauses below it."""

    text: str
    who: str = ""
    kids: list[Item] = field(default_factory=list)


@dataclass
class Section:
    """A heading and what stands below it; `who` is named where the heading says who acts in all of it."""

    key: str
    heading: str
    items: list[Item]
    who: str = ""


@dataclass
class Paper:
    """The parts of a text in their order; `subject` is that of the planted defect."""

    head: list[str]
    sections: list[Section]
    tail: list[str]
    subject: str | None = None
