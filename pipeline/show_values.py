"""A record's values as a person would write them: 不少于2次, 每学期, 1,200,000元, 2024-09-01 至 2027-08-31."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.show_labels import Labels
from schemas.agreement import Copies, Funding, Quota, Signature, Term
from schemas.required import FieldState, RequiredField, State
from schemas.values import Amount, Date, Money, Rate

_HALF = "0.5"


def amount(value: Amount, words: Labels) -> str:
    """The number with its bounds, without a unit."""
    low, high = _grouped(value.min), _grouped(value.max)
    if low is not None and low == high:
        return words.about.format(min=low) if value.approximate else low
    if low is not None and high is not None:
        return words.between.format(min=low, max=high)
    if low is not None:
        if value.approximate and not value.exclusive_min:
            return words.and_more.format(min=low)
        return (words.more_than if value.exclusive_min else words.at_least).format(min=low)
    if high is not None:
        return (words.less_than if value.exclusive_max else words.at_most).format(max=high)
    return ""


def quota(item: Quota, words: Labels) -> str:
    """Amount and measure word, with 各 where it holds for each."""
    return f"{words.each if item.each else ''}{amount(item.amount, words)}{item.unit}"


def money(value: Money, words: Labels) -> str:
    """The sum and its currency."""
    unit = words.yuan if value.currency == "CNY" else value.currency
    gap = "" if unit == "元" else " "
    return f"{amount(value, words)}{gap}{unit}"


def funding(item: Funding, words: Labels) -> str:
    """The sum, and what it is beside others: a part, a total, goods."""
    marks = [mark for on, mark in ((item.part_of, words.part), (item.is_total, words.whole), (item.in_kind, words.goods)) if on]
    shown = money(item.amount, words)
    return f"{shown}（{'、'.join(marks)}）" if marks and words.yuan == "元" else " ".join([shown, *marks])


def payments(item: Funding, words: Labels) -> str:
    """How often a sum is paid, and what it comes to."""
    parts = [rate(item.per, words)]
    if item.times is not None:
        parts.append(words.times.format(times=item.times))
    if item.total is not None:
        parts.append(words.in_all.format(total=money(item.total, words)))
    return words.separator.join(part for part in parts if part)


def rate(value: Rate | None, words: Labels) -> str:
    """每学期, 每2周, 每半年, 每年每生."""
    if value is None:
        return ""
    template = {"1": words.per_one, _HALF: words.per_half}.get(value.count, words.per_many)
    shown = template.format(count=value.count, unit=value.unit)
    return shown if value.for_each is None else f"{shown}{'' if words.yuan == '元' else ' '}{words.per_one.format(unit=value.for_each)}"


def date(value: Date | None) -> str:
    """The date in EDTF, with the year that the text fixes where it has none itself."""
    return "" if value is None else value.resolved or value.edtf


def term(value: Term, words: Labels) -> str:
    """Start, end, duration, as far as they are known."""
    parts = []
    if value.start is not None or value.end is not None:
        parts.append(words.until.format(start=date(value.start) or "…", end=date(value.end) or "…"))
    if value.duration is not None:
        parts.append(f"{value.duration.count}{value.duration.unit}")
    parts.append(words.starts_on[value.starts_on])
    return words.separator.join(part for part in parts if part)


def signature(value: Signature, words: Labels) -> str:
    """甲方 陆远航 2024-08-26; on a page that is a picture also whether a seal is seen: 有印章."""
    seal = {True: " " + words.sealed, False: " " + words.unsealed, None: ""}[value.sealed]
    return f"{value.role} {value.signatory or words.unsigned} {date(value.date) or words.no_date}{seal}"


def copies(value: Copies, words: Labels) -> str:
    """一式 3 份；甲方 1 份."""
    held = [words.holder_of.format(holder=each.holder, count=each.count) for each in value.holders]
    return words.separator.join([words.copies_of.format(total=value.total), *held])


def from_to(giver: str | None, taker: str | None) -> str:
    """甲方 → 乙方; one of them alone where the text names only one."""
    if taker is None:
        return giver or ""
    return f"{giver} → {taker}" if giver else f"→ {taker}"


def _grouped(number: str | None) -> str | None:
    """1200000 as 1,200,000; four figures stay as they are."""
    if number is None:
        return None
    whole, point, rest = number.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    if digits.isdecimal() and len(digits) > 4:
        groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
        digits = ",".join(reversed(groups))
    return f"{sign}{digits}{point}{rest}"


def required(states: Sequence[FieldState], words: Labels) -> list[str]:
    """已写明：期限、签署; 空白：签署日期（乙方）: the required fields by their state; none for a document that needs none.

    Parties are named where those of a field differ.
    """
    if all(one.state == "not-applicable" for one in states):
        return []
    fields: dict[State, dict[RequiredField, list[str]]] = {state: {} for state in words.states}
    for one in states:
        fields[one.state].setdefault(one.field, []).append(one.subject or "")
    differing = {one.field for one in states if sum(one.field in group for group in fields.values()) > 1}
    return [
        words.state_of.format(
            state=words.states[state],
            fields=words.listed.join(_field(field, parties if field in differing else [], words) for field, parties in group.items()),
        )
        for state, group in fields.items()
        if group
    ]


def _field(field: RequiredField, parties: Sequence[str], words: Labels) -> str:
    named = words.listed.join(filter(None, parties))
    return words.of_party.format(field=words.fields[field], party=named) if named else words.fields[field]
