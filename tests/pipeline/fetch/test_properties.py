"""Whatever comes: an address, a body, a robots.txt, a page. Nothing but what is promised is raised."""

from __future__ import annotations

import contextlib
import gzip
import zlib

import httpx
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.fetch.addresses import Address, follow, parse_address, read_address
from pipeline.fetch.allowed import Allowed, read_allowed
from pipeline.fetch.blocked import is_blocked
from pipeline.fetch.hops import find_hop
from pipeline.fetch.inflate import BrokenError, Inflated, TooMuchError
from pipeline.fetch.networks import read_ip, standing
from pipeline.fetch.robots import read_rules
from pipeline.fetch.trouble import FetchTrouble
from pipeline.printable import escaped
from schemas.errors import JieduiError
from tests.pipeline.fetch.make_exchange import answered

BUSY = settings(deadline=None)  # the machine may be busy
_ODD = ["０", "。", "\t", "\x00", "\ud800"]
PARTS = st.sampled_from(
    [
        *"http:// https:// // / : @ [ ] . .. %2e % %00 ? # & = ; \\ { 127 0x7f 1 127.1 localhost ::1 fe80::1 .example jyj 教育 xn-- 80".split(
            " "
        ),
        *_ODD,
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PARTS, max_size=12).map("".join),
    st.lists(PARTS, max_size=12).map(lambda parts: "http://" + "".join(parts)),
)


def _read(text: str) -> Address | FetchTrouble:
    try:
        return parse_address(text)
    except FetchTrouble as trouble:
        return trouble


@BUSY
@given(TEXTS)
@example("http://[v1.a]/")
@example("http://xn--/")
@example("http://xn--a.example/")
@example("http://a" + "\u0301" * 300 + ".example/")
def test_an_address_is_read_or_refused(text: str) -> None:
    address = _read(text)
    if isinstance(address, FetchTrouble):
        assert address.reason == "refused-address"
        assert address.message == escaped(address.message)
        return
    canonical = str(address)
    assert canonical.isascii()
    assert parse_address(canonical) == address
    url = httpx.URL(canonical)
    assert str(url) == canonical
    assert (url.raw_host.decode(), url.port or {"http": 80, "https": 443}[url.scheme]) == (address.host, address.port)


@BUSY
@given(TEXTS)
def test_what_is_not_refused_is_public_or_a_name(text: str) -> None:
    with contextlib.suppress(FetchTrouble):
        ip = read_ip(read_address(text, Allowed()).host)
        assert ip is None or standing(ip) == "public"


@BUSY
@given(TEXTS)
def test_a_link_is_followed_or_refused(link: str) -> None:
    with contextlib.suppress(FetchTrouble):
        assert str(follow(parse_address("http://jyj.example/a/b"), link, Allowed())).startswith(("http://", "https://"))


@BUSY
@given(st.text(max_size=30))
def test_a_host_is_allowed_or_no_host(entry: str) -> None:
    with contextlib.suppress(JieduiError):
        assert len(read_allowed([entry]).hosts) == 1


@BUSY
@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "", "gzip, gzip", "br"]), st.integers(1, 40))
def test_a_body_is_read_or_broken(data: bytes, encoding: str, step: int) -> None:
    with contextlib.suppress(BrokenError, TooMuchError):
        inflated = Inflated("gzip" if "," in encoding or encoding == "br" else encoding, 100)
        for at in range(0, len(data), step):
            inflated.feed(data[at : at + step])
        assert len(inflated.finish()) <= 100


@BUSY
@given(st.lists(st.binary(max_size=200), max_size=4), st.integers(1, 40))
def test_what_was_packed_is_unpacked(parts: list[bytes], step: int) -> None:
    whole = b"".join(parts)
    for encoding, data in (("gzip", b"".join(map(gzip.compress, parts))), ("deflate", zlib.compress(whole))):
        inflated = Inflated(encoding, len(whole))
        for at in range(0, len(data), step):
            inflated.feed(data[at : at + step])
        assert inflated.finish() == whole


LINES = st.sampled_from(
    "User-agent: *|Disallow: /|Disallow: //[|Disallow: http://[|Allow: *$|Disallow: %|Disallow: ?|Crawl-delay: 1e999|Request-rate: 1/0|Sitemap: x|"
    "Visit-time: 9|User-agent|: |Disallow: \x00|Host: [".split("|")
)


@BUSY
@given(st.one_of(st.binary(max_size=200), st.lists(LINES, max_size=8).map(lambda lines: "\n".join(["User-agent: *", *lines]).encode())))
def test_a_robots_txt_is_read(data: bytes) -> None:
    rules = read_rules(data)
    assert 0 <= rules.delay <= 30
    with contextlib.suppress(FetchTrouble):
        rules.check(parse_address("http://jyj.example/a[b]?c=%zz"))


PIECES = st.sampled_from(
    "<script> </script> <noscript> </noscript> <title> <p> <body> <meta http-equiv=refresh content='0;url= ' > location.href='/a'"
    " document.cookie= 安全验证 请完成验证 eval( $_ts= _0x1a2b3c <template> <svg> <frameset> \x00 <!-- --> <textarea>".split(" ")
)


@BUSY
@given(
    st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=15).map(lambda pieces: " ".join(pieces).encode())),
    st.sampled_from([200, 403, 503]),
)
def test_a_page_is_looked_at(data: bytes, code: int) -> None:
    exchange = answered(data, code)
    assert isinstance(is_blocked(exchange), bool)
    hop = find_hop(exchange)
    assert hop is None or (hop.is_page and hop.link)
