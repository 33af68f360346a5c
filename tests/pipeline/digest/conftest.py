"""Newsrooms: in each of the two databases, and in a file alone where it is not the database that is tested."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.store.place import address_of, engine_of
from pipeline.store.upgrade import ready
from tests.pipeline.digest.newsroom import Newsroom
from tests.pipeline.store.places import new_postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def newsroom(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Newsroom]:
    """In a file, and on a server."""
    if request.param == "postgresql":
        with new_postgres() as url:
            engine = ready(engine_of(address_of(url)))
            yield Newsroom(engine)
            engine.dispose()
        return
    engine = ready(engine_of(address_of(str(tmp_path / "store.db"))))
    yield Newsroom(engine)
    engine.dispose()


@pytest.fixture
def file_newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """In a file."""
    engine = ready(engine_of(address_of(str(tmp_path / "store.db"))))
    yield Newsroom(engine)
    engine.dispose()
