"""Cutting the few characters before a name into words, with what kind of word each is.

The most probable cut by word frequencies, as jieba does it without its model of unknown words: what the word list lacks (the place
names that nobody has listed) stays in single characters, and that is just what tells a name from the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log

from extractors.names.lexicon import read_columns, read_entries

_LONGEST = 8
_COUNTY = 3
_COMMON = log(150)
_DOMAIN_FREQUENCY = 3000
_LISTED_FREQUENCY = 300


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its place in the text that was cut.

    ``tag`` is jieba's part of speech, "" for an unknown character; jieba's tags of rare words are guesses, so ``is_common`` tells
    whether one can be relied on.
    """

    start: int
    end: int
    text: str
    tag: str
    is_common: bool = True


@dataclass(frozen=True, eq=False)
class Words:
    """The word list: the logarithm of each word's frequency, and its part of speech."""

    weights: Mapping[str, float]
    tags: Mapping[str, str]
    log_total: float

    def cut(self, text: str) -> tuple[Word, ...]:
        """The words of a short text. Linear in its length."""
        best: list[tuple[float, int]] = [(0.0, 0)] * (len(text) + 1)
        for start in range(len(text) - 1, -1, -1):
            score, stop = self.weights.get(text[start], 0.0) - self.log_total + best[start + 1][0], start + 1
            for end in range(start + 2, min(start + _LONGEST, len(text)) + 1):
                weight = self.weights.get(text[start:end])
                if weight is not None and (longer := weight - self.log_total + best[end][0]) >= score:
                    score, stop = longer, end
            best[start] = score, stop
        return tuple(self._along(text, best))

    def _along(self, text: str, best: list[tuple[float, int]]) -> Iterator[Word]:
        at = 0
        while at < len(text):
            end = best[at][1]
            word = text[at:end]
            yield Word(at, end, word, self.tags.get(word, ""), self.weights.get(word, 0.0) > _COMMON)
            at = end


@cache
def default_words() -> Words:
    """The shipped word list with the project's own words; about a tenth of a second, once in a process."""
    entries, frequencies, tags = read_columns("words", 3)
    numbers = tuple(map(int, frequencies))
    weights = dict(zip(entries, map(log, numbers), strict=True))
    known = dict(zip(entries, tags, strict=True))
    for word in [word for word, tag in known.items() if tag.startswith("nr") and len(word) == _COUNTY and word[-1] in "县市州旗"]:
        known[word] = "ns"  # the list takes 来凤县 for a person
    for short, full in zip(*read_columns("regions", 2), strict=True):
        for place in (short, full):
            weights.setdefault(place, log(_LISTED_FREQUENCY))
            known[place] = "ns"
    for name in ("inside", "outside", "generic", "descriptive"):
        for word in read_entries(name):
            weights[word] = max(weights.get(word, 0.0), log(_LISTED_FREQUENCY))
            known.setdefault(word, "x")
    for word in read_entries("domain"):
        weights[word] = max(weights.get(word, 0.0), log(_DOMAIN_FREQUENCY))
        known.setdefault(word, "n")
    return Words(weights, known, log(sum(numbers)))
