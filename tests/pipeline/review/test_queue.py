"""The queue, on both databases: filters, counts, orders, pages, and what stands around a record."""

from __future__ import annotations

from typing import Any

import pytest
import sqlalchemy as sa

from pipeline.review import deciding
from pipeline.review.decision import Decision
from pipeline.review.queue import ORDERS, BadCursor, Filter, Order, neighbours, numbers, page
from schemas.agreement import Party
from tests.pipeline.store.filling import document, finding, forget, party, put, record

_BROKEN = [finding("copies-mismatch", "error"), finding("missing-copies")]


def _sure(name: str, confidence: float) -> Party:
    return party(name).model_copy(update={"confidence": confidence})


@pytest.fixture
def filled(engine: sa.Engine) -> sa.Engine:
    put(
        engine,
        {
            "/b/one.txt": record(document("一号协议", parties=[_sure("清泉中学", 0.8)], findings=_BROKEN[1:]), text="清泉中学，送教"),
            "/a/two.txt": record(document("二号协议", parties=[_sure("石桥小学", 0.9)], findings=_BROKEN), text="石桥小学 幫扶"),
            "/b/three.txt": record(document("三号报道", kind="news"), document("附件", kind="notice"), text="報道"),
            "/c/four.txt": record(document("四号协议", findings=[finding("impossible-date", "info")]), text="第四份"),
        },
    )
    return engine


def titles(engine: sa.Engine, wanted: Filter, order: Order = "findings") -> list[str | None]:
    with engine.connect() as connection:
        found = page(connection, wanted, order)
    assert found.total == len(found.rows)
    return [row.title for row in found.rows]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, "二一四三"),
        ({"kind": "news"}, "三"),
        ({"kind": "notice"}, "三"),
        ({"kind": "plan"}, ""),
        ({"rule": "missing-copies"}, "二一"),
        ({"rule": "missing-copies", "severity": "error"}, ""),
        ({"severity": "error"}, "二"),
        ({"severity": "info"}, "四"),
        ({"source": "/b/"}, "一三"),
        ({"source": "%"}, ""),
        ({"text": "帮扶"}, "二"),
        ({"text": "报道"}, "三"),
        ({"text": "清 泉"}, "一"),
        ({"text": "不在里面"}, ""),
        ({"confidence": 0.95}, "二一"),
        ({"confidence": 0.5}, ""),
        ({"state": "open"}, "二一四三"),
        ({"state": "signed"}, ""),
        ({"kind": "agreement", "source": "/b/", "rule": "missing-copies"}, "一"),
    ],
)
def test_a_filter_finds_what_fits(filled: sa.Engine, wanted: dict[str, Any], found: str) -> None:
    assert [str(title)[0] for title in titles(filled, Filter(**wanted))] == list(found)


@pytest.mark.parametrize(
    ("order", "found"), [("findings", "二一四三"), ("confidence", "一二三四"), ("name", "二一三四"), ("new", "四三二一")]
)
def test_an_order(filled: sa.Engine, order: Order, found: str) -> None:
    assert [str(title)[0] for title in titles(filled, Filter(), order)] == list(found)


@pytest.mark.parametrize("order", ORDERS)
def test_pages_follow_one_another(filled: sa.Engine, order: Order) -> None:
    whole = titles(filled, Filter(), order)
    seen: list[str | None] = []
    after: str | None = None
    with filled.connect() as connection:
        for _ in range(len(whole)):
            found = page(connection, Filter(), order, after, limit=1)
            seen += [row.title for row in found.rows]
            after = found.next
    assert seen == whole
    assert after is None


def test_counts_leave_out_their_own_filter(filled: sa.Engine) -> None:
    with filled.connect() as connection:
        found = page(connection, Filter(kind="agreement", rule="missing-copies"))
    assert found.total == 2
    assert found.counts == {
        "state": {"open": 2},
        "kind": {"agreement": 2},
        "rule": {"missing-copies": 2, "copies-mismatch": 1, "impossible-date": 1},
        "severity": {"warning": 2},
    }


def test_a_row_tells_of_its_record(filled: sa.Engine) -> None:
    with filled.connect() as connection:
        first = page(connection, Filter(source="two")).rows[0]
    assert (first.name, first.address, first.kind, first.parties) == ("two.txt", "/a/two.txt", "agreement", ("石桥小学",))
    assert first.findings == {"error": 1, "warning": 1, "info": 0}
    assert (first.state, first.decided, first.by) == ("open", None, None)


def test_a_decision_shows(filled: sa.Engine) -> None:
    with filled.connect() as connection:
        row = page(connection, Filter(source="four")).rows[0]
    answer = deciding.sign_off(filled, row.number, "甲", 0)
    assert answer.problems
    found = deciding.decide(filled, row.number, "甲", 0, [Decision("confirm", f"/documents/0/findings/{'f' * 16}")])
    assert not found.problems
    with filled.connect() as connection:
        started = page(connection, Filter(state="started"))
        assert page(connection, Filter()).counts["state"] == {"open": 3, "started": 1}
    assert [(one.number, one.by, one.decided) for one in started.rows] == [(row.number, "甲", 1)]


def test_what_no_source_holds_is_not_there(filled: sa.Engine) -> None:
    forget(filled, "/c/four.txt")
    assert "四号协议" not in titles(filled, Filter())
    with filled.connect() as connection:
        assert len(numbers(connection, Filter())) == 3


@pytest.mark.parametrize("order", ORDERS)
def test_neighbours(filled: sa.Engine, order: Order) -> None:
    with filled.connect() as connection:
        of = [row.number for row in page(connection, Filter(), order).rows]
        for at, number in enumerate(of):
            around = neighbours(connection, Filter(), order, number)
            assert around.previous == (of[at - 1] if at else None)
            assert around.next == (of[at + 1] if at + 1 < len(of) else None)
            assert (around.position, around.total) == (at + 1, len(of))


def test_neighbours_of_what_has_left_the_filter(filled: sa.Engine) -> None:
    with filled.connect() as connection:
        of = [row.number for row in page(connection, Filter(), "findings").rows]
        around = neighbours(connection, Filter(kind="agreement"), "findings", of[3])
        assert (around.previous, around.next, around.position, around.total) == (of[2], None, None, 3)
        assert neighbours(connection, Filter(), "findings", 10**9).next is None


@pytest.mark.parametrize(
    "cursor", ["", "x", "WzEsMl0=", "bnVsbA==", "WyJuYW1lIiwgImEiLCAxXQ==", "WyJmaW5kaW5ncyIsICJhIiwgMV0=", "é", "=" * 9]
)
def test_a_cursor_of_another_is_refused(filled: sa.Engine, cursor: str) -> None:
    with filled.connect() as connection, pytest.raises(BadCursor):
        page(connection, Filter(), "findings", cursor)
