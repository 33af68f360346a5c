"""Which of many names may be one organisation's with another, without comparing each with each.

A short name's characters all stand in the full one, so a name that may be the same shares its rarest character, and it has the same
ordinals; names that differ only in the word for a settlement are the same without it; and Party branches are few.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from extractors.names.aliases import ordinals

_SETTLEMENTS = re.compile("[村屯庄寨]")
_COMPANY = re.compile("(?:有限)?(?:责任)?公司$")
_BRANCH_ENDS = "部支委会會"


_Key = tuple[str, ...]


class NameIndex:
    """Names by number. A look-up costs as much as the names of the same ordinals that share a rare character with the one asked for."""

    def __init__(self) -> None:
        """Start without a name."""
        self._with: defaultdict[tuple[_Key, str], set[int]] = defaultdict(set)
        self._by_rarest: defaultdict[tuple[_Key, str], set[int]] = defaultdict(set)
        self._masked: defaultdict[str, set[int]] = defaultdict(set)
        self._branches: set[int] = set()

    def add(self, number: int, name: str) -> None:
        """Note a name, or another form of one that is there."""
        characters = set(name)
        for key in _keys(name):
            rarest = min(characters, key=lambda char: (len(self._with[key, char]), char))
            self._by_rarest[key, rarest].add(number)
            for char in characters:
                self._with[key, char].add(number)
        self._masked[_SETTLEMENTS.sub("*", name)].add(number)
        if name[-1] in _BRANCH_ENDS:
            self._branches.add(number)

    def candidates(self, name: str) -> Iterator[int]:
        """The numbers of the names that may be one organisation's with this one, in order."""
        characters = set(name)
        found: set[int] = set()
        for key in _keys(name):
            found |= min((self._with[key, char] for char in characters), key=len)
            for char in characters:
                found |= self._by_rarest[key, char]
        found |= self._masked[_SETTLEMENTS.sub("*", name)]
        if name[-1] in _BRANCH_ENDS:
            found |= self._branches
        yield from sorted(found)


def _keys(name: str) -> set[_Key]:
    """The ordinals of a name, and those of a company's without its legal form, behind which a numeral may stand at its end."""
    return {tuple(ordinals(name)), tuple(ordinals(_COMPANY.sub("", name)))}
