"""The text in pieces: put together it is the text again, and each character knows which entries it belongs to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.review.pieces import WINDOW, cut_pieces, window_around

PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 6)), max_size=12)


@pytest.mark.parametrize(
    ("text", "places", "pieces"),
    [
        ("甲方送课", [(0, 2, 0), (1, 4, 1)], [("甲", [0]), ("方", [0, 1]), ("送课", [1])]),
        ("甲方送课", [(0, 4, 0), (2, 4, 1), (2, 4, 2)], [("甲方", [0]), ("送课", [0, 1, 2])]),
        ("𠮷校\r\n𠮷园", [(0, 1, 0), (4, 5, 1)], [("𠮷", [0]), ("校\r\n", []), ("𠮷", [1]), ("园", [])]),
        ("甲方", [(1, 1, 0), (2, 9, 1), (5, 7, 2)], [("甲方", [])]),
        ("甲方送课", [(0, 3, 0), (1, 2, 0)], [("甲", [0]), ("方", [0]), ("送", [0]), ("课", [])]),
        ("", [(0, 1, 0)], []),
    ],
)
def test_text_is_cut_where_words_begin_and_end(text: str, places: list[tuple[int, int, int]], pieces: list[tuple[str, list[int]]]) -> None:
    assert cut_pieces(text, places) == pieces


@given(st.text(max_size=30), PLACES)
def test_pieces_are_the_text_and_know_their_entries(text: str, places: list[tuple[int, int, int]]) -> None:
    pieces = cut_pieces(text, places)
    assert "".join(words for words, _ in pieces) == text
    at = 0
    for words, entries in pieces:
        for offset in range(at, at + len(words)):
            assert entries == sorted({entry for start, end, entry in places if start <= offset < end})
        at += len(words)


@given(st.text(min_size=6, max_size=30), PLACES, st.integers(0, 5), st.integers(0, 30))
def test_a_window_is_cut_from_the_whole(text: str, places: list[tuple[int, int, int]], start: int, length: int) -> None:
    pieces = cut_pieces(text, places, start, start + length)
    assert "".join(words for words, _ in pieces) == text[start : start + length]
    of_each = [entries for words, entries in cut_pieces(text, places) for _ in words]
    assert [entries for words, entries in pieces for _ in words] == of_each[start : start + length]


def test_a_long_text_comes_in_windows_that_end_behind_a_line() -> None:
    text = ("字" * 99 + "\n") * 5000
    windows = [window_around(text, 0)]
    while windows[-1][1] < len(text):
        windows.append(window_around(text, windows[-1][1]))
    assert "".join(text[start:end] for start, end in windows) == text
    assert len(windows) == 3
    assert all(end - start <= WINDOW and text[end - 1] == "\n" for start, end in windows)


@pytest.mark.parametrize(
    ("start", "end", "window"), [(-5, None, (0, 4)), (9, None, (4, 4)), (2, 3, (2, 3)), (3, 1, (3, 3)), (0, 99, (0, 4))]
)
def test_a_window_stays_inside_the_text(start: int, end: int | None, window: tuple[int, int]) -> None:
    assert window_around("一二三四", start, end) == window
