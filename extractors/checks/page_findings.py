"""What the rules about scanned pages share: whether a line counts, how it is quoted, and the finding for a page."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.checks.fingerprint import fingerprint
from extractors.checks.rule import Example
from schemas.finding import Finding
from schemas.span import Extent, Span

MOST_QUOTED = 3
_LONGEST = 24


def is_inside(offset: int, extents: Sequence[Extent]) -> bool:
    """Whether something stands in a document; what stands beside them is nobody's concern."""
    return any(extent.start <= offset <= extent.end for extent in extents)


def shortened(words: str) -> str:
    """A line's words on one line, cut where they are long."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def page_finding(rule: str, page: int, message: str, spans: tuple[Span, ...]) -> Finding:
    """The finding for a page: its number is the subject, so that ``jiedui check`` tells, selects and accepts it as any other."""
    subject = str(page)
    mark = fingerprint(rule, subject, (span.text for span in spans))
    return Finding(rule=rule, severity="warning", subject=subject, message=message, spans=spans, fingerprint=mark)


def seen(lines: str) -> Example:
    """An example of what the engine hands over, line by line: see :class:`PageRule`."""
    return Example(text="", shown=lines)
