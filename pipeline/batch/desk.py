"""Where batches are done on this machine: one child process for each seat, one thread more than there are seats.

A batch holds a seat while its files are read, and gives it up before it writes to the store; so a child is never idle because its batch is
being written down.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

import sqlalchemy as sa

from pipeline.batch.seats import Means, Seats
from pipeline.batch.work import Batch, Task, Tell, do_batch
from pipeline.store.seen import Result

Results = Future[list[Result]]


class TakesBatches(Protocol):
    """Does batches: on this machine (:class:`Desk`) or on others (:class:`pipeline.batch.cluster.Cluster`)."""

    def take(self, batch: Batch) -> Results:
        """Do a batch when its turn comes."""

    def stop(self) -> None:
        """Have batches end with what they have read."""

    def close(self) -> None:
        """Stop, and wait until what was read here is written down."""


class Desk:
    """Takes batches and does them, as many at a time as there are seats. Close it: its children end with it."""

    def __init__(self, task: Task, engine: sa.Engine, means: Means, tell: Tell) -> None:
        """Start nothing yet: most runs over an archive find nothing new."""
        self._task, self._engine, self._means, self._tell = task, engine, means, tell
        self._seats: Seats | None = None
        self._is_stopped = False
        self._threads = ThreadPoolExecutor(means.jobs + 1, thread_name_prefix="jiedui-batch")

    def close(self) -> None:
        """Stop, and wait until what was read is written down."""
        self.stop()
        self._threads.shutdown(cancel_futures=True)
        if self._seats is not None:
            self._seats.close()

    def stop(self) -> None:
        """As the protocol says."""
        self._is_stopped = True
        if self._seats is not None:
            self._seats.stop()

    def take(self, batch: Batch) -> Results:
        """As the protocol says."""
        self._seats = self._seats or Seats(self._means)
        if self._is_stopped:
            self._seats.stop()
        return self._threads.submit(do_batch, batch, self._task, self._engine, self._seats, self._tell)
