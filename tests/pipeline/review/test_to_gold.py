"""Reviewed records as annotations: held against its own, a record is wholly right, and each quote tells one place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from extractors.read import read_bytes
from pipeline.evaluate.gold import Gold, unknown_names
from pipeline.evaluate.matching import hold
from pipeline.evaluate.places import plain
from pipeline.review.entries import plain as json_of
from pipeline.review.to_gold import Json, gold_of
from schemas.record import Record
from tests.pipeline.make_record import TEXT, agreement, record
from tests.pipeline.review.steps import decided

SAMPLES = [path for suffix in ("txt", "html", "docx", "pdf") for path in sorted(Path("samples").glob(f"*/*/source.{suffix}"))]
READABLE = [path for path in SAMPLES if path.parent.name != "scanned-and-sealed"]


def assert_wholly_right(read: Record, gold: Json) -> None:
    loaded = Gold.model_validate_json(json.dumps(gold))
    assert list(unknown_names(loaded)) == []
    held = hold("a", loaded, "", read)
    assert [(slip.problem, slip.field, slip.value) for slip in held.slips] == []
    assert sum(count.found for count in held.result.fields.values()) > 0


@pytest.mark.parametrize("path", READABLE, ids=lambda path: f"{path.parent.parent.name}/{path.parent.name}")
def test_a_record_is_wholly_right_by_its_own_annotation(path: Path) -> None:
    read = read_bytes(path.read_bytes(), name=path.name, names=False)
    gold = gold_of(read, "a.txt")
    assert_wholly_right(read, gold)
    flat = plain(read.text)
    quotes = [item["quote"] for document in gold["documents"] for name in ("quotas", "funding") for item in document[name]]
    assert all(read.text.count(quote) == flat.count(plain(quote)) == 1 for quote in quotes)
    assert len(set(quotes)) == len(quotes)
    for document in gold["documents"]:
        opening = document["start_text"]
        assert not opening[0].isspace()
        assert read.text.count(opening) == 1
        assert len(opening) >= 12


def test_what_reviewers_decided_is_what_the_annotation_says() -> None:
    read = record(documents=(agreement().model_copy(update={"press": None}),))
    quota = json_of(read.documents[0].quotas[0])
    start = TEXT.index("资助12万元")
    added = {**quota, "unit": "笔", "span": {"start": start, "end": start + 6, "text": "资助12万元"}}
    situation = decided(
        read,
        ("温", "correct", "/documents/0/quotas/0", {"becomes": {**quota, "unit": "次"}}),
        ("温", "reject", "/documents/0/funding/0"),
        ("温", "absent", "/documents/0/copies"),
        ("温", "add", "/documents/0/quotas/+3f9c01ab", {"becomes": added}),
    )
    reviewed = situation.reviewed()
    gold = gold_of(reviewed, "a.txt")
    document = gold["documents"][0]
    assert [(one["unit"], one["quote"]) for one in document["quotas"]] == [("次", "送课不少于4节"), ("笔", "资助12万元")]
    assert (document["funding"], document["copies"]) == ([], None)
    assert_wholly_right(reviewed, gold)


def test_two_documents_of_one_page_have_their_own_openings() -> None:
    text = TEXT + "\n另一份：" + TEXT
    second = agreement("另").model_copy(update={"span": agreement().span.model_copy(update={"start": len(TEXT) + 1, "end": len(text)})})
    first = agreement()
    gold = gold_of(record(text, documents=(first, second.model_copy(update={"quotas": (), "funding": (), "term": None}))), "a.txt")
    openings = [one["start_text"] for one in gold["documents"]]
    assert len(set(openings)) == 2
    assert openings[1].startswith("另一份：南浦")


def test_only_news_has_a_press() -> None:
    news = record(documents=(agreement().model_copy(update={"kind": "news", "press": None}),))
    assert gold_of(news, "a.txt")["documents"][0]["press"] == {
        "outlet": None, "author": None, "published": None, "url": None, "original_url": None,
    }  # fmt: skip
    assert "press" not in gold_of(record(documents=(agreement(),)), "a.txt")["documents"][0]


@pytest.mark.parametrize("name", ["a/b.txt", "..\\b.txt", ""])
def test_no_annotation_names_a_file_elsewhere(name: str) -> None:
    with pytest.raises(ValidationError):
        gold_of(record(documents=(agreement(),)), name)
