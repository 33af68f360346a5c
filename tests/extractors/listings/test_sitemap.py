"""Sitemaps as lists."""

from __future__ import annotations

import pytest

from extractors.listings.entry import Listing
from extractors.listings.sitemap import read_sitemap
from schemas.errors import Unreadable

ADDRESS = "http://jyj.lugang.example/sitemap.xml"
ROOT = "http://jyj.lugang.example"
_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'


def urlset(*urls: str) -> bytes:
    inside = "".join(f"<url>{url}</url>" for url in urls)
    declared = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{declared}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {_NEWS}>{inside}</urlset>'.encode()


def read(data: bytes) -> Listing:
    return read_sitemap(data, ADDRESS)


DAYS = {
    "2022-03-01": "2022-03-01",
    "2022-03-01T08:00:00+08:00": "2022-03-01",
    "2022-03-01T16:00:00Z": "2022-03-02",
    "2022/3/1": "2022-03-01",
    "2022-03": None,
    "2022": None,
    "2022-02-30": None,
    "0001-01-01T00:00:00Z": None,
    "": None,
}


@pytest.mark.parametrize(("written", "day"), DAYS.items())
def test_days(written: str, day: str | None) -> None:
    (entry,) = read(urlset(f"<loc>{ROOT}/1.html</loc><lastmod>{written}</lastmod>")).entries
    assert (entry.address, entry.title, None if entry.day is None else str(entry.day)) == (f"{ROOT}/1.html", None, day)


def test_news_has_titles_and_days_of_its_own() -> None:
    told = "<news:publication_date>2022-03-01</news:publication_date><news:title>&lt;b&gt;两校&lt;/b&gt;签约</news:title>"
    news = f"<news:news>{told}</news:news>"
    listing = read(urlset(f"<loc>{ROOT}/1.html</loc><lastmod>2024-05-01</lastmod>{news}", f"<loc>{ROOT}/2.html</loc>"))
    assert [(one.title, str(one.day)) for one in listing.entries] == [("两校签约", "2022-03-01"), (None, "None")]
    assert (listing.without_title, listing.without_day) == (1, 1)


def test_pictures_are_no_articles() -> None:
    listing = read(urlset(f"<image:image><image:loc>{ROOT}/1.jpg</image:loc></image:image><loc>\n {ROOT}/1.html?a=1&amp;b=2 \n</loc>"))
    assert [one.address for one in listing.entries] == [f"{ROOT}/1.html?a=1&b=2"]


def test_an_index_leads_on() -> None:
    inside = "".join(f"<sitemap><loc>{place}</loc></sitemap>" for place in (f"{ROOT}/a.xml.gz", ADDRESS, "javascript:a"))
    data = f"<sitemapindex>{inside}</sitemapindex>"
    listing = read(data.encode())
    assert (listing.entries, listing.more, listing.without_address) == ((), (f"{ROOT}/a.xml.gz",), 1)


def test_plain_text() -> None:
    listing = read(f"\ufeff{ROOT}/1.html\r\n{ROOT}/2.html\n\n{ROOT}/1.html#a\n".encode()[3:])
    assert [one.address for one in listing.entries] == [f"{ROOT}/1.html", f"{ROOT}/2.html"]


def test_a_broken_end_keeps_the_beginning() -> None:
    listing = read(urlset(f"<loc>{ROOT}/1.html</loc>", f"<loc>{ROOT}/2.html</loc>")[:-40])
    assert [one.address for one in listing.entries] == [f"{ROOT}/1.html"]
    assert "站点地图的 XML 有错" in "".join(listing.notes)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (urlset(), "empty"),
        (urlset("<loc>javascript:a</loc>"), "empty"),
        (b"<rss><channel><item><link>http://a.example/</link></item></channel></rss>", "unsupported"),
        (b"<html><body>404</body></html>", "unsupported"),
        (b"404", "damaged"),
        (b'<!DOCTYPE a [<!ENTITY a "b">]><urlset/>', "too-large"),
    ],
)
def test_what_is_no_sitemap(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.reason == reason
    assert caught.value.message.endswith("。")
