"""Lists that somebody wrote to do harm: read or refused, at a cost that grows with their length and no faster."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from extractors.listings.attachments import find_attachments
from extractors.listings.auto import find_list
from extractors.listings.entry import Listing
from extractors.listings.feed import read_feed_list
from extractors.listings.json_list import JsonPaths, read_json_list
from extractors.listings.page import Selectors, read_page_list
from extractors.listings.sitemap import read_sitemap
from extractors.readers.html_markup import parse_html
from schemas.errors import Unreadable
from tests.linear import LIMIT, growth

ADDRESS = "http://jyj.lugang.example/gzdt/"
TODAY = date(2024, 5, 20)
TITLE = "鹿港区召开座谈会"


def _again(piece: str, before: str = "", behind: str = "") -> Callable[[int], bytes]:
    return lambda length: (before + (piece * (length // len(piece) + 1))[:length] + behind).encode()


def _numbered(piece: str, before: str = "", behind: str = "") -> Callable[[int], bytes]:
    def write(length: int) -> bytes:
        count = length // (len(piece) + 3)
        return (before + "".join(piece.replace("#", str(at)) for at in range(count)) + behind).encode()

    return write


PAGES: dict[str, tuple[Callable[[int], bytes], int]] = {
    "lines": (_numbered(f"<li><a href=#.html>{TITLE}之#</a>2024-05-01"), 200_000),
    "lines in one line": (_numbered(f"<a href=#.html>{TITLE}之#</a>", "<li>"), 200_000),
    "lines without a list": (_numbered(f"<a href=#.html>{TITLE}之#</a> 2024-05-01<br>"), 200_000),
    "lists of one line": (_numbered(f"<ul><li><a href=#.html>{TITLE}之#</a></li></ul>"), 200_000),
    "one article again and again": (_again(f"<li><a href=1.html>{TITLE}</a>2024-05-01"), 200_000),
    "nested lines": (_numbered(f"<div><a href=#.html>{TITLE}之#</a>"), 30_000),
    "pictures": (_again(f"<img alt='{TITLE}'>", "<li><a href=1.html>"), 200_000),
    "days in one line": (_numbered("<b>#</b>", "<li><a href=1.html>a</a>"), 300_000),
    "digits": (_again("2024-05-01", "<li><a href=1.html>a</a>"), 1_000_000),
    "blanks": (_again(" ", "<li><a href=1.html>"), 1_000_000),
    "choices": (_numbered("<option value=#.html>#", "<select>"), 300_000),
    "pages": (_numbered("<a href=#.html>#</a>"), 300_000),
    "next pages": (_numbered("<a href=#.html>下一页</a>"), 300_000),
    "calls": (_again("createPageHTML(a,b,'c','d')", "<script>"), 1_000_000),
    "data stores that never end": (_again("<script type=text/xml>"), 1_000_000),
    "records that never end": (_again("<record><![CDATA[", "<script type=text/xml>", "]]></script>"), 1_000_000),
    "classes": (_numbered("c# ", "<ul class='", "'><li>"), 1_000_000),
    "a way up": (_again("../", "<li><a href='", f"'>{TITLE}"), 1_000_000),
    "a long title": (_again("&lt;b&gt;", "<li><a href=1.html title='", f"'>{TITLE}"), 1_000_000),
    "a long script": (_again('"', "<li onclick='", f"'>{TITLE}"), 1_000_000),
    "attributes": (_numbered("a#=1 ", "<li ", ">"), 1_000_000),
    "attributes behind a quote": (_numbered("a# ", '<li x" y=">" ', ">"), 1_000_000),
    "attributes of one body": (_numbered("<body a#=1>"), 300_000),
    "frames": (_numbered("<iframe src=#.pdf></iframe>"), 300_000),
}
READERS: dict[str, Callable[[bytes], object]] = {
    "auto": lambda data: find_list(data, ADDRESS, TODAY),
    "selectors": lambda data: read_page_list(data, ADDRESS, Selectors("li"), TODAY),
    "boxes": lambda data: read_page_list(data, ADDRESS, Selectors("div", link="div a", day="b"), TODAY),
    "attachments": lambda data: find_attachments(data, ADDRESS),
}


def _tried(read: Callable[[bytes], object]) -> Callable[[bytes], object]:
    def tried(data: bytes) -> object:
        try:
            return read(data)
        except Unreadable as refused:
            return refused

    return tried


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", PAGES)
def test_ten_times_the_page_costs_about_ten_times(name: str, reader: str) -> None:
    make, length = PAGES[name]
    assert growth(_tried(READERS[reader]), make, length) <= LIMIT


FEEDS: dict[str, Callable[[int], bytes]] = {
    "items": _numbered(
        f"<item><title>{TITLE}</title><link>http://a.example/#</link><pubDate>2024-05-01</pubDate></item>",
        "<rss><channel>",
        "</channel></rss>",
    ),
    "open items": _again("<item>", "<rss><channel>"),
    "links": _numbered("<link>#</link>", "<rss><channel><item>", "</item></channel></rss>"),
    "references": _again("&", "<rss><channel><item><title>", "</title><link>http://a.example/</link></item></channel></rss>"),
    "a long day": _again("2024-05-", "<rss><channel><item><link>http://a.example/</link><pubDate>", "</pubDate></item></channel></rss>"),
    "prefixes": _numbered("<a#:b/>", "<rss>"),
    "attributes": _numbered("a#='1' ", "<rss ", "/>"),
}
JSONS: dict[str, Callable[[int], bytes]] = {
    "objects": _numbered(f'{{"title":"{TITLE}","url":"/#.html","date":"2024-05-01"}},', "[", "{}]"),
    "keys": _numbered('"url#":"/1.html",', "[{", '"a":1}]'),
    "arrays": _numbered(f'[{{"title":"{TITLE}","url":"/#.html"}}],', "[", "[]]"),
    "open arrays": _again("["),
    "open objects": _again('{"a":'),
    "texts of HTML": _numbered('"<a href=#.html>",', "[", "1]"),
    "digits": _again("9", "[", "]"),
    "a long key": _again("date", '[{"', '":"/1.html"}]'),
}


@pytest.mark.parametrize("name", FEEDS)
def test_ten_times_the_feed_costs_about_ten_times(name: str) -> None:
    assert growth(_tried(lambda data: read_feed_list(data, ADDRESS)), FEEDS[name], 400_000) <= LIMIT


@pytest.mark.parametrize("name", JSONS)
def test_ten_times_the_json_costs_about_ten_times(name: str) -> None:
    assert growth(_tried(lambda data: read_json_list(data, ADDRESS, JsonPaths(), TODAY)), JSONS[name], 400_000) <= LIMIT


def test_ten_times_the_sitemap_costs_about_ten_times() -> None:
    make = _numbered("<url><loc>http://a.example/#</loc><lastmod>2024-05-01</lastmod></url>", "<urlset>", "</urlset>")
    assert growth(lambda data: read_sitemap(data, ADDRESS), make, 400_000) <= LIMIT


REFUSED: dict[str, tuple[bytes, str]] = {
    "five million bytes of lines": (b"<li>" * 1_250_000, "too-large"),
    "tags in tags": (b"<div>" * 1_200, "too-deep"),
    "tags in tags in tags": (b"<div>" * 6_000, "too-deep"),
    "attributes": (b"<li " + b" ".join(b"a%d" % at for at in range(1_500)) + b">", "too-large"),
    "attributes with values": (b"<li " + b" ".join(b"a%d = '%d>'" % (at, at) for at in range(1_500)) + b">", "too-large"),
    "attributes of one body": (b"".join(b"<body a%d=1>" % at for at in range(1_500)), "too-large"),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(data: bytes, reason: str) -> None:
    for read in READERS.values():
        with pytest.raises(Unreadable) as caught:
            read(data)
        assert caught.value.reason == reason
        assert caught.value.message.endswith("。")


KEPT: dict[str, str] = {
    "many tags with attributes": "<li a=1 b='x>y' c>" * 2_000,
    "a script with many words": "<script>if (a <b && c) {" + "x = y / 2 ; " * 3_000 + "}</script>",
    "a comment with many words": "<!-- <li " + "a " * 3_000 + "-->",
    "a text with many words": "<p>" + "a < b " * 2_000,
    "a long value": f"<img src='data:image/png;base64,{'A' * 200_000}'>",
    "a long style": f"<p style='{'margin: 0; ' * 3_000}'>",
}


@pytest.mark.parametrize("markup", KEPT.values(), ids=KEPT)
def test_what_is_large_and_harmless(markup: str) -> None:
    assert parse_html(markup).body is not None


def test_a_long_list_is_read() -> None:
    def lines(count: int) -> Listing:
        page = "".join(f"<li><a href={at}.html>{TITLE}之{at}</a><i>2024-05-01</i></li>" for at in range(count))
        return read_page_list(f"<meta charset=utf-8><ul>{page}</ul>".encode(), ADDRESS, Selectors("li"), TODAY)

    assert len(lines(3_000).entries) == 3_000
