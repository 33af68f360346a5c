"""What the batches of one run share that are done in one process: whom they tell, whether to stop, and which contents one of them has."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from pipeline.store.seen import Result

Tell = Callable[[Result], None]
Grow = Callable[[int], None]
"""Hears how many more files there are than were listed."""


class Shift:
    """A content that one batch has taken is not read by another, whatever becomes of it; the store's claims keep whole runs apart."""

    def __init__(self, tell: Tell = lambda _: None, grow: Grow = lambda _: None) -> None:
        """``tell`` hears of each file, ``grow`` of archives that hold more than one; both from any thread."""
        self.tell, self.grow = tell, grow
        self.is_stopped = False
        self._taken: set[str] = set()
        self._lock = threading.Lock()

    def stop(self) -> None:
        """Have batches begin nothing more. Takes no lock: a signal's handler calls it."""
        self.is_stopped = True

    def take(self, contents: Iterable[str]) -> set[str]:
        """Those of the contents that no other batch has; from now on this one has them."""
        with self._lock:
            free = set(contents) - self._taken
            self._taken |= free
        return free

    def give_back(self, contents: Iterable[str]) -> None:
        """Leave to others what was taken and not read."""
        with self._lock:
            self._taken.difference_update(contents)

    def has(self, content: str | None) -> bool:
        """Whether a batch has taken a content, now or earlier."""
        return content in self._taken
