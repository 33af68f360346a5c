"""Batches that are done on other machines: packed here, unpacked on a worker, which writes to the store itself.

Only the outcomes come back. A batch that is done twice, because its worker died, is stored once: claims and readings are known by content.
"""

from __future__ import annotations

import multiprocessing
import pickle
import threading
from concurrent.futures import Future
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import sqlalchemy as sa

from pipeline.batch.desk import Results
from pipeline.batch.seats import Means, Seats
from pipeline.batch.shift import Shift
from pipeline.batch.work import Batch, Task, do_batch
from pipeline.printable import one_line
from pipeline.store.place import address_of, engine_of
from pipeline.store.seen import Result
from schemas.errors import JieduiError

_ONE_AT_A_TIME = threading.Lock()
"""A worker's threads find its connections, its children and the run's shift made, or make them once."""


@dataclass(frozen=True, slots=True)
class Order:
    """A batch, and all that a worker needs to do it.

    ``store`` is the address with its password: it goes to workers, never to a page.
    """

    batch: Batch
    task: Task
    store: str
    means: Means


class Cluster:
    """Takes batches for a cluster; the flow fetches them, and brings back what became of them."""

    def __init__(self, task: Task, store: sa.URL, means: Means, shift: Shift, said: str) -> None:
        """``means`` are those of one worker; ``said`` is what is said (of ``{why}``) where the cluster is lost."""
        self._said = said
        if store.get_backend_name() == "sqlite":
            # a worker stands in another folder; that it sees the same file is for whoever set it up
            store = store.set(database=str(Path(store.database or "").absolute()))
        self._task, self._store, self._means, self._shift = task, store.render_as_string(hide_password=False), means, shift
        self._orders: dict[int, Order] = {}
        self._sizes: dict[int, int] = {}
        self._futures: dict[int, Results] = {}
        self._broken: JieduiError | None = None
        self._lock = threading.Lock()

    @property
    def is_stopped(self) -> bool:
        """Whether nothing is waited for any more."""
        return self._shift.is_stopped

    def close(self) -> None:
        """Wait for nothing more."""
        self.stop()

    def take(self, batch: Batch) -> Results:
        """As :class:`pipeline.batch.desk.TakesBatches`."""
        future: Results = Future()
        with self._lock:
            if self._broken is not None:
                raise self._broken
            self._orders[batch.number] = Order(batch, self._task, self._store, self._means)
            self._sizes[batch.number] = len(batch.items)
            self._futures[batch.number] = future
        if self._shift.is_stopped:
            # the signal came while it was taken
            self.stop()
        return future

    def stop(self) -> None:
        """What is at work on workers is stored by them; nothing is waited for."""
        self._shift.stop()
        for number in list(self._futures):
            future = self._futures.pop(number, None)
            if future is not None and future.cancel():
                # who waits for a cancelled one waits until this is said
                future.set_running_or_notify_cancel()

    def packed(self, number: int) -> bytes:
        """An order, for a worker."""
        return pickle.dumps(self._orders.pop(number))

    def done(self, number: int, results: list[Result]) -> None:
        """What became of a batch's files."""
        self._shift.grow(max(0, len(results) - self._sizes.pop(number, len(results))))
        for result in results:
            self._shift.tell(result)
        if (future := self._futures.pop(number, None)) is not None:
            future.set_result(results)

    def failed(self, number: int, why: str) -> None:
        """A batch could not be done at all."""
        if (future := self._futures.pop(number, None)) is not None:
            future.set_exception(JieduiError(why))

    def broken(self, why: str) -> None:
        """There is no cluster any more."""
        with self._lock:
            self._broken = JieduiError(self._said.format(why=one_line(why)))
        for number in list(self._futures):
            self.failed(number, str(self._broken))


def do_order(packed: bytes) -> list[Result]:
    """Do a batch on a worker. Raises :class:`JieduiError`."""
    order: Order = pickle.loads(packed)  # noqa: S301 - from the scheduler, which could run anything here anyway
    if multiprocessing.current_process().daemon:
        raise JieduiError("Dask 的 worker 不能启动子进程。请在启动 worker 前设置 DASK_DISTRIBUTED__WORKER__DAEMON=False。")
    with _ONE_AT_A_TIME:
        engine, seats = _here(order.store, order.means)
        shift = _shift_of(order.task.run)
    return do_batch(order.batch, order.task, engine, seats, shift)


@lru_cache(maxsize=1)
def _here(store: str, means: Means) -> tuple[sa.Engine, Seats]:
    """A worker's connections and children, kept from batch to batch."""
    return engine_of(address_of(store)), Seats(means)


@lru_cache(maxsize=4)
def _shift_of(run: str) -> Shift:
    """What the batches of a run share on this worker; those of other workers are not kept apart from them."""
    del run
    return Shift()
