"""What a reader must know of a record that was read from pictures: lines that are doubtful or were lost, and who has sealed.

Lost and doubtful lines are findings about the file, where they stand inside a document: :mod:`extractors.checks.scan`.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.checks import PAGE_RULES
from extractors.checks.page_findings import is_inside
from extractors.readers.source_text import Box, Seal, SourceText
from schemas.agreement import Document, Signature
from schemas.finding import Finding
from schemas.span import Extent, Span


def find_doubts(source: SourceText, extents: Sequence[Extent]) -> tuple[Finding, ...]:
    """One finding of each page rule for each page that it is about, inside the documents' ``extents``."""
    found = [finding for rule in PAGE_RULES for finding in rule.check(source, extents)]
    return tuple(sorted(found, key=lambda one: (int(one.subject), one.rule)))


def with_doubts(document: Document, source: SourceText) -> Document:
    """The document with a word at every ``missing-*`` finding where lines were lost on its pages, and with who has sealed."""
    pages = sorted({line.page for line in source.lost if is_inside(line.at, (document.span,))})
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
