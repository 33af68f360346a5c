"""One address, asked for politely: in its host's turn, again after what may pass, and recorded if wanted."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Protocol

from pipeline.fetch.clock import Clock
from pipeline.fetch.exchange import Asked, Exchange
from pipeline.fetch.pace import Turns
from pipeline.fetch.retries import wait_before


class Line(Protocol):
    """Where answers come from: the network, or a recording."""

    def ask(self, asked: Asked, seconds: float) -> Exchange:
        """What comes of a request within so many seconds."""

    def close(self) -> None:
        """Let go of what is held."""


class Recorder(Protocol):
    """Where exchanges are kept."""

    def write(self, exchange: Exchange) -> None:
        """Keep one."""

    def close(self) -> None:
        """Nothing more comes."""


@dataclass(slots=True)
class Budget:
    """Seconds on the network that are left for a page."""

    left: float


class Asker:
    """Asks a line. Threads share it."""

    def __init__(self, line: Line, clock: Clock, recorder: Recorder | None) -> None:
        """``clock`` is what is waited by."""
        self._line = line
        self._clock = clock
        self._recorder = recorder
        self._turns = Turns(clock)

    def ask(self, asked: Asked, pause: float, budget: Budget) -> Exchange:
        """What came of it in the end; ``pause`` are the seconds between two requests to its host."""
        host, tries = asked.address.host, 0
        while True:
            with self._turns.turn(host, pause):
                began = time.monotonic()
                exchange = self._line.ask(asked, budget.left)
                budget.left -= time.monotonic() - began
            if self._recorder:
                self._recorder.write(exchange)
            tries += 1
            wait = wait_before(tries, exchange, self._clock.chance())
            if wait is None or budget.left <= 0:
                return exchange
            self._turns.postpone(host, wait)
