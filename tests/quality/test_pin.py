"""Floors are raised freely, and lowered only with a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.quality.pin import Pins, floors, lowered, main


def pins(documents: int = 3, **figures: float) -> Pins:
    return {"open": {"documents": documents, "digest": f"d{documents}", "floors": figures}}


OLD = pins(title=0.9, term=0.8) | {"why_lower": ["The first reason."]}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(OLD), encoding="utf-8")
    return path


def pinned(place: Path) -> Pins:
    found: Pins = json.loads(place.read_bytes())
    return found


@pytest.mark.parametrize("new", [pins(title=0.9, term=0.9), pins(5, title=0.9, term=0.8), pins(title=1.0, term=0.8, press=0.4)])
def test_what_has_risen_or_is_new_is_pinned(place: Path, new: Pins) -> None:
    assert main([], place, lambda: new) == 0
    assert pinned(place) == new | {"why_lower": ["The first reason."]}


@pytest.mark.parametrize("new", [pins(title=0.899, term=0.9), pins(title=0.9), pins(9, title=0.9, term=0.7)])
@pytest.mark.parametrize("arguments", [[], ["--lower", ""], ["--lower", " \n"]])
def test_what_has_fallen_is_refused(place: Path, new: Pins, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments, place, lambda: new) == 1
    assert pinned(place) == OLD
    assert "not pinned" in capsys.readouterr().out


def test_a_sentence_lowers_and_is_kept(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = pins(4, title=0.7, term=0.9)
    assert main(["--lower", "Harder\n titles  came."], place, lambda: new) == 0
    assert pinned(place) == new | {"why_lower": ["The first reason.", "Harder titles came."]}
    assert capsys.readouterr().out == "open title: 0.9 → 0.7\n"


def test_a_sentence_that_lowers_nothing_is_not_kept(place: Path) -> None:
    assert main(["--lower", "For later."], place, lambda: pins(title=0.9, term=0.8)) == 0
    assert pinned(place)["why_lower"] == ["The first reason."]


def test_pinning_twice_changes_nothing(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], place, lambda: pins(title=0.9, term=0.8)) == 0
    assert pinned(place) == OLD
    assert capsys.readouterr().out == "no floor has changed\n"


def test_the_first_pins_need_no_reason(tmp_path: Path) -> None:
    assert main([], tmp_path / "floors.json", lambda: pins(title=0.5)) == 0
    assert pinned(tmp_path / "floors.json") == pins(title=0.5) | {"why_lower": []}


def test_every_lowered_floor_is_told() -> None:
    assert lowered(OLD, pins(title=0.5)) == ["open title: 0.9 → 0.5", "open term: 0.8 → gone"]


@pytest.mark.parametrize(("figure", "floor"), [(1.0, 1.0), (0.9999, 0.999), (0.993, 0.993), (2 / 3, 0.666), (0.001, 0.001)])
def test_a_floor_is_rounded_down(figure: float, floor: float) -> None:
    assert floors({"title": figure}) == {"title": floor}


def test_there_is_no_floor_under_nothing() -> None:
    assert floors({"press": 0.0, "title": 0.5}) == {"title": 0.5}
