"""Sites that are slow, swollen, walled off, forbidding or lead astray, as somebody sees them who runs ``jiedui feeds run``."""

from __future__ import annotations

import gzip
import itertools
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import httpcore
import pytest

from pipeline.cli import run
from pipeline.fetch.fetcher import Fetcher
from pipeline.fetch.limits import MAX_BODY
from pipeline.fetch.resolving import Resolver
from tests.pipeline.feeds.newsroom import Newsroom, Room, page
from tests.pipeline.feeds.sites import MAKES
from tests.pipeline.fetch.hurried import SHORT, Waits, nowhere
from tests.pipeline.fetch.server import Answer, Asked, served

FIRST, SECOND, THIRD = "/t20240301_1.html", "/t20240305_2.html", "/t20240308_3.html"
NAME = "鹿港区教育局"
Hurry = Callable[[Resolver], None]


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> Hurry:
    """The fetcher of the command has deadlines of a second, waits for nobody, and looks up nothing unless it is told how."""

    def with_names(resolver: Resolver) -> None:
        settings: dict[str, Any] = {"deadlines": SHORT, "clock": Waits().clock(), "resolver": resolver}
        monkeypatch.setattr("pipeline.feeds.run.Fetcher", partial(Fetcher, **settings))

    with_names(nowhere)
    return with_names


def kept(newsroom: Newsroom) -> set[str]:
    """The paths of the articles that were read."""
    rows = newsroom.kept("SELECT address FROM articles WHERE content IS NOT NULL")
    return {row[0].removeprefix(newsroom.site.at("")) for row in rows}


def reasons(newsroom: Newsroom) -> dict[str, str | None]:
    rows = newsroom.kept("SELECT address, reason FROM articles")
    return {address.removeprefix(newsroom.site.at("")): reason for address, reason in rows}


