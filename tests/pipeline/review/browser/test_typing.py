"""Who types presses no shortcut: in a field, in a dialog, and while an input method composes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.pipeline.review.browser.conftest import Sit
from tests.pipeline.review.browser.papers import desk
from tests.pipeline.review.browser.sitting import Sitting
from tests.pipeline.review.desk import QUOTA
from tests.pipeline.review.web.running import Running

SHORTCUTS = ("j", "a", "x", "0", "S", "u", "g", "]", "?")
_COMPOSING = (
    """([key]) => document.dispatchEvent(new KeyboardEvent("keydown", {key, isComposing: true, bubbles: true, cancelable: true}))"""
)


def decided(place: Path) -> list[tuple[str, str]]:
    """What has been decided, without who opened the record."""
    return [(one.decision.action, one.decision.target) for one in desk(place, 1).now.log if one.decision.action != "open"]


def compose(sitting: Sitting, text: str) -> None:
    """As an input method does: every key is told as 229 while the text is not there yet."""
    session = sitting.page.context.new_cdp_session(sitting.page)
    for at, key in enumerate(text, 1):
        session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": key, "windowsVirtualKeyCode": 229})
        session.send("Input.imeSetComposition", {"text": text[:at], "selectionStart": at, "selectionEnd": at})
        session.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": key, "windowsVirtualKeyCode": 229})


def press_composing(sitting: Sitting, key: str) -> None:
    session = sitting.page.context.new_cdp_session(sitting.page)
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": key, "windowsVirtualKeyCode": 229})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": key, "windowsVirtualKeyCode": 229})


@pytest.mark.parametrize("how", ["229", "composing"])
def test_keys_of_an_input_method_are_no_shortcuts(server: Running, place: Path, sits: Sit, how: str) -> None:
    sitting = sits(server.address)
    sitting.record()
    before = sitting.chosen
    for key in (*SHORTCUTS, "Enter", "e", "n"):
        if how == "229":
            press_composing(sitting, key)
        else:
            sitting.page.evaluate(_COMPOSING, [key])
    assert sitting.chosen == before
    assert sitting.page.locator("dialog, .form").count() == 0
    # the first that is sent is the one that is really pressed
    sitting.sent("a")
    assert decided(place) == [("confirm", before)]


def test_letters_in_a_form_are_letters(server: Running, place: Path, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.record()
    sitting.walk_to(QUOTA)
    sitting.press("e")
    field = sitting.page.locator("#part-what")
    field.fill("")
    field.focus()
    sitting.press(*SHORTCUTS)
    expect(field).to_have_value("".join(SHORTCUTS))
    assert sitting.chosen == QUOTA
    sitting.press("Escape")
    expect(sitting.page.locator(".form")).to_have_count(0)
    sitting.sent("a")
    assert decided(place) == [("accept", QUOTA)]


def test_enter_that_ends_a_composition_sends_no_form(server: Running, place: Path, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.record()
    sitting.walk_to(QUOTA)
    sitting.press("e")
    field = sitting.page.locator("#part-what")
    field.fill("")
    field.focus()
    compose(sitting, "songjiao")
    press_composing(sitting, "Enter")
    expect(sitting.page.locator(".form")).to_have_count(1)
    assert decided(place) == []
    sitting.type("听课")
    expect(field).to_have_value("听课")
    sitting.sent("Enter")
    expect(sitting.card(QUOTA)).to_contain_text("听课")
    assert decided(place) == [("correct", QUOTA)]


def test_enter_that_ends_a_composition_gives_no_reason(server: Running, place: Path, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.record()
    sitting.press("x")
    compose(sitting, "yuanwen")
    press_composing(sitting, "Enter")
    expect(sitting.page.locator("dialog")).to_have_count(1)
    sitting.type("原文如此")
    sitting.sent("Enter")
    assert [one.decision.note for one in desk(place, 1).now.log if one.decision.action == "dismiss"] == ["原文如此"]


def test_what_is_searched_for_is_no_shortcut(server: Running, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.queue()
    sitting.press("/")
    field = sitting.page.locator("#filter-text")
    expect(field).to_be_focused()
    sitting.press("b", "c", "j", "?")
    expect(field).to_have_value("bcj?")
    expect(sitting.page.locator("dialog")).to_have_count(0)
    field.fill("")
    compose(sitting, "gaoping")
    sitting.type("高坪")
    expect(sitting.page.locator(".row")).to_have_count(1)
    sitting.press("Escape", "j")
    expect(sitting.page.locator(".row a")).to_be_focused()
