"""Lists read with selectors."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.listings.entry import Listing
from extractors.listings.page import Selectors, read_page_list
from extractors.listings.page_tree import BadSelector
from schemas.errors import Unreadable

ADDRESS = "http://jyj.lugang.example/gzdt/"
TODAY = date(2024, 5, 20)
ONE, TWO = "鹿港区召开结对帮扶座谈会", "康朗县教师赴鹿港区跟岗学习"


def read(body: str, item: str = "li", head: str = "", **parts: str) -> Listing:
    page = f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    return read_page_list(page.encode(), ADDRESS, Selectors(item, **parts), TODAY)


def told(body: str, item: str = "li", **parts: str) -> list[tuple[str, str | None, str | None]]:
    listing = read(body, item, **parts)
    return [(one.address.removeprefix(ADDRESS), one.title, None if one.day is None else str(one.day)) for one in listing.entries]


LINES: dict[str, tuple[str, str | None, str | None]] = {
    f'<a href="1.html" title="{ONE}">鹿港区召开…</a><span>2024-05-06</span>': ("1.html", ONE, "2024-05-06"),
    f"<a href=1.html>{ONE}</a> 2024-05-06": ("1.html", ONE, "2024-05-06"),
    f"[05-06] <a href=1.html>{ONE}</a>": ("1.html", ONE, "2024-05-06"),
    f"<a href=1.html>{ONE}<i>2024-05-06</i></a>": ("1.html", ONE, "2024-05-06"),
    f"<a href=1.html><h4>{ONE}</h4><p>5月1日，两地老师相聚一堂。</p><span>2024-05-06</span></a>": ("1.html", ONE, "2024-05-06"),
    f"<a href=1.html><img src=a.jpg></a><h3><a href=1.html>{ONE}</a></h3><a href=1.html>[详细]</a>": ("1.html", ONE, None),
    f"<a href=1.html><img src=a.jpg alt={ONE}></a>": ("1.html", ONE, None),
    f"<a href=1.html><img src=a.jpg></a><p>{ONE}</p>": ("1.html", ONE, None),
    f"<h3>{ONE}</h3><p>两地老师相聚一堂。</p><a href=1.html>查看详情</a>": ("1.html", ONE, None),
    f"<a href=1.html>{ONE}</a><a href=1.pdf>下载</a>": ("1.html", ONE, None),
    f"<a href=202405/t20240506_1.html>{ONE}</a>": ("202405/t20240506_1.html", ONE, "2024-05-06"),
    f"<a href=202405/t20240506_1.html>{ONE}</a>2024-05-07": ("202405/t20240506_1.html", ONE, "2024-05-07"),
    f"<a href=1.html>{ONE}</a>2024-02-30": ("1.html", ONE, None),
    f"<a href=1.html>{ONE}</a><time datetime='2024-05-06T08:00:00+08:00'>两周前</time>": ("1.html", ONE, "2024-05-06"),
    f"<a href=1.html>{ONE}</a><span>2024-05-06</span><span>浏览：2023</span>": ("1.html", ONE, "2024-05-06"),
    f"<a href=1.html>{ONE}</a><p>2024年5月1日，两地老师相聚一堂，收获很多。</p>": ("1.html", ONE, None),
    "<a href=1.html>鹿港区<b>12</b>名教师赴康朗县支教</a><i>2024-05-06</i>": ("1.html", "鹿港区12名教师赴康朗县支教", "2024-05-06"),
    "<a href=1.html>放假通知</a>": ("1.html", "放假通知", None),
    "<a href=1.html></a>": ("1.html", None, None),
}  # fmt: skip
NO_LINES = [
    "<a href=index_1.html>下一页</a>", "<a href=../tzgg/>更多&gt;&gt;</a>", "<a href=index_1.html>2</a>", "<a href=./>工作动态第一页</a>", "没有链接", "",
    "<a href=#>鹿港区召开座谈会</a>", "<a href='javascript:show(3)'>鹿港区召开座谈会</a>", "<a href='mailto:a@b.example'>写信给鹿港区教育局</a>", "<script>'<a href=1.html>a</a>'</script>",
]  # fmt: skip


@pytest.mark.parametrize(("line", "entry"), LINES.items())
def test_lines(line: str, entry: tuple[str, str | None, str | None]) -> None:
    assert told(f"<ul><li>{line}</li><li><a href=2.html>{TWO}</a></li></ul>") == [entry, ("2.html", TWO, None)]


@pytest.mark.parametrize("line", NO_LINES)
def test_what_is_no_line(line: str) -> None:
    assert told(f"<ul><li>{line}</li><li><a href=2.html>{TWO}</a></li></ul>") == [("2.html", TWO, None)]


def test_links_that_lead_nowhere_are_counted() -> None:
    body = (
        f"<li><a href='javascript:show(3)'>{ONE}</a></li><li><a href=2.html>{TWO}</a></li><li><a href='javascript:next()'>下一页</a></li>"
    )
    assert read(body).without_address == 1


def test_what_is_missing_is_counted() -> None:
    listing = read(f"<li><a href=1.html></a>2024-05-06</li><li><a href=2.html>{TWO}</a></li>")
    assert (listing.without_title, listing.without_day) == (1, 1)


def test_an_article_that_stands_twice_is_one_entry() -> None:
    body = f"<li><a href=1.html><img src=a.jpg></a></li><li><a href=2.html>{TWO}</a></li><li><a href=1.html>{ONE}</a>2024-05-06</li>"
    assert told(body) == [("1.html", ONE, "2024-05-06"), ("2.html", TWO, None)]


@pytest.mark.parametrize(
    "body",
    [
        f"<dl><dt><a href=1.html>{ONE}</a><dd>2024-05-06<dt><a href=2.html>{TWO}</a><dd>2024-05-03</dl>",
        f"<p><dt><a href=1.html>{ONE}</a></dt> 05-06<br><dt><a href=2.html>{TWO}</a></dt> 05-03<br>",
        f"<p>[05-06] <dt><a href=1.html>{ONE}</a></dt><br>[05-03] <dt><a href=2.html>{TWO}</a></dt>",
    ],
)
def test_days_beside_the_lines(body: str) -> None:
    assert told(body, "dt") == [("1.html", ONE, "2024-05-06"), ("2.html", TWO, "2024-05-03")]


def test_a_day_behind_the_last_line_is_no_line_s() -> None:
    assert [day for *_, day in told(f"<dl><dt><a href=1.html>{ONE}</a><dt><a href=2.html>{TWO}</a><dd>2024-05-06</dl>", "dt")] == [
        None,
        None,
    ]


def test_the_link_that_no_other_line_has() -> None:
    line = "<li><a href='../tzgg/'>[通知公告栏目的最新文件]</a><a href={}.html>{}</a></li>"
    assert told(line.format(1, ONE) + line.format(2, "通知")) == [("1.html", ONE, None), ("2.html", "通知", None)]


def test_days_are_read_where_they_are_said_to_stand() -> None:
    first = f"<tr><td><a href=202405/t20240506_1.html>{ONE}</a><td class=made>2024-04-01<td class=out>2024-05-06"
    body = f"{first}<tr><td><a href=2.html>{TWO}</a><td class=made>2024-04-02<td>"
    assert [day for *_, day in told(f"<table>{body}</table>", "tr", day="td.made")] == ["2024-04-01", "2024-04-02"]
    assert [day for *_, day in told(f"<table>{body}</table>", "tr", day="td.out")] == ["2024-05-06", None]
    assert [day for *_, day in told(f"<table>{body}</table>", "tr", day="td.none")] == [None, None]


def test_links_and_titles_are_read_where_they_are_said_to_stand() -> None:
    body = f"<li><a class=a href=a.html>{TWO}</a><a class=b href=b.html>下载</a><p>{ONE}</p></li>"
    assert told(body, link="a.b", title="p") == [("b.html", ONE, None)]
    assert told(body, link="a.b", title=".none") == [("b.html", None, None)]
    assert told(body, title="a.a") == [("a.html", TWO, None)]


def test_a_line_that_holds_lines_is_none() -> None:
    body = f"<li><a href=../2024/>2024年度工作动态</a><ul><li><a href=1.html>{ONE}</a></li><li><a href=2.html>{TWO}</a></li></ul></li>"
    assert [one for one, *_ in told(body)] == ["1.html", "2.html"]


def test_links_are_relative_to_the_base_of_the_page() -> None:
    assert read(f"<li><a href=1.html>{ONE}</a>", head="<base href='/tzgg/'>").entries[0].address == "http://jyj.lugang.example/tzgg/1.html"


def test_records_of_a_data_store_are_lines() -> None:
    store = f"<datastore><recordset><record><![CDATA[<li><a href=1.html>{ONE}</a>2024-05-06</li>]]></record></recordset></datastore>"
    page = f"<div id=a><script type='text/xml'>{store}</script></div>"
    assert told(page, "#a li") == [("1.html", ONE, "2024-05-06")]
    assert read_page_list(f"<?xml version='1.0'?>{store}".encode(), ADDRESS, Selectors("li"), TODAY).entries[0].title == ONE


def test_nothing_that_matches_is_told() -> None:
    with pytest.raises(Unreadable, match="没有找到一行") as caught:
        read(f"<li><a href=1.html>{ONE}</a></li>", "tr.list")
    assert caught.value.reason == "empty"
    with pytest.raises(Unreadable, match="有1行的链接打不开"):
        read(f"<li><a href='javascript:show(3)'>{ONE}</a></li>")


@pytest.mark.parametrize("css", ["", "li[", "..a", "a:nope(", "\ud800"])
def test_a_selector_that_is_none(css: str) -> None:
    with pytest.raises(BadSelector, match="不合 CSS 语法"):
        Selectors(css).check()
    with pytest.raises(BadSelector):
        Selectors("li", next=css).check()


@pytest.mark.parametrize("css", [".newsList li", "table.list > tbody > tr:nth-child(2n)", '[id="246"] li', "ul > li:not(.top)"])
def test_a_selector_that_is_one(css: str) -> None:
    Selectors(css, link="h3 a", title="h3", day="span", next="a.next").check()
