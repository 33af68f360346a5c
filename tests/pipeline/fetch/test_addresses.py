"""Addresses: their canonical form, and which of them nobody gets us to ask."""

from __future__ import annotations

import httpx
import pytest

from pipeline.fetch.addresses import follow, parse_address, read_address
from pipeline.fetch.allowed import Allowed, read_allowed
from pipeline.fetch.reasons import Saying
from pipeline.fetch.trouble import FetchTrouble
from schemas.errors import JieduiError

NOBODY = Allowed()

CANONICAL = [
    ("http://jyj.example", "http://jyj.example/"),
    ("HTTP://JYJ.Example:80/A", "http://jyj.example/A"),
    ("https://jyj.example:443/", "https://jyj.example/"),
    ("http://jyj.example:8080/a?b=1#c", "http://jyj.example:8080/a?b=1"),
    ("http://jyj.example:/a", "http://jyj.example/a"),
    ("  http://jyj.example/a\r\n", "http://jyj.example/a"),
    ("http://jyj.example./a", "http://jyj.example/a"),
    ("http://jy_j.example/", "http://jy_j.example/"),
    ("http://鹿港教育.example/", "http://xn--wcvp0ri5p281a.example/"),
    ("http://jyj。example/", "http://jyj.example/"),
    ("http://ＪＹＪ.example/", "http://jyj.example/"),
    ("http://jyj.example/结对 帮扶.html", "http://jyj.example/%E7%BB%93%E5%AF%B9%20%E5%B8%AE%E6%89%B6.html"),
    ("http://jyj.example/%BD%E1%B6%D4.html", "http://jyj.example/%BD%E1%B6%D4.html"),
    ("http://jyj.example/100%.html", "http://jyj.example/100%.html"),
    ("http://jyj.example/a/../b/./c", "http://jyj.example/b/c"),
    ("http://jyj.example/a/b/..", "http://jyj.example/a/"),
    ("http://jyj.example/../../a", "http://jyj.example/a"),
    ("http://jyj.example/a/%2e%2E/b", "http://jyj.example/b"),
    ("http://jyj.example/a/.", "http://jyj.example/a/"),
    ("http://jyj.example//a//b", "http://jyj.example//a//b"),
    ("http://jyj.example/a\\b.html", "http://jyj.example/a/b.html"),
    ("http://jyj.example/a?u=http://x.example/?q", "http://jyj.example/a?u=http://x.example/?q"),
    ("http://jyj.example/a;jsessionid=1?x=[1]&y={2}", "http://jyj.example/a;jsessionid=1?x=[1]&y={2}"),
    ("http://jyj.example/{a}", "http://jyj.example/%7Ba%7D"),
    ("http://8.8.8.8/a", "http://8.8.8.8/a"),
    ("http://[2400:3200::1]:8080/a", "http://[2400:3200::1]:8080/a"),
    ("http://[2400:3200:0:0::0001]/", "http://[2400:3200::1]/"),
]


@pytest.mark.parametrize(("written", "canonical"), CANONICAL)
def test_an_address_has_one_form(written: str, canonical: str) -> None:
    address = read_address(written, NOBODY)
    assert str(address) == canonical
    assert parse_address(canonical) == address


@pytest.mark.parametrize("canonical", [canonical for _, canonical in CANONICAL])
def test_httpx_asks_for_what_was_judged(canonical: str) -> None:
    assert str(httpx.URL(canonical)) == canonical
    assert httpx.URL(canonical).raw_host.decode() == parse_address(canonical).host


