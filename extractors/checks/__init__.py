"""The rules: what is wrong with a paper, or missing from it. One rule per file, in families."""

from __future__ import annotations

from extractors.checks import blank, copies, missing, money, numbering, parties, quotas, scan, term, writing
from extractors.checks.rule import Described, Family, PageRule, Rule

FAMILIES: tuple[Family, ...] = (
    Family("missing", "缺少的条款", missing.RULES),
    Family("blank", "留空的地方", blank.RULES),
    Family("numbering", "条款编号和引用", numbering.RULES),
    Family("term", "期限和日期", term.RULES),
    Family("parties", "各方", parties.RULES),
    Family("copies", "份数", copies.RULES),
    Family("money", "资金", money.RULES),
    Family("quotas", "数量", quotas.RULES),
    Family("writing", "文字和数字", writing.RULES),
    Family("scan", "扫描件的识别", scan.RULES),
)
ALL_RULES: tuple[Described, ...] = tuple(rule for family in FAMILIES for rule in family.rules)
RULES: tuple[Rule, ...] = tuple(rule for rule in ALL_RULES if isinstance(rule, Rule))
"""Those about what a document says."""
PAGE_RULES: tuple[PageRule, ...] = tuple(rule for rule in ALL_RULES if isinstance(rule, PageRule))
"""Those about how surely a file's pages were read."""
