"""A web server on loopback that does as it is told, and remembers what it was asked.

::

    with served() as site:
        site.put("/a.html", "<p>一则消息</p>")
        site.put("/b.html", Answer(code=503), Answer("<p>好了</p>"))         one after the other, the last one from then on
        site.put("/c.html", lambda asked: Answer(asked.headers["user-agent"]))
        …                                                                  site.at("/a.html") is its address
        assert site.hits["/a.html"] == 1
"""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

_LONGEST = 20.0
"""Seconds that an answer in pieces may take: nothing outlives a test for long."""
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Asked:
    """A request: ``headers`` have names in lower case, ``number`` is 1 for the first one of its path."""

    path: str
    query: str
    headers: Mapping[str, str]
    number: int
    at: float


@dataclass(frozen=True)
class Answer:
    """What is sent.

    ``told``: a Content-Length other than the true one. ``pieces``: a body in chunks, or ``raw`` bytes without any head, ``pause`` seconds
    apart. ``ends``: what becomes of the connection: it may be kept, closed without a word, or reset.
    """

    body: str | bytes = b""
    code: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    told: int | None = None
    pieces: Iterable[bytes] | None = None
    raw: Iterable[bytes] | None = None
    pause: float = 0.0
    ends: Literal["kept", "closed", "reset"] = "kept"

    def head(self, length: int | None) -> bytes:
        """The lines before the body; a length of None means chunks."""
        how = {"Transfer-Encoding": "chunked"} if length is None else {"Content-Length": str(length)}
        headers = {"Content-Type": _HTML, **how, **self.headers}
        if self.code == 304:
            headers.pop("Content-Length", None)
        lines = [f"HTTP/1.1 {self.code} As Told", *(f"{name}: {value}" for name, value in headers.items())]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"


Route = Answer | str | bytes | Callable[[Asked], "Answer | str | bytes"]


class Site:
    """The server as tests see it."""

    def __init__(self, scheme: str, host: str) -> None:
        """``host`` with its port."""
        self.scheme = scheme
        self.host = host
        self.hits: Counter[str] = Counter()
        self.asked: list[Asked] = []
        self.is_over = threading.Event()
        self.connections = 0
        self._routes: dict[str, tuple[Route, ...]] = {}
        self._lock = threading.Lock()
        self._busy = 0
        self.most_at_once = 0

    @property
    def port(self) -> int:
        """Its port."""
        return int(self.host.rpartition(":")[2])

    def at(self, path: str, host: str | None = None) -> str:
        """The address of a path; under another name, with ``host``."""
        return f"{self.scheme}://{self.host if host is None else f'{host}:{self.port}'}{path}"

    def put(self, path: str, *routes: Route) -> str:
        """Answer a path, whatever its query; its address. Several answers are given one after the other."""
        self._routes[path] = routes
        return self.at(path)

    def answer(self, path: str, query: str, headers: Mapping[str, str]) -> Answer:
        """What is sent to a request; it is counted."""
        with self._lock:
            self.hits[path] += 1
            asked = Asked(path, query, headers, self.hits[path], time.monotonic())
            self.asked.append(asked)
        routes = self._routes.get(path)
        if routes is None:
            return Answer("<h1>Not Found</h1>", 404)
        route = routes[min(asked.number, len(routes)) - 1]
        made = route(asked) if callable(route) else route
        return made if isinstance(made, Answer) else Answer(made)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """While a request is answered."""
        with self._lock:
            self._busy += 1
            self.most_at_once = max(self.most_at_once, self._busy)
        try:
            yield
        finally:
            with self._lock:
                self._busy -= 1


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def setup(self) -> None:
        self.server.site.connections += 1
        super().setup()

    def do_GET(self) -> None:
        site = self.server.site
        path, _, query = self.path.partition("?")
        with site.busy():
            answer = site.answer(path, query, {name.lower(): value for name, value in self.headers.items()})
            try:
                self._send(answer)
            except (ConnectionError, TimeoutError, ssl.SSLError):
                self.close_connection = True
        if answer.ends != "kept":
            self._end(answer)

    def _send(self, answer: Answer) -> None:
        if answer.raw is not None:
            self._pieces(answer.raw, answer.pause)
            self.close_connection = True
        elif answer.pieces is not None:
            self.wfile.write(answer.head(None))
            self._pieces((b"%x\r\n%b\r\n" % (len(piece), piece) for piece in answer.pieces if piece), answer.pause)
            self.wfile.write(b"0\r\n\r\n")
        else:
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            self.wfile.write(answer.head(len(body) if answer.told is None else answer.told) + body)
            self.close_connection = self.close_connection or answer.told is not None

    def _pieces(self, pieces: Iterable[bytes], pause: float) -> None:
        until = time.monotonic() + _LONGEST
        for piece in pieces:
            self.wfile.write(piece)
            if self.server.site.is_over.wait(pause) or time.monotonic() > until:
                raise ConnectionError

    def _end(self, answer: Answer) -> None:
        self.close_connection = True
        if answer.ends == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    site: Site
    request_queue_size = 128
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients break off: that is what is tested."""


@contextmanager
def served(trust: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site of its own, over TLS if a context is given."""
    server = _Server(("127.0.0.1", 0), _Handler)
    if trust is not None:
        server.socket = trust.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.site = Site("http" if trust is None else "https", f"127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.site.is_over.set()
        server.shutdown()
        server.server_close()
        thread.join()
