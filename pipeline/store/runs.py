"""Runs: when they began, whether they still live, how they ended."""

from __future__ import annotations

import os
import socket
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import psutil
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from pipeline.store.place import writing
from pipeline.store.seen import Fate
from pipeline.store.tables import CLAIMS, RUNS
from schemas.version import VERSION

SILENCE = timedelta(seconds=90)
"""After so long without a sign of life, a run on another machine counts as dead."""
State = Literal["done", "interrupted"]
_HEARTBEAT = 20.0
"""Seconds between two signs of life."""


def begin(engine: sa.Engine, request: Mapping[str, Any]) -> str:
    """Write a new run down; its id."""
    run, now = str(uuid.uuid4()), datetime.now(UTC)
    row = {
        "id": run, "started": now, "seen": now, "state": "running", "host": socket.gethostname(), "process": _process(os.getpid()),
        "version": VERSION, "request": dict(request), "counts": {},
    }  # fmt: skip
    with writing(engine) as connection:
        connection.execute(RUNS.insert(), row)
    return run


@contextmanager
def alive(engine: sa.Engine, run: str, counts: Callable[[], Mapping[Fate, int]]) -> Iterator[None]:
    """Tell other runs, now and then, that this one is at work, and how far it is."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(_HEARTBEAT):
            with suppress(SQLAlchemyError), writing(engine) as connection:
                connection.execute(RUNS.update().where(RUNS.c.id == run), {"seen": datetime.now(UTC), "counts": dict(counts())})

    thread = threading.Thread(target=beat, name="jiedui-life", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def end(engine: sa.Engine, run: str, state: State, counts: Mapping[Fate, int]) -> None:
    """Write down how a run ended, and let go of what it had claimed."""
    now = datetime.now(UTC)
    with writing(engine) as connection:
        connection.execute(RUNS.update().where(RUNS.c.id == run), {"seen": now, "ended": now, "state": state, "counts": dict(counts)})
        connection.execute(CLAIMS.delete().where(CLAIMS.c.run_id == run))


def let_go_of_the_dead(engine: sa.Engine) -> None:
    """Free what runs had claimed that died without a word (kill -9, a power cut), or that a worker claimed for them after their end."""
    with writing(engine) as connection:
        for row in connection.execute(sa.select(RUNS).where(RUNS.c.state == "running")).mappings().all():
            if not _lives(row):
                connection.execute(RUNS.update().where(RUNS.c.id == row["id"]), {"state": "died", "ended": row["seen"]})
        at_work = sa.select(RUNS.c.id).where(RUNS.c.state == "running")
        connection.execute(CLAIMS.delete().where(CLAIMS.c.run_id.not_in(at_work)))


def _lives(run: sa.RowMapping) -> bool:
    """On this machine its process tells; of another machine's, only how long it has been silent."""
    if run["host"] == socket.gethostname():
        return bool(run["process"] == _process(int(run["process"].partition("@")[0])))
    seen = run["seen"]
    silence: timedelta = datetime.now(UTC) - (seen if seen.tzinfo else seen.replace(tzinfo=UTC))
    return silence < SILENCE


def _process(number: int) -> str:
    """A process, told apart from a later one of the same number by when it was started."""
    with suppress(psutil.Error):
        return f"{number}@{psutil.Process(number).create_time():.2f}"
    return f"{number}@"
