"""An empty store, an empty bucket, an empty memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
import sqlalchemy as sa

from pipeline.store.place import address_of, engine_of
from pipeline.store.upgrade import ready
from tests.pipeline.batch.bucket import Bucket, forget, served


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    """In a file of its own."""
    made = ready(engine_of(address_of(str(tmp_path / "store.db"))))
    yield made
    made.dispose()


@pytest.fixture(scope="module")
def server() -> Iterator[Bucket]:
    """A server, for a file of tests."""
    with served() as one:
        yield one


@pytest.fixture
def bucket(server: Bucket, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    """A new bucket, to which this process's environment leads; fsspec remembers nothing of the others."""
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    forget()
    server.anew()
    return server


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    """Fsspec's file system ``memory://``."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]
