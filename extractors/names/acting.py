"""Who acts in a clause of an agreement, where the clause itself does not say it: by the heading, the row or the sentence before it.

Reads::

    乙方的责任： / 每学期听课10节                 乙方
    | 甲方义务 | 指导教研。每学期送教2次。 |      甲方

Leaves alone::

    plans and reports, and clauses that nothing tells of
"""

from __future__ import annotations

from functools import cached_property

from extractors.case import Case
from extractors.names.obliged import CLAUSE_END, Obligations


class Acting:
    """The actors of one document's clauses, read when they are first asked for."""

    def __init__(self, case: Case) -> None:
        """Keep the document."""
        self._case = case

    @cached_property
    def _read(self) -> Obligations:
        reading = Obligations(self._case)
        for _ in reading.read():
            pass
        return reading

    def at(self, offset: int) -> frozenset[str]:
        """The parties that act in the clause around an offset, by what they are called; none where nothing tells."""
        if not self._case.is_agreement:
            return frozenset()
        text, line = self._case.passage.text, self._case.passage.line_at(offset)
        start = max((stop.end() for stop in CLAUSE_END.finditer(text, line.start, offset)), default=line.start)
        parties = self._case.document.parties
        return frozenset(parties[at].role or parties[at].name or "" for at in self._read.actors(start))
