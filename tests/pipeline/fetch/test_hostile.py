"""Servers that mean no good: slow, endless, swollen, and elsewhere than they say."""

from __future__ import annotations

import gzip
import itertools
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator, Sequence

import httpcore
import pytest

from pipeline.fetch.allowed import Allowed, read_allowed
from pipeline.fetch.connecting import Connector
from pipeline.fetch.fetcher import Fetcher
from pipeline.fetch.limits import MAX_BODY, Deadlines
from pipeline.fetch.trouble import FetchTrouble
from tests.pipeline.fetch.hurried import hurried, names, trouble_of
from tests.pipeline.fetch.server import Answer, Site

BRIEF = Deadlines(connect=1.0, read=0.3, whole=0.8)


def _zeros(count: int) -> bytes:
    return gzip.compress(bytes(count))


# sizes


def test_a_body_may_be_as_large_as_allowed(site: Site) -> None:
    site.put("/plain", Answer(bytes(MAX_BODY)))
    site.put("/packed", Answer(_zeros(MAX_BODY), headers={"Content-Encoding": "gzip"}))
    with hurried(site, deadlines=Deadlines()) as fetcher:
        assert len(fetcher.get(site.at("/plain")).body) == MAX_BODY == 15 * 1024 * 1024
        assert len(fetcher.get(site.at("/packed")).body) == MAX_BODY


NOTHING = b"\x00\x00\x00\xff\xff" * 20_000
"""Blocks of deflate that become no byte at all."""
TOO_LARGE = [
    Answer(bytes(MAX_BODY + 1)),
    Answer(pieces=itertools.repeat(bytes(100_000), 200)),
    Answer(_zeros(MAX_BODY + 1), headers={"Content-Encoding": "gzip"}),
    Answer(_zeros(MAX_BODY * 20), headers={"Content-Encoding": "gzip"}),
    Answer(pieces=itertools.repeat(_zeros(10_000_000), 10), headers={"Content-Encoding": "gzip"}),
    Answer(pieces=itertools.repeat(NOTHING, 200), headers={"Content-Encoding": "deflate"}),
]


@pytest.mark.parametrize("number", range(len(TOO_LARGE)))
def test_a_body_may_be_no_larger(site: Site, number: int) -> None:
    site.put("/", TOO_LARGE[number])
    with hurried(site, deadlines=Deadlines()) as fetcher:
        trouble = trouble_of(fetcher, site.at("/"))
    assert (trouble.reason, site.hits["/"]) == ("too-large", 1)
    assert "15 MB" in trouble.message


def test_what_says_that_it_is_too_large_is_not_read(site: Site, fetcher: Fetcher) -> None:
    site.put("/", Answer("a", told=MAX_BODY + 1))
    assert trouble_of(fetcher, site.at("/")).reason == "too-large"


def test_an_endless_body_ends(site: Site) -> None:
    site.put("/", Answer(pieces=itertools.repeat(bytes(64_000))))
    with hurried(site, deadlines=Deadlines()) as fetcher:
        assert trouble_of(fetcher, site.at("/")).reason == "too-large"
        # the connection is not one to ask again
        site.put("/b", "<p>b</p>")
        assert fetcher.get(site.at("/b")).code == 200


# times


def _drip(text: bytes) -> Iterator[bytes]:
    return (text[at : at + 1] for at in range(len(text)))


