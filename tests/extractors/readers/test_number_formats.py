"""Automatic numbers are written as Word writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.number_formats import write_number

READS = [
    (1, "decimal", "1"),
    (7, "decimalZero", "07"),
    (12, "decimalFullWidth", "１２"),
    (3, "decimalEnclosedCircle", "③"),
    (20, "decimalEnclosedCircleChinese", "⑳"),
    (2, "decimalEnclosedParen", "⑵"),
    (2, "decimalEnclosedFullstop", "⒉"),
    (1, "chineseCounting", "一"),
    (10, "chineseCounting", "十"),
    (11, "chineseCounting", "十一"),
    (20, "chineseCounting", "二十"),
    (99, "chineseCounting", "九十九"),
    (101, "chineseCounting", "一〇一"),
    (10, "chineseCountingThousand", "十"),
    (100, "chineseCountingThousand", "一百"),
    (101, "chineseCountingThousand", "一百零一"),
    (110, "chineseCountingThousand", "一百一十"),
    (1001, "chineseCountingThousand", "一千零一"),
    (1010, "chineseCountingThousand", "一千零一十"),
    (111, "japaneseCounting", "百十一"),
    (12, "ideographDigital", "一二"),
    (20, "taiwaneseDigital", "二〇"),
    (13, "taiwaneseCountingThousand", "十三"),
    (12, "chineseLegalSimplified", "壹拾贰"),
    (3, "ideographLegalTraditional", "參"),
    (1, "ideographTraditional", "甲"),
    (10, "ideographTraditional", "癸"),
    (12, "ideographZodiac", "亥"),
    (61, "ideographZodiacTraditional", "甲子"),
    (2, "ideographEnclosedCircle", "㊁"),
    (1, "lowerLetter", "a"),
    (28, "lowerLetter", "bb"),
    (26, "upperLetter", "Z"),
    (4, "upperRoman", "IV"),
    (1999, "lowerRoman", "mcmxcix"),
    (48, "upperRoman", "XLVIII"),
    (3, "numberInDash", "- 3 -"),
]
FALLS_BACK = [
    (11, "ideographTraditional", "11"),
    (21, "decimalEnclosedCircle", "21"),
    (0, "chineseCountingThousand", "0"),
    (10_000, "chineseCountingThousand", "10000"),
    (0, "lowerLetter", "0"),
    (0, "upperRoman", "0"),
    (5000, "upperRoman", "5000"),
    (0, "ideographZodiacTraditional", "0"),
    (5, "hebrew1", "5"),
    (5, "", "5"),
    (-3, "chineseCounting", "-3"),
    (10**8, "lowerLetter", "100000000"),
]


@pytest.mark.parametrize(("count", "number_format", "words"), READS)
def test_formats(count: int, number_format: str, words: str) -> None:
    assert write_number(count, number_format) == words


@pytest.mark.parametrize(("count", "number_format", "words"), FALLS_BACK)
def test_what_a_format_cannot_say_is_in_figures(count: int, number_format: str, words: str) -> None:
    assert write_number(count, number_format) == words


@given(st.integers(1, 9999), st.sampled_from(["chineseCountingThousand", "chineseLegalSimplified", "decimal", "ideographDigital"]))
def test_no_two_counts_look_alike(count: int, number_format: str) -> None:
    assert write_number(count, number_format) != write_number(count + 1, number_format)
