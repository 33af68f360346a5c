"""What a reader must know of a record that was read from pictures: lines that are doubtful or were lost, and who has sealed.

Lost and doubtful lines are findings about the file, where they stand inside a document; the shape is that of a rule's finding, so that
``jiedui check`` tells, selects and accepts them as any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from extractors.checks.fingerprint import fingerprint
from extractors.readers.source_text import Box, LostLine, ReadLine, Seal, SourceText
from extractors.text.normal import source_span
from schemas.agreement import Document, Signature
from schemas.finding import Finding
from schemas.span import Extent, Span

LOW_CONFIDENCE = "ocr-low-confidence"
LOST_LINE = "ocr-lost-line"
_LOW = 0.75
_LONGEST = 24
_MOST = 3


def find_doubts(source: SourceText, extents: Sequence[Extent]) -> tuple[Finding, ...]:
    """One finding for each page with doubtful lines and one for each with lost ones, inside the documents' ``extents``."""
    apart = [(piece.start, piece.end) for piece in source.furniture]
    doubtful = [
        line
        for line in source.lines
        if line.confidence < _LOW and _is_inside(line.start, extents) and not any(start <= line.start < end for start, end in apart)
    ]
    lost = [line for line in source.lost if _is_inside(line.at, extents)]
    found = [*_doubtful(source, doubtful), *_lost(source, lost)]
    return tuple(sorted(found, key=lambda one: (int(one.subject), one.rule)))


def _is_inside(offset: int, extents: Sequence[Extent]) -> bool:
    return any(extent.start <= offset <= extent.end for extent in extents)


def _doubtful(source: SourceText, lines: Iterable[ReadLine]) -> Iterator[Finding]:
    spans = [source_span(source, line.start, line.end) for line in lines]
    for page, group in groupby(spans, key=lambda span: span.page or 0):
        own = tuple(group)
        told = "、".join(f"“{_short(span.text)}”（{span.confidence:.2f}）" for span in own[:_MOST])
        more = "等" if len(own) > _MOST else ""
        yield _finding(LOW_CONFIDENCE, page, f"第{page}页有{len(own)}行文字识别得没有把握：{told}{more}，请对照原件", own)


def _lost(source: SourceText, lines: Iterable[LostLine]) -> Iterator[Finding]:
    for page, group in groupby(lines, key=lambda line: line.page):
        own = tuple(group)
        before = [span for line in own if (span := _before(source, line)) is not None]
        where = f"，在{'、'.join(f'“{_short(span.text)}”' for span in before[:_MOST])}之后" if before else ""
        yield _finding(LOST_LINE, page, f"第{page}页有{len(own)}行看得见、没有读出{where}，请对照原件", tuple(before))


def _before(source: SourceText, lost: LostLine) -> Span | None:
    """The line that stands before a lost one on its page."""
    page = next(page for page in source.pages if page.number == lost.page)
    above = source.text[page.start : lost.at].rstrip()
    if not above.strip():
        return None
    start = page.start + above.rfind("\n") + 1
    return source_span(source, start, page.start + len(above))


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def _finding(rule: str, page: int, message: str, spans: tuple[Span, ...]) -> Finding:
    subject = str(page)
    mark = fingerprint(rule, subject, (span.text for span in spans))
    return Finding(rule=rule, severity="warning", subject=subject, message=message, spans=spans, fingerprint=mark)


def with_doubts(document: Document, source: SourceText) -> Document:
    """The document with a word at every ``missing-*`` finding where lines were lost on its pages, and with who has sealed."""
    pages = sorted({line.page for line in source.lost if _is_inside(line.at, (document.span,))})
    if pages:
        said = f"（第{'、'.join(map(str, pages))}页有看得见却没有读出的行，也可能写在那里）"
        findings = tuple(
            one.model_copy(update={"message": one.message + said}) if one.rule.startswith("missing-") else one for one in document.findings
        )
        document = document.model_copy(update={"findings": findings})
    return document.model_copy(update={"signing": _sealed(document.signing, source)}) if source.ocr_pages else document


def _sealed(signing: Sequence[Signature], source: SourceText) -> tuple[Signature, ...]:
    """Every signature with whether a seal stands at it: the nearest one takes a seal that lies no farther away than its own width."""
    taken: set[int] = set()
    for seal in source.seals:
        near = [(_distance(box, seal), at) for at, one in enumerate(signing) if (box := _place(one.span, seal.page)) is not None]
        distance, at = min(near, default=(float("inf"), 0))
        if distance <= seal.box[2] - seal.box[0]:
            taken.add(at)
    return tuple(one.model_copy(update={"sealed": _is_sealed(one, at in taken, source)}) for at, one in enumerate(signing))


def _is_sealed(signature: Signature, taken: bool, source: SourceText) -> bool | None:  # noqa: FBT001 - what was seen
    if taken:
        return True
    return False if signature.span.page in source.colour_pages else None


def _place(span: Span, page: int) -> Box | None:
    """The first line of a signature on a page; more of its lines may reach into its neighbour's column."""
    return span.boxes[0] if span.page == page and span.boxes else None


def _distance(box: Box, seal: Seal) -> float:
    """From a seal's middle to a box, in points."""
    x, y = (seal.box[0] + seal.box[2]) / 2, (seal.box[1] + seal.box[3]) / 2
    across, down = max(box[0] - x, 0.0, x - box[2]), max(box[1] - y, 0.0, y - box[3])
    return float((across**2 + down**2) ** 0.5)
