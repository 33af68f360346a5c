"""Ways that lead on: each step is judged, and there are five at most."""

from __future__ import annotations

import pytest

from pipeline.fetch.fetcher import Fetcher
from pipeline.fetch.pace import Pace
from tests.pipeline.fetch.hurried import hurried, names, trouble_of
from tests.pipeline.fetch.server import Answer, Site, served


def _to(where: str, code: int = 302) -> Answer:
    return Answer(code=code, headers={"Location": where})


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(site: Site, fetcher: Fetcher, code: int) -> None:
    site.put("/a/old.html", _to("../b/new.html?x=1#top", code))
    site.put("/b/new.html", "<p>新址</p>")
    page = fetcher.get(site.at("/a/old.html"))
    assert page.final == site.at("/b/new.html?x=1")
    assert page.steps == (site.at("/a/old.html"), page.final)
    assert page.address == site.at("/a/old.html")
    assert page.body == "<p>新址</p>".encode()


@pytest.mark.parametrize(
    "page",
    [
        '<meta http-equiv="refresh" content="0;url=b.html">',
        '<script>window.location.href="b.html"</script>',
        '<script>location.replace("/b.html")</script>',
    ],
)
def test_a_page_that_leads_on_is_followed(site: Site, fetcher: Fetcher, page: str) -> None:
    site.put("/a.html", page)
    site.put("/b.html", "<p>到了</p>")
    assert fetcher.get(site.at("/a.html")).steps == (site.at("/a.html"), site.at("/b.html"))


def test_a_page_that_renews_itself_is_a_page(site: Site, fetcher: Fetcher) -> None:
    site.put("/a.html", '<meta http-equiv="refresh" content="5;url=a.html#x"><p>首页</p>')
    assert fetcher.get(site.at("/a.html")).steps == (site.at("/a.html"),)


@pytest.mark.parametrize("raw", ["/b.html?名=值", "/b.html?%E5%90%8D=%E5%80%BC"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_bytes_of_a_redirect_are_handed_on(site: Site, fetcher: Fetcher, raw: str, encoding: str) -> None:
    site.put("/a", Answer(raw=[b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + raw.encode(encoding) + b"\r\n\r\n"]))
    site.put("/b.html", lambda asked: asked.query)
    query = raw.partition("?")[2].encode(encoding)
    expected = query if query.isascii() else "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in query).encode()
    assert fetcher.get(site.at("/a")).body == expected


def test_five_steps_and_no_more(site: Site, fetcher: Fetcher) -> None:
    for number in range(6):
        site.put(f"/{number}", _to(f"/{number + 1}") if number % 2 else f'<script>location.href="/{number + 1}"</script>')
    site.put("/6", "<p>到了</p>")
    assert len(fetcher.get(site.at("/1")).steps) == 6
    trouble = trouble_of(fetcher, site.at("/0"))
    assert (trouble.reason, trouble.saying) == ("bad-redirect", "too-many-redirects")
    assert site.hits["/6"] == 1


@pytest.mark.parametrize("way", [["/0"], ["/1", "/0"], ["/1", "/2", "/1"], ["/0#top"]])
def test_circles_are_seen_at_once(site: Site, fetcher: Fetcher, way: list[str]) -> None:
    for number, where in enumerate(way):
        site.put(f"/{number}", _to(where))
    trouble = trouble_of(fetcher, site.at("/0"))
    assert (trouble.reason, trouble.saying) == ("bad-redirect", "redirects-in-circles")
    assert site.hits.total() == len(way)


@pytest.mark.parametrize(
    "where",
    [
        "http://127.0.0.1:1/",
        "http://127.1/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://localhost/",
        "http://169.254.169.254/latest/",
        "http://10.0.0.1/",
        "//0x7f000001/",
        "file:///etc/hostname",
        "ftp://jyj.example/",
        "javascript:alert(1)",
        "http://user@127.0.0.1/",
        "http://[::1",
    ],
)
def test_no_step_leads_into_our_network(site: Site, fetcher: Fetcher, where: str) -> None:
    site.put("/redirect", _to(where))
    site.put("/refresh", f'<meta http-equiv="refresh" content="0;url={where}">')
    site.put("/script", f'<script>location.href="{where}"</script>')
    for path in ("/redirect", "/refresh", "/script"):
        assert trouble_of(fetcher, site.at(path)).reason == "refused-address"


def test_another_port_of_an_allowed_host_is_not_allowed(site: Site, fetcher: Fetcher) -> None:
    with served() as other:
        other.put("/secret", "<p>内部</p>")
        site.put("/", _to(other.at("/secret")))
        assert trouble_of(fetcher, site.at("/")).reason == "refused-address"
        assert other.hits.total() == 0
        with hurried(allowed=["127.0.0.1"]) as wider:
            assert wider.get(site.at("/")).final == other.at("/secret")


def test_conditions_are_for_their_own_address(site: Site, fetcher: Fetcher) -> None:
    site.put("/a", _to("/b"))
    site.put("/b", lambda asked: Answer(code=304) if "if-none-match" in asked.headers else "<p>新</p>")
    page = fetcher.get(site.at("/a"), etag='"1"', modified="Mon, 03 Mar 2025 00:00:00 GMT")
    assert (page.is_unchanged, page.code) == (False, 200)
    assert site.asked[0].headers["if-none-match"] == '"1"'
    assert not {"if-none-match", "if-modified-since"} & set(site.asked[1].headers)


def test_304_from_another_address_is_no_page(site: Site, fetcher: Fetcher) -> None:
    site.put("/a", _to("/b"))
    site.put("/b", Answer(code=304))
    assert trouble_of(fetcher, site.at("/a"), etag='"1"').reason == "http-error"


def test_where_a_way_ends_is_what_counts(site: Site, fetcher: Fetcher) -> None:
    site.put("/a", _to("/gone"))
    trouble = trouble_of(fetcher, site.at("/a"))
    assert (trouble.reason, trouble.facts["address"]) == ("not-found", site.at("/gone"))
    site.put("/b", _to("/wall"))
    site.put("/wall", "<body>请完成安全验证后继续访问</body>")
    assert trouble_of(fetcher, site.at("/b")).reason == "blocked"


def test_every_step_keeps_robots(site: Site) -> None:
    with served() as other:
        site.put("/robots.txt", "User-agent: *\nDisallow:")
        other.put("/robots.txt", "User-agent: *\nDisallow: /private")
        site.put("/a", _to(other.at("/private/a")))
        site.put("/b", _to(other.at("/b")))
        other.put("/b", "<p>可以</p>")
        with hurried(allowed=["127.0.0.1"], pace=Pace(0)) as fetcher:
            assert trouble_of(fetcher, site.at("/a")).reason == "forbidden"
            assert fetcher.get(site.at("/b")).code == 200
        assert other.hits == {"/robots.txt": 1, "/b": 1}


def test_a_way_to_another_host(site: Site) -> None:
    resolver = names({"a.example": ["127.0.0.1"], "b.example": ["127.0.0.1"]})
    site.put("/a", _to(site.at("/b", "b.example")))
    site.put("/b", lambda asked: asked.headers["host"])
    with hurried(resolver=resolver, allowed=["a.example", "b.example"]) as fetcher:
        page = fetcher.get(site.at("/a", "a.example"))
    assert page.body.decode() == f"b.example:{site.port}"
