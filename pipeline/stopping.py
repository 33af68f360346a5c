"""Work that a person stops ends in order."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stops_on_interrupt(stop: Callable[[], None]) -> Iterator[None]:
    """The first Ctrl+C (or TERM) stops the work with what it has read; the second is as any other. Beside the main thread there is none."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stopped(number: int, frame: FrameType | None) -> None:
        del number, frame
        stop()
        for one, before in kept.items():
            signal.signal(one, before)

    kept = {number: signal.signal(number, stopped) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, before in kept.items():
            signal.signal(number, before)
