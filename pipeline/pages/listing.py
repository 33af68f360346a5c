"""How much of a long list a page shows: some rows at once, some behind a click; the JSON beside it has more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

ROWS = 25
"""Rows that are seen at once."""
ROWS_MORE = 175
"""Rows behind them that a click shows."""
_T = TypeVar("_T")


def parts(items: Sequence[_T]) -> list[Sequence[_T]]:
    """The rows that are seen at once, and those that a click shows, if there are any."""
    return [part for part in (items[:ROWS], items[ROWS : ROWS + ROWS_MORE]) if part]
