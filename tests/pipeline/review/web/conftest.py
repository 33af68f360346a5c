"""A server of the review over a store of a few records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.review.web.running import Running, running
from tests.pipeline.store.filling import document, finding, opened, party, put, record
from tests.pipeline.store.make_reading import SETTING, pact, reading


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store with an agreement that was really read (record 1), and three made ones."""
    from pipeline.store import runs
    from pipeline.store.writing import store

    path = tmp_path / "store.db"
    engine = opened(path)
    store(engine, runs.begin(engine, {}), [reading(pact(), "/papers/a.txt")], SETTING)
    put(
        engine,
        {
            "/papers/b.txt": record(
                document("清泉协议", parties=[party("清泉中学")], findings=[finding("copies-mismatch", "error", "份数对不上")]), text="清泉中学"
            ),
            "/papers/sub/c.txt": record(document("简讯", kind="news", findings=[finding("impossible-date")]), text="二月三十日"),
            "/papers/sub/d.txt": record(document("又一份", findings=[finding("copies-mismatch", "error")]), text="又一份协议"),
        },
    )
    engine.dispose()
    return path


@pytest.fixture
def server(place: Path) -> Iterator[Running]:
    with running(place) as served:
        yield served
