"""Periods and dates that contradict each other or the calendar."""

from __future__ import annotations

from extractors.checks.rule import Rule
from extractors.checks.term import impossible_date, sign_date_conflict, signed_after_term, term_duration_mismatch, term_reversed

RULES: tuple[Rule, ...] = (
    term_reversed.RULE,
    term_duration_mismatch.RULE,
    signed_after_term.RULE,
    sign_date_conflict.RULE,
    impossible_date.RULE,
)