REFUSED: list[tuple[str, Saying]] = [
    # no page of the web
    ("ftp://jyj.example/a", "not-web"),
    ("file:///etc/hostname", "not-web"),
    ("javascript:alert(1)", "not-web"),
    ("data:text/html,a", "not-web"),
    ("//jyj.example/a", "not-web"),
    ("jyj.example/a", "not-web"),
    ("", "not-web"),
    # no address
    ("http://", "bad-address"),
    ("http:///a", "bad-address"),
    ("http://jyj.example:80a/", "bad-address"),
    ("http://jyj.example:-1/", "bad-address"),
    ("http://jyj.example:٨٠/", "bad-address"),
    ("http://jyj.example:100000/", "bad-address"),
    ("http://jyj.example:65536/", "bad-port"),
    ("http://jyj..example/", "bad-address"),
    ("http://-jyj.example/", "bad-address"),
    ("http://jyj .example/", "bad-address"),
    ("http://jyj%2eexample/", "bad-address"),
    ("http://jyj.example\\.other.example/", "bad-address"),
    ("http://[::1/", "bad-address"),
    ("http://[::1]a/", "bad-address"),
    ("http://::1/", "bad-address"),
    ("http://[fe80::1%25eth0]/", "bad-address"),
    ("http://[fe80::1%eth0]/", "bad-address"),
    ("http://jyj.example/a\r\nHost: other.example", "bad-address"),
    ("http://jyj.example/\x00", "bad-address"),
    ("http://jyj.example/\x85", "bad-address"),
    ("http://jyj.example/\ud800", "bad-address"),
    ("http://" + "a" * 64 + ".example/", "bad-address"),
    ("http://jyj.example/" + "a" * 9_000, "bad-address"),
    # somebody's name
    ("http://jyj.example@127.0.0.1/", "with-user"),
    ("http://user:password@jyj.example/", "with-user"),
    ("http://jyj.example\\@127.0.0.1/", "with-user"),
    ("http://@jyj.example/", "with-user"),
    # ports of other protocols
    ("http://jyj.example:22/", "bad-port"),
    ("http://jyj.example:6667/", "bad-port"),
    ("http://jyj.example:0/", "bad-port"),
    # 127.0.0.1 and others, in disguise
    ("http://127.1/", "odd-host"),
    ("http://127.0.1/", "odd-host"),
    ("http://0x7f000001/", "odd-host"),
    ("http://0x7F.1/", "odd-host"),
    ("http://0x7f.0.0.0x1/", "odd-host"),
    ("http://2130706433/", "odd-host"),
    ("http://017700000001/", "odd-host"),
    ("http://0177.0.0.1/", "odd-host"),
    ("http://127.0.0.01/", "odd-host"),
    ("http://127.0.0.1.1/", "odd-host"),
    ("http://256.1.1.1/", "odd-host"),
    ("http://jyj.example.1/", "odd-host"),
    ("http://0x/", "odd-host"),
    ("http://3232235777/", "odd-host"),
    # our own network, as numbers
    ("http://127.0.0.1/", "private-address"),
    ("http://127.0.0.1./", "private-address"),
    ("http://１２７．０．０．１/", "private-address"),
    ("http://①②⑦.0.0.1/", "private-address"),
    ("http://127。0。0。1/", "private-address"),
    ("http://127.8.9.10:8080/", "private-address"),
    ("http://10.0.0.8/", "private-address"),
    ("http://172.31.255.255/", "private-address"),
    ("http://192.168.1.1/", "private-address"),
    ("http://100.64.0.1/", "private-address"),
    ("http://[::1]/", "private-address"),
    ("http://[0:0:0:0:0:0:0:1]/", "private-address"),
    ("http://[::ffff:127.0.0.1]/", "private-address"),
    ("http://[::FFFF:7f00:1]/", "private-address"),
    ("http://[fd12::1]/", "private-address"),
    # nobody's
    ("http://0.0.0.0/", "special-address"),
    ("http://0.1.2.3/", "special-address"),
    ("http://169.254.169.254/latest/meta-data/", "special-address"),
    ("http://[::ffff:169.254.169.254]/", "special-address"),
    ("http://[64:ff9b::169.254.169.254]/", "special-address"),
    ("http://[64:ff9b::7f00:1]/", "special-address"),
    ("http://[2002:7f00:1::]/", "special-address"),
    ("http://[2002:c0a8:101::1]/", "special-address"),
    ("http://[::]/", "special-address"),
    ("http://[::127.0.0.1]/", "special-address"),
    ("http://[fe80::1]/", "special-address"),
    ("http://[fec0::1]/", "special-address"),
    ("http://[ff02::1]/", "special-address"),
    ("http://224.0.0.1/", "special-address"),
    ("http://255.255.255.255/", "special-address"),
    ("http://240.0.0.1/", "special-address"),
    # our own network, by name
    ("http://localhost/", "local-name"),
    ("http://LOCALHOST:8080/", "local-name"),
    ("http://localhost./", "local-name"),
    ("http://a.localhost/", "local-name"),
    ("http://ｌｏｃａｌｈｏｓｔ/", "local-name"),
    ("http://printer.local/", "local-name"),
    ("http://metadata.google.internal/", "local-name"),
    ("http://ip6-loopback/", "local-name"),
]


