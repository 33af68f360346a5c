"""The words that a reviewer selects, as a span of the record."""

from __future__ import annotations

from bisect import bisect_right

from pipeline.review.entries import targets_of
from schemas.record import Record
from schemas.span import Span


def span_of(record: Record, start: int, end: int) -> Span:
    """``record.text[start:end]``; its page where the values before and behind it are of one page. Boxes are known to the reader alone."""
    same = next((span for span in _known(record) if (span.start, span.end) == (start, end)), None)
    if same is not None:
        return same
    return Span(start=start, end=end, text=record.text[start:end], page=_page(record, start, end))


def _known(record: Record) -> list[Span]:
    return [span for entry in targets_of(record).values() for span in entry.spans]


def _page(record: Record, start: int, end: int) -> int | None:
    if record.source.pages == 1:
        return 1
    paged = sorted((span for span in _known(record) if span.page is not None), key=lambda span: span.start)
    at = bisect_right(paged, start, key=lambda span: span.start)
    before = paged[at - 1].page if at else None
    behind = next((span.page for span in paged[at:] if span.end >= end), None)
    return before if before == behind else None
