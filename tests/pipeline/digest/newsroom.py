"""Stores of news for the tests: texts are read by the extractors, and stored by the same functions as those of a run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

import sqlalchemy as sa

from extractors import read_bytes
from pipeline import json_output
from pipeline.digest.asked import Asked
from pipeline.digest.gather import gather
from pipeline.digest.model import Digest
from pipeline.store import runs
from pipeline.store.news_tables import ARTICLES
from pipeline.store.opening import looking_at
from pipeline.store.seen import Reading, Seen
from pipeline.store.setting import Setting
from pipeline.store.writing import store
from schemas.record import Record

SETTING = Setting("1.0", names=False, means="m")
FOUND = datetime(2024, 6, 1, tzinfo=UTC)


def news(body: str, day: str | None = "2024-05-08", *, title: str = "结对帮扶传真情", outlet: str = "鹿港日报") -> str:
    """The text of an article."""
    when = "" if day is None else f"发布时间：{day} "
    return f"{title}\n{when}来源：{outlet}\n{body}\n"


@cache
def record_of(text: str) -> Record:
    """What the extractors make of a text."""
    return read_bytes(text.encode(), name="news.txt", names=False)


@dataclass
class Newsroom:
    """A store, and articles for it."""

    engine: sa.Engine
    run: str = field(init=False)
    articles: int = 0

    def __post_init__(self) -> None:
        self.run = runs.begin(self.engine, {})

    def publish(
        self,
        text: str | None,
        address: str | None = None,
        *,
        feed: str = "康朗县教育局",
        day: str | None = None,
        title: str | None = None,
        found: datetime = FOUND,
        first: int | None = None,
        parent: int | None = None,
    ) -> int:
        """An article's number in the store; without a text it was not read. ``first`` makes it a reprint, ``parent`` an attachment."""
        self.articles += 1
        address = address or f"https://news.example/{self.articles}.html"
        row = {
            "address": address, "feed": feed, "day": day, "title": title, "found": found, "failures": 0, "run_id": self.run,
            "content": None if text is None else self.read(text, address), "first_id": first, "parent_id": parent,
        }  # fmt: skip
        with self.engine.begin() as connection:
            number = connection.execute(ARTICLES.insert().returning(ARTICLES.c.id), row).scalar_one()
        return int(number)

    def read(self, text: str, address: str) -> str:
        """A text is read at an address, as a file is; its content."""
        record = record_of(text)
        content = hashlib.sha256(text.encode()).hexdigest()
        reading = Reading(Seen(address, content, len(text)), json_output.line(record), record.outcome.status, None, None, 0.1)
        store(self.engine, self.run, [reading], SETTING)
        return content

    def digest(self, asked: Asked | None = None) -> Digest:
        """What the news says."""
        with looking_at(self.engine) as connection:
            return gather(connection, asked or Asked())
