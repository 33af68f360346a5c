"""Counts of what was found, missed and wrongly read, and the figures that follow from them.

Precision is the share of what was read that is right, recall the share of what is there that was read, F1 their harmonic mean. *Micro*
counts every fact once, *macro* every field once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schemas.span import Frozen


class Count(Frozen):
    """Facts of a field: ``found`` as annotated, ``extra`` read and not there, ``missed`` there and not read."""

    found: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Count) -> Count:
        """Both together."""
        return Count(found=self.found + other.found, extra=self.extra + other.extra, missed=self.missed + other.missed)

    @property
    def gold(self) -> int:
        """How many are annotated."""
        return self.found + self.missed

    @property
    def precision(self) -> float:
        """1 where nothing was read."""
        return self.found / (self.found + self.extra) if self.found + self.extra else 1.0

    @property
    def recall(self) -> float:
        """1 where nothing is annotated."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """1 where nothing is annotated and nothing was read."""
        wrong = self.extra + self.missed
        return 2 * self.found / (2 * self.found + wrong) if self.found or wrong else 1.0


class Share(Frozen):
    """An attribute of the items that were found: of how many it was asked, and how often it is right."""

    asked: int = 0
    right: int = 0

    def __add__(self, other: Share) -> Share:
        """Both together."""
        return Share(asked=self.asked + other.asked, right=self.right + other.right)

    @property
    def accuracy(self) -> float:
        """1 where none was asked."""
        return self.right / self.asked if self.asked else 1.0


def total(counts: Iterable[Count]) -> Count:
    """All together: their F1 is the micro F1."""
    return sum(counts, start=Count())


def micro_f1(fields: Mapping[str, Count]) -> float:
    """F1 over all facts; 0 where none was found."""
    together = total(fields.values())
    return together.f1 if together.found else 0.0


def macro_f1(fields: Mapping[str, Count]) -> float:
    """The mean F1 of the fields that are annotated; 0 where none is."""
    figures = [count.f1 for count in fields.values() if count.gold]
    return sum(figures) / len(figures) if figures else 0.0
