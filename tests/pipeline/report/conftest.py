"""An empty store in each of the two databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.report.papers import Archive
from tests.pipeline.store.places import DATABASES, new_store


@pytest.fixture(params=DATABASES)
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """In a file, and on a server."""
    with new_store(request.param, tmp_path) as engine:
        yield Archive(engine)


@pytest.fixture
def file_archive(tmp_path: Path) -> Iterator[Archive]:
    """In a file alone, where it is not the database that is tested."""
    with new_store("sqlite", tmp_path) as engine:
        yield Archive(engine)
