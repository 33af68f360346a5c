"""Newsrooms: in each of the two databases, and in a file alone where it is not the database that is tested."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.digest.newsroom import Newsroom
from tests.pipeline.store.places import DATABASES, new_store


@pytest.fixture(params=DATABASES)
def newsroom(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Newsroom]:
    """In a file, and on a server."""
    with new_store(request.param, tmp_path) as engine:
        yield Newsroom(engine)


@pytest.fixture
def file_newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """In a file alone, where it is not the database that is tested."""
    with new_store("sqlite", tmp_path) as engine:
        yield Newsroom(engine)
