"""What axe-core finds: nothing serious, wherever a reviewer comes, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.pipeline.review.browser.conftest import Sit
from tests.pipeline.review.browser.sitting import Sitting
from tests.pipeline.review.desk import QUOTA
from tests.pipeline.review.web.running import Running

SERIOUS = {"serious", "critical"}


def queue(sitting: Sitting) -> None:
    sitting.queue()


def record(sitting: Sitting) -> None:
    sitting.record(3)


def decided(sitting: Sitting) -> None:
    """An entry of each look: accepted, rejected, dismissed; a message below."""
    sitting.record(1)
    sitting.sent("a")
    sitting.press("x")
    sitting.type("另有约定")
    sitting.sent("Enter")
    sitting.walk_to(QUOTA)
    sitting.sent("x")
    expect(sitting.page.locator(".toast").first).to_be_visible()


def pages(sitting: Sitting) -> None:
    sitting.record(2)
    sitting.press("v")
    sitting.page.wait_for_selector(".box")


def form(sitting: Sitting) -> None:
    sitting.record(1)
    sitting.walk_to(QUOTA)
    with sitting.answered("typed"):
        sitting.press("e")


def bulk(sitting: Sitting) -> None:
    sitting.queue()
    sitting.press("b")


def helped(sitting: Sitting) -> None:
    sitting.record()
    sitting.press("?")


def asked(sitting: Sitting) -> None:
    sitting.record()
    sitting.press("x")


def nothing(sitting: Sitting) -> None:
    sitting.queue("?text=没有的东西")


VIEWS: list[Callable[[Sitting], None]] = [queue, record, decided, pages, form, bulk, helped, asked, nothing]


def violations(page: Page) -> list[str]:
    """Each serious violation, with the elements that it is about."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:200]} {node['failureSummary']}" for one in found if one["impact"] in SERIOUS for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_everybody_can_use_it(server: Running, sits: Sit, view: Callable[[Sitting], None], scheme: str) -> None:
    # colours that are on their way to others are not judged
    sitting = sits(server.address, color_scheme=scheme, reduced_motion="reduce")
    view(sitting)
    assert violations(sitting.page) == []


def test_a_violation_is_found(server: Running, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.queue()
    sitting.page.locator("#help").evaluate(
        "one => { one.removeAttribute('aria-label'); one.removeAttribute('title'); one.textContent = ''; }"
    )
    assert [one.split(":")[0] for one in violations(sitting.page)] == ["button-name"]
