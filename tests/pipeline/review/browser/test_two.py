"""Two people before two browsers: they see that they disagree, and who settled it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.pipeline.review.browser.conftest import Sit
from tests.pipeline.review.browser.papers import desk
from tests.pipeline.review.desk import TERM
from tests.pipeline.review.web.running import running


def test_both_see_the_conflict_and_who_settled_it(place: Path, sits: Sit) -> None:
    with running(place) as server:
        one, other = sits(server.address), sits(server.address)
        for sitting, who in ((one, "温老师"), (other, "陆老师")):
            sitting.name_oneself(who)
            sitting.record()
            sitting.walk_to(TERM)
        one.sent("a")
        other.sent("x")
        # such a message goes by itself, so it is looked for first
        expect(one.page.locator(".toast", has_text="陆老师")).to_be_visible()
        # the second is told by the answer, the first by what the page asks for meanwhile
        for sitting in (other, one):
            conflict = sitting.card(TERM)
            expect(conflict).to_have_class(
                "card card-value is-conflict" if sitting.chosen != TERM else "card card-value is-conflict chosen"
            )
            sitting.walk_to(TERM)
            expect(conflict.locator(".choice")).to_have_count(2)
            expect(conflict).to_contain_text("温老师")
            expect(conflict).to_contain_text("陆老师")
        assert desk(place, 1).how() == "conflict"
        one.sent("1")
        expect(other.page.locator(".toast", has_text="温老师").last).to_be_visible()
        for sitting in (one, other):
            settled = sitting.card(TERM)
            expect(settled.locator(".choice")).to_have_count(0)
            expect(settled).to_have_class("card card-value is-accepted chosen")
            expect(settled.locator(".by")).to_contain_text("温老师")
    last = desk(place, 1).now.log[-1]
    assert (last.who, last.decision.action, last.decision.target) == ("温老师", "settle", TERM)


def test_who_agrees_is_in_no_conflict(place: Path, sits: Sit) -> None:
    with running(place) as server:
        for who in ("温老师", "陆老师"):
            sitting = sits(server.address)
            sitting.name_oneself(who)
            sitting.record()
            sitting.walk_to(TERM)
            sitting.sent("a")
            expect(sitting.card(TERM)).to_have_class("card card-value is-accepted")
    assert desk(place, 1).how() == "started"
