"""Choices that depend on a seed and on the name of the choice alone, so that one more choice leaves the others as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Chosen = TypeVar("Chosen")


class Dice:
    """Dice that fall the same way for the same seed, kind of paper and name."""

    def __init__(self, seed: int, kind: str) -> None:
        self._seed = f"{kind}|{seed}"

    def number(self, name: str, low: int, high: int) -> int:
        """A whole number, both limits included."""
        digest = hashlib.sha256(f"archive|{self._seed}|{name}".encode()).digest()
        return low + int.from_bytes(digest[:8], "big") % (high - low + 1)

    def pick(self, name: str, options: Sequence[Chosen]) -> Chosen:
        """One of the options."""
        return options[self.number(name, 0, len(options) - 1)]

    def some(self, name: str, options: Sequence[Chosen], count: int) -> list[Chosen]:
        """So many different ones of the options (all where there are fewer), in an order that falls by chance."""
        order = sorted(range(len(options)), key=lambda place: self.number(f"{name}/{place}", 0, 1 << 40))
        return [options[place] for place in order[:count]]

    def chance(self, name: str, percent: int) -> bool:
        """True so many times in a hundred."""
        return self.number(name, 1, 100) <= percent
