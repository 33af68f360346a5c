"""Read a folder of 500 hostile and good files in one run: ``python benchmarks/mixed_folder.py [--files 500]``.

Prints how the files ended, how long the run took, what this program's own process (not its children) held in memory at most, and
whether the good files' records are the same as when each is read alone.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil

from pipeline.answers import Answer
from pipeline.reading import Reader
from pipeline.sources.inputs import Input
from tests.formats.make_docx import make_docx
from tests.formats.make_html import make_html
from tests.formats.make_pdf import make_pdf
from tests.outside import hostile_pdf, hostile_text, hostile_word
from tests.planted import county, province

_TICK = 0.05


def main() -> int:
    """0 if every file has its outcome and nothing was printed that must not be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=500)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place, "papers"), Path(place, "out")
        folder.mkdir()
        good = _fill(folder, asked.files)
        said, seconds, peak = _read(folder, out)
        records = {path.name: path.read_bytes() for path in out.rglob("*.json")}
        ended = Counter(_outcome(data) for data in records.values())
        differing = [name for name in good if not _same_alone(folder / name, records)]
    print(f"files {asked.files}, records {len(records)}, seconds {seconds:.1f}, peak of the parent {peak / 1024**2:.0f} MB")
    print("  ".join(f"{outcome} {count}" for outcome, count in ended.most_common()))
    print(f"tracebacks {said.count('Traceback')}, failed {ended['failed']}")
    print(f"good files {len(good)}, differing when read alone {len(differing)}")
    return int(len(records) != asked.files or "Traceback" in said or bool(ended["failed"]) or bool(differing))


def _fill(folder: Path, count: int) -> list[str]:
    """Write the files: every hostile case once, good ones for the rest, mixed; the names of the good ones."""
    hostile = [case for family in (hostile_pdf, hostile_word, hostile_text) for case in family.cases()]
    good = list(itertools.islice(_good(), count - len(hostile)))
    for at, case in enumerate(hostile):
        (folder / f"{at * 7919 % count:03}-{case.name}").write_bytes(case.make())
    names = []
    for at, (suffix, data) in enumerate(good):
        names.append(f"{at * 104729 % count:03}-good-{at:03}.{suffix}")
        (folder / names[-1]).write_bytes(data)
    return names


def _good() -> Iterator[tuple[str, bytes]]:
    """Agreements without an end, in every format that can be made here."""
    for seed in itertools.count():
        text = (county if seed % 2 else province).clean(seed).text
        yield "txt", text.encode("gb18030")
        yield "docx", make_docx(text)
        yield "pdf", make_pdf(text)
        yield "html", make_html(text)


def _read(folder: Path, out: Path) -> tuple[str, float, int]:
    """What the run printed, its seconds, and the most bytes that its own process held."""
    command = [sys.executable, "-m", "pipeline", "extract", str(folder), "--out", str(out)]
    started, peak = time.monotonic(), 0
    with tempfile.TemporaryFile() as stream:
        running = subprocess.Popen(command, stdout=stream, stderr=subprocess.STDOUT)
        watched = psutil.Process(running.pid)
        while running.poll() is None:
            peak = max(peak, watched.memory_info().rss)
            time.sleep(_TICK)
        stream.seek(0)
        return stream.read().decode(errors="replace"), time.monotonic() - started, peak


def _outcome(data: bytes) -> str:
    outcome = json.loads(data)["outcome"]
    ended: str = outcome["reason"] or outcome["status"]
    return ended


def _same_alone(path: Path, records: dict[str, bytes]) -> bool:
    """Whether a file read by itself, in this process, gives the same record."""
    return Answer.of(Reader().read(Input(path)), "pretty").json in records.values()


if __name__ == "__main__":
    sys.exit(main())
