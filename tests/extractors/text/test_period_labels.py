"""Which words are a period's label, and how surely it is the document's own."""

from __future__ import annotations

import pytest

from extractors.text.period_labels import PACT, PLACE, SERVICE, WORK, find_period_labels
from tests.linear import LIMIT, growth

READS = [
    ("结对帮扶期限为三年", "结对帮扶期限", PACT),
    ("本协议有效期两年", "协议有效期", PACT),
    ("有效期至2026年12月", "有效期", PACT),
    ("合作关系存续期为五年", "合作关系存续期", PACT),
    ("行动为期三年", "行动", PACT),
    ("项目实施周期：两年", "项目实施周期", WORK),
    ("资助期限三年", "资助期限", WORK),
    ("责任期限：2024年", "责任期限", PLACE),
    ("【时间】2024年3月至7月", "时间", PLACE),
    ("5、起止时间。2024年3月", "起止时间", PLACE),
    ("| 活动时间 | 2024年3月至7月 |", "活动时间", PLACE),
    ("三、服务期限\n2024年", "服务期限", PLACE),
    ("选派教师支教时间为一年", "支教时间", SERVICE),
]
LEAVES_ALONE = [
    "报名时间：2024年3月",
    "公示期限：七天",
    "质保期：两年",
    "会议时间：2024年3月",
    "申报期限为2024年3月",
    "作息时间：8时",
    "完成时限：2024年3月",
    "合作期限届满前",
    "有效期内",
    "帮扶时间不少于三天",
    "培训项目周期两周",
    "寒假期间：2024年1月",
    "他们在工作时间：认真负责",
]


@pytest.mark.parametrize(("text", "words", "rank"), READS)
def test_reads(text: str, words: str, rank: int) -> None:
    (label,) = find_period_labels(text.replace("【", "〔").replace("】", "〕"), 0, len(text))
    assert (text[label.start : label.end], label.rank) == (words, rank)


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert [text[label.start : label.end] for label in find_period_labels(text, 0, len(text)) if label.rank > SERVICE] == []


@pytest.mark.parametrize("words", ["期", "帮扶", "| ", "\t", "1.", "时间：\n", "合作活动"])
def test_long_runs_are_quick(words: str) -> None:
    assert growth(lambda text: list(find_period_labels(text, 0, len(text))), lambda length: (words * length)[:length]) <= LIMIT
