"""Logs written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from pipeline.review.decision import Decision, Logged

_FIRST = datetime(2026, 3, 1, tzinfo=UTC)


@dataclass
class Log:
    """A log of one content, each row in a bundle of its own unless another is named."""

    entries: list[Logged] = field(default_factory=list)
    reading: int = 1

    def add(self, who: str, action: str, target: str = "", bundle: str | None = None, **rest: Any) -> Log:
        """One more row."""
        number = len(self.entries) + 1
        decision = Decision(action, target, **rest)  # type: ignore[arg-type] # an action by its name
        at = _FIRST + timedelta(minutes=number)
        self.entries.append(Logged(number, at, who, "c" * 64, self.reading, str(self.reading), bundle or f"bundle {number}", decision))
        return self


def numbered(entries: Sequence[Logged]) -> list[Logged]:
    """The same rows, numbered as they come."""
    return [
        Logged(at, one.at, one.who, one.content, one.reading_id, one.version, one.bundle, one.decision) for at, one in enumerate(entries, 1)
    ]
