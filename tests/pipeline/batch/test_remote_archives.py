"""Archives at addresses: opened, fetched once, never taken for whole when they are half read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import fsspec
import pytest
import sqlalchemy as sa

from pipeline.answers import Answer, Form
from pipeline.sources.inputs import Input
from pipeline.store.tables import READINGS, SOURCES
from tests.pipeline.batch.archives import fates, read_archive
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
    """Ends with the process before the first file."""

    def read_all(self, sources: Iterable[Input], form: Form = "line") -> Iterator[tuple[Input, Answer]]:
        del sources, form
        raise Killed


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
