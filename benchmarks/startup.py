"""How long ``jiedui extract`` takes on one small file, from the shell's point of view: the median of five runs.

``python -m benchmarks.startup`` uses the ``jiedui`` beside this Python, or the checkout where none is installed.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_SAMPLE = "samples/agreement/town-and-country/source.txt"
_RUNS = 5


def main() -> None:
    """Print one line for each command."""
    program = _program()
    for arguments in (["--version"], ["extract", "--no-names", _SAMPLE], ["extract", _SAMPLE], ["show", _SAMPLE]):
        _seconds([*program, *arguments])  # caches of bytecode and dictionaries are filled once, on installation
        times = [_seconds([*program, *arguments]) for _ in range(_RUNS)]
        print(f"{statistics.median(times):6.2f} s  jiedui {' '.join(arguments)}")


def _program() -> list[str]:
    installed = Path(sys.executable).with_name("jiedui")
    return [str(installed)] if installed.exists() else [sys.executable, "-c", "from pipeline.cli import main; main()"]


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=_ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
