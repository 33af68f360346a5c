"""One job in a process of its own: ``python -m pipeline.serve.child``, which is told what to do by its standard input.

Its memory goes with it, and what ends it ends no other. The answer is one line of JSON on the standard output; what the work says meanwhile
goes to the standard error. It stops, with what it has read kept, when the pipe from its parent ends or on SIGTERM.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import sys
import threading
import time
from types import FrameType
from typing import Any

from pipeline.exit_codes import NOT_ALL
from pipeline.leaving import leave
from pipeline.serve.job import Order
from schemas.errors import JieduiError

_TICK = 0.2


def _leave_alone(number: int, frame: FrameType | None) -> None:
    """A signal before or after the work at which it is aimed."""
    del number, frame


def _stop_with_parent() -> None:
    """The pipe ends when its other end is closed, or its holder dies. The batch hears it as Ctrl+C, once: the second would kill it."""
    # not by the buffer: the thread would hold its lock when the process ends
    while os.read(sys.stdin.fileno(), 1):
        pass
    while signal.getsignal(signal.SIGINT) is _leave_alone:
        time.sleep(_TICK)
    signal.raise_signal(signal.SIGINT)


def main() -> int:
    """Do the job; the exit code."""
    order: Order = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that has started this one
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _leave_alone)
    threading.Thread(target=_stop_with_parent, daemon=True).start()
    try:
        os.chdir(order.shared.folder)
        ended = order.job.do(order.shared, order.asked)
    except OSError as error:
        answer: dict[str, Any] = {"code": NOT_ALL, "why": str(error)}
    except JieduiError as error:
        answer = {"code": NOT_ALL, "why": str(error)}
    else:
        answer = {"code": ended.code, "counts": dict(ended.counts), "missing": ended.missing}
        answer |= {"said": ended.said, "is_failed": ended.is_failed}
    print(json.dumps(answer), flush=True)  # noqa: T201 - this is the answer
    return int(answer["code"])


if __name__ == "__main__":
    leave(main())
