"""The two kinds of trouble that are raised: a file that cannot be read, and everything that is our own fault."""

from __future__ import annotations

from schemas.source import Reason


class JieduiError(Exception):
    """The environment or a bug; the root of every error that jiedui raises."""


class Unreadable(JieduiError):  # noqa: N818 - it names an outcome that becomes data, not a failure of the program
    """The file could not be read: a ``reason`` from the closed list and a ``message`` in Chinese.

    Raised by readers, caught once by :func:`extractors.read.read_bytes`, which turns it into a record's outcome.
    """

    def __init__(self, reason: Reason, message: str) -> None:
        """Keep the reason for the record and the message for people."""
        super().__init__(message)
        self.reason: Reason = reason
        self.message = message
