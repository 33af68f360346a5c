"""What became of a source's articles in one run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pipeline.feeds.why import Why
from pipeline.messages import Lang

Event = Literal["new", "changed", "unchanged", "reprint", "failed", "passed"]
"""``passed``: in the list, and not what is looked for. A ``reprint`` is new as well."""
EVENTS: tuple[Event, ...] = ("new", "changed", "unchanged", "reprint", "failed", "passed")
_MOST_TROUBLES = 50


@dataclass(frozen=True, slots=True)
class Trouble:
    """An article that was not read."""

    address: str
    why: Why

    def said(self, lang: Lang) -> str:
        """Which one and why, on one line."""
        return self.why.said_of(self.address, lang)


@dataclass(slots=True)
class Counts:
    """Counts events, and keeps the first troubles."""

    troubles: list[Trouble] = field(default_factory=list)
    _counted: Counter[Event] = field(default_factory=Counter)

    def add(self, event: Event, trouble: Trouble | None = None, *, times: int = 1) -> None:
        """One more; ``trouble`` says what went wrong."""
        self._counted[event] += times
        if trouble is not None and len(self.troubles) < _MOST_TROUBLES:
            self.troubles.append(trouble)

    def of(self, event: Event) -> int:
        """How many."""
        return self._counted[event]

    @property
    def counted(self) -> Mapping[Event, int]:
        """All that happened at all."""
        return {event: self._counted[event] for event in EVENTS if self._counted[event]}
