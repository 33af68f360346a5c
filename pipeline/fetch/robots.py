"""robots.txt (RFC 9309), asked once for a site in a fetcher's life.

=====================================  ===============================================================
2xx                                    its rules for ``jiedui``, else for ``*``; Crawl-delay too
404, 401, 403 and other 4xx            everything is allowed
redirects without an end               the same
5xx, no answer, broken off, too slow   nothing is fetched from the site this time
429, a firewall's page                 the same, with that reason
=====================================  ===============================================================
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.fetch.addresses import Address
from pipeline.fetch.blocked import is_blocked
from pipeline.fetch.exchange import Exchange
from pipeline.fetch.limits import LONGEST_WAIT, MAX_ROBOTS
from pipeline.fetch.reasons import Trouble
from pipeline.fetch.retries import retry_after
from pipeline.fetch.trouble import FetchTrouble

if TYPE_CHECKING:
    from protego import Protego

_AGENT = "jiedui"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site allows."""

    parser: Protego | None = None
    delay: float = 0.0
    trouble: FetchTrouble | None = None

    def check(self, address: Address) -> None:
        """Raise :class:`FetchTrouble` where an address may not be fetched."""
        if self.trouble:
            facts = {**self.trouble.facts, **address.facts}
            raise FetchTrouble(self.trouble.reason, self.trouble.saying, facts, retry_after=self.trouble.retry_after)
        if self.parser and not self.parser.can_fetch(str(address), _AGENT):
            raise FetchTrouble("forbidden", "forbidden", address.facts)


class Robots:
    """The rules of sites. Threads share it; a site is asked once, and those who want it meanwhile wait."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._rules: dict[str, Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def rules(self, address: Address, fetch: Callable[[Address], Exchange]) -> Rules:
        """What holds for an address's site. Raises :class:`FetchTrouble` where the site itself must not or cannot be reached.

        ``fetch`` gets an address through its redirects; it raises :class:`FetchTrouble` only for those.
        """
        origin = address.origin
        with self._lock:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            if origin not in self._rules:
                self._rules[origin] = _ask(address, fetch)
            return self._rules[origin]


def _ask(address: Address, fetch: Callable[[Address], Exchange]) -> Rules:
    try:
        exchange = fetch(replace(address, target="/robots.txt"))
    except FetchTrouble as trouble:
        return Rules() if trouble.reason == "bad-redirect" else _failed(trouble.reason)
    trouble_met = exchange.trouble
    if trouble_met is None:
        return _rules_of(exchange)
    if trouble_met.reason == "not-recorded":
        return Rules()
    if trouble_met.reason in ("refused-address", "no-such-host") and trouble_met.facts["host"] == address.host:
        raise trouble_met
    return _failed(trouble_met.reason)


def _rules_of(exchange: Exchange) -> Rules:
    if exchange.cut in ("time", "disconnect"):
        return _failed("timed-out" if exchange.cut == "time" else "no-answer")
    if 200 <= exchange.code < 300:
        return read_rules(exchange.body)
    if exchange.code == 429:
        return Rules(trouble=FetchTrouble("too-many-requests", "too-many-requests", {"code": 429}, retry_after=retry_after(exchange)))
    if exchange.code < 500:
        return Rules()
    return Rules(trouble=FetchTrouble("blocked", "blocked", {"code": exchange.code})) if is_blocked(exchange) else _failed("http-error")


def _failed(because: Trouble) -> Rules:
    return Rules(trouble=FetchTrouble("forbidden", "robots-failed", {"because": because}))


def read_rules(body: bytes) -> Rules:
    """The rules in the bytes of a robots.txt."""
    from protego import Protego  # noqa: PLC0415 - only who asks for it pays for it

    parser = Protego.parse(body[:MAX_ROBOTS].decode("utf-8-sig", "replace"))
    return Rules(parser, min(parser.crawl_delay(_AGENT) or 0.0, LONGEST_WAIT))
