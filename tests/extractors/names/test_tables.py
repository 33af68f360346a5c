"""Counts in the rows of a table: who gives by the column, what is counted by the heading above."""

from __future__ import annotations

import pytest

from extractors import read_text

_HEAD = "城乡学校送教活动方案\n为推进结对帮扶，制定本方案。\n一、安排\n"


def _quotas(table: str) -> list[tuple[str | None, str | None, str]]:
    (document,) = read_text(f"{_HEAD}{table}\n二、要求\n各校要高度重视。", names=False).documents
    return [(quota.actor, quota.what, quota.span.text) for quota in document.quotas]


@pytest.mark.parametrize("mark", ["\t", " | ", "    "])
def test_a_row_is_read_by_its_columns(mark: str) -> None:
    rows = (("支援单位", "受援学校", "送教教师"), ("平湖市第一小学", "礼山县石堡小学", "4人"), ("平湖市第二小学", "礼山县盐井小学", "3人"))
    assert _quotas("\n".join(mark.join(row) for row in rows)) == [
        ("平湖市第一小学", "送教教师", "4人"),
        ("平湖市第二小学", "送教教师", "3人"),
    ]


def test_a_heading_without_givers_tells_nobody() -> None:
    assert [actor for actor, _, _ in _quotas("学科\t时间\t教师\n语文\t三月\t4人")] == [None]


def test_a_row_with_other_cells_than_the_heading_is_read_as_a_sentence() -> None:
    assert _quotas("支援单位\t受援学校\t送教教师\n平湖市第一小学选派教师4人到礼山县石堡小学。") == [("平湖市第一小学", "教师", "教师4人")]
