"""Child processes that several batches share, one file at a time in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from queue import SimpleQueue

from pipeline.answers import Answer, Form
from pipeline.reading import Reader
from pipeline.sources.inputs import Input
from pipeline.workers.limits import Limits
from pipeline.workers.pool import Pool


@dataclass(frozen=True, slots=True)
class Means:
    """What files are read with: ``jobs`` child processes, each within its limits."""

    reader: Reader
    limits: Limits
    jobs: int


class Seats:
    """Reads with whatever child is free, and waits for one. Close it: the children end with it."""

    def __init__(self, means: Means) -> None:
        """Start the children at once."""
        self._pools = [Pool(means.reader, means.limits, 1, beside=means.jobs) for _ in range(means.jobs)]
        self._free: SimpleQueue[Pool] = SimpleQueue()
        for pool in self._pools:
            pool.warm()
            self._free.put(pool)

    def read_all(self, sources: Iterable[Input], form: Form = "line") -> Iterator[tuple[Input, Answer]]:
        """As :class:`pipeline.answers.ReadsAll`."""
        pool = self._free.get()
        try:
            yield from pool.read_all(sources, form)
        finally:
            self._free.put(pool)

    def stop(self) -> None:
        """Have all readings end with what they have."""
        for pool in self._pools:
            pool.stop()

    def close(self) -> None:
        """End the children."""
        for pool in self._pools:
            pool.close()
