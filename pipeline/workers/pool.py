"""Read many inputs in child processes, in order, each within its limits.

A child that takes too long or too much, or dies, loses only the file that it was at. Was it at a page of that file, the file is read once
more without the page; the record then says which page is missing, and why.
"""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import connection
from types import TracebackType
from typing import Self

from pipeline.answers import Answer, Form
from pipeline.reading import Reader, unread
from pipeline.sources.file_bytes import read_stream
from pipeline.sources.inputs import Input
from pipeline.workers.job import Job
from pipeline.workers.limits import Limits
from pipeline.workers.worker import TICK, Worker
from schemas.errors import JieduiError, Unreadable
from schemas.source import Outcome, Reason

_MOST_LEFT_OUT = 5
"""Pages that a file may lose before it is given up."""
_AHEAD = 4
"""Files for each child that may be read before an earlier one is done."""
_MOST_HELD = 64 * 1024**2
"""Bytes of answers that may wait for an earlier file."""
_MANY = 0.8
_MOST_FALSE_STARTS = 3


@dataclass(slots=True)
class _Task:
    """A file on its way: its place in the order, what is left out of it, and how long it has taken so far."""

    at: int
    source: Input
    job: Job
    spent: float = 0.0


@dataclass(frozen=True, slots=True)
class _End:
    """Why a child is no more: the reason for the record, what to say of the file, what to say of the page."""

    reason: Reason
    of_file: str
    of_page: str


