"""An agreement of two named parties with a clause or a signature block of one's own, and the other names found in it."""

from __future__ import annotations

from extractors import read_text
from extractors.checks.examples import example
from schemas.finding import Finding

_SIGNED = "甲方（盖章）：{0}        乙方（盖章）：{1}\n代表签字：陆远航                    代表签字：覃秀梅\n2024年8月26日                       2024年8月26日"


def name_variants(first: str, second: str, clause: str = "", signatures: str | None = None) -> list[Finding]:
    """The findings of party-name-variant."""
    head = f"甲方（帮扶学校）：{first}\n乙方（受援学校）：{second}"
    paper = example(head=head, further="@clause" if "\n" in clause else clause, signatures=signatures or _SIGNED.format(first, second))
    record = read_text(paper.text.replace("@clause", clause), names=False)
    assert record.outcome.status == "read", record.outcome.message
    return [one for document in record.documents for one in document.findings if one.rule == "party-name-variant"]
