"""Amounts added up exactly: decimals of any length, ranges, and what is open above."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal, Inexact

EXACT = Context(prec=100_000, traps=[Inexact])
"""More digits than a text can hold; a sum that does not fit fails, and is never rounded."""


@dataclass(slots=True)
class Adding:
    """A sum that grows: from ``low`` to ``high``, which is None where an amount has no upper bound; ``items`` are in it."""

    low: Decimal = Decimal()
    high: Decimal | None = Decimal()
    items: int = 0
    approximate: bool = False

    def add(self, low: str | Decimal | None, high: str | Decimal | None, *, often: int = 1, approximate: bool = False) -> None:
        """So many items of one amount; without a lower bound they are nothing at least."""
        times = Decimal(often)
        self.low = EXACT.add(self.low, EXACT.multiply(Decimal(low or 0), times))
        if high is None or self.high is None:
            self.high = None
        else:
            self.high = EXACT.add(self.high, EXACT.multiply(Decimal(high), times))
        self.items += often
        self.approximate = self.approximate or approximate

    @property
    def least(self) -> str:
        """The lower bound, all digits."""
        return format(self.low, "f")

    @property
    def most(self) -> str | None:
        """The upper bound, all digits."""
        return None if self.high is None else format(self.high, "f")
