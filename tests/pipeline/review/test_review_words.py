"""The words of the review: both languages say the same things, and nothing is said that nobody asks for."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from pipeline.review.fields import FIELDS
from pipeline.review.out_words import out_words
from pipeline.review.placed import GROUPS, WITHOUT_WORDS
from pipeline.review.words import review_words

ZH, EN = review_words("zh"), review_words("en")


@pytest.mark.parametrize("name", [one.name for one in fields(ZH) if not isinstance(getattr(ZH, one.name), str)])
def test_both_languages_have_the_same_words(name: str) -> None:
    chinese, english = getattr(ZH, name), getattr(EN, name)
    assert chinese.keys() == english.keys()
    assert all(set(re.findall(r"\{\w+\}", chinese[key])) == set(re.findall(r"\{\w+\}", english[key])) for key in chinese)


def test_both_languages_of_what_is_written_out_fill_in_the_same() -> None:
    chinese, english = out_words("zh"), out_words("en")
    for one in fields(chinese):
        named = [set(re.findall(r"\{\w+\}", getattr(said, one.name))) for said in (chinese, english)]
        assert named[0] == named[1], one.name


def test_every_field_part_and_heading_is_named_and_no_other() -> None:
    assert set(ZH.fields) == {*FIELDS, "findings"}
    assert set(ZH.groups) == {*GROUPS, WITHOUT_WORDS}
    assert {name for group in GROUPS.values() for name in group} == set(ZH.fields)
    assert set(ZH.parts) == {part.label for field in FIELDS.values() for part in field.parts}


def test_problems_are_sentences_that_say_what_to_write() -> None:
    assert all(said.endswith("。") for said in ZH.problems.values())
    assert all(said.endswith(".") for said in EN.problems.values())
