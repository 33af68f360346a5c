"""Lines and columns as an editor counts them."""

from __future__ import annotations

import pytest

from pipeline.check.places import Lines, Place
from pipeline.check.reading import MOST_LINES, shown_lines
from schemas.span import Span


def at(text: str, words: str) -> Place:
    start = text.index(words)
    return Lines(text).place(Span(start=start, end=start + len(words), text=words))


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("甲方\n乙方", "甲方", (1, 1, 1, 3)),
        ("甲方\n乙方", "乙方", (2, 1, 2, 3)),
        ("甲方\r\n乙方", "乙方", (2, 1, 2, 3)),
        ("甲方\r乙方", "乙方", (2, 1, 2, 3)),
        ("𠀀𠀀甲方", "甲方", (1, 3, 1, 5)),
        ("甲\n方乙\n方", "方乙\n方", (2, 1, 3, 2)),
        ("甲方\n", "甲方\n", (1, 1, 2, 1)),
        ("甲\u2028方", "方", (1, 3, 1, 4)),
        ("\n\n甲", "甲", (3, 1, 3, 2)),
    ],
)
def test_a_place(text: str, words: str, place: tuple[int, int, int, int]) -> None:
    assert at(text, words) == Place(*place)


def test_a_line_s_content_has_no_line_end() -> None:
    lines = Lines("甲方\r\n乙方\n\n丙方")
    assert [lines.content(number) for number in (1, 2, 3, 4, 5)] == ["甲方", "乙方", "", "丙方", ""]


def test_of_a_long_passage_the_first_lines_and_the_last_are_shown() -> None:
    assert shown_lines([Place(3, 1, 90, 4)]) == [3, 4, 90]
    assert shown_lines([Place(3, 1, 5, 4)]) == [3, 4, 5]


def test_an_end_before_a_line_s_first_column_is_the_line_above() -> None:
    assert shown_lines([Place(3, 1, 4, 1)]) == [3]


def test_the_first_place_is_shown_even_if_it_stands_last() -> None:
    places = [Place(500, 1, 500, 2), *(Place(line, 1, line, 2) for line in range(1, 100))]
    assert 500 in shown_lines(places)
    assert len(shown_lines(places)) == MOST_LINES
