"""The word lists: each says what it is, holds nothing twice, is in normal form, and every entry can be met."""

from __future__ import annotations

from importlib.resources import files

import opencc
import pytest

from extractors.names.lexicon import read_columns, read_entries, short_regions
from extractors.names.people import titles
from extractors.names.words import default_words
from extractors.text.normal import fold

_FOLDER = files("extractors.names").joinpath("lexicons")
_NAMES = sorted(path.name.removesuffix(".txt") for path in _FOLDER.iterdir() if path.name.endswith(".txt"))
_LISTS = ["descriptive", "domain", "generic", "inside", "outside", "surnames", "titles"]
_SIMPLIFY = opencc.OpenCC("t2s").convert


def _lines(name: str) -> list[str]:
    return _FOLDER.joinpath(f"{name}.txt").read_text(encoding="utf-8").split("\n")


def test_every_list_is_known() -> None:
    assert sorted([*_LISTS, "alike", "regions", "words"]) == _NAMES


@pytest.mark.parametrize("name", _NAMES)
def test_the_header_says_what_it_is(name: str) -> None:
    header = [line for line in _lines(name) if line.startswith("#")]
    assert [line.split(":")[0] for line in header] == ["# What", "# Source", "# Licence"]
    assert header == _lines(name)[: len(header)]


@pytest.mark.parametrize("name", _NAMES)
def test_nothing_stands_twice_and_all_is_in_order(name: str) -> None:
    entries = [line.split(" ")[0] for line in _lines(name) if line and not line.startswith("#")]
    assert len(set(entries)) == len(entries)
    assert entries == sorted(entries)


@pytest.mark.parametrize("name", _NAMES)
def test_entries_are_in_normal_form(name: str) -> None:
    body = "\n".join(line for line in _lines(name) if line and not line.startswith("#"))
    assert fold(body, _SIMPLIFY) == body


@pytest.mark.parametrize("name", ["descriptive", "domain", "generic", "inside", "outside"])
def test_every_word_is_cut_as_one(name: str) -> None:
    assert [word for word in sorted(read_entries(name)) if len(default_words().cut(word)) != 1] == []


def test_every_title_is_met_whole() -> None:
    assert [title for title in read_entries("titles") if (found := titles().match(title)) is None or found.group() != title] == []


def test_alike_characters_stand_in_groups() -> None:
    assert [group for group in read_entries("alike") if len(group) < 2 or len(set(group)) < len(group)] == []


def test_surnames_have_one_character_or_two() -> None:
    assert {len(name) for name in read_entries("surnames")} == {1, 2}


def test_a_word_stands_inside_names_or_outside() -> None:
    assert read_entries("inside") & read_entries("outside") == frozenset()
    assert read_entries("generic") & read_entries("descriptive") == frozenset()


def test_regions_begin_with_their_short_form() -> None:
    short, full = read_columns("regions", 2)
    assert all(whole.startswith(name) for name, whole in zip(short, full, strict=True))
    assert {"广东", "清远", "恩施"} <= short_regions()
