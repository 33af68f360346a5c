"""Pages that lead to others: what is read is what stands at the end, and an article that leads home is none."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.feeds.newsroom import Newsroom
from tests.pipeline.fetch.server import Answer

FIRST, THIRD = "/t20240301_1.html", "/t20240308_3.html"


def kept(newsroom: Newsroom) -> dict[str, str | None]:
    """The paths of the articles, with why they could not be had."""
    rows = newsroom.kept("SELECT address, reason FROM articles")
    return {address.removeprefix(newsroom.site.at("")): reason for address, reason in rows}


def test_pages_that_lead_on_are_followed(newsroom: Newsroom) -> None:
    site = newsroom.site
    site.put("/", '<html><head><meta http-equiv="refresh" content="0; url=list.html"></head><body></body></html>')
    site.put("/moved/3.html", Answer(site.answer(THIRD, "", {}).body))
    site.put(THIRD, '<html><body><script>window.location.href = "/moved/3.html";</script></body></html>')
    newsroom.config(address=site.at("/"))
    assert newsroom.visit() == 0
    assert kept(newsroom) == {FIRST: None, THIRD: None}
    [(record,)] = newsroom.kept("SELECT record FROM readings JOIN articles USING (content) WHERE address = :at", at=site.at(THIRD))
    assert json.loads(record)["source"]["url"] == site.at("/moved/3.html")
    assert newsroom.visit() == 0
    assert (site.hits[THIRD], site.hits["/moved/3.html"]) == (2, 1)


@pytest.mark.parametrize("home", ["/", "/index.html", "/list.html", "/list.html#top"])
def test_an_article_that_leads_home_is_none(newsroom: Newsroom, capfd: pytest.CaptureFixture[str], home: str) -> None:
    site, front = newsroom.site, newsroom.site.answer("/list.html", "", {}).body
    newsroom.config(**{"recheck-days": 3660})
    site.put("/", front)
    site.put("/index.html", front)
    whole = site.answer(THIRD, "", {}).body
    site.put(FIRST, Answer(code=302, headers={"Location": home}))
    site.put(THIRD, whole, whole, Answer(code=302, headers={"Location": home}))
    assert newsroom.visit() == 1
    assert "新 1 篇，没有读成 1 篇" in capfd.readouterr().err
    assert kept(newsroom) == {FIRST: "not-found", THIRD: None}
    # what was read before stays as it was
    assert newsroom.visit() == 1
    assert f"{THIRD} 转到了栏目页或首页" in capfd.readouterr().err
    assert newsroom.kept("SELECT title FROM documents") == [("鹿港区第二中学送教下乡走进康朗县中学",)]
