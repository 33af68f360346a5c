"""How a batch run ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.store.seen import Fate


@dataclass(frozen=True, slots=True)
class Ended:
    """Its exit code, what became of how many files, the words that name nothing; ``hint`` says how to go on where it was stopped.

    ``said`` is what a job says of itself instead of its counts; ``is_failed``: nothing of it could be done.
    """

    code: int
    counts: Mapping[Fate, int]
    missing: tuple[str, ...] = ()
    hint: str | None = None
    said: str | None = None
    is_failed: bool = False
