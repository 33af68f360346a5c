"""How like two spellings are, by their characters alone: a slip of the pen, parts in another order, parts left out.

Reads::

    育才, 育材; 凤凰山, 凤皇山                    a character for one that sounds or looks like it
    民族寄宿制前沿, 前沿民族寄宿制                two parts in another order
    葫芦河, 葫芦; 书院坪, 书院平                  one character more, less or another
    财经商贸, 商贸                                a part left out

Leaves alone::

    城东, 城西; 一, 二                            words of direction and number are no slips
    望湖路, 望江路                                two roads
    城东, 东城                                    two quarters
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache

from extractors.names.lexicon import read_entries

_DIRECTIONS = frozenset("东西南北中上下前后新老大小左右内外一二三四五六七八九十")
_ROADS = frozenset("路街巷道里弄")
_TYPO = 3
"""Characters of a name's core from which one that differs is a slip, and not another place."""
_BLOCK = 2
_LONGEST = 40


def is_misspelt(one: str, two: str) -> bool:
    """Whether one character is put for another that sounds or looks like it, and all others are the same."""
    apart = _apart(one, two)
    return len(one) > 1 and len(apart) == 1 and apart[0][1] in _alike().get(apart[0][0], ())


def is_turned_round(one: str, two: str) -> bool:
    """Whether two parts of two characters or more have changed places, and all else is the same."""
    if one == two or len(one) != len(two) or sorted(one) != sorted(two):
        return False
    start = next(at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b)
    stop = len(one) - next(at for at, (a, b) in enumerate(zip(reversed(one), reversed(two), strict=True)) if a != b)
    first, second = one[start:stop], two[start:stop]
    return any(first[at:] + first[:at] == second for at in range(_BLOCK, len(first) - _BLOCK + 1))


def is_slip(one: str, two: str) -> bool:
    """Whether a part of a name is another with one character more, less or another, or with two that changed places."""
    if min(len(one), len(two)) < _TYPO - 1 or max(len(one), len(two)) < _TYPO or abs(len(one) - len(two)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if len(one) == len(two) and (one[-1] in _ROADS or {one[at], two[at]} <= _DIRECTIONS):
        return False
    return one[at + 1 :] == two[at + 1 :] or one[at:] == two[at + 1 :] or one[at + 1 :] == two[at:] or sorted(one) == sorted(two)


def is_one_apart(one: str, two: str) -> bool:
    """Whether all characters but one are the same, and the two that differ are no directions or numbers: 石乔 for 石桥."""
    apart = _apart(one, two)
    return len(apart) == 1 and not set(apart[0]) <= _DIRECTIONS


def is_swapped(one: str, two: str) -> bool:
    """Whether two characters have changed places: 育红, 红育; a word of direction would make it another quarter's."""
    apart = _apart(one, two)
    return len(apart) == _BLOCK and apart[0] == apart[1][::-1] and not set(apart[0]) & _DIRECTIONS


def is_part(short: str, full: str) -> bool:
    """Whether the characters of one stand in the other, in their order."""
    rest = iter(full)
    return all(char in rest for char in short)


def resembles(one: str, two: str) -> bool:
    """Whether two names of unknown kinds have most of their characters in common: 爱心车友俱乐部, 爱心车友会."""
    return max(len(one), len(two)) <= _LONGEST and likeness(one, two) * _BLOCK >= max(len(one), len(two))


def likeness(one: str, two: str) -> int:
    """How many characters two names have in common, in one order."""
    return sum(block.size for block in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks())


def _apart(one: str, two: str) -> list[tuple[str, str]]:
    return [(a, b) for a, b in zip(one, two, strict=True) if a != b] if len(one) == len(two) else []


@cache
def _alike() -> dict[str, frozenset[str]]:
    """For each character those that a slip puts for it."""
    found: dict[str, frozenset[str]] = {}
    for group in read_entries("alike"):
        for char in group:
            found[char] = found.get(char, frozenset()) | frozenset(group) - {char}
    return found
