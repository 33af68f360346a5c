"""People's names beside their titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.names.people import find_people
from extractors.names.words import default_words
from tests.linear import LIMIT, growth

READS = [
    ("校长李沐阳带队深入学校", ["李沐阳"]),
    ("副局长倪书航率队前往", ["倪书航"]),
    ("校长伍文对帮扶表示感谢", ["伍文"]),
    ("特级教师葛文澜作了讲座", ["葛文澜"]),
    ("支教教师郑柏舟正带着学生", ["郑柏舟"]),
    ("如林慧心老师指导集体备课，张文远老师对教师开展培训", ["林慧心", "张文远"]),
    ("骨干教师邹海波、简素云、裴勇参加", ["邹海波", "简素云", "裴勇"]),
    ("局长欧阳明远出席", ["欧阳明远"]),
    ("书记、局长于静澜，副局长白秀云", ["于静澜", "白秀云"]),
    ("校长陈立群、王玉梅在协议上签字", ["陈立群", "王玉梅"]),
]

LEAVES_ALONE = [
    "校长表示",
    "教师代表发言",
    "王园长给大家带来",
    "范老师还为孩子们上课",
    "校长办公会",
    "优秀教师、骨干教师和老师们",
    "高中教师到校",
    "江西教师",
    "校长向全体教师",
    "方案由校长组织",
    "解决教师周转房难题",
    "老师荣获一等奖",
    "教师高质量发展",
    "县级名班主任3人",
]

NOT_YET = [
    ("局长达娃介绍", ["达娃"]),
]


def _people(text: str) -> list[str]:
    return [text[start:end] for start, end in find_people(text, 0, len(text), default_words())]


@pytest.mark.parametrize(("text", "people"), READS)
def test_reads(text: str, people: list[str]) -> None:
    assert _people(text) == people


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert _people(text) == []


@pytest.mark.xfail(strict=True, reason="people whom no rule reads yet")
@pytest.mark.parametrize(("text", "people"), NOT_YET)
def test_not_yet(text: str, people: list[str]) -> None:
    assert _people(text) == people


@given(
    st.sampled_from(["校长", "园长", "特级教师", "局长"]),
    st.sampled_from(["李沐阳", "郑柏舟", "欧阳明远"]),
    st.sampled_from(["，", "。", "介绍", "带队", "出席", "在会上"]),
)
def test_a_name_after_its_title_is_found(title: str, name: str, after: str) -> None:
    assert _people(title + name + after) == [name]


@pytest.mark.parametrize("char", ["校长", "王", "老师", "李、", "一"])
def test_time_is_linear(char: str) -> None:
    assert growth(_people, lambda length: (char * length)[:length]) <= LIMIT
