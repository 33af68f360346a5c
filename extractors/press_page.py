"""News on its page: read where it was published, then take the page's own lines out of the text, so that no field reads them.

A line of date and source belongs to its document, but its counts (浏览次数：87次), names and days say nothing of the assistance.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from extractors.documents import Section
from extractors.fields.press import find_press
from extractors.text.headlines import is_press_line
from extractors.text.labelled_page import LabelledPage
from extractors.text.normal import NormalText, cut_out
from extractors.text.page_frame import frame_of, page_lines
from extractors.text.passage import Stretch, make_passage
from schemas.press import Press
from schemas.span import Extent


@dataclass(frozen=True, slots=True)
class Placed:
    """A document: its place in the text that fields read, its ``extent`` in the source with the page's own lines, and its press."""

    section: Section
    extent: Extent
    press: Press | None


@dataclass(frozen=True, slots=True)
class NewsPage:
    """The text without the page's own lines, and the documents in it."""

    normal: NormalText
    documents: tuple[Placed, ...]


def read_page(normal: NormalText, sections: Sequence[Section]) -> NewsPage:
    """The page of a file; other papers than news have no press, and lose only the line of outlet, time and readers under their title."""
    presses: list[Press | None] = []
    lines: list[Stretch] = []
    for section in sections:
        passage = make_passage(normal, section.start, section.end, section.kind, section.title)
        frame = frame_of(passage, section.around)
        if section.kind != "news":
            presses.append(None)
            lines += (line for line in frame.below if is_press_line(normal.text, line))
            continue
        page = LabelledPage(passage, frame, section.around, section.metadata, in_feed=bool(normal.parts))
        presses.append(find_press(page))
        lines += page_lines(passage, page.frame)
        lines += _hidden(normal, section)
    lines = _apart(lines)
    moved = _moved(sections, lines) if lines else sections
    text = cut_out(normal, [(line.start, line.end) for line in lines]) if lines else normal
    extents = (normal.place(section.start, section.end) for section in sections)
    placed = (
        Placed(section, Extent(start=start, end=end), press) for section, (start, end), press in zip(moved, extents, presses, strict=True)
    )
    return NewsPage(text, tuple(placed))


def _hidden(normal: NormalText, section: Section) -> Iterator[Stretch]:
    """What is furniture of the site inside a document: buttons, headlines of other articles between paragraphs."""
    at = bisect_right(normal.furniture, section.start, key=lambda piece: piece.end)
    for piece in normal.furniture[at:]:
        if piece.start >= section.end:
            return
        if piece.role == "navigation" and piece.start >= section.start and piece.end <= section.end:
            yield Stretch(piece.start, piece.end)


def _apart(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches in order, those that overlap as one."""
    apart: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda one: one.start):
        if apart and stretch.start < apart[-1].end:
            apart[-1] = Stretch(apart[-1].start, max(apart[-1].end, stretch.end))
        else:
            apart.append(stretch)
    return apart


def _moved(sections: Sequence[Section], lines: Sequence[Stretch]) -> list[Section]:
    """The sections at their places in the text from which the lines were taken."""
    starts = [line.start for line in lines]
    lengths = [0, *accumulate(line.end - line.start for line in lines)]

    def place(offset: int) -> int:
        at = bisect_right(starts, offset)
        inside = at > 0 and offset < lines[at - 1].end
        return starts[at - 1] - lengths[at - 1] if inside else offset - lengths[at]

    def moved(stretch: Stretch) -> Stretch:
        return Stretch(place(stretch.start), place(stretch.end))

    return [
        replace(
            section,
            start=place(section.start),
            end=place(section.end),
            title=moved(section.title) if section.title else None,
            around=moved(section.around),
        )
        for section in sections
    ]
