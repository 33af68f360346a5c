"""Lists that go on, break off, or are asked for something else: nothing on them is lost, and nothing asked for in vain."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.pipeline.feeds.newsroom import Newsroom, Room
from tests.pipeline.feeds.sites import MAKES, STORIES, Story, framed, serve, with_meta
from tests.pipeline.fetch.server import Answer
from tests.pipeline.store.places import new_postgres

TRS_NAME, MAP_NAME, API_NAME = "TRS list, UTF-8, meta tags, pages by script", "index of sitemaps", "JSON with paths"
TRS = MAKES[TRS_NAME]
SECOND = TRS.lists[1]
NEWEST = Story(3111, "鹿港区教研室赴云岭县一中送教", date(2024, 3, 12), "鹿港区教研室", "云岭县一中")


def read_titles(newsroom: Newsroom) -> list[str]:
    return [row[0] for row in newsroom.kept("SELECT title FROM documents ORDER BY title")]


def titles(*numbers: int) -> list[str]:
    return sorted(one.title for one in (*STORIES, NEWEST) if one.number in numbers)


@pytest.mark.parametrize("code", [404, 410])
def test_a_further_page_that_is_not_there_ends_the_list(room: Room, capfd: pytest.CaptureFixture[str], code: int) -> None:
    newsroom = room(TRS_NAME)
    newsroom.site.put(SECOND, Answer(code=code))
    assert newsroom.visit() == 0
    assert "列表 3 篇，新 2 篇，不含关键词或不在日期内 1 篇" in capfd.readouterr().err


@pytest.mark.parametrize(
    "trouble", [Answer(code=403), Answer(raw=[b"nonsense\r\n\r\n"]), Answer(code=302, headers={"Location": "ftp://a/"})]
)
def test_a_further_page_that_fails_costs_nothing_of_the_first(room: Room, capfd: pytest.CaptureFixture[str], trouble: Answer) -> None:
    newsroom = room(TRS_NAME)
    newsroom.site.put(SECOND, trouble)
    assert newsroom.visit() == 1
    said = capfd.readouterr().err
    assert "列表 3 篇，新 2 篇，不含关键词或不在日期内 1 篇，没有读成：" in said
    assert said.count("没有读成：") == 1
    assert read_titles(newsroom) == titles(3109, 3107)
    # the first page is as it was, and all on it is known; what is behind it is not
    serve(newsroom.site, TRS)
    assert newsroom.visit("--force") == 0
    assert "列表 6 篇，新 2 篇" in capfd.readouterr().err
    assert read_titles(newsroom) == titles(3109, 3107, 3106, 3104)


def test_what_was_not_taken_is_taken_the_next_time_though_all_before_it_is_known(room: Room, capfd: pytest.CaptureFixture[str]) -> None:
    newsroom = room(TRS_NAME)
    newsroom.site.put(TRS.path(STORIES[3]), Answer(code=412))
    assert newsroom.visit() == 3
    assert "新 2 篇，没有读成 1 篇" in capfd.readouterr().err
    serve(newsroom.site, TRS)
    assert newsroom.visit("--force") == 0
    assert "新 2 篇" in capfd.readouterr().err
    assert read_titles(newsroom) == titles(3109, 3107, 3106, 3104)


def test_a_list_that_was_taken_whole_is_looked_through_as_far_as_something_is_new(room: Room) -> None:
    newsroom = room(TRS_NAME)
    for at in range(3):
        put_page(newsroom, at, STORIES[at * 2 : at * 2 + 2])
    newsroom.config(**{"address": newsroom.site.at(TRS.start), "quiet-days": 3660, "pages": 3})
    assert newsroom.visit() == 0
    assert newsroom.site.hits["/gzdt/index_2.html"] == 1
    put_page(newsroom, 0, (NEWEST, STORIES[0]))
    put_page(newsroom, 1, STORIES[1:3])
    put_page(newsroom, 2, STORIES[3:])
    assert newsroom.visit() == 0
    # the second page has nothing that is looked for and was not there before
    assert (newsroom.site.hits[SECOND], newsroom.site.hits["/gzdt/index_2.html"]) == (2, 1)
    assert read_titles(newsroom) == titles(3111, 3109, 3107, 3106, 3104)


def put_page(newsroom: Newsroom, at: int, stories: Sequence[Story]) -> None:
    """A page of a list of three."""
    lines = "".join(f'<li><a href="{newsroom.site.at(TRS.path(one))}">{one.title}</a><span>{one.day}</span></li>' for one in stories)
    filled = f'{lines}<li><a href="/gzdt/201901/t20190101_{at}.html">教育局{at}月召开党组会议</a><span>2019-01-0{at + 1}</span></li>'
    page = framed("动态", f"<ul class=newsList>{filled}</ul><script>createPageHTML(3, {at}, 'index', 'html');</script>")
    newsroom.site.put(f"/gzdt/index_{at}.html" if at else "/gzdt/", page)
    for one in stories:
        newsroom.site.put(TRS.path(one), with_meta(one))


def test_two_sources_of_one_list_each_take_what_they_look_for(room: Room, capfd: pytest.CaptureFixture[str]) -> None:
    newsroom = room(TRS_NAME)
    config = newsroom.config(address=newsroom.site.at(TRS.start), pages=2, keywords=["结对"])
    one = config.read_text()
    config.write_text(one + re.sub(r'name = ".*"', 'name = "送教"', one).replace("结对", "送教"))
    assert newsroom.visit() == 0
    assert newsroom.visit() == 0
    assert newsroom.kept("SELECT feed, title FROM articles ORDER BY feed") == [
        ("送教", STORIES[2].title),
        ("鹿港区教育局", STORIES[0].title),
    ]
    assert capfd.readouterr().err.count("没有新文章") == 3


@pytest.mark.parametrize("name", [TRS_NAME, MAP_NAME])
def test_other_keywords_look_through_a_list_anew(room: Room, capfd: pytest.CaptureFixture[str], name: str) -> None:
    make = MAKES[name]
    newsroom = room(name, keywords=["手拉手"])
    assert newsroom.visit() == 0
    assert read_titles(newsroom) == titles(3106)
    newsroom.config(**{"address": newsroom.site.at(make.start), "quiet-days": 3660, **make.keys, "keywords": ["手拉手", "对口"]})
    capfd.readouterr()
    assert newsroom.visit() == 0
    assert "新 1 篇，不含关键词或不在日期内 4 篇" in capfd.readouterr().err
    assert read_titles(newsroom) == titles(3106, 3104)


@pytest.mark.parametrize("name", [TRS_NAME, MAP_NAME])
def test_a_server_s_database_keeps_the_same(room: Room, capfd: pytest.CaptureFixture[str], name: str) -> None:
    with new_postgres() as address:
        newsroom = room(name)
        newsroom.server = address
        assert newsroom.visit() == 0
        assert "列表 6 篇，新 4 篇，不含关键词或不在日期内 2 篇" in capfd.readouterr().err
        serve(newsroom.site, MAKES[name], (NEWEST, *STORIES))
        assert newsroom.visit() == 0
        assert "新 1 篇，不含关键词或不在日期内 2 篇" in capfd.readouterr().err
        assert read_titles(newsroom) == titles(3111, 3109, 3107, 3106, 3104)


def test_a_sitemap_that_fails_costs_nothing_of_the_others(room: Room, capfd: pytest.CaptureFixture[str]) -> None:
    newsroom = room(MAP_NAME)
    newsroom.site.put("/s1.xml", Answer(code=403))
    assert newsroom.visit() == 1
    assert "列表 3 篇，新 2 篇，不含关键词或不在日期内 1 篇，没有读成：" in capfd.readouterr().err
    newsroom.site.put("/s1.xml", "<html><body>网站地图</body></html>")
    assert newsroom.visit("--force") == 0
    newsroom.site.put("/s2.xml", Answer(code=404))
    assert newsroom.visit("--force") == 3
    assert "（列表空了）：列表里一篇文章也没有，平时有 3 篇" in capfd.readouterr().err


def test_the_newest_sitemaps_of_an_index_are_looked_at(room: Room) -> None:
    newsroom = room(MAP_NAME, pages=1)
    site = newsroom.site
    told = "".join(
        f"<sitemap><loc>{site.at(path)}</loc>{day}</sitemap>"
        for path, day in (
            ("/s1.xml", "<lastmod>2024-01-01</lastmod>"),
            ("/s3.xml", ""),
            ("/s2.xml", "<lastmod>2024-03-09T08:00:00Z</lastmod>"),
        )
    )
    site.put("/sitemap.xml", f"<sitemapindex>{told}</sitemapindex>")
    assert newsroom.visit() == 0
    assert (site.hits["/s1.xml"], site.hits["/s2.xml"], site.hits["/s3.xml"]) == (0, 1, 0)


def test_a_day_to_come_is_no_news_of_today(room: Room, capfd: pytest.CaptureFixture[str]) -> None:
    newsroom = room(API_NAME, **{"quiet-days": 30})
    serve(newsroom.site, MAKES[API_NAME], (replace(STORIES[0], day=date(2098, 3, 8)), *STORIES[1:]))
    assert newsroom.visit() == 3
    assert "（久无新闻）" in capfd.readouterr().err


def test_a_source_that_is_looked_at_up_to_a_day_is_not_silent_after_it(room: Room, capfd: pytest.CaptureFixture[str]) -> None:
    assert room(API_NAME, **{"quiet-days": 30, "until": "2024-03-31"}).visit() == 0
    assert "久无新闻" not in capfd.readouterr().err
    assert room(API_NAME, **{"quiet-days": 30}).visit("--force") == 3
    assert "久无新闻" in capfd.readouterr().err


def test_a_list_with_days_and_titles_that_cannot_be(room: Room) -> None:
    """A day that does not exist is none, one to come stays what it is; headlines keep their signs and lose their markup."""
    newsroom = room(API_NAME)
    odd = [
        ("2024-13-45", "结对“帮扶”<b>大会</b>&nbsp;&amp;&nbsp;表彰😀"),
        ("2024-02-30", "结对帮扶\x1b[31m红字\x07"),
        ("2098-01-01", "送教下乡\u202e转写\u202c"),
        ("昨天", "手拉手&#x1F91D;活动"),
        ("0000-00-00", "<script>alert(1)</script>支教"),
    ]
    items = [{"id": STORIES[0].number + at, "docTitle": title, "docRelTime": day} for at, (day, title) in enumerate(odd, 1)]
    newsroom.site.put("/api/list", Answer(json.dumps({"data": {"list": items}}), headers={"Content-Type": "application/json"}))
    assert newsroom.visit() == 1
    rows = newsroom.kept("SELECT title, day, reason FROM articles ORDER BY address")
    assert [row[1:] for row in rows] == [(None, "not-found"), (None, "not-found"), ("2098-01-01", "not-found"), *[(None, "not-found")] * 2]
    assert [row[0] for row in rows] == ["结对“帮扶”大会 & 表彰😀", "结对帮扶[31m红字", "送教下乡转写", "手拉手🤝活动", "支教"]


KINDS = {
    "a script": ("var news = [{items}];", '{{"title": "{title}", "url": "{path}", "date": "{day}"}}', ","),
    "a data store of JSON": (
        "<datastore><recordset>{items}</recordset></datastore>",
        '<record><![CDATA[{{"title": "{title}", "url": "{path}", "date": "{day}"}}]]></record>',
        "",
    ),
    "a page that speaks of feeds": (
        "<html><head><!-- <rss> <urlset> --><title>动态</title></head><body><ul class=newsList>{items}</ul></body></html>",
        '<li><a href="{path}">{title}</a><span>{day}</span></li>',
        "",
    ),
    "a feed in UTF-16": (
        '<?xml version="1.0" encoding="UTF-16"?><rss><channel>{items}</channel></rss>',
        "<item><title>{title}</title><link>{path}</link><pubDate>{day}</pubDate></item>",
        "",
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_what_a_list_is_is_told_by_what_it_holds(newsroom: Newsroom, capfd: pytest.CaptureFixture[str], name: str) -> None:
    around, form, mark = KINDS[name]
    items = mark.join(form.format(title=one["title"], path=path, day=one["day"]) for path, one in newsroom.articles.items())
    newsroom.site.put("/list.html", around.format(items=items).encode("utf-16" if "UTF-16" in name else "utf-8"))
    assert newsroom.visit() == 0
    assert "列表 3 篇，新 2 篇，不含关键词或不在日期内 1 篇" in capfd.readouterr().err
    assert newsroom.kept("SELECT title, day FROM articles ORDER BY day") == [
        (one["title"], one["day"]) for path, one in newsroom.articles.items() if "_2" not in path
    ]
