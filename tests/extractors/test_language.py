"""The language's tools: simplified characters, words, the spaCy pipeline."""

from __future__ import annotations

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language import default_language
from tests.linear import LIMIT, growth

LANGUAGE = default_language()


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in LANGUAGE.words(text)]


def test_traditional_becomes_simplified_one_for_one() -> None:
    assert LANGUAGE.simplify("景陽市豐田鄉中學對口支援") == "景阳市丰田乡中学对口支援"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("选派骨干教师跟岗学习", ["选派", "骨干教师", "跟岗", "学习"]),
        ("开展同课异构 和送教活动", ["开展", "同课异构", "和", "送教", "活动"]),
        ("受援学校结对帮扶", ["受援学校", "结对帮扶"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert _words(text) == words


def test_jieba_s_own_tokenizer_stays_untouched() -> None:
    _words("同课异构")
    assert not jieba.dt.initialized
    assert "同课异构" not in jieba.dt.FREQ


def test_the_pipeline_has_the_same_words_and_marks_the_terms() -> None:
    text = "清远市开展 同课异构 活动，选派名师。"
    doc = LANGUAGE.pipeline(text)
    assert [token.text for token in doc if not token.is_space] == _words(text)
    assert [(span.text, span.label_) for span in doc.spans["lexicon"]] == [("清远市", "PLACE"), ("同课异构", "TERM")]


def test_a_long_text_is_given_to_spacy_in_pieces() -> None:
    text = "甲方选派教师。\n" * 30_000
    pieces = [(at, doc.text) for at, doc in LANGUAGE.documents(text)]
    assert "".join(piece for _, piece in pieces) == text
    assert all(len(piece) <= 100_000 and text[at : at + len(piece)] == piece for at, piece in pieces)


@given(st.text("甲乙方学校a1 ，。\n\t（％é😀", max_size=60))
def test_words_rise_cover_all_but_blanks_and_never_overlap(text: str) -> None:
    reached = 0
    for start, end in LANGUAGE.words(text):
        assert not text[reached:start].strip()
        assert start < end
        reached = end
    assert not text[reached:].strip()


@pytest.mark.parametrize("char", ["甲", "一", "a", "3", " ", "（", "\n"])
def test_time_is_linear(char: str) -> None:
    LANGUAGE.words("预热")
    assert growth(LANGUAGE.words, lambda length: char * length) <= LIMIT
