"""What passes between a run and the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Fate = Literal["ok", "needs-review", "unreadable", "failed", "unchanged", "quarantined", "elsewhere"]
"""How a run leaves a file.

``unchanged``: read before, nothing to do; ``quarantined``: has failed too often; ``elsewhere``: another run reads it.
"""
FATES: tuple[Fate, ...] = ("ok", "needs-review", "unreadable", "failed", "unchanged", "quarantined", "elsewhere")
BAD: frozenset[Fate] = frozenset({"unreadable", "failed", "quarantined"})


_OF_STATUS: Mapping[str, Fate] = {"read": "ok", "needs-review": "needs-review", "failed": "failed"}


def fate_of(status: str) -> Fate:
    """What a record's status means for a run."""
    return _OF_STATUS.get(status, "unreadable")


@dataclass(frozen=True, slots=True)
class Seen:
    """A source as a run met it. ``content`` is None where its bytes could not be had: ``reason`` and ``message`` say why."""

    address: str
    content: str | None
    size: int | None = None
    mark: str | None = None
    reason: str | None = None
    message: str | None = None

    @property
    def name(self) -> str:
        """The last part of the address."""
        return PurePosixPath(self.address.replace("\\", "/")).name or self.address


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a source gave: its record as JSON, its ``status``, and what it took."""

    seen: Seen
    record: bytes
    status: str
    reason: str | None
    message: str | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Result:
    """One file's fate, told to who runs."""

    address: str
    fate: Fate
    reason: str | None = None
    message: str | None = None
    seconds: float = 0.0