class Pool:
    """Reads inputs in up to ``jobs`` child processes; they start when they are needed. Close it, or use it in a ``with``."""

    def __init__(self, reader: Reader, limits: Limits | None = None, jobs: int | None = None, *, beside: int = 1) -> None:
        """``jobs`` None takes as many as there are processors; ``beside`` counts the pools that share them."""
        processors = os.cpu_count() or 1
        self._jobs = jobs or processors
        self._reader, self._limits = replace(reader, threads=max(1, processors // (self._jobs * beside))), limits or Limits()
        self._idle: list[Worker] = []
        self._busy: dict[Worker, _Task] = {}
        self._false_starts = 0
        self._is_stopped = False

    def __enter__(self) -> Self:
        """The pool itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End all children."""
        self.close()

    def close(self) -> None:
        """End all children, also those at work."""
        for worker in (*self._idle, *self._busy):
            worker.end()
        self._idle, self._busy = [], {}

    def stop(self) -> None:
        """Have :meth:`read_all` end at once, with what it has given; may be called from another thread."""
        self._is_stopped = True

    def warm(self) -> None:
        """Start one child now, so that the first file does not wait for it."""
        self._idle.append(Worker(self._reader, self._limits.memory))

    def read_all(self, sources: Iterable[Input], form: Form = "line") -> Iterator[tuple[Input, Answer]]:
        """As :class:`pipeline.answers.ReadsAll`. Raises :class:`JieduiError` where no child can be started."""
        coming = (_Task(at, source, Job(source, form)) for at, source in enumerate(sources))
        done: dict[int, tuple[Input, Answer]] = {}
        next_at, again, is_more = 0, deque[_Task](), True
        while not self._is_stopped:
            while is_more and self._has_room(done):
                task = next(coming, None)
                is_more = task is not None
                if task is not None:
                    self._take(task, done)
            while next_at in done:
                yield done.pop(next_at)
                next_at += 1
            if self._busy:
                self._listen(done, again)
                while again:
                    self._start(again.popleft())
            elif not is_more and not done:
                return

    def _has_room(self, done: dict[int, tuple[Input, Answer]]) -> bool:
        if len(self._busy) >= self._jobs:
            return False
        held = sum(len(answer.json) for _, answer in done.values())
        return not self._busy or (len(done) < _AHEAD * self._jobs and held < _MOST_HELD)

    def _take(self, task: _Task, done: dict[int, tuple[Input, Answer]]) -> None:
        """Have a file read, unless already its bytes cannot be had."""
        try:
            data = read_stream(sys.stdin.buffer) if task.source.path is None else None
        except Unreadable as trouble:
            outcome = Outcome(status="unreadable", reason=trouble.reason, message=trouble.message)
            done[task.at] = task.source, Answer.of(unread(task.source, outcome), task.job.form)
            return
        task.job = replace(task.job, source=_absolute(task.source), data=data)
        self._start(task)

    def _start(self, task: _Task) -> None:
        worker = self._idle.pop() if self._idle else Worker(self._reader, self._limits.memory)
        worker.give(task.job)
        self._busy[worker] = task

    def _listen(self, done: dict[int, tuple[Input, Answer]], again: deque[_Task]) -> None:
        """Wait for a sign from a child, or for the next look at the clock and at the memory."""
        heard = set(connection.wait([worker.connection for worker in self._busy], TICK))
        for worker, task in list(self._busy.items()):
            try:
                answer = worker.hear() if worker.connection in heard else None
            except (EOFError, ValueError):
                self._lost(worker, task, self._died(worker), done, again)
                continue
            if answer is not None:
                spent = task.spent + time.monotonic() - worker.started
                done[task.at] = task.source, replace(answer, seconds=spent)
                self._rest(worker)
            elif (end := self._overdue(worker, task)) is not None:
                self._lost(worker, task, end, done, again)

    def _rest(self, worker: Worker) -> None:
        """Keep a child for the next file, unless it has grown old or fat."""
        del self._busy[worker]
        self._false_starts = 0
        if worker.files >= self._limits.most_files or worker.memory() > self._limits.memory / 2:
            worker.end()
        else:
            self._idle.append(worker)

    def _overdue(self, worker: Worker, task: _Task) -> _End | None:
        """The limit that a child has broken."""
        now, limits = time.monotonic(), self._limits
        if task.spent + now - worker.started > limits.file_seconds:
            said = f"读取超过了 {limits.file_seconds:g} 秒"
            return _End("timed-out", said, said)
        if worker.page is not None and now - worker.page_started > limits.page_seconds:
            said = f"读取超过了 {limits.page_seconds:g} 秒"
            return _End("timed-out", f"第{worker.page}页{said}", said)
        if worker.memory() > limits.memory:
            return self._too_much()
        return None

    def _too_much(self) -> _End:
        said = f"读取需要的内存超过了 {self._limits.memory / 1024**3:g} GB"
        return _End("too-large", said, said)

    def _died(self, worker: Worker) -> _End:
        if not worker.is_ready:
            self._false_starts += 1
            if self._false_starts >= _MOST_FALSE_STARTS:
                raise JieduiError(f"读取文件的子进程启动不了（{worker.death()}）。请检查内存和磁盘空间，或者重新安装后再试。")
        if worker.peak > _MANY * self._limits.memory:
            return self._too_much()
        return _End("damaged", f"读取程序中途崩溃（{worker.death()}），文件可能已损坏", "使读取程序崩溃")

    def _lost(self, worker: Worker, task: _Task, end: _End, done: dict[int, tuple[Input, Answer]], again: deque[_Task]) -> None:
        """Be rid of a child; read the file once more without the page that the child was at, or give it up."""
        worker.kill()
        del self._busy[worker]
        task.spent += time.monotonic() - worker.started
        left_out, page = task.job.left_out, worker.page
        is_first = page is not None and page not in left_out and len(left_out) < _MOST_LEFT_OUT
        if not worker.is_ready or (is_first and task.spent < self._limits.file_seconds):
            if worker.is_ready and page is not None:
                task.job = replace(task.job, left_out={**left_out, page: f"{end.of_page}，没有读取"})
            again.append(task)
            return
        outcome = Outcome(status="unreadable", reason=end.reason, message=f"{end.of_file}，请拆分或另存后再试。")
        answer = Answer.of(unread(task.source, outcome, worker.digest), task.job.form)
        done[task.at] = task.source, replace(answer, seconds=task.spent)


def _absolute(source: Input) -> Input:
    """The same file, whatever folder the child stands in."""
    if source.path is None:
        return source
    with suppress(OSError, ValueError):
        return replace(source, path=source.path.absolute())
    return source
