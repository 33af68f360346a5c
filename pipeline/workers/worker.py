"""One child process as seen from here: what it reads, since when, and how to be rid of it."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from types import ModuleType

import psutil

from pipeline.answers import Answer
from pipeline.reading import Reader
from pipeline.workers.child import serve
from pipeline.workers.job import ANSWER, DIGEST, PAGE, READY, Job, unpack

TICK = 0.25
"""Seconds between two looks at a child: weighing it means going through all processes of the system."""
_ONE_AT_A_TIME = threading.Lock()
"""Pools of several threads start children, and share the names of modules."""
_PATIENCE = 5.0
"""Seconds that a child has to end by itself, and that a killed one has to be gone."""


def _context() -> multiprocessing.context.ForkServerContext | multiprocessing.context.SpawnContext:
    """Children of a server that has imported the extractors once; where a system cannot fork, each imports them itself."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extractors.read", "pipeline.workers.child"])
    return context


@contextmanager
def without_main() -> Iterator[None]:
    """Let a child not run the main program's file once more, as multiprocessing would: it needs nothing of it, and it may be no file."""
    with _ONE_AT_A_TIME:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def get_ready() -> None:
    """Have the server of children import the extractors now, so that the first child does not wait for it; returns at once.

    Worth it for whoever is about to read, and has something else to do before.
    """
    if "forkserver" in multiprocessing.get_all_start_methods():
        _context()
        with without_main():
            forkserver.ensure_running()


class Worker:
    """A child and the job that it is at. Times are of :func:`time.monotonic`."""

    def __init__(self, reader: Reader, memory: int) -> None:
        """Start the child; it says when it is ready."""
        context = _context()
        ours, theirs = context.Pipe()
        self.connection: Connection = ours
        self._process = context.Process(target=serve, args=(theirs, reader, memory), daemon=True, name="jiedui-reader")
        with without_main():
            self._process.start()
        theirs.close()
        self.is_ready = False
        self.files = 0
        self.job: Job | None = None
        self.started = 0.0
        self.page: int | None = None
        self.page_started = 0.0
        self.digest: str | None = None
        self.peak = 0
        self._weighed = (0.0, 0)

    def give(self, job: Job) -> None:
        """Have a file read. Whether the child is still there shows when it is listened to."""
        self.job, self.started = job, time.monotonic()
        self.page, self.digest, self.peak = None, None, 0
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(job)

    def hear(self) -> Answer | None:
        """Take in one message; the answer, if it is one. Raises EOFError where the child is dead."""
        try:
            message = self.connection.recv_bytes()
        except OSError as error:
            raise EOFError from error
        kind, content = message[:1], message[1:]
        if kind == READY:
            self.is_ready = True
        elif kind == DIGEST:
            self.digest = content.decode()
        elif kind == PAGE:
            self.page, self.page_started = int(content) if content else None, time.monotonic()
        elif kind == ANSWER:
            self.files += 1
            self.job = None
            return unpack(content)
        return None

    def memory(self) -> int:
        """Bytes that the child and the programs it has started hold, as of the last :data:`TICK`; ``peak`` keeps the most."""
        now = time.monotonic()
        if now - self._weighed[0] < TICK:
            return self._weighed[1]
        total = 0
        for one in self._family():
            with suppress(psutil.Error):
                total += one.memory_info().rss
        self.peak, self._weighed = max(self.peak, total), (now, total)
        return total

    def death(self) -> str:
        """How the child ended, for a message: the signal's name, or its exit code."""
        self._process.join(_PATIENCE)
        code = self._process.exitcode
        return f"信号 {-code}" if code is not None and code < 0 else f"退出码 {code}"

    def end(self) -> None:
        """Let an idle child go; kill one that does not, or is at work."""
        self.connection.close()
        if self.job is None and self.is_ready:
            self._process.join(_PATIENCE)
        self.kill()

    def kill(self) -> None:
        """End the child and whatever programs it has started."""
        for one in list(self._family()):
            with suppress(psutil.Error):
                one.kill()
        self._process.join(_PATIENCE)
        self.connection.close()

    def _family(self) -> Iterator[psutil.Process]:
        with suppress(psutil.Error):
            child = psutil.Process(self._process.pid)
            yield child
            yield from child.children(recursive=True)
