"""A document as its rules see it: what was read of it, and the text that it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.passage import Passage, Stretch
from schemas.agreement import Document, Party
from schemas.required import FieldState, RequiredField
from schemas.span import Span


@dataclass(frozen=True, slots=True)
class Case:
    """``passage`` has offsets of the normal text, ``document`` those of the source: :meth:`place` leads from these to those."""

    passage: Passage
    document: Document

    @property
    def is_agreement(self) -> bool:
        """Whether it is one: what must be in an agreement need not be in any other paper."""
        return self.document.kind == "agreement"

    def place(self, span: Span) -> Stretch:
        """Where the words of a value stand in the normal text."""
        normal = self.passage.normal
        return Stretch(normal.normal_offset(span.start), normal.normal_offset(span.end))

    def span(self, place: Stretch) -> Span:
        """The words at a place of the normal text, as a span of the source."""
        return self.passage.span(place.start, place.end)

    def states(self, field: RequiredField) -> Iterator[FieldState]:
        """The states of a required field, one for each party that it is about."""
        return (one for one in self.document.required if one.field == field)

    def party(self, role: str) -> Party | None:
        """The first party of a role."""
        return next((party for party in self.document.parties if party.role == role), None)

    def heading(self) -> tuple[Span, ...]:
        """Which paper this is: its title, or else its first line, and its parties. The proof of what is not said anywhere."""
        title = self.passage.title or (self.passage.lines[0] if self.passage.lines else Stretch(self.passage.start, self.passage.end))
        return (self.span(title), *(party.span for party in self.document.parties))
