"""How fast text becomes a record, beside jieba's plain segmentation of the same text in the same run.

``python -m benchmarks.throughput [--largest 1000000]`` prints characters per second on one core and their ratio to jieba's; ratios hold
across machines, absolute times do not. The text is made of the samples, each copy with other numbers.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
import re
import time
from collections.abc import Callable
from pathlib import Path

# one core: numerical libraries read these when they are loaded
os.environ.update({"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"})

_SAMPLES = Path(__file__).resolve().parent.parent / "samples"
_SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
_RUNS = 3
_FIGURES = re.compile(r"(?<![\d—-])[1-9]\d?(?![\d年月日号])")


def main() -> None:
    """Measure every size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=_SIZES[-1], help="characters of the longest text")
    largest = parser.parse_args().largest
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    readers = _readers()
    sources = _sources()
    text = _text(sources, largest)
    for _, read in readers:
        read(text[:2_000])
    print(f"{'characters':>12}" + "".join(f"{name + ' chars/s':>26}{'× jieba time':>14}" for name, _ in readers))
    for size in (size for size in _SIZES if size <= largest):
        seconds = [_best(read, text[:size], _RUNS if size < 10**5 else 1) for _, read in readers]
        cells = "".join(f"{size / each:>26,.0f}{each / seconds[0]:>14.2f}" for each in seconds)
        print(f"{size:>12,}{cells}", flush=True)
    _one_by_one(readers, sources)


def _readers() -> list[tuple[str, Callable[[str], object]]]:
    """The pass of jieba alone, then ours without and with the model for names."""
    import jieba  # noqa: PLC0415 - after the environment is set

    from extractors import read_text  # noqa: PLC0415 - the same

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return [
        ("jieba", lambda text: sum(1 for _ in tokenizer.cut(text, HMM=True))),
        ("without names", lambda text: read_text(text, names=False)),
        ("with names", lambda text: read_text(text, names=True)),
    ]


def _one_by_one(readers: list[tuple[str, Callable[[str], object]]], sources: list[str]) -> None:
    """The samples as the documents they are, each read on its own."""
    size = sum(map(len, sources))
    seconds = [sum(_best(read, source, _RUNS) for source in sources) for _, read in readers]
    print(f"{len(sources):>3} samples" + " " + "".join(f"{size / each:>26,.0f}{each / seconds[0]:>14.2f}" for each in seconds))


def _sources() -> list[str]:
    """The samples that are plain text in UTF-8 and one document: after a page's related links nothing more would be read."""
    sources = []
    for path in sorted(_SAMPLES.glob("*/*/expected.json")):
        expected = json.loads(path.read_bytes())
        source = path.with_name(expected["file"])
        if source.suffix == ".txt" and len(expected["documents"]) == 1 and _is_utf8(source):
            sources.append(source.read_text(encoding="utf-8"))
    return sources


def _text(sources: list[str], size: int) -> str:
    """At least ``size`` characters of samples, each copy with other figures; the same on every run."""
    chance = random.Random(20_26)  # noqa: S311 - other figures, no secrets
    parts: list[str] = []
    length = 0
    while length < size:
        part = _FIGURES.sub(lambda _: str(chance.randint(1, 99)), chance.choice(sources))
        parts.append(part + "\n\n")
        length += len(parts[-1])
    return "".join(parts)


def _is_utf8(path: Path) -> bool:
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _best(read: Callable[[str], object], text: str, runs: int) -> float:
    """Seconds of the fastest of some runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        read(text)
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
