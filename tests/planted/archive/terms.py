"""How long the assistance runs, and when the paper is signed."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from tests.planted.archive.case import Case, Days
from tests.planted.archive.dice import Dice
from tests.planted.archive.numerals import Day, capital, chinese, counted, day_text, year_in_chinese

NEEDS_RANGE = frozenset(
    "missing-effective missing-sign-date missing-term term-reversed term-duration-mismatch signed-after-term blank-date "
    "impossible-date sign-date-conflict".split()
)
"""Rules whose papers name the first and the last day."""
_FORMS = ("plain", "plain", "plain", "plain", "padded", "spaced", "dot", "dash", "slash", "chinese")
_NOUNS = ("帮扶期限", "结对期限", "结对时间", "帮扶时间", "合作期限", "协作期限", "共建期限", "实施时间")
_VALID = ("本协议有效期", "协议有效期", "本协议期限", "协议期限")


def make_days(dice: Dice, rule: str | None, signers: int) -> Days:
    """The days of a paper, with those that the rule makes wrong."""
    start, end, years = (
        _before_short_month(dice) if rule == "impossible-date" else _span(dice, 2019 if rule == "signed-after-term" else 2025)
    )
    from_signing = rule not in NEEDS_RANGE and dice.chance("from-signing", 15)
    first = date(*start) - timedelta(days=dice.number("sign-before", 1, 24))
    if rule != "term-reversed" and dice.chance("sign-late", 20):
        first = date(*start) + timedelta(days=dice.number("sign-after", 1, 20))
    if rule == "signed-after-term":
        late = date(*start) + timedelta(days=dice.number("sign-too-late", 215, 330))
        first = late if dice.chance("within", 50) and late < date(*end) else date(*end) + timedelta(days=dice.number("after-end", 8, 120))
    signed = [first] * signers
    if rule == "sign-date-conflict":
        signed[dice.number("late-signer", 0, signers - 1)] += timedelta(days=dice.number("sign-apart", 38, 110))
    elif rule not in {"signed-after-term", "term-reversed"} and not from_signing and dice.chance("sign-apart-a-little", 25):
        signed[-1] += timedelta(days=dice.number("little", 1, 16))
    if from_signing:
        start = (first.year, first.month, first.day)
    return Days(start, end, years, tuple((day.year, day.month, day.day) for day in signed), from_signing)


def date_form(case: Case) -> str:
    """The form of this paper's dates."""
    return case.dice.pick("date-form", _FORMS)


def term_sentence(case: Case) -> str | None:
    """The sentence that states the term, None where the paper states none."""
    if case.breaks("missing-term"):
        case.subject = "term"
        return None
    if case.breaks("term-reversed"):
        return _reversed(case)
    if case.breaks("term-duration-mismatch"):
        case.subject = "term"
        years = case.days.years
        wrong = years + 1 if years == 1 or case.dice.chance("longer", 50) else years - 1
        return _ranged(case, wrong)
    if case.breaks("blank-date") and case.dice.pick("blank-where", BLANKS) == "term":
        return _blank(case)
    if case.breaks("impossible-date") and case.dice.pick("impossible-where", IMPOSSIBLE) == "term":
        return _impossible(case)
    return _clean(case)


BLANKS = ("term", "signing", "date")
IMPOSSIBLE = ("term", "signing", "date")


def _span(dice: Dice, latest: int) -> tuple[Day, Day, int]:
    year, years = dice.number("year", 2008, latest), dice.pick("years", (1, 1, 2, 2, 3, 3, 3, 4, 5))
    last = year + years
    match dice.pick("span", ("school", "school", "school", "short", "calendar", "spring", "odd")):
        case "school":
            return (year, 9, 1), (last, 8, 31), years
        case "short":
            return (year, 9, 1), (last, 7, dice.pick("short-day", (31, 31, 15))), years
        case "calendar":
            return (year, 1, 1), (last - 1, 12, 31), years
        case "spring":
            return (year, 3, 1), (last, 2, 29 if calendar.isleap(last) else 28), years
        case _:
            month, day = dice.number("odd-month", 1, 12), dice.number("odd-day", 2, 28)
            return (year, month, day), (last, month, day - 1), years


def _before_short_month(dice: Dice) -> tuple[Day, Day, int]:
    """A term that ends with a month of fewer than 31 days."""
    year, years, month = dice.number("year", 2008, 2024), dice.pick("years", (1, 2, 3)), dice.pick("short-month", (2, 2, 4, 6, 9, 11))
    last = year + years
    return (year, month + 1, 1), (last, month, 30 if month != 2 else 28 + calendar.isleap(last)), years


def _noun(case: Case) -> str:
    plain = case.breaks("missing-effective") or case.dice.chance("plain-noun", 75)
    return case.dice.pick("term-noun", _NOUNS if plain else _VALID)


