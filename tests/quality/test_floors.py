"""What is read right today stays right: floors for each field, pinned with the corpus they were measured on.

``python -m tests.quality.measure`` prints the figures; a floor is raised by hand in ``floors.json`` when a figure has risen, and lowered
only with a sentence in ``why_lower``.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.quality.measure import CORPUS, Tally, measure

_FLOORS: dict[str, Any] = json.loads((Path(__file__).resolve().parent / "floors.json").read_bytes())


@cache
def measured(part: str) -> Tally:
    return measure(part)


def digest(part: str) -> str:
    """One digest of all files of a part, names and contents."""
    total = hashlib.sha256()
    for path in sorted((CORPUS / part).iterdir()):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


@pytest.mark.parametrize("part", ["open", "held-out"])
def test_the_corpus_is_the_one_that_was_measured(part: str) -> None:
    pinned = _FLOORS[part]
    assert len(list((CORPUS / part).glob("*.gold.json"))) == pinned["documents"]
    assert digest(part) == pinned["digest"]


@pytest.mark.parametrize(("part", "field"), [(part, field) for part in ("open", "held-out") for field in _FLOORS[part]["floors"]])
def test_no_field_falls(part: str, field: str) -> None:
    tally = measured(part)
    shown = [] if part == "held-out" else [error for error in tally.errors if field.partition(".")[0] in error]
    assert tally.figures()[field] >= _FLOORS[part]["floors"][field], "\n".join(shown)


@pytest.mark.parametrize("part", ["open", "held-out"])
def test_every_span_is_grounded(part: str) -> None:
    assert measured(part).ungrounded == 0