@pytest.mark.parametrize(("written", "saying"), REFUSED)
def test_an_address_is_refused(written: str, saying: Saying) -> None:
    with pytest.raises(FetchTrouble) as caught:
        read_address(written, NOBODY)
    assert (caught.value.reason, caught.value.saying) == ("refused-address", saying)
    assert len(caught.value.message.splitlines()) == 1
    assert len(caught.value.message) < 500


@pytest.mark.parametrize(
    "written",
    [
        "http://localhost.example/",
        "http://local.example/",
        "http://127.0.0.1.example/",
        "http://1270001.example/",
        "http://0x7f.example/",
        "http://172.32.0.1/",
        "http://100.128.0.1/",
        "http://169.253.1.1/",
        "http://11.0.0.1/",
        "http://[64:ff9b::8.8.8.8]/",
        "http://[2002:808:808::1]/",
        "http://[::ffff:8.8.8.8]/",
        "http://jyj.example/@user",
        "http://jyj.example/?to=user@127.0.0.1",
        "http://jyj.example:8022/",
        "http://jyj.example:81/",
    ],
)
def test_what_only_looks_like_it_is_not_refused(written: str) -> None:
    assert str(read_address(written, NOBODY)).startswith("http://")


ALLOWED = [
    ("127.0.0.1", "http://127.0.0.1:8080/", True),
    ("127.0.0.1", "http://127.0.0.2/", False),
    ("127.0.0.1:8080", "http://127.0.0.1:8080/", True),
    ("127.0.0.1:8080", "http://127.0.0.1:8081/", False),
    ("127.0.0.1:80", "http://127.0.0.1/", True),
    ("127.0.0.1:443", "https://127.0.0.1/", True),
    ("localhost", "http://LocalHost./", True),
    ("localhost", "http://127.0.0.1/", False),
    ("127.0.0.1", "http://localhost/", False),
    ("NEWS.localhost", "http://news.localhost/", True),
    ("localhost", "http://news.localhost/", False),
    ("::1", "http://[::1]:8080/", True),
    ("[::1]", "http://[::1]/", True),
    ("[::1]:8080", "http://[::1]:8080/", True),
    ("[::1]:8080", "http://[::1]/", False),
    ("::1", "http://[::ffff:127.0.0.1]/", False),
    ("::ffff:127.0.0.1", "http://[::ffff:7f00:1]/", True),
]


@pytest.mark.parametrize(("entry", "address", "is_allowed"), ALLOWED)
def test_a_source_may_name_a_host_of_our_own(entry: str, address: str, *, is_allowed: bool) -> None:
    allowed = read_allowed([" " + entry])
    if is_allowed:
        assert read_address(address, allowed)
    else:
        with pytest.raises(FetchTrouble):
            read_address(address, allowed)


@pytest.mark.parametrize(
    "entry", ["", "http://a.example/", "a b", "127.1", "a.example:port", "a.example:1:2", "[::1", "user@a.example", "*"]
)
def test_what_is_no_host_cannot_be_allowed(entry: str) -> None:
    with pytest.raises(JieduiError, match="allow"):
        read_allowed([entry])


@pytest.mark.parametrize(
    ("link", "where"),
    [
        ("b.html", "http://jyj.example/a/b.html"),
        (" ../b.html ", "http://jyj.example/b.html"),
        ("/b", "http://jyj.example/b"),
        ("//b.example/c", "http://b.example/c"),
        ("?page=2", "http://jyj.example/a/index.html?page=2"),
        ("https://b.example", "https://b.example/"),
        ("", "http://jyj.example/a/index.html"),
        ("#top", "http://jyj.example/a/index.html"),
    ],
)
def test_a_link_is_followed(link: str, where: str) -> None:
    assert str(follow(parse_address("http://jyj.example/a/index.html"), link, NOBODY)) == where


@pytest.mark.parametrize(
    "link", ["http://127.0.0.1/", "//localhost/", "ftp://a.example/", "javascript:a()", "http://[::1", "http://a@b.example/"]
)
def test_a_link_is_judged_again(link: str) -> None:
    with pytest.raises(FetchTrouble) as caught:
        follow(parse_address("http://jyj.example/"), link, NOBODY)
    assert caught.value.reason == "refused-address"
