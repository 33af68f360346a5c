"""Pages of an invented education bureau on which no list of articles stands, though much on them repeats."""

from __future__ import annotations

import random

from tests.extractors.listings import bureau_articles as made
from tests.extractors.listings.bureau_articles import Article, lines, make_articles
from tests.extractors.listings.bureau_frames import footer, friends, hot, menu, side_menu, way

_TEXT = (
    "为深入推进教育结对帮扶工作，鹿港区教育局组织十二所学校的骨干教师来到康朗县，与结对学校共同备课、听课、评课，交流学校管理的做法。",
    "在为期两周的活动中，老师们走进课堂，上示范课四十六节，作专题讲座十二场，受到当地师生欢迎；两地学校还商定了下一学期的安排。",
    "鹿港区教育局有关负责人表示，将继续选派优秀教师，建立长期联系，推动优质资源共享，让结对帮扶更有实效。",
)


def _page(rng: random.Random, body: str, head: str = "") -> bytes:
    return (
        f'<html><head><meta charset="utf-8"><title>鹿港区教育局</title>{head}</head>'
        f"<body>{menu(rng)}{body}{friends(rng)}{footer(rng)}</body></html>"
    ).encode()


def _related(articles: list[Article], rng: random.Random, head: str) -> str:
    dated = rng.random() < 0.6
    inside = lines(articles, lambda one: f'<li><a href="{one.address}">{one.title}</a>{f"<span>{one.day}</span>" if dated else ""}</li>')
    return f'<div class="{rng.choice(["xgwz", "list", "box"])}"><h3>{head}</h3><ul>{inside}</ul></div>'


def article(rng: random.Random) -> bytes:
    """An article with related ones below it."""
    others = make_articles(rng, 8, made.trs)
    text = "".join(f"<p>{line}</p>" for line in _TEXT)
    info = '<div class="info">发布时间：2024-05-06 来源：鹿港区教育局 浏览次数：12</div>'
    near = f'<p>上一篇：<a href="{others[0].href}">{others[0].title}</a></p><p>下一篇：<a href="{others[1].href}">{others[1].title}</a></p>'
    below = _related(others, rng, rng.choice(["相关新闻", "工作动态"]))
    body = f'{way(rng)}<h1>鹿港区教师赴康朗县送教</h1>{info}<div class="TRS_Editor">{text}</div>{near}{below}'
    return _page(rng, body + (hot(rng, others) if rng.random() < 0.5 else ""))


def described_article(rng: random.Random) -> bytes:
    """A short article that says in its metadata that it is one."""
    head = '<meta name="ArticleTitle" content="鹿港区教师赴康朗县送教"><meta name="PubDate" content="2024-05-06 09:00">'
    return _page(
        rng, f"<h1>鹿港区教师赴康朗县送教</h1><p>{_TEXT[2]}</p>{_related(make_articles(rng, 10, made.trs), rng, '最新文章')}", head
    )


def agreement(rng: random.Random) -> bytes:
    """A document without a line of information, with what is related beside it."""
    others = make_articles(rng, 4, made.vsb)
    beside = "".join(f'<a href="{one.href}">{one.title}</a>' for one in others)
    return _page(rng, f"<h1>教育结对帮扶协议书</h1>{''.join(f'<p>{line}</p>' for line in _TEXT)}<aside><h4>相关阅读</h4>{beside}</aside>")


def menus(rng: random.Random) -> bytes:
    """Nothing but menus."""
    return _page(rng, f"{way(rng)}{side_menu(rng)}<div class='con'><p>栏目建设中</p></div>")


def search(rng: random.Random) -> bytes:
    """A search form with what others looked for."""
    words = "结对帮扶 教师招聘 中考成绩查询 义务教育招生 教师资格认定 学区划分方案".split()
    hot_words = "".join(f'<a href="/search.jsp?q={word}">{word}</a>' for word in words)
    within = "".join(f'<li><a href="?t={at}">{name}</a></li>' for at, name in enumerate(["不限时间", "一周以内", "一月以内", "一年以内"]))
    form = '<form action="/search.jsp"><input name="q"><button>搜索</button></form>'
    return _page(
        rng, f"{form}<div class='rmss'>热门搜索：{hot_words}</div><ul class='filter'>{within}</ul><p>没有找到与“结对”相关的内容。</p>"
    )


def error(rng: random.Random) -> bytes:
    """An error page."""
    return _page(
        rng, "<div class='error'><h1>404</h1><p>您访问的页面不存在或已删除</p><a href='/'>返回首页</a><a href='/wzdt/'>网站地图</a></div>"
    )


def departments(rng: random.Random) -> bytes:
    """The bureau's departments, each with an address with a number."""
    names = "办公室 人事科 基础教育科 职业与成人教育科 学前教育科 计划财务科 督导室 安全管理科 机关党委 教育研究室".split()
    rows = "".join(f'<tr><td><a href="/jgsz/{at + 11}.html">{name}</a></td><td>000-000000{at}</td></tr>' for at, name in enumerate(names))
    return _page(rng, f"{way(rng)}<table class='jg'>{rows}</table>")


def links(rng: random.Random) -> bytes:
    """The sites of other bureaus, with long names."""
    places = "青石 柳溪 白石 云岭 双桥 东山 西河 南湖 北原 长宁".split()
    inside = "".join(f'<li><a href="http://jy{at}.example/">{place}县教育体育局门户网站</a></li>' for at, place in enumerate(places))
    return _page(rng, f"<div class='wz'><ul>{inside}</ul></div>")


def wall(_rng: random.Random) -> bytes:
    """What a firewall says in place of the page."""
    return b"<html><head><script>var _0x1f=['\\x74'];location.reload();</script></head><body>please enable JavaScript</body></html>"


def built_by_script(rng: random.Random) -> bytes:
    """A page whose list a script fetches."""
    return _page(
        rng,
        "<div id='app'></div><ul class='list'><li v-for='one in list'><a :href='one.url'>{{ one.title }}</a></li></ul>",
    )


def calendar(rng: random.Random) -> bytes:
    """A month with a link for each day, and the years of an archive."""
    days = "".join(f'<td><a href="/rl/?d=2024-05-{day:02d}">{day}</a></td>' for day in range(1, 32))
    years = "".join(f'<li><a href="/gb/{year}/">{year}年教育事业统计公报</a></li>' for year in range(2015, 2024))
    return _page(rng, f"<table><tr>{days}</tr></table><ul class='nb'>{years}</ul>")


def leaders(rng: random.Random) -> bytes:
    """The bureau's leaders."""
    names = "林某某 陈某某 黄某某 周某某".split()
    inside = "".join(
        f'<li><a href="/ld/{at + 100}.html"><img src="{at}.jpg"></a><p><a href="/ld/{at + 100}.html">{name} 副局长</a></p></li>'
        for at, name in enumerate(names)
    )
    return _page(rng, f"<ul class='ld'>{inside}</ul>")


MISSES = {
    "an article with related ones": article,
    "an article that says so": described_article,
    "a document with related ones": agreement,
    "menus": menus,
    "a search form": search,
    "an error": error,
    "departments": departments,
    "links to other bureaus": links,
    "a firewall": wall,
    "a page that a script builds": built_by_script,
    "a calendar and an archive": calendar,
    "leaders": leaders,
}
