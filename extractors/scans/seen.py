"""From scanned pages to what a source says of them: offsets of the lines that were read, of those that were lost, and of seals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from extractors.readers.source_text import Box, LostLine, Page, ReadLine, Seal, SourceText
from extractors.scans.page import Scanned


def with_scans(source: SourceText, scanned: Mapping[int, Scanned]) -> SourceText:
    """The source with what was seen on its scanned pages, which are given by their numbers.

    A picture without colour shows no seal; in a file that has colour elsewhere it is a page without one.
    """
    read = [(page, scanned[page.number]) for page in source.pages if page.number in scanned]
    has_colour = any(scan.has_colour for _, scan in read)
    return replace(
        source,
        ocr_pages=tuple(page.number for page, _ in read),
        colour_pages=tuple(page.number for page, _ in read) if has_colour else (),
        lines=tuple(line for page, scan in read for line in _lines(page, scan)),
        lost=tuple(sorted((_lost(page, box) for page, scan in read for box in scan.lost), key=lambda one: (one.page, one.at))),
        seals=tuple(Seal(page.number, _rounded(box)) for page, scan in read for box in scan.seals),
    )


def _lines(page: Page, scan: Scanned) -> Iterator[ReadLine]:
    """The stretches of the page's text that come from one line of the engine's."""
    owners = {box: at for at, (_, boxes) in enumerate(scan.confidences) for box in boxes}
    start, owner = page.start, None
    end = start
    for at, box in enumerate(page.char_boxes, page.start):
        now = owners.get(box) if box is not None else None
        if now is None:
            continue
        if now != owner:
            if owner is not None:
                yield ReadLine(start, end, scan.confidences[owner][0])
            start, owner = at, now
        end = at + 1
    if owner is not None:
        yield ReadLine(start, end, scan.confidences[owner][0])


def _lost(page: Page, box: Box) -> LostLine:
    """Before the first character that stands lower than the line, or beside it farther to the right."""
    middle = (box[1] + box[3]) / 2
    end = page.start
    for at, other in enumerate(page.char_boxes, page.start):
        if other is None:
            continue
        if other[1] > middle or (other[3] > middle and other[0] >= box[2]):
            return LostLine(page.number, _rounded(box), at)
        end = at + 1
    return LostLine(page.number, _rounded(box), end)


def _rounded(box: Box) -> Box:
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)
