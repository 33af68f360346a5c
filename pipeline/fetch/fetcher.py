"""Pages fetched: the one thing that other parts use.

>>> with Fetcher(allowed=["news.example"]) as fetcher:  # doctest: +SKIP
...     page = fetcher.get("http://news.example/index.html")

Every request of every way is judged, waits for its turn, keeps robots.txt, and has a bound on time and size. No cookies are kept, no
proxy of the environment is used, certificates are verified.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.fetch.addresses import Address, follow, read_address
from pipeline.fetch.allowed import Allowed, read_allowed
from pipeline.fetch.asking import Asker, Budget, Line, Recorder
from pipeline.fetch.clock import REAL, Clock
from pipeline.fetch.exchange import Asked, Exchange
from pipeline.fetch.fetched import Fetched, fetched
from pipeline.fetch.hops import find_hop
from pipeline.fetch.limits import MAX_HOPS, MAX_ROBOTS, USUAL, Deadlines
from pipeline.fetch.pace import UNHURRIED, Pace
from pipeline.fetch.resolving import Resolver, look_up
from pipeline.fetch.robots import Robots
from pipeline.fetch.trouble import FetchTrouble

_CONDITION = re.compile(r"[\x20-\x7e]{1,1000}")


@dataclass(frozen=True, slots=True)
class _Visit:
    """What holds for all steps of one way. A robots.txt is asked for without asking whether it may be."""

    allowed: Allowed
    budget: Budget
    pace: Pace
    is_for_robots: bool = False


class Fetcher:
    """Fetches pages. Threads share it; it is to be closed, as a context or by :meth:`close`."""

    def __init__(  # noqa: PLR0913 - its settings, each with what is usual
        self,
        *,
        allowed: Collection[str] = (),
        pace: Pace = UNHURRIED,
        deadlines: Deadlines = USUAL,
        record: Path | None = None,
        replay: Path | None = None,
        clock: Clock = REAL,
        resolver: Resolver = look_up,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        """Hosts in ``allowed`` (``host`` or ``host:port``) may be on our own network.

        ``record``: a folder, or a ``.warc.gz`` file that is not there yet. ``replay``: the same, and then nothing goes to the network and
        nothing is waited for. Raises :class:`JieduiError` for a file that cannot be made or read, and for what is no host.
        """
        self._allowed = read_allowed(allowed)
        self._pace = pace
        self._deadlines = deadlines
        self._is_replay = replay is not None
        waiting = clock if replay is None else replace(clock, sleep=_no_sleep)
        self._line = _network(deadlines, clock, resolver, trust) if replay is None else _recording(replay, clock)
        self._recorder = _recorder(record, clock) if record is not None else None
        self._asker = Asker(self._line, waiting, self._recorder)
        self._robots = Robots()

    def get(
        self,
        address: str,
        *,
        etag: str | None = None,
        modified: str | None = None,
        pace: Pace | None = None,
        allowed: Collection[str] | None = None,
    ) -> Fetched:
        """A page, at the end of its redirects. Raises :class:`FetchTrouble`.

        ``etag`` and ``modified`` are what came with it before: if the page is still the same it is not sent again. ``pace`` and ``allowed``
        hold in place of the fetcher's own; a host that one source may read is not thereby open to another.
        """
        hosts = self._allowed if allowed is None else read_allowed(allowed)
        visit = _Visit(hosts, Budget(self._deadlines.whole), pace or self._pace)
        conditions = {
            name: value
            for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified))
            if value and _CONDITION.fullmatch(value)
        }
        exchange, steps = self._travel(read_address(address, hosts), visit, conditions)
        return fetched(address, exchange, steps, conditions if len(steps) == 1 else {})

    def close(self) -> None:
        """Close connections and files."""
        self._line.close()
        if self._recorder:
            self._recorder.close()

    def __enter__(self) -> Self:
        """This."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def _travel(self, start: Address, visit: _Visit, conditions: Mapping[str, str]) -> tuple[Exchange, tuple[str, ...]]:
        """The last exchange of a way, and the addresses along it."""
        here, steps = start, [str(start)]
        exchange = self._step(here, visit, conditions)
        while exchange.trouble is None and (hop := find_hop(exchange)) is not None:
            if hop.is_page and visit.is_for_robots:
                # a page for people in place of robots.txt has no rules
                break
            there = follow(here, hop.link, visit.allowed)
            if hop.is_page and there == here:
                # a page that renews itself is where the way ends
                break
            self._check_way(start, str(there), steps)
            here = there
            steps.append(str(there))
            # the conditions were those of another address
            exchange = self._step(here, visit, {})
        return exchange, tuple(steps)

    def _step(self, address: Address, visit: _Visit, conditions: Mapping[str, str]) -> Exchange:
        if visit.is_for_robots:
            asked = Asked(address, visit.allowed, limit=MAX_ROBOTS, is_lenient=True)
            return self._asker.ask(asked, visit.pace.seconds, visit.budget)
        delay = 0.0
        if visit.pace.robots:
            rules = self._robots.rules(address, lambda place: self._get_robots(place, visit))
            rules.check(address)
            delay = rules.delay
        return self._asker.ask(Asked(address, visit.allowed, tuple(conditions.items())), max(visit.pace.seconds, delay), visit.budget)

    def _get_robots(self, place: Address, visit: _Visit) -> Exchange:
        return self._travel(place, replace(visit, budget=Budget(self._deadlines.whole), is_for_robots=True), {})[0]

    @staticmethod
    def _check_way(start: Address, there: str, steps: list[str]) -> None:
        if there in steps:
            raise FetchTrouble("bad-redirect", "redirects-in-circles", start.facts)
        if len(steps) > MAX_HOPS:
            raise FetchTrouble("bad-redirect", "too-many-redirects", {**start.facts, "most": MAX_HOPS})


def _no_sleep(_: float) -> None:
    """Nobody is hurried by a recording."""


def _network(deadlines: Deadlines, clock: Clock, resolver: Resolver, trust: ssl.SSLContext | None) -> Line:
    from pipeline.fetch.network import Network  # noqa: PLC0415 - httpx takes long to import, and a recording needs none

    return Network(deadlines, clock, resolver, trust)


def _recording(place: Path, clock: Clock) -> Line:
    from pipeline.fetch.replaying import Recording  # noqa: PLC0415 - only who replays pays for warcio

    return Recording(place, clock)


def _recorder(place: Path, clock: Clock) -> Recorder:
    from pipeline.fetch.recording import WarcRecorder  # noqa: PLC0415 - the same

    return WarcRecorder(place, clock)
