"""``jiedui serve`` as a process, on a real Prefect server.

Inboxes are read when their time comes, once at a time, and nothing is left behind.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.flows.served import Served, free_port, until

Serve = Callable[..., Served]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Makes a service in a folder of its own; what it starts ends with the test."""
    made: list[Served] = []

    def make(*arguments: Any, **options: Any) -> Served:
        made.append(Served(tmp_path, *arguments, **options))
        return made[-1]

    yield make
    for one in made:
        one.clean_up()


def test_an_inbox_is_read_by_cron_and_a_pause_outlives_a_restart(serve: Serve) -> None:
    served = serve("* * * * *")
    served.start()
    assert "读成 1 个" in served.line("读成")
    assert served.kept("SELECT name FROM sources") == ["0.txt"]
    assert served.ask("/ui-settings", of_the_page=True)["api_url"] == served.api
    [run] = served.ask("/flow_runs/filter", {"flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}}})
    assert run["auto_scheduled"]
    assert run["parameters"] == {}
    until(lambda: "读成 1 个" in served.state(run["id"])["message"], "our words on the page")
    tasks = served.ask("/task_runs/filter", {"flow_runs": {"id": {"any_": [run["id"]]}}})
    assert {task["name"] for task in tasks} == {"第1批", "报告"}

    assert served.command("--pause", "县局").returncode == 0
    served.line("县局：已暂停")
    assert served.deployment["paused"]
    assert served.end(signal.SIGTERM) == 0
    assert "已结束定时读取" in served.log.read_text(encoding="utf-8")

    served.start()
    assert "县局：已暂停，从 " in served.line("县局")
    assert served.deployment["paused"]
    asked = served.run_now()
    served.line("跳过这一次，已暂停")
    until(lambda: served.state(asked)["name"] == "Skipped", "the skipped run")
    assert served.kept("SELECT count(*) FROM runs") == [1]
    assert served.command("--resume", "县局").returncode == 0
    served.line("县局：已恢复")
    assert not served.deployment["paused"]
    assert "未变 1 个" in served.line("未变")
    assert served.end(signal.SIGINT) == 130


def test_a_run_at_work_is_not_doubled_and_is_stopped_with_what_it_has_read(serve: Serve) -> None:
    served = serve(files=60, clauses=150)
    served.start()
    asked = served.run_now()
    until(lambda: served.kept("SELECT count(*) FROM readings")[0] > 4, "the first readings")
    second = served.run_now()
    served.line("上一次还没有结束")
    until(lambda: served.state(second)["name"] == "Skipped", "the skipped run")
    assert served.end(signal.SIGTERM) == 0
    assert "已停下，读完的都已存好：读成" in served.line("已停下")
    assert served.kept("SELECT state FROM runs") == ["interrupted"]
    assert 4 < served.kept("SELECT count(*) FROM readings")[0] < 60

    served.start()
    assert (served.state(asked)["type"], served.state(asked)["name"]) == ("CANCELLED", "Cancelled")
    killed = served.run_now()
    until(lambda: served.kept("SELECT count(*) FROM runs WHERE state = 'running'") == [1], "the second run")
    until(lambda: served.state(killed)["type"] == "RUNNING", "the flow")
    assert served.end(signal.SIGKILL) == -signal.SIGKILL

    served.start()
    until(lambda: served.state(killed)["type"] == "CRASHED", "the run that nobody has ended")
    last = served.run_now()
    until(lambda: served.state(last)["type"] == "COMPLETED", "the last run")
    assert served.kept("SELECT count(*) FROM readings") == [60]
    assert served.end() == 0


def test_what_is_cancelled_on_the_page_stops_and_missed_runs_are_one(serve: Serve) -> None:
    served = serve(files=40, clauses=150)
    served.start()
    asked = served.run_now()
    until(lambda: served.kept("SELECT count(*) FROM readings")[0] > 4, "the first readings")
    until(lambda: served.state(asked)["type"] == "RUNNING", "the flow")
    served.ask(f"/flow_runs/{asked}/set_state", {"state": {"type": "CANCELLING"}})
    served.line("已停下")
    until(lambda: served.state(asked)["type"] == "CANCELLED", "the cancelled run")
    assert served.kept("SELECT count(*) FROM readings")[0] < 40

    assert served.process is not None
    served.process.send_signal(signal.SIGSTOP)
    missed, newest = served.run_now(), served.run_now()
    served.process.send_signal(signal.SIGCONT)
    served.line("错过了 1 次，现在补一次")
    until(lambda: served.state(newest)["type"] == "COMPLETED", "the newest run")
    assert served.state(missed)["name"] == "Skipped"
    assert served.end() == 0


def test_what_is_deleted_on_the_page_ends_no_service(serve: Serve) -> None:
    served = serve(files=40, clauses=150)
    served.start()
    asked = served.run_now()
    until(lambda: served.kept("SELECT count(*) FROM readings")[0] > 4, "the first readings")
    served.delete(f"/flow_runs/{asked}")
    served.line("在页面上取消或删除了")
    served.line("已停下")

    before = served.deployment["id"]
    served.delete(f"/deployments/{before}")
    assert served.command("--pause", "县局").returncode == 0
    served.line("已重新建好")
    until(lambda: served.deployment["paused"], "the schedule that is there again, and paused")
    assert served.command("--resume", "县局").returncode == 0
    until(lambda: not served.deployment["paused"], "the schedule at work again")
    for number in range(40):
        (served.folder / "收件箱" / f"{number}.txt").unlink()
    asked = served.run_now()
    until(lambda: served.state(asked)["type"] == "COMPLETED", "a run of what is there again")
    log = served.log.read_text(encoding="utf-8")
    assert (log.count("已重新建好"), log.count("连不上")) == (1, 0), log
    assert served.end() == 0


def test_a_server_that_dies_is_started_again(serve: Serve) -> None:
    served = serve()
    served.start()
    served.child("pipeline.flows.server").kill()
    served.line("正在重新启动")
    served.line("又连上了 Prefect")
    asked = served.run_now()
    until(lambda: served.state(asked)["type"] == "COMPLETED", "the run")
    assert served.end() == 0


def test_a_folder_that_is_gone_fails_the_run_and_not_the_service(serve: Serve) -> None:
    served = serve(files=0)
    served.start()
    asked = served.run_now()
    served.line("没有文件")
    until(lambda: served.state(asked)["type"] == "COMPLETED", "the run of an empty folder")
    (served.folder / "收件箱").rmdir()
    asked = served.run_now()
    served.line("没有 收件箱 这个文件或文件夹")
    until(lambda: served.state(asked)["type"] == "FAILED", "the run of no folder")
    assert served.end() == 0


def test_a_server_that_is_there_already_is_used_and_left_alone(serve: Serve) -> None:
    port = free_port()
    served = serve(api=f"http://127.0.0.1:{port}/api")
    environment = {name: value for name, value in served.environment.items() if name != "PREFECT_API_URL"}
    refused = served.command()
    assert refused.returncode == 1
    assert "连不上 PREFECT_API_URL 所指的 Prefect" in refused.stderr
    outer = subprocess.Popen([sys.executable, "-m", "pipeline.flows.server", str(port)], env=environment, stdin=subprocess.PIPE)
    try:
        until(lambda: not _fails(lambda: served.ask("/health")), "the outer server")
        served.start()
        asked = served.run_now()
        until(lambda: served.state(asked)["type"] == "COMPLETED", "the run")
        assert served.end() == 0
        assert served.ask("/health") is True
    finally:
        outer.terminate()
        outer.communicate()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_a_start_that_is_stopped_leaves_nothing(serve: Serve, number: int, code: int) -> None:
    served = serve()
    served.begin()
    until(lambda: any("pipeline.flows.server" in process.cmdline() for process in served.family()), "the server's process")
    assert served.end(number) == code
    assert "Traceback" not in served.log.read_text(encoding="utf-8")


def test_a_port_that_is_taken_is_named(serve: Serve) -> None:
    import socket

    served = serve()
    with socket.create_server(("127.0.0.1", served.port)):
        refused = served.command()
    assert refused.returncode == 1
    assert f"端口 {served.port} 已被占用" in refused.stderr
    assert refused.stderr.count("\n") == 1


def _fails(call: Callable[[], object]) -> bool:
    try:
        call()
    except OSError:
        return True
    return False
