"""What is read right today stays right: a floor under each figure, pinned with the corpus it was measured on.

``python -m tests.quality.pin`` pins anew when a figure has risen or documents have come; ``python -m pipeline evaluate --errors`` shows
what is read wrongly in the open part. Of the held-out part only figures are ever compared here, so that no failure shows its texts.
"""

from __future__ import annotations

import json

import pytest

from tests.quality import measured
from tests.quality.pin import FLOORS, Pins, floors

_PINNED: Pins = json.loads(FLOORS.read_bytes())


@pytest.mark.parametrize("part", measured.PARTS)
def test_the_corpus_is_the_one_that_was_measured(part: str) -> None:
    assert measured.documents(part) == _PINNED[part]["documents"]
    assert measured.digest(part) == _PINNED[part]["digest"]


@pytest.mark.parametrize(("part", "field"), [(part, field) for part in measured.PARTS for field in _PINNED[part]["floors"]])
def test_no_field_falls(part: str, field: str) -> None:
    figure, floor = measured.figures(part)[field], _PINNED[part]["floors"][field]
    shown = "\n".join(map(str, measured.slips(field))) if part == "open" and figure < floor else ""
    assert figure >= floor, shown


@pytest.mark.parametrize("part", measured.PARTS)
def test_every_figure_has_its_floor(part: str) -> None:
    assert list(floors(measured.figures(part))) == list(_PINNED[part]["floors"])


@pytest.mark.parametrize("part", measured.PARTS)
def test_every_span_is_grounded(part: str) -> None:
    assert measured.ungrounded(part) == 0
