"""Every sample's decisions, on a reading of the same paper in which all offsets have moved."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors import read_bytes
from pipeline.review.carry import Earlier
from pipeline.review.entries import plain, said, targets_of
from pipeline.review.situation import situation_of
from schemas.record import Record
from schemas.span import Span
from tests.pipeline.review.logs import Log

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "samples").glob("*/*/source.*"))


@cache
def read(sample: Path) -> Record:
    return read_bytes(sample.read_bytes(), name=sample.name, names=False)


def moved(record: Record, by: int) -> Record:
    """The record of the same text behind ``by`` further characters, one of them outside the basic plane."""

    def shift(value: Any) -> Any:
        if isinstance(value, list):
            return [shift(part) for part in value]
        if not isinstance(value, dict):
            return value
        ends = {name: value[name] + by for name in ("start", "end") if isinstance(value.get(name), int)}
        return {name: shift(part) for name, part in value.items()} | ends

    told = json.loads(record.model_dump_json())
    return Record.model_validate(shift(told) | {"text": ("𠮷" + "\r\n" * by)[:by] + record.text})


@settings(deadline=None)
@given(st.data())
def test_what_moved_keeps_its_decisions(data: st.DataObject) -> None:
    sample = data.draw(st.sampled_from(SAMPLES))
    old, new = read(sample), moved(read(sample), data.draw(st.integers(0, 300)))
    entries = targets_of(old)
    chosen = data.draw(st.lists(st.sampled_from(sorted(entries)), unique=True)) if entries else []
    log = Log()
    for key in chosen:
        entry, span = entries[key], entries[key].span
        place: dict[str, Any] = {"words": span.text, "start": span.start, "end": span.end} if span else {}
        action = (
            "confirm"
            if entry.is_finding
            else "absent"
            if entry.value is None
            else data.draw(st.sampled_from(["accept", "correct", "reject"]))
        )
        becomes = plain(entry.value) if action == "correct" else None
        log.add("甲", action, key, None, was=None if entry.is_finding else plain(entry.value), becomes=becomes, **place)
    situation = situation_of(2, "c" * 64, new, log.entries, [Earlier.of(1, old.model_dump_json())])
    assert situation.reopened == ()
    assert sorted(situation.standing.values) == sorted(chosen)
    for key in chosen:
        value = situation.applied.values.get(key)
        action = next(entry.decision.action for entry in log.entries if entry.decision.target == key)
        if action in {"reject", "absent", "confirm"}:
            assert value is None
            continue
        assert said(plain(value)) == said(plain(entries[key].value))
        span = getattr(value, "span", None)
        assert not isinstance(span, Span) or new.text[span.start : span.end] == span.text
