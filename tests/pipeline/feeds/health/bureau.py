"""A bureau's site whose days are counted from today, and a store in a file or on a server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from pipeline.cli import run
from pipeline.feeds.health import ZONE
from pipeline.store.place import address_of, engine_of
from tests.pipeline.feeds.newsroom import Newsroom

NAME = "鹿港区教育局"
_SCHOOLS = "一二三四五六七八九十"


def ago(days: int) -> date:
    """The day so many days before today, where the sources are."""
    return datetime.now(ZONE).date() - timedelta(days=days)


@dataclass
class Bureau(Newsroom):
    """A newsroom; ``place`` is where its store is."""

    place: str = ""

    @property
    def store(self) -> str:
        """Where it is kept."""
        return self.place or str(self.folder / "jiedui.db")

    def report(self, *days: int, first: int = 1) -> list[str]:
        """An article for each day, so many days ago, the newest first; their paths."""
        paths = []
        for number, day in enumerate(days, first):
            path = f"/t{number}.html"
            school = f"第{_SCHOOLS[number // 10 % 10]}{_SCHOOLS[number % 10]}中学"
            self.write(path, f"鹿港区{school}赴康朗县开展结对帮扶活动之{number}", ago(day).isoformat(), helper=f"鹿港区{school}", count=number + 2,
                       books=100 + 7 * number, helped=f"康朗县{school}")  # fmt: skip
            paths.append(path)
        return paths

    def status(self, *words: str) -> int:
        """``jiedui feeds status``; its exit code."""
        return run(["feeds", "status", *words, "--config", str(self.folder / "feeds.toml"), "--store", self.store])

    def alarms(self) -> list[tuple[str, bool]]:
        """The kinds of all alarms that there were, and whether each lasts."""
        return [
            (kind, lasts == 1) for kind, lasts in self.kept("SELECT kind, CASE WHEN over IS NULL THEN 1 ELSE 0 END FROM alarms ORDER BY id")
        ]

    def change(self, statement: str, **values: Any) -> None:
        """Have the store hold something else."""
        engine = engine_of(address_of(self.store))
        try:
            with engine.begin() as connection:
                connection.execute(sa.text(statement), values)
        finally:
            engine.dispose()

    def has(self, table: str) -> bool:
        """Whether there is a row; there may be no table yet."""
        try:
            return self.kept(f"SELECT count(*) FROM {table}") > [(0,)]  # noqa: S608 - a test's own word
        except sa.exc.DBAPIError:
            return False

    def let_the_wait_pass(self) -> None:
        """It is later than any source waits."""
        self.change("UPDATE feeds SET wait_until = :then", then="2024-01-01 00:00:00.000000")

    def list_without_days(self, paths: Sequence[str] = ()) -> None:
        """Publish, with a list that has lost its days."""
        self.publish()
        lines = "".join(
            f'<li><a href="{path}" title="{self.articles[path]["title"]}">{self.articles[path]["title"]}</a><span>动态</span></li>'
            for path in paths or self.articles
        )
        self.site.put("/list.html", f'<html><head><title>工作动态</title></head><body><ul class="newsList">{lines}</ul></body></html>')
