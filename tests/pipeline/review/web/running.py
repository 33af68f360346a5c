"""A real server of the review on loopback, and a client that shows what the page shows: its token, its origin."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from pipeline.messages import Lang
from pipeline.review.page_images import PageImages
from pipeline.review.web.app import server_of
from pipeline.review.web.safety import Safety, hosts_of
from pipeline.review.web.site import Site
from pipeline.store.place import address_of, engine_of
from pipeline.store.upgrade import ready

_TOKEN = re.compile(r'<meta name="jiedui-token" content="([^"]+)">')


@dataclass
class Running:
    """A server at ``address``."""

    address: str
    safety: Safety
    images: PageImages
    _clients: list[httpx.Client] = field(default_factory=list)

    @property
    def host(self) -> str:
        return self.address.removeprefix("http://")

    def client(self, name: str | None = None) -> httpx.Client:
        """A browser of its own, in which the page has been opened; ``name`` is who sits before it."""
        client = httpx.Client(base_url=self.address, timeout=60, trust_env=False)
        self._clients.append(client)
        token = _TOKEN.search(client.get("/").text)
        assert token is not None
        client.headers.update({"origin": self.address, "sec-fetch-site": "same-origin", "x-jiedui-token": token[1]})
        if name is not None:
            client.post("/api/name", json={"name": name}).raise_for_status()
        return client

    def bare(self) -> httpx.Client:
        """A client that shows nothing."""
        client = httpx.Client(base_url=self.address, timeout=60, trust_env=False)
        self._clients.append(client)
        return client

    def close(self) -> None:
        for client in self._clients:
            client.close()


@contextmanager
def running(
    place: Path, *, access: str | None = None, lang: Lang = "zh", name: str | None = None, images: PageImages | None = None
) -> Iterator[Running]:
    """Serve the store at ``place``; with ``access`` as if other machines could come."""
    engine = ready(engine_of(address_of(str(place))))
    bound = socket.create_server(("127.0.0.1", 0))
    port = bound.getsockname()[1]
    safety = Safety(hosts_of("127.0.0.1"), port, access, is_open=access is not None)
    drawn = images or PageImages()
    server = server_of(Site(engine, safety, drawn, lang, name))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    served = Running(f"http://127.0.0.1:{port}", safety, drawn)
    try:
        yield served
    finally:
        served.close()
        server.should_exit = True
        thread.join(10)
        bound.close()
        drawn.close()
        engine.dispose()


@contextmanager
def serving(place: Path) -> Iterator[httpx.Client]:
    """One browser before a server of its own."""
    with running(place) as server:
        yield server.client()
