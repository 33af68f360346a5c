"""Decisions on one record: what they come to, what is refused and why, who disagrees, and when a sign-off holds."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from pipeline.review import deciding
from pipeline.review.decision import Decision
from pipeline.review.entries import plain
from pipeline.review.turn import Answer
from pipeline.store.review_tables import REVIEW_STATES, REVIEWS
from schemas.record import Record
from tests.pipeline.review.desk import COPIES, QUOTA, QUOTAS, TERM, Desk, at, done, put_text
from tests.pipeline.store.make_reading import pact


def test_a_correction_changes_the_record_and_says_who(desk: Desk) -> None:
    answer = desk.correct(COPIES, lambda value: at(value, total=3), note="看错了")
    reviewed = desk.now.reviewed()
    copies = reviewed.documents[0].copies
    assert copies is not None
    assert (copies.total, copies.via, copies.confidence) == (3, "review", 1.0)
    assert desk.state_of(COPIES) == "corrected"
    assert reviewed.review is not None
    (value,) = reviewed.review.values
    assert (value.path, value.state, value.by, value.note) == (COPIES, "corrected", "甲老师", "看错了")
    assert value.was["total"] == 2
    entry = answer.entries[0]
    assert (entry.decision.words, entry.decision.was["total"], entry.decision.becomes["total"]) == ("一式两份，双方各执一份", 2, 3)
    assert Record.model_validate_json(reviewed.model_dump_json()) == reviewed


def test_what_is_corrected_to_what_was_read_is_accepted(desk: Desk) -> None:
    desk.correct(COPIES, lambda value: at(value, via="hand", confidence=0.1))
    assert desk.state_of(COPIES) == "accepted"


def test_the_rules_run_again(desk: Desk) -> None:
    assert "copies-mismatch" not in desk.rules()
    desk.correct(COPIES, lambda value: at(value, total=3))
    assert "copies-mismatch" in desk.rules()
    desk.correct(COPIES, lambda value: at(value, total=2))
    assert "copies-mismatch" not in desk.rules()
    desk.do("reject", TERM)
    assert "missing-term" in desk.rules()
    assert desk.now.state.decisive == len([one for one in desk.now.applied.entries.values() if one.is_decisive])


def test_an_item_that_was_missed_is_added_by_its_words(desk: Desk) -> None:
    start = desk.now.record.text.index("5万元")
    value = plain(desk.now.record.documents[0].quotas[0]) | {"unit": "万元", "span": {"start": start, "end": start + 3, "text": "5万元"}}
    answer = desk.do("add", QUOTAS, becomes=value)
    target = answer.entries[0].decision.target
    assert target.startswith("/documents/0/quotas/+")
    assert [quota.unit for quota in desk.now.reviewed().documents[0].quotas] == ["节", "万元"]
    assert desk.now.applied.places[target] == "/documents/0/quotas/1"
    assert desk.refused("add", QUOTAS, becomes=value) == [(None, "already-there")]
    desk.do("reject", target)
    assert [quota.unit for quota in desk.now.reviewed().documents[0].quotas] == ["节"]
    review = desk.now.reviewed().review
    assert review is not None
    assert [(value.path, value.state) for value in review.values] == [(target, "rejected")]


def test_an_added_item_is_corrected_and_accepted_as_it_stands(desk: Desk) -> None:
    value = plain(desk.now.record.documents[0].quotas[0]) | {"what": "听课"}
    target = desk.do("add", QUOTAS, becomes=value).entries[0].decision.target
    desk.correct(target, lambda value: at(value, what="评课"))
    desk.do("accept", target, who="乙老师")
    assert desk.state_of(target) == "added"
    assert desk.now.reviewed().documents[0].quotas[-1].what == "评课"


def test_a_value_that_is_not_stated_and_a_list_that_is_empty(desk: Desk) -> None:
    desk.do("absent", TERM)
    desk.do("absent", "/documents/0/policies")
    document = desk.now.reviewed().documents[0]
    assert document.term is None
    assert "missing-term" in desk.rules()
    assert [desk.state_of(target) for target in (TERM, "/documents/0/policies")] == ["not-stated", "not-stated"]
    assert desk.refused("absent", QUOTAS) == [(None, "not-empty")]
    desk.do("reject", QUOTA)
    desk.do("absent", QUOTAS)


def test_a_dismissed_finding_is_not_in_the_record_any_more(desk: Desk) -> None:
    target = desk.finding("missing-liability")
    assert desk.refused("dismiss", target) == [(None, "needs-reason")]
    assert desk.refused("dismiss", target, note="  ") == [(None, "needs-reason")]
    desk.do("dismiss", target, note="附件里写明了")
    assert "missing-liability" not in desk.rules()
    review = desk.now.reviewed().review
    assert review is not None
    assert [(value.path, value.state, value.note, value.was["rule"]) for value in review.values] == [
        (target, "dismissed", "附件里写明了", "missing-liability")
    ]


def test_a_party_that_is_renamed_keeps_what_is_its(desk: Desk) -> None:
    def rename(value: Any) -> None:
        value.update(role="支援方", name="东山市第一实验小学")

    desk.correct("/documents/0/parties/0", rename)
    document = desk.now.reviewed().documents[0]
    assert [quota.actor for quota in document.quotas] == ["支援方"]
    assert [one.payer for one in document.funding] == ["支援方"]
    assert [one.role for one in document.signing] == ["支援方", "乙方"]
    assert "missing-signature" not in desk.rules()


def test_what_a_person_wrote_keeps_the_name_that_they_wrote(desk: Desk) -> None:
    desk.correct(QUOTA, lambda value: at(value, what="送课"))
    desk.correct("/documents/0/parties/0", lambda value: at(value, role="支援方"))
    assert [quota.actor for quota in desk.now.reviewed().documents[0].quotas] == ["甲方"]


def test_days_are_computed_from_the_date_that_was_typed(desk: Desk) -> None:
    desk.correct(TERM, lambda value: at(value, end={"edtf": "2028-02"}))
    term = desk.now.reviewed().documents[0].term
    assert term is not None
    assert term.end is not None
    assert (term.end.earliest, term.end.latest) == ("2028-02-01", "2028-02-29")


def test_two_who_say_the_same_agree(desk: Desk) -> None:
    for who in ("甲老师", "乙老师"):
        desk.correct(COPIES, lambda value: at(value, total=3), who=who)
    assert desk.state_of(COPIES) == "corrected"
    assert [entry.who for entry in desk.now.standing.values[COPIES].latest] == ["甲老师", "乙老师"]


def test_to_accept_is_to_accept_what_stood_there(desk: Desk) -> None:
    desk.correct(COPIES, lambda value: at(value, total=3))
    desk.do("accept", COPIES, who="乙老师")
    assert desk.state_of(COPIES) == "corrected"
    # who has not seen the correction has accepted what was read
    desk.do("accept", COPIES, who="丙老师", seen=0)
    assert desk.state_of(COPIES) == "conflict"


def test_a_conflict_is_shown_with_who_and_settled(desk: Desk) -> None:
    desk.correct(COPIES, lambda value: at(value, total=3))
    desk.do("reject", COPIES, who="乙老师", seen=0)
    assert desk.state_of(COPIES) == "conflict"
    assert desk.how() == "conflict"
    copies = desk.now.reviewed().documents[0].copies
    assert copies is not None
    assert copies.total == 2
    chosen = desk.now.standing.values[COPIES].latest[0].decision
    done(deciding.settle(desk.engine, desk.number, "丙老师", desk.now.seen, Decision("correct", COPIES, becomes=chosen.becomes)))
    held = desk.now.standing.values[COPIES]
    assert (held.state, held.by) == ("corrected", "丙老师")
    copies = desk.now.reviewed().documents[0].copies
    assert copies is not None
    assert copies.total == 3
    assert desk.refused("settle", COPIES, becomes={"action": "accept"}) == [(None, "no-conflict")]
    desk.do("reject", COPIES, who="乙老师")
    assert desk.state_of(COPIES) == "conflict"


@pytest.mark.parametrize(("action", "state"), [("accept", "accepted"), ("reject", "rejected"), ("absent", "not-stated")])
def test_a_conflict_is_settled_in_any_way(desk: Desk, action: str, state: str) -> None:
    desk.correct(COPIES, lambda value: at(value, total=3))
    desk.do("reject", COPIES, who="乙老师", seen=0)
    desk.do("settle", COPIES, becomes={"action": action})
    assert desk.state_of(COPIES) == state


@pytest.mark.parametrize("becomes", [None, {}, {"action": "note"}, {"action": "confirm"}, {"action": ["accept"]}, "accept"])
def test_a_conflict_is_settled_by_a_decision_only(desk: Desk, becomes: object) -> None:
    desk.correct(COPIES, lambda value: at(value, total=3))
    desk.do("reject", COPIES, who="乙老师", seen=0)
    assert desk.refused("settle", COPIES, becomes=becomes) == [(None, "wrong-action")]


def test_findings_and_additions_in_conflict_are_settled_too(desk: Desk) -> None:
    target = desk.finding("missing-liability")
    desk.do("confirm", target)
    desk.do("dismiss", target, who="乙老师", note="附件里有")
    assert desk.state_of(target) == "conflict"
    assert "missing-liability" in desk.rules()
    desk.do("settle", target, who="丙老师", becomes={"action": "dismiss"})
    assert (desk.state_of(target), desk.now.standing.values[target].note) == ("dismissed", "附件里有")
    value = plain(desk.now.record.documents[0].quotas[0]) | {"what": "听课"}
    added = desk.do("add", QUOTAS, becomes=value).entries[0].decision.target
    desk.do("reject", added, who="乙老师")
    assert desk.state_of(added) == "conflict"
    assert len(desk.now.reviewed().documents[0].quotas) == 2
    desk.do("settle", added, who="丙老师", becomes={"action": "add", "becomes": value})
    assert desk.state_of(added) == "added"


def test_undo_and_redo_are_a_reviewers_own(desk: Desk) -> None:
    desk.correct(COPIES, lambda value: at(value, total=3))
    desk.do("accept", TERM, who="乙老师")
    answer = done(deciding.undo(desk.engine, desk.number, "甲老师"))
    assert [entry.decision.action for entry in answer.entries] == ["undo"]
    assert [desk.state_of(target) for target in (COPIES, TERM)] == ["open", "accepted"]
    done(deciding.redo(desk.engine, desk.number, "甲老师"))
    assert [desk.state_of(target) for target in (COPIES, TERM)] == ["corrected", "accepted"]
    done(deciding.undo(desk.engine, desk.number, "甲老师"))
    desk.do("accept", QUOTA)
    answers = [deciding.redo(desk.engine, desk.number, "甲老师"), deciding.undo(desk.engine, desk.number, "丙老师")]
    assert [[one.code for one in answer.problems] for answer in answers] == [["nothing-to-redo"], ["nothing-to-undo"]]
    assert deciding.undo_bundle(desk.engine, "丙老师", desk.now.log[-1].bundle) == 0


def test_signing_off_takes_the_open_values_and_needs_the_findings(desk: Desk) -> None:
    answer = desk.sign()
    assert {problem.code for problem in answer.problems} == {"finding-open"}
    desk.decide_findings()
    done(desk.sign())
    state = desk.now.state
    assert (state.state, state.decided, state.by) == ("signed", state.decisive, "甲老师")
    review = desk.now.reviewed().review
    assert review is not None
    assert (review.state, review.by) == ("signed", "甲老师")
    done(deciding.undo(desk.engine, desk.number, "甲老师"))
    assert desk.how() == "started"


def test_an_edit_after_the_sign_off_reopens(desk: Desk) -> None:
    desk.decide_findings()
    done(desk.sign())
    desk.do("note", TERM, note="存档")
    assert desk.how() == "signed"
    desk.correct(COPIES, lambda value: at(value, total=2, holders=[]), who="乙老师")
    assert desk.how() == "conflict"
    done(deciding.undo(desk.engine, desk.number, "乙老师"))
    assert desk.how() == "signed"
    desk.correct(COPIES, lambda value: at(value, holders=[]))
    assert desk.how() == "reopened"
    desk.decide_findings()
    done(desk.sign())
    assert desk.how() == "signed"
    desk.do("reopen")
    assert desk.how() == "reopened"


def test_undoing_what_was_signed_reopens_and_redoing_it_does_not(desk: Desk) -> None:
    desk.correct(COPIES, lambda value: at(value, holders=[]))
    for key in [key for key, entry in desk.now.applied.entries.items() if entry.is_finding]:
        desk.do("confirm", key, who="乙老师")
    done(desk.sign("乙老师"))
    done(deciding.undo(desk.engine, desk.number, "甲老师"))
    assert desk.how() == "reopened"
    done(deciding.redo(desk.engine, desk.number, "甲老师"))
    assert desk.how() == "signed"


def test_nobody_signs_what_they_have_not_seen(desk: Desk) -> None:
    desk.decide_findings()
    seen = desk.now.seen
    desk.correct(COPIES, lambda value: at(value, holders=[]), who="乙老师")
    answer = desk.sign(seen=seen)
    assert [problem.code for problem in answer.problems] == ["changed-meanwhile"]
    assert [entry.who for entry in answer.since] == ["乙老师"]
    desk.do("reject", COPIES)
    assert [(one.code, one.target) for one in desk.sign().problems] == [("in-conflict", COPIES)]


def test_an_answer_has_what_others_did_meanwhile(desk: Desk) -> None:
    desk.do("accept", TERM, who="乙老师")
    answer = desk.do("accept", QUOTA, seen=0)
    assert [(entry.who, entry.decision.target) for entry in answer.since] == [("乙老师", TERM), ("甲老师", QUOTA)]
    done(deciding.note_opening(desk.engine, desk.number, "丙老师"))
    assert desk.now.standing.reviewers == ("乙老师", "甲老师")


def test_states_are_kept_with_the_log(desk: Desk) -> None:
    def kept() -> tuple[str, int, int, int]:
        with desk.engine.connect() as connection:
            row = connection.execute(sa.select(REVIEW_STATES)).one()
        return row.state, row.decided, row.decisive, row.conflicts

    done(deciding.note_opening(desk.engine, desk.number, "甲老师"))
    with desk.engine.connect() as connection:
        assert connection.execute(sa.select(REVIEW_STATES)).all() == []
    desk.do("accept", TERM)
    assert kept()[:2] == ("started", 1)
    desk.do("reject", TERM, who="乙老师", seen=0)
    assert kept()[0::3] == ("conflict", 1)
    done(deciding.undo(desk.engine, desk.number, "乙老师"))
    state = desk.now.state
    assert kept() == (state.state, state.decided, state.decisive, 0)


def test_many_at_once_lose_nothing_and_keep_one_state(desk: Desk) -> None:
    answers: list[Answer] = []

    def work(who: str) -> None:
        answers.extend(desk.ask("accept", target, who=who, seen=0) for target in (TERM, COPIES, QUOTA))

    threads = [threading.Thread(target=work, args=(f"复核人{at}",)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.problems for answer in answers] == [()] * 12
    assert len(desk.now.log) == 12
    assert {desk.state_of(target) for target in (TERM, COPIES, QUOTA)} == {"accepted"}
    with desk.engine.connect() as connection:
        assert connection.scalar(sa.select(REVIEW_STATES.c.decided)) == desk.now.state.decided == 3


def test_nothing_in_the_log_ever_changes(desk: Desk) -> None:
    def rows() -> list[Any]:
        with desk.engine.connect() as connection:
            return list(connection.execute(sa.select(REVIEWS).order_by(REVIEWS.c.id)))

    before: list[Any] = []
    desk.do("accept", TERM)
    steps: list[Callable[[], object]] = [
        lambda: desk.correct(COPIES, lambda value: at(value, total=3)),
        lambda: desk.do("reject", COPIES, who="乙老师", seen=0),
        lambda: desk.do("settle", COPIES, becomes={"action": "accept"}),
        lambda: deciding.undo(desk.engine, desk.number, "乙老师"),
        lambda: deciding.redo(desk.engine, desk.number, "乙老师"),
        desk.decide_findings,
        desk.sign,
        lambda: desk.do("reopen"),
        lambda: put_text(desk.engine, pact(times=9), "/papers/b.txt"),
    ]
    for step in steps:
        before = rows()
        step()
        assert rows()[: len(before)] == before
    assert len(before) > 10
