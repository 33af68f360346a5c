"""What is done is known by its content: nothing is read twice, nothing that is new is missed."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.answers import Answer, Form
from pipeline.batch.at_hand import Ready
from pipeline.batch.items import Item
from pipeline.batch.shift import Shift
from pipeline.batch.work import Batch, Task, _reading, do_batch
from pipeline.reading import unread
from pipeline.sources.inputs import Input
from pipeline.store import runs
from pipeline.store.known import claim
from pipeline.store.seen import Result, Seen
from pipeline.store.tables import ATTEMPTS, CLAIMS, FAILURES, READINGS, RUNS, SOURCES
from schemas.source import Outcome, Reason
from tests.pipeline.batch.archives import READER, SETTING, fates, make_papers, read_archive
from tests.pipeline.store.contents import contents_of
from tests.pipeline.store.make_reading import digest, pact


class Counting:
    """Reads as ever, and remembers what; ``stops`` after so many; fails where a path is in ``bad``."""

    def __init__(self, stops: int | None = None, bad: frozenset[str] = frozenset()) -> None:
        self.read: list[str] = []
        self._stops, self._bad = stops, bad

    def read_all(self, sources: Iterable[Input], form: Form = "line") -> Iterator[tuple[Input, Answer]]:
        for source, answer in READER.read_all(sources, form):
            if self._stops is not None and len(self.read) >= self._stops:
                return
            self.read.append(source.shown or "")
            failed = Path(source.shown or "").name in self._bad
            yield source, replace(answer, outcome=Outcome(status="failed", message="坏了\n在哪里")) if failed else answer


def test_an_unchanged_archive_is_not_read(engine: sa.Engine, tmp_path: Path) -> None:
    make_papers(tmp_path / "a", 20)
    assert fates(read_archive(engine, [tmp_path / "a"])) == {"ok": 20}
    before, reader = contents_of(engine), Counting()
    assert fates(read_archive(engine, [tmp_path / "a"], "second", reader)) == {"unchanged": 20}
    assert reader.read == []
    assert contents_of(engine) == before
    with engine.connect() as connection:
        assert set(connection.scalars(sa.select(SOURCES.c.last_run))) == {"second"}


def test_only_what_is_new_or_changed_is_read(engine: sa.Engine, tmp_path: Path) -> None:
    papers = make_papers(tmp_path / "a", 6)
    read_archive(engine, [tmp_path / "a"])
    papers[2].write_text(pact(times=12), encoding="utf-8")
    (tmp_path / "a" / "new.txt").write_text(pact(times=13), encoding="utf-8")
    reader = Counting()
    assert fates(read_archive(engine, [tmp_path / "a"], "second", reader)) == {"ok": 2, "unchanged": 5}
    assert [Path(path).name for path in reader.read] == ["002.txt", "new.txt"]


def test_a_renamed_archive_is_not_read(engine: sa.Engine, tmp_path: Path) -> None:
    make_papers(tmp_path / "a", 4)
    read_archive(engine, [tmp_path / "a"])
    shutil.move(tmp_path / "a", tmp_path / "b")
    reader = Counting()
    assert fates(read_archive(engine, [tmp_path / "b"], "second", reader)) == {"unchanged": 4}
    assert reader.read == []


def test_a_copy_is_one_document_with_two_names(engine: sa.Engine, tmp_path: Path) -> None:
    [paper] = make_papers(tmp_path / "a", 1)
    shutil.copy(paper, tmp_path / "a" / "copy.txt")
    with zipfile.ZipFile(tmp_path / "a" / "packed.zip", "w") as archive:
        archive.write(paper, "inside/paper.txt")
    reader = Counting()
    assert fates(read_archive(engine, [tmp_path / "a"], reader=reader)) == {"ok": 1, "unchanged": 2}
    assert len(reader.read) == 1
    with engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(READINGS)) == 1
        names = sorted(connection.scalars(sa.select(SOURCES.c.address).where(SOURCES.c.content == digest(paper.read_text()))))
    assert [name.removeprefix(str(tmp_path)) for name in names] == ["/a/000.txt", "/a/copy.txt", "/a/packed.zip!/inside/paper.txt"]


def test_members_of_one_name_are_two_sources(engine: sa.Engine, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("paper.txt", pact())
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("paper.txt", pact(times=9))
    assert fates(read_archive(engine, [tmp_path / "a.zip"])) == {"ok": 2}
    with engine.connect() as connection:
        assert len(set(connection.scalars(sa.select(SOURCES.c.address)))) == 2


@pytest.mark.parametrize("stops", [0, 1, 5, 11, 19])
def test_a_run_that_was_stopped_goes_on(engine: sa.Engine, tmp_path: Path, stops: int) -> None:
    make_papers(tmp_path / "a", 20)
    reader = Counting(stops)
    read_archive(engine, [tmp_path / "a"], "stopped", reader)
    assert len(reader.read) == stops
    rest = Counting()
    assert fates(read_archive(engine, [tmp_path / "a"], "again", rest)) == {"ok": 20 - stops} | ({"unchanged": stops} if stops else {})
    assert len(rest.read) == 20 - stops


def test_a_failed_file_is_read_again_until_it_is_set_aside(engine: sa.Engine, tmp_path: Path) -> None:
    make_papers(tmp_path / "a", 3)
    told = [fates(read_archive(engine, [tmp_path / "a"], f"{at}", Counting(bad=frozenset({"001.txt"})))) for at in range(4)]
    assert told == [
        {"failed": 1, "ok": 2},
        {"failed": 1, "unchanged": 2},
        {"failed": 1, "unchanged": 2},
        {"quarantined": 1, "unchanged": 2},
    ]
    again = Task("again", SETTING, retry_failed=True)
    assert fates(read_archive(engine, [tmp_path / "a"], "again", Counting(), again)) == {"ok": 1, "unchanged": 2}
    assert fates(read_archive(engine, [tmp_path / "a"], "last", Counting())) == {"unchanged": 3}


def test_files_that_cannot_be_had_are_told_each_time(engine: sa.Engine, tmp_path: Path) -> None:
    make_papers(tmp_path / "a", 1)
    with zipfile.ZipFile(tmp_path / "a" / "broken.zip", "w") as archive:
        archive.writestr("notes.xlsx", "no paper")
    for run in ("one", "two"):
        results = read_archive(engine, [tmp_path / "a"], run)
        assert [(result.reason, result.message) for result in results if result.fate == "unreadable"] == [
            ("empty", "压缩包里没有可读的文书，请确认是正确的文件。")
        ]


def test_an_unreadable_file_is_read_again_by_other_means_only(engine: sa.Engine, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("  \n", encoding="utf-8")
    assert fates(read_archive(engine, [tmp_path / "empty.txt"])) == {"unreadable": 1}
    assert fates(read_archive(engine, [tmp_path / "empty.txt"])) == {"unchanged": 1}
    other = Task("run", replace(SETTING, means="others"))
    assert fates(read_archive(engine, [tmp_path / "empty.txt"], task=other)) == {"unreadable": 1}
    retried = Task("run", SETTING, retry_failed=True)
    assert fates(read_archive(engine, [tmp_path / "empty.txt"], task=retried)) == {"unreadable": 1}
    with engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(READINGS).where(READINGS.c.is_current)) == 1


def test_a_limit_reads_so_many_new_files(engine: sa.Engine, tmp_path: Path) -> None:
    make_papers(tmp_path / "a", 10)
    assert fates(read_archive(engine, [tmp_path / "a"], "one", limit=4)) == {"ok": 4}
    assert fates(read_archive(engine, [tmp_path / "a"], "two", limit=4)) == {"ok": 4, "unchanged": 4}
    assert fates(read_archive(engine, [tmp_path / "a"], "three", limit=4)) == {"ok": 2, "unchanged": 8}


def test_what_another_run_reads_is_left_to_it(engine: sa.Engine, tmp_path: Path) -> None:
    papers = make_papers(tmp_path / "a", 4)
    other = runs.begin(engine, {})
    claim(engine, other, [digest(papers[1].read_text())])
    assert fates(read_archive(engine, [tmp_path / "a"])) == {"elsewhere": 1, "ok": 3}


def test_what_a_dead_run_had_claimed_is_free(engine: sa.Engine, tmp_path: Path) -> None:
    papers = make_papers(tmp_path / "a", 4)
    dead, living = runs.begin(engine, {}), runs.begin(engine, {})
    claim(engine, dead, [digest(papers[0].read_text())])
    claim(engine, living, [digest(papers[1].read_text())])
    with engine.begin() as connection:
        connection.execute(RUNS.update().where(RUNS.c.id == dead), {"process": "1@0.00"})
    runs.let_go_of_the_dead(engine)
    with engine.connect() as connection:
        assert set(connection.scalars(sa.select(CLAIMS.c.run_id))) == {living}
        assert {row.id: row.state for row in connection.execute(sa.select(RUNS))} == {dead: "died", living: "running"}
    assert fates(read_archive(engine, [tmp_path / "a"])) == {"elsewhere": 1, "ok": 3}


class Losing(Counting):
    """A share that is gone by the time a file of it is read."""

    def read_all(self, sources: Iterable[Input], form: Form = "line") -> Iterator[tuple[Input, Answer]]:
        for source in sources:
            if source.path is not None and source.path.name == "001.txt":
                source.path.rename(source.path.with_suffix(".away"))
            yield from super().read_all([source], form)


def test_a_file_that_is_out_of_reach_when_it_is_read_is_not_taken_for_read(engine: sa.Engine, tmp_path: Path) -> None:
    papers = make_papers(tmp_path / "a", 3)
    results = read_archive(engine, [tmp_path / "a"], "one", Losing())
    assert fates(results) == {"ok": 2, "unreadable": 1}
    assert [result.reason for result in results if result.fate == "unreadable"] == ["not-a-file"]
    with engine.connect() as connection:
        lost = connection.execute(sa.select(SOURCES).where(SOURCES.c.address == str(papers[1]))).mappings().one()
        assert (lost["content"], lost["reason"]) == (None, "not-a-file")
        assert connection.scalar(sa.select(sa.func.count()).select_from(READINGS)) == 2
        assert connection.scalars(sa.select(CLAIMS.c.content)).all() == []
    papers[1].with_suffix(".away").rename(papers[1])
    assert fates(read_archive(engine, [tmp_path / "a"], "two")) == {"ok": 1, "unchanged": 2}


@pytest.mark.parametrize(
    ("reason", "is_kept"),
    [("not-a-file", False), ("no-permission", False), ("damaged", False), ("timed-out", False), ("empty", False), ("too-large", True)],
)
def test_a_record_without_a_digest_speaks_of_the_content_where_it_was_read(reason: Reason, *, is_kept: bool) -> None:
    source = Input(Path("a.txt"))
    answer = Answer.of(unread(source, Outcome(status="unreadable", reason=reason, message="。")), "line")
    seen = _reading(Ready(source, Seen("/a.txt", digest("text"), 4)), answer).seen
    assert (seen.content, seen.reason) == ((digest("text"), None) if is_kept else (None, reason))


class Meanwhile(Counting):
    """Has another batch done before it gives its own answers."""

    def __init__(self, other: Callable[[], object]) -> None:
        super().__init__(bad=frozenset({"000.txt"}))
        self._other = other

    def read_all(self, sources: Iterable[Input], form: Form = "line") -> Iterator[tuple[Input, Answer]]:
        self._other()
        return super().read_all(sources, form)


@pytest.mark.parametrize("is_at_once", [True, False])
def test_two_batches_of_a_run_do_not_read_one_content_twice(engine: sa.Engine, tmp_path: Path, *, is_at_once: bool) -> None:
    [paper] = make_papers(tmp_path, 1)
    copy = tmp_path / "copy.txt"
    shutil.copy(paper, copy)
    one, two = ([Item(str(path), Input(path))] for path in (paper, copy))
    shift, task, second = Shift(), Task("run", SETTING), Counting()

    def other() -> list[Result]:
        return do_batch(Batch(2, tuple(two), (None,)), task, engine, second, shift)

    told = do_batch(Batch(1, tuple(one), (None,)), task, engine, Meanwhile(other if is_at_once else list), shift)
    assert (fates(told), second.read) == ({"failed": 1}, [])
    assert fates(other()) == {"unchanged": 1}
    with engine.connect() as connection:
        assert connection.scalars(sa.select(FAILURES.c.attempts)).all() == [1]
        assert connection.scalars(sa.select(ATTEMPTS.c.address)).all() == [str(paper)]


def test_the_copy_of_what_a_run_has_read_is_unchanged_and_a_batch_done_twice_is_told_as_before(engine: sa.Engine, tmp_path: Path) -> None:
    paper, shift, task = make_papers(tmp_path, 1)[0], Shift(), Task("run", SETTING)
    batch = Batch(1, (Item(str(paper), Input(paper)),), (None,))
    told = [fates(do_batch(batch, task, engine, READER, one)) for one in (shift, shift, Shift())]
    assert told == [{"ok": 1}, {"unchanged": 1}, {"ok": 1}]


def test_what_lies_behind_the_limit_is_not_looked_at(engine: sa.Engine, tmp_path: Path) -> None:
    make_papers(tmp_path / "a", 12)
    with zipfile.ZipFile(tmp_path / "a" / "z.zip", "w") as archive:
        archive.writestr("notes.xlsx", "told as unreadable, if somebody looks")
    assert fates(read_archive(engine, [tmp_path / "a"], "one", limit=1)) == {"ok": 1}
    assert fates(read_archive(engine, [tmp_path / "a"], "two", limit=12)) == {"ok": 11, "unchanged": 1, "unreadable": 1}
