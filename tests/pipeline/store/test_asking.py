"""What a store answers, in both databases: for each filter as many papers that are nearly meant as are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
import sqlalchemy as sa

from pipeline.store.asking import Asking
from pipeline.store.opening import existing, looking_at
from pipeline.store.papers import papers
from pipeline.store.place import address_of
from schemas.source import Outcome
from tests.pipeline.store.filling import document, finding, forget, lose, party, put, record
from tests.pipeline.store.places import DATABASES, new_store

PAPERS = {
    "/a/甲.txt": record(
        document(
            "甲协议", parties=[party("青松市第二小学", aliases=["青松二小"]), party("柳河县中心小学", "recipient", role="乙方")],
            signed="2024-08-26", term=("2024-09-01", "2027-08-31"),
            findings=[finding("missing-copies", "warning"), finding("blank-date", "info")],
        ),
        text="为落实帮扶工作（试行），\n  甲方支\u3000援乙方100%的50_60课时。",
    ),
    "/a/乙.txt": record(
        document(
            "乙协议", parties=[party("柳河县中心小学"), party("青松市第三小学", "recipient", role="乙方")],
            signed="2024-08-27", term=("2024-09-02", "2026-08-30"), findings=[finding("missing-term", "error")],
        ),
        text="落實幫扶工作(試行)，甲方向乙方支付100元，50X60。",
    ),
    "/b/丙.txt": record(
        document("丙报道", kind="news", signed="2023-01-01", parties=[party("白塔中学", "both", role="")]),
        document("丙通知", kind="notice", term=("2025-01-01", None), findings=[finding("missing-copies", "info")]),
        text="ＡＢＣ学校与abd学校帮、扶",
    ),
    "/b/没有文书_1.txt": record(text="天气晴", findings=[finding("missing-file-words", "error")]),
    "/b/锁住%.pdf": record(outcome=Outcome(status="unreadable", reason="encrypted", message="文件有密码。"), text=""),
    "/c/复核.txt": record(document("复核协议"), outcome=Outcome(status="needs-review", reason=None, message="有的行没有读出。"), text="草稿"),
}  # fmt: skip


@pytest.fixture(scope="module", params=DATABASES)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    """A store that all tests of this file ask, and none writes to."""
    with new_store(request.param, tmp_path_factory.mktemp("store")) as engine:
        _fill(engine)
        yield engine


def _fill(engine: sa.Engine) -> None:
    put(engine, PAPERS)
    for _ in range(3):
        put(engine, {"/c/坏.txt": record(outcome=Outcome(status="failed", message="ValueError"), text="")})
    put(engine, {"/c/一次.txt": record(outcome=Outcome(status="failed", message="KeyError"), text="x")})
    put(engine, {"/gone/旧.txt": record(document("没有来源的协议", parties=[party("青松市第二小学")]), text="帮扶工作")})
    forget(engine, "/gone/旧.txt")
    lose(engine, "/c/取不到.txt")


def titles(engine: sa.Engine, **asked: Any) -> list[str]:
    """Titles of documents, and addresses of files without one."""
    with looking_at(engine) as connection:
        found = [paper for some in papers(connection, Asking(**asked)) for paper in some]
    return [paper.facts["title"] if paper.document is not None else paper.addresses[0] for paper in found]


A, B, C, D, E = "甲协议", "乙协议", "丙报道", "丙通知", "复核协议"


def test_nothing_asked_is_everything_that_a_source_holds(store: sa.Engine) -> None:
    assert titles(store) == [
        A, B, C, D, E, *sorted(["/b/没有文书_1.txt", "/b/锁住%.pdf"], key=titles(store).index), *titles(store)[7:]
    ]  # fmt: skip
    assert sorted(titles(store)[5:]) == sorted(["/b/没有文书_1.txt", "/b/锁住%.pdf", "/c/坏.txt", "/c/一次.txt", "/c/取不到.txt"])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"parties": ("青松市第二",)}, [A]),
        ({"parties": ("青松二小",)}, [A]),
        ({"parties": ("青松",)}, [A, B]),
        ({"parties": ("青松市第三小學",)}, [B]),
        ({"parties": ("柳河县中心小学青松",)}, []),
        ({"parties": ("小学青松二小",)}, []),
        ({"parties": ("青松市第一",)}, []),
        ({"parties": ("青松市第三", "白塔")}, [B, C]),
        ({"parties": ("%",)}, []),
        ({"parties": (".",)}, []),
        ({"sides": ("supporter",)}, [A, B, C]),
        ({"sides": ("recipient",)}, [A, B, C]),
        ({"parties": ("柳河",), "sides": ("supporter",)}, [B]),
        ({"parties": ("柳河",), "sides": ("recipient",)}, [A]),
        ({"parties": ("白塔",), "sides": ("recipient",)}, [C]),
        ({"kinds": ("news", "notice")}, [C, D]),
        ({"kinds": ("plan",)}, []),
        ({"kinds": ("agreement",), "parties": ("白塔",)}, []),
        ({"rules": frozenset({"missing-copies"})}, [A, D]),
        ({"rules": frozenset({"missing-copies"}), "severity": "warning"}, [A]),
        ({"rules": frozenset({"blank-date"}), "severity": "warning"}, []),
        ({"severity": "error"}, [B, "/b/没有文书_1.txt"]),
        ({"severity": "warning"}, [A, B, "/b/没有文书_1.txt"]),
        ({"rules": frozenset({"missing-file-words"})}, ["/b/没有文书_1.txt"]),
        ({"rules": frozenset({"missing-file-words"}), "kinds": ("agreement",)}, []),
        ({"outcomes": ("read",)}, [A, B, C, D, "/b/没有文书_1.txt"]),
        ({"outcomes": ("needs-review",)}, [E]),
        ({"outcomes": ("unreadable",)}, ["/b/锁住%.pdf", "/c/取不到.txt"]),
        ({"outcomes": ("failed",)}, ["/c/一次.txt"]),
        ({"outcomes": ("quarantined",)}, ["/c/坏.txt"]),
        ({"outcomes": ("failed", "needs-review")}, [E, "/c/一次.txt"]),
        ({"outcomes": ("failed",), "kinds": ("news",)}, []),
        ({"dated_from": "2024-08-26", "dated_to": "2024-08-26"}, [A]),
        ({"dated_from": "2024-08-27"}, [B, D]),
        ({"dated_to": "2024-08-25"}, [C]),
        ({"live_on": "2024-09-01"}, [A]),
        ({"live_on": "2026-08-30"}, [A, B]),
        ({"live_on": "2026-08-31"}, [A]),
        ({"live_on": "2027-09-01"}, []),
        ({"live_on": "2024-08-31"}, []),
        ({"expires_from": "2026-08-30", "expires_to": "2026-08-30"}, [B]),
        ({"expires_from": "2026-08-31"}, [A]),
        ({"expires_to": "2026-08-29"}, []),
        ({"texts": ("帮扶工作（试行）",)}, [A, B]),
        ({"texts": ("幫扶工作(試行)",)}, [A, B]),
        ({"texts": ("支援",)}, [A]),
        ({"texts": ("试行），甲方",)}, [A, B]),
        ({"texts": ("帮扶",)}, [A, B]),
        ({"texts": ("扶",)}, [A, B, C, D]),
        ({"texts": ("100%",)}, [A]),
        ({"texts": ("50_60",)}, [A]),
        ({"texts": ("abc",)}, [C, D]),
        ({"texts": ("a.c",)}, []),
        ({"texts": ("[甲乙]方",)}, []),
        ({"texts": ("甲方|乙方",)}, []),
        ({"texts": ("\\d",)}, []),
        ({"texts": ("***:甲",)}, []),
        ({"texts": ("(?i)甲",)}, []),
        ({"texts": ("帮扶工作",), "parties": ("第三",)}, [B]),
        ({"sources": ("/A/",)}, [A, B]),
        ({"sources": ("锁住%",)}, ["/b/锁住%.pdf"]),
        ({"sources": ("书_1",)}, ["/b/没有文书_1.txt"]),
        ({"sources": ("a_乙",)}, []),
        ({"sources": ("旧",)}, []),
        ({"sources": ("取不到", "一次")}, ["/c/一次.txt", "/c/取不到.txt"]),
    ],
    ids=str,
)  # fmt: skip
def test_filters(store: sa.Engine, asked: dict[str, Any], found: list[str]) -> None:
    assert titles(store, **asked) == found


def test_one_content_at_two_addresses_is_one_paper_with_both(engine: sa.Engine) -> None:
    one = record(document("协议"))
    put(engine, {"/z.txt": one, "/a.txt": one, "/other.txt": record(document("别的"), text="别的")})
    with looking_at(engine) as connection:
        found = [paper for some in papers(connection, Asking(sources=("z.txt",))) for paper in some]
    assert [paper.addresses for paper in found] == [("/a.txt", "/z.txt")]


def test_only_the_current_reading_is_found(engine: sa.Engine) -> None:
    put(engine, {"/a.txt": record(document("旧题目"))}, contents={"/a.txt": "1"})
    put(engine, {"/a.txt": record(document("新题目"))}, contents={"/a.txt": "1"}, version="2.0")
    assert titles(engine) == ["新题目"]
    # the file is changed: its old content is held by no source
    put(engine, {"/a.txt": record(document("改后题目"))}, contents={"/a.txt": "2"}, version="2.0")
    assert titles(engine) == ["改后题目"]


def test_a_failure_is_told_until_the_content_is_read(engine: sa.Engine) -> None:
    broken = record(outcome=Outcome(status="failed", message="ValueError"), text="")
    put(engine, {"/a.txt": record(document("协议"))}, contents={"/a.txt": "1"})
    put(engine, {"/a.txt": broken}, contents={"/a.txt": "1"}, version="2.0")
    assert titles(engine, outcomes=("failed",)) == ["/a.txt"]
    put(engine, {"/a.txt": record(document("协议"))}, contents={"/a.txt": "1"}, version="3.0")
    assert titles(engine, outcomes=("failed",)) == []


def test_the_newest_come_first_and_those_without_a_day_last(store: sa.Engine) -> None:
    with looking_at(store) as connection:
        found = [paper.facts["title"] for some in papers(connection, Asking(), files=False, newest_first=True) for paper in some]
    assert found == [D, B, A, C, E]


def test_papers_come_some_at_a_time(store: sa.Engine) -> None:
    with looking_at(store) as connection:
        sizes = [len(some) for some in papers(connection, Asking(), at_once=3)]
    assert sizes == [3, 3, 3, 1]


# SQLite gives rows one by one anyhow
@pytest.mark.parametrize("store", ["postgresql"], indirect=True, scope="module")
def test_rows_stay_with_the_server_until_they_are_asked_for(store: sa.Engine) -> None:
    with looking_at(store) as connection:
        cursors = sa.text("SELECT count(*) FROM pg_cursors")
        with closing(papers(connection, Asking(), at_once=1)) as stream:
            next(stream)
            assert connection.scalar(cursors) == 1
        assert connection.scalar(cursors) == 0


def test_what_is_written_meanwhile_is_not_seen(engine: sa.Engine) -> None:
    put(engine, {f"/{number}.txt": record(document(str(number)), text=str(number)) for number in range(3)})
    with looking_at(engine) as connection:
        stream = papers(connection, Asking(), at_once=1)
        first = next(stream)
        put(engine, {"/new.txt": record(document("新"), text="新")})
        rest = [paper.facts["title"] for some in stream for paper in some]
    assert [paper.facts["title"] for paper in first] + rest == ["0", "1", "2"]
    assert "新" in titles(engine)


# of the two, SQLite reads rows from their beginning
@pytest.mark.parametrize("store", ["sqlite"], indirect=True, scope="module")
def test_no_reading_is_looked_through_for_its_documents(store: sa.Engine) -> None:
    """Records are large: what drives a search is the documents' table or an index."""
    from pipeline.store.asking import documents_asked, files_asked
    from pipeline.store.tables import READINGS

    plans = []
    with store.connect() as connection:
        for asked in (documents_asked(Asking(), READINGS.c.id), files_asked(Asking(), READINGS.c.id)):
            sql = str(asked.compile(store, compile_kwargs={"literal_binds": True}))
            plans += [row[3] for row in connection.exec_driver_sql("EXPLAIN QUERY PLAN " + sql)]
    assert "SCAN readings" not in plans
    assert any("ix_readings_current" in plan for plan in plans)


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to be looked at as one"])
def test_a_file_that_is_no_store_stays_as_it_is(tmp_path: Any, content: bytes) -> None:
    from pipeline.store.opening import NoStore

    place = tmp_path / "store.db"
    place.write_bytes(content)
    with pytest.raises(NoStore, match="没有存储"):
        existing(address_of(str(place)))
    assert place.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["store.db"]
