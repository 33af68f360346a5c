"""The page as it looks, with boxes where the words stand on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from extractors import read_bytes
from tests.pipeline.review.browser.conftest import Sit
from tests.pipeline.review.browser.papers import FIRST, LEFT, SIZE, STEP, drawn_pact, put_files
from tests.pipeline.review.browser.sitting import Sitting
from tests.pipeline.review.desk import COPIES, QUOTA
from tests.pipeline.review.web.running import Running

_BOXES = """() => [...document.querySelectorAll(".box.chosen")].map((box) => {
  const sheet = box.parentElement.getBoundingClientRect();
  const at = box.getBoundingClientRect();
  const place = [at.left - sheet.left, at.top - sheet.top, at.right - sheet.left, at.bottom - sheet.top];
  return {page: Number(box.parentElement.dataset.page), place, width: sheet.width, height: sheet.height};
})"""
_LOADED = "img.sheet-image"


def show_pages(sitting: Sitting, number: int) -> None:
    sitting.record(number)
    sitting.press("v")
    drawn(sitting.page)


def drawn(page: Page) -> None:
    """The first page has been drawn."""
    page.wait_for_function("() => document.querySelector('.sheet[data-page=\"1\"] img')?.naturalWidth > 0")


def boxes(sitting: Sitting) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = sitting.page.evaluate(_BOXES)
    return found


@pytest.mark.parametrize("width", [1280, 700])
def test_boxes_lie_where_the_spans_lie(server: Running, sits: Sit, width: int) -> None:
    document = read_bytes(drawn_pact(), name="b.pdf", names=False).documents[0]
    sitting = sits(server.address, viewport={"width": width, "height": 900})
    show_pages(sitting, 2)
    items = {QUOTA: document.quotas[0], "/documents/0/funding/0": document.funding[0], "/documents/0/parties/0": document.parties[0]}
    for target, item in items.items():
        sitting.walk_to(target)
        (box,) = boxes(sitting)
        (wanted,) = item.span.boxes or ()
        assert box["page"] == item.span.page == 1
        assert box["width"] / box["height"] == pytest.approx(SIZE[0] / SIZE[1], rel=0.01)
        scale = (box["width"] / SIZE[0], box["height"] / SIZE[1]) * 2
        place = [part * by for part, by in zip(wanted, scale, strict=True)]
        assert box["place"] == pytest.approx(place, abs=1)


def test_a_box_is_around_the_drawn_line(server: Running, sits: Sit) -> None:
    sitting = sits(server.address)
    show_pages(sitting, 2)
    for at, target in enumerate(("/documents/0/parties/0", "/documents/0/parties/1"), 1):
        sitting.walk_to(target)
        (box,) = boxes(sitting)
        left, top, _, bottom = box["place"]
        scale = box["width"] / SIZE[0]
        # three characters of 14 points stand before the name; the next line is below the box
        assert left == pytest.approx((LEFT + 3 * 14) * scale, abs=1)
        baseline = (SIZE[1] - FIRST + at * STEP) * scale
        assert top < baseline < bottom < baseline + STEP * scale


def test_a_click_on_a_box_shows_its_fields(server: Running, sits: Sit) -> None:
    sitting = sits(server.address)
    show_pages(sitting, 2)
    sitting.walk_to(COPIES)
    sitting.walk_to(QUOTA)
    box = sitting.page.locator(".box.chosen")
    sitting.walk_to(COPIES)
    at = sitting.page.locator(f".box[data-targets*='{QUOTA}']").first
    at.scroll_into_view_if_needed()
    at.click()
    assert sitting.chosen == QUOTA
    expect(box).to_have_count(1)


def test_every_page_is_there_and_is_drawn_when_it_is_reached(server: Running, sits: Sit) -> None:
    sitting = sits(server.address)
    show_pages(sitting, 2)
    expect(sitting.page.locator(".sheet")).to_have_count(2)
    sitting.page.locator(".sheet[data-page='2']").scroll_into_view_if_needed()
    sitting.page.wait_for_function("() => document.querySelector('.sheet[data-page=\"2\"] img')?.naturalWidth > 0")
    sitting.press("v")
    expect(sitting.page.locator("#text")).to_be_visible()


def test_a_paper_that_was_changed_since_is_not_shown_and_that_is_said(server: Running, place: Path, sits: Sit) -> None:
    put_files(place, {place.parent / "papers" / "d.pdf": drawn_pact() + b"\n"})
    (place.parent / "papers" / "d.pdf").write_bytes(drawn_pact())
    sitting = sits(server.address)
    sitting.record(4)
    sitting.press("v")
    expect(sitting.page.locator("#pages .nothing")).to_contain_text("改过")
    assert sitting.page.locator(_LOADED).count() == 0
