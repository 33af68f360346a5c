"""The texts beside the rows of a list, where its days stand outside of the rows.

Reads::

    <dt><a href="…">…</a></dt><dd>2022-03-01</dd>                 behind each row
    [03-01] <a href="…">…</a><br>[02-28] <a href="…">…</a>        before each row

Leaves alone::

    a day behind the last row alone                               the page's, and no row's
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice

from extractors.listings.line_days import find_line_day
from extractors.listings.page_tree import Element, words_inside

_MOST_PIECES = 40


def find_beside(rows: Sequence[Element], lines: int, today: date) -> Mapping[int, Sequence[str]]:
    """The texts beside each of the ``rows`` that have no day (by their keys), if most of a list's ``lines`` have theirs there."""
    if len(rows) * 2 <= lines:
        return {}
    before, behind = _gaps(rows)
    told = {side: sum(find_line_day(words, today).day is not None for words in gaps.values()) for side, gaps in enumerate((behind, before))}
    side = max(told, key=lambda one: told[one])
    return (behind, before)[side] if told[side] * 2 > lines else {}


def _gaps(rows: Iterable[Element]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """The texts before and behind each row, up to the next one of the same parent."""
    before: dict[int, list[str]] = {}
    behind: dict[int, list[str]] = {}
    keys = {row.key for row in rows}
    for parent in {row.parent.key: row.parent for row in rows if row.parent is not None}.values():
        gap: list[str] = []
        for child in parent.children:
            if isinstance(child, str):
                gap.append(child)
            elif child.key in keys:
                before[child.key] = gap[-_MOST_PIECES:]
                gap = behind[child.key] = []
            elif len(gap) < _MOST_PIECES:
                gap.extend(words for words, _ in islice(words_inside(child), _MOST_PIECES))
    return before, behind
