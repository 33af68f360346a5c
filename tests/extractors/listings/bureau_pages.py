"""Pages of an invented education bureau, in the layouts that such sites have, with the articles that stand on them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from tests.extractors.listings import bureau_articles as made
from tests.extractors.listings.bureau_articles import HOST, Article, Written, cut, lines, make_articles
from tests.extractors.listings.bureau_frames import framed

Expected: TypeAlias = tuple[tuple[str, str, date | None], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page, where it was fetched, and the entries of its list."""

    data: bytes
    address: str
    entries: Expected


@dataclass(frozen=True, slots=True)
class Layout:
    """How a list is written: the markup of some articles; how their addresses look, and whether the list says a day at all."""

    write: Callable[[list[Article], random.Random], str]
    written: Written = made.trs
    address: str = f"{HOST}/gzdt/"
    charset: str = "utf-8"
    has_day: bool = True


def make_page(layout: Layout, seed: int, articles: list[Article] | None = None) -> Page:
    """A page in a layout; the seed decides which articles stand on it, unless they are given, and what stands around them."""
    rng = random.Random(seed)  # noqa: S311 - pages are drawn, no secrets
    drawn = make_articles(rng, rng.randrange(3, 21), layout.written)
    others = drawn[:8] if rng.random() < 0.5 else make_articles(rng, 8, layout.written, first=1000)
    articles = articles or drawn
    data = framed(rng, layout.write(articles, rng), others=others, charset=layout.charset)
    return Page(data, layout.address, tuple((one.address, one.title, one.day if layout.has_day else None) for one in articles))


def _link(one: Article, words: str | None = None) -> str:
    return f'<a href="{one.href}" target="_blank" title="{one.title}">{words or one.title}</a>'


def cut_titles(articles: list[Article], rng: random.Random) -> str:
    inside = lines(articles, lambda one: f"<li>{_link(one, cut(one.title))}<span>{one.day}</span></li>")
    return f'<div class="{rng.choice(["NewsList", "newsList", "news_list"])}"><ul class="list">{inside}</ul></div>'


def days_first(articles: list[Article], _rng: random.Random) -> str:
    inside = lines(articles, lambda one: f'<li><span class="date">[{one.day}]</span>· <a href="{one.href}">{one.title}</a></li>')
    return f'<div class="con"><h3>工作动态</h3><ul>{inside}</ul></div>'


def table(articles: list[Article], _rng: random.Random) -> str:
    rows = lines(
        articles, lambda one: f"<tr><td width=20><img src=dot.gif></td><td align=left>{_link(one)}</td><td>{one.day:%Y/%m/%d}</td></tr>"
    )
    return f"<table border=0 width=700>{rows}</table>"


def table_for_each(articles: list[Article], _rng: random.Random) -> str:
    def line(one: Article) -> str:
        return f"<table><tr><td>·<a href='{one.href}'>{one.title}</a></td><td class=t>{one.day:%Y年%m月%d日}</td></tr></table>"

    return f"<div class=content>{lines(articles, line)}</div>"


def webplus(articles: list[Article], _rng: random.Random) -> str:
    inside = "".join(
        f'<li class="news n{at} clearfix"><span class="news_title">{_link(one)}</span><span class="news_meta">{one.day}</span></li>'
        for at, one in enumerate(articles, 1)
    )
    return f'<div id="wp_news_w6"><ul class="news_list list2">{inside}</ul></div>'


def data_store(articles: list[Article], _rng: random.Random) -> str:
    records = lines(articles, lambda one: f"<record><![CDATA[<li>{_link(one)}<span>{one.day}</span></li>]]></record>")
    return f'<div id="2468"><script type="text/xml"><datastore><recordset>{records}</recordset></datastore></script></div>'


def visual_site(articles: list[Article], _rng: random.Random) -> str:
    rows = "".join(
        f'<tr id="line_u9_{at}" height="20"><td><a class="c55617" href="{one.href}" title="{one.title}">{cut(one.title, 20)}</a></td>'
        f'<td><span class="timestyle55617">{one.day:%Y/%m/%d}&nbsp;</span></td></tr>'
        for at, one in enumerate(articles)
    )
    return f'<table class="winstyle55617" width="100%">{rows}<tr><td colspan=2 class="pager">共4页 第1/4页</td></tr></table>'


