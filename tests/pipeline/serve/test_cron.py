"""What a cron schedule means, and which are none."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from pipeline.config.misuse import Misuse
from pipeline.serve.cron import Cron

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2024, 2, 28, 9, 30, 20, tzinfo=ZONE)  # a Wednesday

READS = [
    ("* * * * *", "2024-02-28 09:31"),
    ("0 2 * * *", "2024-02-29 02:00"),
    ("30 9 * * *", "2024-02-29 09:30"),
    ("31 9 * * *", "2024-02-28 09:31"),
    ("*/1 * * * *", "2024-02-28 09:31"),
    ("*/15 8-18 * * 1-5", "2024-02-28 09:45"),
    ("0 9 * * MON", "2024-03-04 09:00"),
    ("0 9 * * mon-fri", "2024-02-29 09:00"),
    ("0 9 * * 7", "2024-03-03 09:00"),
    ("0 9 * * 0", "2024-03-03 09:00"),
    ("0 9 * * 5-7", "2024-03-01 09:00"),
    ("0 9 1,15 * *", "2024-03-01 09:00"),
    ("0 9 13 * 5", "2024-03-01 09:00"),
    ("0 9 31 2,3 *", "2024-03-31 09:00"),
    ("0 0 29 FEB *", "2024-02-29 00:00"),
    ("5,10-12,50-59/3 10 * * *", "2024-02-28 10:05"),
    ("  0   2 * * *\t", "2024-02-29 02:00"),
]

NONE = [
    ("", "cron_fields"),
    ("* * * *", "cron_fields"),
    ("* * * * * *", "cron_fields"),
    ("@daily", "cron_fields"),
    ("60 * * * *", "cron_field"),
    ("* 24 * * *", "cron_field"),
    ("* * 0 * *", "cron_field"),
    ("* * 32 * *", "cron_field"),
    ("* * * 13 *", "cron_field"),
    ("* * * * 8", "cron_field"),
    ("5-1 * * * *", "cron_field"),
    ("0 9 * * 0-0", "cron_field"),
    ("*/0 * * * *", "cron_field"),
    ("*/70 * * * *", "cron_field"),
    ("5/10 * * * *", "cron_field"),
    ("1,,2 * * * *", "cron_field"),
    ("-1 * * * *", "cron_field"),
    ("１０ * * * *", "cron_field"),
    ("² * * * *", "cron_field"),
    ("R * * * *", "cron_field"),
    ("H * * * *", "cron_field"),
    ("0 9 L * *", "cron_field"),
    ("0 9 ? * *", "cron_field"),
    ("0 9 * * 周一", "cron_field"),
    ("0 9 * MON *", "cron_field"),
    ("00000000001 9 * * *", "cron_field"),
    ("0 0 30 2 *", "cron_never"),
    ("0 0 30 2 1", "cron_never"),
    ("0 0 31 4,6,9,11 *", "cron_never"),
]


@pytest.mark.parametrize(("text", "first"), READS)
def test_a_schedule_has_a_first_time(text: str, first: str) -> None:
    found = Cron.of(text).after(NOW)
    assert f"{found:%Y-%m-%d %H:%M}" == first
    assert found.tzinfo is ZONE


@pytest.mark.parametrize(("text", "sentence"), NONE)
def test_what_is_no_schedule_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(Misuse) as caught:
        Cron.of(text)
    assert caught.value.sentence == sentence


def test_the_29th_of_february_is_waited_for_over_a_year_without_it() -> None:
    assert Cron.of("0 0 29 2 *").after(datetime(2096, 3, 1, tzinfo=ZONE)) == datetime(2104, 2, 29, tzinfo=ZONE)


def _field(least: int, most: int) -> st.SearchStrategy[str]:
    number = st.integers(least, most)
    ends = st.lists(number, min_size=2, max_size=2, unique=True).map(sorted)
    return st.one_of(
        st.just("*"),
        number.map(str),
        st.integers(1, most).map("*/{}".format),
        ends.map(lambda pair: f"{pair[0]}-{pair[1]}"),
        st.tuples(ends, st.integers(1, most)).map(lambda both: f"{both[0][0]}-{both[0][1]}/{both[1]}"),
        st.lists(number, min_size=2, max_size=4).map(lambda numbers: ",".join(map(str, numbers))),
    )


def _cron(text: str) -> Cron | None:
    try:
        return Cron.of(text)
    except Misuse:
        return None


@settings(deadline=None)  # the first import of Prefect takes its time
@given(
    st.tuples(_field(0, 59), _field(0, 23), _field(1, 31), _field(1, 12), _field(0, 7)).map(" ".join),
    # Prefect's first date may be the moment itself
    st.integers(0, 70 * 366 * 24 * 60).map(lambda minutes: datetime(2020, 1, 1, 0, 0, 30, tzinfo=UTC) + timedelta(minutes=minutes)),
)
def test_prefect_fires_when_we_say(text: str, moment: datetime) -> None:
    from prefect.server.schemas.schedules import CronSchedule

    cron = _cron(text)
    if cron is None:
        event("never")
        return
    assert asyncio.run(CronSchedule(cron=cron.text, timezone="UTC").get_dates(1, start=moment)) == [cron.after(moment)]
