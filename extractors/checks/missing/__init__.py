"""What an agreement must say and does not."""

from __future__ import annotations

from extractors.checks.missing import (
    missing_copies,
    missing_duties,
    missing_effective,
    missing_funding_amount,
    missing_liability,
    missing_party,
    missing_sign_date,
    missing_signature,
    missing_supplement,
    missing_term,
)
from extractors.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    missing_party.RULE,
    missing_term.RULE,
    missing_effective.RULE,
    missing_signature.RULE,
    missing_sign_date.RULE,
    missing_copies.RULE,
    missing_duties.RULE,
    missing_funding_amount.RULE,
    missing_supplement.RULE,
    missing_liability.RULE,
)
