"""What one file may cost; the README names the same figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """``memory`` in bytes for one child process; seconds of wall clock for a page and for a whole file.

    A child is replaced after ``most_files`` files: libraries written in C lose a little memory with each.
    """

    memory: int = 2 * 1024**3
    page_seconds: float = 60.0
    file_seconds: float = 300.0
    most_files: int = 200
