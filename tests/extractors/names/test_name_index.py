"""The index of names offers every name that may be the same organisation's, in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.names.aliases import ordinals
from extractors.names.name_index import NameIndex

_NAMES = st.lists(st.text(alphabet="甲乙丙丁县镇村屯第一二小中学部", min_size=2, max_size=7), min_size=1, max_size=20)


def _may_be_one(name: str, other: str) -> bool:
    contained = (set(name) <= set(other) or set(other) <= set(name)) and ordinals(name) == ordinals(other)
    slip = len(name) == len(other) and all(a == b or {a, b} <= set("村屯庄寨") for a, b in zip(name, other, strict=True))
    return contained or slip or (name[-1] == other[-1] == "部")


@given(_NAMES, st.text(alphabet="甲乙丙丁县镇村屯第一二小中学部", min_size=2, max_size=7))
def test_offers_every_name_that_may_be_the_same(names: list[str], asked: str) -> None:
    index = NameIndex()
    for number, name in enumerate(names):
        index.add(number, name)
    offered = list(index.candidates(asked))
    assert offered == sorted(offered)
    assert {number for number, name in enumerate(names) if _may_be_one(name, asked)} <= set(offered)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("云溪三中", "云溪县第三初级中学"),
        ("云溪集团", "云溪集团有限公司"),
        ("云溪三", "云溪三有限责任公司"),
        ("云溪集团三", "云溪集团三公司"),
    ],
)
def test_offers_a_name_in_its_other_forms(name: str, other: str) -> None:
    for one, asked in ((name, other), (other, name)):
        index = NameIndex()
        index.add(0, one)
        assert list(index.candidates(asked)) == [0]


def test_names_of_other_ordinals_are_not_compared() -> None:
    index = NameIndex()
    for number in range(1, 300):
        index.add(number, f"东山第{number}小学")
    assert list(index.candidates("东山第7小学")) == [7]
