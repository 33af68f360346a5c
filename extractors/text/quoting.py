"""Words of a paper inside a message of one line."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"\s+")
_MOST = 40


def quoted(words: str) -> str:
    """The words without blanks and line ends, cut where they are long."""
    bare = _BLANKS.sub("", words)
    return bare if len(bare) <= _MOST else bare[: _MOST - 1] + "…"
