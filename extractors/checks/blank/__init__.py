"""What was left open."""

from __future__ import annotations

from extractors.checks.blank import blank_amount, blank_date, blank_party, blank_quota, blank_signature
from extractors.checks.rule import Rule

RULES: tuple[Rule, ...] = (blank_party.RULE, blank_date.RULE, blank_quota.RULE, blank_amount.RULE, blank_signature.RULE)
