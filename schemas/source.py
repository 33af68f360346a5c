"""Which file a record was read from, and how reading it ended."""

from __future__ import annotations

from typing import Literal

from schemas.span import Frozen

Status = Literal["read", "needs-review", "unreadable", "failed"]
Reason = Literal[
    "empty",
    "unsupported",
    "encrypted",
    "damaged",
    "no-text",
    "unknown-encoding",
    "too-large",
    "too-many-pages",
    "too-deep",
    "timed-out",
    "missing-program",
    "not-a-file",
    "no-permission",
]


class Source(Frozen):
    """``id`` is ``sha256:`` and the digest of the file's bytes; ``encoding`` None where the format fixes it."""

    id: str
    name: str | None = None
    url: str | None = None
    media_type: str | None = None
    encoding: str | None = None
    pages: int | None = None
    ocr_pages: tuple[int, ...] = ()
    extractor_version: str


class Outcome(Frozen):
    """How it ended: ``reason`` (from the closed list) and ``message`` (a Chinese sentence) unless ``read``."""

    status: Status
    reason: Reason | None = None
    message: str | None = None
