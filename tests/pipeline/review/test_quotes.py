"""Quotes: words that stand only once, however the text repeats itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.places import SearchedText, plain
from pipeline.review.quotes import Quotes

TEXT = "甲方送课4节。乙方送课4节。甲方送课4节，另送教6次。"


@pytest.mark.parametrize(
    ("words", "nth", "quote"),
    [
        ("乙方送课4节", 0, "乙方送课4节"),
        ("送教6次", 0, "送教6次"),
        ("送课4节", 1, "方送课4节。"),
        ("送课4节", 2, "方送课4节，"),
        ("甲方送课4节", 0, "甲方送课4节。"),
    ],
)
def test_a_quote_is_lengthened_until_it_stands_alone(words: str, nth: int, quote: str) -> None:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    found = Quotes(TEXT).quote(start, start + len(words), 0, len(TEXT))
    assert found is not None
    assert TEXT.count(found) == 1
    assert words in found
    assert len(found) <= len(quote) + 2


def test_no_two_items_share_a_quote() -> None:
    quotes = Quotes(TEXT)
    start = TEXT.index("另送教6次")
    first, second = (quotes.quote(start, start + 5, 0, len(TEXT)) for _ in range(2))
    assert first == "另送教6次"
    assert second is not None
    assert second != first
    assert (TEXT.count(second), first in second) == (1, True)


def test_blanks_and_widths_make_no_other_words() -> None:
    text = "送课 4 节。送课４\n节。"
    assert Quotes(text).quote(0, 6, 0, len(text)) is not None
    found = Quotes(text).quote(7, 12, 0, len(text))
    assert found is not None
    assert plain(text).count(plain(found)) == 1


def test_nothing_is_quoted_from_another_document() -> None:
    text = "送课4节。" * 2
    quotes = Quotes(text)
    assert quotes.quote(0, 4, 0, 5) is None
    assert quotes.quote(5, 9, 5, 10) is None
    assert quotes.quote(5, 9, 4, 10) == "。送课4节。"


def test_a_value_without_words_has_no_quote() -> None:
    assert Quotes(TEXT).quote(3, 3, 0, len(TEXT)) is None


def test_a_character_that_unfolds_to_several_is_whole() -> None:
    text = "约…5名…约…6名"
    found = Quotes(text).quote(text.index("5"), text.index("5") + 2, 0, len(text))
    assert found == "5名"
    assert Quotes("㎡㎡5㎡").quote(3, 4, 0, 4) is not None


@pytest.mark.parametrize(
    ("text", "start", "opening"),
    [
        ("南浦中学与北岭中学结对协议书", 0, "南浦中学与北岭中学结对协"),
        ("  \n 南浦中学与北岭中学结对协议书", 0, "南浦中学与北岭中学结对协"),
        ("甲方与乙方结对协议书第一份。甲方与乙方结对协议书第一号。", 14, "甲方与乙方结对协议书第一号"),
        ("短", 0, "短"),
        ("   ", 0, None),
    ],
)
def test_an_opening_is_a_dozen_characters_or_as_many_as_it_takes(text: str, start: int, opening: str | None) -> None:
    assert Quotes(text).opening(start, len(text)) == opening


@given(st.text("甲乙4节 \n，", max_size=40), st.integers(0, 39), st.integers(1, 12))
def test_whatever_is_quoted_stands_once_and_holds_the_words(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    found = Quotes(text).quote(start, end, 0, len(text)) if start < end else None
    if found is None:
        return
    assert plain(text).count(plain(found)) == 1
    place = SearchedText(text).find(found)
    assert place is not None
    words = plain(text[start:end])
    assert words in plain(found)
    assert place.start < end
    assert place.end > start