def cards(articles: list[Article], _rng: random.Random) -> str:
    def line(one: Article) -> str:
        return (
            f'<a class="item" href="{one.href}"><div class="time"><b>{one.day:%d}</b><i>{one.day:%Y-%m}</i></div>'
            f'<div class="txt"><h4>{one.title}</h4><p>近日，鹿港区有关学校的老师们来到结对学校，听课、评课、座谈，收获很多。</p></div></a>'
        )

    return f"<div class='txtlist'>{lines(articles, line)}</div>"


def short_days(articles: list[Article], rng: random.Random) -> str:
    form = rng.choice(["{0:%m-%d}", "[{0:%m-%d}]", "({0:%m/%d})", "{0.month}月{0.day}日"])
    inside = lines(articles, lambda one: f"<li>{_link(one)}<em>{form.format(one.day)}</em></li>")
    return f'<ul class="ul1">{inside}</ul>'


def no_days(articles: list[Article], _rng: random.Random) -> str:
    inside = lines(articles, lambda one: f"<li>{_link(one, cut(one.title, 14))}</li>")
    return f'<div class="main_list"><ul>{inside}</ul></div>'


def definitions(articles: list[Article], _rng: random.Random) -> str:
    inside = lines(articles, lambda one: f"<dt>{_link(one)}</dt><dd>发布日期：{one.day}</dd>")
    return f"<dl>{inside}</dl>"


def broken_lines(articles: list[Article], rng: random.Random) -> str:
    if rng.random() < 0.5:
        return f'<div class="conter">{lines(articles, lambda one: f"[{one.day}] {_link(one)}<br>")}</div>'
    return f'<div class="conter">{lines(articles, lambda one: f"·{_link(one)} [{one.day}]<br>")}</div>'


def pictures(articles: list[Article], _rng: random.Random) -> str:
    def line(one: Article) -> str:
        return (
            f'<div class="box"><div class="img"><a href="{one.href}"><img src="{one.day:%m%d}.jpg"></a></div>'
            f'<h3><a href="{one.href}">{one.title}</a></h3>'
            f'<p class="sum">5月6日，柳溪中学的老师来到结对学校，开展了为期一周的送教活动。<a href="{one.href}">[详细]</a></p>'
            f'<span class="info">来源：鹿港区教育局　{one.day}　浏览：12</span></div>'
        )

    return f'<div class="piclist">{lines(articles, line)}</div>'


def scripts(articles: list[Article], rng: random.Random) -> str:
    how = rng.choice(
        [
            '<a href="javascript:void(0)" onclick="window.open(\'{0.href}\')">{0.title}</a>',
            "<a href=\"javascript:openArticle('{0.href}', 1);\">{0.title}</a>",
            '<a href="#" onclick="location.href=\'{0.href}\';return false;" title="{0.title}">{1}</a>',
        ]
    )
    inside = lines(articles, lambda one: f"<li>{how.format(one, cut(one.title))}<span>{one.day}</span></li>")
    return f'<ul class="gglb">{inside}</ul>'


def whole_lines(articles: list[Article], _rng: random.Random) -> str:
    inside = lines(articles, lambda one: f"<li onclick=\"location.href='{one.href}'\"><p>{one.title}</p><span>{one.day}</span></li>")
    return f'<ul class="lb">{inside}</ul>'


def by_fives(articles: list[Article], _rng: random.Random) -> str:
    fives = [articles[at : at + 5] for at in range(0, len(articles), 5)]
    drawn = [lines(five, lambda one: f"<li>{_link(one)}<span>{one.day}</span></li>") for five in fives]
    return f"<div class=lists>{''.join(f'<ul>{five}</ul>' for five in drawn)}</div>"


def two_columns(articles: list[Article], _rng: random.Random) -> str:
    pairs = [articles[at : at + 2] for at in range(0, len(articles), 2)]
    drawn = [lines(pair, lambda one: f"<td>{_link(one)}</td><td>{one.day}</td>") for pair in pairs]
    rows = "".join(f"<tr>{pair}</tr>" for pair in drawn)
    return f"<table class=tb>{rows}</table>"


