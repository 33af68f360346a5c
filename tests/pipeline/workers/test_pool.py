"""Files are read in child processes: what one of them does to its process costs no other file its record."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from pipeline.answers import Answer
from pipeline.sources.inputs import Input
from pipeline.workers.limits import Limits
from pipeline.workers.pool import Pool
from tests.pipeline.workers.troubled_reader import TroubledReader

LIMITS = Limits(memory=1024**3, page_seconds=0.6, file_seconds=1.5, most_files=3)


@pytest.fixture
def pool() -> Iterator[Pool]:
    with Pool(TroubledReader(), LIMITS, 2) as one:
        yield one


def inputs(folder: Path, *contents: str) -> list[Input]:
    paths = [folder / f"{at:03}.txt" for at in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_text(content)
    return [Input(path) for path in paths]


def read(pool: Pool, folder: Path, *contents: str) -> list[Answer]:
    asked = inputs(folder, *contents)
    answers = list(pool.read_all(asked))
    assert [source for source, _ in answers] == asked
    return [answer for _, answer in answers]


def test_answers_come_in_order_and_as_records(pool: Pool, tmp_path: Path) -> None:
    answers = read(pool, tmp_path, *(f"w{at}" for at in range(20)))
    assert [answer.record().text for answer in answers] == [f"w{at}" for at in range(20)]


def test_several_children_read_and_each_is_replaced_in_time(pool: Pool, tmp_path: Path) -> None:
    readers = [answer.outcome.message for answer in read(pool, tmp_path, *["pid"] * 12)]
    assert len(set(readers)) >= 12 / LIMITS.most_files
    assert all(readers.count(one) <= LIMITS.most_files for one in readers)


@pytest.mark.parametrize(
    ("content", "reason", "said"),
    [
        ("hang", "timed-out", "读取超过了 1.5 秒，请拆分或另存后再试。"),
        ("hang end", "timed-out", "读取超过了 1.5 秒，请拆分或另存后再试。"),
        ("die", "damaged", "读取程序中途崩溃（信号 11），文件可能已损坏，请拆分或另存后再试。"),
        ("leave", "damaged", "读取程序中途崩溃（退出码 7），文件可能已损坏，请拆分或另存后再试。"),
    ],
)
def test_a_file_that_kills_its_child_is_lost_alone(pool: Pool, tmp_path: Path, content: str, reason: str, said: str) -> None:
    before, lost, after = read(pool, tmp_path, "before", content, "after")
    assert before.outcome.status == after.outcome.status == "read"
    assert (lost.outcome.status, lost.outcome.reason, lost.outcome.message) == ("unreadable", reason, said)
    assert lost.record().source.name == "001.txt"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("hang 2", "第2页读取超过了 0.6 秒，没有读取。"),
        ("die 2", "第2页使读取程序崩溃，没有读取。"),
        ("leave 3", "第3页使读取程序崩溃，没有读取。"),
    ],
)
def test_a_page_that_kills_its_child_is_left_out_of_its_file(pool: Pool, tmp_path: Path, content: str, said: str) -> None:
    (answer,) = read(pool, tmp_path, content)
    assert (answer.outcome.status, answer.outcome.message) == ("read", said)


def test_a_file_all_of_whose_pages_hang_ends_with_its_time(pool: Pool, tmp_path: Path) -> None:
    started = time.monotonic()
    (answer,) = read(pool, tmp_path, "hang all")
    assert answer.outcome.reason == "timed-out"
    assert time.monotonic() - started < 10


def test_memory_is_limited(tmp_path: Path) -> None:
    with Pool(TroubledReader(), Limits(memory=1024**3), 1) as pool:
        lost, after = read(pool, tmp_path, "eat", "after")
    assert lost.outcome.status == "unreadable"
    assert after.outcome.status == "read"


def test_what_a_killed_child_has_started_ends_with_it(pool: Pool, tmp_path: Path) -> None:
    (answer,) = read(pool, tmp_path, "program")
    assert answer.outcome.reason == "timed-out"
    assert not [one for one in psutil.Process().children(recursive=True) if "time.sleep(60)" in " ".join(one.cmdline())]


@pytest.mark.parametrize("content", ["name", "connect", "fetch"])
def test_a_child_has_no_network(pool: Pool, tmp_path: Path, content: str) -> None:
    (answer,) = read(pool, tmp_path, content)
    assert "a file is read without the network" in (answer.outcome.message or "")


def test_no_child_is_left_behind(tmp_path: Path) -> None:
    with Pool(TroubledReader(), LIMITS, 2) as pool:
        answers = pool.read_all(inputs(tmp_path, *["pid", "hang"] * 3))
        child = psutil.Process(int(next(answers)[1].outcome.message or ""))
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
