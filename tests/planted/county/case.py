"""The facts of one agreement, dealt before a word of it is written: who, for how long, signed when."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from tests.planted.county import places
from tests.planted.county.dice import Dice
from tests.planted.county.numerals import DATE_STYLES, write_date, write_day

# Rules whose planted texts must say nothing else about years: a second length would be a second contradiction.
LENGTH_FREE = frozenset({"missing-term", "term-reversed", "term-duration-mismatch", "signed-after-term", "impossible-date", "blank-date"})
TWO_PARTIES = frozenset({"missing-party"})
# The rules that need a side stated in the head.
TAGGED = frozenset({"party-side-conflict"})

_KINDS = {"primary": 30, "middle": 22, "kindergarten": 24, "bureau": 14, "donor": 10}
_LABELS = {
    "primary": (("支援学校", "受援学校"), ("帮扶方", "受帮扶方"), ("帮扶学校", "受援学校"), ("派出方", "接收方"), ("核心校", "成员校")),
    "middle": (("支援学校", "受援学校"), ("支援方", "受援方"), ("托管校", "被托管校"), ("帮扶学校", "薄弱学校"), ("派出学校", "接收学校")),
    "kindergarten": (("牵头园", "成员园"), ("帮扶园", "受帮扶园"), ("示范园", "结对园"), ("支援园", "受援园")),
    "bureau": (("支援方", "受援方"), ("帮扶方", "受帮扶方"), ("援助方", "受援方")),
    "donor": (("捐赠方", "受赠方"), ("资助方", "受助方"), ("捐赠人", "受赠人")),
}
_TAGS = {
    "primary": (
        ("帮扶学校", "受援学校"),
        ("支援学校", "受援学校"),
        ("帮扶单位", "受帮扶单位"),
        ("城区学校", "农村学校"),
        ("支援方", "受援方"),
    ),
    "middle": (("支援学校", "受援学校"), ("帮扶学校", "受帮扶学校"), ("帮扶方", "受援方"), ("支援单位", "受援单位")),
    "kindergarten": (("牵头园", "成员园"), ("帮扶园", "受帮扶园"), ("帮扶园所", "受援园所"), ("支援园", "受援园")),
    "bureau": (("支援方", "受援方"), ("帮扶单位", "受帮扶单位"), ("帮扶方", "受援方")),
    "donor": (("捐赠方", "受赠方"), ("资助单位", "受助学校"), ("帮扶单位", "受援学校")),
}


@dataclass
class Party:
    """One contracting party, its head line and its signature line."""

    role: str
    name: str
    where: str
    side: str
    tag: str = ""
    short: str = ""
    person: str = ""
    signed: str = ""
    blank: bool = False


@dataclass
class Case:
    """Everything that the parts of one paper must agree on."""

    dice: Dice
    rule: str | None
    kind: str
    parties: list[Party]
    lettered: bool
    start: date
    end: date
    months: int
    signed: list[date]
    day_style: str
    noun: str = "协议"
    # where the defect goes, and whom or what it is about
    place: str = ""
    subject: str = ""

    def planting(self, *rules: str) -> bool:
        """Say whether one of these rules is what this paper breaks."""
        return self.rule in rules

    @property
    def says_years(self) -> bool:
        """Say whether clauses beside the term may count the years."""
        return self.rule not in LENGTH_FREE

    def side(self, side: str) -> str:
        """Name who stands on a side, as the body calls them."""
        return "、".join(party.role for party in self.parties if party.side == side)

    def party(self, side: str) -> Party:
        """Give the first party of a side."""
        return next(party for party in self.parties if party.side == side)

    def day(self, day: date) -> str:
        """Write a day as this paper writes its days."""
        return write_date(day, self.day_style)


def months_on(day: date, months: int) -> date:
    """Go on by whole months, to the month's last day where the day is lacking."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def deal(dice: Dice, rule: str | None) -> Case:
    """Deal the facts of one paper, with what its planted rule needs."""
    kind = dice.weigh(_KINDS)
    start, end, months = _dates(dice)
    case = Case(dice, rule, kind, [], dice.chance(0.72) or rule in TAGGED, start, end, months, [], dice.pick(DATE_STYLES))
    case.parties = _parties(case)
    case.signed = _signed(case)
    sign_style = case.day_style if dice.chance(0.6) else dice.pick(DATE_STYLES)
    for party, day in zip(case.parties, case.signed, strict=True):
        party.person = places.person(dice)
        party.signed = write_date(day, sign_style)
    _impossible(case, sign_style)
    return case