def status(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    """``jiedui feeds status`` of the one source: its exit code, and what it says."""
    capfd.readouterr()
    place = ["--config", str(newsroom.folder / "feeds.toml"), "--store", newsroom.store]
    assert run(["feeds", "status", *place]) == run(["feeds", "status", *place, "--format", "json"])
    text, _, told = capfd.readouterr().out.partition("[\n")
    sources = json.loads("[\n" + told)
    assert all(line in text for one in sources for line in (one["name"], *(alarm["message"] for alarm in one["alarms"])))
    return 3 if any(one["alarms"] for one in sources) else 0, sources[0]


def second_source(newsroom: Newsroom, path: str) -> None:
    """Another source beside the one that is there."""
    config = newsroom.config()
    told = f'address = "{newsroom.site.at(path)}"\nallow = ["{newsroom.site.host}"]\nseconds = 0\n'
    config.write_text(config.read_text() + f'[[feed]]\nname = "另一个"\n{told}')


# time and size

_ENDLESS = Answer(pieces=itertools.repeat(b"<li>"), pause=0.05)
_NO_HEAD = Answer(raw=itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n"), pause=0.05)
_BOMB = Answer(gzip.compress(bytes(MAX_BODY * 10)), headers={"Content-Encoding": "gzip"})
_SHORT = Answer("<html><body><p>结对", told=9_000)
HOSTILE = {
    "drips": (_ENDLESS, "timed-out"),
    "never begins": (_NO_HEAD, "timed-out"),
    "a gzip bomb": (_BOMB, "too-large"),
    "breaks off": (_SHORT, "bad-body"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_list_that_means_no_good_costs_no_other_source(newsroom: Newsroom, capfd: pytest.CaptureFixture[str], name: str) -> None:
    answer, reason = HOSTILE[name]
    newsroom.site.put("/bad.html", answer)
    second_source(newsroom, "/bad.html")
    assert newsroom.visit() == 1
    said = capfd.readouterr().err
    assert f"{NAME}：列表 3 篇，新 2 篇" in said
    assert "另一个：没有读成：" in said
    assert "Traceback" not in said
    assert kept(newsroom) == {FIRST, THIRD}
    assert newsroom.kept("SELECT reason, failures FROM feeds WHERE name = '另一个'") == [(reason, 1)]


@pytest.mark.parametrize("name", HOSTILE)
def test_an_article_that_means_no_good_costs_no_other(newsroom: Newsroom, capfd: pytest.CaptureFixture[str], name: str) -> None:
    answer, reason = HOSTILE[name]
    newsroom.site.put(FIRST, answer)
    assert newsroom.visit() == 1
    assert "新 1 篇，没有读成 1 篇" in capfd.readouterr().err
    assert kept(newsroom) == {THIRD}
    assert reasons(newsroom)[FIRST] == reason
    assert status(newsroom, capfd)[1]["failures"] == 0


def test_a_site_that_drips_is_not_waited_for_article_by_article(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    paths = [f"/t20240401_{at}.html" for at in range(10, 16)]
    for path in paths:
        newsroom.write(path, f"鹿港区学校结对帮扶{path[-7:-5]}", "2024-04-01")
    newsroom.publish()
    for path in paths:
        newsroom.site.put(path, _NO_HEAD)
    assert newsroom.visit() == 1
    assert "新 2 篇，没有读成 3 篇，不含关键词或不在日期内 1 篇，没有读成：" in capfd.readouterr().err
    assert [newsroom.site.hits[path] > 0 for path in paths] == [True] * 3 + [False] * 3
    assert kept(newsroom) == {FIRST, THIRD}
    assert newsroom.kept("SELECT reason FROM feeds") == [("timed-out",)]


# our own network


@pytest.mark.parametrize(
    "link", ["http://127.0.0.1:{port}/secret", "http://169.254.169.254/latest/", "http://[::1]/", "file:///etc/passwd"]
)
@pytest.mark.parametrize("path", [FIRST, "/list.html"])
def test_no_redirect_leads_into_our_network(newsroom: Newsroom, capfd: pytest.CaptureFixture[str], path: str, link: str) -> None:
    with served() as inner:
        inner.put("/secret", page(newsroom.articles[FIRST]))
        newsroom.site.put(path, Answer(code=302, headers={"Location": link.format(port=inner.port)}))
        assert newsroom.visit() == 1
        assert inner.hits.total() == 0
    assert "没有读成" in capfd.readouterr().err
    if path == FIRST:
        assert kept(newsroom) == {THIRD}
        assert reasons(newsroom)[FIRST] == "refused-address"
    else:
        assert newsroom.kept("SELECT reason FROM feeds") == [("refused-address",)]


class _World(httpcore.SyncBackend):
    """Public addresses lead to the site: there is no world in a test."""

    port = 0

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        del host, port
        return super().connect_tcp("127.0.0.1", self.port, timeout, local_address, socket_options)


@pytest.fixture
def world(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    """The newsroom as a site of the world, whose server keeps no connection."""
    monkeypatch.setattr(_World, "port", newsroom.site.port)
    monkeypatch.setattr("pipeline.fetch.connecting.httpcore.SyncBackend", _World)
    for path in ("/robots.txt", "/list.html", FIRST, THIRD):
        told = newsroom.site.answer(path, "", {})
        newsroom.site.put(path, Answer(told.body, told.code, {"Connection": "close"}, ends="closed"))
    newsroom.site.hits.clear()
    newsroom.config(address="http://jyj.example/list.html", allow=[])
    return newsroom


def test_a_name_that_rebinds_is_not_followed_into_our_network(world: Newsroom, hurry: Hurry, capfd: pytest.CaptureFixture[str]) -> None:
    looked_up: list[str] = []

    def rebinding(host: str, _: int) -> Sequence[str]:
        looked_up.append(host)
        # robots.txt, the list and an article are in the world, all else is at home
        return ["8.8.8.8"] if len(looked_up) <= 3 else ["127.0.0.1"]

    hurry(rebinding)
    assert world.visit() == 1
    assert "新 1 篇，没有读成 1 篇" in capfd.readouterr().err
    assert world.site.hits.total() == 3
    assert world.kept("SELECT reason FROM articles ORDER BY reason") == [(None,), ("refused-address",)]


def test_a_link_into_our_network_is_not_followed(world: Newsroom, hurry: Hurry) -> None:
    hurry(lambda host, _: {"jyj.example": ["8.8.8.8"], "oa.example": ["10.0.0.8"]}[host])
    world.site.put("/list.html", _list("http://oa.example/1.html", "http://10.0.0.8/2.html", FIRST))
    assert world.visit() == 1
    assert world.kept("SELECT address, reason FROM articles ORDER BY address") == [
        ("http://10.0.0.8/2.html", "refused-address"),
        (f"http://jyj.example{FIRST}", None),
        ("http://oa.example/1.html", "refused-address"),
    ]
    assert set(world.site.hits) == {"/robots.txt", "/list.html", FIRST}


def _list(*links: str) -> str:
    lines = "".join(
        f'<li><a href="{link}">鹿港区学校开展结对帮扶之{at}</a><span>2024-03-0{at}</span></li>' for at, link in enumerate(links, 1)
    )
    return f"<html><body><ul class=newsList>{lines}</ul></body></html>"


# later, please


def test_a_server_that_says_later_is_left_alone_for_that_long(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    newsroom.site.put("/list.html", Answer(code=429, headers={"Retry-After": "7200"}))
    began = datetime.now(UTC)
    assert newsroom.visit() == 1
    code, told = status(newsroom, capfd)
    wait = datetime.fromisoformat(told["wait_until"])
    assert began + timedelta(seconds=7199) <= wait <= datetime.now(UTC) + timedelta(seconds=7200)
    assert (code, told["reason"], told["failures"]) == (0, "too-many-requests", 1)
    newsroom.publish()
    assert newsroom.visit() == 0
    assert f"{NAME}：前面没有读成" in capfd.readouterr().err
    assert newsroom.site.hits["/list.html"] == 1
    assert newsroom.visit("--force") == 0
    assert kept(newsroom) == {FIRST, THIRD}
    assert status(newsroom, capfd)[1]["wait_until"] is None


def test_what_was_read_before_a_server_says_later_is_kept(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    newsroom.write("/t20240309_4.html", "云岭县一中与鹿港区一中结对", "2024-03-09", helper="鹿港区一中", helped="云岭县一中", count=7)
    newsroom.publish()
    newsroom.site.put(THIRD, Answer(code=429, headers={"Retry-After": "3600"}))
    assert newsroom.visit() == 1
    assert "新 1 篇，没有读成 1 篇" in capfd.readouterr().err
    assert kept(newsroom) == {FIRST}
    assert newsroom.site.hits["/t20240309_4.html"] == 0
    assert status(newsroom, capfd)[1]["reason"] == "too-many-requests"
    newsroom.publish()
    assert newsroom.visit("--force") == 0
    assert kept(newsroom) == {FIRST, THIRD, "/t20240309_4.html"}
    assert newsroom.site.hits[FIRST] == 1


# firewalls

_CHECK = "<html><head><title>安全验证</title></head><body><h1>请完成安全验证</h1><p>请按住滑块，拖动到最右边</p></body></html>"
_SCRIPT = '<html><head><script>document.cookie="__jsl_clearance=1";location.href=location.pathname</script></head><body></body></html>'
WALLS = [Answer(code=412), Answer(_SCRIPT, 521), Answer(_CHECK), Answer(_SCRIPT, 412), Answer(_SCRIPT)]


@pytest.mark.parametrize("number", range(len(WALLS)))
def test_a_firewall_before_a_list_alarms_until_it_is_gone(newsroom: Newsroom, capfd: pytest.CaptureFixture[str], number: int) -> None:
    newsroom.site.put("/list.html", WALLS[number])
    assert newsroom.visit() == 3
    said = capfd.readouterr().err
    assert f"注意 {NAME}（被拦截）" in said
    assert newsroom.site.hits["/list.html"] == 1
    code, told = status(newsroom, capfd)
    assert (code, told["reason"], [one["kind"] for one in told["alarms"]]) == (3, "blocked", ["blocked"])
    newsroom.publish()
    assert newsroom.visit("--force") == 0
    code, told = status(newsroom, capfd)
    assert (code, told["reason"], told["alarms"], told["articles"]) == (0, None, [], 2)


@pytest.mark.parametrize("number", range(len(WALLS)))
def test_a_firewall_before_an_article_ends_the_visit(newsroom: Newsroom, capfd: pytest.CaptureFixture[str], number: int) -> None:
    newsroom.site.put(FIRST, WALLS[number])
    assert newsroom.visit() == 3
    assert "（被拦截）" in capfd.readouterr().err
    assert (newsroom.site.hits[FIRST], newsroom.site.hits[THIRD]) == (1, 0)
    newsroom.publish()
    assert newsroom.visit("--force") == 0
    assert kept(newsroom) == {FIRST, THIRD}


# lists that are none

_COLUMNS = "要闻 公告 督导 党建 基教 职教".split()
_LOST = "<html><head><title>404</title></head><body><p>您访问的页面不存在</p><a href='/'>返回首页</a></body></html>"
_LOGIN = "<html><body><form><input name=u><input type=password name=p><button>登录</button></form><a href='/reg'>注册</a></body></html>"
NO_LISTS = {
    "under repair": "<html><body><h1>网站升级改造中</h1><p>敬请期待</p></body></html>",
    "a page that is not there and says that all is well": _LOST,
    "a login": _LOGIN,
    "a menu": f"<html><body><ul>{''.join(f'<li><a href=/{one}/>{one}</a></li>' for one in _COLUMNS)}</ul></body></html>",
    "an article": page({"title": "结对帮扶", "day": "2024-03-01", "views": 1, "body": "结对帮扶活动在康朗县举行。" * 30, "more": ""}),
    "nothing": "",
}


@pytest.mark.parametrize("name", NO_LISTS)
def test_what_looks_like_a_list_and_is_none(newsroom: Newsroom, capfd: pytest.CaptureFixture[str], name: str) -> None:
    newsroom.site.put("/list.html", NO_LISTS[name])
    assert newsroom.visit() == 1
    assert newsroom.kept("SELECT count(*) FROM articles") == [(0,)]
    capfd.readouterr()
    newsroom.publish()
    assert newsroom.visit("--force") == 0
    newsroom.site.put("/list.html", NO_LISTS[name])
    assert newsroom.visit() == 3
    assert "（列表空了）：列表里一篇文章也没有，平时有 3 篇" in capfd.readouterr().err
    assert [one["kind"] for one in status(newsroom, capfd)[1]["alarms"]] == ["empty"]
    assert kept(newsroom) == {FIRST, THIRD}


def test_a_page_whose_selectors_find_nothing_any_more(room: Room, capfd: pytest.CaptureFixture[str]) -> None:
    newsroom = room("configured selectors")
    assert newsroom.visit() == 0
    told = newsroom.site.answer("/dongtai/", "", {}).body
    assert isinstance(told, str)
    newsroom.site.put("/dongtai/", told.replace('id="box"', 'id="box2"'))
    assert newsroom.visit() == 3
    said = capfd.readouterr().err
    assert "按选择器“#box .it”在列表页上没有找到一行" in said
    assert "（列表空了）" in said


# robots.txt


@pytest.mark.parametrize(("rules", "asked"), [("Disallow: /", set()), ("Disallow: /list.html", set()), ("Disallow: /t2", {"/list.html"})])
def test_what_robots_txt_forbids_is_not_asked_for(
    newsroom: Newsroom, capfd: pytest.CaptureFixture[str], rules: str, asked: set[str]
) -> None:
    newsroom.site.put("/robots.txt", f"User-agent: *\n{rules}\n")
    assert newsroom.visit() == 1
    assert "robots.txt" in capfd.readouterr().err
    assert set(newsroom.site.hits) == {"/robots.txt", *asked}
    assert set(reasons(newsroom).values()) <= {"forbidden"}
    newsroom.config(robots=False)
    assert newsroom.visit("--force") == 0
    assert kept(newsroom) == {FIRST, THIRD}


# what is as it was


def test_what_has_not_changed_is_not_sent_again(newsroom: Newsroom, capfd: pytest.CaptureFixture[str]) -> None:
    unchanged: list[str] = []

    def with_tag(asked: Asked) -> Answer:
        is_same = (
            asked.headers.get("if-none-match") == f'"{asked.path}"'
            or asked.headers.get("if-modified-since") == "Fri, 08 Mar 2024 00:00:00 GMT"
        )
        if is_same:
            unchanged.append(asked.path)
            return Answer(code=304)
        told = bodies[asked.path]
        tag = {"Last-Modified": "Fri, 08 Mar 2024 00:00:00 GMT"} if asked.path == FIRST else {"ETag": f'"{asked.path}"'}
        return Answer(told, headers=tag)

    bodies = {path: newsroom.site.answer(path, "", {}).body for path in ("/list.html", FIRST, THIRD)}
    for path in bodies:
        newsroom.site.put(path, with_tag)
    newsroom.config(**{"recheck-days": 3660})
    assert newsroom.visit() == 0
    assert unchanged == []
    capfd.readouterr()
    assert newsroom.visit() == 0
    assert f"{NAME}：未变 2 篇" in capfd.readouterr().err
    assert sorted(unchanged) == ["/list.html", FIRST, THIRD]
    assert newsroom.kept("SELECT count(*) FROM readings") == [(2,)]
    told = status(newsroom, capfd)[1]
    assert (told["items"], told["articles"], told["failures"]) == (3, 2, 0)


def test_every_make_is_turned_away_at_a_wall(room: Room) -> None:
    for name, make in MAKES.items():
        newsroom = room(name)
        newsroom.site.put(make.start.partition("?")[0], Answer(code=412))
        assert newsroom.visit("--force") == 3
        assert kept(newsroom) == set()
