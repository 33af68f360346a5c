"""One agreement as plain text, Word, PDF and a web page gives the same facts."""

from __future__ import annotations

import pytest

from extractors.read import read_bytes
from tests.formats.agreeing import FORMATS, differences, papers

_PAPERS = papers()
_WITH_NAMES = (
    "agreement/town-and-country",
    "agreement/full-width-figures",
    "agreement/donation",
    "agreement/traditional-characters",
    "plan/district-plan",
    "summary/year-of-support",
)
"""Read as users have them read, with the model for names, which takes longest of all."""
_NOT_YET = {("h10", "pdf"): "a count left open with blanks falls on the end of a printed line, where nobody sees them"}


@pytest.mark.parametrize("name", _PAPERS)
def test_no_format_changes_a_fact_of_an_agreement(name: str) -> None:
    plain = read_bytes(_PAPERS[name].encode(), names=False)
    told = {form: differences(plain, read_bytes(make(_PAPERS[name]), names=False)) for form, make in FORMATS.items()}
    assert {form for form, lines in told.items() if lines} == {form for paper, form in _NOT_YET if paper == name}, told


@pytest.mark.parametrize("name", _WITH_NAMES)
@pytest.mark.parametrize("form", FORMATS)
def test_a_format_changes_no_fact(name: str, form: str) -> None:
    text = papers(every_kind=True)[name]
    assert differences(read_bytes(text.encode()), read_bytes(FORMATS[form](text))) == []


@pytest.mark.parametrize("form", ["docx", "pdf", "html"])
def test_a_span_quotes_its_own_record(form: str) -> None:
    record = read_bytes(FORMATS[form](_PAPERS[_WITH_NAMES[0]]))
    spans = [item.span for document in record.documents for item in (*document.parties, *document.quotas, *document.signing)]
    assert len(spans) > 20
    for span in spans:
        assert record.text[span.start : span.end] == span.text
        assert (span.page is not None) == (form == "pdf")
        assert bool(span.boxes) == (form == "pdf")
