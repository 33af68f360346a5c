"""Small archives, and batches of them read in this process, without children and without a flow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from pipeline.answers import ReadsAll
from pipeline.batch.batches import Batches
from pipeline.batch.items import list_items
from pipeline.batch.shift import Shift
from pipeline.batch.work import Task, do_batch
from pipeline.reading import Reader
from pipeline.store.seen import Result
from pipeline.store.setting import Setting
from pipeline.workers.limits import Limits
from tests.pipeline.store.make_reading import pact

READER = Reader(names=False)
SETTING = Setting.of(READER, Limits())


def make_papers(folder: Path, count: int) -> list[Path]:
    """Agreements, no two the same."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:03}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(pact(helper=f"东山市第{number + 1}小学", times=number % 7 + 2), encoding="utf-8")
    return paths


def read_archive(
    engine: sa.Engine,
    words: Sequence[object],
    run: str = "run",
    reader: ReadsAll = READER,
    task: Task | None = None,
    limit: int | None = None,
) -> list[Result]:
    """What becomes of each file of an archive."""
    task = replace(task or Task(run, SETTING), run=run)
    results: list[Result] = []
    items, shift = list_items([str(word) for word in words]).items, Shift(results.append)
    batches = Batches(items, task, engine, 2, results.append, limit=limit)
    for batch in batches:
        do_batch(batch, task, engine, reader, shift)
    return results


def fates(results: Sequence[Result]) -> dict[str, int]:
    """How many files ended how."""
    found = [result.fate for result in results]
    return {fate: found.count(fate) for fate in sorted(set(found))}
