"""The page in the dark and in a narrow window."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.pipeline.review.browser.conftest import Sit
from tests.pipeline.review.desk import QUOTA
from tests.pipeline.review.web.running import Running

NARROW = {"width": 360, "height": 740}
_LIGHTNESS = """([selector, property]) => {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.fillStyle = getComputedStyle(document.querySelector(selector))[property];
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 3 / 255;
}"""
# what can be scrolled by itself may be wider than it shows; everything else ends within the window
_TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const at = one.getBoundingClientRect();
  if (at.width === 0 || at.right <= innerWidth + 0.5 || one.closest(".unseen, .skip")) return false;
  for (let above = one.parentElement; above !== null && above !== document.body; above = above.parentElement) {
    if (getComputedStyle(above).overflowX === "auto" && above.scrollWidth > above.clientWidth && above.matches(".tabs")) return false;
  }
  return true;
}).map((one) => one.outerHTML.slice(0, 120))"""
_CUT = """() => [...document.querySelectorAll("main, .scroll, .foot, .top, dialog")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className || one.tagName)"""


def lightness(page: Page, selector: str, what: str = "backgroundColor") -> float:
    return float(page.evaluate(_LIGHTNESS, [selector, what]))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_as_dark_as_the_reader_wants_it(server: Running, sits: Sit, scheme: str) -> None:
    is_dark = scheme == "dark"
    sitting = sits(server.address, color_scheme=scheme)
    sitting.queue()
    assert (lightness(sitting.page, "body") < 0.25) is is_dark
    assert (lightness(sitting.page, "body", "color") > 0.75) is is_dark
    sitting.record()
    for selector in (".card", ".text", ".foot", ".top"):
        assert (lightness(sitting.page, selector) < 0.3) is is_dark, selector
        assert (lightness(sitting.page, selector, "color") > 0.5) is is_dark, selector


def fits(page: Page) -> None:
    """Nothing has to be scrolled sideways."""
    assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROW["width"]
    assert page.evaluate(_TOO_WIDE) == []
    assert page.evaluate(_CUT) == []


def test_a_narrow_window_shows_the_queue(server: Running, sits: Sit) -> None:
    sitting = sits(server.address, viewport=NARROW)
    sitting.queue()
    fits(sitting.page)
    sitting.press("b")
    expect(sitting.page.locator("dialog")).to_be_visible()
    fits(sitting.page)
    sitting.press("Escape", "?")
    fits(sitting.page)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_narrow_window_shows_words_and_fields(server: Running, sits: Sit, number: int) -> None:
    sitting = sits(server.address, viewport=NARROW)
    sitting.record(number)
    for selector in ("#source-scroll", "#entries-scroll", "#foot"):
        at = sitting.page.locator(selector).bounding_box()
        assert at is not None
        assert at["y"] >= 0
        assert at["y"] + at["height"] <= NARROW["height"] + 1
        assert at["height"] > 40
    fits(sitting.page)
    sitting.walk_to(QUOTA)
    expect(sitting.card(QUOTA)).to_be_in_viewport()
    expect(sitting.page.locator("#text .chosen").first).to_be_in_viewport()
    sitting.press("e")
    expect(sitting.page.locator(".form")).to_be_visible()
    fits(sitting.page)
    sitting.press("Escape")
    sitting.sent("a")
    sitting.press("x")
    fits(sitting.page)


def test_pages_fit_into_a_narrow_window(server: Running, sits: Sit) -> None:
    sitting = sits(server.address, viewport=NARROW)
    sitting.record(2)
    sitting.press("v")
    sitting.page.wait_for_selector(".box")
    fits(sitting.page)


def test_who_wants_no_motion_has_none(server: Running, sits: Sit) -> None:
    sitting = sits(server.address, reduced_motion="reduce")
    sitting.record()
    sitting.walk_to(QUOTA)
    duration = sitting.page.locator("#text .chosen").first.evaluate("one => parseFloat(getComputedStyle(one).animationDuration)")
    assert duration < 0.01
    # a frame says instead what has just been shown, and that alone
    sitting.press("j", "k", "j", "k")
    framed = sitting.page.evaluate("[...document.querySelectorAll('.flash')].map((one) => one.matches('.chosen'))")
    assert set(framed) == {True}


def test_the_page_is_in_english_where_that_is_chosen(server: Running, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.record()
    with sitting.page.expect_navigation():
        sitting.page.locator("#lang").click()
    sitting.page.wait_for_selector("body[data-ready=yes]")
    assert sitting.page.evaluate("document.documentElement.lang") == "en"
    expect(sitting.page.locator(".card.chosen .act-main")).to_contain_text("True")
