"""A bureau for each test: its store in a file and on a server, or in a file alone where it is not the database that is tested."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.feeds.health.bureau import Bureau
from tests.pipeline.fetch.server import Site, served
from tests.pipeline.store.places import new_postgres


@pytest.fixture
def site() -> Iterator[Site]:
    """The bureau's site."""
    with served() as made:
        yield made


@pytest.fixture
def bureau(site: Site, tmp_path: Path) -> Bureau:
    """With its store in a file."""
    made = Bureau(site, tmp_path)
    made.config()
    return made


@pytest.fixture(params=["sqlite", "postgresql"])
def any_bureau(request: pytest.FixtureRequest, site: Site, tmp_path: Path) -> Iterator[Bureau]:
    """With its store in a file, and on a server."""
    made = Bureau(site, tmp_path)
    made.config()
    if request.param == "sqlite":
        yield made
        return
    with new_postgres() as url:
        made.place = url
        yield made
