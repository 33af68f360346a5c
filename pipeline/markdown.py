"""Words from documents, fit to stand in Markdown."""

from __future__ import annotations

import re

from pipeline.printable import one_line

_MEANING = re.compile(r"([\\`*_{}\[\]<>#+!|~&])")
_LIST_MARK = re.compile(r"^(\d+)([.)])|^([-=])")


def plain(text: str) -> str:
    """Words from a document, on one line, none of which Markdown takes for a sign."""
    return _LIST_MARK.sub(_escaped_mark, _MEANING.sub(r"\\\1", one_line(text)))


def _escaped_mark(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"
