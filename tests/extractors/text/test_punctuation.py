"""Classes of characters, and the look-alikes that are folded."""

from __future__ import annotations

import re
import unicodedata

import pytest

from extractors.text.normal import fold
from extractors.text.punctuation import CLAUSE_END, CLOSING, DIGITS, FOLDED, HAN, MASK, NUMERAL, OPENING, SENTENCE_END

READS = [
    ("校", HAN),
    ("㐀", HAN),
    ("〇", HAN),
    ("5", DIGITS),
    ("伍", NUMERAL),
    ("两", NUMERAL),
    ("_", MASK),
    ("□", MASK),
    ("。", SENTENCE_END),
    ("；", CLAUSE_END),
]
LEAVES_ALONE = [
    ("A", HAN),
    ("，", HAN),
    ("ー", HAN),
    ("五", DIGITS),
    ("几", NUMERAL),
    ("半", NUMERAL),
    ("-", MASK),
    ("，", SENTENCE_END),
    ("。", CLAUSE_END),
    ("、", CLAUSE_END),
]


@pytest.mark.parametrize(("char", "group"), READS)
def test_reads(char: str, group: str) -> None:
    assert re.fullmatch(f"[{group}]", char)


@pytest.mark.parametrize(("char", "group"), LEAVES_ALONE)
def test_leaves_alone(char: str, group: str) -> None:
    assert not re.fullmatch(f"[{group}]", char)


@pytest.mark.parametrize(("char", "plain"), FOLDED.items())
def test_every_look_alike_is_folded_to_the_one_that_patterns_know(char: str, plain: str) -> None:
    assert fold(char, str) == plain
    assert plain not in FOLDED
    assert fold(plain, str) == plain


@pytest.mark.parametrize("char", sorted({*SENTENCE_END, *CLAUSE_END, *OPENING, *CLOSING}))
def test_the_marks_of_patterns_are_what_folding_leaves(char: str) -> None:
    assert fold(char, str) == char
    narrow = unicodedata.normalize("NFKC", char)
    assert len(narrow) != 1 or fold(narrow, str) == char


def test_brackets_come_in_pairs() -> None:
    assert len(OPENING) == len(CLOSING)
