"""What reviewers have made of a record."""

from __future__ import annotations

from typing import Any, Literal

from schemas.span import Frozen

ValueState = Literal["open", "accepted", "corrected", "rejected", "not-stated", "added", "confirmed", "dismissed", "conflict"]
RecordState = Literal["open", "started", "decided", "signed", "reopened", "conflict"]


class Reviewed(Frozen):
    """One value or finding that somebody has decided on.

    ``path`` is a JSON Pointer (RFC 6901) into the reviewed record; a finding is named by its fingerprint in place of its number, and so is
    what is no more in the record by its place in what was read. ``at`` is an ISO 8601 instant; ``was`` what was read, where it is not what
    stands now.
    """

    path: str
    state: ValueState
    by: str
    at: str
    note: str | None = None
    was: Any = None


class Review(Frozen):
    """How far a record is: ``by`` and ``at`` tell of the sign-off that holds."""

    state: RecordState
    by: str | None = None
    at: str | None = None
    values: tuple[Reviewed, ...] = ()
