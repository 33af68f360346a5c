"""Run a program on a hostile file: no shell, no input, bounded in time, memory and what it writes, and gone with its children."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_MEMORY = 4 * 1024**3
"""Bytes of address space a process; LibreOffice reserves much more than it uses."""
_KEPT = ("PATH", "SYSTEMROOT", "WINDIR", "ANTIWORDHOME")
_DEAD_PROXY = "http://127.0.0.1:9"
"""The port of the discard service, where nobody listens."""

_WITHOUT_A_WINDOW = 0x08000200 if sys.platform == "win32" else 0
"""CREATE_NO_WINDOW and CREATE_NEW_PROCESS_GROUP, which only the Windows build of Python names."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit code, None where it was stopped for taking too long."""

    code: int | None
    out: bytes = b""


def run_program(command: Sequence[str], folder: Path, seconds: float, most_written: int, *, with_errors: bool = False) -> Ended:
    """Run ``command`` in ``folder``, its home and only place to write. Raises OSError where it cannot be started.

    Its standard output goes to a file in the folder: a pipe would swallow memory without end. ``with_errors`` keeps its standard error too.
    """
    printed = folder / "printed"
    with printed.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603 - a program found by us, arguments without a word of the file's
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT if with_errors else subprocess.DEVNULL,
            # a group of its own, to be ended as a whole; in the same session, so that whoever ends ours reaches it too
            process_group=None if sys.platform == "win32" else 0,
            creationflags=_WITHOUT_A_WINDOW,
        )
        try:
            _limit(process.pid, seconds, most_written)
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            return Ended(None)
        finally:
            _end_group(process)
    return Ended(code, printed.read_bytes())


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of ours but where programs are: no proxies, no displays, no settings."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    home = str(folder)
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _DEAD_PROXY)
    own = {"HOME": home, "TMPDIR": home, "TMP": home, "TEMP": home, "USERPROFILE": home, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
    return {**kept, **own, **proxies, "no_proxy": ""}


def _limit(pid: int, seconds: float, most_written: int) -> None:
    """Bounds that the system holds, and that its children inherit (Linux only)."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    bounds = (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, most_written),
        (resource.RLIMIT_CPU, int(seconds) * 2 + 1),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, bound in bounds:
        # a program that has ended already needs none
        with suppress(OSError, ValueError):
            hard = resource.prlimit(pid, kind)[1]
            least = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
            resource.prlimit(pid, kind, (least, least))


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End what is left of the group; the first of it has ended or is ended now."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
