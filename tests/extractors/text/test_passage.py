"""A document's lines, sentences and places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.source_text import SourceText
from extractors.text.normal import normalise
from extractors.text.passage import Passage, Stretch, make_passage


def _passage(text: str, start: int = 0, end: int | None = None) -> Passage:
    normal = normalise(SourceText(text, "text/plain", wraps=()), str)
    return make_passage(normal, start, len(normal.text) if end is None else end, "agreement", None)


# a text and its sentences
READS = [
    ("派人。送课。", ["派人。", "送课。"]),
    ("派人！送课？会商", ["派人！", "送课？", "会商"]),
    ("派人\n送课。\n\n会商", ["派人", "送课。", "会商"]),
    ("他说：“派人。”送课。", ["他说：“派人。”", "送课。"]),
    ("（派人。）送课。", ["（派人。）", "送课。"]),
    ("派人！！送课", ["派人！！", "送课"]),
    ("  派人。  送课。  ", ["派人。", "  送课。"]),
    ("派人；送课", ["派人；送课"]),
    ("1.5万元。", ["1.5万元。"]),
]
LEAVES_ALONE = ["", " ", "\n\n", " \t\n ", "\u3000"]


@pytest.mark.parametrize(("text", "sentences"), READS)
def test_reads(text: str, sentences: list[str]) -> None:
    passage = _passage(text)
    assert [passage.words(piece) for piece in passage.sentences] == sentences


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    passage = _passage(text)
    assert (passage.lines, passage.sentences) == ((), ())


def test_lines_are_without_their_blanks() -> None:
    passage = _passage("  派人  \n\n\t送课")
    assert [passage.words(line) for line in passage.lines] == ["派人", "送课"]


def test_places() -> None:
    passage = _passage("派人。送课。\n会商")
    assert passage.words(passage.line_at(8)) == "会商"
    assert passage.words(passage.sentence_at(4)) == "送课。"
    assert passage.line_before(3) is None
    before = passage.line_before(8)
    assert before is not None
    assert passage.words(before) == "派人。送课。"


def test_a_search_stays_inside_the_document() -> None:
    passage = _passage("送课。\n送课。\n送课。", 4, 7)
    assert [match.start() for match in passage.search(re.compile("送课"))] == [4]
    assert passage.lines == (Stretch(4, 7),)


@given(st.text(alphabet="派人送课。！？；，”）\n\t 1.一、", max_size=60))
def test_sentences_cover_the_lines(text: str) -> None:
    passage = _passage(text)
    for line in passage.lines:
        inside = [piece for piece in passage.sentences if line.start <= piece.start and piece.end <= line.end]
        assert "".join(passage.words(piece) for piece in inside) == passage.words(line)
    at = 0
    for piece in passage.sentences:
        assert at <= piece.start < piece.end
        at = piece.end
        assert passage.sentence_at(piece.start) == piece
        assert passage.span(piece.start, piece.end).text == passage.normal.source.text[slice(*passage.normal.place(piece.start, piece.end))]
