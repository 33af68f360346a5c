"""Turns at a host."""

from __future__ import annotations

import threading

import pytest

from pipeline.fetch.fetcher import Fetcher
from pipeline.fetch.limits import Deadlines
from pipeline.fetch.pace import AT_ONCE, Pace, Turns
from tests.pipeline.fetch.hurried import START, Waits, hurried, trouble_of
from tests.pipeline.fetch.server import Answer, Asked, Site


def test_requests_are_so_far_apart() -> None:
    waits = Waits()
    turns = Turns(waits.clock())
    for host in ("a", "a", "b", "a"):
        with turns.turn(host, 2.0):
            pass
    assert waits.slept == [2.0, 2.0]


def test_time_that_a_request_takes_counts() -> None:
    waits = Waits()
    turns = Turns(waits.clock())
    with turns.turn("a", 2.0):
        waits.sleep(1.5)
    with turns.turn("a", 2.0):
        waits.sleep(9.0)
    with turns.turn("a", 2.0):
        pass
    assert waits.slept == [1.5, 0.5, 9.0]


def test_a_host_may_be_left_alone_for_longer() -> None:
    waits = Waits()
    turns = Turns(waits.clock())
    turns.postpone("a", 7.0)
    turns.postpone("a", 3.0)
    for seconds in (0.0, 2.0):
        with turns.turn("b", seconds):
            pass
        with turns.turn("a", seconds):
            pass
    assert waits.slept == [7.0, 2.0]


def test_a_failing_request_gives_its_turn_back() -> None:
    turns = Turns(Waits().clock())
    with pytest.raises(ValueError, match="a"), turns.turn("a", 1.0):
        raise ValueError("a")
    with turns.turn("a", 1.0):
        pass


def _all_at_once(fetcher: Fetcher, addresses: list[str]) -> None:
    threads = [threading.Thread(target=fetcher.get, args=(address,)) for address in addresses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_host_is_asked_for_one_page_at_a_time(site: Site) -> None:
    waits = Waits()
    site.put("/", Answer(pieces=[b"a"] * 3, pause=0.02))
    with hurried(site, waits, pace=Pace(5.0, robots=False), deadlines=Deadlines()) as fetcher:
        _all_at_once(fetcher, [site.at("/")] * 6)
    assert (site.hits["/"], site.most_at_once) == (6, 1)
    assert waits.slept == [5.0] * 5


def test_without_politeness_it_is_asked_for_several(site: Site) -> None:
    together = threading.Barrier(3, timeout=10)

    def meet(_: Asked) -> str:
        together.wait()
        return "a"

    site.put("/", meet)
    with hurried(site, deadlines=Deadlines()) as fetcher:
        _all_at_once(fetcher, [site.at("/")] * 3)
    assert site.most_at_once == 3


def test_a_page_may_have_a_pace_of_its_own(site: Site) -> None:
    waits = Waits()
    site.put("/", "a")
    with hurried(site, waits, pace=Pace(5.0, robots=False)) as fetcher:
        fetcher.get(site.at("/"))
        fetcher.get(site.at("/"), pace=Pace(8.0, robots=False))
        fetcher.get(site.at("/"), pace=AT_ONCE)
        fetcher.get(site.at("/"))
    assert waits.slept == [8.0, 5.0]


def test_too_many_requests_are_waited_for(site: Site) -> None:
    waits = Waits()
    site.put("/", Answer(code=429, headers={"Retry-After": "9"}), Answer(code=429, headers={"Retry-After": "20"}), "<p>好</p>")
    with hurried(site, waits) as fetcher:
        assert fetcher.get(site.at("/")).code == 200
    assert [round(wait, 2) for wait in waits.slept] == [9.25, 20.5]


def test_three_times_and_no_more(site: Site) -> None:
    waits = Waits()
    site.put("/", Answer(code=429))
    with hurried(site, waits) as fetcher:
        trouble = trouble_of(fetcher, site.at("/"))
    assert (trouble.reason, trouble.retry_after, site.hits["/"]) == ("too-many-requests", None, 3)
    assert waits.slept == [1.0, 2.0]


@pytest.mark.parametrize(("after", "seconds"), [("3600", 3_600.0), ("Mon, 03 Mar 2025 09:00:00 GMT", 3_600.0), ("31", 31.0)])
def test_a_long_wait_is_given_back(site: Site, after: str, seconds: float) -> None:
    waits = Waits()
    site.put("/429", Answer(code=429, headers={"Retry-After": after}))
    site.put("/503", Answer(code=503, headers={"Retry-After": after}))
    with hurried(site, waits) as fetcher:
        for path, reason in (("/429", "too-many-requests"), ("/503", "http-error")):
            trouble = trouble_of(fetcher, site.at(path))
            assert (trouble.reason, trouble.retry_after, site.hits[path]) == (reason, seconds, 1)
    assert waits.slept == []
    assert START.hour == 8


def test_the_others_wait_too_when_a_host_is_troubled(site: Site) -> None:
    waits = Waits()
    site.put("/a", Answer(code=503, headers={"Retry-After": "10"}), "<p>好</p>")
    site.put("/b", "<p>好</p>")
    with hurried(site, waits) as fetcher:
        fetcher.get(site.at("/a"))
        fetcher.get(site.at("/b"))
    assert waits.slept == [10.25]
