"""The program, killed as by ``kill -9`` when it comes to a function for the n-th time.

``python -m tests.pipeline.feeds.health.killed MODULE:NAME N ARGUMENT…``: the moments between two steps of a visit are too short to be met
from outside.
"""

from __future__ import annotations

import importlib
import itertools
import os
import signal
import sys
from typing import Any

from pipeline.cli import run


def _arm(point: str, number: int) -> None:
    """Have the process die at the point."""
    module, _, name = point.partition(":")
    *path, last = name.split(".")
    holder: Any = importlib.import_module(module)
    for one in path:
        holder = getattr(holder, one)
    real, calls = getattr(holder, last), itertools.count(1)

    def killed(*words: Any, **named: Any) -> Any:
        if next(calls) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*words, **named)

    setattr(holder, last, killed)


if __name__ == "__main__":
    _arm(sys.argv[1], int(sys.argv[2]))
    sys.exit(run(sys.argv[3:]))
