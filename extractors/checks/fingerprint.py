"""A finding's fingerprint: the same for the same words, wherever they stand.

It is made of the rule, the subject and the words, so that an acceptance survives a new run, other words before the place, another format
of the same paper. Blanks, widths and line ends do not count: they differ between a Word file and its PDF.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

_BLANKS = re.compile(r"\s+")
_LENGTH = 16
"""Hexadecimal digits: 64 bits, enough for an archive of millions, short enough to be typed."""


def fingerprint(rule: str, subject: str, words: Iterable[str]) -> str:
    """16 hexadecimal digits for a finding of ``rule`` about ``subject`` that ``words`` prove; their order does not count."""
    parts = [rule, subject, *sorted({_plain(one) for one in words})]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _plain(words: str) -> str:
    return _BLANKS.sub("", unicodedata.normalize("NFKC", words))
