"""Bureau sites of several makes on loopback: the same articles, each time as another content system publishes them.

Each :class:`Make` writes its lists and its articles in its own way; what a visit should find is the same for all, and stands in
:class:`Story`. Around both stand what no visit should take: menus, a column of other headlines, links to other bureaus.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime
from html import escape
from typing import Any

from tests.pipeline.fetch.server import Answer, Asked, Site

BUREAU = "鹿港区教育局"
_HOME = timezone(timedelta(hours=8))
_BODY = (
    "{month}月{day}日，{helper}的{count}名教师来到{helped}，开展为期两天的结对帮扶活动。教师们上了{count}节示范课，"
    "与{helped}的教师一起备课、评课，并捐赠图书{books}册。{helped}校长表示，两校今后每学期互派教师，共同开展教研。"
)
_DULL = "{month}月{day}日，{helper}召开会议，学习有关文件，部署下一阶段的工作，全体中层以上干部参加了会议。会议强调，各部门要按时完成任务。"


@dataclass(frozen=True, slots=True)
class Story:
    """An article; ``number`` is in its address. One that is not ``is_wanted`` has no keyword in its title."""

    number: int
    title: str
    day: date
    helper: str
    helped: str
    outlet: str = BUREAU
    original: str | None = None
    books: int = 200
    is_wanted: bool = True

    @property
    def count(self) -> int:
        """Teachers; in no two articles the same."""
        return 2 + self.number % 17

    @property
    def words(self) -> str:
        """Its body, on one line."""
        form = _BODY if self.is_wanted else _DULL
        return form.format(
            month=self.day.month, day=self.day.day, helper=self.helper, helped=self.helped, count=self.count, books=self.books
        )


STORIES: tuple[Story, ...] = (
    Story(3109, "鹿港区实验小学赴康朗县第一小学开展结对帮扶", date(2024, 3, 8), "鹿港区实验小学", "康朗县第一小学"),
    Story(3108, "关于做好2024年春季招生工作的通知", date(2024, 3, 7), "鹿港区教育局", "", is_wanted=False),
    Story(
        3107,
        "鹿港区第二中学“送教下乡”走进康朗县中学",
        date(2024, 3, 6),
        "鹿港区第二中学",
        "康朗县中学",
        "鹿港日报",
        "http://rb.lugang.example/n/7.html",
    ),
    Story(3106, "柳溪中学与白石镇中心学校“手拉手” & 共成长", date(2024, 2, 29), "柳溪中学", "白石镇中心学校"),
    Story(3105, "区教育局召开校园安全工作会议", date(2024, 2, 28), "鹿港区教育局", "", is_wanted=False),
    Story(3104, "双桥幼儿园对口支援云岭县机关幼儿园", date(2023, 12, 31), "双桥幼儿园", "云岭县机关幼儿园", outlet="云岭县教育局"),
)
"""The latest first, on two pages of a list: three and three."""
FIRST_PAGE = 3


@dataclass(frozen=True, slots=True)
class Make:
    """A content system: where its list is, and what it puts where for some articles.

    ``path`` of an article; ``publish`` everything; ``keys`` for ``feeds.toml``. Not every list tells titles and days, and not every
    list has a second page. ``outlet`` says whether an article names its source.
    """

    start: str
    path: Callable[[Story], str]
    publish: Callable[[Make, Site, Sequence[Story]], None]
    keys: Mapping[str, Any] = field(default_factory=dict)
    lists: tuple[str, ...] = ()
    has_title: bool = True
    has_day: bool = True


def serve(site: Site, make: Make, stories: Sequence[Story] = STORIES) -> None:
    """Put a make's site up, and robots.txt, and pages that should never be asked for."""
    site.put("/robots.txt", Answer(code=404))
    for path in ("/", "/zwgk/", "/tzgg/t1.html", "/map.html"):
        site.put(path, "<html><body><h1>别处</h1><p>结对帮扶</p></body></html>")
    make.publish(make, site, stories)


# what stands around