def _length(case: Case, years: int) -> str:
    exact = case.days.end[1:] != (7, 31) and case.days.end[1:] != (7, 15)
    forms = [f"{chinese(years)}年" if years != 2 else "两年", f"{years}年", f"{capital(years)}年", f"{counted(years)}周年"]
    if exact:
        forms += [f"{years * 12}个月", f"{chinese(years * 12)}个月"]
    else:
        forms = forms[:2]
    if case.days.start[1] == 9:
        forms += [f"{counted(years)}学年", f"{years}个学年"]
    return case.dice.pick("length", forms)


def _ranged(case: Case, years: int) -> str:
    form, noun, length = date_form(case), _noun(case), _length(case, years)
    first, last = day_text(case.days.start, form), day_text(case.days.end, form)
    cycle = [f"以{length}为一个帮扶周期，即{first}至{last}"] if noun not in _VALID else []
    return case.dice.pick(
        "term-ranged",
        [
            f"{noun}为{length}，自{first}起至{last}止",
            f"{noun}{length}，从{first}开始，到{last}结束",
            f"{noun}自{first}起，至{last}止，共{length}",
            f"{noun}：{length}（{first}至{last}）",
            f"{noun}暂定{length}，时间为{first}—{last}",
            f"{first}至{last}，{noun}{length}",
            *cycle,
        ],
    )


def _clean(case: Case) -> str:
    form, noun, dice, years = date_form(case), _noun(case), case.dice, case.days.years
    first, last = day_text(case.days.start, form), day_text(case.days.end, form)
    length = _length(case, years)
    if case.days.from_signing:
        return dice.pick(
            "term-signing",
            (
                f"{noun}为{length}，自本协议签订之日起计算",
                f"{noun}{length}，从{case.sides}签字盖章之日算起",
                f"自签订之日起，{noun}为{length}，期满可以续签",
            ),
        )
    bare = [
        f"{noun}：{first}至{last}",
        f"{noun}自{first}起至{last}止",
        f"{noun}从{first}开始，至{last}结束",
        f"自{first}起，{noun}为{length}",
        f"{noun}为{first}—{last}",
    ]
    strict = case.rule in NEEDS_RANGE
    if not strict and case.days.start[1] == 9:
        year, last_year = case.days.start[0], case.days.end[0]
        bare += [
            f"{noun}为{counted(years)}个学年，即{year}年秋季学期至{last_year}年春季学期",
            f"{noun}：{year}年9月—{last_year}年{case.days.end[1]}月",
            f"{noun}为{year_in_chinese(year)}年九月至{year_in_chinese(last_year)}年{chinese(case.days.end[1])}月",
        ]
    return _ranged(case, years) if dice.chance("ranged", 50) else dice.pick("term-bare", bare[:3] if strict else bare)


def _reversed(case: Case) -> str:
    case.subject = "term"
    form, noun = date_form(case), _noun(case)
    start, end = case.days.start, case.days.end
    signed = case.days.signed[-1]
    wrongs = [(end, start)]
    year = start[0]
    twisted = year // 100 * 100 + year % 10 * 10 + year % 100 // 10
    if twisted > end[0]:
        wrongs.append(((twisted, *start[1:]), end))
    same_year = (year, start[1] - 1, 28)
    if start[1] == 9 and signed < (year, 8, 28):
        wrongs.append((start, same_year))
    wrong_start, wrong_end = case.dice.pick("reversed", wrongs)
    first, last = day_text(wrong_start, form), day_text(wrong_end, form)
    return case.dice.pick(
        "term-reversed",
        (f"{noun}自{first}起至{last}止", f"{noun}：{first}至{last}", f"{noun}为{first}—{last}", f"从{first}到{last}为{noun}"),
    )


def _blank(case: Case) -> str:
    case.subject = "term"
    noun, length = _noun(case), _length(case, case.days.years)
    first, last = case.days.start, case.days.end
    return case.dice.pick(
        "term-blank",
        (
            f"{noun}为{length}，自20__年__月__日起至20__年__月__日止",
            f"{noun}自　　年　　月　　日起至　　年　　月　　日止",
            f"{noun}：20XX年{first[1]}月至20XX年{last[1]}月",
            f"{noun}{length}，从______年{first[1]}月{first[2]}日到______年{last[1]}月{last[2]}日",
            f"{noun}为20××年{first[1]}月{first[2]}日—20××年{last[1]}月{last[2]}日",
            f"{noun}自    年    月    日至    年    月    日，共{length}",
        ),
    )


def _impossible(case: Case) -> str:
    case.subject = "date"
    form, noun, dice = date_form(case), _noun(case), case.dice
    year, month, day = case.days.end
    wrong = dice.pick("impossible-day", (29 if not calendar.isleap(year) else 30, 30, 31)) if month == 2 else day + 1
    first, last = day_text(case.days.start, form), day_text((year, month, wrong), form)
    return dice.pick("term-impossible", (f"{noun}自{first}起至{last}止", f"{noun}：{first}至{last}", f"{noun}从{first}开始，到{last}结束"))
