"""Connections for httpx to the very addresses that were looked up and judged, and none that outlives its request's deadline.

A name is looked up once for a connection. All of its addresses are judged; one that is not allowed refuses the host, for a name that leads
both out into the world and into our own network is an attack or a mistake. What then is connected to is the judged address, never the name,
so a name cannot lead elsewhere a moment later.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from ipaddress import IPv4Address, IPv6Address
from typing import Any

import httpcore

from pipeline.fetch.addresses import check_ip
from pipeline.fetch.allowed import Allowed
from pipeline.fetch.networks import read_ip
from pipeline.fetch.resolving import Resolver, resolved
from pipeline.fetch.trouble import FetchTrouble

_MOST_ADDRESSES = 4
_NO_DEADLINE = 600.0
"""Seconds, for whoever asks outside of a request."""


class Connector(httpcore.NetworkBackend):
    """What httpcore asks for connections. One for each set of allowed hosts: connections are kept, and must not serve another set."""

    def __init__(self, allowed: Allowed, resolver: Resolver, inner: httpcore.NetworkBackend | None = None) -> None:
        """``inner`` is given IP addresses only."""
        self._allowed = allowed
        self._resolver = resolver
        self._inner = httpcore.SyncBackend() if inner is None else inner
        self._request = _Request()

    @contextmanager
    def request(self, deadline: float) -> Iterator[_Request]:
        """Keep the deadline of one request in all that this thread does on its connection meanwhile."""
        self._request.deadline, self._request.is_new = deadline, False
        try:
            yield self._request
        finally:
            self._request.deadline = float("inf")

    def left(self, timeout: float | None) -> float:
        """Seconds that something may take. Raises :class:`TimeoutError` when there are none."""
        left = self._request.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, _NO_DEADLINE if timeout is None else timeout)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to one of the host's addresses, the first that answers."""
        self._request.is_new = True
        try:
            until = time.monotonic() + self.left(timeout)
            addresses = self._addresses(host, port, until - time.monotonic())
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(str(error)) from error
        for at, ip in enumerate(addresses):
            # no address may use up the time of those behind it
            share = max(until - time.monotonic(), 0.001) / (len(addresses) - at)
            try:
                inner = self._inner.connect_tcp(str(ip), port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if at == len(addresses) - 1:
                    raise
            else:
                return _Stream(inner, self)
        raise httpcore.ConnectError(host)

    def _addresses(self, host: str, port: int, seconds: float) -> Sequence[IPv4Address | IPv6Address]:
        """Where a host is, all of it judged. Raises :class:`FetchTrouble`."""
        ip = read_ip(host)
        found = [ip] if ip else [read_ip(text) for text in self._look_up(host, port, seconds)]
        addresses = [ip for ip in found if ip is not None]
        for ip in addresses:
            check_ip(ip, host, port, self._allowed)
        if not addresses:
            raise FetchTrouble("no-such-host", "no-such-host", {"host": host})
        return addresses[:_MOST_ADDRESSES]

    def _look_up(self, host: str, port: int, seconds: float) -> Sequence[str]:
        try:
            return resolved(self._resolver, host, port, seconds)
        except TimeoutError:
            raise
        except OSError as error:
            passing = error.errno == socket.EAI_AGAIN
            raise FetchTrouble("no-such-host", "no-such-host", {"host": host}, may_pass=passing) from error


class _Request(threading.local):
    """What a thread is asking just now."""

    deadline: float = float("inf")
    is_new: bool = False
    """Whether a connection was made for it."""


class _Stream(httpcore.NetworkStream):
    """A connection that waits no longer than its request may."""

    def __init__(self, inner: httpcore.NetworkStream, connector: Connector) -> None:
        self._inner = inner
        self._connector = connector

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._inner.read(max_bytes, self._connector.left(timeout))
        except TimeoutError as error:
            raise httpcore.ReadTimeout from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        try:
            self._inner.write(buffer, self._connector.left(timeout))
        except TimeoutError as error:
            raise httpcore.WriteTimeout from error

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        try:
            return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._connector.left(timeout)), self._connector)
        except TimeoutError as error:
            self._inner.close()
            raise httpcore.ConnectTimeout from error

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own type
        return self._inner.get_extra_info(info)
