"""Papers of counties and townships: primary and middle schools, kindergartens, bureaus, and those who give to them."""

from __future__ import annotations

from tests.planted.county.compose import compose
from tests.planted.planted import Planted

RULES = (
    "missing-party",
    "missing-term",
    "missing-effective",
    "missing-signature",
    "missing-sign-date",
    "missing-copies",
    "missing-duties",
    "missing-funding-amount",
    "missing-supplement",
    "missing-liability",
    "blank-party",
    "blank-date",
    "blank-quota",
    "blank-amount",
    "blank-signature",
    "clause-gap",
    "clause-duplicate",
    "dangling-reference",
    "term-reversed",
    "term-duration-mismatch",
    "signed-after-term",
    "copies-mismatch",
    "party-name-variant",
    "party-side-conflict",
    "sign-date-conflict",
    "impossible-date",
    "amount-words-mismatch",
    "amount-sum-mismatch",
    "quota-conflict",
    "overlapping-bands",
)

__all__ = ["RULES", "clean", "plant"]


def clean(seed: int) -> Planted:
    """Write an agreement in which none of the rules finds anything."""
    return compose(None, seed)


def plant(rule: str, seed: int) -> Planted:
    """Write an agreement with exactly one defect, that of the named rule."""
    if rule not in RULES:
        raise ValueError(f"no such rule: {rule}")
    return compose(rule, seed)
