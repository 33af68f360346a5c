"""The words before a figure in its sentence: the store's rows do not have them, its texts do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.digest.rows import Row, Rows

_LONGEST = 160
"""Characters before a figure that are looked at."""
_HEAD = 200
"""Where in a text its headline may begin at the latest."""
_SENTENCE_ENDS = "。！？\n"


@dataclass(frozen=True, slots=True)
class Lead:
    """Where the sentence of a figure begins, its words up to the figure, and whether it is the headline."""

    sentence: int
    words: str
    is_headline: bool


class Leads:
    """The leads of a document's figures."""

    def __init__(self, rows: Rows) -> None:
        """``rows`` with their text."""
        self._text = rows.text
        places = {row.start: row.words for row in (*rows.parties, *rows.quotas, *rows.funding) if row.start is not None and row.words}
        self._shift = shift_of(rows.text, places)
        begins = rows.text.find(rows.title, 0, _HEAD + len(rows.title)) if rows.title else -1
        self._headline = begins, begins + len(rows.title or "")

    def of(self, row: Row) -> Lead | None:
        """That of a row; None where it is not known for sure where its words stand."""
        if self._shift is None or row.start is None:
            return None
        at = row.start - self._shift
        floor = max(0, at - _LONGEST)
        begins = max(floor, *(self._text.rfind(mark, floor, at) + 1 for mark in _SENTENCE_ENDS))
        return Lead(begins, self._text[begins:at], self._headline[0] <= at < self._headline[1])


def shift_of(text: str, places: Mapping[int, str]) -> int | None:
    """By how much the places of words in a record's text lie behind those in the document's; None where that is not sure.

    A document's text is a part of its record's, and the store does not say where it begins: there all the words must stand.
    """
    if not places:
        return None
    # the longest words stand in the fewest places
    start, words = max(places.items(), key=lambda place: len(place[1]))
    first, found = min(places), None
    at = text.find(words)
    while at >= 0:
        shift = start - at
        if 0 <= shift <= first and all(text.startswith(other, place - shift) for place, other in places.items()):
            if found is not None:
                return None
            found = shift
        at = text.find(words, at + 1)
    return found
