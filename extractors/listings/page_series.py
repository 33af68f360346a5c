"""The addresses of a list's further pages, by the number in which those that are known differ.

Reads::

    /gzdt/, next index_1.html, last index_19.html            index_1.html … index_19.html
    tzgg.htm, next tzgg/28.htm, last tzgg/1.htm              downwards: 28.htm … 1.htm
    ?start=20, 2 is ?start=20, 3 is ?start=40                by twenties, as far as numbers are shown
    /1234/list.htm, next /1234/list2.htm, 20 pages           list2.htm … list20.htm

Leaves alone::

    next ?start=20, last ?start=380, and no other            the next page alone: what lies between is not known
    2 and 3 without a next page or a last one on a page with no other sign of a pager
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

MOST_PAGES = 100
"""So many further pages are named at most."""
_DIGITS = re.compile(r"([0-9]{1,9})")
_LOW = (0, 1, 2)
"""The numbers that the first pages of a list have."""


@dataclass(frozen=True, slots=True)
class _Series:
    """Addresses that differ in one number: the one in place ``at`` of ``parts``."""

    parts: tuple[str, ...]
    at: int

    def number(self, address: str | None) -> int | None:
        """The number of an address of the series; None for another address."""
        parts = _DIGITS.split(address or "")
        alike = len(parts) == len(self.parts) and all(
            one == other for place, (one, other) in enumerate(zip(parts, self.parts, strict=True)) if place != self.at
        )
        return int(parts[self.at]) if alike else None

    def address(self, number: int) -> str:
        """The address with a number."""
        return "".join((*self.parts[: self.at], str(number), *self.parts[self.at + 1 :]))


def page_series(own: str, following: str | None, last: str | None, numbers: Mapping[int, str], total: int | None) -> tuple[str, ...]:
    """The pages from the next one on.

    ``own`` is this page, ``following`` and ``last`` are what the page calls so, ``numbers`` the links that show a page's number, this page
    not among them; ``total`` is how many pages it says there are.
    """
    pager = _Pager(own, last, numbers, total)
    current = _current(numbers, following)
    first = following
    if first is None and current is not None and (last or total or (current == 1 and len(numbers) > 1)):
        # links that are bare numbers may be a calendar
        first = numbers.get(current + 1)
    if first is None:
        return ()
    series = pager.series(first)
    number = series.number(first) if series else None
    if series is None or number is None:
        return (first,)
    if current is None and series.number(own) is None:
        current = 1
    step = pager.step(series, number)
    left = total - current - 1 if total and current else None
    end = next((end for end in pager.ends(series, number, step, left) if end is not None and (end - number) * step > 0), number)
    pages = range(number, end + (1 if step > 0 else -1), step)[:MOST_PAGES] if step else (number,)
    return (first, *map(series.address, pages[1:]))


def _current(numbers: Mapping[int, str], following: str | None) -> int | None:
    """This page's number: the one before the next, or the only one that is no link; None where several are left out."""
    if following is not None and (after := next((at for at, address in numbers.items() if address == following), None)) is not None:
        return after - 1
    if 2 in numbers and 1 not in numbers:
        return 1
    gaps = [at + 1 for at in numbers if at + 1 not in numbers and at + 2 in numbers]
    return gaps[0] if len(gaps) == 1 else None


@dataclass(frozen=True, slots=True)
class _Pager:
    own: str
    last: str | None
    numbers: Mapping[int, str]
    total: int | None

    def series(self, first: str) -> _Series | None:
        """The series that the next page is of, by another address that is unlike it in one number."""
        parts = tuple(_DIGITS.split(first))
        for other in (*self.numbers.values(), self.own, self.last or ""):
            compared = _DIGITS.split(other)
            if len(compared) == len(parts):
                unlike = [at for at, (one, two) in enumerate(zip(parts, compared, strict=True)) if one != two]
                if len(unlike) == 1 and unlike[0] % 2:
                    return _Series(parts, unlike[0])
        low = [at for at in range(1, len(parts), 2) if int(parts[at]) in (*_LOW[1:], (self.total or 0) - 1)]
        return _Series(parts, low[-1]) if low and self.total else None

    def step(self, series: _Series, number: int) -> int:
        """By how much the number changes from page to page; 0 where that cannot be known."""
        known = sorted((at, found) for at, address in self.numbers.items() if (found := series.number(address)) is not None)
        steps = {(two - one) // (later - earlier) for (earlier, one), (later, two) in pairwise(known)}
        here, end = series.number(self.own), series.number(self.last)
        if not steps and here is not None:
            steps = {number - here}
        if steps:
            return steps.pop() if len(steps) == 1 else 0
        if number in _LOW and (end is None or end > number):
            return 1
        return -1 if (end is not None and end in _LOW) or (self.total is not None and number == self.total - 1) else 0

    def ends(self, series: _Series, number: int, step: int, left: int | None) -> Iterator[int | None]:
        """The number of the last page, the surest first; ``left`` pages follow the next one."""
        yield series.number(self.last)
        yield number + step * left if left is not None else None
        shown = [found for address in self.numbers.values() if (found := series.number(address)) is not None]
        yield (max(shown) if step > 0 else min(shown)) if shown else None