def with_column(articles: list[Article], rng: random.Random) -> str:
    def line(one: Article) -> str:
        name, folder = rng.choice([("通知公告", "tzgg"), ("基层动态", "jcdt")])
        return f'<li><a class="lm" href="../{folder}/">[{name}]</a>{_link(one)}<span>{one.day}</span></li>'

    return f'<div class="listbox"><ul>{lines(articles, line)}</ul></div>'


def year_apart(articles: list[Article], _rng: random.Random) -> str:
    def line(one: Article) -> str:
        day = f'<div class="rq"><p>{one.day:%m-%d}</p><p>{one.day:%Y}</p></div>'
        return f'<li>{day}<a href="{one.href}">{one.title}</a></li>'

    return f'<div class="news"><ul>{lines(articles, line)}</ul></div>'


def with_clock(articles: list[Article], _rng: random.Random) -> str:
    rows = lines(
        articles, lambda one: f"<tr><td>{_link(one)}</td><td>鹿港区教育局</td><td>发布时间：{one.day} 08:30</td><td>（12）</td></tr>"
    )
    return f"<table><thead><tr><th>标题</th><th>单位</th><th>时间</th><th>点击</th></tr></thead><tbody>{rows}</tbody></table>"


def day_in_link(articles: list[Article], rng: random.Random) -> str:
    form = rng.choice(["{0.title}<span>{0.day}</span>", "{0.title} [{0.day}]", "<span>{0.day}</span><p>{0.title}</p>"])
    inside = lines(articles, lambda one: f'<li><a href="{one.href}">{form.format(one)}</a></li>')
    return f'<div id="list"><ul>{inside}</ul></div>'


def pinned(articles: list[Article], _rng: random.Random) -> str:
    first, rest = articles[0], articles[1:]
    top = f'<li class="top"><a href="{first.href}">[置顶] {first.title}</a><img src=new.gif alt="new"><span>{first.day}</span></li>'
    inside = lines(rest, lambda one: f'<li>{_link(one, cut(one.title, 16))}<span>{one.day}</span></li><li class="line"></li>')
    return f'<div class="rlist"><ul>{top}{inside}<li class="more"><a href="../jcdt/">更多&gt;&gt;</a></li></ul></div>'


LAYOUTS: dict[str, Layout] = {
    "cut titles": Layout(cut_titles),
    "cut titles, GB18030": Layout(cut_titles, charset="gb2312"),
    "days before the links": Layout(days_first),
    "a table, GB18030": Layout(table, charset="gbk"),
    "a table for each line": Layout(table_for_each, written=made.query),
    "WebPlus": Layout(webplus, written=made.webplus, address=f"{HOST}/1012/list.htm"),
    "a data store in a script": Layout(data_store, written=made.hanweb, address=f"{HOST}/col/col1012/index.html"),
    "Visual SiteBuilder": Layout(visual_site, written=made.vsb, address=f"{HOST}/xwzx/gzdt.htm"),
    "cards with a day in two pieces": Layout(cards),
    "days without a year": Layout(short_days, written=made.query),
    "days without a year, GB18030": Layout(short_days, charset="gb2312"),
    "no days at all": Layout(no_days, written=made.vsb, address=f"{HOST}/xwzx/gzdt.htm", has_day=False),
    "no days but in addresses": Layout(no_days),
    "definitions": Layout(definitions, written=made.query),
    "links and line breaks": Layout(broken_lines, written=made.query),
    "pictures and summaries": Layout(pictures),
    "scripts that open articles": Layout(scripts),
    "lines that scripts open": Layout(whole_lines),
    "documents": Layout(table, written=made.paper),
    "lists of five": Layout(by_fives),
    "two articles in a row": Layout(two_columns),
    "the column's name before each": Layout(with_column),
    "the year in a line of its own": Layout(year_apart, written=made.query),
    "a table with a head and clocks": Layout(with_clock, written=made.query),
    "days inside the links": Layout(day_in_link, written=made.query),
    "a pinned article, empty lines, more": Layout(pinned),
    "articles on another host": Layout(cut_titles, written=made.elsewhere),
}
