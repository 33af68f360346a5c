"""Declared short names, and whether two names are one organisation's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.names.aliases import find_aliases, place_of, same_organisation
from tests.extractors.fields.passages import passage_of
from tests.linear import LIMIT, growth

READS = [
    (
        "青石县第三初级中学（以下简称“青石三中”）与石门小学（下称石门校）结对。",
        [("青石县第三初级中学", "青石三中"), ("石门小学", "石门校")],
    ),
    ("甲方：望海市实验小学（以下简称甲方）", [("望海市实验小学", "甲方")]),
    ("乙方：xx初级中学支部委员会（简称乙方）", [("xx初级中学支部委员会", "乙方")]),
    ("由望海市第一幼儿园（以下称为“支援方”）承担。", [("望海市第一幼儿园", "支援方")]),
    ("捐赠方：王氏家族（下称捐赠人）", [("王氏家族", "捐赠人")]),
]

LEAVES_ALONE = [
    "双方签订结对帮扶协议（以下简称“本协议”）。",
    "根据《中小学管理办法》（以下简称《办法》）。",
    "开展城乡共建活动（以下简称“共建活动”）。",
    "简称的使用应当规范。",
    "简称为便于阅读而设。",
    "（以下简称为准）",
]

SAME = [
    ("青石县第三初级中学", "青石三中"),
    ("平川县城关第一小学", "城关第一小学"),
    ("岚山市第十七中学", "十七中"),
    ("禾川市第八中学", "禾川八中"),
    ("云岭县第二幼儿园", "云岭二幼"),
    ("望海市石桥镇中心小学", "石桥小学"),
    ("望海市石桥镇中心小学", "石桥镇小学"),
    ("潼台县第二实验小学", "第二实验小学"),
    ("玉带县中等职业学校", "玉带职校"),
    ("玉带县中等职业学校", "玉带县职校"),
    ("云台市中等职业技术学校", "云台职业技术学校"),
    ("平川县教育局", "县教育局"),
    ("平川县教育局", "教育局"),
    ("望海市机电工程学校", "机电学校"),
    ("江陵北区育才中学", "育才中学"),
]

OTHER = [
    ("青石县第三中学", "青石县第二中学"),
    ("青石县第三初级中学", "青石中学"),
    ("岚山市第十七中学", "七中"),
    ("望海市实验小学", "望海市小学"),
    ("望海市实验小学", "望海小学"),
    ("望海市实验小学", "望海市实验中学"),
    ("望海市石桥镇中心小学", "望海市中心小学"),
    ("云岭县第二幼儿园", "云岭县幼儿园"),
    ("东湾市第三中学", "云岭县第三中学"),
    ("云岭县民族中学", "云岭县中学"),
    ("玉带县中等职业学校", "玉带学校"),
    ("平川县教育局", "市教育局"),
    ("平川县教育局", "平川县财政局"),
    ("丰和县老街小学", "丰和县小学"),
    ("望海市实验小学", ""),
    ("望海市实验小学", "学"),
]


@pytest.mark.parametrize(("text", "pairs"), READS)
def test_reads(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(alias.full, alias.short) for alias in find_aliases(passage_of(text))] == pairs


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert find_aliases(passage_of(text)) == []


@pytest.mark.parametrize(("first", "second"), SAME)
def test_same(first: str, second: str) -> None:
    assert same_organisation(first, second)
    assert same_organisation(second, first)


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_other(first: str, second: str) -> None:
    assert not same_organisation(first, second)
    assert not same_organisation(second, first)


@given(st.text("云岭县市第一二三中小学校实验镇", max_size=12), st.text("云岭县市第一二三中小学校实验镇", max_size=12))
def test_the_order_does_not_matter(first: str, second: str) -> None:
    assert same_organisation(first, second) == same_organisation(second, first)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("广州市越秀区河边小学", "广州市越秀区"),
        ("云岭县第一小学", "云岭县"),
        ("育才中学", ""),
        ("县教育局", ""),
        ("石佛镇中心学校", "石佛镇"),
    ],
)
def test_place_of(name: str, place: str) -> None:
    assert place_of(name) == place


@pytest.mark.parametrize("char", ["（以下简称", "简称", "校", "，"])
def test_time_is_linear(char: str) -> None:
    assert growth(find_aliases, lambda length: passage_of((char * length)[:length])) <= LIMIT
