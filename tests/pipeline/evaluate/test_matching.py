"""Which facts count as found, missed and extra, and which attributes as right; every count is worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.evaluate.figures import Count, Share
from pipeline.evaluate.matching import format_of, is_short_form
from schemas.agreement import Document, Quota
from schemas.record import Record
from schemas.span import Extent, Span
from schemas.values import Amount, Money
from tests.pipeline.evaluate.make_gold import FACTS, annotated, held, with_item
from tests.pipeline.make_record import TEXT, agreement, record

RECORD = record(documents=(agreement(),))
ATTRIBUTES = 7


def counts(*documents: dict[str, Any], read: Record | None = RECORD) -> dict[str, tuple[int, int, int]]:
    """Found, extra and missed, of the fields that are not all found."""
    fields = held(read, *documents).result.fields
    return {name: (count.found, count.extra, count.missed) for name, count in fields.items() if count.extra or count.missed}


def wrong(document: dict[str, Any], read: Record = RECORD) -> list[str]:
    return [f"{slip.field}.{slip.part}" for slip in held(read, document).slips if slip.problem == "wrong"]


def test_a_record_that_agrees_has_every_fact() -> None:
    found = held(RECORD, annotated())
    assert found.result.fields == {name: Count(found=number) for name, number in FACTS.items()}
    assert found.slips == ()
    assert found.result.attributes.keys() == {"quotas.actor", "quotas.modality", "quotas.what"} | {
        f"funding.{part}" for part in ("payer", "payee", "total", "modality")
    }
    assert set(found.result.attributes.values()) == {Share(asked=1, right=1)}


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        # slots: a wrong value is missed and extra, one that stands on one side alone is one of them
        (annotated(kind="plan"), {"kind": (0, 1, 1)}),
        (annotated(title="南浦中学 与北岭中学结对协议"), {}),
        (annotated(title="结对协议"), {"title": (0, 1, 1)}),
        (annotated(title=None), {"title": (0, 1, 0)}),
        (annotated(title="　"), {"title": (0, 1, 0)}),
        (annotated(term=None), {"term": (0, 2, 0)}),
        (annotated(term={"start": "2024-09-01", "end": {"edtf": "2027"}, "duration": {"count": 3, "unit": "年"}}), {"term": (2, 0, 1)}),
        (annotated(term={"start": {"edtf": "2024-09"}, "duration": {"count": "36", "unit": "个月"}}), {"term": (0, 2, 2)}),
        (annotated(copies={"total": "2.0", "holders": [{"count": 1}, {"count": 1}]}), {}),
        (annotated(copies={"total": 2, "holders": [{"count": 3}]}), {"copies": (1, 1, 1)}),
        (annotated(copies={"total": 2, "holders": []}), {"copies": (1, 1, 0)}),
        (annotated(copies={"total": 2, "holders": [{"holder": "甲方", "count": None}]}), {"copies": (1, 1, 1)}),
        (annotated(press={"outlet": "南浦 日报", "author": "　", "published": "XXXX-05-09"}), {}),
        (annotated(press={"author": "林知夏", "original_url": "https://example.org/a"}), {"press": (0, 2, 2)}),
        # parties and signatures: a quote is not needed
        (with_item("parties", name="南浦 中学"), {}),
        (with_item("parties", name="南浦中"), {"parties": (1, 1, 1)}),
        (with_item("parties", side="both"), {"parties": (1, 1, 1)}),
        (with_item("parties", role=None), {"parties": (1, 1, 1)}),
        (with_item("parties", quote="北岭中学"), {"parties": (1, 1, 1)}),
        (annotated(parties=annotated()["parties"][::-1]), {}),
        (annotated(parties=annotated()["parties"][:1] * 2), {"parties": (1, 1, 1)}),
        (with_item("signing", signatory=None), {"signing": (0, 1, 1)}),
        (with_item("signing", date=None), {"signing": (0, 1, 1)}),
        # quotas and sums: value and place
        (with_item("quotas", amount={"min": 4.0, "max": None, "approximate": True}), {}),
        (with_item("quotas", amount={"min": "4", "max": "4"}), {"quotas": (0, 1, 1)}),
        (with_item("quotas", unit="课时"), {"quotas": (0, 1, 1)}),
        (with_item("quotas", per=None), {"quotas": (0, 1, 1)}),
        (with_item("quotas", per={"unit": "学期"}), {}),
        (with_item("quotas", per={"count": "2", "unit": "学期"}), {"quotas": (0, 1, 1)}),
        (with_item("quotas", quote="4"), {}),
        (with_item("quotas", quote="每年资助"), {"quotas": (0, 1, 1)}),
        (with_item("quotas", quote="每年资助", also=["不少于４ 节"]), {}),
        (with_item("quotas", quote="别处的话"), {}),
        (with_item("quotas", quote=None), {}),
        (with_item("funding", amount={"min": "120000.00", "max": "120000", "currency": "USD"}), {}),
        (with_item("funding", per={"count": "1", "unit": "月"}), {"funding": (0, 1, 1)}),
        # findings: the rule alone; a quote would be a place, and findings have none
        (annotated(findings=[{"rule": "blank-party", "subject": "丙方"}]), {}),
        (annotated(findings=[{"rule": "blank-date"}, {"rule": "blank-party"}]), {"findings": (1, 0, 1)}),
        (annotated(findings=[{"rule": "blank-party", "quote": "北岭中学"}]), {"findings": (0, 1, 1)}),
        (annotated(findings=None, quotas=None), {"findings": (0, 1, 0), "quotas": (0, 1, 0)}),
    ],
)  # fmt: skip
def test_what_differs_is_counted(document: dict[str, Any], expected: dict[str, tuple[int, int, int]]) -> None:
    assert counts(document) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (with_item("quotas", actor="乙方"), ["quotas.actor"]),
        (with_item("quotas", actor=None), ["quotas.actor"]),
        (with_item("quotas", modality="plan"), ["quotas.modality"]),
        (with_item("quotas", what="骨干教师送课"), []),
        (with_item("quotas", what="课"), []),
        (with_item("quotas", what="讲座"), ["quotas.what"]),
        (with_item("quotas", what=None), ["quotas.what"]),
        (with_item("quotas", what=""), ["quotas.what"]),
        (with_item("quotas", actor=" 甲 方"), []),
        (with_item("quotas", target="丙方"), []),
        (with_item("funding", payer=""), ["funding.payer"]),
        (with_item("funding", payee="乙方"), ["funding.payee"]),
        (with_item("funding", total=None), ["funding.total"]),
        (with_item("funding", total={"min": "240000"}), ["funding.total"]),
        (with_item("funding", total={"min": 240000, "max": "240000.0"}), []),
        (with_item("funding", total={"min": "1"}, modality="result"), ["funding.total", "funding.modality"]),
    ],
)
def test_attributes_are_asked_of_what_was_found(document: dict[str, Any], expected: list[str]) -> None:
    assert counts(document) == {}
    assert wrong(document) == expected
    attributes = held(RECORD, document).result.attributes.values()
    assert (sum(share.asked for share in attributes), sum(share.right for share in attributes)) == (ATTRIBUTES, ATTRIBUTES - len(expected))


def test_attributes_are_not_asked_of_what_is_missed() -> None:
    assert held(RECORD, with_item("quotas", unit="次", actor="乙方")).result.attributes.keys() == {
        f"funding.{part}" for part in ("payer", "payee", "total", "modality")
    }


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("云溪实验小学", "云溪市实验小学", True),
        ("云溪小学", "云溪市实验小学", False),
        ("云溪实小学", "云溪市实验小学", True),
        ("溪市实验小学", "云溪市实验小学", False),
        ("云溪验实小学", "云溪市实验小学", False),
        ("云溪市实验小学", "云溪市实验中学", False),
        ("甲方", "甲方", True),
        ("甲", "甲方", False),
        ("实验小", "实验小学校", False),
        ("实验小学", "实验小学校", True),
    ],
)
def test_a_short_form_has_the_first_character_the_order_and_most_of_the_length(short: str, long: str, *, same: bool) -> None:
    assert is_short_form(short, long) is is_short_form(long, short) is same


def quota(words: str, text: str, nth: int = 0, **changes: Any) -> Quota:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = Span(start=start, end=start + len(words), text=words)
    return Quota(amount=Amount(min="3", max="3"), unit="人次", modality="plan", span=span).model_copy(update=changes)


def expected_quota(**changes: Any) -> dict[str, Any]:
    return {"quote": "3人次", "amount": {"min": "3", "max": "3"}, "unit": "人次", "modality": "plan"} | changes


@pytest.mark.parametrize("what", ["教师", "培训", None])
def test_of_turns_of_people_both_the_people_and_the_activity_are_counted(what: str | None) -> None:
    text = "培训教师3人次"
    plan = Document(kind="plan", is_template=False, title=None, span=Extent(start=0, end=7), quotas=(quota("3人次", text, what=what),))
    assert wrong({"kind": "plan", "quotas": [expected_quota(what="教师")]}, record(text, documents=(plan,))) == []


def plans(text: str, *parts: tuple[int, int, list[Quota]]) -> Record:
    documents = [
        Document(kind="plan", is_template=False, title=None, span=Extent(start=start, end=end), quotas=tuple(quotas))
        for start, end, quotas in parts
    ]
    return record(text, documents=tuple(documents))


TWO = "方案甲：培训3人次。方案乙：培训3人次。"
FIRST, SECOND = quota("3人次", TWO), quota("3人次", TWO, 1)
TWO_GOLD = [{"kind": "plan", "start_text": f"方案{name}", "quotas": [expected_quota()]} for name in "甲乙"]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (plans(TWO, (0, 10, [FIRST]), (10, 20, [SECOND])), {}),
        (plans(TWO, (10, 20, [SECOND]), (0, 10, [FIRST])), {}),
        (plans(TWO, (0, 10, [FIRST])), {"kind": (1, 0, 1), "quotas": (1, 0, 1)}),
        # the second plan read into the first: what is found there is looked for in the first plan's part of the text
        (plans(TWO, (0, 20, [FIRST, SECOND])), {"kind": (1, 0, 1), "quotas": (1, 1, 1)}),
        (plans(TWO, (0, 20, [SECOND])), {"kind": (1, 0, 1), "quotas": (0, 1, 2)}),
        (plans(TWO, (0, 5, []), (5, 10, [FIRST]), (10, 20, [SECOND])), {"kind": (2, 1, 0), "quotas": (1, 1, 1)}),
        (plans(TWO), {"kind": (0, 0, 2), "quotas": (0, 0, 2)}),
        (None, {"kind": (0, 0, 2), "quotas": (0, 0, 2)}),
    ],
)
def test_documents_are_told_apart_by_their_place(read: Record | None, expected: dict[str, tuple[int, int, int]]) -> None:
    assert counts(*TWO_GOLD, read=read) == expected


def test_two_of_one_value_are_found_once_each_by_their_places() -> None:
    text = "培训3人次，送教3人次"
    read = plans(text, (0, 12, [quota("3人次", text, 1, what="送教"), quota("3人次", text, 0, what="培训")]))
    quotas = [expected_quota(quote="培训3人次", unit="人次"), expected_quota(quote="送教3人次"), expected_quota(quote="送教3人次")]
    assert counts({"kind": "plan", "quotas": quotas}, read=read) == {"quotas": (2, 0, 1)}


def test_a_slip_says_where_and_what() -> None:
    document = with_item("funding", payer="丙方") | {"title": "协议", "quotas": []}
    shown = [
        (slip.document, slip.problem, slip.field, slip.part, slip.value, slip.read, slip.words) for slip in held(RECORD, document).slips
    ]
    assert shown == [
        (1, "missed", "title", None, "协议", None, ""),
        (1, "extra", "title", None, "南浦中学与北岭中学结对协议", None, ""),
        (1, "extra", "quotas", None, "4.. 节 /学期", None, "送课不少于4节"),
        (1, "wrong", "funding", "payer", "丙方", "甲方", "资助12万元"),
    ]


def test_a_document_that_nobody_annotated_is_extra() -> None:
    slips = held(plans(TWO, (0, 10, [FIRST]), (10, 20, [SECOND])), TWO_GOLD[0]).slips
    assert [(slip.document, slip.problem, slip.field, slip.value) for slip in slips] == [
        (None, "extra", "kind", "plan"),
        (None, "extra", "quotas", "3 人次"),
    ]


def test_spans_are_counted_and_checked() -> None:
    astray = agreement().model_copy(update={"funding": ()})
    (promise,) = astray.quotas
    moved = promise.model_copy(update={"span": promise.span.model_copy(update={"start": 0, "end": 7})})
    result = held(record(documents=(astray.model_copy(update={"quotas": (moved,)}),)), annotated()).result
    # two parties, term, effective, copies, signature, quota
    assert (result.spans, result.ungrounded) == (7, 1)


def test_money_without_a_lower_bound_is_shown_as_it_is() -> None:
    (paid,) = agreement().funding
    up_to = paid.model_copy(update={"amount": Money(max="120000.50"), "per": None})
    slips = held(record(documents=(agreement().model_copy(update={"funding": (up_to,)}),)), annotated()).slips
    assert [slip.value for slip in slips] == ["120000 /年", "..120000.50"]


@pytest.mark.parametrize(
    ("file", "name"), [("a.txt", "txt"), ("协议.PDF", "pdf"), ("a.b.Htm", "html"), ("a.docm", "docx"), ("a.rss", "rss"), ("a", "")]
)
def test_files_are_counted_by_format(file: str, name: str) -> None:
    assert format_of(file) == name


def test_text_is_what_the_annotation_quotes() -> None:
    assert all(quote in TEXT for quote in ("送课不少于4节", "资助12万元", "一式两份", "南浦中学与北岭"))
