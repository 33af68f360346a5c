"""A list's numbers that are glued to the figures behind them."""

from __future__ import annotations

import pytest

from extractors.text.list_numbers import part_list_numbers

PARTS = (
    ("13.200人及以下\n14.201-300人", "13、200人及以下\n14、201-300人"),
    ("1.20人以下\n2.21-50人\n3.51人以上", "1、20人以下\n2、21-50人\n3、51人以上"),
    ("9.30公里以内\n10.超过30公里", "9、30公里以内\n10.超过30公里"),
    ("1.选派教师\n2.3名骨干教师", "1.选派教师\n2、3名骨干教师"),
    ("  4、宣传\n  5.2次培训", "  4、宣传\n  5、2次培训"),
    ("1.2024年9月1日\n2.2025年9月1日", "1、2024年9月1日\n2、2025年9月1日"),
)
LEAVES_ALONE = (
    "3.5公里以内每月100元",
    "1.5万册\n其他",
    "7.1签约后支付\n7.2次年开学前支付",
    "7.1 总则\n7.2名师工作室",
    "7 经费\n7.1名师津贴\n8 其他",
    "2.1人员安排\n3.1经费安排",
    "距离3.5公里\n距离4.5公里",
)


@pytest.mark.parametrize(("text", "parted"), PARTS)
def test_parts(text: str, parted: str) -> None:
    assert part_list_numbers(text) == parted


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert part_list_numbers(text) == text
