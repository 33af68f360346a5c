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

    def covering(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """The longest entry that holds ``text[start:end]`` or begins with its first character, leftmost first."""
        for at in range(max(0, start - self._reach), start + 1):
            for length in self.lengths.get(text[at], ()):
                if at + length > start and text[at : at + length] in self.entries and (at < start or at + length >= end):
                    return at, at + length
        return None

    @property
    def _reach(self) -> int:
        return 4


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
def fixed_words() -> Table:
    """Words that hold a numeral and name no number."""
    return make_table({word: word for word in _lines("fixed")})


def _pairs(name: str) -> list[tuple[str, str]]:
    return [(word, value) for word, value in (line.rsplit(" ", 1) for line in _lines(name))]


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath("lexicons", f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("# ")]
