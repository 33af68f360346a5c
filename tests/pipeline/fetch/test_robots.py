"""robots.txt is asked for once, and kept."""

from __future__ import annotations

import threading

import pytest

from pipeline.fetch.fetcher import Fetcher
from pipeline.fetch.limits import Deadlines
from pipeline.fetch.pace import Pace
from pipeline.fetch.trouble import FetchTrouble
from tests.linear import LIMIT, growth
from tests.pipeline.fetch.hurried import Waits, hurried, names, trouble_of
from tests.pipeline.fetch.server import Answer, Asked, Site, served

POLITE = Pace(0, robots=True)
ALL_FORBIDDEN = "User-agent: *\nDisallow: /\n"

RULES = [
    ("", "/a", True),
    ("User-agent: *\nDisallow:\n", "/a", True),
    (ALL_FORBIDDEN, "/a", False),
    (ALL_FORBIDDEN, "/robots.txt", True),
    ("\ufeff" + ALL_FORBIDDEN, "/a", False),
    ("user-agent:*\r\ndisallow:/\r\n", "/a", False),
    ("User-agent: *\nDisallow: /a", "/ab", False),
    ("User-agent: *\nDisallow: /a", "/b/a", True),
    ("User-agent: *\nDisallow: /*?", "/a?b=1", False),
    ("User-agent: *\nDisallow: /*.doc$", "/a.doc", False),
    ("User-agent: *\nDisallow: /*.doc$", "/a.docx", True),
    ("User-agent: *\nDisallow: /\nAllow: /jyj/", "/jyj/a.html", True),
    ("User-agent: *\nDisallow: /\nAllow: /jyj/", "/jyjx/a.html", False),
    ("User-agent: jiedui\nDisallow: /\nUser-agent: *\nDisallow:", "/a", False),
    ("User-agent: *\nDisallow: /\nUser-agent: jiedui\nDisallow:", "/a", True),
    ("User-agent: JieDui\nDisallow: /", "/a", False),
    ("User-agent: otherbot\nDisallow: /", "/a", True),
    ("User-agent: *\nDisallow: /结对", "/%E7%BB%93%E5%AF%B9/a.html", False),
    ("<html><body>页面不存在</body></html>", "/a", True),
    ("\x00\x01\x02", "/a", True),
    ("Disallow: /", "/a", True),
]


@pytest.mark.parametrize(("rules", "path", "is_allowed"), RULES)
def test_rules_are_kept(site: Site, rules: str, path: str, *, is_allowed: bool) -> None:
    site.put("/robots.txt", Answer(rules, headers={"Content-Type": "text/plain"}))
    if path != "/robots.txt":
        site.put(path.partition("?")[0], "<p>一则消息</p>")
    with hurried(site, pace=POLITE) as fetcher:
        if is_allowed:
            assert fetcher.get(site.at(path)).code == 200
        else:
            trouble = trouble_of(fetcher, site.at(path))
            assert (trouble.reason, trouble.saying) == ("forbidden", "forbidden")
            assert site.hits == {"/robots.txt": 1}


def _fetch(site: Site, fetcher: Fetcher) -> str:
    """The reason why a page is not to be had, or nothing."""
    try:
        fetcher.get(site.at("/a"))
    except FetchTrouble as trouble:
        return f"{trouble.reason} {trouble.saying}"
    return ""


ANSWERS = [
    (Answer(code=404), "", 1),
    (Answer(code=410), "", 1),
    (Answer(code=401), "", 1),
    (Answer(code=403), "", 1),
    (Answer(code=400), "", 1),
    (Answer(code=412), "", 1),
    (Answer(code=304), "", 1),
    (Answer(ALL_FORBIDDEN, 404), "", 1),
    (Answer(code=302, headers={"Location": "/robots.txt"}), "", 1),
    (Answer(code=302), "", 1),
    (Answer("<script>location.href='/elsewhere'</script>"), "", 1),
    (Answer('<meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/">'), "", 1),
    (Answer(code=500), "forbidden robots-failed", 3),
    (Answer(code=501), "forbidden robots-failed", 1),
    (Answer(code=503), "forbidden robots-failed", 3),
    (Answer(raw=[], ends="reset"), "forbidden robots-failed", 3),
    (Answer("User-agent: *", told=10_000, ends="closed"), "forbidden robots-failed", 1),
    (Answer("User-agent: *", told=10_000), "forbidden robots-failed", 1),
    (Answer(code=302, headers={"Location": "http://127.0.0.1:1/"}), "forbidden robots-failed", 1),
    (Answer(code=302, headers={"Location": "http://10.0.0.1/robots.txt"}), "forbidden robots-failed", 1),
    (Answer(code=429), "too-many-requests too-many-requests", 3),
    (Answer(code=521), "blocked blocked", 1),
    (Answer("<body>您的访问被网站防火墙拦截</body>", 503), "blocked blocked", 1),
]


@pytest.mark.parametrize(("answer", "reason", "hits"), ANSWERS, ids=range(len(ANSWERS)))
def test_what_becomes_of_a_robots_txt_that_is_none(site: Site, answer: Answer, reason: str, hits: int) -> None:
    site.put("/robots.txt", answer)
    site.put("/a", "<p>一则消息</p>")
    with hurried(site, pace=POLITE) as fetcher:
        assert [_fetch(site, fetcher), _fetch(site, fetcher)] == [reason, reason]
    # once for both pages
    assert site.hits["/robots.txt"] == hits
    assert site.hits["/a"] == (0 if reason else 2)


