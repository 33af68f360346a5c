"""The words of an article, by which it is known again: a page's template, and how often it was read, may change without them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

_COUNTERS = re.compile(
    r"(?:浏览|点击|阅读|访问|查看|人气|热度)(?:次数|总数|人数|量|数)?\s*[:：]?\s*[（(\[]?\s*[0-9]{1,9}\s*[)）\]]?\s*次?"
    r"|[0-9]{1,9}\s*次(?:浏览|点击|阅读)"
)
_BLANKS = re.compile(r"\s+")


def words_of(record: Mapping[str, Any]) -> str:
    """What a record's documents say: their words without counters and blanks; of a file without documents its whole text."""
    text = record["text"]
    pieces = [text[one["span"]["start"] : one["span"]["end"]] for one in record["documents"]] or [text]
    return _BLANKS.sub("", _COUNTERS.sub("", "\n".join(pieces)))


def digest_of(record: Mapping[str, Any]) -> str:
    """The SHA-256 of those words, 64 hexadecimal digits."""
    return hashlib.sha256(words_of(record).encode("utf-8", "replace")).hexdigest()
