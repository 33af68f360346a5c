"""Places by suffix and by the list of provinces and prefectures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.names.places import find_regions, find_short_regions, short_forms
from extractors.names.words import default_words
from tests.linear import LIMIT, growth

READS = [
    ("坪新区安排资金", ["坪新区"]),
    ("到青石县任教", ["青石县"]),
    ("广州市越秀区先后有22名教师", ["广州市越秀区"]),
    ("广州白云区", ["广州白云区"]),
    ("在鹿港区举行", ["鹿港区"]),
    ("赴乌兰塔旗支教", ["乌兰塔旗"]),
    ("望海市与青石县结对", ["望海市", "青石县"]),
    ("深圳市福田区与河源市紫金县", ["深圳市福田区", "河源市紫金县"]),
    ("自2022年起，平川县启动", ["平川县"]),
    ("向丰和县捐赠", ["丰和县"]),
    ("赴同心县、于都县", ["同心县", "于都县"]),
    ("澄海湾市选派教师", ["澄海湾市"]),
    ("凤栖州", ["凤栖州"]),
    ("广东省、贵州省", ["广东省", "贵州省"]),
    ("走进石佛镇", ["石佛镇"]),
]

LEAVES_ALONE = [
    "高新区的学校",
    "到新区任教",
    "全市教师",
    "我县与本区",
    "县教育局",
    "市财政",
    "城区学校与乡镇学校",
    "受援县和支援县",
    "贫困地区",
    "县级骨干教师",
    "市级示范园",
    "各县区",
    "市场和超市",
    "两市教师",
    "教育强区",
    "申报省级课题",
    "校区与园区",
    "旗帜",
    "示范区",
    "家乡",
]

SHORT_READS = [
    ("到广州跟岗", ["广州"]),
    ("清远和广州", ["清远", "广州"]),
    ("推动玉带教育发展", ["玉带"]),
    ("赴深圳、贵阳学习", ["深圳", "贵阳"]),
]


def _regions(text: str) -> list[str]:
    return [text[start:end] for start, end, firm in find_regions(text, 0, len(text), default_words()) if firm]


def _short(text: str) -> list[str]:
    return [text[start:end] for start, end in find_short_regions(text, 0, len(text), short_forms(("玉带县",)), default_words())]


@pytest.mark.parametrize(("text", "places"), READS)
def test_reads(text: str, places: list[str]) -> None:
    assert _regions(text) == places


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _regions(text) == []


@pytest.mark.parametrize(("text", "places"), SHORT_READS)
def test_reads_short_forms(text: str, places: list[str]) -> None:
    assert _short(text) == places


@pytest.mark.parametrize("text", ["擅长沙水游戏", "广州日报报道", "三明治", "青石", "玉石带来", "中山装"])
def test_leaves_other_words_alone(text: str) -> None:
    assert _short(text) == []


@given(
    st.sampled_from(["", "到", "赴", "，", "与", "来自"]),
    st.sampled_from(["青石县", "澄海湾市", "乌兰塔旗"]),
    st.sampled_from(["", "，", "的教师", "支教"]),
)
def test_a_place_is_found_whatever_stands_around_it(before: str, place: str, after: str) -> None:
    assert _regions(before + place + after) == [place]


@pytest.mark.parametrize("char", ["县", "市区", "州", "乡", "广州", "一"])
def test_time_is_linear(char: str) -> None:
    assert growth(lambda text: (_regions(text), _short(text)), lambda length: (char * length)[:length]) <= LIMIT
