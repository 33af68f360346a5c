"""Papers for the tables of the rules' tests, and what one rule finds in them."""

from __future__ import annotations

from extractors import read_text
from extractors.checks.examples import example


def further(words: str) -> str:
    """The clean agreement with one more clause at its end."""
    return example(further=words).text


def duties(words: str) -> str:
    """The clean agreement with these duties of the supporter, line by line."""
    return example(supporter=words).text


def plan(words: str) -> str:
    """A plan with these words as its main part."""
    return f"石桥区城乡学校结对帮扶工作实施方案\n\n一、目标任务\n提升办学水平。\n二、主要任务\n{words}\n\n石桥区教育局\n2024年8月26日\n"


def news(words: str) -> str:
    """A report with these words in its paragraph."""
    return f"石桥区城乡学校结对帮扶见成效\n2024-08-26 来源：石桥日报\n\n本报讯 8月25日，石桥区举行结对帮扶签约仪式。{words}\n"


def found(slug: str, text: str) -> list[str]:
    """What a rule says of a text."""
    record = read_text(text, names=False)
    assert record.outcome.status == "read", record.outcome.message
    findings = [one for document in record.documents for one in document.findings if one.rule == slug]
    assert all(record.text[span.start : span.end] == span.text for one in findings for span in one.spans)
    return [one.message for one in findings]
