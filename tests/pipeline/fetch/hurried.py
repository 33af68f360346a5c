"""Fetchers and clocks for tests: nothing is waited for that can be avoided, and what would have been is noted."""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pipeline.fetch.clock import Clock
from pipeline.fetch.fetcher import Fetcher
from pipeline.fetch.limits import Deadlines
from pipeline.fetch.pace import AT_ONCE
from pipeline.fetch.trouble import FetchTrouble
from tests.pipeline.fetch.server import Site

SHORT = Deadlines(connect=2.0, read=0.5, whole=1.0)
START = datetime(2025, 3, 3, 8, 0, tzinfo=UTC)


@dataclass
class Waits:
    """A time that passes only when somebody sleeps."""

    slept: list[float] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def sleep(self, seconds: float) -> None:
        """It is later at once."""
        with self._lock:
            self.slept.append(seconds)

    def ticks(self) -> float:
        """Seconds so far."""
        return sum(self.slept)

    def clock(self) -> Clock:
        """To be handed on; chance is always in the middle."""
        return Clock(now=lambda: START + timedelta(seconds=self.ticks()), ticks=self.ticks, sleep=self.sleep, chance=lambda: 0.5)


def hurried(site: Site | None = None, waits: Waits | None = None, **more: Any) -> Fetcher:
    """A fetcher without politeness, and with deadlines of a second, that may read a site."""
    settings: dict[str, Any] = {"pace": AT_ONCE, "deadlines": SHORT, "clock": (waits or Waits()).clock(), "resolver": nowhere}
    if site is not None:
        settings["allowed"] = [site.host]
    return Fetcher(**{**settings, **more})


def nowhere(host: str, _: int) -> Sequence[str]:
    """A resolver for tests that are to look nothing up."""
    raise AssertionError(host)


def names(known: dict[str, Collection[str]]) -> Any:
    """A resolver that knows some hosts."""

    def resolve(host: str, _: int) -> Sequence[str]:
        return list(known[host])

    return resolve


def trouble_of(fetcher: Fetcher, address: str, **more: Any) -> FetchTrouble:
    """The trouble that there is with an address."""
    with pytest.raises(FetchTrouble) as caught:
        fetcher.get(address, **more)
    return caught.value
