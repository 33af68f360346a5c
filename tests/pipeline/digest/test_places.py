"""Regions by whatever spelling."""

from __future__ import annotations

import pytest

from pipeline.digest.places import Gazetteer, chain_of, is_within


@pytest.mark.parametrize(
    ("spelling", "chain"),
    [
        ("荔波县", [("荔波", "县")]),
        ("荔波", [("荔波", "")]),
        ("贵州省荔波县", [("贵州", "省"), ("荔波", "县")]),
        ("贵州荔波", [("贵州", "省"), ("荔波", "")]),
        ("贵州省黔南州荔波县", [("贵州", "省"), ("黔南", "州"), ("荔波", "县")]),
        ("黔南布依族苗族自治州荔波县", [("黔南", "州"), ("荔波", "县")]),
        ("广州市白云区", [("广州", "市"), ("白云", "区")]),
        ("广州白云区", [("广州", "市"), ("白云", "区")]),
        ("广东省广州市白云区", [("广东", "省"), ("广州", "市"), ("白云", "区")]),
        ("广州", [("广州", "市")]),
        ("凉山州", [("凉山", "州")]),
        ("凉山彝族自治州", [("凉山", "州")]),
        ("内蒙古自治区", [("内蒙古", "省")]),
        ("三江侗族自治县", [("三江", "县")]),
        ("平川县石佛镇", [("平川", "县"), ("石佛", "乡")]),
        ("鹿港新区", [("鹿港", "区")]),
        # names that hold the word for another level
        ("朝阳区", [("朝阳", "区")]),
        ("沙市区", [("沙市", "区")]),
        ("通州区", [("通州", "区")]),
        ("镇远县", [("镇远", "县")]),
        ("景德镇市", [("景德镇", "市")]),
        ("乡宁县", [("乡宁", "县")]),
        ("礼县", [("礼", "县")]),
        ("东湾市", [("东湾", "市")]),
        # no place by name
        ("山区里", [("山区里", "")]),
        ("甲" * 50, [("甲" * 50, "")]),
        ("", [("", "")]),
    ],
)
def test_chains(spelling: str, chain: list[tuple[str, str]]) -> None:
    assert list(chain_of(spelling)) == chain


ONE = [
    ["荔波", "荔波县", "贵州省荔波县"],
    ["荔波县", "黔南州荔波县", "贵州省荔波县", "贵州荔波"],
    ["鹿港区", "琼西市鹿港区"],
    ["白云区", "广州市白云区", "广州白云区", "广东省广州市白云区"],
    ["凉山", "凉山州", "凉山彝族自治州"],
    ["三江县", "三江侗族自治县"],
    ["广州", "广州市"],
    ["广东", "广东省"],
]
SEVERAL = [
    ["广州市白云区", "贵阳市白云区"],
    ["荔波县", "荔波市"],
    ["荔波县", "荔湾区"],
    ["平川县石佛镇", "云岭县石佛镇"],
    ["平川县", "平川县石佛镇"],
    ["广州市", "广州市白云区"],
    ["广东省白云区", "广州市白云区"],
    ["吉林省", "吉林市"],
]


@pytest.mark.parametrize("spellings", ONE, ids=lambda one: one[-1])
def test_one_place(spellings: list[str]) -> None:
    for order in (spellings, spellings[::-1]):
        gazetteer = Gazetteer(dict.fromkeys(order, 1))
        assert len({gazetteer.place(one) for one in spellings}) == 1


@pytest.mark.parametrize("spellings", SEVERAL, ids=lambda one: one[0])
def test_several_places(spellings: list[str]) -> None:
    for order in (spellings, spellings[::-1]):
        gazetteer = Gazetteer(dict.fromkeys(order, 1))
        assert len({gazetteer.place(one) for one in spellings}) == len(spellings)


def test_what_could_be_either_is_left_open() -> None:
    gazetteer = Gazetteer({"广州市白云区": 5, "贵阳市白云区": 1, "白云区": 3})
    assert len({gazetteer.place(one) for one in ("广州市白云区", "贵阳市白云区", "白云区")}) == 3


@pytest.mark.parametrize(
    ("spellings", "name"),
    [
        ({"荔波": 9, "荔波县": 5, "贵州省荔波县": 1}, "贵州省荔波县"),
        ({"荔波": 9, "荔波县": 1}, "荔波县"),
        ({"贵州省荔波县": 1, "黔南州荔波县": 2}, "黔南州荔波县"),
        ({"广州": 3}, "广州市"),
        ({"凉山": 1}, "凉山彝族自治州"),
    ],
)
def test_a_place_is_called_by_its_fullest_name(spellings: dict[str, int], name: str) -> None:
    gazetteer = Gazetteer(spellings)
    assert {place.name for place in map(gazetteer.place, (*spellings, name)) if place} == {name}


@pytest.mark.parametrize(
    ("inner", "outer", "lies"),
    [
        ("广东省广州市白云区", "广州市", True),
        ("广东省广州市白云区", "广东省", True),
        ("广州市", "广东省广州市白云区", False),
        ("广州市", "广州市", False),
        ("荔波县", "广州市", False),
        ("广东省广州市白云区", "贵阳市", False),
    ],
)
def test_what_lies_in_what(inner: str, outer: str, lies: bool) -> None:  # noqa: FBT001 - a column of the table
    gazetteer = Gazetteer(dict.fromkeys([inner, outer], 1))
    place, wider = gazetteer.place(inner), gazetteer.place(outer)
    assert place is not None
    assert wider is not None
    assert is_within(place, wider) == lies


def test_an_unknown_spelling_is_no_place() -> None:
    gazetteer = Gazetteer({"荔波县": 1})
    assert gazetteer.place("平川县") is None
    assert gazetteer.of("平川县第一小学") is None
    assert gazetteer.of("青松小学") is None
    assert gazetteer.of("荔波县第一小学") is gazetteer.place("荔波县")


@pytest.mark.parametrize("name", ["县" * 1000, "甲县" * 500, "市区" * 500, "自治" * 500, "广州" * 500, "甲乙丙丁戊己庚辛" * 200])
def test_any_name_is_read_quickly(name: str) -> None:
    chain_of(name[:40])
    Gazetteer({name: 1, name[:40]: 1, name[:39]: 1})
