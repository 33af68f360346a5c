"""Which of many names may be one organisation's with another, without comparing each with each.

A short name's characters all stand in the full one, so a name that may be the same shares its rarest character; names that differ only in
the word for a settlement are the same without it; and Party branches are few.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

_SETTLEMENTS = re.compile("[村屯庄寨]")
_BRANCH_ENDS = "部支委会會"


class NameIndex:
    """Names by number. A look-up costs as much as the names that share a rare character with the one asked for."""

    def __init__(self) -> None:
        """Start without a name."""
        self._with: defaultdict[str, set[int]] = defaultdict(set)
        self._by_rarest: defaultdict[str, set[int]] = defaultdict(set)
        self._masked: defaultdict[str, set[int]] = defaultdict(set)
        self._branches: set[int] = set()

    def add(self, number: int, name: str) -> None:
        """Note a name, or another form of one that is there."""
        rarest = min(set(name), key=lambda char: (len(self._with[char]), char))
        self._by_rarest[rarest].add(number)
        for char in set(name):
            self._with[char].add(number)
        self._masked[_SETTLEMENTS.sub("*", name)].add(number)
        if name[-1] in _BRANCH_ENDS:
            self._branches.add(number)

    def candidates(self, name: str) -> Iterator[int]:
        """The numbers of the names that may be one organisation's with this one, in order."""
        characters = set(name)
        rarest = min(characters, key=lambda char: len(self._with[char]))
        found = set(self._with[rarest])
        for char in characters:
            found |= self._by_rarest[char]
        found |= self._masked[_SETTLEMENTS.sub("*", name)]
        if name[-1] in _BRANCH_ENDS:
            found |= self._branches
        yield from sorted(found)
