"""The rules run again over a corrected record: what the correction changes changes, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractors import read_bytes, read_text
from extractors.checks.again import check_again
from extractors.checks.examples import example
from schemas.agreement import Copies, Document, Holder
from schemas.record import Record
from schemas.values import Date

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "samples").glob("*/*/source.*"))


def record_of(**changes: Any) -> Record:
    record = read_text(example(**changes).text, names=False)
    assert len(record.documents) == 1
    return record


def again(record: Record, not_stated: tuple[tuple[int, str], ...] = (), **changes: Any) -> Document:
    """The first document with some of its fields changed, checked again."""
    corrected = (record.documents[0].model_copy(update=changes), *record.documents[1:])
    return check_again(record, corrected, not_stated=not_stated)[0]


def rules(document: Document) -> list[str]:
    return [finding.rule for finding in document.findings]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}{path.suffix}")
def test_a_change_that_no_rule_looks_at_changes_no_finding(sample: Path) -> None:
    record = read_bytes(sample.read_bytes(), name=sample.name, names=False)
    corrected = [document.model_copy(update={"policies": (), "people": (), "regions": None}) for document in record.documents]
    for was, now, checked in zip(record.documents, corrected, check_again(record, corrected), strict=True):
        assert checked == now
        assert (checked.findings, checked.required) == (was.findings, was.required)


def test_what_did_not_change_is_given_back_as_it_is() -> None:
    record = record_of()
    assert check_again(record, record.documents)[0] is record.documents[0]


def test_a_total_that_was_misread_was_no_mismatch() -> None:
    record = record_of(copies="本协议一式三份，甲乙双方各执一份。")
    assert "copies-mismatch" in rules(record.documents[0])
    copies = record.documents[0].copies
    assert copies is not None
    assert rules(again(record, copies=copies.model_copy(update={"total": 2}))) == []


def test_a_mismatch_with_other_figures_says_so() -> None:
    record = record_of(copies="本协议一式三份，甲乙双方各执一份。")
    copies = record.documents[0].copies
    assert copies is not None
    (finding,) = again(record, copies=copies.model_copy(update={"total": 5})).findings
    assert finding.rule == "copies-mismatch"
    assert "5" in finding.message


TAKEN: list[tuple[str, str]] = [("term", "missing-term"), ("effective", "missing-effective"), ("copies", "missing-copies")]


@pytest.mark.parametrize(("field", "rule"), TAKEN)
def test_what_is_taken_away_is_missing(field: str, rule: str) -> None:
    record = record_of()
    assert rules(record.documents[0]) == []
    changes: dict[str, Any] = {field: None}
    checked = again(record, **changes)
    assert rules(checked) == [rule]
    assert [state.state for state in checked.required if state.field == field] == ["not-stated"]


@pytest.mark.parametrize(("field", "rule"), TAKEN)
def test_what_is_put_there_is_not_missing_any_more(field: str, rule: str) -> None:
    record = record_of(**{field: ""})
    assert rule in rules(record.documents[0])
    value = getattr(record_of().documents[0], field)
    assert rule not in rules(again(record, (), **{field: value}))


def test_what_a_person_says_is_not_stated_is_not_whatever_words_are_there() -> None:
    record = record_of(copies="本协议双方各执一份。")
    document = record.documents[0]
    if document.copies is not None:
        document = document.model_copy(update={"copies": None})
    assert "missing-copies" not in rules(record.documents[0])
    assert "missing-copies" in rules(again(record, ((0, "copies"),), copies=None))


def test_a_paper_that_is_no_agreement_need_not_say_it() -> None:
    record = record_of(copies="", liability="")
    assert {"missing-copies", "missing-liability"} <= set(rules(record.documents[0]))
    checked = again(record, kind="plan", copies=None)
    assert rules(checked) == []
    assert {state.state for state in checked.required} == {"not-applicable"}


def test_a_term_that_ends_before_it_begins() -> None:
    record = record_of()
    term = record.documents[0].term
    assert term is not None
    reversed_term = term.model_copy(update={"end": Date(edtf="2023-08-31", earliest="2023-08-31", latest="2023-08-31")})
    assert "term-reversed" in rules(again(record, term=reversed_term))


def test_a_party_without_a_duty() -> None:
    record = record_of()
    quotas = tuple(quota for quota in record.documents[0].quotas if quota.actor != "乙方")
    assert len(quotas) < len(record.documents[0].quotas)
    assert rules(again(record, quotas=quotas)) == []


def test_a_party_that_is_taken_away_and_signs_no_more() -> None:
    record = record_of()
    document = record.documents[0]
    checked = again(record, parties=document.parties[:1])
    assert "missing-party" in rules(checked)
    checked = again(record, signing=document.signing[:1])
    assert {state.state for state in checked.required if state.subject == "乙方" and state.field == "signature"} <= {"found", "not-stated"}


def test_a_finding_that_says_the_same_keeps_its_fingerprint() -> None:
    record = record_of(liability="")
    (was,) = record.documents[0].findings
    document = record.documents[0]
    moved = tuple(
        party.model_copy(update={"span": signature.span}) for party, signature in zip(document.parties, document.signing, strict=False)
    )
    (now,) = [one for one in again(record, parties=moved).findings if one.rule == was.rule]
    assert now == was


def test_the_other_documents_of_a_file_are_left_alone() -> None:
    sample = next(path for path in SAMPLES if path.parent.name == "two-on-one-page")
    record = read_bytes(sample.read_bytes(), names=False)
    assert len(record.documents) == 2
    term = record.documents[0].term
    first = record.documents[0].model_copy(update={"term": None})
    one, other = check_again(record, (first, record.documents[1]))
    assert other is record.documents[1]
    assert term is None or "missing-term" in rules(one)


def test_holders_that_were_missed_make_the_sum_right() -> None:
    record = record_of(copies="本协议一式三份，甲乙双方各执一份。")
    copies = record.documents[0].copies
    assert copies is not None
    holders = (*copies.holders, Holder(holder="教育局", count=1))
    corrected = Copies(span=copies.span, total=3, holders=holders)
    assert rules(again(record, copies=corrected)) == []
