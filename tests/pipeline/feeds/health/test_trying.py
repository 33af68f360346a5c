"""``jiedui feeds try``: what it prints runs as it is."""

from __future__ import annotations

import json

import pytest

from pipeline.cli import run
from pipeline.feeds.config import load_feeds
from pipeline.feeds.source import Kind
from tests.pipeline.feeds.health.bureau import Bureau, ago
from tests.pipeline.fetch.server import Answer

PLACES: dict[str, Kind] = {"/list.html": "page", "/rss.xml": "rss", "/atom.xml": "rss", "/list.json": "json", "/sitemap.xml": "sitemap"}


@pytest.fixture
def told(bureau: Bureau) -> Bureau:
    """The same articles in every kind of list."""
    bureau.report(1, 8, 15, 22)
    bureau.publish()
    site, articles = bureau.site, bureau.articles.items()
    items = "".join(
        f"<item><title>{one['title']}</title><link>{site.at(path)}</link><pubDate>{ago(3):%d} Mar 2024 08:00:00 +0800</pubDate></item>"
        for path, one in articles
    )
    entries = "".join(
        f'<entry><title>{one["title"]}</title><link href="{site.at(path)}"/><updated>{one["day"]}T08:00:00+08:00</updated></entry>'
        for path, one in articles
    )
    urls = "".join(f"<url><loc>{site.at(path)}</loc><lastmod>{one['day']}</lastmod></url>" for path, one in articles)
    listed = {"data": {"list": [{"title": one["title"], "url": path, "date": one["day"]} for path, one in articles]}}
    xml = {"Content-Type": "text/xml; charset=utf-8"}
    site.put(
        "/rss.xml", Answer(f'<?xml version="1.0"?><rss version="2.0"><channel><title>县局</title>{items}</channel></rss>', headers=xml)
    )
    site.put(
        "/atom.xml",
        Answer(f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>县局</title>{entries}</feed>', headers=xml),
    )
    site.put(
        "/sitemap.xml",
        Answer(f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>', headers=xml),
    )
    site.put("/list.json", Answer(json.dumps(listed), headers={"Content-Type": "application/json"}))
    return bureau


@pytest.mark.parametrize("path", PLACES)
def test_what_it_prints_can_be_pasted_and_run(told: Bureau, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    allow = ["--allow", told.site.host, "--name", "县局"]
    assert run(["feeds", "try", told.site.at(path), *allow]) == 0
    printed = capfd.readouterr().out
    assert "：4 篇\n" in printed
    assert ("标题含默认关键词的（*）有 4 篇" in printed) == (path != "/sitemap.xml")
    config = told.folder / "feeds.toml"
    config.write_text(printed)
    [source] = load_feeds(config).sources
    assert (source.name, source.kind, source.allow) == ("县局", PLACES[path], (told.site.host,))
    config.write_text(printed + "seconds = 0\n")
    assert told.visit() == 0
    assert "县局：列表 4 篇，新 4 篇" in capfd.readouterr().err
    assert run(["feeds", "try", told.site.at(path), *allow, "--lang", "en"]) == 0
    assert ": 4 entries\n" in capfd.readouterr().out


def test_it_writes_no_store(told: Bureau) -> None:
    assert run(["feeds", "try", told.site.at("/list.html"), "--allow", told.site.host]) == 0
    assert list(told.folder.glob("*.db")) == []


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        ("/t1.html", "网页里没有找到文章列表", "there is no list of articles at this address."),
        ("/none.html", "已经没有这个网页（404）", "is no longer there (404)"),
        ("/wall.html", "的防火墙要求验证", "a firewall of 127.0.0.1"),
        ("/empty.xml", "订阅源里没有带链接的文章", "no article is in the list"),
    ],
)
def test_where_there_is_no_list(told: Bureau, path: str, zh: str, en: str, capfd: pytest.CaptureFixture[str]) -> None:
    told.site.put("/wall.html", Answer(code=412))
    told.site.put("/empty.xml", '<?xml version="1.0"?><rss version="2.0"><channel><title>县局</title></channel></rss>')
    for words, said in (([], zh), (["--lang", "en"], en)):
        assert run(["feeds", "try", told.site.at(path), "--allow", told.site.host, *words]) == 1
        out, error = capfd.readouterr()
        assert said in error
        assert error.count(told.site.at(path)) == 1
        assert (out, error.count("\n")) == ("", 1)


@pytest.mark.parametrize(("words", "said"), [([], "试它时请加 --allow 127.0.0.1"), (["--lang", "en"], "To try it, add --allow 127.0.0.1")])
def test_an_address_of_ones_own_network_says_how_it_is_allowed(
    told: Bureau, words: list[str], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["feeds", "try", told.site.at("/list.html"), *words]) == 1
    assert said in capfd.readouterr().err
    assert told.site.hits["/list.html"] == 0
    assert run(["feeds", "try", told.site.at("/list.html"), *words, "--allow", "127.0.0.1"]) == 0


@pytest.mark.parametrize("address", ["jyj.example", "ftp://jyj.example/", "javascript:alert(1)", ""])
def test_what_is_no_address(address: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["feeds", "try", address]) == 2
    assert "URL 要写成" in capfd.readouterr().err


def test_what_was_recorded_can_be_tried_again(told: Bureau, capfd: pytest.CaptureFixture[str]) -> None:
    asked = ["feeds", "try", told.site.at("/list.html"), "--allow", told.site.host]
    assert run([*asked, "--record", str(told.folder / "warc")]) == 0
    first, hits = capfd.readouterr().out, dict(told.site.hits)
    assert run([*asked, "--replay", str(told.folder / "warc")]) == 0
    assert capfd.readouterr().out == first
    assert dict(told.site.hits) == hits
