"""Archives at addresses: opened, fetched once, never taken for whole when they are half read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import fsspec
import pytest
import sqlalchemy as sa

from pipeline.answers import Answer, Form
from pipeline.batch.batches import Batches
from pipeline.batch.items import list_items
from pipeline.batch.progress import Progress
from pipeline.batch.shift import Shift
from pipeline.batch.work import Task, do_batch
from pipeline.sources.inputs import Input
from pipeline.store.seen import Result
from pipeline.store.tables import READINGS, SOURCES
from tests.pipeline.batch.archives import READER, SETTING, fates, read_archive
from tests.pipeline.batch.bucket import Bucket, zipped
from tests.pipeline.batch.test_resume import Counting
from tests.pipeline.store.make_reading import pact


def test_a_zip_in_the_bucket_is_opened_and_fetched_once(bucket: Bucket, engine: sa.Engine) -> None:
    word = bucket.put("a/x.zip", zipped(one=pact(times=2), two=pact(times=3)))
    assert fates(read_archive(engine, [bucket.address("a")], "one")) == {"ok": 2}
    assert fates(read_archive(engine, [bucket.address("a")], "two", reader := Counting())) == {"unchanged": 2}
    assert (bucket.got, reader.read) == (["a/x.zip"], [])
    with engine.connect() as connection:
        assert sorted(connection.scalars(sa.select(SOURCES.c.address))) == [f"{word}!/one.txt", f"{word}!/two.txt"]


@pytest.mark.parametrize("stops", [0, 1, 2])
def test_an_archive_that_was_half_read_is_read_whole(memory: fsspec.AbstractFileSystem, engine: sa.Engine, stops: int) -> None:
    memory.pipe("/a.zip", zipped(one=pact(times=2), two=pact(times=3), three=pact(times=4)))
    read_archive(engine, ["memory://a.zip"], "one", Counting(stops))
    assert fates(read_archive(engine, ["memory://a.zip"], "two")).get("ok") == 3 - stops
    with engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(READINGS)) == 3


class Killed(Exception):  # noqa: N818 - no error: what a kill looks like from inside
    """The process ends here."""


class Dying(Counting):
    """Ends with the process before the first file, or after it was asked so many times."""

    def __init__(self, after: int = 0) -> None:
        super().__init__()
        self._left = after

    def read_all(self, sources: Iterable[Input], form: Form = "line") -> Iterator[tuple[Input, Answer]]:
        if not self._left:
            raise Killed
        self._left -= 1
        return super().read_all(sources, form)


def test_an_archive_with_a_known_member_is_read_whole_after_a_kill(memory: fsspec.AbstractFileSystem, engine: sa.Engine) -> None:
    memory.pipe("/b.txt", pact(times=2).encode())
    read_archive(engine, ["memory://b.txt"], "one")
    memory.pipe("/a.zip", zipped(one=pact(times=2), two=pact(times=3)))
    with pytest.raises(Killed):
        read_archive(engine, ["memory://a.zip"], "two", Dying())
    with engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM claims"))
    assert fates(read_archive(engine, ["memory://a.zip"], "three")) == {"ok": 1, "unchanged": 1}


def test_an_archive_that_lost_a_member_is_fetched_once_more_only(bucket: Bucket, engine: sa.Engine) -> None:
    word = bucket.put("a.zip", zipped(one=pact(times=2), two=pact(times=3)))
    read_archive(engine, [word], "one")
    bucket.put("a.zip", zipped(one=pact(times=2)))
    bucket.got.clear()
    assert [fates(read_archive(engine, [word], run)) for run in ("two", "three")] == [{"unchanged": 1}, {"unchanged": 1}]
    assert bucket.got == ["a.zip"]


def test_an_archive_with_a_member_that_cannot_be_had_is_told_each_time(memory: fsspec.AbstractFileSystem, engine: sa.Engine) -> None:
    damaged = zipped(one=pact(times=2), two=pact(times=3)).replace("每学期送教不少于3节".encode(), "每学期送教不少于4节".encode())
    memory.pipe("/a.zip", damaged)
    for run in ("one", "two"):
        results = read_archive(engine, ["memory://a.zip"], run)
        assert [result.address for result in results if result.fate == "unreadable"] == ["memory:///a.zip!/two.txt"], results


class Slices(Counting):
    """Remembers how many files it was asked for at a time, what was stored by then, and which copies were there."""

    def __init__(self, engine: sa.Engine) -> None:
        super().__init__()
        self._engine = engine
        self.asked: list[tuple[int, int]] = []
        self.copies: dict[Path, None] = {}
        self.kept: list[int] = []

    def read_all(self, sources: Iterable[Input], form: Form = "line") -> Iterator[tuple[Input, Answer]]:
        some = list(sources)
        with self._engine.connect() as connection:
            self.asked.append((len(some), connection.scalar(sa.select(sa.func.count()).select_from(READINGS)) or 0))
        self.copies |= {source.path: None for source in some if source.path is not None}
        self.kept.append(sum(path.exists() for path in self.copies))
        return super().read_all(some, form)


def test_an_archive_is_read_some_files_at_a_time_and_given_back(
    memory: fsspec.AbstractFileSystem, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.batch.work._AT_ONCE", 2)
    memory.pipe("/1.zip", zipped(**{f"{at}": pact(times=at + 2) for at in range(5)}))
    memory.pipe("/2.zip", zipped(one=pact(times=20), two=pact(times=21)))
    memory.pipe("/3.txt", pact(times=22).encode())
    reader = Slices(engine)
    assert fates(read_archive(engine, ["memory://"], reader=reader)) == {"ok": 8}
    assert reader.asked == [(2, 0), (2, 2), (1, 4), (2, 5), (1, 7)]
    assert reader.kept == [1] * 5, "the copy of an archive is gone when the next is read"


@pytest.mark.parametrize("slices", [0, 1, 2])
def test_an_archive_that_was_half_stored_is_read_whole_after_a_kill(
    memory: fsspec.AbstractFileSystem, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch, slices: int
) -> None:
    monkeypatch.setattr("pipeline.batch.work._AT_ONCE", 2)
    memory.pipe("/a.zip", zipped(**{f"{at}": pact(times=at + 2) for at in range(5)}))
    with pytest.raises(Killed):
        read_archive(engine, ["memory://a.zip"], "one", Dying(slices))
    with engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM claims"))
    stored = {"unchanged": 2 * slices} if slices else {}
    assert fates(read_archive(engine, ["memory://a.zip"], "two")) == {"ok": 5 - 2 * slices, **stored}
    assert fates(read_archive(engine, ["memory://a.zip"], "three")) == {"unchanged": 5}


def test_a_copy_in_another_slice_is_read_once(
    memory: fsspec.AbstractFileSystem, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.batch.work._AT_ONCE", 1)
    memory.pipe("/a.zip", zipped(one=pact(), two=pact(), three=pact(times=9)))
    assert fates(read_archive(engine, ["memory://a.zip"], reader=(reader := Counting()))) == {"ok": 2, "unchanged": 1}
    assert len(reader.read) == 2


def test_an_archive_is_more_files_than_were_listed(memory: fsspec.AbstractFileSystem, engine: sa.Engine) -> None:
    memory.pipe({"/a.zip": zipped(one=pact(times=2), two=pact(times=3), three=pact(times=4)), "/b.txt": pact(times=5).encode()})
    items, task = list_items(["memory://"]).items, Task("run", SETTING)
    for limit in (None, None, 1):
        progress = Progress(len(items), "zh")
        shift = Shift(progress.tell, progress.grow)
        for batch in Batches(items, task, engine, 2, progress.tell, limit=limit, grow=progress.grow):
            do_batch(batch, task, engine, READER, shift)
        assert (progress.total, progress.counts.total()) == (4, 4)


def test_a_limit_goes_on_over_archives(memory: fsspec.AbstractFileSystem, engine: sa.Engine) -> None:
    for name in "abcd":
        memory.pipe(f"/{name}.zip", zipped(one=pact(helper=f"东山市第{ord(name)}小学"), two=pact(helper=f"西山市第{ord(name)}小学")))
    told = [fates(read_archive(engine, ["memory://"], run, limit=1)) for run in ("one", "two", "three")]
    assert told == [{"ok": 2}, {"ok": 2, "unchanged": 2}, {"ok": 2, "unchanged": 4}]
    results: list[Result] = []
    tried = Batches(list_items(["memory://"]).items, Task("run", SETTING), engine, 1, results.append, writes=False)
    assert [[item.address for item in batch.items] for batch in tried] == [["memory:///d.zip"]]
    assert fates(results) == {"unchanged": 6}
    with engine.connect() as connection:
        assert set(connection.scalars(sa.select(SOURCES.c.last_run))) == {"three"}


def test_an_archive_that_was_half_read_counts_as_new(memory: fsspec.AbstractFileSystem, engine: sa.Engine) -> None:
    memory.pipe("/a.zip", zipped(one=pact(times=2), two=pact(times=3)))
    read_archive(engine, ["memory://a.zip"], "one", Counting(1))
    assert fates(read_archive(engine, ["memory://a.zip"], "two", limit=1)) == {"ok": 1, "unchanged": 1}
