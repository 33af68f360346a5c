"""Pages as they come from a real server."""

from __future__ import annotations

import gzip
import threading
import zlib
from datetime import UTC

import pytest

from pipeline.fetch.fetcher import Fetcher
from pipeline.fetch.reasons import Saying, Trouble
from tests.pipeline.fetch.hurried import START, Waits, hurried, trouble_of
from tests.pipeline.fetch.server import Answer, Site, served

PAGE = "<h1>鹿港区结对帮扶</h1><p>双方签订协议，互派教师六名。</p>"


def test_a_page_is_had(site: Site, fetcher: Fetcher) -> None:
    headers = {"ETag": '"a1"', "Last-Modified": "Mon, 03 Mar 2025 00:00:00 GMT", "X-Two": "1"}
    address = site.put("/新闻/a.html", PAGE) and site.at("/新闻/a.html?id=1#top")
    site.put("/%E6%96%B0%E9%97%BB/a.html", Answer(PAGE, headers=headers))
    page = fetcher.get(address)
    assert page.address == address
    assert page.final == site.at("/%E6%96%B0%E9%97%BB/a.html?id=1")
    assert page.steps == (page.final,)
    assert (page.code, page.body.decode()) == (200, PAGE)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["x-two"] == "1"
    assert (page.etag, page.modified) == ('"a1"', "Mon, 03 Mar 2025 00:00:00 GMT")
    assert (page.is_unchanged, page.is_downgraded) == (False, False)
    assert (page.at, page.at.tzinfo) == (START, UTC)


def test_who_asks_is_said(site: Site, fetcher: Fetcher) -> None:
    fetcher.get(site.put("/", PAGE))
    headers = site.asked[0].headers
    assert "jiedui/" in headers["user-agent"]
    assert headers["accept-encoding"] == "gzip, deflate"
    assert headers["host"] == site.host
    assert not {"cookie", "authorization", "referer", "if-none-match", "if-modified-since"} & set(headers)


