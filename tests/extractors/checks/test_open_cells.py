"""Sums that a table leaves open among rows that have theirs."""

from __future__ import annotations

import pytest

from tests.extractors.checks.papers import found, further

_ROWS = "甲方提供资金支持，明细如下：\n项目 | 金额 | 出资单位\n充实图书室 | 20000元 | 甲方\n"
OPEN = [
    "维修操场 |     元 | 甲方",
    "维修操场 |    万元 | 甲方",
    "维修操场 | 　　　元 | 甲方",
    "维修操场 |            元",
    "维修操场|      元|甲方",
    "维修操场 ｜ 　　　　元 ｜ 甲方",
    "维修操场 | ____元 | 甲方",
    "维修操场 | （    ）元 | 甲方",
]
FILLED = [
    "维修操场 | 15000元 | 甲方",
    "维修操场 | 15000 元 | 甲方",
    "维修操场 | 1.5万元 | 甲方",
    "维修操场 | 壹万伍仟元 | 甲方",
    "维修操场 | — | 甲方",
    "维修操场 |  | 乙方自筹",
    "单位 | 元 | 甲方",
    "合  计 | 20000元 | 甲方",
    "维修操场 | 另行商定 | 甲方",
]


@pytest.mark.parametrize("row", OPEN)
def test_a_cell_may_wait_for_its_sum(row: str) -> None:
    assert found("blank-amount", further(_ROWS + row))


@pytest.mark.parametrize("row", FILLED)
def test_a_cell_may_hold_it_or_need_none(row: str) -> None:
    assert found("blank-amount", further(_ROWS + row)) == []