def test_why_it_failed_is_said(site: Site) -> None:
    site.put("/robots.txt", Answer(code=502))
    with hurried(site, pace=POLITE) as fetcher:
        trouble = trouble_of(fetcher, site.at("/a"))
    assert "robots.txt" in trouble.message
    assert "服务器出错" in trouble.message
    assert "its server fails" in trouble.said("en")


def test_a_slow_one_forbids(site: Site) -> None:
    site.put("/robots.txt", Answer(pieces=(b"# a\n" for _ in range(400)), pause=0.05))
    with hurried(site, pace=POLITE, deadlines=Deadlines(read=0.3, whole=0.5)) as fetcher:
        assert trouble_of(fetcher, site.at("/a")).saying == "robots-failed"


def test_a_long_one_is_read_in_part(site: Site) -> None:
    line = b"# filler\n" * 1_000
    rules = b"User-agent: *\nDisallow: /early\n"
    site.put("/robots.txt", Answer(rules + line * 100 + b"Disallow: /late\n"))
    site.put("/late", "<p>一则消息</p>")
    with hurried(site, pace=POLITE) as fetcher:
        assert fetcher.get(site.at("/late")).code == 200
        assert trouble_of(fetcher, site.at("/early")).reason == "forbidden"


def test_a_redirected_one_is_read_where_it_is(site: Site) -> None:
    site.put("/robots.txt", Answer(code=301, headers={"Location": "/other.txt"}))
    site.put("/other.txt", Answer(ALL_FORBIDDEN))
    with hurried(site, pace=POLITE) as fetcher:
        assert trouble_of(fetcher, site.at("/a")).reason == "forbidden"


def test_every_port_has_its_own(site: Site) -> None:
    with served() as other:
        site.put("/robots.txt", ALL_FORBIDDEN)
        other.put("/a", "<p>一则消息</p>")
        with hurried(allowed=["127.0.0.1"], pace=POLITE) as fetcher:
            assert trouble_of(fetcher, site.at("/a")).reason == "forbidden"
            assert fetcher.get(other.at("/a")).code == 200


def test_it_is_not_asked_where_nobody_wants_it(site: Site, fetcher: Fetcher) -> None:
    site.put("/robots.txt", ALL_FORBIDDEN)
    site.put("/a", "<p>一则消息</p>")
    assert fetcher.get(site.at("/a")).code == 200
    assert trouble_of(fetcher, site.at("/a"), pace=POLITE).reason == "forbidden"
    assert site.hits == {"/a": 1, "/robots.txt": 1}


def test_a_refused_site_is_not_forbidden_but_refused() -> None:
    with hurried(pace=POLITE, resolver=names({"oa.example": ["10.0.0.8"]})) as fetcher:
        assert trouble_of(fetcher, "http://oa.example/a").reason == "refused-address"
        assert trouble_of(fetcher, "http://10.0.0.8/a").reason == "refused-address"


def test_another_source_may_ask_where_one_may_not(site: Site) -> None:
    site.put("/a", "<p>一则消息</p>")
    with hurried(pace=POLITE, resolver=names({"oa.example": ["127.0.0.1"]})) as fetcher:
        assert trouble_of(fetcher, site.at("/a", "oa.example")).reason == "refused-address"
        assert fetcher.get(site.at("/a", "oa.example"), allowed=["oa.example"]).code == 200


DELAYS = [
    ("2", 2.0),
    ("7.5", 7.5),
    ("3600", 30.0),
    ("1e9", 30.0),
    ("0", 1.0),
    ("-5", 1.0),
    ("nan", 1.0),
    ("inf", 1.0),
    ("soon", 1.0),
    ("0.2", 1.0),
]


@pytest.mark.parametrize(("delay", "seconds"), DELAYS)
def test_a_delay_is_kept(site: Site, delay: str, seconds: float) -> None:
    waits = Waits()
    site.put("/robots.txt", f"User-agent: *\nCrawl-delay: {delay}\n")
    site.put("/a", "<p>一则消息</p>")
    with hurried(site, waits, pace=Pace(1.0)) as fetcher:
        for _ in range(3):
            fetcher.get(site.at("/a"))
    # the delay counts from the request for robots.txt itself
    assert waits.slept == [seconds] * 3


def test_threads_ask_for_it_once(site: Site) -> None:
    def slowly(_: Asked) -> Answer:
        return Answer(pieces=[b"User-agent: *\n", b"Disallow: /b\n"], pause=0.05)

    site.put("/robots.txt", slowly)
    site.put("/a", "<p>一则消息</p>")
    with hurried(site, pace=POLITE) as fetcher:
        threads = [threading.Thread(target=fetcher.get, args=(site.at("/a"),)) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert site.hits == {"/robots.txt": 1, "/a": 5}


def test_stars_cost_no_more_than_they_are_long() -> None:
    from protego import Protego

    def match(size: int) -> bool:
        return bool(Protego.parse("User-agent: *\nDisallow: /" + "*a" * 20 + "b").can_fetch("http://jyj.example/" + "a" * size, "jiedui"))

    assert growth(match, int, 8_000) <= LIMIT
