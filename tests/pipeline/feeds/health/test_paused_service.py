"""A source that is paused while ``jiedui serve`` is at work is left alone by it too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli import run
from tests.pipeline.feeds.health.bureau import Bureau
from tests.pipeline.flows.served import Served


@pytest.fixture
def served(bureau: Bureau, tmp_path: Path) -> Iterator[Served]:
    """A service of one source."""
    made = Served(tmp_path, files=0)
    (tmp_path / "jiedui.toml").write_text(f'[serve]\nport = {made.port}\nfeeds = "feeds.toml"\n')
    bureau.config(name="县局", cron="0 0 1 1 *")
    bureau.report(1, 8, 15)
    bureau.publish()
    yield made
    made.clean_up()


def test_a_pause_reaches_the_service(bureau: Bureau, served: Served) -> None:
    served.start()
    place = ["县局", "--config", str(bureau.folder / "feeds.toml"), "--store", bureau.store]
    assert run(["feeds", "pause", *place]) == 0
    served.line("已暂停")
    assert bureau.visit() == 0
    assert bureau.site.hits["/list.html"] == 0
    assert run(["feeds", "resume", *place]) == 0
    served.line("已恢复")
    served.run_now()
    assert "县局：列表 3 篇，新 3 篇" in served.line("列表 3 篇")
    assert served.end() == 0
