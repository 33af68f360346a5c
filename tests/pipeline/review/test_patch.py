"""The patch: applied to what was read, it gives the reviewed record, whatever was decided."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import jsonpatch
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.read import read_bytes
from pipeline.review.entries import plain, targets_of
from pipeline.review.patch import patch_of
from schemas.record import Record
from tests.pipeline.make_record import agreement, record
from tests.pipeline.review.steps import Step, decided

READ = read_bytes(Path("samples/agreement/donation/source.txt").read_bytes(), name="source.txt", names=False)
TARGETS = targets_of(READ)
ITEMS = [target for target, entry in TARGETS.items() if entry.value is not None and not entry.is_finding and entry.field != "kind"]
FINDINGS = [target for target, entry in TARGETS.items() if entry.is_finding]


def assert_leads_there(read: Record, *steps: Step) -> list[dict[str, Any]]:
    reviewed = decided(read, *steps).reviewed()
    patch = patch_of(read, reviewed)
    original = read.model_dump(mode="json")
    kept = copy.deepcopy(original)
    result = jsonpatch.JsonPatch(patch).apply(original)
    assert result == reviewed.model_dump(mode="json")
    assert Record.model_validate(result) == reviewed
    assert original == kept
    return patch


def test_a_corrected_part_is_one_replacement() -> None:
    read = record(documents=(agreement(),))
    quota = plain(read.documents[0].quotas[0])
    patch = assert_leads_there(read, ("温", "correct", "/documents/0/quotas/0", {"becomes": {**quota, "unit": "次"}}))
    assert {"op": "replace", "path": "/documents/0/quotas/0/unit", "value": "次"} in patch
    assert any(one["op"] == "add" and one["path"] == "/review" for one in patch)


@pytest.mark.parametrize("action", ["reject", "absent"])
def test_what_was_taken_away_is_removed(action: str) -> None:
    patch = assert_leads_there(record(documents=(agreement(),)), ("温", action, "/documents/0/quotas/0"))
    assert any(one["op"] == "remove" and one["path"] == "/documents/0/quotas/0" for one in patch)


def test_a_dismissed_finding_is_removed() -> None:
    patch = assert_leads_there(READ, ("温", "dismiss", FINDINGS[0], {"note": "另有约定"}))
    assert any(one["op"] == "remove" and "/findings/" in one["path"] for one in patch)


@given(st.dictionaries(st.sampled_from(ITEMS + FINDINGS), st.sampled_from(["accept", "reject", "absent", "again"]), max_size=6))
def test_whatever_was_decided_the_patch_leads_there(given_actions: dict[str, str]) -> None:
    steps: list[Step] = []
    for target, action in given_actions.items():
        if target in FINDINGS:
            steps.append(("温", "confirm" if action == "accept" else "dismiss", target, {"note": "无"}))
        elif action == "again":
            steps.append(("温", "correct", target, {"becomes": plain(TARGETS[target].value)}))
        else:
            steps.append(("温", action, target))
    assert_leads_there(READ, *steps)
