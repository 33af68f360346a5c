"""A site, and a fetcher that may read it without waiting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.fetch.fetcher import Fetcher
from tests.pipeline.fetch.hurried import hurried
from tests.pipeline.fetch.server import Site, served


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on loopback."""
    with served() as one:
        yield one


@pytest.fixture
def fetcher(site: Site) -> Iterator[Fetcher]:
    """It may read the site, and is in a hurry."""
    with hurried(site) as one:
        yield one
