"""A newsroom for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.feeds.newsroom import Newsroom, Room
from tests.pipeline.feeds.sites import MAKES, serve
from tests.pipeline.fetch.server import served


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """A site with two articles on help and one that is about something else."""
    with served() as site:
        made = Newsroom(site, tmp_path)
        made.write("/t20240301_1.html", "鹿港区实验小学赴康朗县开展结对帮扶活动", "2024-03-01")
        made.write("/t20240305_2.html", "鹿港区教育局召开招生工作会议", "2024-03-05")
        made.write(
            "/t20240308_3.html", "鹿港区第二中学送教下乡走进康朗县中学", "2024-03-08", helper="鹿港区第二中学", helped="康朗县中学", count=5
        )
        made.publish()
        made.config()
        yield made


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Sites of a make, and the command that visits them."""
    with served() as site:

        def made(name: str, **keys: object) -> Newsroom:
            make = MAKES[name]
            serve(site, make)
            newsroom = Newsroom(site, tmp_path)
            newsroom.config(**{"address": site.at(make.start), "quiet-days": 3660, **make.keys, **keys})
            return newsroom

        yield made
