"""Where batches are done on this machine: one child process for each seat, one thread more than there are seats.

A batch holds a seat while its files are read, and gives it up before it writes to the store; so a child is never idle because its batch is
being written down.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

import sqlalchemy as sa

from pipeline.batch.seats import Means, Seats
from pipeline.batch.shift import Shift
from pipeline.batch.work import Batch, Task, do_batch
from pipeline.store.seen import Result

Results = Future[list[Result]]


class TakesBatches(Protocol):
    """Does batches: on this machine (:class:`Desk`) or on others (:class:`pipeline.batch.cluster.Cluster`)."""

    def take(self, batch: Batch) -> Results:
        """Do a batch when its turn comes."""

    def stop(self) -> None:
        """Have batches end with what they have read; those whose turn has not come are cancelled."""

    def close(self) -> None:
        """Stop, and wait until what was read here is written down."""


class Desk:
    """Takes batches and does them, as many at a time as there are seats. Close it: its children end with it."""

    def __init__(self, task: Task, engine: sa.Engine, means: Means, shift: Shift) -> None:
        """Start nothing yet: most runs over an archive find nothing new."""
        self._task, self._engine, self._means, self._shift = task, engine, means, shift
        self._seats: Seats | None = None
        self._threads = ThreadPoolExecutor(means.jobs + 1, thread_name_prefix="jiedui-batch")
        self._taken: set[Results] = set()

    def close(self) -> None:
        """Stop, and wait until what was read is written down."""
        self.stop()
        self._threads.shutdown(cancel_futures=True)
        if self._seats is not None:
            self._seats.close()

    def stop(self) -> None:
        """As the protocol says. The executor's own way takes a lock that the main thread may hold when the signal comes."""
        self._shift.stop()
        for future in list(self._taken):
            future.cancel()
        if self._seats is not None:
            self._seats.stop()

    def take(self, batch: Batch) -> Results:
        """As the protocol says."""
        self._seats = self._seats or Seats(self._means)
        future = self._threads.submit(do_batch, batch, self._task, self._engine, self._seats, self._shift)
        self._taken.add(future)
        future.add_done_callback(self._taken.discard)
        if self._shift.is_stopped:
            # the signal came while it was taken
            self.stop()
        return future
