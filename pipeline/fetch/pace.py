"""Taking turns at a host: one request at a time, so many seconds apart, whichever thread it comes from."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field

from pipeline.fetch.clock import Clock


@dataclass(frozen=True, slots=True)
class Pace:
    """``seconds`` between the starts of two requests to one host, and whether its robots.txt is asked.

    With 0 seconds, and no Crawl-delay, a host is asked for several pages at once.
    """

    seconds: float = 2.0
    robots: bool = True


UNHURRIED = Pace()
AT_ONCE = Pace(seconds=0, robots=False)


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    started: float = float("-inf")
    not_before: float = float("-inf")


class Turns:
    """Who may ask a host, and when. Threads share it."""

    def __init__(self, clock: Clock) -> None:
        """``clock`` is asked, and slept by."""
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, seconds: float) -> Iterator[None]:
        """Wait for a turn, and have it until the end of the block."""
        row = self._host(host)
        with row.lock if seconds > 0 else nullcontext():
            wait = max(row.started + seconds, row.not_before) - self._clock.ticks()
            if wait > 0:
                self._clock.sleep(wait)
            row.started = self._clock.ticks()
            yield

    def postpone(self, host: str, seconds: float) -> None:
        """Nobody asks a host for so long."""
        row = self._host(host)
        row.not_before = max(row.not_before, self._clock.ticks() + seconds)

    def _host(self, host: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host, _Host())
