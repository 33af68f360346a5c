"""The marks stand exactly under the words, whatever the words are made of."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.excerpt import PRIMARY, SECONDARY, Mark, rows, width_of
from pipeline.printable import escaped
from tests.linear import LIMIT, growth

WIDTH = 60


def marked(line: str, words: str, width: int = WIDTH) -> tuple[str, str]:
    """The words above the marks, and the marks, of a line that fits into one row."""
    start = line.index(words)
    (row,) = rows(line, [Mark(start, start + len(words), PRIMARY)], width)
    return row.words, row.marks


def columns(text: str) -> int:
    """An independent count: wide and full-width characters take two columns, combining marks none."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in text)


@pytest.mark.parametrize(
    ("line", "words", "before", "under"),
    [
        ("二、本协议一式三份。", "一式三份", 10, 8),
        ("Party A: 南浦中学", "南浦", 9, 4),
        ("　　本协议一式三份", "一式", 10, 4),
        ("\t甲方\t乙方", "乙方", 12, 4),
        ("𠮷田小学和𠀀村小学", "𠀀村", 10, 4),
        ("😀甲方", "甲方", 2, 4),
        ("e\u0301cole 甲方", "甲方", 6, 4),
        ("“甲方”：南浦", "南浦", 8, 4),
        ("金额１２万元", "１２", 4, 4),
        ("ﾊﾟ甲方", "甲方", 2, 4),
        ("甲\u200b方：南浦", "南浦", 12, 4),
        ("甲\x1b[31m方：南浦", "南浦", 14, 4),
        ("甲方\u202e：南浦", "南浦", 12, 4),
        ("①甲方", "甲方", 1, 4),
    ],
)
def test_the_marks_stand_under_the_words(line: str, words: str, before: int, under: int) -> None:
    shown, marks = marked(line, words)
    assert marks == " " * before + PRIMARY * under
    assert columns(shown[: shown.rindex(words)]) == before


def test_a_combining_mark_is_marked_with_its_letter() -> None:
    assert marked("cafe\u0301 甲方", "e\u0301") == ("cafe\u0301 甲方", "   ^")


def test_nothing_that_steers_a_terminal_is_left() -> None:
    (row,) = rows("甲\x1b[2J\x9b\u202e方\r", [Mark(0, 1, PRIMARY)], WIDTH)
    assert row.words == "甲\\x1b[2J\\x9b\\u202e方\\x0d"


def test_a_mark_of_no_words_stands_under_one_character() -> None:
    assert rows("甲方", [Mark(1, 1, PRIMARY)], WIDTH)[0].marks == "  ^^"
    assert rows("甲方", [Mark(2, 2, PRIMARY)], WIDTH)[0].marks == "    ^"
    assert rows("", [Mark(0, 0, PRIMARY)], WIDTH)[0].marks == "^"


def test_the_first_mark_wins_where_marks_overlap() -> None:
    (row,) = rows("一二三四五六", [Mark(2, 4, PRIMARY), Mark(0, 5, SECONDARY)], WIDTH)
    assert row.marks == "----^^^^--"


def test_a_long_line_is_cut_around_the_words() -> None:
    line = "前" * 300 + "一式三份" + "后" * 300
    (row,) = rows(line, [Mark(300, 304, PRIMARY)], WIDTH)
    assert row.words.startswith("…前")
    assert row.words.endswith("后…")
    assert columns(row.words) <= WIDTH
    at = row.words.index("一式三份")
    assert row.marks == " " * columns(row.words[:at]) + PRIMARY * 8


@pytest.mark.parametrize(("line", "start"), [("一式三份" + "后" * 300, 0), ("前" * 300 + "一式三份", 300)])
def test_room_that_one_side_does_not_need_is_the_other_s(line: str, start: int) -> None:
    (row,) = rows(line, [Mark(start, start + 4, PRIMARY)], WIDTH)
    assert columns(row.words) > WIDTH - 4


def test_words_that_are_longer_than_the_screen_are_shown_whole() -> None:
    words = "".join(chr(0x4E00 + at) for at in range(50))
    shown = rows("前" * 99 + words + "后" * 99, [Mark(99, 149, PRIMARY)], 40)
    assert words in "".join(row.words for row in shown)
    assert sum(len(row.marks.strip()) for row in shown) == 100
    assert all(columns(row.words) <= 40 for row in shown)


def test_of_very_long_words_both_ends_are_shown() -> None:
    line = "始" + "中" * 5000 + "终"
    shown = rows(line, [Mark(0, len(line), PRIMARY)], WIDTH)
    assert len(shown) <= 6
    assert shown[0].words.startswith("始")
    assert shown[-1].words.endswith("终")
    assert sum(row.words.count("…") for row in shown) == 1


def test_words_far_apart_are_both_shown() -> None:
    line = "甲" * 200 + "一式三份" + "乙" * 200 + "一式两份" + "丙" * 200
    shown = rows(line, [Mark(200, 204, PRIMARY), Mark(404, 408, SECONDARY)], WIDTH)
    text = "".join(row.words for row in shown)
    assert "一式三份" in text
    assert "一式两份" in text
    assert text.count("…") == 3


@given(
    st.text(alphabet=st.sampled_from("甲乙ab，\t\u3000\u0301\u200b\x1b𠀀😀“①"), min_size=1, max_size=120),
    st.integers(0, 119),
    st.integers(0, 40),
    st.integers(20, 90),
)
def test_whatever_the_line_the_marks_are_as_wide_as_the_words(line: str, start: int, length: int, width: int) -> None:
    start = min(start, len(line) - 1)
    end = min(start + length, len(line))
    words = "".join("    " if char == "\t" else escaped(char) for char in line[start:end])
    shown = rows(line, [Mark(start, end, PRIMARY)], width)
    marks = sum(row.marks.count(PRIMARY) for row in shown)
    if end > start:
        assert marks == width_of(words)
        assert all(width_of(row.words) <= max(width, 20) for row in shown)
        assert "".join(words.split()) in "".join("".join(row.words.split()) for row in shown)


@pytest.mark.parametrize("char", "甲\ta\u0301 ")
def test_long_lines_are_quick(char: str) -> None:
    assert growth(lambda line: rows(line, [Mark(len(line) // 2, len(line) // 2 + 5, PRIMARY)], 80), lambda length: char * length) <= LIMIT
