"""What was decided stays: over a reload, and though the server is killed."""

from __future__ import annotations

import signal
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.pipeline.review.browser.conftest import Sit
from tests.pipeline.review.browser.papers import desk, states
from tests.pipeline.review.browser.sitting import READY, Sitting
from tests.pipeline.review.desk import COPIES, QUOTA, TERM
from tests.pipeline.review.test_review_command import started
from tests.pipeline.review.web.running import Running


def shown(sitting: Sitting) -> dict[str, str]:
    """The class of each entry that says how it stands."""
    told: dict[str, str] = sitting.page.locator(".card").evaluate_all(
        "all => Object.fromEntries(all.map((one) => [one.dataset.target, [...one.classList].find((name) => name.startsWith('is-'))]))"
    )
    return told


def decide(sitting: Sitting) -> dict[str, str]:
    """A decision of every kind; what the page says afterwards."""
    sitting.sent("a")
    sitting.press("x")
    sitting.type("另有约定")
    sitting.sent("Enter")
    for target, key in ((TERM, "a"), (COPIES, "x")):
        sitting.walk_to(target)
        sitting.sent(key)
    sitting.walk_to(QUOTA)
    sitting.press("e", "Control+A")
    sitting.type("不少于六")
    sitting.sent("Enter")
    expect(sitting.card(QUOTA)).to_have_class("card card-value is-corrected chosen")
    return shown(sitting)


def test_a_reload_keeps_decisions_and_place(server: Running, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.record()
    before = decide(sitting)
    sitting.walk_to(TERM)
    sitting.page.reload()
    sitting.page.wait_for_selector(READY)
    assert shown(sitting) == before
    assert sorted(state for state in before.values() if state != "is-open") == [
        "is-accepted", "is-confirmed", "is-corrected", "is-dismissed", "is-rejected",
    ]  # fmt: skip
    assert sitting.chosen == TERM


def test_a_reload_keeps_what_the_queue_is_filtered_by(server: Running, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.queue()
    expect(sitting.page.locator(".row")).to_have_count(3)
    sitting.page.locator("#filter-severity").select_option("error")
    expect(sitting.page.locator(".row")).to_have_count(1)
    sitting.page.reload()
    sitting.page.wait_for_selector(READY)
    expect(sitting.page.locator(".row")).to_have_count(1)
    expect(sitting.page.locator("#filter-severity")).to_have_value("error")


def test_every_state_outlives_the_kill_of_the_server(place: Path, sits: Sit) -> None:
    with started(place.parent, store=str(place), port=0, name="甲老师") as (process, _, address):
        port = urlsplit(address).port
        sitting = sits(address.rstrip("/"))
        sitting.record()
        before = decide(sitting)
        process.send_signal(signal.SIGKILL)
        assert process.wait(30) == -signal.SIGKILL
    kept = states(place, 1)
    assert sorted(kept.values()) == ["accepted", "confirmed", "corrected", "dismissed", "rejected"]
    # a decision now is not taken, and that is said
    sitting.walk_to("/documents/0/parties/0")
    sitting.press("a")
    expect(sitting.page.locator(".toast-bad")).to_be_visible()
    with started(place.parent, store=str(place), port=port, name="甲老师"):
        sitting.page.reload()
        sitting.page.wait_for_selector(READY)
        # what the browser said of the server that was gone
        assert {trouble.split("net::")[-1] for trouble in sitting.troubles} == {"ERR_CONNECTION_REFUSED"}
        sitting.troubles.clear()
        assert shown(sitting) == before
        sitting.walk_to("/documents/0/parties/0")
        sitting.sent("a")
        assert len(desk(place, 1).now.standing.values) == 6
        sitting.page.goto("about:blank")
