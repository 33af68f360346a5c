"""``jiedui serve`` visits sources of news on a real Prefect server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pipeline.feeds.newsroom import Newsroom
from tests.pipeline.fetch.server import Answer
from tests.pipeline.flows.served import Served, until


@pytest.fixture
def served(newsroom: Newsroom, tmp_path: Path) -> Iterator[Served]:
    """A service of one source."""
    made = Served(tmp_path, files=0)
    (tmp_path / "jiedui.toml").write_text(f'[serve]\nport = {made.port}\nfeeds = "feeds.toml"\n')
    newsroom.config(name="县局", cron="0 0 1 1 *")
    yield made
    made.clean_up()


def test_a_source_is_a_job_with_a_task_of_its_name(newsroom: Newsroom, served: Served) -> None:
    served.start()
    asked = served.run_now()
    assert "县局：列表 3 篇，新 2 篇" in served.line("列表 3 篇")
    until(lambda: served.state(asked)["type"] == "COMPLETED", "the visit")
    tasks = served.ask("/task_runs/filter", {"flow_runs": {"id": {"any_": [asked]}}})
    assert {task["name"] for task in tasks} == {"县局", "报告"}
    assert served.kept("SELECT count(*) FROM articles") == [2]

    newsroom.site.put("/list.html", Answer(code=404))
    failed = served.run_now()
    served.line("没有读成")
    until(lambda: served.state(failed)["type"] == "FAILED", "the visit that failed")
    assert served.end() == 0
