"""Figures worked out by hand, per field, per format and over all; and runs saved and read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluate.figures import Count, macro_f1, micro_f1
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.matching import hold
from pipeline.evaluate.results import Held, NotARun, Run, figures, load_run, to_json
from schemas.errors import Unreadable
from schemas.record import Record
from tests.pipeline.evaluate.make_gold import annotated, with_item
from tests.pipeline.make_record import agreement, bad_record, record

RECORD = record(documents=(agreement(),))


@pytest.mark.parametrize(
    ("count", "gold", "precision", "recall", "f1"),
    [
        (Count(), 0, 1.0, 1.0, 1.0),
        (Count(found=3, extra=1, missed=2), 5, 0.75, 0.6, 2 / 3),
        (Count(extra=2), 0, 0.0, 1.0, 0.0),
        (Count(missed=2), 2, 1.0, 0.0, 0.0),
        (Count(found=4), 4, 1.0, 1.0, 1.0),
        (Count(found=1, missed=1), 2, 1.0, 0.5, 2 / 3),
    ],
)
def test_figures_of_one_field(count: Count, gold: int, precision: float, recall: float, f1: float) -> None:
    assert (count.gold, count.precision, count.recall, count.f1) == pytest.approx((gold, precision, recall, f1))


@pytest.mark.parametrize(
    ("fields", "micro", "macro"),
    [
        ({"a": Count(found=3, extra=1, missed=2), "b": Count(found=1)}, 8 / 11, 5 / 6),
        # a field that is not annotated is in the micro figure by what is extra, and not in the macro figure
        ({"a": Count(found=1), "b": Count(extra=2), "c": Count()}, 0.5, 1.0),
        ({"a": Count(missed=1), "b": Count(found=1)}, 2 / 3, 0.5),
        ({"a": Count()}, 0.0, 0.0),
        ({}, 0.0, 0.0),
    ],
)
def test_figures_over_all_fields(fields: dict[str, Count], micro: float, macro: float) -> None:
    assert (micro_f1(fields), macro_f1(fields)) == pytest.approx((micro, macro))


def held(name: str, file: str, record: Record | None, *documents: dict[str, Any]) -> Held:
    return hold(name, Gold.model_validate({"file": file, "documents": documents}), name, record)


@pytest.fixture
def run() -> Run:
    """Of 14 + 14 + 14 + 14 facts 14 are found in the first file, 12 in the second (and 1 extra), and none in the others."""
    second = with_item("quotas", unit="次") | {"title": None, "findings": [{"rule": "blank-party"}, {"rule": "clause-gap"}]}
    return Run.of(
        [
            held("a", "a.txt", RECORD, annotated()),
            held("b", "b.pdf", RECORD, second),
            held("c", "c.pdf", bad_record("unreadable", "encrypted", "文件有密码。"), annotated()),
            held("d", "d.txt", None, annotated()),
        ],
        ["e"],
    )


def test_figures_of_a_run(run: Run) -> None:
    found = figures(run)
    # 14 + 12 found; extra are the title and the quota of b; missed are its quota, a finding, and all of c and d
    assert found["micro_f1"] == pytest.approx(2 * 26 / (2 * 26 + 2 + 30))
    assert found["reading_micro_f1"] == pytest.approx(2 * 24 / (2 * 24 + 2 + 27))
    assert found["fields"]["title"] == pytest.approx({"gold": 3, "found": 1, "extra": 1, "precision": 0.5, "recall": 1 / 3, "f1": 0.4})
    assert found["fields"]["parties"] == pytest.approx({"gold": 8, "found": 4, "extra": 0, "precision": 1, "recall": 0.5, "f1": 2 / 3})
    assert found["fields"]["findings"]["gold"] == 5
    assert found["attributes"]["quotas.actor"] == {"asked": 1, "accuracy": 1.0}
    assert found["attributes"]["funding.payer"] == {"asked": 2, "accuracy": 1.0}
    # kind, term, copies, press, signing, funding: 2/3 each, as parties; title 2/5; quotas 1/3 (1 of 4, 1 extra); findings 4/7 (2 of 5)
    assert found["macro_f1"] == pytest.approx((7 * 2 / 3 + 2 / 5 + 1 / 3 + 4 / 7) / 10)
    assert (found["documents"], found["no_record"], found["unread"], found["ungrounded"]) == (4, ["d"], ["c"], 0)


def test_figures_by_format(run: Run) -> None:
    formats = {name: figures(part) for name, part in run.formats().items()}
    assert list(formats) == ["pdf", "txt"]
    assert formats["txt"]["micro_f1"] == pytest.approx(2 * 14 / (2 * 14 + 14))
    assert formats["pdf"]["micro_f1"] == pytest.approx(2 * 12 / (2 * 12 + 2 + 16))
    assert formats["pdf"]["fields"]["title"]["precision"] == 0.0


def test_a_run_is_whole_when_all_was_read() -> None:
    assert Run.of([held("a", "a.txt", RECORD, annotated(kind="plan"))]).is_whole()
    assert not Run.of([held("a", "a.txt", None, annotated())]).is_whole()
    assert not Run.of([held("a", "a.txt", bad_record("failed", None, "x"), annotated())]).is_whole()
    assert not Run.of([], ["a"]).is_whole()


def test_a_saved_run_is_the_same_when_read_back(run: Run, tmp_path: Path) -> None:
    (tmp_path / "run.json").write_bytes(to_json(run, {"against": {}}))
    assert load_run(tmp_path / "run.json") == run


def test_what_is_saved_is_for_scripts_too(run: Run) -> None:
    saved = json.loads(to_json(run))
    assert saved["files"]["a"]["f1"] == 1.0
    assert saved["files"]["b"]["fields"]["findings"] == {"found": 1, "extra": 0, "missed": 1}
    assert saved["formats"]["txt"]["fields"]["kind"]["gold"] == 2
    assert saved["malformed"] == ["e"]
    assert saved["errors"][0] == {
        "file": "b", "document": 1, "problem": "extra", "field": "title", "part": None,
        "value": "南浦中学与北岭中学结对协议", "read": None, "words": "",
    }  # fmt: skip


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"evaluation": "2", "files": {}}', b'{"evaluation": "1"}'])
def test_other_json_is_no_run(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "run.json").write_bytes(content)
    with pytest.raises(NotARun):
        load_run(tmp_path / "run.json")


def test_a_missing_run(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        load_run(tmp_path / "run.json")
