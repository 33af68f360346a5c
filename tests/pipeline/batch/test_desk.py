"""Batches on this machine, and how they end when a person stops the run."""

from __future__ import annotations

import threading
from concurrent.futures import wait
from typing import Any

import fsspec
import sqlalchemy as sa

from pipeline.batch.desk import Desk
from pipeline.batch.items import Item
from pipeline.batch.remote import Remote
from pipeline.batch.seats import Means
from pipeline.batch.shift import Shift
from pipeline.batch.work import Batch, Task
from pipeline.workers.limits import Limits
from tests.pipeline.batch.archives import READER, SETTING
from tests.pipeline.store.make_reading import pact

_PATIENCE = 60.0


class Slow(fsspec.AbstractFileSystem):  # type: ignore[misc] # fsspec carries no types
    """Gives its files when it is let."""

    protocol = "slow"
    asked: threading.Semaphore
    let: threading.Event
    names: list[str]

    def get_file(self, rpath: str, lpath: str, **_: Any) -> None:
        self.names.append(rpath)
        self.asked.release()
        assert self.let.wait(_PATIENCE)
        with open(lpath, "w", encoding="utf-8") as stream:  # noqa: PTH123 - as fsspec hands it over
            stream.write(pact())


def batch(number: int) -> Batch:
    """Two files, one after the other."""
    items = [Item(address, Remote(address, None, None)) for address in (f"slow://{number}/1.txt", f"slow://{number}/2.txt")]
    return Batch(number, tuple(items), (None, None))


def test_after_a_stop_nothing_more_is_fetched_and_what_waits_is_cancelled(engine: sa.Engine) -> None:
    Slow.asked, Slow.let, Slow.names = threading.Semaphore(0), threading.Event(), []
    fsspec.register_implementation("slow", Slow, clobber=True)
    # no child is needed where nothing comes to be read: one thread is left
    desk = Desk(Task("run", SETTING), engine, Means(READER, Limits(), 0), Shift())
    try:
        futures = [desk.take(batch(number)) for number in range(1, 4)]
        assert Slow.asked.acquire(timeout=_PATIENCE)
        desk.stop()
        futures.append(desk.take(batch(4)))
        Slow.let.set()
        assert wait(futures, _PATIENCE).not_done == set()
    finally:
        Slow.let.set()
        desk.close()
    assert [future.cancelled() for future in futures] == [False, True, True, True]
    assert (futures[0].result(), Slow.names) == ([], ["1/1.txt"])
