"""Papers as they lie in an archive after ten years: of many provinces, kinds of partners, hands and years."""

from __future__ import annotations

from tests.planted.archive.compose import compose
from tests.planted.planted import Planted

__all__ = ["RULES", "clean", "plant"]

RULES: tuple[str, ...] = (
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


def clean(seed: int) -> Planted:
    """An agreement that breaks none of the rules."""
    return compose(None, seed)


def plant(rule: str, seed: int) -> Planted:
    """An agreement that breaks this rule once, and no other."""
    if rule not in RULES:
        raise ValueError(f"no such rule: {rule}")
    return compose(rule, seed)
