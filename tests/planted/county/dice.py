"""A seeded chooser that also fills in sentence patterns.

A pattern holds `<a|b>` (one of them, an empty one allowed), `[2-6]` (a number from 2 to 6, marked as a count), `[10-40/5]` (in steps of 5)
and `[2~3]` (the range 2—3). Names in braces (`{S}`) stay: the draft fills them in when it is written out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import TypeVar

from tests.planted.county.numerals import chinese_count

T = TypeVar("T")
# A count of a promise stands between these two marks until the text is written out.
OPEN, CLOSE = "\ue000", "\ue001"
_CHOICE = re.compile(r"<([^<>]*)>")
_NUMBER = re.compile(r"\[(\d+)([-~])(\d+)(?:/(\d+))?\]")


class Dice:
    """Every choice that one seed makes, in order."""

    def __init__(self, seed: str) -> None:
        """Throw the same for the same seed."""
        self._random = random.Random(seed)  # noqa: S311 - reproducible texts, no secrets
        self.chinese = self.chance(0.2)
        self.dash = self.pick(("—", "-", "～", "至", "－"))

    def pick(self, items: Sequence[T]) -> T:
        """Give one of the items."""
        return items[self._random.randrange(len(items))]

    def weigh(self, weights: dict[str, int]) -> str:
        """Give one of the keys, as often as its weight says."""
        return self._random.choices(list(weights), list(weights.values()))[0]

    def chance(self, share: float) -> bool:
        """Say yes in this share of all cases."""
        return self._random.random() < share

    def between(self, low: int, high: int, step: int = 1) -> int:
        """Give a whole number, both ends included."""
        return self._random.randrange(low, high + 1, step)

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """Give some of the items, each once, in a random order."""
        return self._random.sample(list(items), min(count, len(items)))

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Give some of the items, each once, in their own order."""
        chosen = sorted(self._random.sample(range(len(items)), min(count, len(items))))
        return [items[index] for index in chosen]

    def number(self, value: int) -> str:
        """Write a count as this paper writes its counts."""
        return chinese_count(value) if self.chinese else str(value)

    def say(self, pattern: str) -> str:
        """Fill in a pattern's choices and numbers."""
        while _CHOICE.search(pattern):
            pattern = _CHOICE.sub(lambda match: self.pick(match[1].split("|")), pattern, count=1)
        return _NUMBER.sub(self._count, pattern)

    def _count(self, match: re.Match[str]) -> str:
        low, kind, high, step = int(match[1]), match[2], int(match[3]), int(match[4] or 1)
        if kind == "~":
            return f"{self.number(low)}{'至' if self.chinese else self.dash}{self.number(high)}"
        return f"{OPEN}{self.number(self.between(low, high, step))}{CLOSE}"
