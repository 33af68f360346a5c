"""What goes wrong around the files: odd names, files that change or vanish, a full disk, a killed run, two runs at once."""

from __future__ import annotations

import json
import os
import resource
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest

from pipeline.printable import is_unsafe
from tests.outside.cases import PAPER

_ROOT = Path(__file__).resolve().parents[2]
_JIEDUI = (sys.executable, "-m", "pipeline", "extract", "--no-names", "--jobs", "2")
_SMALL_DISK = 8_000
"""Bytes that a run may write into one file: less than a record of the paper has."""
MANY = 60
ODD = (
    rb"a\..\..\b.txt",
    b"CON.txt",
    b"-rf.txt",
    "一\n二.txt".encode(),
    b"\x1b[2Jcleared.txt",
    "协议🤝.txt".encode(),
    "结对协议.txt".encode("gbk"),
    b"\xff\xfe.txt",
    b"x" * 251 + b".txt",
    "协".encode() * 83 + b"ab.txt",
    "a\u202etxt.exe.txt".encode(),
    b" .txt",
    b"$(touch made-by-a-name).txt",
)


def started(*arguments: str, **more: Any) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), **more.pop("env", {})}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    return subprocess.Popen([*_JIEDUI, *arguments], encoding="utf-8", errors="surrogateescape", env=environment, **pipes)


def ran(*arguments: str, **more: Any) -> tuple[int, str]:
    """The exit code, and what stands on the standard error."""
    process = started(*arguments, **more)
    error = process.communicate(timeout=200)[1]
    return process.returncode, error


def papers(folder: Path, count: int = MANY) -> Path:
    folder.mkdir()
    for at in range(count):
        (folder / f"{at:03}.txt").write_text(PAPER.replace("5万元", f"{at + 1}万元"), encoding="utf-8")
    return folder


