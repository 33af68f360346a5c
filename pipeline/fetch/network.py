"""Requests over the network, one at a time for a thread: httpx, over connections that were judged."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator
from datetime import datetime

import httpcore
import httpx

from pipeline.fetch.allowed import Allowed
from pipeline.fetch.clock import Clock
from pipeline.fetch.connecting import Connector
from pipeline.fetch.exchange import Asked, Exchange, Headers, receive
from pipeline.fetch.limits import Deadlines
from pipeline.fetch.reasons import Saying
from pipeline.fetch.resolving import Resolver
from pipeline.fetch.trouble import FetchTrouble
from schemas.version import VERSION

AGENT = "jiedui"
"""What robots.txt may call us."""
_HEADERS: Headers = (
    ("User-Agent", f"Mozilla/5.0 (compatible; {AGENT}/{VERSION})"),
    ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
    ("Accept-Language", "zh-CN,zh;q=0.9"),
    # no br, no zstd: what is not asked for need not be bounded
    ("Accept-Encoding", "gzip, deflate"),
    ("Connection", "keep-alive"),
)
_CONNECTIONS, _KEPT, _SECONDS_KEPT = 64, 32, 15.0
# of a transfer, not of what is transferred: they say nothing once it is over
_OF_THE_TRANSFER = frozenset({b"connection", b"keep-alive", b"proxy-connection", b"te", b"trailer", b"transfer-encoding", b"upgrade"})


class _Transport(httpx.HTTPTransport):
    """httpx's own transport without its surroundings: no proxy of the environment, and our connections."""

    def __init__(self, connector: Connector, trust: ssl.SSLContext | None) -> None:
        # what it would do more is to make a pool that is not wanted
        self._pool = httpcore.ConnectionPool(
            ssl_context=trust,
            max_connections=_CONNECTIONS,
            max_keepalive_connections=_KEPT,
            keepalive_expiry=_SECONDS_KEPT,
            network_backend=connector,
        )


class Network:
    """Asks servers. Threads may share it."""

    def __init__(self, deadlines: Deadlines, clock: Clock, resolver: Resolver, trust: ssl.SSLContext | None = None) -> None:
        """``trust``: the certificates that are believed; those of Mozilla's list if there is none."""
        self._deadlines = deadlines
        self._clock = clock
        self._resolver = resolver
        self._trust = trust
        self._lines: dict[tuple[Allowed, str], tuple[Connector, _Transport]] = {}
        self._lock = threading.Lock()

    def ask(self, asked: Asked, seconds: float) -> Exchange:
        """Ask once. A kept connection that the server has closed meanwhile is no answer: then a new one is made at once."""
        connector, transport = self._line(asked.allowed, asked.address.scheme)
        deadline = time.monotonic() + seconds
        request = self._request(asked, seconds)
        while True:
            with connector.request(deadline) as state:
                exchange = self._once(request, asked, transport)
            if exchange.code or state.is_new or exchange.trouble is None or exchange.trouble.reason != "no-answer":
                return exchange

    def close(self) -> None:
        """Close all connections."""
        for _, transport in self._lines.values():
            transport.close()

    def _line(self, allowed: Allowed, scheme: str) -> tuple[Connector, _Transport]:
        with self._lock:
            if scheme == "https" and self._trust is None:
                # it takes a tenth of a second
                self._trust = httpx.create_ssl_context(trust_env=False)
            if (allowed, scheme) not in self._lines:
                connector = Connector(allowed, self._resolver)
                self._lines[allowed, scheme] = connector, _Transport(connector, self._trust)
            return self._lines[allowed, scheme]

    def _request(self, asked: Asked, seconds: float) -> httpx.Request:
        read, connect = min(self._deadlines.read, seconds), min(self._deadlines.connect, seconds)
        timeouts = {"connect": connect, "read": read, "write": read, "pool": seconds}
        return httpx.Request("GET", str(asked.address), headers=[*_HEADERS, *asked.headers], extensions={"timeout": timeouts})

    def _once(self, request: httpx.Request, asked: Asked, transport: _Transport) -> Exchange:
        sent = _read_headers(request.headers.raw)
        at = self._clock.now()
        try:
            response = transport.handle_request(request)
        except httpx.TransportError as error:
            return Exchange(asked.address, at, sent, trouble=_trouble_of(error, asked))
        except FetchTrouble as trouble:
            return Exchange(asked.address, at, sent, trouble=trouble)
        try:
            return _taken(response, asked, at, sent)
        finally:
            response.close()


def _taken(response: httpx.Response, asked: Asked, at: datetime, sent: Headers) -> Exchange:
    headers, ip = _read_headers(response.headers.raw), _server(response)
    received = receive(_chunks(response, asked), asked, response.status_code, headers)
    return Exchange(
        address=asked.address,
        at=at,
        sent=sent,
        code=response.status_code,
        phrase=response.reason_phrase,
        headers=headers,
        raw=received.raw,
        body=received.body,
        cut=received.cut,
        ip=ip,
        trouble=received.trouble,
    )


def _chunks(response: httpx.Response, asked: Asked) -> Iterator[bytes]:
    stream = response.stream
    if not isinstance(stream, httpx.SyncByteStream):
        raise TypeError(stream)
    try:
        yield from stream
    except httpx.TimeoutException as error:
        raise _trouble_of(error, asked) from error
    except httpx.TransportError as error:
        raise FetchTrouble("bad-body", "cut-short", asked.address.facts, may_pass=True) from error


def _trouble_of(error: httpx.TransportError, asked: Asked) -> FetchTrouble:
    if isinstance(error, httpx.TimeoutException):
        return FetchTrouble("timed-out", "timed-out", asked.address.facts, may_pass=True)
    failed = _ssl_error(error)
    if failed is not None:
        return FetchTrouble("no-secure-connection", "no-secure-connection", {**asked.address.facts, "why": _why(failed)})
    saying: Saying = "no-answer" if isinstance(error, httpx.ConnectError) else "broken-off"
    return FetchTrouble("no-answer", saying, asked.address.facts, may_pass=True)


def _ssl_error(error: BaseException) -> ssl.SSLError | None:
    """What went wrong with TLS, if it was more than a lost connection: httpx and httpcore each wrap what was raised."""
    at: BaseException | None = error
    while at is not None:
        if isinstance(at, ssl.SSLError) and not isinstance(at, ssl.SSLEOFError):
            return at
        # httpcore hides the cause once more, by "from None"
        at = at.__cause__ or at.__context__
    return None


def _why(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    return (error.reason or "TLS").replace("_", " ").lower()


def _read_headers(raw: list[tuple[bytes, bytes]]) -> Headers:
    return tuple((name.decode("latin-1"), _read_value(name, value)) for name, value in raw if name.lower() not in _OF_THE_TRANSFER)


def _read_value(name: bytes, value: bytes) -> str:
    if value.isascii():
        return value.decode("ascii")
    if name.lower() == b"location":
        # browsers, too, hand on the bytes: whatever their encoding is, the server knows it
        return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in value)
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _server(response: httpx.Response) -> str | None:
    """The address that answered, as long as the connection stands."""
    try:
        where = response.extensions["network_stream"].get_extra_info("server_addr")
    except OSError:
        return None
    return where[0] if where else None
