"""A bureau's site on loopback for the tests of feeds, and the command that visits it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from pipeline.cli import run
from pipeline.store.place import address_of, engine_of
from tests.pipeline.fetch.server import Answer, Site

BODY = (
    "{day}，{helper}的{count}名教师来到{helped}，开展结对帮扶活动。教师们上了{count}节示范课，与{helped}的教师一起备课、评课，"
    "并捐赠图书{books}册。{helped}校长表示，两校今后每学期互派教师，共同开展教研，让山里的孩子也能上好每一节课。"
)


@dataclass
class Newsroom:
    """A site with a list of articles; change them and :meth:`publish` again."""

    site: Site
    folder: Path
    articles: dict[str, dict[str, Any]] = field(default_factory=dict)
    server: str | None = None

    def write(self, path: str, title: str, day: str = "2024-03-01", **facts: Any) -> None:
        """An article, at a path such as ``/t1.html``."""
        told = {"helper": "鹿港区实验小学", "helped": "康朗县第一小学", "count": 3, "books": 200, **facts}
        year, month, date = day.split("-")
        body = told.get("body") or BODY.format(day=f"{int(month)}月{int(date)}日", **told)
        self.articles[path] = {"title": title, "day": day, "body": body, "more": told.get("more", ""), "views": 87, "year": year}

    def publish(self) -> None:
        """Put everything on the site."""
        lines = "".join(
            f'<li><a href="{path}" title="{one["title"]}">{one["title"]}</a><span>{one["day"]}</span></li>'
            for path, one in self.articles.items()
        )
        self.site.put("/list.html", f'<html><head><title>工作动态</title></head><body><ul class="newsList">{lines}</ul></body></html>')
        self.site.put("/robots.txt", Answer(code=404))
        for path, one in self.articles.items():
            self.site.put(path, page(one))

    def config(self, **keys: Any) -> Path:
        """A ``feeds.toml`` with one source."""
        told = {"name": "鹿港区教育局", "address": self.site.at("/list.html"), "seconds": 0, "allow": [self.site.host], **keys}
        path = self.folder / "feeds.toml"
        path.write_text("[[feed]]\n" + "".join(f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in told.items()))
        return path

    def visit(self, *words: str, config: Path | None = None) -> int:
        """``jiedui feeds run``; its exit code."""
        place = config or self.folder / "feeds.toml"
        return run(["feeds", "run", "--config", str(place), "--store", self.store, "--no-names", "--jobs", "1", *words])

    @property
    def store(self) -> str:
        """Where it is kept: on a database's server, if one is named."""
        return self.server or str(self.folder / "jiedui.db")

    def kept(self, query: str, **values: str) -> list[Any]:
        """What the store answers, a tuple for each row; ``:name`` in the query stands for a value."""
        engine = engine_of(address_of(self.store))
        try:
            with engine.connect() as connection:
                return [tuple(row) for row in connection.execute(sa.text(query), values)]
        finally:
            engine.dispose()


Room = Callable[..., Newsroom]
"""A newsroom on a site of the make of a name, with keys for ``feeds.toml``."""


def page(article: Mapping[str, Any]) -> str:
    """An article's page, with a counter and a template around its words."""
    return (
        f'<html><head><title>{article["title"]}</title></head><body><div class="nav"><a href="/">首页</a></div><h1>{article["title"]}</h1>'
        f"<p>发布时间：{article['day']} 来源：鹿港区教育局 浏览次数：{article['views']}</p>"
        f'<div class="TRS_Editor"><p>{article["body"]}</p>{article["more"]}</div><div class="foot">版权所有</div></body></html>'
    )
