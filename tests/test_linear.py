"""The comparison that holds reading to its length tells a straight line from a square."""

from __future__ import annotations

import pytest

from tests import linear
from tests.linear import LIMIT, dearness, growth


class _Clock:
    """A processor's time that only what is read moves on."""

    def __init__(self) -> None:
        self.now = 0.0

    def process_time(self) -> float:
        return self.now

    def spend(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> _Clock:
    clock = _Clock()
    monkeypatch.setattr(linear, "time", clock)
    return clock


def test_a_straight_line_holds(clock: _Clock) -> None:
    assert 9.5 < growth(lambda length: clock.spend(length / 10_000), int) < 10.5


def test_a_square_does_not(clock: _Clock) -> None:
    assert growth(lambda length: clock.spend(length * length / 1e8), int) > 95 > LIMIT


def test_what_is_quick_is_not_compared(clock: _Clock) -> None:
    assert growth(lambda length: clock.spend(length * length / 1e10), int) == 0


def test_one_trial_that_was_held_up_does_not_count(clock: _Clock) -> None:
    held_up = {0: 30.0}
    assert dearness(lambda trial: clock.spend(0.5 + held_up.get(trial, 0.0)), lambda trial: trial + 1, lambda trial: trial) == 1


def test_what_is_remembered_makes_nothing_cheap(clock: _Clock) -> None:
    seen: set[int] = set()

    def read(length: int) -> None:
        clock.spend(0.0 if length in seen else length * length / 1e8)
        seen.add(length)

    assert growth(read, int) > LIMIT
