"""Where files are read: in child processes, or, for who looks for a fault in the program, in this one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.answers import ReadsAll
from pipeline.reading import Reader
from pipeline.workers.limits import Limits
from pipeline.workers.pool import Pool


@contextmanager
def opened(reader: Reader, limits: Limits, jobs: int | None) -> Iterator[ReadsAll]:
    """A way to read inputs; ``jobs`` None takes as many children as there are processors, 0 none."""
    if jobs == 0:
        yield reader
        return
    with Pool(reader, limits, jobs) as pool:
        yield pool
