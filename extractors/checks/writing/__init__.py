"""Signs and figures that no honest paper holds."""

from __future__ import annotations

from extractors.checks.rule import Rule
from extractors.checks.writing import absurd_number, hidden_characters

RULES: tuple[Rule, ...] = (
    hidden_characters.RULE,
    absurd_number.RULE,
)
