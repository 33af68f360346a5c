"""The word tables of the values engine: data files beside this package, asked by longest match."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Table:
    """Words with what each stands for, found by the longest that begins at a place."""

    entries: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]

    def at(self, text: str, place: int) -> tuple[int, str] | None:
        """Where the longest entry at ``place`` ends, and its value."""
        if place >= len(text):
            return None
        for length in self.lengths.get(text[place], ()):
            value = self.entries.get(text[place : place + length])
            if value is not None and place + length <= len(text):
                return place + length, value
        return None


@dataclass(frozen=True, slots=True)
class FixedWords:
    """Words of two characters and more, found by their first two.

    ``firsts`` are, for each distance before a numeral, the characters that a word may begin with there.
    """

    entries: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]
    firsts: tuple[frozenset[str], ...]

    def covering(self, text: str, start: int, end: int) -> int | None:
        """Where the word ends that holds ``text[start:end]``, or begins before it and reaches into it; None without one."""
        for back in _BACK:
            at = start - back
            if at < 0 or text[at] not in self.firsts[back]:
                continue
            for length in self.lengths.get(text[at : at + 2], ()):
                if length > back and (back or at + length >= end) and text[at : at + length] in self.entries:
                    return at + length
        return None


_BACK = (4, 3, 2, 1, 0)
"""How far before a numeral a word that holds it may begin."""
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿半双几数壹贰叁肆伍陆柒捌玖拾佰仟廿卅")


def make_table(entries: Mapping[str, str]) -> Table:
    """A table over ``entries``."""
    lengths: dict[str, set[int]] = {}
    for word in entries:
        lengths.setdefault(word[0], set()).add(len(word))
    return Table(entries, {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()})


@cache
def units() -> Table:
    """Units of measurement, each with its sign in ASCII."""
    return make_table(dict(_pairs("units")))


@cache
def currencies() -> Table:
    """Names and signs of currencies, each with its ISO 4217 code."""
    return make_table(dict(_pairs("currencies")))


@cache
def measures() -> Table:
    """Measure words."""
    return make_table({word: word for word in _lines("measures")})


@cache
def fixed_words() -> FixedWords:
    """Words that hold a numeral and name no number."""
    entries = frozenset(_lines("fixed"))
    lengths: dict[str, set[int]] = {}
    for word in entries:
        lengths.setdefault(word[:2], set()).add(len(word))
    firsts = tuple(frozenset(word[0] for word in entries if not back or word[back : back + 1] in _NUMERALS) for back in range(len(_BACK)))
    return FixedWords(entries, {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}, firsts)


def _pairs(name: str) -> list[tuple[str, str]]:
    return [(word, value) for word, value in (line.rsplit(" ", 1) for line in _lines(name))]


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath("lexicons", f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("# ")]
