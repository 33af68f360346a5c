"""The loop of ``jiedui serve``: start what falls due, tell how it ended, and see to it that no job runs twice at a time."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import sqlalchemy as sa

from pipeline.flows.deployments import Deployments, Due, Unreachable
from pipeline.flows.ends import End
from pipeline.messages import Lang
from pipeline.serve.at_work import AtWork
from pipeline.serve.config import Service
from pipeline.serve.home import Home
from pipeline.serve.job import Asked, Job, Order
from pipeline.serve.log import Log
from pipeline.serve.stopping import Stopping
from pipeline.store.pauses import pauses
from pipeline.store.place import shown

_ASK = 5.0
"""Seconds between two questions to the server and the store: a schedule counts in minutes."""
_TICK = 0.2
_PATIENCE = 60.0
"""Seconds that jobs may take to keep what they have read; systemd kills after 90."""


@dataclass(slots=True)
class Serving:
    """What is served, and what of it is at work."""

    service: Service
    deployments: Deployments
    engine: sa.Engine
    home: Home
    log: Log
    lang: Lang
    verbose: bool = False
    debug: bool = False
    paused: frozenset[str] = frozenset()
    _at_work: dict[str, AtWork] = field(default_factory=dict)
    _unsaid: list[tuple[str, End, str]] = field(default_factory=list)
    _is_lost: bool = False
    _is_store_lost: bool = False

    def until(self, stopping: Stopping) -> None:
        """Serve until somebody stops it."""
        asked = -_ASK
        while not stopping.is_asked:
            if self._took_leave() or time.monotonic() - asked >= _ASK:
                asked = time.monotonic()
                self._ask()
            stopping.wait(_TICK)
        self._end(stopping)

    def _ask(self) -> None:
        """Once round: what was deleted, paused, cancelled, what is due. A server that does not answer is asked again the next time."""
        if self.home.is_dead:
            self.log.say("server_died")
            self.home.start_again()
        changed = self._changed_pauses()
        try:
            for name in self.deployments.restore():
                self.log.of(name, "restored", path=self.service.path)
            for name in sorted(changed):
                self.deployments.pause(name, is_paused=name not in self.paused)
                self.paused ^= {name}
                self.log.of(name, "paused_now" if name in self.paused else "resumed_now")
            self._say_ends()
            self._stop_unwanted()
            self._start_due()
            self._say_ends()
        except Unreachable as error:
            if not self._is_lost:
                self.log.say("lost", why=error)
            self._is_lost = True
        else:
            if self._is_lost:
                self.log.say("found_again")
            self._is_lost = False

    def _changed_pauses(self) -> frozenset[str]:
        """The jobs that a person has paused or resumed since the last time."""
        try:
            now = frozenset(pauses(self.engine)) & {job.name for job in self.service.jobs}
        except sa.exc.DBAPIError as error:
            if not self._is_store_lost:
                self.log.say("store_lost", store=shown(self.engine.url), why=" ".join(str(error.orig).split()))
            self._is_store_lost = True
            return frozenset()
        self._is_store_lost = False
        return now ^ self.paused

    def _start_due(self) -> None:
        """Of each job the newest run that is due; those that were missed before it are one with it."""
        due = self.deployments.due(datetime.now(UTC))
        for job in self.service.jobs:
            runs = [run for run in due if run.job == job.name]
            if not runs:
                continue
            if job.name in self.paused:
                self._skip(runs, "skipped_paused")
            elif job.name in self._at_work:
                self._skip(runs, "skipped_busy")
            elif len(self._at_work) < self.service.at_once:
                self._start(job, runs)

    def _skip(self, runs: Sequence[Due], why: str) -> None:
        self.log.of(runs[-1].job, why)
        self._unsaid += [(run.flow_run, "skipped", self.log.words(why)) for run in runs]

    def _start(self, job: Job, runs: Sequence[Due]) -> None:
        *missed, run = runs
        if not self.deployments.take(run.flow_run):
            return
        if missed:
            self.log.of(job.name, "caught_up", count=len(missed))
            self._unsaid += [(one.flow_run, "skipped", self.log.words("caught_up", count=len(missed))) for one in missed]
        order = Order(job, self.service.shared, Asked(self.lang, run.flow_run, verbose=self.verbose, debug=self.debug))
        try:
            self._at_work[job.name] = AtWork(order, os.environ, is_heard=self.verbose)
        except OSError as error:
            self.log.of(job.name, "failed", why=error)
            self._unsaid.append((run.flow_run, "failed", self.log.words("failed", why=error)))

    def _stop_unwanted(self) -> None:
        """What a person has cancelled on the page."""
        running = {work.flow_run: name for name, work in self._at_work.items() if not work.is_stopping}
        for flow_run in self.deployments.unwanted(running) if running else ():
            self.log.of(running[flow_run], "cancelled")
            self._at_work[running[flow_run]].stop()

    def _took_leave(self) -> bool:
        """Whether there were jobs that are over; their lines are said, and are still to be written down."""
        over = {name: work for name, work in self._at_work.items() if work.is_over}
        for name, work in over.items():
            del self._at_work[name]
            end, said = self.log.ended(work.job, work.answer(), self.service.shared)
            self._unsaid.append((work.flow_run, end, said))
        return bool(over)

    def _say_ends(self) -> None:
        """Write down how runs ended, what could not be said before included."""
        while self._unsaid:
            self.deployments.end(*self._unsaid[0])
            del self._unsaid[0]

    def _end(self, stopping: Stopping) -> None:
        """Have the jobs keep what they have read, and wait for them, but not for ever."""
        if self._at_work:
            self.log.say("stopping", names="、".join(self._at_work))
        until = time.monotonic() + _PATIENCE
        for work in self._at_work.values():
            work.stop()
        while self._at_work and time.monotonic() < until and not stopping.is_urgent:
            self._took_leave()
            time.sleep(_TICK)
        for work in self._at_work.values():
            work.kill()
        self._took_leave()
        try:
            self._say_ends()
        except Unreachable as error:
            self.log.say("lost", why=error)
        self.log.say("ended")
