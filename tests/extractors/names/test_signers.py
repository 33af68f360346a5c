"""Which words stand for a party under an agreement, and whose a label is that several share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.names.signers import find_signers, is_person, role_of
from extractors.text.signature_lines import find_signature_marks
from tests.extractors.fields.passages import DeclaredRole, passage_of

HEAD = "协议\n经协商，约定如下。\n一、每月送课1节。\n"
MEMBERS = (
    DeclaredRole("牵头校", "望江中学"),
    DeclaredRole("成员校", "汪洋初级中学", ("汪洋初中",)),
    DeclaredRole("成员校", "峡口初级中学"),
)
OWNERS = [
    ("成员校（盖章）：\n成员校（盖章）：", ["成员校#1", "成员校#2"]),
    ("成员校（盖章）　　成员校（盖章）", ["成员校#1", "成员校#2"]),
    ("成员校（盖章）：峡口初级中学\n成员校（盖章）：汪洋初中", ["成员校#2", "成员校#2", "成员校#1", "成员校#1"]),
    ("成员校（盖章）：\n成员校校长：高远\n成员校（盖章）：\n成员校校长：秦岭", ["成员校#1", "成员校#1", "成员校#2", "成员校#2"]),
    ("牵头校（盖章）：\n成员校（盖章）：\n成员校（盖章）：", ["牵头校", "成员校#1", "成员校#2"]),
    ("峡口初级中学（章）：\n汪洋初级中学（章）：", ["成员校#2", "成员校#1"]),
]
PERSONS = ["庄映雪", "岳川", "欧阳静言", "吾买尔·艾力"]
BODIES = ["汇禾公益", "二小", "王村小学", "高中", "江口二中", "李家镇", "庄", "甲方", ""]


@pytest.mark.parametrize(("tail", "owners"), OWNERS)
def test_owners(tail: str, owners: list[str]) -> None:
    passage = passage_of(HEAD + tail)
    signers = find_signers(passage, MEMBERS)
    assert [mark.role for mark in signers.told_apart(find_signature_marks(passage, signers.words, signers.persons))] == owners


@pytest.mark.parametrize("name", PERSONS)
def test_persons(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize("name", BODIES)
def test_bodies(name: str) -> None:
    assert not is_person(name)


def test_a_role_of_one_party_is_its_own_key() -> None:
    signers = find_signers(passage_of(HEAD), (DeclaredRole("师傅", "庄映雪"), DeclaredRole("徒弟", "韦小满")))
    assert signers.keys == ("师傅", "徒弟")
    assert signers.persons == {"庄映雪", "韦小满"}


def test_masked_names_stand_for_nobody() -> None:
    assert "××小学" not in find_signers(passage_of(HEAD), (DeclaredRole("甲方", "××小学"),)).words


@given(roles=st.lists(st.sampled_from(["甲方", "乙方", "成员校", "成员园"]), max_size=6))
def test_every_party_has_a_key_of_its_own(roles: list[str]) -> None:
    signers = find_signers(passage_of(HEAD), [DeclaredRole(role) for role in roles])
    assert len(set(signers.keys)) == len(roles)
    assert [role_of(key) for key in signers.keys] == roles


def test_a_side_signs_under_another_body() -> None:
    signers = find_signers(passage_of(HEAD), (DeclaredRole("支援学校", "望江中学"), DeclaredRole("受援学校", "峡口中学")))
    assert signers.words["支援校"] == signers.words["支援方"] == "支援学校"
    assert signers.words["受援单位"] == "受援学校"
