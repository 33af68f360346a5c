"""Chance: one stream of it for every paper."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice(Random):
    """Seeded by words, so that every rule and number has a paper of its own."""

    def yes(self, share: float) -> bool:
        """True in this share of the cases."""
        return self.random() < share

    def some(self, of: Sequence[T], least: int, most: int) -> list[T]:
        """From `least` to `most` members, in their own order."""
        size = min(len(of), self.randint(least, most))
        return [of[index] for index in sorted(self.sample(range(len(of)), size))]
