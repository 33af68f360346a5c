"""What a paper is about before a word of it is written: who, from when to when, signed on which days."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.planted.teacher.dice import Dice
from tests.planted.teacher.kinds import BODIES_ONLY, KINDS, SIDED, TWO, Kind, Seat
from tests.planted.teacher.names import Name, Places, body, new_places, person
from tests.planted.teacher.numerals import Day
from tests.planted.teacher.pen import Pen, new_pen

_SPOTS: dict[str, tuple[str, ...]] = {
    "party-name-variant": ("sign", "sign", "body", "preamble", "table"),
    "party-side-conflict": ("sign", "heading", "body", "body", "table"),
    "impossible-date": ("term", "sign", "body", "body", "table"),
    "blank-date": ("term", "term", "sign", "sign", "body"),
    "quota-conflict": ("goal", "table", "check", "duty"),
}
_ROLES = "甲乙丙丁"
BANDED = {"city-country", "east-west", "school-school-bureau", "university", "research", "asked-trust", "trust", "vocational"}
"""The kinds in which help may depend on how large a school is."""


@dataclass
class Party:
    """One who signs; `short` is a declared short form."""

    role: str
    name: Name
    seat: Seat
    chief: str
    short: str | None = None

    @property
    def is_person(self) -> bool:
        """True of a teacher who signs for himself."""
        return self.seat.sort == "person"

    @property
    def school(self) -> bool:
        """True of schools and kindergartens."""
        return self.seat.sort.startswith(("school", "kinder", "vocational", "special"))


@dataclass
class Deal:
    """The facts of one paper; `spot` is where its defect is to stand, `subject` is set by whoever plants it."""

    dice: Dice
    pen: Pen
    kind: Kind
    places: Places
    parties: list[Party]
    rule: str | None
    spot: str
    start: Day = (2023, 9, 1)
    end: Day = (2026, 8, 31)
    years: int = 3
    signed: list[Day] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    annexes: list[str] = field(default_factory=list)
    subject: str | None = None
    absent: Party | None = None
    victim: Party | None = None

    def has(self, *rules: str) -> bool:
        """True if the defect wanted is one of these."""
        return self.rule in rules

    def at(self, rule: str, spot: str) -> bool:
        """True if this defect is to be planted here."""
        return self.rule == rule and self.spot == spot

    @property
    def us(self) -> str:
        """All parties in one word."""
        size = len(self.parties)
        if size == 2:
            return self.dice.choice(("双方", "双方", "甲乙双方")) if self.lettered else "双方"
        if size == 3:
            return self.dice.choice(("三方", "甲、乙、丙三方", "甲乙丙三方")) if self.lettered else "三方"
        return self.dice.choice(("四方", "各方"))

    @property
    def lettered(self) -> bool:
        """True where the roles are 甲方, 乙方 …."""
        return self.parties[0].role == "甲方"

    def other(self, party: Party) -> str:
        """Whom a party's promises are about, by role."""
        side = party.seat.side
        want = {"give": "take", "take": "give", "both": "both"}.get(side, "take")
        others = [one for one in self.parties if one is not party and one.seat.side == want]
        kin = [one for one in others if one.seat.sort[:-1] == party.seat.sort[:-1]]
        others = kin or others or [one for one in self.parties if one is not party]
        return self.dice.choice(("、", "和")).join(one.role for one in others)

    def sided(self) -> list[Party]:
        """The parties that give or take."""
        return [one for one in self.parties if one.seat.side in {"give", "take"}]

    def giver(self) -> Party:
        """Who pays."""
        return next((one for one in self.parties if one.seat.side in {"give", "both"} and not one.is_person), self.parties[0])

    def takers(self) -> list[Party]:
        """Who is paid."""
        giver = self.giver()
        found = [one for one in self.parties if one.seat.side == "take" and not one.is_person]
        return found or [one for one in self.parties if one is not giver][:1]


def _kinds(rule: str | None) -> tuple[Kind, ...]:
    if rule in {"missing-party", "blank-party"}:
        return tuple(kind for kind in TWO if kind.key != "branch")
    if rule == "party-side-conflict":
        return SIDED
    if rule == "overlapping-bands":
        return tuple(kind for kind in KINDS if kind.key in BANDED)
    if rule in {"party-name-variant", "quota-conflict"}:
        return BODIES_ONLY
    if rule and (rule.startswith("amount") or rule in {"blank-amount", "missing-funding-amount"}):
        return tuple(kind for kind in BODIES_ONLY if kind.key != "branch")
    return KINDS


def _roles(dice: Dice, kind: Kind, rule: str | None) -> list[str]:
    labels = [seat.label for seat in kind.seats]
    if rule in {"party-side-conflict", "missing-duties"}:
        return [f"{letter}方" for letter in _ROLES[: len(labels)]]
    if len(set(labels)) == len(labels) and max(map(len, labels)) <= 5 and dice.yes(0.15):
        return labels
    return [f"{letter}方" for letter in _ROLES[: len(labels)]]


def _party(deal_dice: Dice, role: str, seat: Seat, places: Places, taken: set[str]) -> Party:
    chief = person(deal_dice, taken)
    name = Name(chief, chief) if seat.sort == "person" else body(deal_dice, seat.sort, places, taken)
    party = Party(role, name, seat, chief)
    if seat.sort != "person" and role.endswith("方") and len(role) == 2 and deal_dice.yes(0.15):
        party.short = deal_dice.choice(name.shorts() or (None,))
    return party


def strike(rule: str | None, seed: int) -> Deal:
    """The facts of one paper; terms and days are set by `terms.settle`."""
    dice = Dice(f"teacher/{rule}/{seed}")
    kind = dice.choice(_kinds(rule))
    places, taken = new_places(dice), set[str]()
    parties = [_party(dice, role, seat, places, taken) for role, seat in zip(_roles(dice, kind, rule), kind.seats, strict=True)]
    spot = dice.choice(_SPOTS.get(rule or "", ("",)))
    deal = Deal(dice, new_pen(dice), kind, places, parties, rule, spot, taken=taken)
    if rule in {"missing-party", "blank-party"}:
        deal.absent = dice.choice(parties)
        deal.subject = deal.absent.role
        deal.absent.short = None
    if rule == "party-side-conflict":
        deal.victim = dice.choice(deal.sided())
    elif rule == "party-name-variant":
        deal.victim = dice.choice([one for one in parties if not one.is_person])
        deal.victim.short = None
    return deal