def records(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.json")}


def statuses(folder: Path) -> list[str]:
    return [json.loads(data)["outcome"]["status"] for data in records(folder).values()]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """Many papers, and the records of a run that nothing disturbed."""
    place = tmp_path_factory.mktemp("whole")
    code, error = ran(str(papers(place / "in")), "--out", str(place / "out"))
    assert code == 0, error
    return place / "in", records(place / "out")


@contextmanager
def until_some_are_written(process: subprocess.Popen[str], out: Path, some: int = 5) -> Iterator[None]:
    """Wait for the first records; the run is still going on then."""
    ends = time.monotonic() + 100
    while len(records(out) if out.is_dir() else ()) < some:
        assert process.poll() is None, "the run ended before anything could happen to it"
        assert time.monotonic() < ends
        time.sleep(0.02)
    yield
    process.communicate(timeout=200)


def test_odd_names_are_read_and_lead_nowhere(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for name in ODD:
        Path(os.fsdecode(os.path.join(os.fsencode(folder), name))).write_text(PAPER, encoding="utf-8")  # noqa: PTH118 - bytes
    code, error = ran(str(folder), "--out", str(out), cwd=tmp_path)
    assert code == 0, error
    assert statuses(out) == ["read"] * len(ODD)
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out"}
    for path in out.iterdir():
        assert not any(is_unsafe(char) for char in path.name)
        assert path.name.encode()[:1] not in {b"-", b"."}
    assert not any(is_unsafe(char) for char in error.replace("\n", ""))


def test_what_is_no_file_is_passed_over_with_a_reason(tmp_path: Path) -> None:
    folder, out = papers(tmp_path / "in", 1), tmp_path / "out"
    os.mkfifo(folder / "pipe.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "secret.txt").symlink_to("/etc/passwd")
    (folder / "round.txt").symlink_to(folder / "round.txt")
    (folder / "up").symlink_to(folder)
    (folder / "folder.pdf").mkdir()
    (folder / "half.txt.part").write_text(PAPER, encoding="utf-8")
    code, error = ran(str(folder), "--out", str(out))
    assert code == 0, error
    assert [path.name for path in out.iterdir()] == ["000.json"]
    for name in ("pipe.txt", "device.txt", "secret.txt", "round.txt", "up", "folder.pdf", "half.txt.part"):
        assert name in error


def test_a_file_that_grows_while_it_is_read(tmp_path: Path) -> None:
    growing, out = tmp_path / "growing.txt", tmp_path / "out"
    with growing.open("wb") as file:
        file.truncate(60 * 1024 * 1024)  # so large that reading it takes longer than the writer sleeps
    code = "import sys, time\nwith open(sys.argv[1], 'ab', 0) as file:\n while True: file.write(b'x'); time.sleep(0.0005)"
    with subprocess.Popen([sys.executable, "-c", code, str(growing)]) as writer:
        try:
            ended, error = ran(str(growing), "--out", str(out))
        finally:
            writer.kill()
    outcome = json.loads((out / "growing.json").read_bytes())["outcome"]
    assert (ended, outcome["status"], outcome["reason"]) == (1, "unreadable", "damaged")
    assert "还在被改写" in error


def test_a_file_that_vanishes_before_it_is_read(tmp_path: Path) -> None:
    folder, out = papers(tmp_path / "in"), tmp_path / "out"
    process = started(str(folder), "--out", str(out))
    with until_some_are_written(process, out):
        (folder / f"{MANY - 1:03}.txt").unlink()
    assert process.returncode == 1
    found = {name: json.loads(data)["outcome"] for name, data in records(out).items()}
    assert len(found) == MANY
    assert [(name, one["reason"]) for name, one in found.items() if one["status"] != "read"] == [(f"{MANY - 1:03}.json", "not-a-file")]


def test_a_full_device_is_said_in_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        code, error = ran(str(papers(tmp_path / "in", 3)), stdout=full)
    assert code == 1
    assert error.startswith("写不进 ")
    assert error.count("\n") == 1


def test_a_disk_that_fills_up_leaves_no_half_record(tmp_path: Path) -> None:
    folder, out = papers(tmp_path / "in", 3), tmp_path / "out"
    (folder / "000.txt").write_text("结对帮扶协议书\n甲方：清泉市第一小学\n", encoding="utf-8")

    def with_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (_SMALL_DISK, _SMALL_DISK))

    code, error = ran(str(folder), "--out", str(out), preexec_fn=with_little_room)
    assert code == 1
    assert error.startswith(f"写不进 {out}")
    assert error.count("\n") == 1
    assert [path.name for path in out.iterdir()] == ["000.json"]
    assert statuses(out) == ["read"]
    assert ran(str(folder), "--out", str(out))[0] == 0
    assert statuses(out) == ["read"] * 3


@pytest.mark.parametrize("place", ["/proc/self/task", "/proc/self/none/out"])
def test_an_output_that_takes_nothing(place: str, tmp_path: Path) -> None:
    code, error = ran(str(papers(tmp_path / "in", 1)), "--out", place)
    assert code in {1, 2}
    assert place in error
    assert error.count("\n") == 1
    assert "Traceback" not in error


def _kill_the_run(process: subprocess.Popen[str]) -> None:
    process.kill()


def _kill_a_child(process: subprocess.Popen[str]) -> None:
    children = psutil.Process(process.pid).children(recursive=True)
    readers = [one for one in children if "spawn_main" in " ".join(one.cmdline()) or "forkserver" in " ".join(one.cmdline())]
    readers[-1].send_signal(signal.SIGKILL)


@pytest.mark.parametrize("strike", [_kill_the_run, _kill_a_child])
def test_after_a_kill_the_next_run_ends_as_an_unbroken_one(
    strike: Callable[[subprocess.Popen[str]], None], whole: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    folder, wanted = whole
    out = tmp_path / "out"
    process = started(str(folder), "--out", str(out))
    with until_some_are_written(process, out):
        children = psutil.Process(process.pid).children(recursive=True)
        strike(process)
    assert not psutil.wait_procs(children, timeout=30)[1]
    broken = records(out)
    assert all(json.loads(data)["outcome"] for data in broken.values()), "a record is whole or not there"
    if strike is _kill_a_child:
        assert len(broken) == len(wanted)
        assert sum(broken[name] != wanted[name] for name in wanted) <= 1, "at most the file that was being read is lost"
    code, error = ran(str(folder), "--out", str(out))
    assert code == 0, error
    assert records(out) == wanted


def test_two_runs_into_one_folder_end_as_one(whole: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    folder, wanted = whole
    out = tmp_path / "out"
    both = [started(str(folder), "--out", str(out)) for _ in range(2)]
    told = [process.communicate(timeout=200)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    assert records(out) == wanted
    assert not [path for path in out.iterdir() if path.name.startswith(".")]


def test_records_are_plain_files(whole: tuple[Path, dict[str, bytes]]) -> None:
    out = whole[0].parent / "out"
    assert {stat.S_IFMT(path.lstat().st_mode) for path in out.iterdir()} == {stat.S_IFREG}
