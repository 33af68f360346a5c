"""A run at work that is stopped at its very end."""

from __future__ import annotations

import signal
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from pipeline.batch.progress import Progress
from pipeline.batch.request import Request
from pipeline.batch.shown_flow import ShownFlow
from pipeline.batch.work import Task
from pipeline.batch.working import Work
from pipeline.store import runs
from pipeline.store.tables import RUNS
from pipeline.workers.limits import Limits
from tests.pipeline.batch.archives import READER, SETTING, make_papers, read_archive


@pytest.mark.parametrize("is_stopped", [True, False])
def test_a_run_that_is_stopped_while_it_links_makes_no_report(engine: sa.Engine, tmp_path: Path, *, is_stopped: bool) -> None:
    make_papers(tmp_path / "papers", 1)
    read_archive(engine, [tmp_path / "papers"])
    request = Request(("papers",), str(engine.url), tmp_path / "report", date(2026, 1, 1))
    run = runs.begin(engine, {})
    work = Work(request, (), Task(run, SETTING), engine, Progress(0, "zh"))

    @sa.event.listens_for(engine, "before_cursor_execute")
    def _stop(_: Any, __: Any, statement: str, *___: Any) -> None:
        if is_stopped and "is_compared" in statement and not work.stopped.is_set():
            signal.raise_signal(signal.SIGINT)

    work.do(READER, Limits(), ShownFlow(request, run))
    assert work.stopped.is_set() == is_stopped
    assert (work.report() is None) == is_stopped
    assert (tmp_path / "report").exists() != is_stopped
    with engine.connect() as connection:
        state = connection.scalar(sa.select(RUNS.c.state).where(RUNS.c.id == run))
    assert state == ("interrupted" if is_stopped else "done")
