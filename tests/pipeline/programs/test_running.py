"""Programs are bounded and leave nothing behind."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from pipeline.programs.running import run_program

if sys.platform != "linux":
    pytest.skip("the system holds these bounds on Linux", allow_module_level=True)

MEGABYTE = 1024 * 1024


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def is_gone(pid: int) -> bool:
    """Whether a process has ended; one that nobody has asked for yet is a zombie."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


def test_it_prints_and_ends(tmp_path: Path) -> None:
    ended = run_program(python("print(1); raise SystemExit(3)"), tmp_path, 30, MEGABYTE)
    assert (ended.code, ended.out) == (3, b"1\n")


def test_it_stands_in_its_folder_and_knows_nothing_of_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "x")
    code = "import os; print(os.getcwd(), os.environ['HOME'], os.environ.get('SECRET'), os.environ['http_proxy'])"
    out = run_program(python(code), tmp_path, 30, MEGABYTE).out.decode().split()
    assert out == [str(tmp_path), str(tmp_path), "None", "http://127.0.0.1:9"]


def test_too_long_ends_it_and_its_children(tmp_path: Path) -> None:
    code = (
        "import os, subprocess, sys, time; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        "open('pids', 'w').write(f'{os.getpid()} {child.pid}'); time.sleep(60)"
    )
    began = time.monotonic()
    assert run_program(python(code), tmp_path, 2, MEGABYTE).code is None
    assert time.monotonic() - began < 20
    pids = list(map(int, (tmp_path / "pids").read_text(encoding="utf-8").split()))
    assert len(pids) == 2
    assert all(map(is_gone, pids))


def test_a_child_left_behind_is_ended_too(tmp_path: Path) -> None:
    code = (
        "import subprocess, sys; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        "open('pids', 'w').write(str(child.pid))"
    )
    assert run_program(python(code), tmp_path, 30, MEGABYTE).code == 0
    assert is_gone(int((tmp_path / "pids").read_text(encoding="utf-8")))


def test_what_it_writes_is_bounded(tmp_path: Path) -> None:
    code = "import time; time.sleep(0.3)\nwhile True: print('x' * 100_000)"
    ended = run_program(python(code), tmp_path, 30, MEGABYTE)
    assert ended.code != 0
    assert len(ended.out) <= MEGABYTE


def test_its_memory_is_bounded(tmp_path: Path) -> None:
    code = "import time; time.sleep(0.3); x = bytearray(6 * 1024**3); print(len(x))"
    ended = run_program(python(code), tmp_path, 30, MEGABYTE)
    assert (ended.code, ended.out) == (1, b"")


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no-such-program"):
        run_program([os.fspath(tmp_path / "no-such-program")], tmp_path, 1, MEGABYTE)
