"""What an agreement must say, and in which of four states each of these fields is."""

from __future__ import annotations

from typing import Literal

from schemas.span import Frozen, Span

RequiredField = Literal[
    "party", "term", "effective", "signature", "sign-date", "copies", "duties", "funding-amount", "supplement", "liability"
]
State = Literal["found", "blank", "not-stated", "not-applicable"]


class FieldState(Frozen):
    """Whether a required field is there.

    ``found``: it says so. ``blank``: the words are there and their value is left open (20xx年　月). ``not-stated``: nothing says it.
    ``not-applicable``: the document need not say it. ``subject`` is the party that the field is about, None for a field of the whole
    agreement; ``span`` the words that tell, None where none do.
    """

    field: RequiredField
    state: State
    subject: str | None = None
    span: Span | None = None
