"""The place at the front of a name."""

from __future__ import annotations

import pytest

from extractors.names.place_fronts import place_in_front

READS = {
    "荔波县民族中学": "荔波县",
    "广州市白云区教育局": "广州市白云区",
    "平川县石佛镇中心学校": "平川县石佛镇",
    "云麓县龙背乡中心小学": "云麓县龙背乡",
    "贵州省荔波县教育局": "贵州省荔波县",
    "凉山彝族自治州教育局": "凉山彝族自治州",
    "乌兰塔旗第一小学": "乌兰塔旗",
    "康朗县": "康朗县",
    "云岭县优秀乡村教师": "云岭县",
    "东湾市安远同乡会": "东湾市",
    "云岭县乡村振兴局": "云岭县",
}
LEAVES_ALONE = [
    "",
    "青松小学",
    "城区第一小学",
    "开发区实验学校",
    "第一小学",
    "爱心企业",
    "荔波高级中学",
    "社会各界",
    "城市小学",
    "山区孩子",
    "县",
]


@pytest.mark.parametrize(("name", "place"), READS.items())
def test_reads(name: str, place: str) -> None:
    assert place_in_front(name) == place


@pytest.mark.parametrize("name", LEAVES_ALONE)
def test_leaves_alone(name: str) -> None:
    assert place_in_front(name) == ""
