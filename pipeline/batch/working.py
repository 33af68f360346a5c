"""A run at work: batches are made and done, the flow shows them, and in the end the report is made."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures import wait as wait_for
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from pipeline.batch.batches import FIRST, Batches
from pipeline.batch.cluster import Cluster
from pipeline.batch.desk import Desk, Results, TakesBatches
from pipeline.batch.items import Item
from pipeline.batch.progress import Progress
from pipeline.batch.request import Request
from pipeline.batch.seats import Means
from pipeline.batch.shift import Shift
from pipeline.batch.shown_flow import ShownFlow
from pipeline.batch.words import counted, words
from pipeline.batch.work import Task
from pipeline.reading import Reader
from pipeline.stopping import stops_on_interrupt
from pipeline.store import runs
from pipeline.store.near import link_near_duplicates
from pipeline.store.seen import FATES
from pipeline.workers.limits import Limits

_AHEAD = 8
"""Batches that may wait for their turn."""
_SEATS_ELSEWHERE, _LEAST_ELSEWHERE, _AHEAD_ELSEWHERE = 4, 32, 256
"""A batch on a cluster costs a quarter of a second of its own, so they are larger; so many wait there, for its workers may become more."""
_TICK = 0.2


@dataclass(slots=True)
class Work:
    """A run at work; what the flow sees of it is :class:`pipeline.flows.archive.Archive`."""

    request: Request
    items: tuple[Item, ...]
    task: Task
    engine: sa.Engine
    progress: Progress
    stopped: threading.Event = field(default_factory=threading.Event)
    cluster: Cluster | None = None
    _over: threading.Event = field(default_factory=threading.Event)
    _report: tuple[str, list[dict[str, Any]]] | None = None
    _numbers: SimpleQueue[int | None] = field(default_factory=SimpleQueue)
    _shown: dict[int, Results] = field(default_factory=dict)

    def do(self, reader: Reader, limits: Limits, flow: ShownFlow) -> None:
        """Read everything, then link and report. Raises what a batch raised."""
        jobs = self.request.jobs or (os.cpu_count() or 1 if self.request.runner == "local" else 1)
        with ExitStack() as held:
            desk = self._desk(Means(reader, limits, jobs))
            held.callback(desk.close)
            held.callback(self._over.set)
            held.callback(self._numbers.put, None)
            held.enter_context(stops_on_interrupt(lambda: self._stop(desk)))
            held.enter_context(runs.alive(self.engine, self.task.run, self.progress.ordered))
            held.enter_context(self._written_down())
            self._do_batches(desk, jobs, flow)
            if not self.stopped.is_set():
                link_near_duplicates(self.engine, self.stopped.is_set)
            if not self.stopped.is_set():
                # a second for the rules' titles, which nobody needs before
                from pipeline.report.make import make_report  # noqa: PLC0415 - see above

                made = make_report(self.engine, self.task.run, self.request)
                # a run that was stopped meanwhile has none, whatever lies in the folder
                self._report = None if self.stopped.is_set() else made

    def _desk(self, means: Means) -> Desk | Cluster:
        shift = Shift(self.progress.tell, self.progress.grow)
        if self.request.runner == "local":
            return Desk(self.task, self.engine, means, shift)
        self.cluster = Cluster(self.task, self.engine.url, means, shift, words(self.request.lang).no_cluster)
        return self.cluster

    def _stop(self, desk: TakesBatches) -> None:
        """Let batches be written down with what they have read."""
        self.stopped.set()
        desk.stop()

    def numbers(self) -> Iterator[int]:
        """As the flow's protocol says."""
        while (number := self._numbers.get()) is not None and not self.stopped.is_set():
            yield number

    def label(self, number: int) -> str:
        """As the flow's protocol says."""
        return f"第{number}批"

    def read(self, number: int) -> str:
        """As the flow's protocol says."""
        results = self._shown.pop(number).result()
        fates = [result.fate for result in results]
        return counted({fate: fates.count(fate) for fate in FATES}, words(self.request.lang))

    def report(self) -> tuple[str, list[dict[str, Any]]] | None:
        """As the flow's protocol says."""
        self._over.wait()
        return self._report

    def _do_batches(self, desk: TakesBatches, jobs: int, flow: ShownFlow) -> None:
        """Make batches and hand them out, a few ahead. Raises what one of them raised."""
        is_here = self.cluster is None
        seats, least, ahead = (jobs + 1, FIRST, _AHEAD) if is_here else (_SEATS_ELSEWHERE, _LEAST_ELSEWHERE, _AHEAD_ELSEWHERE)
        waiting: set[Results] = set()
        tell, grow, limit = self.progress.tell, self.progress.grow, self.request.limit
        made = Batches(self.items, self.task, self.engine, seats, tell, self.stopped.is_set, limit, least=least, grow=grow)
        try:
            for batch in made:
                future = desk.take(batch)
                waiting.add(future)
                if is_here:
                    self._shown[batch.number] = future
                self._numbers.put(batch.number)
                flow.begin(self, seats, self.cluster)
                waiting = self._wait(waiting, seats + ahead)
            self._wait(waiting, 0)
        except BaseException:
            desk.stop()
            raise
        finally:
            self._numbers.put(None)

    def _wait(self, waiting: set[Results], most: int) -> set[Results]:
        """Until no more than ``most`` are left. Raises what one of them raised. Short waits: a signal is heard between them."""
        while len(waiting) > most:
            done, waiting = wait_for(waiting, _TICK)
            for future in done:
                if not future.cancelled():
                    future.result()
        return waiting

    @contextmanager
    def _written_down(self) -> Iterator[None]:
        """Write down how the run ended, whatever ends it."""
        state: runs.State = "interrupted"
        try:
            yield
            state = "interrupted" if self.stopped.is_set() else "done"
        finally:
            # a store that takes nothing more does not take this: the next run sees that this one is gone
            with suppress(DBAPIError):
                runs.end(self.engine, self.task.run, state, self.progress.ordered())
