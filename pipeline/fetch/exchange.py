"""A request and what came back, whether over the network or from a recording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pipeline.fetch.addresses import Address
from pipeline.fetch.allowed import Allowed
from pipeline.fetch.inflate import BrokenError, Inflated, TooMuchError, UnknownEncodingError
from pipeline.fetch.limits import MAX_ASIDE, MAX_BODY
from pipeline.fetch.trouble import FetchTrouble

Headers = tuple[tuple[str, str], ...]
Cut = Literal["length", "time", "disconnect"]
"""Why not all of a body was taken, in WARC's words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: ``headers`` beyond those that all have; ``limit`` and ``is_lenient`` as of :func:`receive`."""

    address: Address
    allowed: Allowed
    headers: Headers = ()
    limit: int = MAX_BODY
    is_lenient: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """What came of a request. ``code`` is 0 where no server answered; ``raw`` is the body as it came, without the transfer's chunks."""

    address: Address
    at: datetime
    sent: Headers = ()
    code: int = 0
    phrase: str = ""
    headers: Headers = ()
    raw: bytes = b""
    body: bytes = b""
    cut: Cut | None = None
    ip: str | None = None
    trouble: FetchTrouble | None = None

    def header(self, name: str) -> str | None:
        """A header's value, or None."""
        return find_header(self.headers, name)


@dataclass(frozen=True, slots=True)
class Received:
    """A body, and what is wrong with it."""

    raw: bytes = b""
    body: bytes = b""
    cut: Cut | None = None
    trouble: FetchTrouble | None = None


def find_header(headers: Headers, name: str) -> str | None:
    """The value of a header, by its name in lower case; of several the first."""
    return next((value for key, value in headers if key.lower() == name), None)


def receive(chunks: Iterable[bytes], asked: Asked, code: int, headers: Headers) -> Received:
    """A body taken in. ``chunks`` may raise :class:`FetchTrouble`.

    A page is taken whole or not at all. Of what is no page (an error, a redirect), and where ``is_lenient``, what can be had is taken: the
    code says enough.
    """
    is_page = 200 <= code < 300
    is_lenient = asked.is_lenient or not is_page
    limit = asked.limit if is_page else min(MAX_ASIDE, asked.limit)
    length = find_header(headers, "content-length") or ""
    if not is_lenient and length.isdecimal() and int(length[:20]) > limit:
        return Received(cut="length", trouble=_too_large(asked))
    raw: list[bytes] = []
    try:
        inflated = Inflated(find_header(headers, "content-encoding") or "", limit)
    except UnknownEncodingError as error:
        trouble = FetchTrouble("bad-body", "unknown-encoding", {**asked.address.facts, "encoding": str(error)})
        return Received(cut="length", trouble=None if is_lenient else trouble)
    body, cut, trouble_met = _take(_within(chunks, raw, limit), inflated, asked)
    return Received(b"".join(raw), body, cut, None if is_lenient else trouble_met)


def _take(chunks: Iterator[bytes], inflated: Inflated, asked: Asked) -> tuple[bytes, Cut | None, FetchTrouble | None]:
    try:
        for chunk in chunks:
            inflated.feed(chunk)
        return inflated.finish(), None, None
    except TooMuchError:
        return inflated.so_far(), "length", _too_large(asked)
    except BrokenError:
        return inflated.so_far(), None, FetchTrouble("bad-body", "broken-body", asked.address.facts)
    except FetchTrouble as trouble:
        return inflated.so_far(), "time" if trouble.reason == "timed-out" else "disconnect", trouble


def _within(chunks: Iterable[bytes], raw: list[bytes], limit: int) -> Iterator[bytes]:
    """The chunks, kept, up to the limit: what is compressed may be no larger than what it is to become."""
    size = 0
    for chunk in chunks:
        raw.append(chunk)
        size += len(chunk)
        yield chunk
        if size > limit:
            raise TooMuchError


def _too_large(asked: Asked) -> FetchTrouble:
    return FetchTrouble("too-large", "too-large", {**asked.address.facts, "limit": f"{asked.limit / 1024 / 1024:g}"})
