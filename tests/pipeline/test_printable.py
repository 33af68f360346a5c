"""Nothing from a document can steer a terminal."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.printable import escaped, escaped_json, is_unsafe, one_line


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("甲方\n乙方", "甲方 乙方"),
        ("  甲方\u3000\u3000乙方\t", "甲方 乙方"),
        ("\u202e甲", "\\u202e甲"),
        ("\ud800", "\\ud800"),
        ("a\x07b", "a\\x07b"),
    ],
)
def test_controls_are_spelt_out(text: str, printed: str) -> None:
    assert one_line(text) == printed


@pytest.mark.parametrize("text", ["“一对一”帮扶", "3—5名（含）", "［示范课］", "[red]甲方[/red]", "𠮷田中学", "é", "¥150000"])
def test_ordinary_words_stay(text: str) -> None:
    assert one_line(text) == text


@given(st.text())
def test_no_line_has_a_control(text: str) -> None:
    assert not any(is_unsafe(char) and char not in "\u2061\u2062" for char in one_line(text) if char in escaped(char))


@given(st.text(st.characters(codec="utf-8")), st.sampled_from([None, 1]))
def test_escaping_keeps_the_value_of_json(text: str, indent: int | None) -> None:
    document = json.dumps({"text": text, "list": [text]}, ensure_ascii=False, indent=indent)
    assert json.loads(escaped_json(document)) == {"text": text, "list": [text]}