_MENU = (
    '<div class="header"><a href="/"><img src="/logo.png"></a><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>'
    '<li><a href="/jdbf/">结对帮扶专栏</a></li><li><a href="/map.html">网站地图</a></li></ul></div>'
)
_SIDE = (
    '<div class="side"><h3>热点专题</h3><ul><li><a href="/tzgg/t1.html">教育系统结对帮扶专题</a></li>'
    '<li><a href="/tzgg/t2.html">东西部协作专题</a></li></ul></div>'
)
_FOOT = (
    '<div class="footer"><select onchange="window.open(this.value)"><option value="http://jyt.example/">省教育厅</option></select>'
    "<p>版权所有：鹿港区教育局　联系电话：0000-1234567　备案号 00000000</p></div>"
)


def framed(title: str, inside: str, head: str = '<meta charset="utf-8">', side: str = _SIDE) -> str:
    """A page of the site."""
    return f"<!DOCTYPE html><html><head>{head}<title>{escape(title)}</title></head><body>{_MENU}{side}{inside}{_FOOT}</body></html>"


def with_meta(story: Story, body: str | None = None, more: str = "") -> str:
    """An article as government sites are to publish it: the meta tags say everything."""
    tags = {
        "SiteName": BUREAU, "ColumnName": "工作动态", "ArticleTitle": story.title, "PubDate": f"{story.day} 09:30",
        "ContentSource": story.outlet,
    }  # fmt: skip
    head = '<meta charset="utf-8">' + "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in tags.items())
    paragraphs = body or f"<p>　　{escape(story.words)}</p>"
    inside = f'<div class="TRS_Editor">{paragraphs}{more}</div><p>上一篇：<a href="t1.html">结对帮扶工作会议召开</a></p>'
    line = f"<span>发布时间：{story.day} 09:30</span> <span>来源：{_outlet(story)}</span>"
    return framed(f"{story.title}_{BUREAU}", f"<h1>{escape(story.title)}</h1><div>{line}</div>{inside}", head, side="")


def with_line(story: Story, head: str = '<meta charset="utf-8">', more: str = "") -> str:
    """An article that says on a line of the page when and from where it is."""
    line = f"发布时间：{story.day:%Y年%m月%d日} 来源：{_outlet(story)} 作者：办公室 浏览次数：{story.number % 90}"
    inside = (
        f'<h2 class="title">{escape(story.title)}</h2><div class="info">{line}</div><div id="zoom"><p>{escape(story.words)}</p>{more}</div>'
    )
    return framed(story.title, inside, head, side="")


def _outlet(story: Story) -> str:
    return f'<a href="{story.original}">{story.outlet}</a>' if story.original else story.outlet


def _rows(stories: Sequence[Story], row: Callable[[Story], str]) -> str:
    return "\n".join(map(row, stories))


def _pages(stories: Sequence[Story]) -> tuple[Sequence[Story], Sequence[Story]]:
    return stories[: len(stories) - FIRST_PAGE], stories[len(stories) - FIRST_PAGE :]


# TRS WCM: UTF-8, meta tags, titles cut, pages from a script, Last-Modified


def _publish_trs(make: Make, site: Site, stories: Sequence[Story]) -> None:
    for at, (path, some) in enumerate(zip(make.lists, _pages(stories), strict=True)):
        inside = _rows(
            some,
            lambda one: (
                f'<li><a href=".{make.path(one).removeprefix("/gzdt")}" title="{escape(one.title)}">{escape(one.title[:12])}…</a>'
                f"<span>{one.day}</span></li>"
            ),
        )
        script = f'<script>createPageHTML(2, {at}, "index", "html");</script>'
        site.put(path, framed("工作动态", f'<div class="NewsList"><ul class="list">{inside}</ul>{script}</div>'))
    for one in stories:
        site.put(make.path(one), with_meta(one))


# an old system: GB18030 that calls itself gb2312, no charset in the header, no meta tags, a day on a line


