"""Two runs at a time, and a run that a person ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

import pytest

from tests.pipeline.feeds.health.bureau import NAME, Bureau
from tests.pipeline.fetch.server import Answer, Asked

WAIT = 60.0


def begun(bureau: Bureau, *words: str) -> subprocess.Popen[str]:
    """``jiedui feeds run`` in a process of its own."""
    asked = ["feeds", "run", "--config", str(bureau.folder / "feeds.toml"), "--store", bureau.store, "--no-names", "--jobs", "1", *words]
    return subprocess.Popen([sys.executable, "-m", "pipeline", *asked], stderr=subprocess.PIPE, text=True)


def test_a_source_that_another_run_is_at_is_skipped(any_bureau: Bureau) -> None:
    any_bureau.report(1, 8, 15)
    any_bureau.publish()
    came, goes_on = threading.Event(), threading.Event()
    told = any_bureau.site.answer("/t1.html", "", {})
    any_bureau.site.hits.clear()

    def held(_: Asked) -> Answer:
        came.set()
        goes_on.wait(WAIT)
        return told

    any_bureau.site.put("/t1.html", held)
    first = begun(any_bureau)
    try:
        assert came.wait(WAIT)
        second = begun(any_bureau, "--lang", "en")
        _, said = second.communicate(timeout=WAIT)
        goes_on.set()
        _, of_first = first.communicate(timeout=WAIT)
    finally:
        goes_on.set()
        first.kill()
    assert (first.returncode, second.returncode) == (0, 0)
    assert f"{NAME}: another run is at it, skipped" in said
    assert f"{NAME}：列表 3 篇，新 3 篇" in of_first
    assert any_bureau.site.hits["/list.html"] == any_bureau.site.hits["/t1.html"] == 1
    assert any_bureau.kept("SELECT count(*) FROM articles") == [(3,)]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_it_between_two_requests_and_the_next_run_goes_on(bureau: Bureau, number: int) -> None:
    bureau.config(seconds=1, robots=False)
    paths = bureau.report(*range(1, 31))
    bureau.publish()
    came = threading.Event()
    told = bureau.site.answer(paths[2], "", {})
    bureau.site.hits.clear()

    def answered(_: Asked) -> Answer:
        came.set()
        return told

    bureau.site.put(paths[2], answered)
    process = begun(bureau)
    try:
        assert came.wait(WAIT)
        os.kill(process.pid, number)
        _, said = process.communicate(timeout=WAIT)
    finally:
        process.kill()
    assert process.returncode == 130
    assert said.endswith("已停下，读完的都已存好。运行同一条命令接着读。\n")
    assert "Traceback" not in said
    assert sum(bureau.site.hits[path] for path in paths) < 6
    assert bureau.kept("SELECT state FROM runs") == [("interrupted",)]
    bureau.config()
    assert bureau.visit() == 0
    assert bureau.kept("SELECT count(*), count(content) FROM articles") == [(30, 30)]


def test_a_server_that_asks_for_time_is_given_it(bureau: Bureau) -> None:
    bureau.site.put("/list.html", Answer(code=429, headers={"Retry-After": "7200"}))
    assert bureau.visit() == 1
    [(asked,)] = bureau.kept("SELECT strftime('%s', wait_until) - strftime('%s', tried) FROM feeds")
    assert 7100 < asked <= 7200
    assert bureau.visit() == 0
    assert bureau.site.hits["/list.html"] == 1
    # what waited is tried again, however long it has failed
    bureau.report(1, 8, 15)
    bureau.publish()
    bureau.change("UPDATE feeds SET failures = 500")
    bureau.let_the_wait_pass()
    assert bureau.visit() == 0
    assert bureau.kept("SELECT failures, wait_until FROM feeds") == [(0, None)]
