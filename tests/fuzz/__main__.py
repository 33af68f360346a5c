"""Fuzz every target for a while: ``python -m tests.fuzz [TARGET …] [--seconds 15]``.

A crash is kept in ``tests/fuzz/cases/TARGET/``, where ``tests/fuzz/test_cases.py`` runs it from then on; keep it small, and mend its cause.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.targets import TARGETS, seeds

CASES = Path(__file__).parent / "cases"
_MOST_BYTES = 4_096
_SLOW = 25
"""Seconds after which libFuzzer calls one input a hang."""


def main() -> int:
    """The number of targets that crashed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", nargs="*", choices=[*TARGETS, []], help="all if left out")
    parser.add_argument("--seconds", type=int, default=15, help="for each target")
    asked = parser.parse_args()
    crashed = [name for name in asked.target or TARGETS if not _survives(name, asked.seconds)]
    print(f"fuzzed {len(asked.target or TARGETS)} targets, crashed: {', '.join(crashed) or 'none'}")
    return len(crashed)


def _survives(name: str, seconds: int) -> bool:
    """Whether a target lasts so long; what it dies of is kept."""
    kept = CASES / name
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder)
        for at, seed in enumerate(seeds(name)):
            (corpus / f"seed-{at}").write_bytes(seed)
        limits = (f"-max_total_time={seconds}", f"-max_len={_MOST_BYTES}", f"-timeout={_SLOW}", "-rss_limit_mb=2048")
        options = (*limits, "-seed=1", "-print_final_stats=1")
        command = [sys.executable, "-m", "tests.fuzz.one", name, *options, f"-artifact_prefix={corpus}/crash-of-", str(corpus)]
        ran = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
        for crash in corpus.glob("crash-of-*"):
            kept.mkdir(parents=True, exist_ok=True)
            (kept / crash.name.rpartition("-")[2][:12]).write_bytes(crash.read_bytes())
    if ran.returncode != 0:
        print("\n".join(ran.stderr.splitlines()[-30:]))
    runs = next((line.split()[-1] for line in ran.stderr.splitlines() if "number_of_executed_units" in line), "?")
    print(f"{name:16} {runs:>8} runs  {'crashed' if ran.returncode else 'ok'}", flush=True)
    return ran.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
