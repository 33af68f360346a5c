"""Front pages of an invented education bureau: six columns beside each other, and what else stands there."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.extractors.listings import bureau_articles as made
from tests.extractors.listings.bureau_articles import HOST, Article, cut, lines, make_articles
from tests.extractors.listings.bureau_frames import footer, friends, menu

_NAMES = ("教育要闻", "通知公告", "基层动态", "结对帮扶", "教育督导", "校园风采")


@dataclass(frozen=True, slots=True)
class Front:
    """A front page with the articles of each of its columns."""

    data: bytes
    address: str
    columns: dict[str, list[Article]]


def make_front(seed: int) -> Front:
    """A front page; the seed decides how it is drawn."""
    rng = random.Random(seed)  # noqa: S311 - pages are drawn, no secrets
    columns = {name: make_articles(rng, rng.randrange(5, 9), made.hanweb, first=1000 * at) for at, name in enumerate(_NAMES, 1)}
    drawn = [rng.choice([_boxed, _tabled, _defined])(name, articles, rng) for name, articles in columns.items()]
    rows = "".join(f'<div class="row clearfix">{"".join(drawn[at : at + 2])}</div>' for at in range(0, len(drawn), 2))
    slides = make_articles(rng, 4, made.hanweb, first=9000)
    shown = lines(
        slides, lambda one: f'<li><a href="{one.href}"><img src="{one.day}.jpg" alt="{one.title}"></a><p>{cut(one.title)}</p></li>'
    )
    body = f'{menu(rng)}<div class="focus"><ul>{shown}</ul></div>{rows}{_services()}{friends(rng)}{footer(rng)}'
    page = f'<html><head><meta charset="utf-8"><title>鹿港区教育局</title></head><body>{body}</body></html>'
    return Front(page.encode(), f"{HOST}/", columns)


def _head(name: str) -> str:
    return f'<div class="hd"><h3>{name}</h3><a class="more" href="/col/col{len(name)}/index.html">更多&gt;&gt;</a></div>'


def _boxed(name: str, articles: list[Article], rng: random.Random) -> str:
    form = rng.choice(["{0:%m-%d}", "[{0:%Y-%m-%d}]", "{0:%Y/%m/%d}"])
    inside = lines(
        articles, lambda one: f'<li><a href="{one.href}" title="{one.title}">{cut(one.title)}</a><span>{form.format(one.day)}</span></li>'
    )
    return f'<div class="box">{_head(name)}<div class="bd"><ul>{inside}</ul></div></div>'


def _tabled(name: str, articles: list[Article], _rng: random.Random) -> str:
    inside = lines(articles, lambda one: f'<tr><td><a href="{one.href}">{one.title}</a></td><td>{one.day:%m-%d}</td></tr>')
    return f'<div class="box">{_head(name)}<table>{inside}</table></div>'


def _defined(name: str, articles: list[Article], _rng: random.Random) -> str:
    inside = lines(articles, lambda one: f'<dl><dt><a href="{one.href}">{one.title}</a></dt><dd>{one.day}</dd></dl>')
    return f'<div class="box"><h2><span>{name}</span></h2>{inside}</div>'


def _services() -> str:
    names = "教师资格认定 民办学校审批 学籍管理 招生咨询 校车服务 学生资助 普通话测试 档案查询".split()
    return f'<div class="fw"><ul>{"".join(f"<li><a href=/bsfw/{at}.html>{name}</a></li>" for at, name in enumerate(names))}</ul></div>'
