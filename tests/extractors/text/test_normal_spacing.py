"""Which spaces the normal form leaves out, and which stand for a blank or a column."""

from __future__ import annotations

import pytest

from tests.extractors.fields.passages import passage_of

CLOSED_UP = [
    ("2 0 2 3 年 1 2 月 1 5 日", "2023年12月15日"),
    ("自 2023 年 9 月 1 日起", "自2023年9月1日起"),
    ("二、甲 方 每 学 期 送 课 4 节", "二、甲方每学期送课4节"),
    ("甲　方：某校", "甲方：某校"),
    ("**甲方：**某校    **乙方：**某校", "甲方：某校    乙方：某校"),
    ("自 签 字 之 日 起 生 效", "自签字之日起生效"),
]
KEPT = [
    "自    年9月至    年7月",
    "自    年   月   日起",
    "自 年 月 日起",
    "20xx年 月 日",
    "甲方：    乙方：",
    "王**和李**",
    "我们**必须**做到",
]


@pytest.mark.parametrize(("text", "normal"), CLOSED_UP)
def test_closed_up(text: str, normal: str) -> None:
    assert passage_of(text).text == normal


@pytest.mark.parametrize("text", KEPT)
def test_kept(text: str) -> None:
    assert passage_of(text).text.replace("\n", "") in (text, text.removesuffix("**"))