def _dates(dice: Dice) -> tuple[date, date, int]:
    year, months = dice.between(2020, 2025), dice.pick((12, 12, 24, 36, 36, 36))
    month, day = dice.pick(((9, 1), (9, 1), (9, 1), (9, 1), (3, 1), (1, 1), (10, 15), (4, 1), (11, 10), (5, 20), (2, 1), (9, 10)))
    start = date(year, month, day)
    end = months_on(start, months) - timedelta(days=1)
    if month == 9 and day == 1 and dice.chance(0.4):
        end = end.replace(month=7, day=dice.pick((31, 31, 15, 10)))
    return start, end, months


def _signed(case: Case) -> list[date]:
    dice, count = case.dice, len(case.parties)
    first = case.start + timedelta(days=dice.pick((-40, -25, -14, -7, -5, -3, -1, 0, 3, 8, 12, 20, 33)))
    days = [first] * count
    if case.planting("sign-date-conflict"):
        late = dice.between(36, 110)
        days[dice.between(0, count - 1)] = first + timedelta(days=late if dice.chance(0.6) else -late)
    elif case.planting("signed-after-term"):
        after = case.start + timedelta(days=dice.between(215, 330)) if dice.chance(0.5) else case.end + timedelta(days=dice.between(6, 150))
        days = [after] * count
    elif dice.chance(0.3):
        days[-1] = first + timedelta(days=dice.between(1, 15))
    return days


def _parties(case: Case) -> list[Party]:
    dice, kind = case.dice, case.kind
    here = places.county(dice)
    there = here if kind != "bureau" and dice.chance(0.65) else places.county(dice)
    while kind == "bureau" and there == here:
        there = places.county(dice)
    give = Party("", places.supporter(dice, kind, here), here, "supporter")
    take = Party("", places.recipient(dice, kind, there), there, "recipient")
    while take.name == give.name:
        take.name = places.recipient(dice, kind, there)
    give.tag, take.tag = dice.pick([pair for pair in _TAGS[kind] if case.rule not in TAGGED or "城区" not in pair[0]])
    parties = [give, take] if dice.chance(0.85) else [take, give]
    shape = dice.weigh({"two": 72, "bureau": 18 if kind != "bureau" else 0, "twins": 10 if kind in {"primary", "kindergarten"} else 0})
    if case.rule not in TWO_PARTIES and shape == "bureau":
        parties.append(Party("", places.bureau(dice, there), there, "other", dice.pick(("主管部门", "教育主管部门", "监管方", "协调方"))))
    if case.rule not in TWO_PARTIES and shape == "twins":
        parties = [give, take, _twin(dice, kind, there, take)]
    _label(case, parties)
    return parties


def _twin(dice: Dice, kind: str, where: str, other: Party) -> Party:
    twin = Party("", places.recipient(dice, kind, where), where, "recipient", other.tag)
    while twin.name == other.name:
        twin.name = places.recipient(dice, kind, where)
    return twin


def _label(case: Case, parties: list[Party]) -> None:
    if sum(party.side == "recipient" for party in parties) > 1:
        case.lettered = True
    give, take = case.dice.pick(_LABELS[case.kind])
    named = {"supporter": give, "recipient": take, "other": "主管部门"}
    for letter, party in zip("甲乙丙", parties, strict=False):
        party.role = f"{letter}方" if case.lettered else named[party.side]
        if not case.lettered:
            party.tag = ""


def _impossible(case: Case, style: str) -> None:
    """Give the signing date a day that its month lacks, where that is the defect and falls there."""
    if case.planting("impossible-date", "blank-date"):
        case.place = case.dice.pick(("signing", "term", "clause"))
    if case.planting("impossible-date") and case.place == "signing":
        day = case.signed[0]
        wrong = write_day(day.year, day.month, monthrange(day.year, day.month)[1] + case.dice.pick((1, 1, 1, 2)), style)
        for party in case.parties:
            party.signed = wrong
