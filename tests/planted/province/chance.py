"""Seeded choices, and the small grammar in which the wordings are kept.

In a wording `[甲|乙]` is a choice, `<2-4|次>` a count in one of its usual forms (3次, 三次, 不少于3次, 3次以上, 3—4次) and `<=2-4|次>` an exact one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import TypeVar

from tests.planted.province.numerals import counted

T = TypeVar("T")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_COUNT = re.compile(r"<(=?)(\d+)-(\d+)\|([^<>|]+)>")
BLANKS = ("____", "　　", "（   ）", "   ", "＿＿＿", "×", "__")


class Chance:
    """One seeded stream; `part` opens another that the first does not disturb."""

    def __init__(self, seed: str, numerals: str = "arabic") -> None:
        self._seed, self.numerals = seed, numerals
        self._random = random.Random(seed)  # noqa: S311 - the same papers every time, nothing secret

    def part(self, name: str) -> Chance:
        return Chance(f"{self._seed}/{name}", self.numerals)

    def odds(self, share: float) -> bool:
        return self._random.random() < share

    def between(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def pick(self, members: Sequence[T]) -> T:
        return members[self._random.randrange(len(members))]

    def some(self, members: Sequence[T], count: int) -> list[T]:
        """So many of them (or all there are), in their own order."""
        chosen = sorted(self._random.sample(range(len(members)), min(count, len(members))))
        return [members[index] for index in chosen]

    def mixed(self, members: Sequence[T]) -> list[T]:
        return self._random.sample(list(members), len(members))

    def lines(self, block: str) -> list[str]:
        return [line.strip() for line in block.strip().splitlines() if line.strip()]

    def line(self, block: str) -> str:
        """One of the lines, filled in."""
        return self.fill(self.pick(self.lines(block)))

    def fill(self, wording: str, *, blank: bool = False) -> str:
        """The wording with its choices made; `blank` leaves the first count open."""
        while found := _CHOICE.search(wording):
            wording = wording[: found.start()] + self.pick(found[1].split("|")) + wording[found.end() :]
        while found := _COUNT.search(wording):
            words = self._open(found) if blank else self._count(found)
            wording, blank = wording[: found.start()] + words + wording[found.end() :], False
        return wording

    def _open(self, found: re.Match[str]) -> str:
        return ("" if found[1] else self.pick(["", "", "不少于", "至少"])) + self.pick(BLANKS) + found[4]

    def number(self, value: int) -> str:
        han = self.numerals == "han" or (self.numerals == "both" and self.odds(0.35))
        return counted(value) if han and value < 100 else str(value)

    def _count(self, found: re.Match[str]) -> str:
        low, high, unit = int(found[2]), int(found[3]), found[4]
        value = self.between(low, high)
        if low >= 20:
            value = max(low, round(value / 10) * 10)
        words = self.number(value)
        form = "exact" if found[1] else self.pick(("exact", "exact", "exact", "least", "above", "range"))
        if form == "least":
            return self.pick(("不少于", "不少于", "至少", "不低于")) + words + unit
        if form == "above":
            return words + unit + "以上"
        if form == "range" and words.isdigit():
            return f"{value}{self.pick('—-至～')}{value + self.between(1, max(2, value // 3))}{unit}"
        return words + unit
