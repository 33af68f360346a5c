"""End the process, though something that nobody waits for is still at work."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn

_FAREWELL = 5.0
"""Seconds that an ordinary end may take."""


@dataclass(slots=True)
class _End:
    """The very end, once whatever has asked for it has taken its leave; ``code`` is None where nobody called :func:`leave`."""

    code: int | None = None

    def __call__(self) -> None:
        """End, before Python takes itself apart: it aborts where a thread holds a stream just then."""
        if self.code is not None:
            _flush()
            os._exit(self.code)


_END = _End()
# what is registered first is called last: behind what Prefect and multiprocessing do at the end
atexit.register(_END)


def leave(code: int) -> NoReturn:
    """End with an exit code, within seconds.

    Whoever calls this has everything done and written. What can hold the process back is Prefect: where its server is gone, it asks for it
    again for minutes, and an ordinary end waits for that.
    """
    last = threading.Timer(_FAREWELL, os._exit, (code,))
    last.daemon = True
    last.start()
    _END.code = code
    _flush()
    sys.exit(code)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
