"""An empty store in each of the two databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.store.place import address_of, engine_of
from pipeline.store.upgrade import ready
from tests.pipeline.report.papers import Archive
from tests.pipeline.store.places import new_postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """In a file, and in a schema of a server."""
    if request.param == "postgresql":
        with new_postgres() as url:
            engine = ready(engine_of(address_of(url)))
            yield Archive(engine)
            engine.dispose()
        return
    engine = ready(engine_of(address_of(str(tmp_path / "store.db"))))
    yield Archive(engine)
    engine.dispose()


@pytest.fixture
def file_archive(tmp_path: Path) -> Iterator[Archive]:
    """In a file alone, where it is not the database that is tested."""
    engine = ready(engine_of(address_of(str(tmp_path / "store.db"))))
    yield Archive(engine)
    engine.dispose()
