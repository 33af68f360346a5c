"""Numbers promised that contradict each other."""

from __future__ import annotations

from extractors.checks.quotas import overlapping_bands, quota_conflict
from extractors.checks.rule import Rule

RULES: tuple[Rule, ...] = (quota_conflict.RULE, overlapping_bands.RULE)
