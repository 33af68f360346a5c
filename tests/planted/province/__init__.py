"""Agreements of many provinces and hands: between schools, colleges, givers, bureaus, groups, masters and apprentices."""

from __future__ import annotations

from tests.planted.planted import Planted
from tests.planted.province.build import build

RULES: tuple[str, ...] = (
    "missing-party", "missing-term", "missing-effective", "missing-signature", "missing-sign-date", "missing-copies", "missing-duties",
    "missing-funding-amount", "missing-supplement", "missing-liability", "blank-party", "blank-date", "blank-quota", "blank-amount",
    "blank-signature", "clause-gap", "clause-duplicate", "dangling-reference", "term-reversed", "term-duration-mismatch",
    "signed-after-term",
    "copies-mismatch", "party-name-variant", "party-side-conflict", "sign-date-conflict", "impossible-date", "amount-words-mismatch",
    "amount-sum-mismatch", "quota-conflict", "overlapping-bands",
)  # fmt: skip

__all__ = ["RULES", "clean", "plant"]


def clean(seed: int) -> Planted:
    """An agreement in which everything agrees."""
    return build(seed, "")


def plant(rule: str, seed: int) -> Planted:
    """The agreement with one defect, that of the rule."""
    if rule not in RULES:
        raise ValueError(f"no such rule: {rule}")
    return build(seed, rule)
