"""A page that was had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from pipeline.fetch.blocked import is_blocked
from pipeline.fetch.exchange import Exchange
from pipeline.fetch.retries import retry_after
from pipeline.fetch.trouble import FetchTrouble


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. ``headers`` have names in lower case; ``body`` is decompressed and otherwise as it came, in its own encoding.

    ``steps`` are the addresses from the first to ``final``, in their canonical form. ``is_unchanged``: the server says that it is still
    what ``etag`` or ``modified`` meant, so there is no body. ``is_downgraded``: the way led from https to http.
    """

    address: str
    final: str
    code: int
    headers: Mapping[str, str]
    body: bytes
    at: datetime
    is_unchanged: bool
    etag: str | None
    modified: str | None
    steps: tuple[str, ...] = ()
    is_downgraded: bool = False


def fetched(address: str, exchange: Exchange, steps: tuple[str, ...], conditions: Mapping[str, str]) -> Fetched:
    """What a way of steps ended with. ``conditions`` are the headers that a 304 answers. Raises :class:`FetchTrouble`."""
    trouble = _trouble_of(exchange, is_conditional=bool(conditions))
    if trouble is not None:
        raise trouble
    is_unchanged = exchange.code == 304
    etag, modified = exchange.header("etag"), exchange.header("last-modified")
    return Fetched(
        address=address,
        final=steps[-1],
        code=exchange.code,
        headers=_joined(exchange),
        body=exchange.body,
        at=exchange.at,
        is_unchanged=is_unchanged,
        etag=etag or (conditions.get("If-None-Match") if is_unchanged else None),
        modified=modified or (conditions.get("If-Modified-Since") if is_unchanged else None),
        steps=steps,
        is_downgraded=any(step.startswith("https:") and after.startswith("http:") for step, after in pairwise(steps)),
    )


def _trouble_of(exchange: Exchange, *, is_conditional: bool) -> FetchTrouble | None:
    """Why an answer is no page."""
    if exchange.trouble:
        return exchange.trouble
    code, facts = exchange.code, {**exchange.address.facts, "code": exchange.code}
    if code == 304 and is_conditional:
        return None
    if is_blocked(exchange):
        return FetchTrouble("blocked", "blocked", facts)
    if 200 <= code < 300 and code != 206:
        return None
    if code in (404, 410):
        return FetchTrouble("not-found", "not-found", facts)
    if code == 429:
        return FetchTrouble("too-many-requests", "too-many-requests", facts, retry_after=retry_after(exchange))
    return FetchTrouble("http-error", "http-error", facts, retry_after=retry_after(exchange))


def _joined(exchange: Exchange) -> dict[str, str]:
    headers: dict[str, str] = {}
    for written, value in exchange.headers:
        name = written.lower()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers
