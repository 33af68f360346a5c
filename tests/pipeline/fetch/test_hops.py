"""Where an answer leads on to, and where it does not."""

from __future__ import annotations

import pytest

from pipeline.fetch.exchange import Exchange
from pipeline.fetch.hops import Hop, find_hop
from pipeline.fetch.trouble import FetchTrouble
from tests.linear import LIMIT, growth
from tests.pipeline.fetch.make_exchange import answered

ARTICLE = "<p>康朗县实验小学与鹿港区中心小学签订结对帮扶协议，双方将在教师交流、联合教研、资源共享等方面开展为期三年的合作，首批六名骨干教师已经到岗。</p>"

LEADS_ON = [
    ("http://b.example/", '<meta http-equiv="refresh" content="0;url=http://b.example/">'),
    ("/jyj/index.html", '<html><head><META HTTP-EQUIV="Refresh" CONTENT="0; URL=/jyj/index.html"></head><body></body></html>'),
    ("b.html", "<meta http-equiv='refresh' content='3;url=\"b.html\"'>"),
    ("b.html", "<meta http-equiv=refresh content=\"5; url='b.html'\">"),
    ("b.html", '<meta http-equiv="refresh" content="0; b.html">'),
    ("b.html", '<meta http-equiv="refresh" content="0,url = b.html">'),
    ("b.html", '<meta content="0.5;url=b.html" http-equiv="refresh">'),
    ("b.html?a=1&b=2", '<meta http-equiv="refresh" content="0;url=b.html?a=1&amp;b=2">'),
    ("b.html", '<meta http-equiv="refresh" content="1;url=b.html">' + ARTICLE),
    ("/jyj/", '<script>window.location.href="/jyj/";</script>'),
    ("/jyj/", "<script>location.href = '/jyj/'</script>"),
    ("/jyj/", '<html><head><title>鹿港区教育局</title><script language="javascript">\nlocation="/jyj/";\n</script></head></html>'),
    ("./index.shtml", "<script>window.location.replace('./index.shtml')</script>"),
    ("/a", "<script>self.location.assign('/a');</script>"),
    ("/a", '<script>top.location.href="/a"</script>'),
    ("/a", '<script>window.top.location = "/a";</script>'),
    ("/a", '<script>document.location.href="/a"</script>'),
    ("/a", '<script>javascript:location.href="/a"</script>'),
    ("/a", '<script><!--\nlocation.href="/a";\n//--></script>'),
    ("/a", '<script>//<![CDATA[\nlocation.href="/a";\n//]]></script>'),
    ("http://b.example/a", '<script>location.href="http:\\/\\/b.example\\/a";</script>'),
    ("/a", '<script>location.href="/a"</script><p>页面正在跳转，如果没有反应请<a href="/a">点击这里</a>。</p>'),
    ("/a", '<script>location.href="/a"</script><noscript>' + ARTICLE + "</noscript>"),
    ("/新闻/", '<script>location.href="/新闻/"</script>'),
]


@pytest.mark.parametrize(("link", "page"), LEADS_ON)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_page_leads_on(link: str, page: str, encoding: str) -> None:
    assert find_hop(answered(page.encode(encoding))) == Hop(link, is_page=True)


STAYS = [
    "",
    ARTICLE,
    '<meta http-equiv="refresh" content="300">',
    '<meta http-equiv="refresh" content="0">',
    '<meta http-equiv="refresh" content="0;url=">',
    '<meta http-equiv="refresh" content="6;url=b.html">',
    '<meta http-equiv="refresh" content="600;url=b.html">',
    '<meta http-equiv="refresh" content="url=b.html">',
    '<meta http-equiv="refresh">',
    '<meta http-equiv="refresh-x" content="0;url=b.html">',
    '<meta name="refresh" content="0;url=b.html">',
    '<!--[if lt IE 9]><meta http-equiv="refresh" content="0;url=/ie.html"><![endif]-->' + ARTICLE,
    '<noscript><meta http-equiv="refresh" content="0;url=/plain.html"></noscript>' + ARTICLE,
    '<template><meta http-equiv="refresh" content="0;url=/plain.html"></template>' + ARTICLE,
    "<textarea><meta http-equiv=refresh content='0;url=/plain.html'></textarea>" + ARTICLE,
    '<script>location.href="/a"</script>' + ARTICLE,
    '<script>if (/Mobile/.test(navigator.userAgent)) location.href="/m/";</script>',
    '<script>var a = 1; location.href="/a"</script>',
    '<script>location.href="/a" + location.search</script>',
    '<script>location.href = "/a"; document.cookie = "b=1";</script>',
    "<script>location.href=a</script>",
    '<script>location.hash="#a"</script>',
    "<script>location.reload()</script>",
    '<script>mylocation="/a"</script>',
    '<script>location.href=="/a"</script>',
    '<script>// location.href="/a"</script>',
    '<script src="/a.js"></script><script>location.href="/a"</script>',
    '<script>location.href="/a"</script><script>track("location")</script>',
    '<script src="/location.js">location.href="/a"</script>',
    "<a onclick=\"location.href='/a'\">进入</a>",
    '<pre>location.href="/a"</pre>',
    '<script>location.href="/a\nb"</script>',
    "<script>location.href=\"/a'</script>",
    '<script>location.href=""</script>',
    '<script>location.href="/a"</script>' + " " * 9_000,
]


