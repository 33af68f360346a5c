"""Batches on a real Dask cluster: a scheduler and two workers, one of which dies in the middle."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import wait
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url

from pipeline.batch.cluster import Cluster
from pipeline.batch.items import Item
from pipeline.batch.remote import Remote
from pipeline.batch.seats import Means
from pipeline.batch.shift import Shift
from pipeline.batch.work import Batch, Task
from pipeline.store.place import address_of, engine_of
from pipeline.store.seen import Result
from pipeline.store.tables import CLAIMS, READINGS
from pipeline.workers.limits import Limits
from tests.pipeline.batch.archives import READER, SETTING, make_papers
from tests.pipeline.batch.program import begin, environment, finish, left_of, readings, wait_until
from tests.pipeline.store.contents import contents_of
from tests.pipeline.store.places import new_postgres

COUNT = 150


class DaskProcesses:
    """A scheduler on loopback, and its workers, each a process with a nanny as on a cluster."""

    def __init__(self, place: Path, held: ExitStack) -> None:
        self._place, self._held = place, held
        with socket.create_server(("127.0.0.1", 0)) as one:
            self.address = f"tcp://127.0.0.1:{one.getsockname()[1]}"
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", self.address.rpartition(":")[2], "--no-dashboard")
        wait_until(self._is_up)

    def worker(self) -> psutil.Process:
        return self._start("worker", self.address, "--nthreads", "1", "--no-dashboard", "--local-directory", str(self._place))

    def _is_up(self) -> bool:
        with socket.socket() as one:
            return one.connect_ex(("127.0.0.1", int(self.address.rpartition(":")[2]))) == 0

    def _start(self, *words: str) -> psutil.Process:
        log = self._held.enter_context((self._place / f"{words[0]}.log").open("ab"))
        settings = {"DASK_DISTRIBUTED__WORKER__DAEMON": "False", "PREFECT_LOGGING_LEVEL": "CRITICAL"}
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *words], env=environment(self._place) | settings, cwd=self._place, stdout=log, stderr=log
        )
        self._held.callback(end, psutil.Process(process.pid), process)
        return psutil.Process(process.pid)


def end(one: psutil.Process, process: subprocess.Popen[bytes] | None = None) -> None:
    """Kill a process and all that it has started, as a power cut would."""
    if one.is_running():
        for each in [*one.children(recursive=True), one]:
            if each.is_running():
                each.kill()
    if process is not None:
        process.wait(30)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[DaskProcesses]:
    """Its workers are still to be started."""
    with ExitStack() as held:
        yield DaskProcesses(tmp_path, held)


def test_a_worker_that_dies_loses_nothing_and_doubles_nothing(cluster: DaskProcesses, tmp_path: Path) -> None:
    make_papers(tmp_path / "papers", COUNT)
    assert finish(tmp_path, "papers", "--store", "alone.db").returncode == 0
    alone = engine_of(address_of(str(tmp_path / "alone.db")))
    dies, _ = cluster.worker(), cluster.worker()
    with new_postgres() as store:
        run = begin(tmp_path, "papers", "--store", store, "--runner", "dask", "--scheduler", cluster.address)
        wait_until(lambda: readings(store) >= 10)
        family = dies.children(recursive=True)
        end(dies)
        at_death = readings(store)
        _, said = run.communicate(timeout=120)
        assert run.returncode == 0, said
        assert at_death < COUNT
        assert f"读成 {COUNT} 个" in said
        assert "Traceback" not in said
        engine = engine_of(address_of(store))
        with engine.connect() as connection:
            assert connection.scalar(sa.select(sa.func.count()).select_from(READINGS)) == COUNT
            assert connection.scalars(sa.select(CLAIMS.c.content)).all() == []
        found, expected = contents_of(engine), contents_of(alone)
        engine.dispose()
        assert {table: len(rows) for table, rows in found.items()} == {table: len(rows) for table, rows in expected.items()}
        for table in found:
            # the children of a worker have other means than this machine's only in their digest
            assert found[table] == expected[table], table
        assert left_of(family) == []
    alone.dispose()


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path) -> None:
    make_papers(tmp_path / "papers", 2)
    done = finish(tmp_path, "papers", "--runner", "dask", "--scheduler", "tcp://127.0.0.1:1")
    assert done.returncode == 1
    assert "Dask 集群用不了" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_cluster_needs_an_address(tmp_path: Path) -> None:
    make_papers(tmp_path / "papers", 2)
    assert "--scheduler" in finish(tmp_path, "papers", "--runner", "dask").stderr
    assert "PREFECT_API_URL" in finish(tmp_path, "papers", "--runner", "dask", "--scheduler", "tcp://192.0.2.1:8786").stderr
    assert not (tmp_path / "jiedui.db").exists()


def test_a_scheduler_that_dies_is_told_and_what_was_read_is_kept(cluster: DaskProcesses, tmp_path: Path) -> None:
    make_papers(tmp_path / "papers", COUNT)
    cluster.worker()
    run = begin(tmp_path, "papers", "--runner", "dask", "--scheduler", cluster.address)
    wait_until(lambda: readings(str(tmp_path / "jiedui.db")) >= 10)
    end(cluster.scheduler)
    _, said = run.communicate(timeout=120)
    assert run.returncode == 1
    assert "Dask 集群用不了" in said
    assert "Traceback" not in said
    assert finish(tmp_path, "papers").returncode == 0
    assert readings(str(tmp_path / "jiedui.db")) == COUNT


def test_a_cluster_that_is_stopped_is_not_waited_for() -> None:
    told: list[Result] = []
    cluster = Cluster(Task("run", SETTING), make_url("sqlite:///a.db"), Means(READER, Limits(), 1), Shift(told.append), "{why}")
    taken = cluster.take(Batch(1, (), ()))
    cluster.stop()
    late = cluster.take(Batch(2, (), ()))
    assert wait([taken, late], 0).done == {taken, late}
    # the worker that was at it has stored it
    cluster.done(1, [Result("a.txt", "ok")])
    cluster.failed(2, "gone")
    cluster.close()
    assert taken.cancelled()
    assert late.cancelled()
    assert [result.address for result in told] == ["a.txt"]


def test_an_archive_that_a_worker_has_opened_is_more_files_than_were_listed() -> None:
    grown: list[int] = []
    cluster = Cluster(Task("run", SETTING), make_url("sqlite:///a.db"), Means(READER, Limits(), 1), Shift(grow=grown.append), "{why}")
    items = (Item("memory:///a.zip", Remote("memory:///a.zip", None, None)), Item("memory:///b.txt", Remote("memory:///b.txt", None, None)))
    results = [Result(address, "ok") for address in ("memory:///a.zip!/1.txt", "memory:///a.zip!/2.txt", "memory:///b.txt")]
    future = cluster.take(Batch(1, items, (None, None)))
    cluster.done(1, results)
    assert (future.result(0), grown) == (results, [1])
