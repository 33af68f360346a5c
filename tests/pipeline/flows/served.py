"""A ``jiedui serve`` of the tests' own: its process, its lines, and Prefect's API under it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import psutil
import sqlalchemy as sa

from tests.pipeline.prefect_home import make_prefect_home
from tests.repo.tracked import ROOT

_CLAUSE = "第{number}条　甲方每年派出{number}名骨干教师到乙方支教，每人不少于{number}课时。\n"
AGREEMENT = "结对帮扶协议书\n甲方：青松市第二小学\n乙方：柳河县中心小学\n帮扶期限为{years}年，自2024年9月1日起。\n本协议一式两份，甲乙双方各执一份。\n"
PATIENCE = 90.0
T = TypeVar("T")


def until(found: Callable[[], T | None], what: str, seconds: float = PATIENCE) -> T:
    """What ``found`` gives as soon as it is something; fails after the deadline."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if thing := found():
            return thing
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds:g} s for {what}")


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


class Served:
    """A folder with a ``jiedui.toml``, an inbox, and at most one service at a time."""

    def __init__(self, folder: Path, cron: str = "0 0 1 1 *", *, files: int = 1, clauses: int = 1, api: str | None = None) -> None:
        """A year passes before the default schedule comes; runs are asked for then. The more ``clauses``, the longer a file takes."""
        self.folder, self.port = folder, free_port()
        self.api = api or f"http://127.0.0.1:{self.port}/api"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("PREFECT", "JIEDUI"))},
            "PYTHONPATH": str(ROOT),
            "PREFECT_HOME": str(make_prefect_home(folder / "prefect")),
            # a proxy that is not there: loopback must not go through it
            "HTTP_PROXY": "http://127.0.0.1:9",
            **({} if api is None else {"PREFECT_API_URL": api}),
        }
        self.log = folder / "log.txt"
        self.process: subprocess.Popen[bytes] | None = None
        self._family: list[psutil.Process] = []
        inbox = folder / "收件箱"
        inbox.mkdir()
        body = "".join(_CLAUSE.format(number=number) for number in range(1, clauses))
        for number in range(files):
            (inbox / f"{number}.txt").write_text(AGREEMENT.format(years=number + 1) + body, encoding="utf-8")
        (folder / "jiedui.toml").write_text(
            f'[serve]\nport = {self.port}\n[[inbox]]\nname = "县局"\nsource = "收件箱"\ncron = "{cron}"\nnames = false\njobs = 1\n',
            encoding="utf-8",
        )

    def start(self) -> None:
        """Start the service, and wait until it serves."""
        self.begin()
        self.line("定时读取，共 1 项")
        self.family()

    def begin(self) -> None:
        """Start the service."""
        self.log.write_bytes(b"")
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "pipeline", "serve"], cwd=self.folder, env=self.environment, stderr=log, stdin=subprocess.DEVNULL
            )

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run ``jiedui serve`` with arguments, to its end."""
        return subprocess.run(
            [sys.executable, "-m", "pipeline", "serve", *arguments],
            cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip

    def line(self, part: str) -> str:
        """Wait for a line of the service; fails at once where the service has ended without it."""

        def found() -> str | None:
            is_over = self.process is not None and self.process.poll() is not None
            lines = [line for line in self.log.read_text(encoding="utf-8").splitlines() if part in line]
            if is_over and not lines:
                raise AssertionError(f"ended without {part!r}: {self.log.read_text(encoding='utf-8')}")
            return lines[-1] if lines else None

        return until(found, part) or ""

    def ask(self, path: str, body: dict[str, Any] | None = None, *, of_the_page: bool = False, method: str | None = None) -> Any:
        """What Prefect's API answers, or its page's own."""
        start = self.api.removesuffix("/api") if of_the_page else self.api
        request = urllib.request.Request(  # noqa: S310 - on loopback
            start + path, None if body is None else json.dumps(body).encode(), {"Content-Type": "application/json"}, method=method
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

        def answered() -> tuple[Any] | None:
            try:
                with opener.open(request, timeout=20) as answer:
                    return (json.loads(answer.read() or b"null"),)
            except urllib.error.HTTPError as error:
                # its database is busy
                if error.code != HTTPStatus.SERVICE_UNAVAILABLE:
                    raise
                return None

        return until(answered, path)[0]

    @property
    def deployment(self) -> dict[str, Any]:
        """The inbox on the server."""
        found: dict[str, Any] = self.ask("/deployments/name/jiedui-batch/" + quote("县局"))
        return found

    def run_now(self) -> str:
        """Ask for a run, as a person does on the page; its id."""
        return str(self.ask(f"/deployments/{self.deployment['id']}/create_flow_run", {})["id"])

    def delete(self, path: str) -> None:
        """Delete something, as a person does on the page."""
        self.ask(path, method="DELETE")

    def state(self, flow_run: str) -> dict[str, Any]:
        """How a run is: its type, name and message."""
        state: dict[str, Any] = self.ask(f"/flow_runs/{flow_run}")["state"]
        return state

    def kept(self, query: str) -> list[Any]:
        """What the store answers."""
        engine = sa.create_engine(f"sqlite:///{self.folder / 'jiedui.db'}")
        try:
            with engine.connect() as connection:
                return list(connection.scalars(sa.text(query)).all())
        finally:
            engine.dispose()

    def family(self) -> list[psutil.Process]:
        """Every process of the service that was ever seen."""
        if self.process is not None and self.process.poll() is None:
            now = [psutil.Process(self.process.pid), *psutil.Process(self.process.pid).children(recursive=True)]
            self._family = list({*self._family, *now})
        return self._family

    def child(self, module: str) -> psutil.Process:
        """The process of the service that runs a module."""
        return next(process for process in self.family() if process.is_running() and module in process.cmdline())

    def end(self, number: int = signal.SIGTERM) -> int:
        """Send it a signal; its exit code, once nothing is left of it."""
        if self.process is None:
            return 0
        family = self.family()
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        # a batch whose parent was killed gives Prefect, which is gone too, five seconds
        _, left = psutil.wait_procs(family, PATIENCE)
        assert [" ".join(process.cmdline()) for process in left if process.status() != psutil.STATUS_ZOMBIE] == []
        return code

    def clean_up(self) -> None:
        """End whatever a failed test has left."""
        for process in self.family():
            if process.is_running():
                process.kill()
        if self.process is not None:
            self.process.wait(PATIENCE)
