"""Addresses behind links and scripts."""

from __future__ import annotations

import pytest

from extractors.listings.links import article_address, link_address, same_page

BASE = "http://jyj.lugang.example/gzdt/index.html"
ROOT = "http://jyj.lugang.example"

ADDRESSES = {
    "./202403/t1.html": f"{ROOT}/gzdt/202403/t1.html",
    "../tzgg/t1.html": f"{ROOT}/tzgg/t1.html",
    "..\\tzgg\\t1.html": f"{ROOT}/tzgg/t1.html",
    "/t1.html": f"{ROOT}/t1.html",
    "//news.example/t1.html": "http://news.example/t1.html",
    "https://news.example": "https://news.example/",
    "HTTP://JYJ.Lugang.example:80/A.html": f"{ROOT}/A.html",
    "https://news.example:443/a": "https://news.example/a",
    "http://news.example:8080/a": "http://news.example:8080/a",
    " t1.html ": f"{ROOT}/gzdt/t1.html",
    "t1\n.html": f"{ROOT}/gzdt/t1.html",
    "附件 1.pdf": f"{ROOT}/gzdt/附件%201.pdf",
    "t1.html#zoom": f"{ROOT}/gzdt/t1.html",
    "?id=3&page=2": f"{ROOT}/gzdt/index.html?id=3&page=2",
    "t1.html;jsessionid=0A1B2C?id=3": f"{ROOT}/gzdt/t1.html?id=3",
}
NO_ADDRESSES = [
    "",
    " ",
    "#",
    "#top",
    "javascript:void(0)",
    "JavaScript:;",
    "vbscript:x",
    "mailto:a@b.example",
    "tel:110",
    "file:///c:/a.htm",
    "ftp://a.example/",
    "data:text/html,a",
    "about:blank",
    "http://",
    "http:///a",
    "http://jyj.example:99999/",
    "http://[::1/",
    "a\x00b.html",
    "t\u202e1.html",
    "\ud800.html",
    "x" * 3000,
]
SCRIPTS: dict[str, tuple[dict[str, str | None], str | None]] = {
    "an address in a script": ({"href": "javascript:window.open('/art/2023/7/12/art_1_2.html')"}, f"{ROOT}/art/2023/7/12/art_1_2.html"),
    "behind a place on the page": ({"href": "#", "onclick": "location.href='t1.html'"}, f"{ROOT}/gzdt/t1.html"),
    "with double quotes": ({"href": "javascript:;", "onclick": 'window.open("show.jsp?id=3","_blank")'}, f"{ROOT}/gzdt/show.jsp?id=3"),
    "among other words": ({"onclick": "return go('detail', '_blank', './t1.html', 3)"}, f"{ROOT}/gzdt/t1.html"),
    "in data": ({"data-href": "/t1.html"}, f"{ROOT}/t1.html"),
    "a whole address": ({"onclick": "open('https://news.example/a?b=c')"}, "https://news.example/a?b=c"),
    "a link and what counts its clicks": ({"href": "t1.html", "onclick": "count('/counter.do')"}, f"{ROOT}/gzdt/t1.html"),
    "nothing but a number": ({"href": "javascript:show(3)"}, None),
    "nothing but a key": ({"href": "javascript:show('8a8ab1')"}, None),
    "the word for nothing": ({"href": "javascript:void(0)", "onclick": "void(0)"}, None),
    "no attribute": ({}, None),
    "an empty attribute": ({"href": None, "onclick": None}, None),
    "another kind": ({"href": "mailto:a@b.example"}, None),
    "an unquoted address": ({"onclick": "location.href=url.html"}, None),
}


@pytest.mark.parametrize(("written", "address"), ADDRESSES.items())
def test_addresses(written: str, address: str) -> None:
    assert article_address(written, BASE) == address


@pytest.mark.parametrize("written", NO_ADDRESSES)
def test_what_is_no_address(written: str) -> None:
    assert article_address(written, BASE) is None


@pytest.mark.parametrize(("attributes", "address"), SCRIPTS.values(), ids=SCRIPTS)
def test_scripts(attributes: dict[str, str | None], address: str | None) -> None:
    assert link_address(attributes, BASE) == address


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (BASE, True),
        (f"{ROOT}/gzdt/", True),
        (f"{ROOT}/gzdt/index.shtml", True),
        ("http://www.jyj.lugang.example/gzdt/", True),
        (f"{ROOT}/gzdt/index_1.html", False),
        (f"{ROOT}/gzdt/?page=2", False),
        (f"{ROOT}/", False),
        ("http://news.example/gzdt/", False),
    ],
)
def test_the_same_page(other: str, is_same: bool) -> None:  # noqa: FBT001 - a column of a table
    assert same_page(BASE, other) is is_same
