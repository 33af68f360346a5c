"""What a source is used to, and how long it is left alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.feeds.health import ZONE, longest_quiet, usual, waits
from pipeline.feeds.source import FeedSource
from pipeline.serve.cron import Cron
from pipeline.store.news import FeedState

DAILY = Cron.of("0 7 * * *")
SOURCE = FeedSource("县局", "http://jyj.example/", DAILY)
DAY = timedelta(days=1)


@given(st.integers(1, 10**6), st.none() | st.floats(0, allow_nan=False, allow_infinity=True))
def test_no_wait_is_off(failures: int, told: float | None) -> None:
    assert timedelta(minutes=10) <= waits(failures, told) < DAY


@given(st.integers(1, 10**4), st.none() | st.floats(0, 10**9), st.integers(0, 3_000))
def test_what_is_visited_each_morning_is_tried_each_morning(failures: int, told: float | None, seconds: int) -> None:
    """However long it has failed, and though a visit comes up to fifty minutes after its time."""
    now = datetime(2024, 3, 4, 7, tzinfo=ZONE)
    assert now + timedelta(seconds=seconds) + waits(failures, told) < DAILY.after(now)


def test_waits_grow_and_a_server_may_ask_for_more_but_not_for_less() -> None:
    assert [waits(failures, None) / timedelta(minutes=1) for failures in range(1, 6)] == [10, 20, 40, 80, 160]
    assert waits(1, 3600.0) == timedelta(hours=1)
    assert waits(3, 1.0) == timedelta(minutes=40)


def days(*gaps: int) -> list[date]:
    """Days with these gaps between them."""
    found = [date(2023, 1, 2)]
    for gap in gaps:
        found.append(found[-1] + timedelta(days=gap))
    return found


@pytest.mark.parametrize(
    ("gaps", "quiet"),
    [
        # without a habit
        ((), None),
        ((7, 7, 7, 7), None),
        # several on one day are one day of news
        ((0, 7, 0, 7, 0, 7, 0, 7), None),
        # daily: two weeks are nothing
        ((1,) * 30, 14),
        ((3, 4, 3, 4, 3, 4, 3, 4), 14),
        # weekly, fortnightly, monthly
        ((7,) * 20, 21),
        ((14,) * 10, 42),
        ((30,) * 12, 90),
        # weekly but for the Spring Festival and the summer, which come again
        ((7,) * 6 + (28,) + (7,) * 16 + (63,) + (7,) * 10, 63),
        # what was broken for a year is no habit
        ((7,) * 20 + (400,) + (7,) * 20, 75),
    ],
)
def test_how_long_a_source_may_say_nothing(gaps: tuple[int, ...], quiet: int | None) -> None:
    assert longest_quiet(SOURCE, days(*gaps)) == quiet


@given(st.lists(st.integers(0, 400), max_size=49))
def test_what_a_source_has_done_once_within_the_holidays_is_no_silence(gaps: list[int]) -> None:
    quiet = longest_quiet(SOURCE, days(*gaps))
    assert quiet is None or quiet >= max(14, min(75, max(gaps)))


def test_the_days_that_a_person_names_count() -> None:
    named = FeedSource("县局", "http://jyj.example/", DAILY, quiet_days=3)
    assert longest_quiet(named, []) == longest_quiet(named, days(*(7,) * 20)) == 3


def test_a_list_that_is_once_shorter_is_as_long_as_usual() -> None:
    now = datetime(2024, 3, 4, tzinfo=UTC)
    state, told = None, []
    for items in (20, 20, 3, 20, 5, 5, 5):
        told.append(usual(state, items))
        state = FeedState("县局", "http://jyj.example/", now, now, items=items, usual=told[-1])
    assert told == [20, 20, 20, 20, 20, 5, 5]
