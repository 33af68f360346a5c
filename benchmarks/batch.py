"""What an archive costs: ``python -m benchmarks.batch [--parts first texts pdfs growth unchanged exports dask]``.

Whole runs are timed, each from the moment its program is started to the moment it is gone, Prefect's server and the report included:
against a process pool that reads the same files and forgets them, with ten times as many, over an archive without anything new, on a
cluster of one and of two. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import duckdb
import openpyxl
import psutil

from benchmarks.archive_of import Kind, make_archive
from pipeline.reading import Reader
from pipeline.sources.inputs import gather
from pipeline.workers.pool import Pool
from tests.pipeline.batch.program import readings

_ROOT = Path(__file__).resolve().parent.parent
_TICK = 0.02
_RUNS = 3


@dataclass(frozen=True, slots=True)
class Ran:
    """A run: seconds from start to end, and to the first reading in the store; bytes of its own process at most, and of its store."""

    seconds: float
    first: float
    peak: int
    store: int


def main() -> None:
    """Measure what is asked for, and print it."""
    parts: dict[str, Callable[[Path], None]] = {
        "first": _first, "texts": _texts, "pdfs": _pdfs, "growth": _growth, "unchanged": _unchanged, "exports": _exports,
        "dask": _dask,
    }  # fmt: skip
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parts", nargs="+", choices=parts, default=list(parts))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["PREFECT_HOME"] = f"{place}/prefect"
        _warm_up(Path(place))
        for name in asked.parts:
            parts[name](Path(place))


def _warm_up(place: Path) -> None:
    """Let Prefect make its database, which happens once on a machine."""
    _ran(place, _archive(place, 8, "txt"))


def _first(place: Path) -> None:
    home = os.environ["PREFECT_HOME"]
    os.environ["PREFECT_HOME"] = f"{place}/new-home"
    ran = _ran(place, _archive(place, 200, "mixed"))
    os.environ["PREFECT_HOME"] = home
    print(f"first run on a new machine: first result after {ran.first:.1f} s (bar 15)", flush=True)


def _texts(place: Path) -> None:
    _against_pool(_archive(place, 2_000, "txt"), place, "texts")


def _pdfs(place: Path) -> None:
    _against_pool(_archive(place, 2_000, "pdf"), place, "digital PDFs")


def _against_pool(folder: Path, place: Path, what: str) -> None:
    """The two in turns, so that a machine that gets warm or busy is as slow for both; the median of the runs."""
    count = len(gather([str(folder)]).inputs)
    bare, flow = [], []
    for _ in range(_RUNS):
        bare.append(_bare(folder))
        flow.append(_ran(place, folder).seconds)
    share = median(bare) / median(flow)
    print(
        f"{what}: {count:,} documents, bare pool {count / median(bare):.1f} a second ({_each(bare)} s), "
        f"flow {count / median(flow):.1f} ({_each(flow)} s): {share:.1%} of it (bar 90 %)",
        flush=True,
    )


def _each(seconds: list[float]) -> str:
    return ", ".join(f"{one:.1f}" for one in seconds)


def _bare(folder: Path) -> float:
    """The same work without flow and store: from the start of a program that only reads, to its end."""
    program = "import sys; from benchmarks.batch import read_bare; read_bare(sys.argv[1])"
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", program, str(folder)], check=True, cwd=_ROOT, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def read_bare(folder: str) -> int:
    """Read a folder in a pool, and forget the records; how many there were."""
    with Pool(Reader()) as pool:
        return sum(1 for _ in pool.read_all(gather([folder]).inputs))


def _growth(place: Path) -> None:
    ran = {count: _ran(place, _archive(place, count, "txt")) for count in (1_000, 10_000)}
    cost = {count: one.seconds / count for count, one in ran.items()}
    for count, one in ran.items():
        print(
            f"{count:,} documents: {one.seconds:.0f} s, {cost[count] * 1000:.1f} ms each, own process {one.peak / 1024**2:.0f} MB at most, "
            f"store {one.store / 1024**2:.0f} MB",
            flush=True,
        )
    print(f"cost of a document at 10,000: {cost[10_000] / cost[1_000]:.2f} of that at 1,000 (bar 1.1)", flush=True)


def _unchanged(place: Path) -> None:
    folder = _archive(place, 10_000, "txt")
    if not _is_read(place, 10_000):
        _ran(place, folder)
    seconds = [_ran(place, folder, keep=True).seconds for _ in range(_RUNS)]
    print(f"unchanged: 10,000 files in {_each(seconds)} s, {10_000 / median(seconds):,.0f} files a second (bar 2,000)", flush=True)


def _is_read(place: Path, count: int) -> bool:
    return readings(str(place / "jiedui.db")) == count


def _exports(place: Path) -> None:
    """Write every form from the store of the large archive, and read it back with another library than wrote it."""
    if not _is_read(place, 10_000):
        _ran(place, _archive(place, 10_000, "txt"))
    for rows in ("documents", "quotas", "funding", "findings"):
        told = []
        for form, count in _COUNTS.items():
            out = place / f"{rows}.{form}"
            began = time.monotonic()
            words = ["export", "--store", str(place / "jiedui.db"), "--rows", rows, "--format", form, "--out", str(out)]
            subprocess.run([sys.executable, "-m", "pipeline", *words], check=True, cwd=_ROOT, stderr=subprocess.DEVNULL)
            told.append(f"{form} {count(out):,} rows, {time.monotonic() - began:.0f} s")
        print(f"exports of 10,000, {rows}: {'; '.join(told)}", flush=True)
    report = json.loads((place / "jiedui-report" / "report.json").read_bytes())
    print(f"report: {sorted(report)}", flush=True)


def _lines_of(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(1 for _ in stream)


def _csv_rows(path: Path) -> int:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return sum(1 for _ in csv.reader(stream)) - 1


def _xlsx_rows(path: Path) -> int:
    book = openpyxl.load_workbook(path, read_only=True)
    return sum(sum(1 for _ in sheet.iter_rows()) - 1 for sheet in book)


def _parquet_rows(path: Path) -> int:
    [(count,)] = duckdb.connect().execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchall()
    return int(count)


_COUNTS: dict[str, Callable[[Path], int]] = {"jsonl": _lines_of, "csv": _csv_rows, "xlsx": _xlsx_rows, "parquet": _parquet_rows}


def _dask(place: Path) -> None:
    folder = _archive(place, 3_000, "txt")
    seconds = {}
    for workers in (1, 2):
        with _cluster(workers) as scheduler:
            # children load once in a worker's life, and an archive of this size would show little else
            _ran(place, _archive(place, 200, "txt"), "--runner", "dask", "--scheduler", scheduler)
            seconds[workers] = _ran(place, folder, "--runner", "dask", "--scheduler", scheduler).seconds
    for workers, each in seconds.items():
        print(f"Dask, {workers} workers: 3,000 documents in {each:.1f} s, {3_000 / each:.1f} a second", flush=True)
    print(f"two Dask workers: {seconds[1] / seconds[2]:.2f} times one (bar 1.7)", flush=True)


@contextmanager
def _cluster(workers: int) -> Iterator[str]:
    """A scheduler and so many workers on loopback, each with a thread to read and one to write; its address.

    A worker has a processor of its own, as if it were a machine of its own; the others' processes have what is left of them.
    """
    with socket.create_server(("127.0.0.1", 0)) as one:
        port = one.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    settings = os.environ | {"DASK_DISTRIBUTED__WORKER__DAEMON": "False", "PREFECT_LOGGING_LEVEL": "CRITICAL", "PYTHONPATH": str(_ROOT)}
    commands = [["scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]]
    commands += [["worker", address, "--nthreads", "2", "--no-dashboard"]] * workers
    started = [
        subprocess.Popen([sys.executable, "-m", "dask", *words], env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for words in commands
    ]
    processors = psutil.Process().cpu_affinity()
    for at, process in enumerate(started[1:]):
        psutil.Process(process.pid).cpu_affinity([processors[at % len(processors)]])
    try:
        yield address
    finally:
        for process in reversed(started):
            for child in psutil.Process(process.pid).children(recursive=True):
                child.kill()
            process.kill()
            process.wait()


def _archive(place: Path, count: int, kind: Kind) -> Path:
    folder = place / f"{kind}-{count}"
    if not folder.exists():
        make_archive(folder, count, kind)
    return folder


def _ran(place: Path, folder: Path, *words: str, keep: bool = False) -> Ran:
    """Run the program over a folder, with a new store unless ``keep``."""
    if not keep:
        for path in place.glob("jiedui.db*"):
            path.unlink()
    began = time.monotonic()
    run = psutil.Popen(
        [sys.executable, "-m", "pipeline", "batch", str(folder), *words],
        cwd=place, env=os.environ | {"PYTHONPATH": str(_ROOT)}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    first, peak = 0.0, 0
    while run.poll() is None:
        with _gone():
            peak = max(peak, run.memory_info().rss)
        if not first and not keep and readings(str(place / "jiedui.db")):
            first = time.monotonic() - began
        # the look at the store costs the run something: it ends with the first result
        time.sleep(_TICK if not first and not keep else 10 * _TICK)
    seconds = time.monotonic() - began
    if run.returncode != 0:
        raise SystemExit(f"the run ended with {run.returncode}: {run.stderr.read().decode()}")
    return Ran(seconds, first, peak, (place / "jiedui.db").stat().st_size)


@contextmanager
def _gone() -> Iterator[None]:
    """A process may end between two looks."""
    with suppress(psutil.Error):
        yield


if __name__ == "__main__":
    main()
