"""Whether a period is the document's own."""

from __future__ import annotations

import pytest

from extractors.text.period_scope import only_plain, own_rank
from extractors.text.periods import find_statements
from schemas.agreement import Kind
from tests.extractors.fields.passages import passage_of

OWN: list[tuple[Kind, str, int]] = [
    ("agreement", "合作期限为三年。", 3),
    ("agreement", "项目周期：2024年3月至2025年2月。", 2),
    ("agreement", "责任期限：2024年3月至2025年2月。", 1),
    ("plan", "【时间】2025年2月17日至7月4日", 1),
    ("agreement", "项目自2024年9月启动，至2026年7月结束。", 0),
    ("agreement", "双方建立为期三年的结对关系。", 0),
    ("plan", "用三年时间建成共同体。", 0),
    ("news", "双方签署三年帮扶协议。", 0),
    ("plan", "一、目标\n2024年2月至2026年12月，在全市实施“双百提升”行动。", 0),
    ("notice", "2024年3月至2025年2月，我区继续开展城乡学校结对帮扶。", 0),
    ("plan", "学校决定自2024年4月起开展结对共建，为期两年。", 0),
]
NOT_OWN: list[tuple[Kind, str]] = [
    ("plan", "1.启动阶段（2024年9月-10月）。"),
    ("agreement", "甲方自2024年9月1日起至2025年7月31日止选派教师3名。"),
    ("agreement", "捐赠款自2024年3月1日起至2026年12月31日止分期支付。"),
    ("plan", "时间：2024年5月8日至10日"),
    ("plan", "时间安排：\n2024年3月至4月：宣传。"),
    ("summary", "活动时间：2023年9月至2024年7月"),
    ("news", "活动时间：2024年3月至6月"),
    ("agreement", "教师跟岗为期三个月。"),
    ("plan", "一、实施步骤\n2024年2月至2026年12月，在全市实施提升行动。"),
    ("plan", "一、目标\n2024年2月至3月，在全市实施提升行动。"),
    ("plan", "一、目标\n2024年2月至2025年3月，组织教师听课40节。"),
    ("summary", "2023年9月至2024年7月，我区开展结对帮扶。"),
]


@pytest.mark.parametrize(("kind", "text", "rank"), OWN)
def test_own(kind: Kind, text: str, rank: int) -> None:
    passage = passage_of(text, kind)
    assert rank in [own_rank(passage, statement) for statement in find_statements(passage.text, passage.start, passage.end)]


@pytest.mark.parametrize(("kind", "text"), NOT_OWN)
def test_not_own(kind: Kind, text: str) -> None:
    passage = passage_of(text, kind)
    ranks = [own_rank(passage, statement) for statement in find_statements(passage.text, passage.start, passage.end)]
    assert set(ranks) <= {None}


def test_of_several_plain_labels_the_highest_is_the_papers_own() -> None:
    passage = passage_of("一、时间：2024年3月至6月。\n二、活动\n1.时间：2024年4月1日至5月10日。", "plan")
    statements = list(find_statements(passage.text, passage.start, passage.end))
    assert only_plain(passage, statements) is statements[0]


def test_plain_labels_side_by_side_are_nobodys() -> None:
    passage = passage_of("活动一\n时间：2024年3月至4月\n活动二\n时间：2024年5月至6月", "plan")
    assert only_plain(passage, list(find_statements(passage.text, passage.start, passage.end))) is None
