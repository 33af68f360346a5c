"""What is written into the store, once and whole, whatever was there before."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from pipeline.store import runs
from pipeline.store.known import MOST_ATTEMPTS, claim, known, unclaim
from pipeline.store.near import link_near_duplicates
from pipeline.store.seen import Seen
from pipeline.store.tables import (
    ATTEMPTS,
    CLAIMS,
    DOCUMENTS,
    FAILURES,
    FINDINGS,
    FUNDING,
    LINKS,
    METADATA,
    PARTIES,
    QUOTAS,
    READINGS,
    SOURCE_VERSIONS,
    SOURCES,
)
from pipeline.store.writing import note_sources, store
from tests.pipeline.store.contents import contents_of
from tests.pipeline.store.make_reading import SETTING, digest, pact, reading, record_of

NEWER = replace(SETTING, version="2.0")


def rows(engine: sa.Engine, table: sa.Table) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(sa.select(table)).mappings())


def count(engine: sa.Engine, table: sa.Table) -> int:
    with engine.connect() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_a_record_becomes_rows_and_is_kept_whole(engine: sa.Engine) -> None:
    text = pact()
    assert [result.fate for result in store(engine, "run", [reading(text)], SETTING)] == ["ok"]
    [kept] = rows(engine, READINGS)
    assert json.loads(kept["record"]) == json.loads(record_of(text).model_dump_json())
    [document] = rows(engine, DOCUMENTS)
    assert (document["kind"], document["dated"], document["term_start"], document["term_end"]) == (
        "agreement", "2024-08-20", "2024-09-01", "2027-08-31",
    )  # fmt: skip
    assert document["text"] in text
    assert document["copies"] == 2
    assert [(party["name"], party["side"]) for party in rows(engine, PARTIES)] == [
        ("东山市第一小学", "supporter"),
        ("西河县河口镇中心小学", "recipient"),
    ]
    [quota] = rows(engine, QUOTAS)
    assert (quota["min"], quota["max"], quota["unit"], quota["per_unit"]) == ("4", None, "节", "学期")
    assert text[quota["start"] : quota["end"]] == quota["words"]
    [funding] = rows(engine, FUNDING)
    assert (funding["min"], funding["currency"]) == ("50000", "CNY")
    assert {row["rule"] for row in rows(engine, FINDINGS)} == {one.rule for one in record_of(text).documents[0].findings}


def test_the_same_batch_twice_is_there_once(engine: sa.Engine) -> None:
    batch = [reading(pact(), "/a"), reading(pact(times=6), "/b")]
    store(engine, "one", batch, SETTING)
    before = contents_of(engine)
    store(engine, "two", batch, SETTING)
    assert contents_of(engine) == before
    assert count(engine, ATTEMPTS) == 4


def test_two_names_of_one_content_are_one_reading(engine: sa.Engine) -> None:
    store(engine, "run", [reading(pact(), "/a"), reading(pact(), "/b")], SETTING)
    assert count(engine, READINGS) == 1
    assert sorted(row["address"] for row in rows(engine, SOURCES)) == ["/a", "/b"]


def test_a_newer_reading_keeps_the_old_one_and_says_what_changed(engine: sa.Engine) -> None:
    text = pact()
    store(engine, "one", [reading(text)], SETTING)
    better = record_of(text).model_copy(update={"documents": tuple(
        document.model_copy(update={"title": "结对帮扶协议书", "quotas": ()}) for document in record_of(text).documents
    )})  # fmt: skip
    store(engine, "two", [replace(reading(text), record=better.model_dump_json().encode())], NEWER)
    old, new = sorted(rows(engine, READINGS), key=lambda row: row["version"])
    assert (old["is_current"], new["is_current"]) == (False, True)
    assert json.loads(old["record"])["documents"][0]["quotas"]
    assert {change["field"] for change in new["changes"]} == {"title", "quotas"}
    [quotas] = [change for change in new["changes"] if change["field"] == "quotas"]
    assert quotas["was"][0]["amount"]["min"] == "4"
    assert quotas["is"] == []
    assert count(engine, QUOTAS) == 0
    assert count(engine, DOCUMENTS) == 1


def test_a_newer_reading_that_says_the_same_has_no_changes(engine: sa.Engine) -> None:
    store(engine, "one", [reading(pact())], SETTING)
    store(engine, "two", [reading(pact())], NEWER)
    assert [row["changes"] for row in rows(engine, READINGS) if row["is_current"]] == [[]]


def test_a_file_with_new_content_keeps_what_it_was(engine: sa.Engine) -> None:
    store(engine, "one", [reading(pact(), "/a")], SETTING)
    store(engine, "two", [reading(pact(times=6), "/a")], SETTING)
    [source] = rows(engine, SOURCES)
    assert source["content"] == digest(pact(times=6))
    assert (source["first_run"], source["last_run"]) == ("one", "two")
    assert [row["content"] for row in sorted(rows(engine, SOURCE_VERSIONS), key=lambda row: row["seen"])] == [
        digest(pact()),
        digest(pact(times=6)),
    ]


def test_a_failure_is_never_done_and_set_aside_after_some(engine: sa.Engine) -> None:
    text = pact()
    failed = reading(text, status="failed", message="坏了\nTraceback …")
    fates = [store(engine, f"run {at}", [failed], SETTING)[0].fate for at in range(MOST_ATTEMPTS)]
    assert fates == ["failed"] * (MOST_ATTEMPTS - 1) + ["quarantined"]
    assert count(engine, READINGS) == 0
    assert known(engine, [digest(text)], SETTING) == {digest(text): "quarantined"}
    assert known(engine, [digest(text)], SETTING, retry_failed=True) == {}
    assert known(engine, [digest(text)], NEWER) == {}
    [kept] = rows(engine, FAILURES)
    assert "Traceback" in kept["error"]
    store(engine, "better", [reading(text)], SETTING)
    assert count(engine, FAILURES) == 0
    assert known(engine, [digest(text)], SETTING) == {digest(text): "done"}


def test_one_failure_is_tried_again(engine: sa.Engine) -> None:
    store(engine, "run", [reading(pact(), status="failed", message="坏了")], SETTING)
    assert known(engine, [digest(pact())], SETTING) == {}


@pytest.mark.parametrize(
    ("status", "setting", "retry", "state"),
    [
        ("read", SETTING, False, "done"),
        ("read", replace(SETTING, means="others"), False, "done"),
        ("read", SETTING, True, "done"),
        ("read", NEWER, False, None),
        ("read", replace(SETTING, names=True), False, None),
        ("unreadable", SETTING, False, "done"),
        ("unreadable", replace(SETTING, means="others"), False, None),
        ("unreadable", SETTING, True, None),
    ],
)
def test_what_is_done(
    engine: sa.Engine,
    status: str,
    setting: Any,
    retry: bool,  # noqa: FBT001 - a table's column
    state: str | None,
) -> None:
    store(engine, "run", [reading(pact(), status=status, message="打不开。")], SETTING)
    assert known(engine, [digest(pact()), digest("other")], setting, retry_failed=retry) == ({digest(pact()): state} if state else {})


def test_what_could_not_be_read_is_replaced_by_a_later_try(engine: sa.Engine) -> None:
    store(engine, "one", [reading(pact(), status="unreadable", message="打不开。")], SETTING)
    assert store(engine, "two", [reading(pact())], SETTING)[0].fate == "ok"
    assert [row["status"] for row in rows(engine, READINGS)] == ["read"]


def test_a_source_without_bytes_is_kept_with_its_reason(engine: sa.Engine) -> None:
    note_sources(engine, "run", [Seen("/gone", None, None, None, "no-permission", "没有权限。")])
    [source] = rows(engine, SOURCES)
    assert (source["content"], source["reason"]) == (None, "no-permission")
    note_sources(engine, "later", [Seen("/gone", "0" * 64, 3)])
    [source] = rows(engine, SOURCES)
    assert (source["content"], source["reason"], source["message"]) == ("0" * 64, None, None)


def test_a_claim_is_one_run_s(engine: sa.Engine) -> None:
    assert claim(engine, "one", ["a", "b"]) == {"a", "b"}
    assert claim(engine, "two", ["b", "c"]) == {"c"}
    assert claim(engine, "one", ["a"]) == {"a"}
    unclaim(engine, "one", ["a"])
    assert claim(engine, "two", ["a", "b"]) == {"a"}


def test_what_is_stored_is_no_longer_claimed(engine: sa.Engine) -> None:
    claim(engine, "run", [digest(pact()), "other"])
    store(engine, "run", [reading(pact())], SETTING)
    assert [row["content"] for row in rows(engine, CLAIMS)] == ["other"]


def test_a_batch_is_there_whole_or_not_at_all(engine: sa.Engine) -> None:
    good, bad = reading(pact(), "/a"), reading(pact(times=6), "/b")
    bad = replace(bad, record=bad.record.replace(b'"kind":"agreement"', b'"kind":null'))
    with pytest.raises(sa.exc.IntegrityError):
        store(engine, "run", [good, bad], SETTING)
    assert [count(engine, table) for table in METADATA.sorted_tables] == [0] * len(METADATA.sorted_tables)


def test_absurd_figures_are_kept(engine: sa.Engine) -> None:
    text = pact().replace("5万元", "9" * 400 + "元")
    assert store(engine, "run", [reading(text)], SETTING)[0].fate in {"ok", "needs-review"}


@pytest.mark.parametrize(
    ("then", "status", "is_kept"),
    [
        (replace(SETTING, means="without the password"), "unreadable", True),
        (NEWER, "unreadable", True),
        (replace(NEWER, names=True), None, False),
        (NEWER, None, False),
        (replace(SETTING, names=True), None, False),
    ],
    ids=["other means", "a newer version that reads nothing", "newer with names", "newer", "names as well"],
)
def test_a_worse_reading_only_stands_beside_the_one_that_is_there(
    engine: sa.Engine,
    then: Any,
    status: str | None,
    is_kept: bool,  # noqa: FBT001 - a table's column
) -> None:
    store(engine, "run", [reading(pact())], SETTING)
    [first] = rows(engine, READINGS)
    store(engine, "later", [reading(pact(), status=status)], then)
    [current] = [row for row in rows(engine, READINGS) if row["is_current"]]
    assert (current["id"] == first["id"]) is is_kept
    assert {row["reading_id"] for row in rows(engine, DOCUMENTS)} == {current["id"]}
    assert {row["reading_id"] for row in rows(engine, PARTIES)} == {current["id"]}
    assert known(engine, [digest(pact())], then) == {digest(pact()): "done"}
    # and back with the first means nothing is read again
    assert known(engine, [digest(pact())], SETTING) == {digest(pact()): "done"}


def test_names_are_not_lost_by_a_run_without_them(engine: sa.Engine) -> None:
    with_names = replace(SETTING, names=True)
    store(engine, "run", [reading(pact())], with_names)
    store(engine, "quick", [reading(pact())], SETTING)
    assert [(row["names"], row["is_current"]) for row in rows(engine, READINGS)] == [(True, True), (False, False)]


def test_words_replace_what_could_not_be_read(engine: sa.Engine) -> None:
    store(engine, "run", [reading(pact(), status="unreadable")], NEWER)
    store(engine, "run", [reading(pact())], SETTING)
    assert [(row["status"], row["is_current"]) for row in rows(engine, READINGS)] == [("unreadable", False), ("read", True)]


def test_links_are_those_of_the_current_readings(engine: sa.Engine) -> None:
    one, other = pact(), pact() + "\n（扫描件）"
    store(engine, "run", [reading(one, "/a.txt"), reading(other, "/b.txt")], SETTING)
    assert link_near_duplicates(engine) == 1
    assert count(engine, LINKS) == 1
    store(engine, "later", [reading(one, "/a.txt")], NEWER)
    assert count(engine, LINKS) == 0
    assert link_near_duplicates(engine) == 1
    assert count(engine, LINKS) == 1


def test_linking_can_be_stopped_and_gone_on_with(engine: sa.Engine) -> None:
    store(engine, "run", [reading(pact(), "/a.txt"), reading(pact() + "\n（扫描件）", "/b.txt")], SETTING)
    assert link_near_duplicates(engine, lambda: True) == 0
    assert link_near_duplicates(engine) == 1


@pytest.mark.parametrize("blanks", ["20__", "20××", "二〇××"])
def test_a_year_that_was_left_blank_is_no_day(engine: sa.Engine, blanks: str) -> None:
    text = (
        pact()
        .replace("自2024年9月1日起至2027年8月31日止", f"自{blanks}年9月1日起至{blanks}年8月31日止")
        .replace("2024年8月20日", f"{blanks}年8月20日")
    )
    store(engine, "run", [reading(text)], SETTING)
    [document] = rows(engine, DOCUMENTS)
    assert [document[name] for name in ("dated", "signed", "term_start", "term_end")] == [None] * 4


def test_claims_of_a_run_that_is_over_are_let_go(engine: sa.Engine) -> None:
    run = runs.begin(engine, {})
    alive = runs.begin(engine, {})
    runs.end(engine, run, "interrupted", {})
    # a worker of it was still fetching
    assert claim(engine, run, ["a" * 64]) == {"a" * 64}
    assert claim(engine, alive, ["b" * 64]) == {"b" * 64}
    runs.let_go_of_the_dead(engine)
    assert [row["run_id"] for row in rows(engine, CLAIMS)] == [alive]


def test_an_archive_of_many_members_is_claimed_and_noted(engine: sa.Engine) -> None:
    many = [f"{number:064x}" for number in range(40_000)]
    assert len(claim(engine, "run", many)) == len(many)
    unclaim(engine, "run", many)
    assert count(engine, CLAIMS) == 0
    note_sources(engine, "run", [Seen(f"s3://b/x.zip!/{content}", content, 1, "etag") for content in many])
    assert count(engine, SOURCE_VERSIONS) == len(many)
