"""When an address is asked for again, and after what time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime

import pytest

from pipeline.fetch.retries import retry_after, wait_before
from pipeline.fetch.trouble import FetchTrouble
from tests.pipeline.fetch.hurried import START
from tests.pipeline.fetch.make_exchange import answered


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_what_may_pass_is_asked_for_again_later_each_time(code: int) -> None:
    waits = [wait_before(tries, answered("", code), 0.5) for tries in (1, 2, 3)]
    assert waits == [1.0, 2.0, None]


@pytest.mark.parametrize("code", [200, 204, 301, 304, 400, 401, 403, 404, 410, 412, 501, 505, 521])
def test_what_does_not_pass_is_not(code: int) -> None:
    assert wait_before(1, answered("", code, {"Retry-After": "1"}), 0.5) is None


def test_chance_spreads_a_wait() -> None:
    assert [wait_before(1, answered("", 503), chance) for chance in (0.0, 0.5, 1.0)] == [0.5, 1.0, 1.5]


def test_trouble_is_asked_about_again_where_it_may_pass() -> None:
    for may_pass, wait in ((True, 1.0), (False, None)):
        exchange = replace(answered("", 0), trouble=FetchTrouble("no-answer", "no-answer", {}, may_pass=may_pass))
        assert wait_before(1, exchange, 0.5) == wait


def test_a_firewall_is_not_asked_again() -> None:
    assert wait_before(1, answered("<body>请完成安全验证后继续访问</body>", 503), 0.5) is None


def test_a_server_is_waited_for_as_long_as_it_asks_but_not_forever() -> None:
    assert wait_before(1, answered("", 429, {"Retry-After": "7"}), 0.5) == 7.25
    assert wait_before(1, answered("", 429, {"Retry-After": "30"}), 0.5) == 30.25
    assert wait_before(1, answered("", 429, {"Retry-After": "31"}), 0.5) is None
    assert wait_before(1, answered("", 503, {"Retry-After": "soon"}), 0.5) == 1.0


DATE = START + timedelta(seconds=90)

SECONDS = [
    ("0", 0.0),
    ("7", 7.0),
    (" 120 ", 120.0),
    (format_datetime(DATE, usegmt=True), 90.0),
    (DATE.strftime("%A, %d-%b-%y %H:%M:%S GMT"), 90.0),
    (DATE.strftime("%a %b %d %H:%M:%S %Y"), 90.0),
    (format_datetime(START - timedelta(days=3), usegmt=True), 0.0),
    ("9" * 400, 366 * 86_400.0),
    ("", None),
    ("-1", None),
    ("1.5", None),
    ("٣", None),
    ("soon", None),
    ("Fri, 99 Foo 2025 99:99:99 GMT", None),
    ("Mon, 03 Mar 999999999999 08:00:00 GMT", None),
]


@pytest.mark.parametrize(("value", "seconds"), SECONDS)
def test_retry_after_is_read(value: str, seconds: float | None) -> None:
    assert retry_after(answered("", 429, {"Retry-After": value})) == seconds
