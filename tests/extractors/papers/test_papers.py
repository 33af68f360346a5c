"""Whole papers of many styles: term, force, copies and signatures as the record holds them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extractors.read import read_text
from schemas.agreement import Copies, Document, Effective, Signature
from schemas.agreement import Term as TermRecord
from tests.extractors.papers import agreements, gifts, plans, reports, seldom
from tests.extractors.papers.paper import Paper, Signed, Term

PAPERS = [*agreements.PAPERS, *gifts.PAPERS, *plans.PAPERS, *reports.PAPERS, *seldom.PAPERS]


def _term(term: TermRecord | None) -> Term | None:
    if term is None:
        return None
    length = term.duration.count + term.duration.unit if term.duration else None
    return (term.start.edtf if term.start else None, term.end.edtf if term.end else None, length, term.starts_on)


def _effective(effective: Effective | None) -> tuple[str, str | None] | None:
    return None if effective is None else (effective.on, effective.date.edtf if effective.date else None)


def _copies(copies: Copies | None) -> tuple[int, dict[str, int]] | None:
    return None if copies is None else (copies.total, {holder.holder: holder.count for holder in copies.holders})


def _signing(signing: Sequence[Signature]) -> list[Signed]:
    return [(one.role, one.signatory, one.date.edtf if one.date else None) for one in signing]


def _only_document(paper: Paper) -> Document:
    record = read_text(paper.text, names=False)
    assert record.outcome.status == "read", record.outcome.message
    (document,) = record.documents
    return document


@pytest.mark.parametrize("paper", PAPERS, ids=[paper.name for paper in PAPERS])
def test_papers(paper: Paper) -> None:
    document = _only_document(paper)
    assert _term(document.term) == paper.term
    assert _effective(document.effective) == paper.effective
    assert _copies(document.copies) == paper.copies
    assert _signing(document.signing) == paper.signing


@pytest.mark.parametrize("paper", PAPERS, ids=[paper.name for paper in PAPERS])
def test_the_spans_quote_the_paper(paper: Paper) -> None:
    document = _only_document(paper)
    for item in (document.term, document.effective, document.copies, *document.signing):
        if item is not None:
            assert paper.text[item.span.start : item.span.end] == item.span.text
