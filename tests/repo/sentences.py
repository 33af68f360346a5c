"""Fingerprints of sentences: to tell that a text was copied, without keeping it."""

from __future__ import annotations

import hashlib
import re

SHORTEST = 16
"""Characters of a sentence that is long enough to be somebody's own."""
_END = re.compile(r"[。！？；;!?\n]")
_NOT_A_WORD = re.compile(r"[^\w]|_")


def fingerprints(text: str) -> set[str]:
    """One for each sentence of 16 characters or more, punctuation and blanks left out."""
    sentences = (_NOT_A_WORD.sub("", sentence) for sentence in _END.split(text))
    return {hashlib.sha256(sentence.encode()).hexdigest()[:12] for sentence in sentences if len(sentence) >= SHORTEST}
