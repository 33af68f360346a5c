"""A job at work, as the process sees it that has started it."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any

from pipeline.exit_codes import INTERRUPTED
from pipeline.flows.surroundings import python_path
from pipeline.serve.job import Order
from pipeline.store.seen import Fate

_NEW_GROUP: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
"""Windows sends Ctrl+C to the group; elsewhere a session of its own keeps it away."""
_MOST_SAID = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What a job left: its code, counts and missing words, or what it ``said`` instead.

    Or ``why`` there are none, for it could not begin or (``is_dead``) broke off.
    """

    code: int
    counts: Mapping[Fate, int]
    missing: tuple[str, ...]
    why: str | None
    seconds: float
    is_dead: bool = False
    said: str | None = None
    is_failed: bool = False

    @property
    def is_stopped(self) -> bool:
        """Whether it was told to stop, and did."""
        return self.code == INTERRUPTED and not self.is_dead


class AtWork:
    """A job's process."""

    def __init__(self, order: Order, environment: Mapping[str, str], *, is_heard: bool = False) -> None:
        """Start it. ``is_heard``: what it says goes where ours goes; else only its last words are kept, for the case that it dies."""
        self.job, self.flow_run = order.job, order.asked.flow_run or ""
        self._began = time.monotonic()
        self._answer: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        self._said: IO[bytes] | None = None if is_heard else tempfile.TemporaryFile()  # noqa: SIM115 - the same
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pipeline.serve.child"],
            stdin=subprocess.PIPE, stdout=self._answer, stderr=self._said,
            env={**environment, "PYTHONPATH": python_path()}, start_new_session=True, creationflags=_NEW_GROUP,
        )  # fmt: skip
        if self._process.stdin is not None:
            pickle.dump(order, self._process.stdin)
            self._process.stdin.flush()

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self._process.poll() is not None

    @property
    def is_stopping(self) -> bool:
        """Whether it has been told to stop."""
        return self._process.stdin is None or self._process.stdin.closed

    def stop(self) -> None:
        """Have it end with what it has read."""
        if self._process.stdin is not None:
            self._process.stdin.close()

    def kill(self) -> None:
        """End it, whatever it does."""
        self.stop()
        self._process.kill()
        self._process.wait()

    def answer(self) -> Answer:
        """What it left, once it is over."""
        self.stop()
        seconds, said = time.monotonic() - self._began, _whole(self._answer)
        last = _whole(self._said).strip().splitlines() if self._said is not None else []
        try:
            told: dict[str, Any] = json.loads(said)
        except ValueError:
            why = last[-1] if last else f"{self._process.returncode}"
            return Answer(self._process.returncode, {}, (), why, seconds, is_dead=True)
        return Answer(
            told["code"], told.get("counts", {}), tuple(told.get("missing", ())), told.get("why"), seconds,
            said=told.get("said"), is_failed=told.get("is_failed", False),
        )  # fmt: skip


def _whole(file: IO[bytes]) -> str:
    """What stands in a file, its last part where it is long; the file is closed."""
    with file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _MOST_SAID))
        return file.read().decode("utf-8", "replace")
