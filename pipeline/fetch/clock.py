"""The world's changing things that fetching asks for, passed in so that tests need not wait."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """``now`` in UTC, ``ticks`` in seconds that never go back, ``sleep``, and ``chance`` from 0 to 1.

    Deadlines on sockets do not ask it: those are kept by the system.
    """

    now: Callable[[], datetime] = _now
    ticks: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random


REAL = Clock()
