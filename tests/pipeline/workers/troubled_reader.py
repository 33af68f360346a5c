"""A reader whose files do to their process what a hostile file does: the text of a file says what."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass

from extractors.readers.page_watch import UNWATCHED, PageWatch
from pipeline.reading import Reader
from pipeline.sources.inputs import Input
from schemas.record import Record
from schemas.source import Outcome, Source
from schemas.version import VERSION

PAGES = 3
_CONNECTIONS: dict[str, Callable[[], object]] = {
    "name": lambda: socket.getaddrinfo("example.org", 80),
    "connect": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
    "fetch": lambda: urllib.request.urlopen("http://127.0.0.1:9/", timeout=1),
}


@dataclass(frozen=True, slots=True)
class TroubledReader(Reader):
    """Reads files of three pages; ``hang 2`` hangs at page 2, ``die`` dies before the first, ``pid`` says who reads."""

    def read(self, source: Input, data: bytes | None = None, watch: PageWatch = UNWATCHED) -> Record:
        """The record of a file, if its process lives so long."""
        what, _, page = (data or b"").decode().strip().partition(" ")
        said = str(_do(what)) if not page else ""
        for number in range(1, PAGES + 1):
            trouble = watch.begin(number)
            if trouble is not None:
                said += f"第{number}页{trouble}。"
            elif page == str(number) or page == "all":
                said += str(_do(what))
        watch.end()
        if page == "end":
            _do(what)
        return Record(
            source=Source(id="sha256:0", name=source.name, extractor_version=VERSION),
            outcome=Outcome(status="read", message=said),
            text=what,
        )


def _do(what: str) -> object:
    """What the file is up to; most of it does not return."""
    if what == "hang":
        time.sleep(60)
    elif what == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif what == "leave":
        os._exit(7)
    elif what == "eat":
        return len(bytearray(8 * 1024**3))
    elif what == "program":
        subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"], check=False)
    elif what in _CONNECTIONS:
        try:
            return _CONNECTIONS[what]()
        except OSError as error:
            return error
    elif what == "pid":
        return os.getpid()
    return ""
