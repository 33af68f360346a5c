"""A value or finding in one line, as a reviewer reads it in the list: 不少于4节 送课 · 每学期 · 甲方 → 乙方 · 应做."""

from __future__ import annotations

from functools import cache, singledispatch

from extractors.checks import ALL_RULES
from extractors.checks.rule import Described
from pipeline import show_values
from pipeline.messages import Lang
from pipeline.review.entries import Entry, Value
from pipeline.review.words import review_words
from pipeline.show_labels import Labels, labels
from schemas.agreement import Copies, Effective, Funding, Party, Person, Policy, Quota, Regions, Signature, Term
from schemas.finding import Finding
from schemas.values import Date

_BETWEEN = " · "


def shown_label(entry: Entry, lang: Lang) -> str:
    """What an entry is called: its field, a party's role, or a finding's rule in a few words."""
    if isinstance(entry.value, Finding):
        rule = _rules().get(entry.value.rule)
        if rule is None:
            return entry.value.rule
        return rule.summary.rstrip(".") if lang == "en" else rule.title
    if isinstance(entry.value, Party) and entry.value.role:
        return entry.value.role
    return review_words(lang).fields[entry.field]


def shown_value(value: Value, lang: Lang, field: str = "") -> str:
    """The value in one line; ``field`` is asked for where plain text is a code (the kind)."""
    words = labels(lang)
    if value is None:
        return review_words(lang).not_stated
    if isinstance(value, str):
        kinds = {str(code): label for code, label in words.kinds.items()}
        return kinds.get(value, value) if field == "kind" else value
    return _BETWEEN.join(filter(None, _told(value, words)))


@singledispatch
def _told(value: object, words: Labels) -> tuple[str | None, ...]:  # noqa: ARG001 - as its kinds
    return (str(value),)


@_told.register
def _(value: Finding, words: Labels) -> tuple[str | None, ...]:  # noqa: ARG001 - as all of them
    return (value.message,)


@_told.register
def _(value: Party, words: Labels) -> tuple[str | None, ...]:
    return (value.name, words.blank if value.blank else None, words.sides[value.side], words.listed.join(value.aliases))


@_told.register
def _(value: Term, words: Labels) -> tuple[str | None, ...]:
    return (show_values.term(value, words),)


@_told.register
def _(value: Effective, words: Labels) -> tuple[str | None, ...]:
    return (words.effective_on[value.on], show_values.date(value.date))


@_told.register
def _(value: Signature, words: Labels) -> tuple[str | None, ...]:
    return (show_values.signature(value, words),)


@_told.register
def _(value: Copies, words: Labels) -> tuple[str | None, ...]:
    return (show_values.copies(value, words),)


@_told.register
def _(value: Quota, words: Labels) -> tuple[str | None, ...]:
    counted = " ".join(filter(None, (show_values.quota(value, words), value.what)))
    return (
        counted,
        show_values.rate(value.per, words),
        show_values.from_to(value.actor, value.target),
        words.modalities[value.modality],
    )


@_told.register
def _(value: Funding, words: Labels) -> tuple[str | None, ...]:
    paid = (show_values.funding(value, words), show_values.payments(value, words), value.purpose)
    return (*paid, show_values.from_to(value.payer, value.payee), words.modalities[value.modality])


@_told.register
def _(value: Regions, words: Labels) -> tuple[str | None, ...]:
    return (show_values.from_to(words.listed.join(value.supporter) or None, words.listed.join(value.recipient) or None),)


@_told.register
def _(value: Policy, words: Labels) -> tuple[str | None, ...]:  # noqa: ARG001 - as all of them
    return (value.title, value.number)


@_told.register
def _(value: Person, words: Labels) -> tuple[str | None, ...]:  # noqa: ARG001 - as all of them
    return (value.name, value.title, value.organization)


@_told.register
def _(value: Date, words: Labels) -> tuple[str | None, ...]:  # noqa: ARG001 - as all of them
    return (show_values.date(value),)


@cache
def _rules() -> dict[str, Described]:
    return {rule.slug: rule for rule in ALL_RULES}
