"""What every list gives, whatever it is written in: entries, and where the list goes on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: an article's ``address`` (http or https, whole, without a fragment), its ``title`` and its ``day``.

    ``title`` is plain text on one line, whole where the page shows it cut; None where the list has none (sitemaps seldom do). ``day`` is in
    +08:00, read strictly; None where the list names none or names one that does not exist.
    """

    address: str
    title: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The ``entries`` of a list in its order, each address once.

    ``more`` are the addresses of the pages on which it goes on, as far as they are known. ``without_address``
    counts lines whose link leads nowhere (javascript:, a form), ``notes`` are Chinese sentences about what was mended or left out.
    """

    entries: tuple[Entry, ...]
    more: tuple[str, ...] = ()
    without_address: int = 0
    notes: tuple[str, ...] = ()

    @property
    def without_title(self) -> int:
        """How many entries have no title: a list that loses its titles has changed."""
        return sum(entry.title is None for entry in self.entries)

    @property
    def without_day(self) -> int:
        """How many entries have no day."""
        return sum(entry.day is None for entry in self.entries)


def each_once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries without repetitions: a picture and a headline that lead to one article are one entry, with what either of them says."""
    found: dict[str, Entry] = {}
    for entry in entries:
        first = found.setdefault(entry.address, entry)
        if first is not entry and (first.title is None or first.day is None):
            found[entry.address] = replace(first, title=first.title or entry.title, day=first.day or entry.day)
    return tuple(found.values())