def test_nothing_of_the_environment_is_used(site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert fetcher.get(site.put("/", PAGE)).code == 200


def test_no_cookie_is_kept(site: Site, fetcher: Fetcher) -> None:
    site.put("/", Answer(PAGE, headers={"Set-Cookie": "a=1"}))
    fetcher.get(site.at("/"))
    fetcher.get(site.at("/"))
    assert "cookie" not in site.asked[1].headers


@pytest.mark.parametrize("encoding", ["gb2312", "gb18030", "big5", "utf-16"])
def test_bytes_are_left_as_they_are(site: Site, fetcher: Fetcher, encoding: str) -> None:
    data = "<p>支教</p>".encode(encoding)
    site.put("/", Answer(data, headers={"Content-Type": f"text/html; charset={encoding}"}))
    page = fetcher.get(site.at("/"))
    assert page.body == data
    assert page.headers["content-type"] == f"text/html; charset={encoding}"


def _raw(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", _raw), ("GZIP", gzip.compress), ("identity", bytes)],
)
def test_bodies_are_decompressed(site: Site, fetcher: Fetcher, encoding: str, pack: object) -> None:
    assert callable(pack)
    data = pack(PAGE.encode())
    site.put("/", Answer(data, headers={"Content-Encoding": encoding}))
    site.put("/pieces", Answer(pieces=[data[:3], data[3:]], headers={"Content-Encoding": encoding}))
    assert fetcher.get(site.at("/")).body == PAGE.encode()
    assert fetcher.get(site.at("/pieces")).body == PAGE.encode()


REASONS: list[tuple[Answer, Trouble, Saying]] = [
    (Answer(code=404), "not-found", "not-found"),
    (Answer(code=410), "not-found", "not-found"),
    (Answer(code=400), "http-error", "http-error"),
    (Answer(code=401), "http-error", "http-error"),
    (Answer("<h1>403 Forbidden</h1>", 403), "http-error", "http-error"),
    (Answer(code=300), "http-error", "http-error"),
    (Answer(code=304), "http-error", "http-error"),
    (Answer(PAGE, 206), "http-error", "http-error"),
    (Answer(code=500), "http-error", "http-error"),
    (Answer(code=501), "http-error", "http-error"),
    (Answer(code=429), "too-many-requests", "too-many-requests"),
    (Answer(code=412), "blocked", "blocked"),
    (Answer(code=521), "blocked", "blocked"),
    (Answer("<script>document.cookie='a=1';location.reload()</script>"), "blocked", "blocked"),
    (Answer("<title>安全验证</title><body>请完成安全验证后继续访问</body>"), "blocked", "blocked"),
    (Answer("<body>您的访问已被网站防火墙拦截</body>", 403), "blocked", "blocked"),
    (Answer(b"not gzip", headers={"Content-Encoding": "gzip"}), "bad-body", "broken-body"),
    (Answer(gzip.compress(PAGE.encode())[:-4], headers={"Content-Encoding": "gzip"}), "bad-body", "broken-body"),
    (Answer(PAGE, headers={"Content-Encoding": "br"}), "bad-body", "unknown-encoding"),
    (Answer(code=302), "bad-redirect", "redirect-without-address"),
    (Answer(code=999), "http-error", "http-error"),
    (Answer(raw=[b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"]), "no-answer", "broken-off"),
]


@pytest.mark.parametrize(("answer", "reason", "saying"), REASONS)
def test_trouble_has_a_reason_and_a_sentence(site: Site, fetcher: Fetcher, answer: Answer, reason: Trouble, saying: Saying) -> None:
    trouble = trouble_of(fetcher, site.put("/a", answer))
    assert (trouble.reason, trouble.saying) == (reason, saying)
    assert "127.0.0.1" in trouble.message
    assert "{" not in trouble.message


@pytest.mark.parametrize("code", [200, 201, 203])
def test_what_succeeds_is_a_page(site: Site, fetcher: Fetcher, code: int) -> None:
    assert fetcher.get(site.put("/", Answer(PAGE, code))).code == code


@pytest.mark.parametrize("code", [404, 500, 403])
def test_what_an_error_sends_with_it_does_not_matter(site: Site, fetcher: Fetcher, code: int) -> None:
    site.put("/broken", Answer(b"not gzip", code, headers={"Content-Encoding": "gzip"}))
    site.put("/endless", Answer(code=code, pieces=(b"a" * 1_000 for _ in range(10_000))))
    site.put("/huge", Answer("a", code, told=10**12))
    for path in ("/broken", "/endless", "/huge"):
        assert trouble_of(fetcher, site.at(path)).facts["code"] == str(code)


def test_what_is_unchanged_is_not_sent_again(site: Site, fetcher: Fetcher) -> None:
    site.put(
        "/", lambda asked: Answer(code=304) if asked.headers.get("if-none-match") == '"a1"' else Answer(PAGE, headers={"ETag": '"a2"'})
    )
    same = fetcher.get(site.at("/"), etag='"a1"', modified="Mon, 03 Mar 2025 00:00:00 GMT")
    assert (same.is_unchanged, same.code, same.body) == (True, 304, b"")
    assert (same.etag, same.modified) == ('"a1"', "Mon, 03 Mar 2025 00:00:00 GMT")
    assert site.asked[0].headers["if-modified-since"] == "Mon, 03 Mar 2025 00:00:00 GMT"
    other = fetcher.get(site.at("/"), etag='"a0"')
    assert (other.is_unchanged, other.etag, other.modified) == (False, '"a2"', None)
    assert "if-modified-since" not in site.asked[1].headers


@pytest.mark.parametrize("etag", ['"a"\r\nX-Other: 1', "", '"中"', '"a\x00"', '"' + "a" * 2_000 + '"'])
def test_a_mark_that_no_header_can_carry_is_left_out(site: Site, fetcher: Fetcher, etag: str) -> None:
    site.put("/", PAGE)
    assert fetcher.get(site.at("/"), etag=etag).code == 200
    assert not {"if-none-match", "x-other"} & set(site.asked[0].headers)


def test_connections_are_kept(site: Site, fetcher: Fetcher) -> None:
    peers = set()
    site.put("/", lambda asked: asked.query)
    for number in range(5):
        page = fetcher.get(site.at(f"/?{number}"))
        peers.add(page.body)
    assert len(peers) == 5
    assert site.connections == 1


def test_a_kept_connection_may_have_been_closed(site: Site) -> None:
    waits = Waits()
    site.put("/", Answer(PAGE, ends="closed"))
    with hurried(site, waits) as fetcher:
        for _ in range(4):
            assert fetcher.get(site.at("/")).code == 200
    assert site.hits["/"] == 4
    assert waits.slept == []


def test_a_kept_connection_may_be_closed_as_it_is_used(site: Site) -> None:
    waits = Waits()
    site.put("/", PAGE, Answer(raw=[], ends="closed"), PAGE)
    with hurried(site, waits) as fetcher:
        assert [fetcher.get(site.at("/")).code for _ in range(2)] == [200, 200]
    assert (site.hits["/"], site.connections, waits.slept) == (3, 2, [])


def test_a_server_that_resets_is_asked_again(site: Site) -> None:
    waits = Waits()
    site.put("/", Answer(raw=[], ends="reset"), Answer(raw=[], ends="reset"), PAGE)
    with hurried(site, waits) as fetcher:
        assert fetcher.get(site.at("/")).code == 200
    assert (site.hits["/"], waits.slept) == (3, [1.0, 2.0])


@pytest.mark.parametrize(
    "raw", [[], [b"HTTP/1.1 200 OK\r\nContent-"], [b"SSH-2.0-OpenSSH\r\n\r\n"], [b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 50_000]]
)
def test_what_is_no_answer(site: Site, fetcher: Fetcher, raw: list[bytes]) -> None:
    trouble = trouble_of(fetcher, site.put("/", Answer(raw=raw, ends="closed")))
    assert (trouble.reason, trouble.saying) == ("no-answer", "broken-off")
    assert site.hits["/"] == 3


@pytest.mark.parametrize("answer", [Answer(PAGE, told=10_000, ends="closed"), Answer(PAGE, told=10_000, ends="reset")])
def test_what_comes_in_part_only(site: Site, fetcher: Fetcher, answer: Answer) -> None:
    trouble = trouble_of(fetcher, site.put("/", answer))
    assert (trouble.reason, trouble.saying) == ("bad-body", "cut-short")
    assert site.hits["/"] == 3


def test_a_body_behind_its_length_is_not_read(site: Site, fetcher: Fetcher) -> None:
    site.put("/", Answer(PAGE, told=4), PAGE)
    assert fetcher.get(site.at("/")).body == b"<h1>"
    assert fetcher.get(site.at("/")).body == PAGE.encode()


def test_nobody_is_there() -> None:
    with served() as site:
        address = site.at("/")
        fetcher = hurried(site)
    with fetcher:
        trouble = trouble_of(fetcher, address)
    assert (trouble.reason, trouble.saying) == ("no-answer", "no-answer")


def test_threads_share_a_fetcher(site: Site) -> None:
    site.put("/", lambda asked: asked.query * 1_000)
    got: dict[int, bytes] = {}

    def get(number: int) -> None:
        for _ in range(20):
            got[number] = fetcher.get(site.at(f"/?{number}")).body

    with hurried(site) as fetcher:
        threads = [threading.Thread(target=get, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert got == {number: str(number).encode() * 1_000 for number in range(8)}
    assert site.hits["/"] == 160
    assert site.connections <= 8