SLOW = [
    Answer(pieces=itertools.repeat(b"a"), pause=0.05),
    Answer(raw=_drip(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 100), pause=0.05),
    Answer(raw=itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n"), pause=0.05),
    Answer(raw=[b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", b"a"], pause=5.0),
    Answer(raw=[b"", b""], pause=5.0),
    Answer(pieces=_drip(gzip.compress(bytes(10)) * 100), headers={"Content-Encoding": "gzip"}, pause=0.05),
]


@pytest.mark.parametrize("number", range(len(SLOW)))
def test_no_drip_outlives_the_deadline(site: Site, number: int) -> None:
    site.put("/", SLOW[number])
    began = time.monotonic()
    with hurried(site, deadlines=BRIEF) as fetcher:
        trouble = trouble_of(fetcher, site.at("/"))
    assert (trouble.reason, trouble.saying) == ("timed-out", "timed-out")
    # all tries together; a drip would last for 20 seconds, five pauses for 25
    assert time.monotonic() - began < 5 * BRIEF.whole


def test_redirects_and_tries_share_the_time(site: Site) -> None:
    for number in range(6):
        site.put(
            f"/{number}",
            Answer(raw=_drip(f"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /{number + 1}\r\n\r\n".encode()), pause=0.01),
        )
    with hurried(site, deadlines=Deadlines(read=0.3, whole=1.2)) as fetcher:
        assert trouble_of(fetcher, site.at("/0")).reason == "timed-out"
    assert site.hits["/5"] == 0


def test_a_resolver_may_hang() -> None:
    release = threading.Event()

    def hang(host: str, _: int) -> Sequence[str]:
        release.wait(20)
        return [host]

    with hurried(deadlines=BRIEF, resolver=hang) as fetcher:
        assert trouble_of(fetcher, "http://jyj.example/").reason == "timed-out"
    release.set()


def test_a_port_may_not_answer() -> None:
    with socket.socket() as listener:
        # it takes no connection from its queue, and the queue is full
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        host = f"127.0.0.1:{listener.getsockname()[1]}"
        with hurried(allowed=[host], deadlines=BRIEF) as fetcher:
            assert trouble_of(fetcher, f"http://{host}/").reason == "timed-out"


# names


def test_a_name_is_looked_up_and_asked_for(site: Site) -> None:
    site.put("/", lambda asked: asked.headers["host"])
    with hurried(allowed=["jyj.example"], resolver=names({"jyj.example": ["127.0.0.1"]})) as fetcher:
        assert fetcher.get(site.at("/", "JYJ.example")).body.decode() == f"jyj.example:{site.port}"


@pytest.mark.parametrize(
    "addresses",
    [
        ["127.0.0.1"],
        ["8.8.8.8", "127.0.0.1"],
        ["127.0.0.1", "8.8.8.8"],
        ["2400:3200::1", "::1"],
        ["::ffff:127.0.0.1"],
        ["10.1.1.1"],
        ["fd00::1"],
        ["8.8.8.8"] * 9 + ["127.0.0.1"],
    ],
)
def test_a_name_that_leads_into_our_network_is_refused(site: Site, addresses: list[str]) -> None:
    with hurried(resolver=names({"jyj.example": addresses})) as fetcher:
        trouble = trouble_of(fetcher, site.at("/", "jyj.example"))
    assert (trouble.reason, trouble.saying) == ("refused-address", "private-address")
    assert "jyj.example" in trouble.message
    assert site.hits.total() == 0


@pytest.mark.parametrize("address", "169.254.169.254 0.0.0.0 :: fe80::1%1 64:ff9b::7f00:1 2002:7f00:1:: 224.0.0.1".split())
def test_even_an_allowed_name_may_not_lead_to_these(site: Site, address: str) -> None:
    with hurried(allowed=["jyj.example"], resolver=names({"jyj.example": [address]})) as fetcher:
        assert trouble_of(fetcher, site.at("/", "jyj.example")).saying == "special-address"


class _Recorded(httpcore.NetworkBackend):
    """Notes what it is asked to connect to, and connects to a site instead: there is no public address in a test."""

    def __init__(self, site: Site) -> None:
        self.connected: list[str] = []
        self.timeouts: list[float | None] = []
        self._site = site
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        self.connected.append(f"{host}:{port}")
        self.timeouts.append(timeout)
        if host == "9.9.9.9":
            raise httpcore.ConnectError
        return self._inner.connect_tcp("127.0.0.1", self._site.port, timeout, local_address, socket_options)


def test_a_name_that_rebinds_is_asked_where_it_was_judged(site: Site) -> None:
    asked: list[str] = []

    def rebinding(host: str, _: int) -> Sequence[str]:
        asked.append(host)
        return ["8.8.8.8"] if len(asked) == 1 else ["127.0.0.1"]

    backend = _Recorded(site)
    connector = Connector(Allowed(), rebinding, backend)
    site.put("/", Answer("<p>一</p>", headers={"Connection": "close"}, ends="closed"))
    with httpcore.ConnectionPool(network_backend=connector) as pool:
        assert pool.request("GET", "http://jyj.example/").status == 200
        assert (asked, backend.connected) == (["jyj.example"], ["8.8.8.8:80"])
        with pytest.raises(FetchTrouble) as caught:
            pool.request("GET", "http://jyj.example/")
    assert caught.value.reason == "refused-address"
    assert backend.connected == ["8.8.8.8:80"]


def test_the_next_address_is_tried(site: Site) -> None:
    backend = _Recorded(site)
    site.put("/", "<p>一</p>")
    connector = Connector(Allowed(), names({"jyj.example": ["9.9.9.9", "8.8.8.8"]}), backend)
    with httpcore.ConnectionPool(network_backend=connector) as pool:
        assert pool.request("GET", "http://jyj.example:8080/", extensions={"timeout": {"connect": 8.0}}).status == 200
    assert backend.connected == ["9.9.9.9:8080", "8.8.8.8:8080"]
    # the first one may not use up the time of the second
    first, second = backend.timeouts
    assert first is not None
    assert second is not None
    assert first <= 4.0 < second <= 8.0


def test_one_source_does_not_open_a_host_to_another(site: Site) -> None:
    site.put("/", "<p>内网</p>")
    with hurried(resolver=names({"oa.example": ["127.0.0.1"]})) as fetcher:
        assert fetcher.get(site.at("/", "oa.example"), allowed=["oa.example"]).code == 200
        # the connection is still there
        assert trouble_of(fetcher, site.at("/", "oa.example")).reason == "refused-address"
        assert trouble_of(fetcher, site.at("/", "oa.example"), allowed=["other.example"]).reason == "refused-address"
    assert site.hits["/"] == 1


@pytest.mark.parametrize(("code", "tries"), [(socket.EAI_NONAME, 1), (socket.EAI_AGAIN, 3)])
def test_there_is_no_such_host(code: int, tries: int) -> None:
    asked: list[str] = []

    def unknown(host: str, _: int) -> Sequence[str]:
        asked.append(host)
        raise socket.gaierror(code, "unknown")

    with hurried(resolver=unknown) as fetcher:
        trouble = trouble_of(fetcher, "http://nirgends.example/a")
    assert (trouble.reason, len(asked)) == ("no-such-host", tries)
    assert "nirgends.example" in trouble.message


@pytest.mark.parametrize("addresses", [[], ["jyj.example"], ["127.1"]])
def test_a_resolver_that_gives_no_address(addresses: list[str]) -> None:
    with hurried(resolver=names({"jyj.example": addresses})) as fetcher:
        assert trouble_of(fetcher, "http://jyj.example/").reason == "no-such-host"


def test_the_connector_judges_what_nobody_judged_before() -> None:
    connector = Connector(read_allowed(["127.0.0.1:1"]), names({}))
    for host in ("127.0.0.1", "::1", "0.0.0.0"):  # noqa: S104 - refused
        with pytest.raises(FetchTrouble):
            connector.connect_tcp(host, 80)


@pytest.mark.parametrize("host", ["169.254.169.254", "0.0.0.0", "[::]", "[fe80::1]", "255.255.255.255"])  # noqa: S104 - refused
def test_nobody_can_allow_what_is_no_server(host: str) -> None:
    with hurried(allowed=[host]) as fetcher:
        assert trouble_of(fetcher, f"http://{host}/").saying == "special-address"


def test_a_server_may_speak_no_tls(site: Site) -> None:
    site.put("/", "<p>一</p>")
    with hurried(site, trust=ssl.create_default_context()) as fetcher:
        trouble = trouble_of(fetcher, site.at("/").replace("http:", "https:"))
    assert trouble.reason == "no-secure-connection"
