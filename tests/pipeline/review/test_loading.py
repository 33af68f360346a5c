"""Records from files come into a store, each once, and newer ones take the place of older ones."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline import json_output
from pipeline.review.loading import load
from pipeline.review.queue import Filter, page
from pipeline.store.place import address_of, engine_of
from pipeline.store.tables import READINGS
from pipeline.store.upgrade import ready
from schemas.record import Record
from tests.pipeline.make_record import TEXT, agreement, record


@pytest.fixture
def store(tmp_path: Path) -> sa.Engine:
    return ready(engine_of(address_of(str(tmp_path / "store.db"))))


def rows(engine: sa.Engine) -> list[tuple[str, str, str | None]]:
    with engine.connect() as connection:
        return [(row.name, row.address, row.title) for row in page(connection, Filter(), "name").rows]


def made(title: str = "协议", name: str = "a.txt", text: str = TEXT) -> Record:
    return record(text, name, (agreement(title),))


def test_a_folder_of_records(store: sa.Engine, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "deep").mkdir(parents=True)
    (out / "a.json").write_bytes(json_output.pretty(made()))
    (out / "deep" / "a.json").write_bytes(json_output.pretty(made("另一份", text=TEXT + "二")))
    (out / "other.json").write_text('{"no": "record"}', encoding="utf-8")
    loaded = load(store, [str(out)])
    assert loaded.records == 2
    assert (loaded.named, len(loaded.passed)) == ((), 1)
    assert rows(store) == [("a.txt", f"{out}/a.json!/a.txt", "协议"), ("a.txt", f"{out}/deep/a.json!/a.txt", "另一份")]


def test_a_file_of_many(store: sa.Engine, tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_bytes(b"".join(json_output.line(made(f"第{at}份", text=TEXT + str(at))) for at in range(3)))
    assert load(store, [str(path)]).records == 3
    assert [address for _, address, _ in rows(store)] == [f"{path}#{at}!/a.txt" for at in (1, 2, 3)]


def test_what_is_no_record_and_was_named(store: sa.Engine, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[]", encoding="utf-8")
    loaded = load(store, [str(tmp_path / "x.json")])
    assert loaded.records == 0
    assert loaded.named == (str(tmp_path / "x.json"),)


def test_the_same_again_is_nothing_new_and_another_reading_takes_its_place(store: sa.Engine, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(json_output.pretty(made("先")))
    for _ in range(2):
        load(store, [str(path)])
    path.write_bytes(json_output.pretty(made("后")))
    load(store, [str(path)])
    with store.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(READINGS)) == 2
    assert [title for _, _, title in rows(store)] == ["后"]


@pytest.mark.parametrize("beside", [True, False])
def test_the_paper_s_own_file_is_found_by_its_bytes(store: sa.Engine, tmp_path: Path, beside: bool) -> None:  # noqa: FBT001 - a table
    out, papers = tmp_path / "out", tmp_path / "papers"
    out.mkdir()
    (papers / "other").mkdir(parents=True)
    paper = (out if beside else papers / "other") / "a.txt"
    paper.write_text(TEXT, encoding="utf-8")
    (papers / "a.txt").write_text("another paper of this name", encoding="utf-8")
    (out / "a.json").write_bytes(json_output.pretty(made()))
    assert made().source.id == "sha256:" + hashlib.sha256(paper.read_bytes()).hexdigest()
    load(store, [str(out / "a.json")], [str(papers)])
    assert [address for _, address, _ in rows(store)] == [str(paper)]
