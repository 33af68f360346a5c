"""Decisions on one reading, for the next: kept where the words are the same, opened again where they are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
import sqlalchemy as sa

from pipeline.review import deciding
from pipeline.review.carry import Earlier
from pipeline.review.entries import plain, targets_of
from pipeline.review.situation import Situation, situation_of
from pipeline.review.states import rebuild_stale, stale
from pipeline.review.view import About, make_view
from pipeline.store.review_tables import REVIEW_STATES
from schemas.agreement import Document
from schemas.record import Record
from tests.pipeline.review.desk import COPIES, QUOTA, QUOTAS, TERM, Desk, at, done, put_record
from tests.pipeline.review.logs import Log
from tests.pipeline.store.make_reading import pact, record_of

TITLE = "/documents/0/title"
_TEXT = pact()


def reread(record: Record, change: Callable[[Document], dict[str, Any]]) -> Record:
    """The same text, read otherwise."""
    return record.model_copy(update={"documents": tuple(one.model_copy(update=change(one)) for one in record.documents)})


def decided(record: Record, action: str, target: str, *, who: str = "甲", becomes: Any = None, log: Log | None = None) -> Log:
    """A decision as the log keeps it."""
    entry = targets_of(record)[target]
    span = entry.span
    place: dict[str, Any] = {"words": span.text, "start": span.start, "end": span.end} if span else {}
    return (log or Log()).add(who, action, target, None, was=plain(entry.value), becomes=becomes, **place)


def now(log: Log, new: Record, old: Record | None) -> Situation:
    earlier = [Earlier.of(1, old.model_dump_json())] if old else []
    return situation_of(2, "c" * 64, new, log.entries, earlier)


def states(situation: Situation) -> dict[str, str]:
    return {target: held.state for target, held in situation.standing.values.items() if target in situation.applied.entries}


def reopened(situation: Situation) -> list[str]:
    return [entry.decision.target for entry in situation.reopened]


def test_what_is_read_the_same_stays_decided() -> None:
    record = record_of(_TEXT)
    log = decided(record, "accept", TERM)
    decided(record, "correct", COPIES, becomes=plain(record.documents[0].copies) | {"total": 4}, log=log)
    decided(record, "reject", QUOTA, log=log)
    situation = now(log, record, record)
    assert states(situation) == {TERM: "accepted", COPIES: "corrected", QUOTA: "rejected"}
    assert reopened(situation) == []


def test_a_value_that_changed_for_the_same_words_is_still_the_persons() -> None:
    record = record_of(_TEXT)
    log = decided(record, "correct", COPIES, becomes=plain(record.documents[0].copies) | {"total": 4})
    copies = record.documents[0].copies
    assert copies is not None
    situation = now(log, reread(record, lambda _: {"copies": copies.model_copy(update={"total": 7})}), record)
    assert states(situation) == {COPIES: "corrected"}
    document = situation.reviewed().documents[0]
    assert document.copies is not None
    assert document.copies.total == 4


def test_other_words_open_the_value_again() -> None:
    record = record_of(_TEXT)
    copies = record.documents[0].copies
    assert copies is not None
    shorter = copies.span.model_copy(update={"end": copies.span.end - 4, "text": copies.span.text[:-4]})
    new = reread(record, lambda _: {"copies": copies.model_copy(update={"span": shorter})})
    situation = now(decided(record, "accept", COPIES), new, record)
    assert states(situation) == {}
    assert reopened(situation) == [COPIES]
    (entry,) = situation.reopened
    assert (entry.who, entry.decision.words) == ("甲", "一式两份，双方各执一份")


def test_a_correction_to_the_words_that_are_read_now_stands() -> None:
    record = record_of(_TEXT)
    copies = record.documents[0].copies
    assert copies is not None
    shorter = copies.span.model_copy(update={"end": copies.span.end - 4, "text": copies.span.text[:-4]})
    better = copies.model_copy(update={"span": shorter, "holders": ()})
    log = decided(record, "correct", COPIES, becomes=plain(better))
    assert states(now(log, reread(record, lambda _: {"copies": better}), record)) == {COPIES: "corrected"}


GONE: list[tuple[str, str, list[str]]] = [
    ("accept", COPIES, [COPIES]),
    ("absent", COPIES, []),
    ("reject", COPIES, []),
    ("reject", QUOTA, []),
]


@pytest.mark.parametrize(("action", "target", "open_again"), GONE)
def test_a_value_that_is_not_read_any_more(action: str, target: str, open_again: list[str]) -> None:
    record = record_of(_TEXT)
    new = reread(record, lambda _: {"copies": None, "quotas": ()})
    assert reopened(now(decided(record, action, target), new, record)) == open_again


def test_what_is_not_stated_stays_so_while_nothing_is_read() -> None:
    record = record_of(_TEXT)
    without = reread(record, lambda _: {"term": None})
    log = decided(without, "absent", TERM)
    decided(without, "absent", "/documents/0/policies", log=log)
    assert states(now(log, without, without)) == {TERM: "not-stated", "/documents/0/policies": "not-stated"}
    situation = now(log, record, without)
    assert states(situation) == {"/documents/0/policies": "not-stated"}
    assert reopened(situation) == [TERM]


def test_values_without_words_are_known_by_what_they_say() -> None:
    record = record_of(_TEXT)
    log = decided(record, "accept", TITLE)
    decided(record, "correct", "/documents/0/kind", becomes="plan", log=log)
    assert states(now(log, record, record)) == {TITLE: "accepted", "/documents/0/kind": "corrected"}
    renamed = reread(record, lambda _: {"title": "另一份协议", "kind": "notice"})
    situation = now(log, renamed, record)
    assert states(situation) == {}
    assert reopened(situation) == [TITLE, "/documents/0/kind"]
    # what somebody wrote is what is read now
    assert states(now(log, reread(record, lambda _: {"kind": "plan"}), record))["/documents/0/kind"] == "corrected"


LINES = [
    "甲方每学期送教3节。",
    "甲方每学年派出教师3人到乙方支教。",
    "乙方每学期听课3节。",
    "甲方每学期送教3节。",
    "甲方每学期送教3节。",
]


def with_lines(lines: Sequence[str], before: str = "") -> Record:
    text = pact().replace("每学期送教不少于4节，资助5万元。", "\n".join(f"{at}.{line}" for at, line in enumerate(lines, 1)))
    return record_of(before + text)


def targets_by_words(record: Record) -> list[tuple[str, str, int]]:
    return [(key, one.span.text, one.span.start) for key, one in targets_of(record).items() if one.field == "quotas" and one.span]


@pytest.mark.parametrize("chosen", [0, 1, 2], ids=["first", "middle", "last"])
def test_words_that_stand_there_several_times_are_told_apart_though_they_moved(chosen: int) -> None:
    old, new = with_lines(LINES), with_lines(LINES, before="内部资料　注意保存\n\n")
    same = [key for key, words, _ in targets_by_words(old) if words == targets_by_words(old)[0][1]]
    assert len(same) == 3
    situation = now(decided(old, "reject", same[chosen]), new, old)
    assert [key for key, words, _ in targets_by_words(new) if words == targets_by_words(old)[0][1]][chosen] in states(situation)
    assert len(states(situation)) == 1
    assert reopened(situation) == []


def test_an_item_keeps_its_decision_where_others_come_and_go_before_it() -> None:
    old, new = with_lines(LINES), with_lines(["甲方每年捐书200册。", *LINES[1:]])
    target = next(key for key, words, _ in targets_by_words(old) if "人" in words)
    situation = now(decided(old, "correct", target, becomes=plain(targets_of(old)[target].value) | {"unit": "名"}), new, old)
    (moved,) = states(situation)
    entry = situation.applied.entries[moved]
    assert entry.span is not None
    assert "人" in entry.span.text
    value = situation.applied.values[moved]
    assert getattr(value, "unit", None) == "名"
    span = getattr(value, "span", None)
    assert span is not None
    assert new.text[span.start : span.end] == span.text


def test_of_two_decisions_on_the_same_words_one_item_takes_one() -> None:
    old, new = with_lines(LINES), with_lines([LINES[0], LINES[1]])
    words = targets_by_words(old)[0][1]
    log = Log()
    for key in [key for key, one, _ in targets_by_words(old) if one == words]:
        decided(old, "accept", key, log=log)
    situation = now(log, new, old)
    assert len(states(situation)) == 1
    assert len(reopened(situation)) == 2


def test_two_values_of_the_same_words_at_one_place_are_told_by_what_they_say() -> None:
    record = record_of(_TEXT)
    one = record.documents[0].quotas[0]
    other = one.model_copy(update={"what": "评课"})
    both = reread(record, lambda _: {"quotas": (one, other)})
    turned = reread(record, lambda _: {"quotas": (other, one)})
    assert states(now(decided(both, "reject", "/documents/0/quotas/1"), turned, both)) == {QUOTA: "rejected"}


def test_an_addition_stands_where_its_words_stand_now() -> None:
    record, moved = record_of(_TEXT), record_of("封面\n\n" + _TEXT)
    value = plain(record.documents[0].quotas[0]) | {"what": "评课"}
    target = "/documents/0/quotas/+0a1b2c3d"
    log = Log().add("甲", "add", target, words=value["span"]["text"], start=value["span"]["start"], end=value["span"]["end"], becomes=value)
    without = reread(moved, lambda _: {"quotas": ()})
    situation = now(log, without, record)
    assert states(situation) == {target: "added"}
    (quota,) = situation.reviewed().documents[0].quotas
    assert moved.text[quota.span.start : quota.span.end] == quota.span.text
    assert quota.span.start == value["span"]["start"] + 4
    gone = record_of(_TEXT.replace("送教不少于4节", "送课十几次"))
    assert reopened(now(log, gone, record)) == [target]


@pytest.mark.parametrize(("what", "state"), [("送教", "accepted"), ("评课", "corrected")])
def test_an_addition_that_is_read_now_is_a_decision_on_what_was_read(what: str, state: str) -> None:
    record = record_of(_TEXT)
    without = reread(record, lambda _: {"quotas": ()})
    value = plain(record.documents[0].quotas[0]) | {"what": what}
    span = value["span"]
    log = Log().add("甲", "add", "/documents/0/quotas/+0a1b2c3d", words=span["text"], start=span["start"], end=span["end"], becomes=value)
    situation = now(log, record, without)
    assert states(situation) == {QUOTA: state}
    assert [quota.what for quota in situation.reviewed().documents[0].quotas] == [what]


def test_findings_are_known_by_their_fingerprints() -> None:
    record = record_of(_TEXT)
    confirmed, dismissed = [key for key, entry in targets_of(record).items() if entry.is_finding][:2]
    log = Log().add("甲", "confirm", confirmed).add("甲", "dismiss", dismissed, note="理由")
    assert states(now(log, record, record)) == {confirmed: "confirmed", dismissed: "dismissed"}
    situation = now(log, reread(record, lambda _: {"findings": ()}), record)
    assert states(situation) == {}
    # that a dismissed finding is not found any more is nothing to look at
    assert reopened(situation) == [confirmed]


def test_what_was_undone_or_signed_since_is_not_opened_again() -> None:
    record = record_of(_TEXT)
    new = reread(record, lambda _: {"copies": None, "term": None})
    log = decided(record, "accept", COPIES)
    decided(record, "accept", TERM, log=log)
    log.add("甲", "undo", ref="bundle 1")
    assert reopened(now(log, new, record)) == [TERM]
    log.reading = 2
    log.add("甲", "sign-off")
    assert reopened(now(log, new, record)) == []


def test_a_conflict_and_its_settlement_are_carried() -> None:
    record, moved = record_of(_TEXT), record_of("封面\n\n" + _TEXT)
    becomes = plain(record.documents[0].copies) | {"total": 4}
    log = decided(record, "correct", COPIES, becomes=becomes)
    decided(record, "reject", COPIES, who="乙", log=log)
    assert states(now(log, moved, record)) == {COPIES: "conflict"}
    decided(record, "settle", COPIES, who="丙", becomes={"action": "correct", "becomes": becomes}, log=log)
    situation = now(log, moved, record)
    assert states(situation) == {COPIES: "corrected"}
    copies = situation.reviewed().documents[0].copies
    assert copies is not None
    assert moved.text[copies.span.start : copies.span.end] == copies.span.text


def test_of_what_was_settled_only_the_settlement_is_opened_again() -> None:
    record = record_of(_TEXT)
    new = reread(record, lambda _: {"copies": None})
    becomes = plain(record.documents[0].copies) | {"total": 4}
    log = decided(record, "correct", COPIES, becomes=becomes)
    decided(record, "reject", COPIES, who="乙", log=log)
    decided(record, "settle", COPIES, who="丙", becomes={"action": "correct", "becomes": becomes}, log=log)
    situation = now(log, new, record)
    assert [entry.who for entry in situation.reopened] == ["丙"]
    (told,) = make_view(situation, About("a.txt", "/a.txt"))["reopened"]
    assert "4 份" in told["shown"]
    decided(record, "settle", COPIES, who="丁", becomes={"action": "reject", "becomes": None}, log=log)
    assert reopened(now(log, new, record)) == []


def test_a_reading_that_is_gone_is_known_by_what_the_log_kept() -> None:
    record, moved = record_of(_TEXT), record_of("封面\n\n" + _TEXT)
    log = decided(record, "correct", COPIES, becomes=plain(record.documents[0].copies) | {"total": 4})
    decided(record, "accept", QUOTA, log=log)
    assert states(now(log, moved, None)) == {COPIES: "corrected", QUOTA: "accepted"}


def test_a_correction_that_is_no_value_any_more_is_opened_again() -> None:
    record = record_of(_TEXT)
    log = decided(record, "correct", COPIES, becomes={"totals": 4})
    assert reopened(now(log, record, record)) == [COPIES]


def test_a_new_version_keeps_the_sign_off_where_it_reads_the_same(desk: Desk) -> None:
    desk.correct(COPIES, lambda value: at(value, holders=[]))
    desk.decide_findings()
    done(desk.sign())
    surer = reread(
        desk.now.record, lambda one: {"quotas": tuple(q.model_copy(update={"confidence": 0.5, "via": "new"}) for q in one.quotas)}
    )
    desk.number = put_record(desk.engine, surer, version="2.0", content=desk.now.record.text)
    assert desk.how() == "signed"
    assert {entry.reading_id for entry in desk.now.log} != {desk.number}
    more = reread(surer, lambda one: {"quotas": (*one.quotas, one.quotas[0].model_copy(update={"what": "评课"}))})
    desk.number = put_record(desk.engine, more, version="3.0", content=desk.now.record.text)
    assert desk.how() == "reopened"
    assert desk.state_of(COPIES) == "corrected"
    done(desk.sign())
    assert desk.how() == "signed"


def test_an_old_reading_is_not_decided_on_any_more(desk: Desk) -> None:
    old = desk.number
    new = put_record(desk.engine, desk.now.record, version="2.0", content=desk.now.record.text)
    answer = desk.ask("accept", TERM)
    assert [(one.code, one.values["number"]) for one in answer.problems] == [("old-reading", new)]
    desk.number = new
    desk.do("accept", TERM)
    assert old != new
    assert desk.state_of(TERM) == "accepted"


def test_states_are_computed_again_for_a_new_reading(desk: Desk) -> None:
    desk.do("accept", COPIES)
    desk.do("accept", QUOTA)
    new = reread(desk.now.record, lambda _: {"copies": None})
    desk.number = put_record(desk.engine, new, version="2.0", content=desk.now.record.text)
    with desk.engine.connect() as connection:
        assert stale(connection) == [desk.number]
    assert rebuild_stale(desk.engine) == 1
    with desk.engine.connect() as connection:
        assert stale(connection) == []
        row = connection.execute(sa.select(REVIEW_STATES)).one()
    assert (row.reading_id, row.state, row.decided) == (desk.number, "started", 1)
    assert rebuild_stale(desk.engine) == 0


def test_undo_reaches_what_was_done_on_an_older_reading(desk: Desk) -> None:
    value = plain(desk.now.record.documents[0].quotas[0]) | {"what": "评课"}
    desk.do("add", QUOTAS, becomes=value)
    desk.number = put_record(desk.engine, desk.now.record, version="2.0", content=desk.now.record.text)
    assert len(desk.now.reviewed().documents[0].quotas) == 2
    done(deciding.undo(desk.engine, desk.number, "甲老师"))
    assert len(desk.now.reviewed().documents[0].quotas) == 1


def test_a_note_on_what_is_gone_is_one_on_the_record() -> None:
    record = record_of(_TEXT)
    situation = now(decided(record, "note", QUOTA), reread(record, lambda _: {"quotas": ()}), record)
    assert [entry.decision.target for entry in situation.standing.notes] == [""]


def test_what_an_earlier_program_took_for_a_value_is_opened_again() -> None:
    record = record_of(_TEXT)
    log = decided(record, "correct", COPIES, becomes={"totals": 4})
    log.add("甲", "reject", "/documents/0/quotas/+00000000", was={"colour": "red"})
    log.add("甲", "accept", TERM)
    situation = situation_of(1, "c" * 64, record, log.entries)
    assert states(situation) == {TERM: "accepted"}
    assert reopened(situation) == [COPIES]
