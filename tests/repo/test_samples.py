"""Every sample has its source, what should be read from it, and where it comes from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.repo.tracked import ROOT, shown

SAMPLES = sorted(path.parent for path in (ROOT / "samples").glob("*/*/about.md"))
KINDS = {"agreement", "plan", "news", "summary", "notice", "other"}


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 10
    assert {sample.parent.name for sample in SAMPLES} >= {"agreement", "plan", "news", "summary"}


@pytest.mark.parametrize("sample", SAMPLES, ids=shown)
def test_a_sample_is_complete(sample: Path) -> None:
    names = sorted(path.name for path in sample.iterdir())
    (source,) = [name for name in names if name.startswith("source.")]
    assert names == ["about.md", "expected.json", source]
    expected = json.loads((sample / "expected.json").read_bytes())
    assert expected["file"] == source
    assert {document["kind"] for document in expected["documents"]} <= KINDS
    assert sample.parent.name in {document["kind"] for document in expected["documents"]}


@pytest.mark.parametrize("sample", SAMPLES, ids=shown)
def test_a_sample_is_our_own_and_says_what_is_odd(sample: Path) -> None:
    about = (sample / "about.md").read_text(encoding="utf-8")
    assert about.startswith("# ")
    assert "本文为本项目编写" in about
    assert "Apache-2.0" in about
    assert 3 <= len([line for line in about.splitlines() if line]) <= 10
