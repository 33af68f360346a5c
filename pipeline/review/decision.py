"""What reviewers decide, as it is kept in the log: nothing there is ever changed or taken away.

A *target* says what a decision is about: the JSON Pointer (RFC 6901) of a value in the record of that reading, ``/documents/0/quotas/3``;
``/documents/0/quotas/+3f9c01ab`` for an item that a reviewer added; ``/documents/0/findings/a23d5431e12d4b37`` for a finding, by its
fingerprint; and the empty string for the record as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

ValueAction = Literal["accept", "correct", "reject", "absent", "add"]
"""``reject``: what was read there is none; ``absent``: the paper does not state it."""
FindingAction = Literal["confirm", "dismiss"]
Action = Literal[ValueAction, FindingAction, "note", "settle", "sign-off", "reopen", "open", "undo", "redo"]
"""``settle`` ends a conflict: its ``becomes`` is the decision that holds. ``open``: somebody has opened the record."""
RECORD = ""
"""The target that is the whole record."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decides of one target. ``becomes`` is the whole value, as the record's schema has it; ``words`` prove it."""

    action: Action
    target: str
    words: str | None = None
    start: int | None = None
    end: int | None = None
    was: Any = None
    becomes: Any = None
    note: str | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Logged:
    """A decision in the log: who took it when, of which reading of which content, and in which bundle, which is undone as one."""

    id: int
    at: datetime
    who: str
    content: str
    reading_id: int
    version: str
    bundle: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision comes to: two reviewers agree where these are equal."""

    action: ValueAction | FindingAction
    becomes: Any = None

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Outcome:
        """As ``settle`` keeps it."""
        return cls(told["action"], told.get("becomes"))
