"""Names of output files: safe, different, and the same whatever the order of the inputs."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.output_names import plan_names, safe_name
from pipeline.printable import is_unsafe
from pipeline.sources.inputs import Input

NAMES = [
    ("协议.txt", "协议.json"),
    ("a b.txt", "a b.json"),
    ("con.txt", "_con.json"),
    ("NUL", "_NUL.json"),
    ("com1.docx", "_com1.json"),
    ("-rf.txt", "_rf.json"),
    ("a\nb.txt", "a_b.json"),
    ("a\x1b[31m.txt", "a_[31m.json"),
    ("a\u202egpj.txt", "a_gpj.json"),
    ('a<b>:"|?*.txt', "a_b______.json"),
    ("a\\b.txt", "a_b.json"),
    ("a. .txt", "a.json"),
    ("tar.gz.txt", "tar.gz.json"),
]
LEFT_AS_THEY_ARE = ["concord.txt", "nullarbor.txt", "a-b.txt", "com10.txt", "第1号（新）.txt", "“手拉手”.txt", "e\u0301cole.txt"]


@pytest.mark.parametrize(("given_name", "written"), NAMES)
def test_names_are_made_safe(given_name: str, written: str) -> None:
    assert plan_names([Input(Path(given_name))]) == [PurePosixPath(written)]


@pytest.mark.parametrize("name", LEFT_AS_THEY_ARE)
def test_harmless_names_stay(name: str) -> None:
    (written,) = plan_names([Input(Path(name))])
    assert len(written.stem) <= len(name)
    assert "_" not in written.name


def test_a_long_name_is_cut_and_stays_its_own() -> None:
    first, second = plan_names([Input(Path("协" * 80 + "甲.txt")), Input(Path("协" * 80 + "乙.txt"))])
    assert first != second
    assert max(len(first.name.encode()), len(second.name.encode())) <= 200


def test_a_shared_stem_keeps_the_extension() -> None:
    assert plan_names([Input(Path("x/a.txt")), Input(Path("x/a.docx")), Input(Path("x/b.txt"))]) == [
        PurePosixPath("a.txt.json"),
        PurePosixPath("a.docx.json"),
        PurePosixPath("b.json"),
    ]


def test_upper_and_lower_case_clash() -> None:
    names = plan_names([Input(Path("A.txt")), Input(Path("a.docx"))])
    assert names == [PurePosixPath("A.txt.json"), PurePosixPath("a.docx.json")]


def test_an_extension_that_clashes_again() -> None:
    names = plan_names([Input(Path("a.txt")), Input(Path("a.docx")), Input(Path("x/a.txt.pdf"))])
    assert len(set(names)) == 3


def test_the_order_of_inputs_does_not_matter() -> None:
    inputs = [Input(Path("x/a.txt")), Input(Path("y/a.txt")), Input(Path("y/a.pdf"), PurePosixPath("y")), Input(None)]
    expected = dict(zip(inputs, plan_names(inputs), strict=True))
    for order in permutations(inputs):
        assert dict(zip(order, plan_names(order), strict=True)) == expected


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300), min_size=1, max_size=5, unique=True))
def test_any_names_give_different_safe_files(names: list[str]) -> None:
    paths = dict.fromkeys(Path("in") / name.replace("/", "").replace("\0", "") for name in names)
    written = plan_names([Input(path) for path in paths if path.name not in {"in", ".."}])
    assert len({str(name).casefold() for name in written}) == len(written)
    for name in written:
        assert len(name.parts) == 1
        assert len(name.name.encode()) < 255
        assert name.name[0] not in "-."
        assert not any(is_unsafe(char) for char in name.name)


@given(st.text(max_size=400))
def test_a_safe_name_is_safe_already(name: str) -> None:
    assert safe_name(safe_name(name)) == safe_name(name)
