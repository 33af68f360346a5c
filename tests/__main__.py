"""Run every check: ``python -m tests``. What follows is handed to pytest: ``python -m tests -k copies``.

ruff, mypy and import-linter come first; what they have to say stands above the tests, so that pytest's own closing line is the last.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_BESIDE_PYTHON = Path(sys.executable).parent
CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff", (sys.executable, "-m", "ruff", "check", "--quiet", "--output-format=concise", ".")),
    ("mypy", (sys.executable, "-m", "mypy")),
    ("import-linter", (str(_BESIDE_PYTHON / "lint-imports"), "--no-cache")),
)


def main(arguments: list[str]) -> int:
    """Run all checks, also after one has failed; 1 if any did."""
    results = [(name, *_run(command)) for name, command in CHECKS]
    for name, passed, seconds, said in results:
        print(f"{'ok  ' if passed else 'FAIL'} {name} ({seconds:.1f} s)")
        if not passed:
            print(said)
    sys.stdout.flush()
    # twice as many as there are processors: many tests wait for servers
    spread = ["-n", str((os.cpu_count() or 1) * 2), "--dist", "worksteal"] if os.environ.get("CI") else []
    tests = subprocess.run([sys.executable, "-m", "pytest", *spread, *arguments], cwd=_ROOT, check=False)
    return int(tests.returncode != 0 or not all(passed for _, passed, _, _ in results))


def _run(command: tuple[str, ...]) -> tuple[bool, float, str]:
    """Whether a check passed, its seconds, and what it said."""
    start = time.monotonic()
    done = subprocess.run(command, cwd=_ROOT, check=False, capture_output=True, encoding="utf-8", errors="replace")
    return done.returncode == 0, time.monotonic() - start, done.stdout + done.stderr


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
