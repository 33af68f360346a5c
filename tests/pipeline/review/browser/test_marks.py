"""What is marked in the text is what the record's spans say, also beside characters of two units, CRLF, and one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from extractors import read_bytes
from schemas.agreement import Quota
from schemas.finding import Finding
from schemas.record import Record
from schemas.span import Extent, Span
from schemas.values import Amount
from tests.pipeline.make_record import agreement, record
from tests.pipeline.review.browser.conftest import Sit
from tests.pipeline.review.browser.papers import FIVE_FINDINGS, put, value
from tests.pipeline.review.web.running import Running, running
from tests.pipeline.store.make_reading import pact

TEXT = "𠮷校与北岭𠮷中学\r\n甲方送课4节，𠮷𠮷每年送教6次\r\n𠮷乙方另派🏫教师3名。\r\n"
_BESIDE = {"required", "clauses", "dates"}
"""Of a document; what nobody decides on."""
_ALL_CHOSEN = """() => [...document.querySelectorAll("#text .chosen")].map((one) => [Number(one.dataset.at), one.textContent])"""
_ALL_PIECES = """() => [...document.querySelectorAll("#text span")].map((one) => one.textContent).join("")"""
_SELECT = """([words]) => {
  const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
    return;
  }
}"""


def quota(words: str, count: str, unit: str) -> Quota:
    start = TEXT.index(words)
    span = Span(start=start, end=start + len(words), text=words)
    return Quota(amount=Amount(min=count, max=count), unit=unit, modality="duty", span=span)


def overlapping() -> Record:
    """Quotas that begin in one another, one over the end of a line, and a finding with two of their spans."""
    quotas = (
        quota("甲方送课4节", "4", "节"),
        quota("送课4节，𠮷𠮷", "4", "节"),
        quota("𠮷𠮷每年送教6次\r\n𠮷", "6", "次"),
        quota("6次\r\n𠮷乙方", "6", "次"),
    )
    spans = (quotas[3].span, quotas[0].span)
    finding = Finding(rule="quota-conflict", severity="error", subject="甲方", message="前后不一", spans=spans, fingerprint="a1")
    empty = dict.fromkeys(("parties", "signing", "funding", "people"), ())
    update = {"span": Extent(start=0, end=len(TEXT)), "quotas": quotas, "findings": (finding,), "title": "协议", "term": None}
    return record(TEXT, documents=(agreement().model_copy(update=update | empty | {"copies": None, "effective": None}),))


RECORDS = {
    "overlapping": overlapping(),
    "astral": read_bytes(pact("东山市𠮷田小学", "西河县𡎚镇🏫小学").replace("\n", "\r\n").encode(), name="a.txt", names=False),
    "pages": read_bytes(FIVE_FINDINGS.read_bytes(), name="c.pdf", names=False),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("marks") / "store.db"
    for at, (name, one) in enumerate(RECORDS.items(), 1):
        assert put(path, one, f"/papers/{name}", name.encode()) == at
    return path


@pytest.fixture(scope="module")
def server(place: Path) -> Iterator[Running]:
    with running(place, name="甲老师") as served:
        yield served


def spans_of(one: Record) -> dict[str, list[dict[str, Any]]]:
    """The spans of every value and finding of the first document, by target."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, held in one.documents[0].model_dump(mode="json").items():
        if name in _BESIDE:
            continue
        if name == "findings":
            found |= {f"/documents/0/findings/{each['fingerprint']}": each["spans"] for each in held}
        elif isinstance(held, list):
            found |= {f"/documents/0/{name}/{at}": [each["span"]] for at, each in enumerate(held) if "span" in each}
        elif isinstance(held, dict) and "text" in held.get("span", {}):
            found[f"/documents/0/{name}"] = [held["span"]]
    return found


def joined(spans: list[dict[str, Any]], text: str) -> list[tuple[int, str]]:
    """The words that lie in any of the spans, one run after another."""
    inside = sorted({at for span in spans for at in range(span["start"], span["end"])})
    starts = inside[:1] + [after for before, after in pairwise(inside) if after != before + 1]
    ends = [before + 1 for before, after in pairwise(inside) if after != before + 1] + [at + 1 for at in inside[-1:]]
    return [(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]


def marked(pieces: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The marked pieces, those that touch as one."""
    runs: list[tuple[int, str]] = []
    for at, words in pieces:
        if runs and runs[-1][0] + len(runs[-1][1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + words)
        else:
            runs.append((at, words))
    return runs


@pytest.mark.parametrize(("number", "name"), [*enumerate(RECORDS, 1)])
def test_the_marks_are_the_spans(server: Running, sits: Sit, number: int, name: str) -> None:
    one = RECORDS[name]
    sitting = sits(server.address)
    sitting.record(number)
    assert sitting.page.evaluate(_ALL_PIECES) == one.text
    spans = spans_of(one)
    sitting.press(*["k"] * len(sitting.targets()))
    seen = set()
    for _ in sitting.targets():
        target = sitting.chosen
        pieces = marked([(at, words) for at, words in sitting.page.evaluate(_ALL_CHOSEN)])
        assert all(one.text[at : at + len(words)] == words for at, words in pieces)
        if target in spans:
            assert pieces == joined(spans[target], one.text), target
            if len(spans[target]) == 1:
                assert "".join(words for _, words in pieces) == spans[target][0]["text"]
            seen.add(target)
        sitting.press("j")
    assert seen == set(spans)
    assert len(seen) > 4


def test_a_click_on_words_shows_each_of_their_fields(server: Running, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.record(1)
    piece = sitting.page.locator("#text .piece", has_text="送课4节").first
    chosen = set()
    for _ in range(3):
        piece.click()
        chosen.add(sitting.chosen)
    assert chosen == {"/documents/0/quotas/0", "/documents/0/quotas/1", "/documents/0/findings/a1"}


def test_words_that_are_selected_are_added_where_they_stand(server: Running, place: Path, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.record(1)
    sitting.page.evaluate(_SELECT, ["🏫教师3名"])
    sitting.press("i")
    sitting.page.locator("#selected .chip", has_text="数量").click()
    expect(sitting.page.locator(".form blockquote")).to_have_text("🏫教师3名")
    expect(sitting.page.locator("#part-amount")).to_have_value("3")
    sitting.page.locator("#part-amount").focus()
    sitting.sent("Enter")
    card = sitting.page.locator(".card.is-added")
    expect(card).to_have_count(1)
    added = value(place, 1, card.get_attribute("data-target") or "")
    start = TEXT.index("🏫教师3名")
    assert added["span"] == {"start": start, "end": start + 5, "text": "🏫教师3名"}


def test_a_value_without_words_is_in_a_group_of_its_own(server: Running, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.record(2)
    group = sitting.page.locator(".group-without-words")
    expect(group.locator(".group-title")).to_contain_text("原文没有的值")
    fields = group.locator(".card").evaluate_all("all => all.map((one) => one.dataset.field)")
    assert set(fields) == {"kind", "regions"}
