"""Signals that end a service: the first asks it to, the second is in a hurry."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from pipeline.exit_codes import INTERRUPTED, OK

_HANG_UP: int | None = getattr(signal, "SIGHUP", None)


class Stopping:
    """Whether somebody has asked, how often, and how."""

    def __init__(self) -> None:
        """Nobody has, yet."""
        self._asked = threading.Event()
        self._signals: list[int] = []

    @property
    def is_asked(self) -> bool:
        """Whether it is to end."""
        return self._asked.is_set()

    @property
    def is_urgent(self) -> bool:
        """Whether it is to end at once."""
        return len(self._signals) > 1

    @property
    def code(self) -> int:
        """The exit code: Ctrl+C interrupts, a manager of services ends what has done its duty."""
        return INTERRUPTED if self._signals[:1] == [signal.SIGINT] else OK

    def wait(self, seconds: float) -> None:
        """So long, or until somebody asks."""
        self._asked.wait(seconds)

    def hear(self, number: int, frame: FrameType | None = None) -> None:
        """As a signal's handler."""
        del frame
        self._signals.append(number)
        self._asked.set()


@contextmanager
def hearing() -> Iterator[Stopping]:
    """Hear SIGINT, SIGTERM and a terminal that is closed."""
    stopping = Stopping()
    numbers = [signal.SIGINT, signal.SIGTERM]
    if _HANG_UP is not None and signal.getsignal(_HANG_UP) is not signal.SIG_IGN:
        # nohup has it ignored, and means it
        numbers.append(signal.Signals(_HANG_UP))
    before = {number: signal.signal(number, stopping.hear) for number in numbers}
    try:
        yield stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
