"""Names of organisations by whatever spelling."""

from __future__ import annotations

import pytest

from extractors.names.place_fronts import place_in_front
from pipeline.digest.names import Likeness, Register
from pipeline.digest.places import Gazetteer


def register(*names: str, places: tuple[str, ...] = ()) -> Register:
    spellings = {*places, *filter(None, map(place_in_front, names))}
    return Register(dict.fromkeys((*names, *places), 1), Gazetteer(dict.fromkeys(spellings, 1)))


SAME = [
    ("广州市白云区教育局", "白云区教育局"),
    ("云岭县中等职业学校", "云岭职校"),
    ("荔波县第二中学", "荔波二中"),
    ("贵州省荔波县教育局", "荔波县教育局"),
    ("琼西海拓科技有限公司", "琼西海拓科技"),
    ("荔波县", "贵州省荔波县"),
]
OTHERS = [
    ("荔波县第一小学", "荔波县第二小学"),
    ("荔波县民族中学", "平川县民族中学"),
    ("广州市白云区教育局", "贵阳市白云区教育局"),
    ("荔波县实验小学", "荔波县实验中学"),
    ("琼西慈善总会", "东湾慈善总会"),
    ("荔波县", "平川县"),
    ("荔波县", "平川县民族中学"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_by_another_spelling(one: str, other: str) -> None:
    found = register(one, other)
    assert found[one] is found[other]
    assert found.likeness(found[one], found[other]) is Likeness.SAME


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_others(one: str, other: str) -> None:
    found = register(one, other)
    assert found.likeness(found[one], found[other]) is Likeness.OTHER


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("白云区", "广州市白云区教育局", Likeness.AKIN),
        ("荔波县人民政府", "荔波县教育局", Likeness.AKIN),
        ("荔波县", "荔波县民族中学", Likeness.INSIDE),
        ("广州市", "广州市白云区教育局", Likeness.INSIDE),
        ("荔波县", "荔波高级中学", Likeness.INSIDE),
        ("荔波县教育局", "荔波县民族中学", Likeness.NEAR),
        ("第一小学", "荔波县第一小学", Likeness.ALIKE),
        ("平川县城关第一小学", "城关第一小学", Likeness.ALIKE),
        ("第一小学", "第一小学", Likeness.ALIKE),
        ("爱心企业", "爱心企业", Likeness.ALIKE),
        ("教育局", "教育局", Likeness.ALIKE),
        ("荔波县第一小学和第二小学", "荔波县第一小学", Likeness.INSIDE),
        ("困难学生", "荔波县第一小学", Likeness.INSIDE),
        ("困难学生", "贫困学生", Likeness.INSIDE),
        ("荔波县困难学生", "荔波县第一小学", Likeness.INSIDE),
        ("荔波县困难学生", "平川县第一小学", Likeness.OTHER),
    ],
)
def test_how_names_are_alike(one: str, other: str, likeness: Likeness) -> None:
    found = register(one, other)
    assert found.likeness(found[one], found[other]) is likeness
    assert found.likeness(found[other], found[one]) is likeness


def test_a_short_form_of_two_stays_by_itself() -> None:
    found = register("广州市白云区教育局", "贵阳市白云区教育局", "白云区教育局")
    assert len({found[name] for name in ("广州市白云区教育局", "贵阳市白云区教育局", "白云区教育局")}) == 3


def test_the_fullest_name_is_shown() -> None:
    assert register("白云区教育局", "广州市白云区教育局")["白云区教育局"].own == "广州市白云区教育局"


@pytest.mark.parametrize("name", ["校", "县", "公司", "第", "一" * 500, "（", "a", "教育局" * 100, "甲" * 80 + "小学"])
def test_any_name_can_be_registered(name: str) -> None:
    found = register(name, "荔波县第一小学")
    assert found.likeness(found[name], found["荔波县第一小学"]) is not Likeness.SAME
