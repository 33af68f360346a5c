"""Web addresses: only http and https, always whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.addresses import is_page, own_address, web_address

BASE = "http://jyj.example/gzdt/index.htm"
READS = [
    ("http://a.example/1.htm", None, "http://a.example/1.htm"),
    ("  HTTPS://a.example/1.htm\n", None, "HTTPS://a.example/1.htm"),
    ("t1.html", BASE, "http://jyj.example/gzdt/t1.html"),
    ("./t1.html?id=3", BASE, "http://jyj.example/gzdt/t1.html?id=3"),
    ("../zwgk/1.htm", BASE, "http://jyj.example/zwgk/1.htm"),
    ("/1.htm", BASE, "http://jyj.example/1.htm"),
    ("//b.example/1.htm", BASE, "http://b.example/1.htm"),
    ("http://a.example/新闻/1.htm", None, "http://a.example/新闻/1.htm"),
]
LEAVES_ALONE: list[tuple[str | None, str | None]] = [
    ("javascript:void(0)", BASE),
    ("JavaScript:alert(1)", None),
    ("java\nscript:alert(1)", BASE),
    ("vbscript:x", BASE),
    ("data:text/html,x", BASE),
    ("file:///c:/1.htm", BASE),
    ("ftp://a.example/1", BASE),
    ("mailto:a@b.example", BASE),
    ("tel:000", BASE),
    ("#top", BASE),
    ("", BASE),
    (None, BASE),
    ("t1.html", None),
    ("http://", None),
    ("http:///1.htm", None),
    ("http://[::1", None),
    ("http://a.example/a b", None),
    ("http://a.example/\u2028a", None),
    ("http://a.example/\x00", None),
    ("http://a.example/\u202e", None),
    ("http://a.example/" + "a" * 3000, None),
    ("http://a.example/<script>", None),
]


@pytest.mark.parametrize(("written", "base", "address"), READS)
def test_reads(written: str, base: str | None, address: str) -> None:
    assert web_address(written, base) == address


@pytest.mark.parametrize(("written", "base"), LEAVES_ALONE)
def test_leaves_alone(written: str | None, base: str | None) -> None:
    assert web_address(written, base) is None


@given(st.text(max_size=40), st.sampled_from([None, BASE]))
def test_whatever_is_read_is_an_address_of_a_page(written: str, base: str | None) -> None:
    address = web_address(written, base)
    assert address is None or address.lower().startswith(("http://", "https://"))


def test_a_pages_own_address() -> None:
    assert own_address({"canonical": "http://a.example/1.htm", "Url": "http://a.example/2.htm"}) == "http://a.example/1.htm"
    assert own_address({"canonical": "1.htm", "saved_from": "http://a.example/n/2.htm"}) == "http://a.example/n/1.htm"
    assert own_address({"canonical": "javascript:x", "Url": "http://a.example/2.htm"}) == "http://a.example/2.htm"
    assert own_address({"title": "http://a.example/1.htm"}) is None


@pytest.mark.parametrize(
    ("address", "page"), [("http://a.example/202405/1.htm", True), ("http://a.example/a?id=1", True), ("http://a.example/", False)]
)
def test_pages_and_fronts(address: str, page: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_page(address) == page
