"""A voice: a vice-principal who has written such papers for fifteen years, complete in law and careless in form."""

from __future__ import annotations

from tests.planted.planted import Planted
from tests.planted.teacher.build import write

RULES = (
    "missing-party missing-term missing-effective missing-signature missing-sign-date missing-copies missing-duties missing-funding-amount "
    "missing-supplement missing-liability blank-party blank-date blank-quota blank-amount blank-signature clause-gap clause-duplicate "
    "dangling-reference term-reversed term-duration-mismatch signed-after-term copies-mismatch party-name-variant party-side-conflict "
    "sign-date-conflict impossible-date amount-words-mismatch amount-sum-mismatch quota-conflict overlapping-bands"
).split()


def clean(seed: int) -> Planted:
    """An agreement without any defect."""
    return write(None, seed)


def plant(rule: str, seed: int) -> Planted:
    """An agreement with one defect of a rule; KeyError for a rule that is unknown."""
    if rule not in RULES:
        raise KeyError(rule)
    return write(rule, seed)
