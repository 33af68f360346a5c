"""Every hostile file ends in the outcome that it must have, in one run, and costs no other file anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.cli import run
from tests.outside import hostile_pdf, hostile_picture, hostile_text, hostile_word
from tests.outside.cases import PAPER, Case

_SECONDS = "60"
"""For one file, on a machine that is busy with other tests; none of them but one may take so long."""


def cases() -> Iterator[Case]:
    for family in (hostile_pdf, hostile_word, hostile_picture, hostile_text):
        yield from family.cases()


CASES = list(cases())


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The records of all cases, and of a good file before, between and after them; by file name."""
    folder, out = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("out")
    for one in CASES:
        (folder / one.name).write_bytes(one.make())
    for name in ("!good.txt", "h-good.txt", "~good.txt"):
        (folder / name).write_text(PAPER, encoding="utf-8")
    assert run(["extract", str(folder), "--out", str(out), "--file-seconds", _SECONDS]) == 1
    records = [json.loads(path.read_bytes()) for path in out.iterdir()]
    return {record["source"]["name"]: record for record in records}


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.name)
def test_each_ends_as_it_must(one: Case, outcomes: dict[str, Any]) -> None:
    record = outcomes[one.name]
    outcome = record["outcome"]
    assert {outcome["status"], outcome["reason"]} & one.outcomes, outcome
    assert "Traceback" not in json.dumps(record)
    assert one.says in (outcome["message"] or "")
    assert "。；" not in (outcome["message"] or "")
    assert one.holds in record["text"]
    found = {finding["rule"] for part in (record, *record["documents"]) for finding in part["findings"]}
    assert one.finds <= found, found
    if outcome["status"] == "unreadable":
        assert (record["text"], record["documents"]) == ("", [])
        assert outcome["message"].endswith("。")


def test_good_files_among_them_are_read(outcomes: dict[str, Any]) -> None:
    good = [outcomes[name] for name in ("!good.txt", "h-good.txt", "~good.txt")]
    assert all(record["outcome"]["status"] == "read" for record in good)
    assert good[0]["documents"] == good[1]["documents"] == good[2]["documents"]
    assert len(outcomes) == len(CASES) + len(good)
