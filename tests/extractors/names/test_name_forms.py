"""The parts of organisations' names."""

from __future__ import annotations

import pytest

from extractors.names.name_forms import read_name

# the name, its kind, its places and name proper, its numbers
READS = [
    ("云溪市石桥镇中心小学", "primary", ("云溪", "石桥"), ()),
    ("枫林县第三初级中学", "middle", ("枫林",), ("3",)),
    ("河源县育才中学", "middle", ("河源", "育才"), ()),
    ("沱水自治县教育科技局", "education", ("沱水",), ()),
    ("马边彝族自治县民族职业高级中学", "vocational", ("马边",), ()),
    ("三都水族自治县民族小学", "primary", ("三都",), ()),
    ("湖南稻香里食品有限公司", "company", ("稻香里",), ()),
    ("汇禾公益基金会", "foundation", ("汇禾",), ()),
    ("中共栗山县第三中学总支部委员会", "party of middle", ("栗山",), ("3",)),
    ("云溪市实验小学校友会", "part", ("云溪", "实验小学"), ()),
]
LEAVES_ALONE = ["石桥镇", "云溪市", "张三", "送教下乡", "帮扶期限", "学", "小", "甲方", "教师", "一年级二班"]


@pytest.mark.parametrize(("name", "kind", "stems", "numbers"), READS)
def test_reads(name: str, kind: str, stems: tuple[str, ...], numbers: tuple[str, ...]) -> None:
    form = read_name(name)
    assert form is not None
    assert (form.kind, form.stems, form.numbers) == (kind, stems, numbers)


@pytest.mark.parametrize("words", LEAVES_ALONE)
def test_leaves_alone(words: str) -> None:
    assert read_name(words) is None