def _publish_old(make: Make, site: Site, stories: Sequence[Story]) -> None:
    head = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
    plain = {"Content-Type": "text/html"}
    for number, (path, some) in enumerate(zip(make.lists, _pages(stories), strict=True), 1):
        inside = _rows(
            some,
            lambda one: (
                f"<tr><td width=20><img src=dot.gif></td><td><a href='../../..{make.path(one)}'>{escape(one.title)}</a></td>"
                f"<td>[{one.day:%Y/%m/%d}]</td></tr>"
            ),
        )
        pager = "<a href='index_1.html'>下一页</a> 共2页" if number == 1 else "<a href='index.html'>上一页</a> 共2页"
        page = framed("新闻动态", f"<table width=700>{inside}</table><div class=pager>{pager}</div>", head)
        site.put(path, Answer(page.encode("gb18030"), headers=plain))
    for one in stories:
        # 镕 and 㙍 are in no GB 2312, and the second of them in four bytes
        more = "<p>参加活动的有李镕、赵㙍两位老师。</p>" if one.is_wanted else ""
        site.put(make.path(one), Answer(with_line(one, head, more).encode("gb18030"), headers=plain))


# an interface that answers in JSON, page by page


def _publish_api(make: Make, site: Site, stories: Sequence[Story]) -> None:
    def answer(asked: Asked) -> Answer:
        number = int(dict(part.split("=") for part in asked.query.split("&"))["page"])
        some = _pages(stories)[number - 1] if number <= 2 else ()
        items = [
            {
                "id": one.number,
                "docTitle": f"<font color='red'>{escape(one.title)}</font>",
                "docRelTime": int(datetime(one.day.year, one.day.month, one.day.day, 8, tzinfo=_HOME).timestamp() * 1000),
                "cover": "/1.jpg",
            }
            for one in some
        ]
        told = {"code": 0, "data": {"menu": [{"name": "首页", "url": "/"}], "list": items, "total": len(stories)}}
        return Answer(json.dumps(told, ensure_ascii=False), headers={"Content-Type": "application/json; charset=utf-8"})

    site.put("/api/list", answer)
    for one in stories:
        site.put(make.path(one), with_line(one))


# a data store, as another system's pages load it


def _publish_store(make: Make, site: Site, stories: Sequence[Story]) -> None:
    records = _rows(
        stories,
        lambda one: (
            f'<record><![CDATA[<li><a href="{make.path(one)}" title="{escape(one.title)}">{escape(one.title)}</a>'
            f"<span>{one.day}</span></li>]]></record>"
        ),
    )
    store = f"<datastore><totalrecord>6</totalrecord><totalpage>1</totalpage><recordset>{records}</recordset></datastore>"
    site.put(make.lists[0], Answer(store, headers={"Content-Type": "text/xml;charset=utf-8"}))
    for one in stories:
        site.put(make.path(one), with_meta(one))


# RSS 2.0: days in all forms but the right one, markup in titles, links that lead nowhere


_STAMPS: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year}/{day.month}/{day.day}",
    lambda day: f"{day.year}.{day.month}.{day.day} 上午8:30",
    lambda day: format_datetime(datetime(day.year, day.month, day.day, 20, tzinfo=UTC) - timedelta(days=1)),
    lambda day: f"{day}T23:59:59+08:00",
    lambda day: (
        f"星期五, {day.day:02} {('一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二')[day.month - 1]}月 {day.year} 08:00:00 +0800"
    ),
)


def _publish_rss(make: Make, site: Site, stories: Sequence[Story]) -> None:
    items = "".join(
        f"<item><title><![CDATA[<b>{escape(one.title)}</b><script>alert(1)</script>]]></title><link>..{make.path(one)}</link>"
        f"<pubDate>{_STAMPS[at % len(_STAMPS)](one.day)}</pubDate></item>"
        for at, one in enumerate(stories)
    )
    odd = "<item><title>结对帮扶</title><link>javascript:alert(1)</link></item><item><title>结对帮扶</title><link>file:///etc/passwd</link></item>"
    feed = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{BUREAU}</title>{odd}{items}</channel></rss>'
    site.put(make.start, Answer(feed, headers={"Content-Type": "text/html"}))
    for one in stories:
        site.put(make.path(one), with_line(one))


# Atom: xml:base, relative links, titles in HTML and XHTML, updated after published


