"""A visit that was killed is gone on with as if it had not been: nothing is lost, nothing is there twice."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from pipeline.feeds.taking import AT_ONCE
from tests.pipeline.feeds.health.bureau import Bureau
from tests.pipeline.feeds.newsroom import page
from tests.pipeline.fetch.server import served
from tests.pipeline.store.places import new_postgres

ARTICLES = AT_ONCE + 6
ATTACHED = 3
TABLES = {
    "articles": """
        SELECT a.address, a.feed, a.title, a.day, a.text, a.content, a.failures, a.reason, p.address, f.address
        FROM articles a LEFT JOIN articles p ON p.id = a.parent_id LEFT JOIN articles f ON f.id = a.first_id ORDER BY a.address""",
    "versions": "SELECT a.address, v.content FROM article_versions v JOIN articles a ON a.id = v.article_id ORDER BY 1, 2",
    "bands": "SELECT a.address, count(*) FROM bands b JOIN articles a ON a.id = b.article_id GROUP BY a.address ORDER BY 1",
    "feeds": "SELECT name, failures, reason, items, usual FROM feeds ORDER BY name",
    "alarms": "SELECT feed, kind FROM alarms",
    "pages": "SELECT address, digest FROM pages ORDER BY address",
    "readings": "SELECT content, status, count(*) FROM readings GROUP BY content, status ORDER BY content",
    "sources": "SELECT address, content FROM sources ORDER BY address",
    "documents": "SELECT kind, count(*) FROM documents GROUP BY kind ORDER BY kind",
    "claims": "SELECT content FROM claims",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    """A list of two pages, every article in it wanted, with attachments and a reprint; its store is that of a visit without a kill."""
    with served() as site:
        bureau = Bureau(site, tmp_path_factory.mktemp("whole"))
        paths = bureau.report(*range(1, ARTICLES + 1))
        bureau.write("/copy.html", "转载：结对帮扶", bureau.articles[paths[2]]["day"], body=bureau.articles[paths[2]]["body"])
        for path in paths[1 : 1 + ATTACHED]:
            bureau.articles[path]["more"] = f'<p><a href="/files{path}.docx">附件：协议{path[2:-5]}.docx</a></p>'
            site.put(f"/files{path}.docx", agreement(path))
        bureau.publish()
        put_lists(bureau)
        configure(bureau)
        assert bureau.visit() == 0
        yield bureau


def agreement(path: str) -> bytes:
    """What hangs on an article."""
    document = Document()
    document.add_paragraph(f"结对帮扶协议{path}")
    document.add_paragraph(f"甲方：鹿港区实验小学 乙方：康朗县第一小学。双方结对，每年互派教师{len(path)}名，编号{path}。")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def put_lists(bureau: Bureau) -> None:
    """The list on two pages: the first batch is the first page."""
    rows = [
        f'<li><a href="{path}" title="{one["title"]}">{one["title"]}</a><span>{one["day"]}</span></li>'
        for path, one in bureau.articles.items()
    ]
    for place, some, more in (
        ("/list.html", rows[:AT_ONCE], '<a class="next" href="/list_1.html">下一页</a>'),
        ("/list_1.html", rows[AT_ONCE:], ""),
    ):
        bureau.site.put(place, f'<html><body><ul class="newsList">{"".join(some)}</ul>{more}</body></html>')


def configure(bureau: Bureau) -> None:
    """The source as it is visited; what is young would be asked for again."""
    bureau.config(kind="page", item="ul.newsList li", day="span", next="a.next", pages=2, keywords=[], **{"recheck-days": 0})


def differences(one: Bureau, other: Bureau) -> dict[str, set[Any]]:
    """What either of two stores has that the other has not."""
    both = {name: (one.kept(query), other.kept(query)) for name, query in TABLES.items()}
    return {name: set(here) ^ set(there) for name, (here, there) in both.items() if here != there}


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, told: Bureau, tmp_path: Path) -> Iterator[Bureau]:
    """The same site, and an empty store."""
    made = Bureau(told.site, tmp_path, told.articles)
    configure(made)
    if request.param == "sqlite":
        yield made
        return
    with new_postgres() as url:
        made.place = url
        yield made


def killed(bureau: Bureau, point: str, number: int) -> None:
    """A visit that ends there."""
    asked = ["feeds", "run", "--config", str(bureau.folder / "feeds.toml"), "--store", bureau.store, "--no-names", "--jobs", "1"]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.pipeline.feeds.health.killed", point, str(number), *asked], capture_output=True, check=False
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()


@pytest.mark.parametrize(
    ("point", "number"),
    [
        ("pipeline.fetch.fetcher:Fetcher.get", 2),
        ("pipeline.fetch.fetcher:Fetcher.get", 10),
        ("pipeline.feeds.taking:store", 1),
        ("pipeline.feeds.taking:write_articles", 1),
        ("pipeline.feeds.taking:link_reprints", 1),
        ("pipeline.feeds.taking:Taking._some", 2),
        ("pipeline.feeds.visit:keep_pages", 1),
        ("pipeline.feeds.visit:keep_feed", 1),
        ("pipeline.feeds.visit:keep_alarms", 1),
    ],
)
def test_the_next_visit_ends_as_one_without_a_kill(told: Bureau, other: Bureau, point: str, number: int) -> None:
    killed(other, point, number)
    assert other.visit() == 0
    assert differences(other, told) == {}
    assert other.kept("SELECT state FROM runs ORDER BY started") == [("died",), ("done",)]
    # and nothing is left to do
    hits = dict(other.site.hits)
    assert other.visit() == 0
    assert {path for path, count in other.site.hits.items() if count != hits[path]} == {"/list.html", "/robots.txt"}


def test_what_was_read_is_not_read_again(told: Bureau, other: Bureau) -> None:
    killed(other, "pipeline.feeds.taking:Taking._some", 2)
    hits = dict(other.site.hits)
    assert other.visit() == 0
    assert [path for path in list(told.articles)[:AT_ONCE] if other.site.hits[path] != hits[path]] == []


def test_killed_again_and_again_it_comes_to_an_end(told: Bureau, other: Bureau) -> None:
    for number in (5, 24):
        killed(other, "pipeline.fetch.fetcher:Fetcher.get", number)
    killed(other, "pipeline.feeds.taking:link_reprints", 1)
    assert other.visit() == 0
    assert differences(other, told) == {}


def test_the_page_is_what_it_seems(told: Bureau) -> None:
    """A reprint and attachments are there, or the rest would show nothing of them."""
    told_of = told.kept("SELECT count(*), count(parent_id), count(first_id), count(content) FROM articles")
    assert told_of == [(ARTICLES + 1 + ATTACHED, ATTACHED, 1, ARTICLES + 1 + ATTACHED)]
    assert page(told.articles["/t3.html"]).count(".docx") == 2
