"""A short paper of our own invention and what its plain fields hold."""

from __future__ import annotations

from dataclasses import dataclass, field

Term = tuple[str | None, str | None, str | None, str]
"""Start, end, duration, what it starts on."""
Signed = tuple[str, str | None, str | None]
"""Role, signatory, date."""


@dataclass(frozen=True)
class Paper:
    """``effective`` is what puts it into force and the day; ``copies`` the total and the holders."""

    name: str
    text: str
    term: Term | None = None
    effective: tuple[str, str | None] | None = None
    copies: tuple[int, dict[str, int]] | None = None
    signing: list[Signed] = field(default_factory=list)
