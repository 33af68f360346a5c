"""One table as text, Word file, web page and PDF gives the same facts, and they are those of the same table said in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from _pytest.mark import ParameterSet

from extractors.read import read_bytes
from schemas.agreement import Document
from tests.extractors.facts.row import quota_fact, sum_fact
from tests.extractors.papers.tables_of_counts import COUNTS
from tests.extractors.papers.tables_of_money import MONEY
from tests.extractors.papers.tables_of_nothing import NOTHING
from tests.extractors.papers.tables_said import SAID
from tests.formats.make_tables import in_html, in_pdf, in_word, plain

_PAPER = """结对帮扶协议书
甲方：云台区第三小学
乙方：麻柳镇中心小学
经双方协商，达成如下协议：
一、帮扶期限
自2024年9月1日至2026年8月31日。
二、帮扶安排
{}
三、其他
未尽事宜由双方协商解决。
甲方（盖章）：
乙方（盖章）："""
READS = (*COUNTS, *MONEY)
_MERGED = {name for name, table, _ in READS if " ^" in table or "^ " in table or "<" in table}
_FORMATS: dict[str, Callable[[str], bytes]] = {
    "text": lambda paper: plain(paper).encode(),
    "word": in_word,
    "html": in_html,
    "pdf": in_pdf,
    "pdf in narrow columns": lambda paper: in_pdf(paper, widths=_narrow(paper)),
    "pdf over two pages": lambda paper: in_pdf(paper, down=_DOWN, head_again=1),
    "pdf over two pages without its head again": lambda paper: in_pdf(paper, down=_DOWN),
    "pdf with cut rows": lambda paper: in_pdf(paper, down=_DOWN + 12, widths=_narrow(paper), splits=True),
    "pdf with three rules": lambda paper: in_pdf(paper, "three"),
}
_DOWN = 445
_NO_MERGES = ("text", "pdf with three rules")
"""Where nothing shows which cells are merged."""


def _narrow(paper: str) -> list[float]:
    return [58.0] * max(line.count("|") + 1 for line in paper.split("\n"))


def _read(data: bytes) -> Document:
    record = read_bytes(data, names=False)
    (document,) = record.documents
    for span in (*(one.span for one in document.quotas), *(one.span for one in document.funding)):
        assert record.text[span.start : span.end] == span.text
    return document


def _facts(document: Document) -> list[str]:
    """The facts in the order of the paper, each behind the words that it was read from."""
    found = [(one.span.start, f"{one.span.text} = {quota_fact(document, one)}") for one in document.quotas]
    found += [(one.span.start, f"{one.span.text} = {sum_fact(document, one)}") for one in document.funding]
    return [fact.rstrip(" |") for _, fact in sorted(found)]


def _read_in_forms() -> Iterator[ParameterSet]:
    """Every table in every form that can show it: merged cells do not show in some."""
    for name, table, facts in READS:
        for form in _FORMATS:
            if name not in _MERGED or form not in _NO_MERGES:
                yield pytest.param(table, facts, form, id=f"{name}-{form}")


@pytest.mark.parametrize(("table", "facts", "form"), list(_read_in_forms()))
def test_a_table_is_read(table: str, facts: str, form: str) -> None:
    assert _facts(_read(_FORMATS[form](_PAPER.format(table)))) == facts.strip().split("\n")


@pytest.mark.parametrize(
    ("table", "form"),
    [(table, form) for form in ("text", "word", "html", "pdf") for table in NOTHING if form != "text" or "^" not in table],
)
def test_what_promises_nothing_gives_nothing(table: str, form: str) -> None:
    assert _facts(_read(_FORMATS[form](_PAPER.format(table)))) == []


@pytest.mark.parametrize(("table", "sentences"), SAID)
def test_a_row_says_what_a_sentence_says(table: str, sentences: str) -> None:
    told, said = (_read(plain(_PAPER.format(words)).encode()) for words in (table, sentences))
    assert [_values(fact) for fact in _facts(told)] == [_values(fact) for fact in _facts(said)]


def _values(fact: str) -> str:
    return fact.partition(" = ")[2]
