"""Where quotes stand, which part of a text is a document's, and which document is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.places import Place, Region, SearchedText, pair, plain, regions

TEXT = "甲方每学期送课４ 节，\n乙方每学期送课４节。"


@pytest.mark.parametrize(
    ("quote", "region", "place"),
    [
        ("送课4节", Region(), (5, 10)),
        ("送课４\n节", Region(), (5, 10)),
        ("送课4节", Region(6), (17, 21)),
        ("送课4节", Region(5, 6), (5, 10)),
        ("节，乙方", Region(), (9, 14)),
        ("(", Region(), None),
        ("送课5节", Region(), None),
        ("送课4节", Region(18), None),
        ("送课4节", Region(6, 17), None),
        ("甲方", Region(0, 0), None),
        ("", Region(), None),
        (" \n", Region(), None),
    ],
)
def test_a_quote_is_found(quote: str, region: Region, place: tuple[int, int] | None) -> None:
    assert SearchedText(TEXT).find(quote, region) == place


@pytest.mark.parametrize(("words", "same"), [("ａ b\u3000Ｃ\n", "abC"), ("（甲）", "(甲)"), ("㈠", "(一)"), (None, ""), ("", "")])
def test_widths_and_blanks_make_no_difference(words: str | None, same: str) -> None:
    assert plain(words) == same


def test_one_character_may_stand_for_several() -> None:
    assert SearchedText("条款㈠甲方").find("一)甲") == Place(2, 4)


@given(st.text("甲乙方每送课4４ \n（(", min_size=1), st.data())
def test_what_stands_in_a_text_is_found_there_and_reads_the_same(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    place = SearchedText(text).find(quote)
    assert plain(quote) == "" if place is None else plain(text[place.start : place.end]) == plain(quote)


@pytest.mark.parametrize(
    ("openings", "expected"),
    [
        ([None], [(0, None)]),
        (["乙方"], [(12, None)]),
        (["甲方", "乙方"], [(0, 12), (12, None)]),
        (["甲方", "丙方", "乙方"], [(0, 12), (0, 12), (12, None)]),
        (["每学期", "每学期"], [(2, 14), (14, None)]),
        (["乙方", "甲方"], [(12, None), (0, None)]),
        (["甲方", ""], [(0, None), (0, None)]),
        ([], []),
    ],
)
def test_a_document_begins_with_its_first_words(openings: list[str | None], expected: list[tuple[int, int | None]]) -> None:
    assert regions(openings, SearchedText(TEXT)) == expected


@pytest.mark.parametrize(
    ("areas", "extents", "paired", "left"),
    [
        ([(0, 10), (10, None)], [(0, 9), (9, 30)], [(0, 9), (9, 30)], []),
        ([(0, 10), (10, None)], [(12, 30), (0, 9)], [(0, 9), (12, 30)], []),
        ([(0, 10), (10, 20)], [(0, 20)], [(0, 20), None], []),
        ([(0, None)], [(0, 5), (5, 30), (30, 31)], [(5, 30)], [(0, 5), (30, 31)]),
        ([(0, 10)], [(10, 20)], [None], [(10, 20)]),
        ([(0, 10), (0, 10)], [(0, 10), (0, 10)], [(0, 10), (0, 10)], []),
        ([(0, None)], [], [None], []),
        ([], [(0, 3)], [], [(0, 3)]),
    ],
)
def test_a_region_has_the_document_that_shares_most_of_it(
    areas: list[tuple[int, int | None]],
    extents: list[tuple[int, int]],
    paired: list[tuple[int, int] | None],
    left: list[tuple[int, int]],
) -> None:
    assert pair([Region(*area) for area in areas], extents, lambda extent: Place(*extent)) == (paired, left)
