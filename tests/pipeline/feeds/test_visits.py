"""``jiedui feeds run`` over a real site on loopback: what is new is read, once."""

from __future__ import annotations

import json

import pytest

from pipeline.cli import run
from tests.pipeline.feeds.newsroom import Newsroom, page
from tests.pipeline.fetch.server import Answer

FIRST, SECOND, THIRD = "/t20240301_1.html", "/t20240305_2.html", "/t20240308_3.html"


def test_what_is_looked_for_is_read_and_the_rest_passed_over(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    assert newsroom.visit() == 0
    said = capfd.readouterr()
    assert "鹿港区教育局：列表 3 篇，新 2 篇，不含关键词或不在日期内 1 篇" in said.err
    assert said.out == ""
    assert newsroom.site.hits[SECOND] == 0
    site = newsroom.site
    assert newsroom.kept("SELECT address, feed, day, title FROM articles ORDER BY id") == [
        (site.at(FIRST), "鹿港区教育局", "2024-03-01", "鹿港区实验小学赴康朗县开展结对帮扶活动"),
        (site.at(THIRD), "鹿港区教育局", "2024-03-08", "鹿港区第二中学送教下乡走进康朗县中学"),
    ]
    assert newsroom.kept("SELECT kind, published, outlet FROM documents ORDER BY published") == [
        ("news", "2024-03-01", "鹿港区教育局"),
        ("news", "2024-03-08", "鹿港区教育局"),
    ]
    [(record,)] = newsroom.kept("SELECT record FROM readings JOIN articles USING (content) WHERE address = :at", at=site.at(FIRST))
    assert json.loads(record)["source"]["url"] == site.at(FIRST)
    assert json.loads(record)["documents"][0]["press"]["url"] == site.at(FIRST)


def test_a_second_visit_reads_nothing_again(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    assert newsroom.visit() == 0
    hits = dict(newsroom.site.hits)
    assert newsroom.visit() == 0
    assert "鹿港区教育局：没有新文章" in capfd.readouterr().err
    more = {path: count - hits[path] for path, count in newsroom.site.hits.items() if count != hits[path]}
    assert more == {"/list.html": 1, "/robots.txt": 1}
    assert newsroom.kept("SELECT count(*) FROM readings") == [(2,)]


def test_changed_words_are_a_new_version_and_a_changed_template_is_none(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    newsroom.config(**{"recheck-days": 3660})
    assert newsroom.visit() == 0
    newsroom.articles[FIRST]["views"] = 1234
    newsroom.articles[THIRD]["body"] = newsroom.articles[THIRD]["body"].replace("5名教师", "6名教师")
    newsroom.publish()
    capfd.readouterr()
    assert newsroom.visit() == 0
    assert "鹿港区教育局：有改动 1 篇，未变 1 篇" in capfd.readouterr().err
    [(changes,)] = newsroom.kept("SELECT changes FROM article_versions WHERE changes IS NOT NULL AND changes <> 'null'")
    assert any(one["field"] == "quotas" for one in json.loads(changes))
    assert newsroom.kept("SELECT count(*) FROM readings") == [(3,)]
    assert newsroom.kept("SELECT count(*) FROM articles") == [(2,)]


def test_a_reprint_is_linked_to_the_first(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    first = newsroom.articles[FIRST]
    newsroom.write("/other/9.html", "【结对帮扶】实验小学送教康朗县", "2024-03-10", body=first["body"] + "（转载）")
    newsroom.publish()
    assert newsroom.visit() == 0
    assert "新 3 篇，其中转载 1 篇" in capfd.readouterr().err
    [(number,)] = newsroom.kept("SELECT id FROM articles WHERE address = :at", at=newsroom.site.at(FIRST))
    assert newsroom.kept("SELECT address FROM articles WHERE first_id IS NOT NULL") == [(newsroom.site.at("/other/9.html"),)]
    assert newsroom.kept("SELECT first_id FROM articles WHERE first_id IS NOT NULL") == [(number,)]


def test_what_hangs_on_an_article_is_read_too(newsroom: Newsroom) -> None:
    newsroom.articles[FIRST]["more"] = '<p>附件：<a href="files/xieyi.doc">结对帮扶协议书.doc</a> <a href="app.apk">下载客户端</a></p>'
    newsroom.publish()
    newsroom.site.put(
        "/files/xieyi.doc",
        "结对帮扶协议书\n甲方：鹿港区实验小学\n乙方：康朗县第一小学\n一、甲方每学期送教2次。\n2024年3月1日\n".encode("gb18030"),
    )
    assert newsroom.visit() == 0
    rows = newsroom.kept("SELECT child.address, parent.address FROM articles child JOIN articles parent ON child.parent_id = parent.id")
    assert rows == [(newsroom.site.at("/files/xieyi.doc"), newsroom.site.at(FIRST))]
    assert ("agreement",) in newsroom.kept("SELECT kind FROM documents")


def test_an_article_that_fails_is_tried_again_and_costs_no_other(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    newsroom.site.put(FIRST, Answer(code=404), page(newsroom.articles[FIRST]))
    assert newsroom.visit() == 1
    said = capfd.readouterr().err
    assert "新 1 篇，没有读成 1 篇" in said
    assert newsroom.site.at(FIRST) in said
    assert newsroom.visit() == 0
    assert "新 1 篇" in capfd.readouterr().err
    assert newsroom.kept("SELECT failures, reason FROM articles") == [(0, None), (0, None)]


def test_one_source_s_trouble_stops_no_other(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    config = newsroom.config()
    site = newsroom.site
    config.write_text(config.read_text() + f'[[feed]]\nname = "坏的"\naddress = "{site.at("/none.html")}"\nallow = ["{site.host}"]\n')
    newsroom.site.put("/none.html", Answer(code=412))
    assert newsroom.visit() == 3
    said = capfd.readouterr().err
    assert "鹿港区教育局：列表 3 篇，新 2 篇" in said
    assert "坏的：没有读成" in said
    assert "注意 坏的（被拦截）" in said
    # it is left alone for a while, and what is wrong with it still is
    assert newsroom.visit() == 3
    said = capfd.readouterr().err
    assert "坏的：前面没有读成" in said
    assert "注意 坏的（被拦截）" in said


def test_a_list_that_is_lost_alarms(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    assert newsroom.visit() == 0
    newsroom.site.put("/list.html", "<html><body><p>网站升级中</p></body></html>")
    assert newsroom.visit() == 3
    assert "（列表空了）：列表里一篇文章也没有，平时有 3 篇" in capfd.readouterr().err
    assert newsroom.kept("SELECT kind, over IS NULL FROM alarms") == [("empty", 1)]
    newsroom.publish()
    assert newsroom.visit("--force") == 0
    assert newsroom.kept("SELECT kind, over IS NULL FROM alarms") == [("empty", 0)]


def test_a_private_address_is_refused_unless_it_is_named(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    newsroom.config(allow=[])
    assert newsroom.visit() == 1
    assert newsroom.site.hits["/list.html"] == 0
    assert "内网" in capfd.readouterr().err


def test_a_paused_source_is_left_alone(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    place = ["--config", str(newsroom.folder / "feeds.toml"), "--store", newsroom.store]
    assert run(["feeds", "pause", "鹿港区教育局", *place]) == 0
    assert newsroom.visit() == 0
    assert newsroom.site.hits["/list.html"] == 0
    assert run(["feeds", "resume", "鹿港区教育局", *place]) == 0
    assert newsroom.visit() == 0
    assert newsroom.site.hits["/list.html"] == 1
    assert "已暂停，跳过" in capfd.readouterr().err


def test_what_was_recorded_can_be_replayed(newsroom: Newsroom) -> None:
    warc = newsroom.folder / "warc"
    assert newsroom.visit("--record", str(warc)) == 0
    told = newsroom.kept("SELECT address, text FROM articles ORDER BY address")
    hits = dict(newsroom.site.hits)
    (newsroom.folder / "jiedui.db").unlink()
    assert newsroom.visit("--replay", str(warc)) == 0
    assert newsroom.kept("SELECT address, text FROM articles ORDER BY address") == told
    assert dict(newsroom.site.hits) == hits