@pytest.mark.parametrize("page", STAYS)
def test_a_page_stays(page: str) -> None:
    assert find_hop(answered(page)) is None


def test_a_long_page_is_looked_at_where_it_begins() -> None:
    # the beginning ends within a character, whatever the number of bytes before it
    for filler in range(3):
        page = '<meta http-equiv="refresh" content="0;url=/新闻/">' + " " * filler + "<p>结对帮扶" * 20_000
        assert find_hop(answered(page)) == Hop("/新闻/", is_page=True)
        assert find_hop(answered("<p>结对帮扶" * 20_000 + page)) is None


@pytest.mark.parametrize(("code", "location"), [(code, "b.html") for code in (301, 302, 303, 307, 308)] + [(302, " /a b ")])
def test_a_redirect_leads_on(code: int, location: str) -> None:
    assert find_hop(answered("", code, {"Location": location})) == Hop(location.strip(), is_page=False)


@pytest.mark.parametrize("headers", [{}, {"Location": ""}, {"Location": "  "}])
def test_a_redirect_to_nowhere(headers: dict[str, str]) -> None:
    with pytest.raises(FetchTrouble) as caught:
        find_hop(answered("", 302, headers))
    assert (caught.value.reason, caught.value.saying) == ("bad-redirect", "redirect-without-address")


@pytest.mark.parametrize(
    ("code", "headers", "page"),
    [
        (200, {"Location": "b.html"}, ""),
        (201, {"Location": "b.html"}, ""),
        (300, {"Location": "b.html"}, ""),
        (304, {"Location": "b.html"}, ""),
        (404, {}, '<meta http-equiv="refresh" content="0;url=/">'),
        (403, {}, '<script>location.href="/login"</script>'),
        (200, {"Content-Type": "text/plain"}, '<meta http-equiv="refresh" content="0;url=/">'),
        (200, {"Content-Type": "application/rss+xml"}, '<script>location.href="/a"</script>'),
        (200, {"Refresh": "30;url=/a"}, ""),
    ],
)
def test_other_answers_stay(code: int, headers: dict[str, str], page: str) -> None:
    assert find_hop(answered(page, code, headers)) is None


def test_the_header_refresh_is_read_as_the_tag_is() -> None:
    assert find_hop(answered("", headers={"Refresh": "0;url=/a"})) == Hop("/a", is_page=True)


def test_a_server_that_names_no_kind_may_lead_on() -> None:
    assert find_hop(answered('  <meta http-equiv="refresh" content="0;url=/a">', headers={"Content-Type": ""})) == Hop("/a", is_page=True)
    assert find_hop(answered('no tag <meta http-equiv="refresh" content="0;url=/a">', headers={"Content-Type": ""})) is None


@pytest.mark.parametrize(
    "filler", ["'", "<", "location", 'location.href="', "0;url=", " ", "\\/", "<!--", "<script>", "http-equiv='refresh' "]
)
def test_it_costs_no_more_than_it_is_long(filler: str) -> None:
    def script(size: int) -> Exchange:
        return answered(("<script>location.href='" + filler * size)[:size])

    def refresh(size: int) -> Exchange:
        return answered(('<meta http-equiv="refresh" content="0;url=' + filler * size)[:size])

    assert growth(find_hop, script, 8_000) <= LIMIT
    assert growth(find_hop, refresh, 200_000) <= LIMIT
