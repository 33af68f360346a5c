"""Which store is meant where nobody names one."""

from __future__ import annotations

from pathlib import Path

OWN_STORE = "jiedui-review.db"
"""Where records that come from files are kept."""


def usual_store(default: str) -> str:
    """``default``, unless only the store of reviewed files is in the working directory."""
    return OWN_STORE if not Path(default).exists() and Path(OWN_STORE).exists() else default
