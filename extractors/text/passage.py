"""One document's part of the normal text, cut into lines, sentences and clauses: what every field reads.

All offsets are those of the normal text of the whole file, so a match's own offsets can be used as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.clauses import ClauseNode, ClauseTree, read_clauses
from extractors.text.normal import NormalText
from extractors.text.table_heads import HeadedTable, find_headed
from extractors.text.tables import find_grids
from schemas.agreement import Kind
from schemas.span import Span

_LONGEST_SENTENCE = 1_000
_SHOWN = 24
_MARK = re.compile("[，。；：、]")
_SENTENCE_END = re.compile(r"[。！？!?]+[”’）〕》]*|\n")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the normal text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One document. ``lines`` are without their line ends and blank ones left out; ``sentences`` end at 。！？ or the line's end."""

    normal: NormalText
    start: int
    end: int
    kind: Kind
    title: Stretch | None
    lines: tuple[Stretch, ...]
    sentences: tuple[Stretch, ...]
    clauses: ClauseTree
    tables: tuple[HeadedTable, ...] = ()

    @property
    def text(self) -> str:
        """The normal text of the whole file; the document is ``text[start:end]``."""
        return self.normal.text

    def search(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The pattern's matches inside the document, with offsets of the whole."""
        return pattern.finditer(self.normal.text, self.start, self.end)

    def words(self, stretch: Stretch) -> str:
        """The normal text of a stretch."""
        return self.normal.text[stretch.start : stretch.end]

    def written(self, start: int, end: int) -> str:
        """A value as the source writes it: its own characters (traditional, full width), broken lines closed up."""
        return self.normal.written(start, end)

    def span(self, start: int, end: int) -> Span:
        """The words at an offset pair, as a span of the source."""
        return self.normal.span(start, end)

    def opening(self, node: ClauseNode) -> Stretch:
        """A clause's number and its first words: its heading, or what stands before the first mark."""
        stop = min(self.line_at(node.start).end, node.text_start + _SHOWN)
        mark = _MARK.search(self.normal.text, node.text_start, stop)
        return Stretch(node.start, max(node.head_end, mark.start() if mark else stop))

    def line_at(self, offset: int) -> Stretch:
        """The line around an offset."""
        return _around(self.lines, offset)

    def line_before(self, offset: int) -> Stretch | None:
        """The line before the one around an offset, None for the first."""
        at = bisect_right(self.lines, offset, key=lambda piece: piece.start) - 1
        return self.lines[at - 1] if at > 0 else None

    def sentence_at(self, offset: int) -> Stretch:
        """The sentence around an offset."""
        return _around(self.sentences, offset)


def make_passage(normal: NormalText, start: int, end: int, kind: Kind, title: Stretch | None) -> Passage:
    """Cut ``normal.text[start:end]`` into lines, sentences and clauses."""
    lines = tuple(find_lines(normal.text, start, end))
    sentences = tuple(piece for line in lines for piece in _sentences(normal.text, line))
    clauses = read_clauses(normal.text, end, lines)
    return Passage(normal, start, end, kind, title, lines, sentences, clauses, _tables(normal, start, end, lines))


def _tables(normal: NormalText, start: int, end: int, lines: tuple[Stretch, ...]) -> tuple[HeadedTable, ...]:
    """The document's tables, each read with the line above it."""
    grids = find_grids(normal, start, end)
    before = [bisect_right(lines, grid.start, key=lambda line: line.start) - 2 for grid in grids]
    above = [normal.text[lines[at].start : lines[at].end] if at >= 0 else "" for at in before]
    return find_headed(normal.text, grids, above)


def find_lines(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The lines of ``text[start:end]`` without blanks at their ends; blank ones left out."""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        body = text[at:stop]
        left = len(body) - len(body.lstrip(" \t"))
        bare = body.strip(" \t")
        if bare:
            yield Stretch(at + left, at + left + len(bare))
        at = stop + 1


def _sentences(text: str, line: Stretch) -> Iterator[Stretch]:
    at = line.start
    for match in _SENTENCE_END.finditer(text, line.start, line.end):
        if match.end() > at:
            yield from _bounded(text, at, match.end())
        at = match.end()
    if at < line.end:
        yield from _bounded(text, at, line.end)


def _bounded(text: str, start: int, end: int) -> Iterator[Stretch]:
    """A sentence, in pieces where it has no end: what reads sentences may look at each of them as a whole."""
    while end - start > _LONGEST_SENTENCE:
        cut = max(text.rfind(mark, start, start + _LONGEST_SENTENCE) for mark in "；，、") + 1
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        yield Stretch(start, cut)
        start = cut
    yield Stretch(start, end)


def _around(pieces: tuple[Stretch, ...], offset: int) -> Stretch:
    at = bisect_right(pieces, offset, key=lambda piece: piece.start) - 1
    return pieces[max(0, at)]
