"""Every test of the store runs on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.store.place import address_of, engine_of
from pipeline.store.upgrade import ready
from tests.pipeline.store.places import DATABASES, new_place


@pytest.fixture(params=DATABASES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty store."""
    with new_place(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def engine(store_url: str) -> Iterator[sa.Engine]:
    """An empty store, with its tables."""
    made = ready(engine_of(address_of(store_url)))
    yield made
    made.dispose()
