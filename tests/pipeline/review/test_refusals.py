"""What cannot be decided is told, part by part, and leaves nothing behind."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.review import deciding
from pipeline.review.decision import Decision
from pipeline.review.entries import plain
from tests.pipeline.review.desk import COPIES, QUOTA, TERM, Desk

REFUSED: list[tuple[str, str, dict[str, Any], list[tuple[str | None, str]]]] = [
    ("accept", "/documents/0/quotas/9", {}, [(None, "unknown-target")]),
    ("accept", "/documents/7/term", {}, [(None, "unknown-target")]),
    ("accept", "/documents/0/clauses/0", {}, [(None, "unknown-target")]),
    ("accept", "/documents/0/quotas/+00000000", {}, [(None, "unknown-target")]),
    ("confirm", "/documents/0/findings/0000000000000000", {}, [(None, "unknown-target")]),
    ("accept", "nonsense", {}, [(None, "unknown-target")]),
    ("confirm", TERM, {}, [(None, "wrong-action")]),
    ("absent", QUOTA, {}, [(None, "wrong-action")]),
    ("reject", "/documents/0/kind", {}, [(None, "wrong-action")]),
    ("explode", TERM, {}, [(None, "wrong-action")]),
    ("undo", "", {}, [(None, "wrong-action")]),
    ("sign-off", "", {}, [(None, "wrong-action")]),
    ("reopen", "", {}, [(None, "not-signed")]),
    ("note", "", {}, [(None, "needs-note")]),
    ("note", TERM, {"note": ""}, [(None, "needs-note")]),
    ("note", TERM, {"note": "a\x00b"}, [("note", "characters")]),
    ("note", TERM, {"note": "字" * 2001}, [("note", "too-long")]),
    ("settle", TERM, {"becomes": {"action": "accept"}}, [(None, "no-conflict")]),
    ("correct", "/documents/0/kind", {"becomes": "poem"}, [(None, "shape")]),
    ("correct", "/documents/0/title", {"becomes": " "}, [(None, "empty")]),
    ("correct", "/documents/0/title", {"becomes": "题目", "start": 5, "end": 5}, [(None, "no-words")]),
    ("correct", "/documents/0/title", {"becomes": "\ud800"}, [(None, "characters")]),
    ("correct", COPIES, {"becomes": None}, [(None, "shape")]),
    ("correct", COPIES, {"becomes": "三份"}, [(None, "shape")]),
    ("add", QUOTA, {"becomes": {}}, [(None, "wrong-action")]),
    ("add", "/documents/0/people", {"becomes": {"name": "某人", "span": {"start": 0, "end": 2, "text": "某人"}}}, [("span", "other-words")]),
    ("add", "/documents/0/people", {"becomes": {"name": "某人", "span": {"start": 2, "end": 2, "text": ""}}}, [("span", "no-words")]),
    ("add", "/documents/0/people", {"becomes": {"name": "某人", "span": {"start": 2, "end": 10**9, "text": "x"}}}, [("span", "no-words")]),
    ("add", "/documents/0/people", {"becomes": {"name": "某人"}}, [("span", "shape")]),
]  # fmt: skip


@pytest.mark.parametrize(("action", "target", "rest", "problems"), REFUSED)
def test_what_is_refused_leaves_nothing_behind(
    desk: Desk, action: str, target: str, rest: dict[str, Any], problems: list[tuple[str | None, str]]
) -> None:
    assert desk.refused(action, target, **rest) == problems


PARTS: list[tuple[str, dict[str, Any], tuple[str, str]]] = [
    (QUOTA, {"amount": {"min": "许多", "max": None}}, ("amount.min", "number")),
    (QUOTA, {"amount": {"min": None, "max": None}}, ("amount", "no-number")),
    (QUOTA, {"amount": {"min": "5", "max": "4"}}, ("amount", "reversed-numbers")),
    (QUOTA, {"per": {"count": "每", "unit": "年"}}, ("per.count", "number")),
    (QUOTA, {"modality": "maybe"}, ("modality", "shape")),
    (QUOTA, {"colour": "red"}, ("colour", "shape")),
    (TERM, {"start": {"edtf": "2024-02-30"}}, ("start.edtf", "date")),
    (TERM, {"end": {"edtf": "明年"}}, ("end.edtf", "date")),
    (COPIES, {"total": -1}, ("total", "number")),
    ("/documents/0/parties/0", {"name": " "}, ("name", "empty")),
]


@pytest.mark.parametrize(("target", "change", "problem"), PARTS)
def test_a_part_that_is_wrong_is_named(desk: Desk, target: str, change: dict[str, Any], problem: tuple[str, str]) -> None:
    value = plain(desk.now.applied.values[target]) | change
    answer = desk.ask("correct", target, becomes=value)
    assert [(one.part, one.code) for one in answer.problems] == [problem]
    assert all(one.message(lang).strip() for one in answer.problems for lang in ("zh", "en"))


def test_a_bundle_is_taken_whole_or_not_at_all(desk: Desk) -> None:
    both = [Decision("accept", TERM), Decision("accept", "/documents/0/quotas/9")]
    answer = deciding.decide(desk.engine, desk.number, "甲老师", 0, both)
    assert [problem.target for problem in answer.problems] == ["/documents/0/quotas/9"]
    assert desk.now.log == ()
    assert [one.code for one in deciding.decide(desk.engine, desk.number, "甲老师", 0, []).problems] == ["nothing"]
    assert [one.code for one in deciding.decide(desk.engine, desk.number, " ", 0, both).problems] == ["no-name"]
    assert [one.code for one in deciding.decide(desk.engine, 10**9, "甲老师", 0, both).problems] == ["no-record"]
