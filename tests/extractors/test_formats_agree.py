"""One agreement as plain text, Word, PDF and a web page gives the same facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.read import read_bytes
from schemas.agreement import Document
from schemas.values import Date
from tests.formats.make_docx import make_docx
from tests.formats.make_html import make_html
from tests.formats.make_pdf import make_pdf

_SAMPLES = Path(__file__).resolve().parent.parent.parent / "samples"
_TEXTS = (
    "agreement/town-and-country",
    "agreement/full-width-figures",
    "agreement/donation",
    "agreement/traditional-characters",
    "plan/district-plan",
    "summary/year-of-support",
)
_FORMATS: dict[str, Callable[[str], bytes]] = {
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-8 with signature": lambda text: text.encode("utf-8-sig"),
    "docx": make_docx,
    "pdf": make_pdf,
    "html": make_html,
    "html in gbk": lambda text: make_html(text, encoding="gb18030"),
    "html from Word": lambda text: make_html(text, "word"),
}


def _edtf(date: Date | None) -> str | None:
    return date.edtf if date else None


def _facts(document: Document) -> dict[str, object]:
    """What a document says, without where it stands."""
    term, copies = document.term, document.copies
    return {
        "kind": document.kind,
        "title": "".join((document.title or "").split()),
        "parties": [(party.role, party.name, party.side, party.blank) for party in document.parties],
        "term": term and (_edtf(term.start), _edtf(term.end), term.duration, term.starts_on),
        "effective": document.effective and (document.effective.on, _edtf(document.effective.date)),
        "signing": [(one.role, one.signatory, _edtf(one.date)) for one in document.signing],
        "copies": copies and (copies.total, copies.holders),
        "quotas": [(one.amount, one.unit, one.what, one.per, one.actor, one.target, one.modality, one.clause) for one in document.quotas],
        "funding": [
            (one.amount, one.per, one.times, one.total, one.payer, one.payee, one.purpose, one.part_of) for one in document.funding
        ],
        "dates": [one.edtf for one in document.dates],
        "policies": [(one.title, one.number) for one in document.policies],
        "people": [(one.name, one.title) for one in document.people],
    }


@pytest.mark.parametrize("name", _TEXTS)
@pytest.mark.parametrize("form", _FORMATS)
def test_a_format_changes_no_fact(name: str, form: str) -> None:
    text = read_bytes((_SAMPLES / name / "source.txt").read_bytes()).text
    plain = read_bytes(text.encode("utf-8"))
    other = read_bytes(_FORMATS[form](text))
    assert other.outcome.status == "read", other.outcome.message
    assert len(other.documents) == len(plain.documents)
    for one, two in zip(plain.documents, other.documents, strict=True):
        expected, found = _facts(one), _facts(two)
        assert found == expected


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_a_span_quotes_its_own_record(form: str) -> None:
    text = read_bytes((_SAMPLES / _TEXTS[0] / "source.txt").read_bytes()).text
    record = read_bytes(_FORMATS[form](text))
    spans = [item.span for document in record.documents for item in (*document.parties, *document.quotas, *document.signing)]
    assert len(spans) > 20
    for span in spans:
        assert record.text[span.start : span.end] == span.text
        assert (span.page is not None) == (form == "pdf")
        assert bool(span.boxes) == (form == "pdf")
