"""How the parties are named, and on which side they stand."""

from __future__ import annotations

from extractors.checks.parties import party_name_variant, party_side_conflict
from extractors.checks.rule import Rule

RULES: tuple[Rule, ...] = (party_name_variant.RULE, party_side_conflict.RULE)
