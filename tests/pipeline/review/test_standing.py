"""What stands after a log: properties that hold for every log, and a few logs by hand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.review.decision import Decision, Logged
from pipeline.review.standing import Standing, fold, to_redo, to_undo
from tests.pipeline.review.logs import Log, numbered

TARGETS = ("/documents/0/term", "/documents/0/copies", "/documents/0/quotas/0", "/documents/0/findings/0123456789abcdef")
WHO = ("甲老师", "乙老师", "丙老师")
_DECIDED = st.one_of(
    st.builds(Decision, st.sampled_from(["accept", "reject", "absent"]), st.sampled_from(TARGETS[:3])),
    st.builds(Decision, st.just("correct"), st.sampled_from(TARGETS[:3]), becomes=st.sampled_from([{"total": 1}, {"total": 2}])),
    st.builds(Decision, st.sampled_from(["confirm", "dismiss"]), st.just(TARGETS[3]), note=st.just("理由")),
    st.builds(Decision, st.just("settle"), st.sampled_from(TARGETS[:3]), becomes=st.just({"action": "accept", "becomes": None})),
    st.builds(Decision, st.sampled_from(["sign-off", "reopen", "open", "note"]), st.just("")),
)


@st.composite
def logs(draw: st.DrawFn) -> list[Logged]:
    """Logs of several reviewers, with bundles of one to three rows, undone and redone."""
    log = Log()
    for bundle in range(draw(st.integers(0, 12))):
        who = draw(st.sampled_from(WHO))
        for decision in draw(st.lists(_DECIDED, min_size=1, max_size=3)):
            log.add(who, decision.action, decision.target, f"b{bundle}", becomes=decision.becomes, note=decision.note)
        if draw(st.booleans()) and draw(st.booleans()):
            mine = draw(st.sampled_from([to_undo, to_redo]))
            ref = mine(log.entries, who)
            if ref is not None:
                log.add(who, "undo" if mine is to_undo else "redo", ref=ref)
    return log.entries


def told(standing: Standing) -> tuple[object, ...]:
    """Everything that a standing says, but for how far its log goes."""
    sign_off = standing.sign_off.id if standing.sign_off else None
    return standing.values, standing.notes, sign_off, standing.is_changed_since, standing.last


@settings(deadline=None)
@given(logs(), st.sampled_from(WHO))
def test_to_undo_and_redo_is_to_do_nothing(log: list[Logged], who: str) -> None:
    before = fold(log)
    bundle = to_undo(log, who)
    if bundle is None:
        return
    undone = Log(list(log)).add(who, "undo", ref=bundle)
    assert to_redo(undone.entries, who) == bundle
    redone = undone.add(who, "redo", ref=bundle)
    assert told(fold(redone.entries)) == told(before)
    assert to_undo(redone.entries, who) == bundle


@settings(deadline=None)
@given(logs(), st.sampled_from(WHO))
def test_what_is_undone_stands_as_if_it_had_never_been_done(log: list[Logged], who: str) -> None:
    bundle = to_undo(log, who)
    if bundle is None:
        return
    undone = Log(list(log)).add(who, "undo", ref=bundle)
    without = [entry for entry in log if bundle not in {entry.bundle, entry.decision.ref}]
    assert told(fold(undone.entries)) == told(fold(without))


@settings(deadline=None)
@given(logs())
def test_a_log_folds_to_the_same_however_often(log: list[Logged]) -> None:
    assert fold(log) == fold(iter(list(log)))


@settings(deadline=None)
@given(logs(), st.randoms(use_true_random=False))
def test_the_order_of_different_targets_does_not_matter(log: list[Logged], random: object) -> None:
    plain = [entry for entry in log if entry.decision.target and entry.decision.action != "note"]
    shuffled = list(plain)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # a random.Random
    by_target: dict[str, list[Logged]] = {}
    for entry in plain:
        by_target.setdefault(entry.decision.target, []).append(entry)
    queues = {target: iter(entries) for target, entries in by_target.items()}
    # each target's own rows stay in their order
    mixed = [next(queues[entry.decision.target]) for entry in shuffled]
    one, other = fold(numbered(plain)), fold(numbered(mixed))
    states = [{target: (held.state, held.outcome, held.by) for target, held in each.values.items()} for each in (one, other)]
    assert states[0] == states[1]


@settings(deadline=None)
@given(logs())
def test_a_conflict_has_two_reviewers_who_differ_and_nothing_else_has(log: list[Logged]) -> None:
    for held in fold(log).values.values():
        assert (held.outcome is None) == (held.state == "conflict")
        if held.state == "conflict":
            assert len({entry.who for entry in held.latest}) == len(held.latest) > 1


@settings(deadline=None)
@given(logs(), st.sampled_from(TARGETS[:3]))
def test_a_settlement_ends_every_conflict(log: list[Logged], target: str) -> None:
    settled = Log(list(log)).add("甲老师", "settle", target, becomes={"action": "reject", "becomes": None})
    held = fold(settled.entries).values[target]
    assert (held.state, held.by, len(held.latest)) == ("rejected", "甲老师", 1)


def test_the_latest_word_of_each_reviewer_counts() -> None:
    log = Log().add("甲", "accept", TARGETS[0]).add("乙", "reject", TARGETS[0]).add("乙", "accept", TARGETS[0])
    held = fold(log.entries).values[TARGETS[0]]
    assert (held.state, held.by) == ("accepted", "乙")


def test_corrections_agree_where_they_say_the_same_of_other_words() -> None:
    one = {"total": 3, "span": {"start": 0, "end": 2, "text": "三份"}, "via": "review"}
    log = Log().add("甲", "correct", TARGETS[1], becomes=one)
    log.add("乙", "correct", TARGETS[1], becomes=one | {"span": {"start": 9, "end": 11, "text": "叁份"}})
    assert fold(log.entries).values[TARGETS[1]].state == "corrected"
    log.add("乙", "correct", TARGETS[1], becomes=one | {"total": 4})
    assert fold(log.entries).values[TARGETS[1]].state == "conflict"


def test_notes_and_openings_decide_nothing() -> None:
    log = Log().add("甲", "open").add("甲", "sign-off").add("乙", "open").add("乙", "note", note="看过")
    standing = fold(log.entries)
    assert standing.sign_off is not None
    assert not standing.is_changed_since
    assert standing.reviewers == ("甲",)
    assert [entry.decision.note for entry in standing.notes] == ["看过"]


def test_undoing_goes_back_step_by_step_and_something_new_ends_it() -> None:
    log = Log().add("甲", "accept", TARGETS[0]).add("甲", "open").add("乙", "accept", TARGETS[1]).add("甲", "accept", TARGETS[2])
    assert to_undo(log.entries, "甲") == "bundle 4"
    log.add("甲", "undo", ref="bundle 4")
    assert (to_undo(log.entries, "甲"), to_redo(log.entries, "甲")) == ("bundle 1", "bundle 4")
    log.add("甲", "undo", ref="bundle 1")
    assert (to_undo(log.entries, "甲"), to_redo(log.entries, "甲")) == (None, "bundle 1")
    log.add("甲", "accept", TARGETS[1])
    assert to_redo(log.entries, "甲") is None
    assert to_undo(log.entries, "乙") == "bundle 3"


def test_a_bundle_of_many_rows_is_undone_as_one() -> None:
    log = Log().add("甲", "accept", TARGETS[0], "b").add("甲", "accept", TARGETS[1], "b").add("甲", "sign-off", "", "b")
    assert len(fold(log.entries).values) == 2
    log.add("甲", "undo", ref="b")
    assert fold(log.entries) == replace(fold([]), reviewers=("甲",), seen=4)
