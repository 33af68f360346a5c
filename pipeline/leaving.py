"""End the process, though something that nobody waits for is still at work."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from typing import NoReturn

_FAREWELL = 5.0
"""Seconds that an ordinary end may take."""


def leave(code: int) -> NoReturn:
    """End with an exit code, within seconds.

    Whoever calls this has everything done and written. What can hold the process back is Prefect: where its server is gone, it asks for it
    again for minutes, and an ordinary end waits for that.
    """
    for stream in (sys.stdout, sys.stderr):
        # not later, by the timer's thread: Python gives up where a thread holds a stream when it ends
        with suppress(OSError, ValueError):
            stream.flush()
    last = threading.Timer(_FAREWELL, os._exit, (code,))
    last.daemon = True
    last.start()
    sys.exit(code)
