"""``jiedui batch`` as a person runs it, with its flow, its children and its signals."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import psutil
import pytest
import sqlalchemy as sa

from pipeline.cli import run
from pipeline.store.place import address_of, engine_of
from pipeline.store.tables import CLAIMS, READINGS, RUNS
from pipeline.store.upgrade import ready
from tests.pipeline.batch.archives import make_papers
from tests.pipeline.batch.program import begin, finish, left_of, readings, wait_until
from tests.pipeline.store.contents import contents_of
from tests.pipeline.store.places import new_postgres

COUNT = 120


def contents(store: str) -> object:
    engine = engine_of(address_of(store))
    try:
        return contents_of(engine)
    finally:
        engine.dispose()


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, object, subprocess.CompletedProcess[str], float]:
    """An archive, what an unbroken run makes of it, what that said, and how long the first result took: everything is new."""
    place = tmp_path_factory.mktemp("unbroken")
    make_papers(place / "papers", COUNT)
    (place / "prefect").mkdir()
    run = begin(place, "papers")
    began = time.monotonic()
    wait_until(lambda: readings(str(place / "jiedui.db")) > 0)
    first = time.monotonic() - began
    said, trouble = run.communicate(timeout=120)
    return place, contents(str(place / "jiedui.db")), subprocess.CompletedProcess(run.args, run.returncode, said, trouble), first


def test_a_first_run_says_what_it_did_and_nothing_else(unbroken: tuple[Path, object, subprocess.CompletedProcess[str], float]) -> None:
    place, _, done, first = unbroken
    assert done.returncode == 0
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert lines[0] == f"找到 {COUNT} 个文件，存到 jiedui.db"
    assert f"共 {COUNT} 个文件：读成 {COUNT} 个。" in lines[-2]
    assert lines[-1] == "结果存在 jiedui.db，报告在 jiedui-report/report.html"
    assert all(line.startswith(("找到", "共", "结果存在")) or f"/{COUNT}  " in line for line in lines), done.stderr
    assert first < 60, "a bound for a slow machine; benchmarks/batch.py has the figure"
    assert (place / "jiedui-report" / "report.html").is_file()


def test_the_flow_run_shows_batches_and_artifacts(unbroken: tuple[Path, object, subprocess.CompletedProcess[str], float]) -> None:
    place, *_ = unbroken
    with sqlite3.connect(place / "prefect" / "prefect.db") as prefect:
        assert prefect.execute("SELECT state_type FROM flow_run").fetchall() == [("COMPLETED",)]
        tasks = dict(prefect.execute("SELECT name, state_type FROM task_run").fetchall())
        told = [row[0] for row in prefect.execute("SELECT message FROM task_run_state WHERE type = 'COMPLETED'") if row[0]]
        artifacts = {row[0] for row in prefect.execute("SELECT key FROM artifact")}
    assert tasks.pop("报告") == "COMPLETED"
    assert set(tasks) == {f"第{number}批" for number in range(1, len(tasks) + 1)}
    assert set(tasks.values()) == {"COMPLETED"}
    assert sum(int(one.split()[1]) for one in told if one.startswith("读成")) == COUNT
    assert artifacts == {"jiedui-report", "jiedui-failures"}


def test_a_second_run_reads_nothing(unbroken: tuple[Path, object, subprocess.CompletedProcess[str], float]) -> None:
    place, before, *_ = unbroken
    done = finish(place, "papers")
    assert done.returncode == 0
    assert "没有新文件，也没有改动。" in done.stderr
    assert contents(str(place / "jiedui.db")) == before


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    make_papers(tmp_path / "papers", 3)
    done = finish(tmp_path, "papers", "--dry-run")
    assert (done.returncode, done.stdout) == (0, "")
    assert "会读 3 个文件" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["papers", "prefect"]


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    make_papers(tmp_path / "papers", 1)
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE customers (name)")
    before = (tmp_path / "other.db").read_bytes()
    dry = finish(tmp_path, "papers", "--dry-run", "--store", "other.db")
    assert (dry.returncode, "会读 1 个文件。没有写" in dry.stderr) == (0, True)
    wet = finish(tmp_path, "papers", "--store", "other.db")
    assert (wet.returncode, "other.db 不是 jiedui 的存储" in wet.stderr) == (1, True)
    assert (tmp_path / "other.db").read_bytes() == before
    folder = finish(tmp_path, "papers", "--dry-run", "--store", "papers")
    assert (folder.returncode, "papers 是文件夹，不是存储" in folder.stderr) == (1, True)


def test_a_report_that_cannot_be_written_is_told_before_anything_is_read(tmp_path: Path) -> None:
    make_papers(tmp_path / "papers", 1)
    (tmp_path / "taken").touch()
    done = finish(tmp_path, "papers", "--report", "taken/report")
    assert done.returncode == 1
    assert "写不进 taken/report" in done.stderr
    assert readings(str(tmp_path / "jiedui.db")) == 0


def test_a_store_that_another_program_holds_costs_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    make_papers(tmp_path / "papers", 1)
    ready(engine_of(address_of(str(tmp_path / "jiedui.db")))).dispose()
    monkeypatch.setattr("pipeline.store.place._WAIT", 0.2)
    monkeypatch.chdir(tmp_path)
    with closing(sqlite3.connect(tmp_path / "jiedui.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert run(["batch", "papers"]) == 1
    said = capfd.readouterr().err
    assert "写不进存储 jiedui.db：database is locked" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_run_killed_anywhere_ends_as_an_unbroken_one(
    unbroken: tuple[Path, object, subprocess.CompletedProcess[str], float], tmp_path: Path, kind: str
) -> None:
    place, expected, *_ = unbroken
    papers = place / "papers"
    if kind == "sqlite":
        _killed_again_and_again(tmp_path, papers, str(tmp_path / "jiedui.db"), expected)
        return
    with new_postgres() as url:
        _killed_again_and_again(tmp_path, papers, url, expected)


def _has_come_to(store: str, count: int, run: subprocess.Popen[str]) -> bool:
    return readings(store) >= count or run.poll() is not None


def _killed_again_and_again(place: Path, papers: Path, store: str, expected: object) -> None:
    for target in (0, 1, COUNT // 3, COUNT // 2):
        run = begin(place, papers, "--store", store)
        family = [*psutil.Process(run.pid).children(recursive=True)]
        wait_until(partial(_has_come_to, store, target, run))
        family += psutil.Process(run.pid).children(recursive=True)
        assert run.poll() is None, run.communicate()
        run.kill()
        run.communicate()
        assert left_of(family) == [], "children and server end with their parent"
    assert readings(store) < COUNT
    done = finish(place, papers, "--store", store)
    assert done.returncode == 0, done.stderr
    assert contents(store) == expected
    engine = engine_of(address_of(store))
    with engine.connect() as connection:
        assert connection.scalars(sa.select(CLAIMS.c.content)).all() == []
        assert sorted(connection.scalars(sa.select(RUNS.c.state))).count("done") == 1
    engine.dispose()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_two_runs_at_once_do_not_double(
    unbroken: tuple[Path, object, subprocess.CompletedProcess[str], float], tmp_path: Path, kind: str
) -> None:
    place, expected, *_ = unbroken
    if kind == "sqlite":
        _two_at_once(tmp_path, place / "papers", str(tmp_path / "jiedui.db"), expected)
        return
    with new_postgres() as url:
        _two_at_once(tmp_path, place / "papers", url, expected)


def _two_at_once(place: Path, papers: Path, store: str, expected: object) -> None:
    runs = [begin(place, papers, "--store", store, "--report", f"report-{at}", "--jobs", 1) for at in range(2)]
    said = [run.communicate(timeout=120)[1] for run in runs]
    # whoever leaves files to the other has not read them all
    assert [run.returncode for run in runs] == [int("另一次运行在读" in one) for one in said], said
    assert all("Traceback" not in one for one in said)
    assert contents(store) == expected
    engine = engine_of(address_of(store))
    with engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(READINGS)) == COUNT
        counts = [json.dumps(one) for one in connection.scalars(sa.select(RUNS.c.counts))]
    engine.dispose()
    assert sum(json.loads(one).get("ok", 0) for one in counts) == COUNT, "each file was read by one of them"


def test_a_store_that_takes_nothing_more_is_told(tmp_path: Path) -> None:
    make_papers(tmp_path / "papers", 30)
    assert finish(tmp_path, "papers", "--limit", 5).returncode == 0
    with sqlite3.connect(tmp_path / "jiedui.db") as store:
        store.execute("CREATE TRIGGER full BEFORE INSERT ON readings BEGIN SELECT RAISE(ABORT, 'disk is full'); END")
    done = finish(tmp_path, "papers")
    assert done.returncode == 1
    assert "出错：写不进存储 jiedui.db：disk is full。读完的都已存好" in done.stderr
    assert "Traceback" not in done.stderr
    with sqlite3.connect(tmp_path / "jiedui.db") as store:
        store.execute("DROP TRIGGER full")
    assert finish(tmp_path, "papers").returncode == 0
    assert readings(str(tmp_path / "jiedui.db")) == 30


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_keeps_what_was_read_and_says_how_to_go_on(
    unbroken: tuple[Path, object, subprocess.CompletedProcess[str], float], tmp_path: Path, number: signal.Signals
) -> None:
    place, expected, *_ = unbroken
    run = begin(tmp_path, place / "papers")
    wait_until(lambda: readings(str(tmp_path / "jiedui.db")) >= 8)
    family = psutil.Process(run.pid).children(recursive=True)
    asked = time.monotonic()
    run.send_signal(number)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130, said
    assert time.monotonic() - asked < 30
    assert "再运行同一条命令就接着读" in said
    assert "Traceback" not in said
    assert left_of(family) == []
    kept = readings(str(tmp_path / "jiedui.db"))
    assert 8 <= kept < COUNT
    done = finish(tmp_path, place / "papers")
    assert done.returncode == 0
    assert f"未变 {kept} 个" in done.stderr
    assert contents(str(tmp_path / "jiedui.db")) == expected
