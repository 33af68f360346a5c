"""The copies of an agreement."""

from __future__ import annotations

from extractors.checks.copies import copies_mismatch
from extractors.checks.rule import Rule

RULES: tuple[Rule, ...] = (copies_mismatch.RULE,)
