"""The days of a paper: when it starts and ends and when it was signed, with the defects that are about these."""

from __future__ import annotations

from datetime import date, timedelta

from tests.planted.teacher.deal import Deal
from tests.planted.teacher.numerals import Day

_STARTS = ((9, 1), (9, 1), (9, 1), (3, 1), (1, 1), (10, 1), (2, 15), (8, 20), (4, 10))
_WRONG_DAYS = ((2, 30), (6, 31), (9, 31), (11, 31), (4, 31), (13, 5), (12, 32), (2, 31))


def _day(of: date) -> Day:
    return of.year, of.month, of.day


def shifted(day: Day, days: int) -> Day:
    """So many days later."""
    return _day(date(*day) + timedelta(days=days))


def end_of(start: Day, years: int, *, school: bool) -> Day:
    """The last day of so many years; of school years where `school`."""
    if school and start[1:] == (9, 1):
        return start[0] + years, 7, 15
    return shifted((start[0] + years, start[1], start[2]), -1)


def settle(deal: Deal) -> None:
    """Choose the term and the signing days."""
    dice = deal.dice
    month, day = dice.choice(_STARTS)
    deal.start = (dice.randint(2018, 2025), month, day)
    deal.years = dice.choice((1, 1, 2, 3, 3, 3, 5))
    if not deal.rule and dice.yes(0.05):
        deal.start, deal.years = (2024, 3, 1), 4  # ends on the leap day of 2028
    deal.end = end_of(deal.start, deal.years, school=dice.yes(0.4))
    base = shifted(deal.start, dice.randint(-35, 40))
    if deal.has("term-reversed"):
        base = _reverse(deal)
    elif deal.has("signed-after-term"):
        base = _late(deal)
    deal.signed = [base] * len(deal.parties)
    if deal.has("sign-date-conflict"):
        _part(deal, base)
    elif dice.yes(0.2) and not deal.has("term-reversed", "signed-after-term"):
        deal.signed = [shifted(base, dice.randint(0, 18)) for _ in deal.parties]


def _reverse(deal: Deal) -> Day:
    """The end before the start, and a signing day before both, so that nothing else is wrong."""
    dice = deal.dice
    year = deal.start[0]
    way = dice.randrange(5)
    if way == 0:  # the year was not carried on
        deal.start, deal.end = (year, 9, 1), (year, 7, 15)
    elif way == 1:  # the two years changed places
        deal.start, deal.end = (year + 3, 9, 1), (year, 8, 31)
    elif way == 2:  # a day of the month before the start
        deal.start, deal.end = (year, 9, 20), (year, 9, 5)
    elif way == 3:  # from autumn to the spring of the same year
        deal.start, deal.end = (year, 10, 1), (year, 4, 30)
    else:  # a slip in one figure of the year
        deal.start, deal.end = (year, 3, 1), (year - 1, 2, 28)
    return shifted(deal.end, -dice.randint(12, 45))


def _late(deal: Deal) -> Day:
    """Signed after the end, or more than half a year after the start."""
    dice = deal.dice
    if dice.yes(0.5):
        return shifted(deal.end, dice.randint(25, 150))
    deal.years = max(deal.years, 2)
    deal.end = end_of(deal.start, deal.years, school=False)
    return shifted(deal.start, dice.randint(215, 330))


def _part(deal: Deal, base: Day) -> None:
    """One party signs on a day that is far from the others'."""
    dice = deal.dice
    one = dice.randrange(len(deal.parties))
    ways = (
        (base[0] - 1, base[1], min(base[2], 28)),
        shifted(base, dice.randint(40, 100)),
        shifted(base, -dice.randint(45, 120)),
        (base[0] - (base[1] <= 2), (base[1] - 3) % 12 + 1, min(base[2], 28)),
    )
    deal.signed[one] = dice.choice(ways)
    deal.subject = "signing"


def wrong_day(deal: Deal) -> Day:
    """A day that no calendar has, in a month of the term."""
    years = range(deal.start[0], deal.end[0] + 1)
    leaps = [(year, 2, 29) for year in years if year % 4]
    days = [(year, month, day) for year in years for month, day in _WRONG_DAYS]
    within = [day for day in leaps + days if max(deal.start, *deal.signed)[:2] < day[:2] <= deal.end[:2]]
    return deal.dice.choice(within)


def wrong_signing_day(deal: Deal) -> Day:
    """The signing day, moved behind the end of its month."""
    year, month, _ = deal.signed[0]
    if month == 12 and deal.dice.yes(0.3):
        return year, 13, 2
    return year, month, {2: 30, 4: 31, 6: 31, 9: 31, 11: 31}.get(month, 32)


def wrong_end(deal: Deal) -> Day:
    """The end of the term, on a day that no calendar has."""
    year, month, _ = deal.end
    return deal.dice.choice(
        ((year, month, {2: 30, 4: 31, 6: 31, 9: 31, 11: 31}.get(month, 32)), (year, 13, 1), (year, 6, 31), (year, 11, 31))
    )
