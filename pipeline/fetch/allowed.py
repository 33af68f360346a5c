"""The hosts on this machine or its network that a source may be read from, because it names them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.fetch.hosts import read_host
from schemas.errors import JieduiError

_WITH_PORT = re.compile(r"(?P<host>\[[^\]]*\]|[^:\[\]]+):(?P<port>[0-9]{1,5})", re.ASCII)
_SIX = re.compile(r"[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")


@dataclass(frozen=True, slots=True)
class Allowed:
    """Hosts in their canonical form, each with the one port that is meant, or None for all of them."""

    hosts: frozenset[tuple[str, int | None]] = frozenset()

    def covers(self, host: str, port: int) -> bool:
        """Whether a host may be on our own network."""
        return (host, None) in self.hosts or (host, port) in self.hosts


def read_allowed(entries: Iterable[str]) -> Allowed:
    """``host``, ``host:port``, ``::1``, ``[::1]:8080``. Raises :class:`JieduiError` for anything else."""
    return Allowed(frozenset(map(_read_entry, entries)))


def _read_entry(entry: str) -> tuple[str, int | None]:
    written = entry.strip()
    match = _WITH_PORT.fullmatch(written)
    host, port = (match["host"], int(match["port"])) if match else (f"[{written}]" if _SIX.fullmatch(written) else written, None)
    try:
        return read_host(host), port
    except ValueError as error:
        raise JieduiError(f"allow 里的“{entry}”读不懂。请写主机，或写主机:端口，例如 news.example 或 192.168.1.8:8080。") from error
