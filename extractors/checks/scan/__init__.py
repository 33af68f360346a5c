"""How surely pages were read from pictures."""

from __future__ import annotations

from extractors.checks.rule import PageRule
from extractors.checks.scan import ocr_lost_line, ocr_low_confidence

RULES: tuple[PageRule, ...] = (ocr_low_confidence.RULE, ocr_lost_line.RULE)
