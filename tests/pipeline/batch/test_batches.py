"""How files are parted into batches: the first result soon, the last batches small, each file once."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.batch.batches import FIRST, MOST, Batches
from pipeline.batch.items import list_items
from pipeline.batch.work import Task
from pipeline.store.seen import Result
from tests.pipeline.batch.archives import SETTING


def batches(engine: sa.Engine, folder: Path, count: int, seats: int = 3) -> tuple[list[int], list[str], list[Result]]:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(f"第{number}份", encoding="utf-8")
    told: list[Result] = []
    made = list(Batches(list_items([str(folder)]).items, Task("run", SETTING), engine, seats, told.append))
    assert [batch.number for batch in made] == list(range(1, len(made) + 1))
    return [len(batch.items) for batch in made], [item.address for batch in made for item in batch.items], told


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 100, 1_501])
def test_each_file_is_in_one_batch(engine: sa.Engine, tmp_path: Path, count: int) -> None:
    sizes, addresses, told = batches(engine, tmp_path / "a", count)
    assert sum(sizes) == count
    assert addresses == sorted(set(addresses))
    assert told == []
    assert max(sizes, default=0) <= MOST


def test_the_first_and_the_last_are_small(engine: sa.Engine, tmp_path: Path) -> None:
    sizes, *_ = batches(engine, tmp_path / "a", 2_000)
    assert sizes[:3] == [FIRST] * 3
    assert sizes[3] == MOST
    assert max(sizes[-3:]) <= FIRST
    assert len(sizes) < 80, "each batch costs Prefect some hundredths of a second"


def test_a_stopped_run_makes_no_more(engine: sa.Engine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一", encoding="utf-8")
    items = list_items([str(tmp_path / "a.txt")]).items
    assert list(Batches(items, Task("run", SETTING), engine, 3, lambda _: None, lambda: True)) == []


def test_two_files_of_one_content_are_read_once(engine: sa.Engine, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("一" if name < "c" else "二", encoding="utf-8")
    told: list[Result] = []
    items = list_items([str(tmp_path / "*.txt")]).items
    [batch] = Batches(items, Task("run", SETTING), engine, 3, told.append)
    assert [Path(item.address).name for item in batch.items] == ["a.txt", "c.txt"]
    assert [(Path(result.address).name, result.fate) for result in told] == [("b.txt", "unchanged")]


def test_a_run_that_is_stopped_hands_out_no_batch_more(engine: sa.Engine, tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"第{number}份", encoding="utf-8")
    stopped = threading.Event()
    made = Batches(list_items([str(tmp_path / "*.txt")]).items, Task("run", SETTING), engine, 3, lambda _: None, stopped.is_set)
    numbers = []
    for batch in made:
        numbers.append(batch.number)
        stopped.set()
    assert numbers == [1]
