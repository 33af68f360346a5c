"""What a child process must not do: take too much memory, open connections, dump core, speak to the terminal, hear its Ctrl+C."""

from __future__ import annotations

import os
import signal
import socket
import sys
from contextlib import suppress

_NETWORK = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
_ADDRESSED = frozenset({"socket.connect", "socket.sendto", "socket.bind"})


def restrain(memory: int) -> None:
    """Bind this process for the rest of its life. ``memory`` in bytes holds where the system can enforce it (Linux)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "setsid"):
        with suppress(PermissionError):
            os.setsid()
    _be_silent()
    _limit_memory(memory)
    sys.addaudithook(_stay_offline)


def _be_silent() -> None:
    """Send what C libraries print about broken files nowhere; what is to be said goes into the record."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _limit_memory(memory: int) -> None:
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    # RLIMIT_AS would count the address space that threads and libraries reserve and never use
    for kind, limit in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_CORE, 0)):
        with suppress(OSError, ValueError):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _stay_offline(event: str, arguments: tuple[object, ...]) -> None:
    """No name is looked up and no socket but a local one is used: a document has no business with the network."""
    if event in _NETWORK or (event in _ADDRESSED and _is_internet(arguments[0])):
        raise PermissionError("a file is read without the network")


def _is_internet(one: object) -> bool:
    return isinstance(one, socket.socket) and one.family in {socket.AF_INET, socket.AF_INET6}
