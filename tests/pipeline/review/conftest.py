"""A store with one agreement in it, in each of the two databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from pipeline.store.place import address_of, engine_of
from pipeline.store.upgrade import ready
from tests.pipeline.review.desk import Desk, put_text
from tests.pipeline.store.make_reading import pact
from tests.pipeline.store.places import new_postgres


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty store."""
    if request.param == "sqlite":
        yield str(tmp_path / "store.db")
        return
    with new_postgres() as url:
        yield url


@pytest.fixture
def engine(store_url: str) -> Iterator[sa.Engine]:
    """An empty store, with its tables."""
    made = ready(engine_of(address_of(store_url)))
    yield made
    made.dispose()


@pytest.fixture
def desk(engine: sa.Engine) -> Desk:
    """The reviewers' view of one agreement, which has been read."""
    return Desk(engine, put_text(engine, pact()))
