"""Names to IP addresses, within a time: the system's own resolver may take minutes and cannot be interrupted."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread

Resolver = Callable[[str, int], Sequence[str]]
"""A host and a port → IP addresses as text, the preferred one first. Raises :class:`OSError` where there are none."""


def look_up(host: str, port: int) -> Sequence[str]:
    """What the system says. Raises :class:`socket.gaierror`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(where[0]) for _, _, _, _, where in found))


def resolved(resolver: Resolver, host: str, port: int, seconds: float) -> Sequence[str]:
    """The addresses of a host. Raises :class:`TimeoutError`, or the resolver's :class:`OSError`."""
    answers: SimpleQueue[Sequence[str] | OSError] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolver(host, port))
        except OSError as error:
            answers.put(error)
        except UnicodeError as error:
            answers.put(OSError(str(error)))

    Thread(target=ask, name="jiedui-dns", daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0))
    except Empty as error:
        raise TimeoutError(host) from error
    if isinstance(answer, OSError):
        raise answer
    return answer
