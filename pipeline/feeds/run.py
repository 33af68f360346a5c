"""Visit sources, several at a time: one source's trouble never stops another."""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from pipeline.batch.seats import Means, Seats
from pipeline.feeds.counts import Event
from pipeline.feeds.health import ZONE
from pipeline.feeds.source import FeedSource
from pipeline.feeds.taking import Stopped
from pipeline.feeds.visit import Visit, Visited
from pipeline.fetch.clock import REAL
from pipeline.fetch.fetcher import Fetcher
from pipeline.fetch.pace import Pace
from pipeline.reading import Reader
from pipeline.store import runs
from pipeline.store.near import link_near_duplicates
from pipeline.store.seen import Fate
from pipeline.store.setting import Setting
from pipeline.store.upgrade import cannot_write
from pipeline.workers.limits import Limits

_AT_ONCE = 8
"""Sources visited at a time: they mostly wait for their servers."""
Tell = Callable[[Visited], None]
_FATES: Mapping[Event, Fate] = {"new": "ok", "unchanged": "unchanged", "failed": "failed"}


@dataclass(frozen=True, slots=True)
class Round:
    """What is asked for: sources, and how they are visited. ``record`` and ``replay`` are folders of WARC files."""

    sources: tuple[FeedSource, ...]
    reader: Reader
    limits: Limits
    jobs: int | None = None
    is_forced: bool = False
    retry_failed: bool = False
    record: Path | None = None
    replay: Path | None = None
    today: date | None = None


class Rounds:
    """Visits the sources of a round; :meth:`stop` ends it with what it has read."""

    def __init__(self, engine: sa.Engine, asked: Round) -> None:
        """Begin nothing yet."""
        self._engine, self._asked = engine, asked
        self._stopped, self._over = threading.Event(), threading.Event()
        self._seats: Seats | None = None

    @property
    def is_stopped(self) -> bool:
        """Whether somebody has stopped it."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """End soon; what was read is kept. May be called from any thread."""
        self._stopped.set()
        if self._seats is not None:
            self._seats.stop()

    def go(self, tell: Tell) -> list[Visited]:
        """Visit them all, telling each when it is over; what came of each, in the order of the sources.

        Raises :class:`schemas.errors.JieduiError` where the store takes nothing more.
        """
        runs.let_go_of_the_dead(self._engine)
        run = runs.begin(self._engine, {"feeds": [source.name for source in self._asked.sources]})
        visited: dict[str, Visited] = {}
        state: runs.State = "interrupted"
        try:
            for one in self._visits(run):
                visited[one.feed] = one
                tell(one)
            link_near_duplicates(self._engine)
            state = "interrupted" if self.is_stopped else "done"
        except DBAPIError as error:
            raise cannot_write(self._engine, error) from error
        finally:
            runs.end(self._engine, run, state, fates_of(visited.values()))
        return [visited[source.name] for source in self._asked.sources if source.name in visited]

    def _visits(self, run: str) -> Iterator[Visited]:
        setting = Setting.of(self._asked.reader, self._asked.limits)
        with ExitStack() as held:
            clock = replace(REAL, sleep=self._sleep)
            fetcher = held.enter_context(Fetcher(record=self._asked.record, replay=self._asked.replay, clock=clock))
            self._seats = Seats(Means(self._asked.reader, self._asked.limits, self._asked.jobs or os.cpu_count() or 1))
            held.callback(self._seats.close)
            held.enter_context(runs.alive(self._engine, run, dict))
            threads = held.enter_context(ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="jiedui-feed"))
            # whatever ends the round, nobody begins another visit
            held.callback(self._over.set)
            futures: list[Future[Visited]] = [
                threads.submit(self._visit, source, run, fetcher, self._seats, setting) for source in self._asked.sources
            ]
            yield from (future.result() for future in as_completed(futures))

    def _sleep(self, seconds: float) -> None:
        """Wait for a host's turn, unless the round is to end."""
        if self._stopped.wait(seconds):
            raise Stopped

    def _visit(self, source: FeedSource, run: str, fetcher: Fetcher, seats: Seats, setting: Setting) -> Visited:
        if self.is_stopped or self._over.is_set():
            return Visited(source.name, "stopped")
        pace = Pace(seconds=source.seconds, robots=source.robots)
        get = partial(fetcher.get, pace=pace, allowed=source.allow)
        today = self._asked.today or datetime.now(ZONE).date()
        visit = Visit(
            source, self._engine, run, get, seats, setting, today,
            is_forced=self._asked.is_forced, retry_failed=self._asked.retry_failed, stopped=self._stopped,
        )  # fmt: skip
        return visit.go()


def fates_of(visited: Iterable[Visited]) -> dict[Fate, int]:
    """The counts of a round, as runs have them."""
    counted = sum((Counter(one.counts.counted) for one in visited), Counter[Event]())
    return {fate: counted[event] for event, fate in _FATES.items() if counted[event]}
