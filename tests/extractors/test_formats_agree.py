"""One agreement as plain text, Word, PDF and a web page gives the same facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.read import read_bytes
from tests.formats.document_facts import facts
from tests.formats.make_docx import make_docx
from tests.formats.make_html import make_html
from tests.formats.make_mhtml import make_mhtml
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
    "mhtml": lambda text: make_mhtml(make_html(text)),
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
        assert facts(two) == facts(one)


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
