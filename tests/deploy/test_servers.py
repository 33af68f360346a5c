"""The servers start as the compose file says, and its health checks tell whether they do."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.deploy.compose import DEPLOY, SERVICES, command
from tests.pipeline.store.places import new_postgres
from tests.repo.tracked import ROOT

_PATIENCE = 90.0


def free_ports(count: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    try:
        return [int(one.getsockname()[1]) for one in held]
    finally:
        for one in held:
            one.close()


def moved(words: Sequence[str], ports: dict[str, int]) -> list[str]:
    """A command on this machine's loopback, at free ports."""
    text = re.sub(r"\b0(?:\.0){3}\b|\bscheduler(?=:)", "127.0.0.1", "\n".join(words))
    text = re.sub(r"(?<=\n):(?=\d)", "127.0.0.1:", text)
    for port, free in ports.items():
        text = re.sub(rf"\b{port}\b", str(free), text)
    return text.split("\n")


@contextmanager
def running(name: str, ports: dict[str, int], place: Path, **environment: str) -> Iterator[None]:
    line = [sys.executable, "-m", *moved(command(name), ports)]
    settings = {"PREFECT_HOME": str(place / "prefect"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false", **environment}
    with (place / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(line, cwd=place, env=os.environ | settings | {"PYTHONPATH": str(ROOT)}, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def is_healthy(name: str, ports: dict[str, int]) -> bool:
    _, program, *words = SERVICES[name]["healthcheck"]["test"]
    assert program == "python"
    environment = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
    line = [sys.executable, *moved(words, ports)]
    return subprocess.run(line, env=environment, capture_output=True, check=False, timeout=60).returncode == 0


def wait_until_healthy(name: str, ports: dict[str, int], place: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while not is_healthy(name, ports):
        assert time.monotonic() < until, (place / f"{name}.log").read_text(encoding="utf-8")[-2000:]
        time.sleep(0.2)


def test_scheduler_and_worker(tmp_path: Path) -> None:
    ports = dict(zip(("8786", "8787", "8789"), free_ports(3), strict=True))
    assert not is_healthy("scheduler", ports)
    with running("scheduler", ports, tmp_path):
        wait_until_healthy("scheduler", ports, tmp_path)
        assert not is_healthy("worker", ports)
        daemon = SERVICES["worker"]["environment"]["DASK_DISTRIBUTED__WORKER__DAEMON"]
        with running("worker", ports, tmp_path, DASK_DISTRIBUTED__WORKER__DAEMON=daemon):
            wait_until_healthy("worker", ports, tmp_path)
        assert not is_healthy("worker", ports)
    assert not is_healthy("scheduler", ports)


def test_the_prefect_server_with_its_tables_in_postgresql(tmp_path: Path) -> None:
    ports = {"4200": free_ports(1)[0]}
    assert not is_healthy("prefect", ports)
    address = SERVICES["prefect"]["environment"]["PREFECT_API_DATABASE_CONNECTION_URL"]
    with new_postgres() as url:
        here = url.replace("postgresql+psycopg", "postgresql").replace("postgresql", address.partition("://")[0])
        with running("prefect", ports, tmp_path, PREFECT_API_DATABASE_CONNECTION_URL=here):
            wait_until_healthy("prefect", ports, tmp_path)
        with psycopg.connect(url) as connection:
            tables = {row[0] for row in connection.execute("SELECT table_name FROM information_schema.tables")}
    assert {"flow_run", "task_run"} <= tables


def test_the_database_of_prefect_is_the_one_that_is_made() -> None:
    [made] = re.findall(r"CREATE DATABASE (\w+);", (DEPLOY / "prefect.sql").read_text(encoding="utf-8"))
    address = SERVICES["prefect"]["environment"]["PREFECT_API_DATABASE_CONNECTION_URL"]
    assert address.rpartition("/")[2] == made


@pytest.mark.parametrize("name", ["prefect", "scheduler", "worker"])
def test_a_health_check_is_given_up_before_the_next(name: str) -> None:
    check = SERVICES[name]["healthcheck"]
    [timeout] = re.findall(r"timeout=(\d+)", check["test"][-1])
    assert int(timeout) < int(check["timeout"].rstrip("s")) < int(check["interval"].rstrip("s"))
