"""A server of the review over a store of a few records: ``server`` for tests that change nothing, ``own`` for those that do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.store import runs
from pipeline.store.writing import store
from tests.pipeline.review.web.running import Running, running
from tests.pipeline.store.filling import document, finding, opened, party, put, record
from tests.pipeline.store.make_reading import SETTING, pact, reading


def _fill(path: Path) -> Path:
    """An agreement that was really read (record 1), and three made ones."""
    engine = opened(path)
    store(engine, runs.begin(engine, {}), [reading(pact(), "/papers/a.txt")], SETTING)
    mismatch = finding("copies-mismatch", "error", "份数对不上")
    put(
        engine,
        {
            "/papers/b.txt": record(document("清泉协议", parties=[party("清泉中学")], findings=[mismatch]), text="清泉中学"),
            "/papers/sub/c.txt": record(document("简讯", kind="news", findings=[finding("impossible-date")]), text="二月三十日"),
            "/papers/sub/d.txt": record(document("又一份", findings=[mismatch]), text="又一份协议"),
        },
    )
    engine.dispose()
    return path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return _fill(tmp_path / "store.db")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(_fill(tmp_path_factory.mktemp("served") / "store.db")) as served:
        yield served


@pytest.fixture
def own(place: Path) -> Iterator[Running]:
    with running(place) as served:
        yield served
