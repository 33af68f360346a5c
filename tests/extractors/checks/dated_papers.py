"""What the rules' tables run on: the short clean agreement with some of its parts changed, and papers of other kinds."""

from __future__ import annotations

from collections.abc import Mapping

from extractors import read_text
from extractors.checks.examples import example
from schemas.finding import Finding

Changes = Mapping[str, str]
"""Parts of the clean agreement that are changed, or left out where empty (see :func:`extractors.checks.examples.example`)."""
ISSUED = "2024年8月20日"


def findings(rule: str, paper: str | Changes) -> list[Finding]:
    """What one rule finds in a whole paper, or in the clean agreement with these changes."""
    text = paper if isinstance(paper, str) else example(also=None, shown=None, **paper).text
    record = read_text(text, names=False)
    assert record.outcome.status == "read", record.outcome.message
    return [finding for document in record.documents for finding in document.findings if finding.rule == rule]


def subjects(rule: str, paper: str | Changes) -> list[str]:
    """The subjects of what one rule finds, in their order."""
    return sorted(finding.subject for finding in findings(rule, paper))


def plan(period: str, foot: str = ISSUED) -> str:
    """A plan with its period and the date at its foot."""
    return (
        f"云溪区城乡学校结对帮扶工作方案\n\n为推进均衡发展，制定本方案。\n\n一、帮扶时间\n{period}\n\n"
        "二、帮扶任务\n1.支援学校每学期选派3名教师送教。\n2.受援学校每学年选派2名教师跟岗。\n\n"
        f"云溪区教育局\n{foot}\n"
    )


def news(sentence: str, line: str = "2023-12-03　来源：云溪教育") -> str:
    """A news item with a sentence in it, under its line of time and outlet."""
    return (
        f"两校签约结对\n\n{line}\n\n　　{sentence}云溪市实验小学与石桥镇中心小学举行结对帮扶签约仪式。"
        "根据协议，实验小学将选派3名教师送教。\n"
    )


def signed(first: str, second: str | None = None) -> str:
    """A signature block of two parties with their dates side by side."""
    return (
        "甲方（盖章）：云溪市实验小学        乙方（盖章）：石桥镇中心小学\n"
        f"代表签字：陆远航                    代表签字：覃秀梅\n{first}                       {second or first}"
    )
