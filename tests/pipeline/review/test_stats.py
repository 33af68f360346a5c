"""What reviewing shows: precision and recall as reviewers found them, kappa, and the time a record takes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pipeline.review.decision import Decision, Logged
from pipeline.review.entries import plain
from pipeline.review.situation import Situation
from pipeline.review.state import summary_of
from pipeline.review.stats import Found, agreements, kappa, own_labels, record_times, stats_of
from pipeline.review.targets import Field
from schemas.finding import Finding
from tests.pipeline.make_record import agreement, record
from tests.pipeline.review.steps import START, Step, decided, log_of

FINDING = Finding(rule="missing-copies", severity="warning", subject="copies", message="没有写明份数", fingerprint="a1")
READ = record(documents=(agreement().model_copy(update={"findings": (FINDING,), "press": None}),))
QUOTA, SUM, TERM = "/documents/0/quotas/0", "/documents/0/funding/0", "/documents/0/term"
ITEM: Any = plain(READ.documents[0].quotas[0])
CORRECTED = {"becomes": {**ITEM, "unit": "次"}}


def fields(*situations: Situation) -> dict[Field, Found]:
    return dict(stats_of(situations).fields)


def signed(*steps: Step) -> Situation:
    """The record with all else accepted, signed off."""
    decided_on = {step[2] for step in steps}
    open_ones = [key for key, entry in decided(READ).applied.entries.items() if entry.is_decisive and key not in decided_on]
    rest: list[Step] = [("温", "confirm" if "/findings/" in key else "accept", key) for key in open_ones]
    before = decided(READ, *steps, *rest)
    return decided(READ, *steps, *rest, ("温", "sign-off", "", {"becomes": summary_of(before.standing, before.applied)}))


@pytest.mark.parametrize(
    ("step", "counted"),
    [
        (("温", "accept", QUOTA), (1, 0, 0, 0)),
        (("温", "correct", QUOTA, CORRECTED), (0, 1, 0, 0)),
        (("温", "correct", QUOTA, {"becomes": ITEM}), (1, 0, 0, 0)),
        (("温", "reject", QUOTA), (0, 0, 1, 0)),
        (("温", "absent", QUOTA), (0, 0, 1, 0)),
        (("温", "add", "/documents/0/quotas/+3f9c01ab", {"becomes": ITEM}), (0, 0, 0, 1)),
        (("温", "absent", "/documents/0/people"), None),
        (("温", "note", QUOTA, {"note": "看"}), None),
    ],
)
def test_decisions_count_by_what_they_say_of_the_reading(step: Step, counted: tuple[int, ...] | None) -> None:
    found = fields(decided(READ, step)).get("quotas")
    assert (None if found is None else (found.accepted, found.corrected, found.rejected, found.added)) == counted


def test_a_value_that_was_missed_and_filled_in_was_missed() -> None:
    bare = record(documents=(agreement().model_copy(update={"term": None}),))
    found = fields(decided(bare, ("温", "correct", TERM, {"becomes": plain(READ.documents[0].term)})))["term"]
    assert (found.accepted, found.corrected, found.added) == (0, 0, 1)
    assert fields(decided(bare, ("温", "absent", TERM)))["term"] == Found()


@pytest.mark.parametrize(("action", "precision"), [("confirm", 1.0), ("dismiss", 0.0)])
def test_findings_have_a_precision_and_no_recall(action: str, precision: float) -> None:
    found = fields(decided(READ, ("温", action, "/documents/0/findings/a1", {"note": "无"})))["findings"]
    assert (found.precision, found.recall) == (precision, None)


def test_what_reviewers_do_not_agree_on_counts_nowhere_until_it_is_settled() -> None:
    steps: list[Step] = [("温", "accept", QUOTA), ("陆", "reject", QUOTA)]
    assert "quotas" not in fields(decided(READ, *steps))
    settled = fields(decided(READ, *steps, ("陆", "settle", QUOTA, {"becomes": {"action": "reject", "becomes": None}})))
    assert settled["quotas"].rejected == 1


def test_precision_is_of_all_that_was_read_and_recall_of_what_is_signed_off() -> None:
    added: Step = ("温", "add", "/documents/0/quotas/+3f9c01ab", {"becomes": {**ITEM, "unit": "回"}})
    one, other = signed(added), decided(READ, ("温", "correct", QUOTA, CORRECTED))
    assert (one.state.state, other.state.state) == ("signed", "started")
    quotas = fields(one, other)["quotas"]
    assert (quotas.accepted, quotas.corrected, quotas.added) == (1, 1, 1)
    assert (quotas.precision, quotas.recall) == (0.5, 0.5)
    assert fields(other)["quotas"].recall is None
    stats = stats_of([one, other])
    assert (stats.records, stats.signed) == (2, 1)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        # 20 both yes, 5 and 10 apart, 15 both no: the example of every textbook
        ([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15, 0.4),
        ([("y", "n"), ("n", "y")], -1.0),
        ([("y", "y"), ("n", "n")], 1.0),
        ([("y", "y")] * 5, None),
        ([("y", "n")] * 4, 0.0),
        ([], None),
    ],
)
def test_kappa(pairs: list[tuple[str, str]], expected: float | None) -> None:
    assert kappa(pairs) == (None if expected is None else pytest.approx(expected))


def test_agreement_is_over_what_two_people_decided_each_for_themselves() -> None:
    steps: list[Step] = [
        ("温", "accept", QUOTA),
        ("陆", "correct", QUOTA, CORRECTED),
        ("温", "settle", QUOTA, {"becomes": {"action": "accept", "becomes": None}}),
        ("陆", "accept", QUOTA),
        ("温", "reject", SUM),
        ("陆", "reject", SUM),
        ("温", "accept", TERM),
    ]
    (found,) = stats_of([decided(READ, *steps)]).agreements
    assert (found.reviewers, found.n, found.agreed) == (("温", "陆"), 2, 1)
    assert found.kappa == pytest.approx((1 / 2 - 1 / 4) / (1 - 1 / 4))


def test_two_corrections_agree_where_they_say_the_same() -> None:
    span = {**ITEM["span"], "start": 0, "end": 1, "text": "南"}
    same = {"becomes": {**CORRECTED["becomes"], "span": span}}
    other = {"becomes": {**ITEM, "unit": "回"}}
    for becomes, agreed in ((same, 1), (other, 0)):
        (found,) = stats_of([decided(READ, ("温", "correct", QUOTA, CORRECTED), ("陆", "correct", QUOTA, becomes))]).agreements
        assert found.agreed == agreed


def test_what_was_undone_was_never_said() -> None:
    log = log_of(("温", "accept", QUOTA), ("陆", "reject", QUOTA), ("陆", "undo", "", {"ref": "b1"}))
    assert own_labels(log) == {QUOTA: {"温": "accept "}}
    assert agreements(own_labels(log).values()) == []


def at(seconds: list[float], *steps: Step) -> list[Logged]:
    """The steps, each so many seconds after the start."""
    return [
        Logged(number, START + timedelta(seconds=second), step[0], "c", 1, "0", f"b{number}", Decision(step[1], step[2]))
        for number, (second, step) in enumerate(zip(seconds, steps, strict=True))
    ]


OPEN, SIGN, ACCEPT = ("温", "open", ""), ("温", "sign-off", ""), ("温", "accept", QUOTA)


@pytest.mark.parametrize(
    ("seconds", "steps", "times"),
    [
        ([0, 30, 90], (OPEN, ACCEPT, SIGN), [90]),
        ([0, 30, 331, 340], (OPEN, ACCEPT, ACCEPT, SIGN), [39]),
        ([0, 300, 600], (OPEN, ACCEPT, SIGN), [600]),
        ([0, 3600, 3610, 3620], (OPEN, OPEN, ACCEPT, SIGN), [20]),
        ([0, 10, 20, 30, 50], (OPEN, ACCEPT, SIGN, OPEN, SIGN), [20, 20]),
        ([0, 10], (ACCEPT, SIGN), []),
        ([0, 10], (OPEN, ACCEPT), []),
        ([0, 10], (("陆", "open", ""), SIGN), []),
        ([0, 5, 10, 20], (OPEN, ("陆", "open", ""), ACCEPT, SIGN), [20]),
    ],
)
def test_time_runs_from_opening_to_signing_without_the_pauses(seconds: list[float], steps: tuple[Step, ...], times: list[float]) -> None:
    assert [second for _, second in record_times(at(seconds, *steps))] == times


def test_nothing_reviewed_has_no_figures() -> None:
    told = stats_of([]).as_json()
    assert told == {
        "records": 0,
        "signed": 0,
        "fields": {},
        "agreement": [],
        "seconds": {"all": {"n": 0, "median": None, "mean": None}, "by_reviewer": {}},
    }
