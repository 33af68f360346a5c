"""What stands around a list on a bureau's site: menus, the way to the page, sidebars, pagers, friends' links, a footer."""

from __future__ import annotations

import random

from tests.extractors.listings.bureau_articles import Article, cut, lines

_COLUMNS = [
    ("机构概况", "/jggk/"),
    ("新闻中心", "/xwzx/"),
    ("政务公开", "/zwgk/"),
    ("办事服务", "/bsfw/"),
    ("互动交流", "/hdjl/"),
    ("教育督导", "/jydd/"),
]
_SIDE = [
    ("工作动态", "/gzdt/"),
    ("通知公告", "/tzgg/"),
    ("基层动态", "/jcdt/"),
    ("义务教育优质均衡发展专栏", "/ywjy/"),
    ("媒体聚焦", "/mtjj/list.htm"),
]
_FRIENDS = [
    ("鹿港区人民政府门户网站", "http://www.lugang.example/"),
    ("康朗县人民政府", "http://www.kanglang.example/"),
    ("省教育厅", "http://jyt.sheng.example/"),
    ("全国中小学智慧教育平台", "https://basic.example/"),
    ("中国教育科研网络中心", "https://edu.example/index.htm"),
]


def _items(pairs: list[tuple[str, str]], tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="{href}" target="_blank">{name}</a></{tag}>' for name, href in pairs)


def menu(rng: random.Random) -> str:
    """The columns of the site."""
    name = rng.choice(["nav", "mainNav", "menu", "daohang", "topnav clearfix"])
    return f'<div class="{name}"><ul><li><a href="/">网站首页</a></li>{_items(_COLUMNS)}</ul></div>'


def side_menu(rng: random.Random) -> str:
    """The columns beside this one."""
    name = rng.choice(["left_menu", "subnav", "lanmu", "leftbox"])
    return f'<div class="{name}"><h2>新闻中心</h2><ul class="list">{_items(_SIDE)}</ul></div>'


def way(rng: random.Random) -> str:
    """The way to the page."""
    name = rng.choice(["crumb", "position", "weizhi", "dqwz", "location"])
    return f'<div class="{name}">当前位置：<a href="/">首页</a> &gt; <a href="/xwzx/">新闻中心</a> &gt; <a href="./">工作动态</a></div>'


def hot(rng: random.Random, articles: list[Article]) -> str:
    """A sidebar with the most read articles."""
    box, head = rng.choice(
        [("hot", "热点排行"), ("rightbox tuijian", "推荐阅读"), ("side", "最新文章"), ("paihang", "点击排行"), ("box", "通知公告")]
    )
    dated = rng.random() < 0.5
    items = lines(
        articles,
        lambda one: f'<li><a href="{one.address}" title="{one.title}">{cut(one.title, 9)}</a>{f"<i>{one.day}</i>" if dated else ""}</li>',
    )
    return f'<div class="{box}"><h3>{head}</h3><ul>{items}</ul></div>'


def pager(rng: random.Random) -> str:
    """Links to the further pages, of which there are three."""
    return rng.choice(
        [
            '<script>createPageHTML(4, 0, "index", "html");</script>',
            '<div class="page"><b>1</b><a href="index_1.html">2</a><a href="index_2.html">3</a><a href="index_3.html">4</a></div>',
            '<div class="page"><a href="index_1.html">下一页</a><a href="index_3.html">尾页</a></div>',
            '<div class="pages">共4页 <a href="index_1.html">下一页</a> <a href="index_3.html">末页</a></div>',
        ]
    )


def friends(rng: random.Random) -> str:
    """The sites of friends."""
    if rng.random() < 0.3:
        return f"<select>{''.join(f'<option value={href}>{name}</option>' for name, href in _FRIENDS)}</select>"
    return f'<div class="{rng.choice(["links", "yqlj", "friendLink"])}"><h4>友情链接</h4><ul>{_items(_FRIENDS)}</ul></div>'


def footer(rng: random.Random) -> str:
    """The imprint."""
    name = rng.choice(["footer", "foot", "bottom", "copyright"])
    return (
        f'<div class="{name}"><p><a href="/wzdt/">网站地图</a> | <a href="/lxwm/">联系我们</a> | <a href="/mzsm/">免责声明</a></p>'
        "<p>主办单位：鹿港区教育局　网站标识码：0000000000</p><p>地址：鹿港区学府路1号　邮编：000000</p></div>"
    )


def framed(
    rng: random.Random, main: str, *, others: list[Article] | None = None, title: str = "工作动态_鹿港区教育局", charset: str = "utf-8"
) -> bytes:
    """A whole page around a list; the sidebar shows ``others``."""
    side = side_menu(rng) if rng.random() < 0.7 else ""
    hottest = hot(rng, others) if others and rng.random() < 0.7 else ""
    further = pager(rng)
    if rng.random() < 0.5:
        main, further = f'<div class="col-md-9"><div class="bt">{rng.choice(["<h2>工作动态</h2>", ""])}</div>{main}{further}</div>', ""
    inner = [
        f'<div class="{rng.choice(["left", "fl", "col-md-3"])}">{side}</div>',
        main,
        f'<div class="{rng.choice(["right", "fr"])}">{hottest}</div>',
    ]
    if rng.random() < 0.3:
        inner.reverse()
    body = "\n".join(
        [f'<div class="top"><a href="/"><img src="/logo.png" alt="鹿港区教育局门户网站标志"></a>{menu(rng)}</div>', way(rng), *inner]
    )
    page = (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title>'
        '<script>var a = "<li><a href=1.html>不是文章</a></li>";</script></head>'
        f'<body><div class="wrap">{body}{further}{friends(rng)}</div>{footer(rng)}</body></html>'
    )
    return page.encode("gb18030" if charset.startswith("gb") else charset)
