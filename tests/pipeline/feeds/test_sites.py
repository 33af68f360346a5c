"""``jiedui feeds run`` on bureau sites of several makes: what is on them is read, with title, day, source and address, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.pipeline.feeds.newsroom import Newsroom, Room
from tests.pipeline.feeds.sites import FIRST_PAGE, MAKES, STORIES, Make, Story, serve

PAGED = [name for name, make in MAKES.items() if make.keys.get("pages", 1) > 1 and make.has_title]


def _wanted(stories: Sequence[Story] = STORIES) -> list[Story]:
    return [one for one in stories if one.is_wanted]


def _read(newsroom: Newsroom) -> set[str]:
    """The addresses that were read."""
    return {row[0] for row in newsroom.kept("SELECT address FROM articles WHERE content IS NOT NULL")}


def _places(newsroom: Newsroom, make: Make, stories: Sequence[Story]) -> set[str]:
    return {newsroom.site.at(make.path(one)) for one in stories}


@pytest.mark.parametrize("name", MAKES)
def test_what_is_looked_for_is_read_and_nothing_else(room: Room, capfd: pytest.CaptureFixture[str], name: str) -> None:
    make, began = MAKES[name], datetime.now(UTC)
    newsroom = room(name)
    assert newsroom.visit() == 0
    said = capfd.readouterr()
    assert f"鹿港区教育局：列表 {len(STORIES)} 篇，新 4 篇，不含关键词或不在日期内 2 篇" in said.err
    assert said.out == ""
    asked = {path for path, count in newsroom.site.hits.items() if count}
    # what no list tells, the articles do
    taken = _wanted() if make.has_title else STORIES
    assert asked == {"/robots.txt", *(path.partition("?")[0] for path in make.lists), *(make.path(one) for one in taken)}
    site = newsroom.site
    rows = newsroom.kept("SELECT address, feed, title, day, fetched FROM articles WHERE content IS NOT NULL ORDER BY address DESC")
    expected = sorted(_wanted(), key=make.path, reverse=True)
    assert [row[:2] for row in rows] == [(site.at(make.path(one)), "鹿港区教育局") for one in expected]
    if make.has_title:
        assert [row[2:4] for row in rows] == [(one.title, one.day.isoformat()) for one in expected]
    assert all(began <= datetime.fromisoformat(row[4]).replace(tzinfo=UTC) <= datetime.now(UTC) for row in rows)


@pytest.mark.parametrize("name", MAKES)
def test_the_records_say_where_they_are_from(room: Room, name: str) -> None:
    make, newsroom = MAKES[name], room(name)
    assert newsroom.visit() == 0
    rows = newsroom.kept("SELECT address, record FROM readings JOIN articles USING (content)")
    records = {address: json.loads(record) for address, record in rows}
    for one in _wanted():
        address = newsroom.site.at(make.path(one))
        record = records.pop(address)
        [document] = record["documents"]
        assert record["outcome"]["status"] == "read"
        assert record["source"]["url"] == document["press"]["url"] == address
        assert (document["kind"], document["title"]) == ("news", one.title)
        assert document["press"]["published"]["edtf"] == one.day.isoformat()
        assert (document["press"]["outlet"], document["press"]["original_url"]) == (one.outlet, one.original)
        assert {party["name"] for party in document["parties"]} >= {one.helper, one.helped}
        assert one.words in record["text"]
        assert "�" not in record["text"]
        assert ("李镕、赵㙍" in record["text"]) == ("GB18030" in name)
    assert not records


@pytest.mark.parametrize("name", MAKES)
def test_a_second_visit_fetches_only_what_changed(room: Room, capfd: pytest.CaptureFixture[str], name: str) -> None:
    make, newsroom = MAKES[name], room(name)
    assert newsroom.visit() == 0
    before = newsroom.site.hits.copy()
    assert newsroom.visit() == 0
    asked = newsroom.site.hits - before
    assert set(asked) == {"/robots.txt", *(path for path in make.lists if not make.has_title or path == make.lists[0])}

    fresh = Story(3110, "云岭县一中与鹿港区第一中学结对签约", date(2024, 3, 11), "鹿港区第一中学", "云岭县一中")
    corrected = replace(STORIES[0], title=f"{STORIES[0].title}活动") if make.has_title else STORIES[0]
    serve(newsroom.site, make, (fresh, corrected, *STORIES[1:]))
    before = newsroom.site.hits.copy()
    capfd.readouterr()
    assert newsroom.visit() == 0
    asked = newsroom.site.hits - before
    said = capfd.readouterr().err
    assert "新 1 篇，有改动 1 篇" in said if make.has_title else "新 1 篇" in said
    articles = {make.path(fresh), *({make.path(corrected)} if make.has_title else ())}
    assert set(asked) == {"/robots.txt", *(path.partition("?")[0] for path in make.lists), *articles}
    assert max(asked[path] for path in articles) == 1
    assert _read(newsroom) == _places(newsroom, make, [fresh, *_wanted()])
    assert newsroom.kept("SELECT count(*) FROM article_versions") == [(6 if make.has_title else 5,)]


@pytest.mark.parametrize("name", MAKES)
def test_days_outside_of_the_bounds_are_passed_over(room: Room, capfd: pytest.CaptureFixture[str], name: str) -> None:
    make, newsroom = MAKES[name], room(name, since="2024-01-01", until="2024-03-06")
    assert newsroom.visit() == 0
    assert "新 2 篇，不含关键词或不在日期内 4 篇" in capfd.readouterr().err
    assert _read(newsroom) == _places(newsroom, make, [one for one in _wanted() if date(2024, 1, 1) <= one.day <= date(2024, 3, 6)])


@pytest.mark.parametrize("name", PAGED)
def test_the_list_is_looked_through_as_deep_as_is_asked(room: Room, capfd: pytest.CaptureFixture[str], name: str) -> None:
    make, newsroom = MAKES[name], room(name, pages=1)
    assert newsroom.visit() == 0
    assert f"列表 {FIRST_PAGE} 篇" in capfd.readouterr().err
    assert _read(newsroom) == _places(newsroom, make, _wanted(STORIES[:FIRST_PAGE]))
    # the list is as it was, and is looked through anew all the same: more is asked of it
    newsroom.config(**{"address": newsroom.site.at(make.start), **make.keys})
    assert newsroom.visit() == 0
    assert "列表 6 篇，新 2 篇" in capfd.readouterr().err
    assert _read(newsroom) == _places(newsroom, make, _wanted())


@pytest.mark.parametrize("name", MAKES)
def test_without_keywords_everything_is_read(room: Room, name: str) -> None:
    make, newsroom = MAKES[name], room(name, keywords=[])
    assert newsroom.visit() == 0
    assert _read(newsroom) == _places(newsroom, make, STORIES)
