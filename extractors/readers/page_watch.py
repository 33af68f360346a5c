"""Somebody who is told of every page before it is read, and may have it left out."""

from __future__ import annotations

from typing import Protocol


class PageWatch(Protocol):
    """Watches a file's pages: a page that has killed an earlier try is not tried again."""

    def begin(self, number: int) -> str | None:
        """Page ``number`` (1-based) is next; a Chinese phrase says why it is to be left out (读取超时，没有读取)."""

    def end(self) -> None:
        """The last page is done."""


class Unwatched:
    """Nobody watches; every page is read."""

    def begin(self, number: int) -> str | None:
        """Go on."""
        del number
        return None

    def end(self) -> None:
        """Nothing to do."""


UNWATCHED = Unwatched()
