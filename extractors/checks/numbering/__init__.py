"""The numbers of clauses, and what refers to them."""

from __future__ import annotations

from extractors.checks.numbering import clause_duplicate, clause_gap, dangling_reference
from extractors.checks.rule import Rule

RULES: tuple[Rule, ...] = (clause_gap.RULE, clause_duplicate.RULE, dangling_reference.RULE)
