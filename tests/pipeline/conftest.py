"""Outcomes that no file can be made to have: a failure of the program itself, pages that are missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from schemas.record import Record

Answer = Callable[[Record], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Let every file be read as the given record."""

    def put(record: Record) -> None:
        def read(*_: Any, **__: Any) -> Record:
            return record

        monkeypatch.setattr("pipeline.reading.load_read_bytes", lambda: read)
        # a child process would not see what is changed here
        monkeypatch.setenv("JIEDUI_JOBS", "0")

    return put
