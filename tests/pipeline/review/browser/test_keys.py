"""Records are reviewed with the keyboard alone, and the store says what was pressed."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.pipeline.review.browser.conftest import Sit
from tests.pipeline.review.browser.papers import desk, states, value
from tests.pipeline.review.browser.sitting import READY, Sitting
from tests.pipeline.review.desk import QUOTA, TERM
from tests.pipeline.review.web.running import Running, running

MONEY = "/documents/0/funding/0"
FINDINGS = 3


def confirm_all(sitting: Sitting) -> None:
    for _ in range(FINDINGS):
        sitting.sent("a")


def dismiss_one(sitting: Sitting) -> None:
    sitting.press("x")
    sitting.type("双方另有约定")
    sitting.sent("Enter")
    sitting.sent("a")
    sitting.sent("a")


def correct(sitting: Sitting) -> None:
    confirm_all(sitting)
    sitting.walk_to(MONEY)
    sitting.press("e", "Control+A")
    sitting.type("三十万")
    expect(sitting.page.locator(".preview")).to_contain_text("300,000")
    sitting.sent("Enter")
    expect(sitting.card(MONEY).locator("del")).to_contain_text("50,000")


def reject(sitting: Sitting) -> None:
    confirm_all(sitting)
    sitting.walk_to(QUOTA)
    sitting.sent("x")


def note(sitting: Sitting) -> None:
    confirm_all(sitting)
    sitting.walk_to(TERM)
    sitting.press("n")
    sitting.type("原件上有涂改")
    sitting.sent("Enter")
    expect(sitting.card(TERM)).to_contain_text("原件上有涂改")


def undo_and_redo(sitting: Sitting) -> None:
    confirm_all(sitting)
    sitting.walk_to(MONEY)
    sitting.sent("x")
    sitting.sent("u", path="undo")
    expect(sitting.card(MONEY)).to_have_class("card card-value is-open")
    sitting.sent("U", path="redo")
    expect(sitting.card(MONEY)).to_have_class("card card-value is-rejected")


def undo(sitting: Sitting) -> None:
    confirm_all(sitting)
    sitting.walk_to(MONEY)
    sitting.sent("x")
    sitting.sent("u", path="undo")


def not_stated(sitting: Sitting) -> None:
    confirm_all(sitting)
    sitting.walk_to(TERM)
    sitting.sent("0")
    # the rules run again: now the term is missing, and that is a finding to be decided first
    sitting.press("S")
    expect(sitting.page.locator(".toast-warn")).to_contain_text("1")
    sitting.sent("a")


def one_by_one(sitting: Sitting) -> None:
    for _ in range(12):
        sitting.sent("Enter")
    expect(sitting.page.locator("#state")).to_have_text("都已决定")


def too_early(sitting: Sitting) -> None:
    sitting.walk_to(MONEY)
    sitting.press("S")
    expect(sitting.page.locator(".toast-warn")).to_contain_text("3")
    assert "/findings/" in sitting.chosen
    confirm_all(sitting)


FLOW = [confirm_all, dismiss_one, correct, reject, note, undo_and_redo, undo, not_stated, one_by_one, too_early]


def test_ten_records_with_the_keyboard_alone(many: Path, sits: Sit) -> None:
    numbers = []
    with running(many, name="甲老师") as server:
        sitting = sits(server.address)
        sitting.queue()
        sitting.press("j")
        sitting.press("Enter")
        for at, review in enumerate(FLOW):
            sitting.page.wait_for_selector(f"{READY} #position:has-text('{at + 1} / 10')")
            numbers.append(sitting.number)
            review(sitting)
            sitting.sent("S")
            expect(sitting.page.locator(".foot-signed")).to_be_visible()
            if at < len(FLOW) - 1:
                with sitting.page.expect_navigation():
                    sitting.press("]")
        sitting.press("]")
        expect(sitting.page.locator(".toast").last).to_contain_text("最后")
        with sitting.page.expect_navigation():
            sitting.press("g")
        expect(sitting.page.locator("#progress-told")).to_contain_text("10")
    assert sorted(numbers) == list(range(1, 11))
    assert [desk(many, number).how() for number in numbers] == ["signed"] * 10
    signed = [states(many, number) for number in numbers]
    stands = [desk(many, number).now.state for number in numbers]
    assert [state.decided for state in stands] == [state.decisive for state in stands]
    others = [{target: state for target, state in each.items() if state not in {"accepted", "confirmed"}} for each in signed]
    assert [[*each.values()] for each in others] == [
        [], ["dismissed"], ["corrected"], ["rejected"], [], ["rejected"], [], ["not-stated"], [], [],
    ]  # fmt: skip
    assert [[*each] for each in others[2:8]] == [[MONEY], [QUOTA], [], [MONEY], [], [TERM]]
    amount = value(many, numbers[2], MONEY)["amount"]
    assert amount["min"] == "300000"  # type: ignore[index] # a value that was corrected is an object
    told = [entry.decision.note for number in numbers for entry in desk(many, number).now.log if entry.decision.note]
    assert told == ["双方另有约定", "原件上有涂改"]


def test_five_findings_are_signed_off_in_under_ten_key_presses(server: Running, place: Path, sits: Sit) -> None:
    sitting = sits(server.address)
    sitting.queue("?text=高坪县")
    sitting.press("Enter")
    sitting.page.wait_for_selector(f"{READY}.record-page")
    assert sitting.page.locator(".card-finding").count() == 5
    for _ in range(5):
        sitting.sent("a")
    sitting.sent("S")
    expect(sitting.page.locator(".foot-signed")).to_be_visible()
    assert sitting.pressed < 10
    assert desk(place, sitting.number).how() == "signed"


def test_the_first_decision_asks_who_decides(place: Path, sits: Sit) -> None:
    with running(place) as server:
        sitting = sits(server.address)
        sitting.record()
        expect(sitting.page.locator("dialog")).to_be_visible()
        sitting.type("乙老师")
        sitting.press("Enter")
        expect(sitting.page.locator("[data-shows=reviewer]")).to_have_text("乙老师")
        sitting.sent("a")
    assert [entry.who for entry in desk(place, 1).now.log if entry.decision.action == "confirm"] == ["乙老师"]


def test_the_keys_are_told(server: Running, sits: Sit) -> None:
    sitting = sits(server.address)
    for show in (sitting.queue, sitting.record):
        show()
        sitting.press("?")
        assert sitting.page.locator("dialog kbd").count() > 5
        before = sitting.page.url
        sitting.press("a", "x", "g", "]")
        expect(sitting.page.locator("dialog")).to_have_count(1)
        sitting.press("Escape")
        expect(sitting.page.locator("dialog")).to_have_count(0)
        assert sitting.page.url == before
