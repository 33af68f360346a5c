"""What of a record can be decided on, for every sample: each value is a value that could have been typed, and each target leads back."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import read_bytes
from pipeline.json_output import pretty
from pipeline.review.apply import applied
from pipeline.review.corrections import correction_of, is_edtf
from pipeline.review.entries import plain, said, targets_of
from pipeline.review.reviewed import reviewed
from pipeline.review.standing import fold
from pipeline.review.targets import target_of
from schemas.record import Record
from tests.pipeline.make_record import agreement, bad_record, record
from tests.pipeline.review.logs import Log

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "samples").glob("*/*/source.*"))
IDS = [f"{path.parent.name}{path.suffix}" for path in SAMPLES]


@cache
def read(sample: Path) -> Record:
    return read_bytes(sample.read_bytes(), name=sample.name, names=False)


def resolved(value: Any, pointer: str) -> Any:
    """What a JSON Pointer leads to."""
    for part in pointer.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list) else (value or {}).get(part)
    return value


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_a_target_is_a_pointer_to_its_value(sample: Path) -> None:
    whole = json.loads(read(sample).model_dump_json())
    entries = targets_of(read(sample))
    for key, entry in entries.items():
        target = target_of(key)
        assert target is not None
        assert str(target) == key
        assert (target.document, target.field, target.is_finding) == (entry.document, entry.field, entry.is_finding)
        if not entry.is_finding:
            assert resolved(whole, key) == (plain(entry.value) if not target.is_group else [])
    findings = [*read(sample).findings, *(finding for document in read(sample).documents for finding in document.findings)]
    assert [entry.value for entry in entries.values() if entry.is_finding] == findings


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_what_was_read_is_a_correction_that_changes_nothing(sample: Path) -> None:
    for key, entry in targets_of(read(sample)).items():
        if entry.is_finding or entry.value is None:
            continue
        correction = correction_of(key, entry.field, plain(entry.value), read(sample))
        assert correction.problems == ()
        assert said(correction.becomes) == said(plain(entry.value))


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_accepting_everything_changes_nothing_but_the_review(sample: Path) -> None:
    log = Log()
    for key, entry in targets_of(read(sample)).items():
        if entry.is_finding:
            log.add("甲", "confirm", key)
        elif entry.value is not None:
            log.add("甲", "accept", key)
    after = reviewed(read(sample), fold(log.entries))
    assert after.review is not None
    assert after.model_copy(update={"review": None}) == read(sample)
    assert len(after.review.values) == len(log.entries)
    assert all(value.was is None for value in after.review.values)
    assert Record.model_validate_json(pretty(after)) == after


@pytest.mark.parametrize("sample", SAMPLES, ids=IDS)
def test_every_item_can_be_taken_away_at_once(sample: Path) -> None:
    log = Log()
    for key, entry in targets_of(read(sample)).items():
        if not entry.is_finding and entry.value is not None and entry.field != "kind":
            log.add("甲", "reject", key)
    after = applied(read(sample), fold(log.entries))
    assert set(after.values) == {f"/documents/{at}/kind" for at in range(len(read(sample).documents))}
    assert all(len(document.parties) == 0 and document.title is None for document in after.record.documents)


@settings(deadline=None)
@given(st.data())
def test_a_correction_stands_at_its_place_in_the_record(data: st.DataObject) -> None:
    sample = data.draw(st.sampled_from(SAMPLES))
    entries = {key: one for key, one in targets_of(read(sample)).items() if one.field in {"people", "parties", "policies"} and one.value}
    chosen = data.draw(st.lists(st.sampled_from(sorted(entries)), unique=True)) if entries else []
    gone = set(data.draw(st.lists(st.sampled_from(sorted(entries)), unique=True)) if entries else [])
    log = Log()
    for key in chosen:
        part = "title" if "/policies/" in key else "name"
        log.add("甲", "correct", key, becomes=plain(entries[key].value) | {part: f"改 {key}"})
    for key in gone:
        log.add("甲", "reject", key)
    after = applied(read(sample), fold(log.entries))
    whole = json.loads(after.record.model_dump_json())
    for key, place in after.places.items():
        assert key not in gone
        assert resolved(whole, place) == plain(after.values[key])
        if key in chosen:
            assert f"改 {key}" in resolved(whole, place).values()


def test_a_file_that_could_not_be_read_has_nothing_to_decide_on() -> None:
    assert targets_of(bad_record("unreadable", "empty", "文件里没有内容。")) == {}


def test_what_has_no_review_says_nothing_of_it() -> None:
    assert "review" not in json.loads(record(documents=(agreement(),)).model_dump_json())


@pytest.mark.parametrize(
    "pointer",
    ["", "/", "/documents/0", "/documents/01/term", "/documents/-1/term", "/documents/0/quotas/01", "/documents/0/quotas/+xyz", "/text",
     "/documents/0/quotas/0/amount", "/documents/0/press", "/documents/0/press/url", "/findings", "/findings/a/b", "/documents/٣/term",
     "/documents/0/term\n", "/documents/0/dates/0", "/documents/99999999999999999999/term"],
)  # fmt: skip
def test_what_is_no_target(pointer: str) -> None:
    assert target_of(pointer) is None


@pytest.mark.parametrize("text", ["2024", "2024-09", "2024-09-01", "20XX-03", "XXXX-XX-XX", "2024-02-29", "2021-09/2024-08", "2024-21"])
def test_what_is_a_date(text: str) -> None:
    assert is_edtf(text)


@pytest.mark.parametrize("text", ["", "24", "2024-9-1", "2024-02-30", "2023-02-29", "2024-13", "2024/2025/2026", "2024/", "..", "二〇二四"])
def test_what_is_none(text: str) -> None:
    assert not is_edtf(text)
