"""Where words of an older text stand in a newer one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property

from pipeline.review.corrections import Pages
from pipeline.review.entries import Json
from schemas.record import Record
from schemas.span import Span

_AROUND = 40
"""Characters on either side by which one occurrence is told from another."""
_LOOKED_AT = 20
"""Occurrences before and behind the old place that are held against each other: words may stand in a text ten thousand times."""


class Places:
    """From the text of an older reading (None where it is gone) to that of a newer one."""

    def __init__(self, old: str | None, record: Record) -> None:
        """Nothing is looked for yet."""
        self._old, self._new, self._record = old, record.text, record
        self._found: dict[tuple[bool, str], list[int]] = {}

    @cached_property
    def pages(self) -> Pages:
        """The pages of the newer reading."""
        return Pages(self._record)

    @property
    def is_same_text(self) -> bool:
        """Whether nothing has moved."""
        return self._old == self._new

    def of(self, start: int, words: str) -> int | None:
        """Where words that stood at ``start`` stand now; None where they stand nowhere.

        The n-th of as many occurrences as there were; else the one in the most alike surroundings, the nearest of those.
        """
        if self._new.startswith(words, start) and (self._old is None or self.is_same_text):
            return start
        now = self._all(words, is_new=True)
        before = self._all(words, is_new=False)
        place = bisect_left(before, start)
        if len(before) == len(now) and before[place : place + 1] == [start]:
            return now[place]
        nearest = bisect_left(now, start)
        near = now[max(0, nearest - _LOOKED_AT) : nearest + _LOOKED_AT]
        return max(near, key=lambda at: (self._alike(start, at, len(words)), -abs(at - start)), default=None)

    def _all(self, words: str, *, is_new: bool) -> list[int]:
        key = (is_new, words)
        if key not in self._found:
            text = (self._new if is_new else self._old) or ""
            found: list[int] = []
            at = text.find(words) if words else -1
            while at >= 0:
                found.append(at)
                at = text.find(words, at + 1)
            self._found[key] = found
        return self._found[key]

    def _alike(self, start: int, at: int, length: int) -> int:
        """How many characters before and behind are the same."""
        old = self._old or ""
        before = _common(old[max(0, start - _AROUND) : start][::-1], self._new[max(0, at - _AROUND) : at][::-1])
        behind = _common(old[start + length : start + length + _AROUND], self._new[at + length : at + length + _AROUND])
        return before + behind


def with_places(value: Json, places: Places) -> Json:
    """The JSON of a value with every span at its place in the newer text; None in the place of one that is not in it."""
    if places.is_same_text:
        return value
    if isinstance(value, Mapping):
        if value.keys() >= {"start", "end", "text"} and isinstance(value["text"], str):
            return _placed(value, places)
        return {name: with_places(part, places) for name, part in value.items()}
    return [with_places(part, places) for part in value] if isinstance(value, list) else value


def _placed(span: Mapping[str, Json], places: Places) -> Json:
    start = places.of(span["start"], span["text"])
    if start is None:
        return None
    return places.pages.of(Span(start=start, end=start + len(span["text"]), text=span["text"])).model_dump(mode="json")


def _common(one: str, other: str) -> int:
    """Length of the common beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
