"""Many records at once: findings of a rule decided on in one bundle, what was skipped told, and all of it undone at once."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from pipeline.review import deciding
from pipeline.review.decision import Decision
from pipeline.review.standing import to_undo
from pipeline.store.reviews import contents_of_bundle, log_of, logs_of, whole_log
from tests.pipeline.review.desk import COPIES, TERM, Desk, at, done, put_text
from tests.pipeline.store.make_reading import pact

RULE = "missing-liability"
DISMISS = Decision("dismiss", "", note="县里统一约定")


@pytest.fixture
def desks(engine: sa.Engine) -> list[Desk]:
    """Six agreements without a clause on liability."""
    return [Desk(engine, put_text(engine, pact(times=times), f"/papers/{times}.txt")) for times in range(2, 8)]


def states(desks: list[Desk]) -> list[str]:
    found = []
    for desk in desks:
        targets = [key for key, entry in desk.now.applied.entries.items() if getattr(entry.value, "rule", None) == RULE]
        found.append(desk.state_of(targets[0]) if targets else "none")
    return found


def test_one_reason_for_all_and_one_undo(desks: list[Desk]) -> None:
    engine, numbers = desks[0].engine, [desk.number for desk in desks]
    done_ = deciding.bulk(engine, "甲老师", RULE, DISMISS, numbers)
    assert (done_.done, done_.records, done_.skipped) == (6, 6, ())
    assert states(desks) == ["dismissed"] * 6
    assert all(desk.now.standing.values[desk.finding(RULE)].note == "县里统一约定" for desk in desks)
    assert done_.bundle is not None
    assert {to_undo(desk.now.log, "甲老师") for desk in desks} == {done_.bundle}
    with engine.connect() as connection:
        contents = contents_of_bundle(connection, done_.bundle)
        assert contents == sorted(desk.now.content for desk in desks)
        logs = logs_of(connection, contents)
        assert logs == {content: log_of(connection, content) for content in contents}
        assert sorted(entry.id for log in logs.values() for entry in log) == [entry.id for entry in whole_log(connection)]
    assert deciding.undo_bundle(engine, "甲老师", done_.bundle) == 6
    assert states(desks) == ["open"] * 6
    assert deciding.undo_bundle(engine, "甲老师", done_.bundle) == 0
    assert deciding.undo_bundle(engine, "甲老师", done_.bundle, "redo") == 6
    assert states(desks) == ["dismissed"] * 6
    assert deciding.undo_bundle(engine, "乙老师", done_.bundle) == 0


def test_undo_in_one_record_undoes_the_bundle_in_all(desks: list[Desk]) -> None:
    deciding.bulk(desks[0].engine, "甲老师", RULE, DISMISS, [desk.number for desk in desks])
    answer = done(deciding.undo(desks[2].engine, desks[2].number, "甲老师"))
    assert [entry.content for entry in answer.entries] == [desks[2].now.content]
    assert states(desks) == ["open"] * 6
    done(deciding.redo(desks[3].engine, desks[3].number, "甲老师"))
    assert states(desks) == ["dismissed"] * 6


def test_what_is_skipped_says_why(desks: list[Desk]) -> None:
    engine = desks[0].engine
    desks[0].do("confirm", desks[0].finding(RULE), who="乙老师")
    desks[1].decide_findings("乙老师")
    done(desks[1].sign("乙老师"))
    target = desks[2].finding(RULE)
    desks[2].do("confirm", target, who="乙老师")
    desks[2].do("dismiss", target, who="丙老师", note="不需要")
    desks[3].do("correct", "/documents/0/kind", becomes="plan")
    missing = 10**9
    told = deciding.bulk(engine, "甲老师", RULE, DISMISS, [*(desk.number for desk in desks), missing])
    assert (told.done, told.records) == (2, 2)
    assert [(skipped.number, skipped.problem.code) for skipped in told.skipped] == [
        (desks[0].number, "decided"),
        (desks[1].number, "signed"),
        (desks[2].number, "in-conflict"),
        (desks[3].number, "no-finding"),
        (missing, "no-record"),
    ]
    assert states(desks) == ["confirmed", "confirmed", "conflict", "none", "dismissed", "dismissed"]
    assert desks[1].how() == "signed"


def test_nothing_is_dismissed_without_a_reason(desks: list[Desk]) -> None:
    told = deciding.bulk(desks[0].engine, "甲老师", RULE, Decision("dismiss", ""), [desk.number for desk in desks])
    assert (told.bundle, told.done) == (None, 0)
    assert {skipped.problem.code for skipped in told.skipped} == {"needs-reason"}


def test_a_later_decision_in_one_record_stays_when_the_rest_is_undone(desks: list[Desk]) -> None:
    told = deciding.bulk(desks[0].engine, "甲老师", RULE, DISMISS, [desk.number for desk in desks])
    desks[0].do("accept", TERM)
    desks[0].correct(COPIES, lambda value: at(value, holders=[]))
    assert told.bundle is not None
    deciding.undo_bundle(desks[0].engine, "甲老师", told.bundle)
    assert [desks[0].state_of(target) for target in (TERM, COPIES)] == ["accepted", "corrected"]
    assert states(desks) == ["open"] * 6
