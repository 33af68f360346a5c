"""Words as they may be written: the pattern itself, without a database."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.store.spellings import pattern_of
from tests.linear import LIMIT, growth


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("里", "裏"), ("裡", "里"), ("（试行）", "(試行)"), ("(1)", "（１）"), ("a-B", "Ａ－ｂ"), ("帮 扶", "帮\r\n\u3000扶"), ("帮扶", "帮\u200b扶"),
        ("C:\\x", "c:\\X"), ("a|b", "a|b"), ("^$.*+?{}[]", "^$.*+?{}[]"), ("é", "É"), ("ẞ", "ẞ"), ("İ", "İ"),
    ],
)  # fmt: skip
def test_finds(words: str, text: str) -> None:
    assert re.search(pattern_of(words), text)


@pytest.mark.parametrize(
    ("words", "text"),
    [("里", "理"), ("帮扶", "帮的扶"), ("帮扶", "扶帮"), ("a.b", "aab"), ("a|b", "a"), ("1", "一"), ("[ab]", "a"), ("甲方", "甲")],
)
def test_leaves_alone(words: str, text: str) -> None:
    assert not re.search(pattern_of(words), text)


def test_a_name_does_not_run_over_a_line_end() -> None:
    assert not re.search(pattern_of("小学青松", across_lines=False), "小学\n青松")
    assert re.search(pattern_of("小学青松", across_lines=False), "小学 青松")


@pytest.mark.parametrize("words", ["", " ", "\u3000\n\t", "\x00", "\u200b"])
def test_nothing_is_nothing_to_look_for(words: str) -> None:
    assert pattern_of(words) == ""


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12))
def test_whatever_is_written_finds_itself(words: str) -> None:
    assert re.search(pattern_of(words), "前" + words + "后") is not None


def test_a_text_that_nearly_matches_everywhere_takes_no_longer_than_its_length() -> None:
    pattern = re.compile(pattern_of("帮" * 8 + "扶"))
    assert growth(pattern.search, lambda length: "帮 " * length, 300_000) < LIMIT
