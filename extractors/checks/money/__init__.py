"""Sums that contradict each other."""

from __future__ import annotations

from extractors.checks.money import amount_sum_mismatch, amount_words_mismatch
from extractors.checks.rule import Rule

RULES: tuple[Rule, ...] = (amount_words_mismatch.RULE, amount_sum_mismatch.RULE)
