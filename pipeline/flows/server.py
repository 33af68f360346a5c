"""A Prefect server of our own on loopback, for as long as it is needed.

Prefect can start one by itself, but that one is in the terminal's way: Ctrl+C stops it before the run that still talks to it, and it
outlives a killed run. This one has a session of its own, and ends when the pipe from its parent does.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from pipeline.flows.surroundings import python_path
from schemas.errors import JieduiError

HOST = "127.0.0.1"
_PATIENCE = 90.0
"""Seconds that a first start may take: it makes the tables of Prefect's own database."""
_FAREWELL = 5.0
_TICK = 0.05
_ADDRESS = {"PREFECT_SERVER_API_HOST": HOST}
"""Where the page looks for its server; otherwise it is that of another port."""


class Server:
    """A server that has been started and may not be up yet."""

    def __init__(self, environment: Mapping[str, str], port: int | None = None, *, is_heard: bool = False) -> None:
        """Start it; ``port`` None takes a free one. ``is_heard``: its log goes where ours goes."""
        self._port = port or _free_port()
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "pipeline.flows.server", str(self._port)],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=None if is_heard else subprocess.DEVNULL,
            env={**environment, **_ADDRESS, "PREFECT_SERVER_API_PORT": str(self._port), "PYTHONPATH": python_path()},
            start_new_session=True,
        )  # fmt: skip

    @property
    def is_alive(self) -> bool:
        """Whether its process is there."""
        return self._process.poll() is None

    @property
    def page(self) -> str:
        """The address of its page."""
        return f"http://{HOST}:{self._port}"

    @property
    def api(self) -> str:
        """The address that ``PREFECT_API_URL`` takes."""
        return f"{self.page}/api"

    def wait(self, is_given_up: Callable[[], bool] = lambda: False) -> bool:
        """Until it answers; False where nobody waits any more. Raises :class:`JieduiError` where it does not answer."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and self.is_alive:
            if is_given_up():
                return False
            if _asked(f"{self.api}/health") is not None:
                return True
            time.sleep(_TICK)
        raise JieduiError("Prefect 的服务器没有启动成功。请检查磁盘空间和 PREFECT_HOME 文件夹的权限，或用 -v 再运行一次看它的日志。")

    def settle(self, flow_run: str) -> None:
        """Wait a little until all tasks of a flow run are written down.

        Their ends are told in passing, and a server that stops forgets them.
        """
        ran = {"flow_runs": {"id": {"any_": [flow_run]}}}
        open_ones = {**ran, "task_runs": {"state": {"type": {"any_": ["PENDING", "RUNNING", "SCHEDULED"]}}}}
        until, last = time.monotonic() + _FAREWELL, -1
        while time.monotonic() < until:
            count = _asked(f"{self.api}/task_runs/count", ran)
            if count == last and _asked(f"{self.api}/task_runs/count", open_ones) == 0:
                return
            last = count
            time.sleep(4 * _TICK)

    def stop(self) -> None:
        """End it, first with its consent."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.terminate()
        try:
            self._process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def is_free(port: int) -> bool:
    """Whether nobody listens there."""
    try:
        socket.create_server((HOST, port)).close()
    except OSError:
        return False
    return True


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as one:
        return int(one.getsockname()[1])


def _asked(address: str, question: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401 - JSON of any shape
    """What the server answers; None where it does not."""
    # loopback is never behind a proxy
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    data = None if question is None else json.dumps(question).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})  # noqa: S310 - an address of ours
    with suppress(OSError, ValueError), opener.open(request, timeout=2) as answer:
        return json.loads(answer.read())
    return None


def _end_with_parent() -> None:
    """The pipe ends when its other end is closed, or its holder dies."""
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)


def main(port: int) -> None:
    """The server's own process."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    import uvicorn  # noqa: PLC0415 - of the child alone

    level = os.environ.get("PREFECT_SERVER_LOGGING_LEVEL", "warning").lower()
    uvicorn.run("prefect.server.api.server:create_app", factory=True, host=HOST, port=port, log_level=level, lifespan="on")


if __name__ == "__main__":
    main(int(sys.argv[1]))