def _publish_atom(make: Make, site: Site, stories: Sequence[Story]) -> None:
    entries = "".join(
        f'<entry><title type="html">&lt;b&gt;{escape(escape(one.title))}&lt;/b&gt;</title>'
        f'<link rel="enclosure" href="/1.mp3"/><link href="{make.path(one).rpartition("/")[2]}"/><id>urn:n:{one.number}</id>'
        f"<published>{one.day}T00:30:00+08:00</published><updated>2024-05-01T00:00:00Z</updated></entry>"
        for one in stories
    )
    head = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="/info/1012/">'
    site.put(make.start, Answer(f"{head}<title>{BUREAU}</title><updated>2024-05-01T00:00:00Z</updated>{entries}</feed>"))
    for one in stories:
        site.put(make.path(one), with_line(one))


# an index of sitemaps: neither titles nor days of publication


def _publish_sitemap(make: Make, site: Site, stories: Sequence[Story]) -> None:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    places = "".join(f"<sitemap><loc>{site.at(path)}</loc></sitemap>" for path in make.lists[1:])
    site.put(make.lists[0], f"{head}<sitemapindex {space}>{places}</sitemapindex>")
    for path, some in zip(make.lists[1:], reversed(_pages(stories)), strict=True):
        site.put(
            path, f"{head}<urlset {space}>" + _rows(some, lambda one: f"<url><loc>{site.at(make.path(one))}</loc></url>") + "</urlset>"
        )
    for one in stories:
        site.put(make.path(one), with_meta(one))


# a page that nothing but its own selectors can tell apart


def _publish_odd(make: Make, site: Site, stories: Sequence[Story]) -> None:
    for number, (path, some) in enumerate(zip(make.lists, _pages(stories), strict=True), 1):
        inside = _rows(
            some,
            lambda one: (
                f'<div class="it"><a class="lm" href="/zwgk/">[动态]</a><p class="t" >{escape(one.title)}</p><i>2019-01-01 收录</i>'
                f'<b class="d">{one.day:%Y-%m-%d}</b><a class="go" href="{make.path(one)}">详细</a></div>'
            ),
        )
        more = "<a class='n' href='/dongtai/2/'>&gt;</a>" if number == 1 else ""
        site.put(path, framed("动态", f'<div id="box">{inside}</div>{more}'))
    for one in stories:
        site.put(make.path(one), with_line(one))


def _by_day(story: Story) -> str:
    return f"/gzdt/{story.day:%Y%m}/t{story.day:%Y%m%d}_{story.number}.html"


def _by_number(story: Story) -> str:
    return f"/info/1012/{story.number}.htm"


MAKES: dict[str, Make] = {
    "TRS list, UTF-8, meta tags, pages by script": Make("/gzdt/", _by_day, _publish_trs, {"pages": 2}, ("/gzdt/", "/gzdt/index_1.html")),
    "old list in GB18030, a table, relative links": Make(
        "/a/news/x/index.html", _by_number, _publish_old, {"pages": 2}, ("/a/news/x/index.html", "/a/news/x/index_1.html")
    ),
    "JSON with paths": Make(
        "/api/list?page=1",
        _by_number,
        _publish_api,
        {"kind": "json", "item": "data.list", "link": "/info/1012/{id}.htm", "title": "docTitle", "day": "docRelTime", "pages": 3},
        ("/api/list",),
    ),
    "a data store": Make(
        "/module/jpage/dataproxy.jsp?page=1&webid=1",
        lambda one: f"/art/{one.day.year}/{one.day.month}/{one.day.day}/art_1012_{one.number}.html",
        _publish_store,
        lists=("/module/jpage/dataproxy.jsp",),
    ),
    "RSS with broken days and markup": Make("/rss/gzdt.xml", _by_number, _publish_rss, lists=("/rss/gzdt.xml",)),
    "Atom with a base": Make("/atom.xml", _by_number, _publish_atom, lists=("/atom.xml",)),
    "index of sitemaps": Make(
        "/sitemap.xml", _by_day, _publish_sitemap, {"pages": 2}, ("/sitemap.xml", "/s1.xml", "/s2.xml"), has_title=False, has_day=False
    ),
    "configured selectors": Make(
        "/dongtai/",
        _by_number,
        _publish_odd,
        {"item": "#box .it", "link": "a.go", "title": "p.t", "day": "b.d", "next": "a.n", "pages": 2},
        ("/dongtai/", "/dongtai/2/"),
    ),
}
