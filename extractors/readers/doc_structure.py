"""Look into a binary Word file (.doc) just far enough to know how to read it.

Reads::

    the file information block ([MS-DOC] 2.5)         encrypted or not; how many characters; notes and text boxes
    marks of lists, tables, headings, changes         whether there is more in the file than lines of words

Leaves alone::

    everything else: the words themselves are read by a program

The marks are looked for as bytes in the whole file. What looks like one and is none costs a slower way of reading, never a word.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

_SECTOR = 512
_MAGIC = b"\xec\xa5"
_BLOCK = 0x6C
_FLAGS, _COUNTS = 0x0A, 0x4C
_ENCRYPTED = 0x0100
_WORD_97 = 0xC1
_PARTS_OF_WORDS = 8
# property codes as they stand in the file ([MS-DOC] 2.6): a list's number, a table's row, hidden words, a level of the outline
_STRUCTURE = re.compile(
    rb"\x0b\x46(?!\x00\x00|\xff\x07)|\x16\x24\x01|\x3c\x08\x01|\x40\x26[\x00-\x08]"
    # a change is marked, and its author named beside it: the mark alone is too short to mean anything
    rb"|[\x00\x01]\x08\x01.{0,24}?[\x04\x63]\x48|[\x04\x63]\x48.{0,24}?[\x00\x01]\x08\x01",
    re.DOTALL,
)
_HEADING = "heading 1".encode("utf-16-le")
_LOCAL_HEADING = "标题 1".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class DocStructure:
    """``is_plain``: lines of words and nothing else. ``characters`` counts those of the body, its ends of lines included."""

    is_encrypted: bool
    is_plain: bool
    characters: int


def look_into_doc(data: bytes) -> DocStructure | None:
    """What a .doc holds; None where its information block is not found."""
    at = _block(data)
    if at is None:
        return None
    version = struct.unpack_from("<H", data, at + 2)[0]
    flags = struct.unpack_from("<H", data, at + _FLAGS)[0]
    counts = struct.unpack_from(f"<{_PARTS_OF_WORDS}i", data, at + _COUNTS) if version >= _WORD_97 else (0,)
    # the body, footnotes, headers and footers, an old field of macros, comments, endnotes, text boxes, those of headers
    beside_the_body = [count for part, count in enumerate(counts) if part not in {0, 2, 3, 4}]
    plain = version >= _WORD_97 and not any(beside_the_body) and not _has_structure(data)
    return DocStructure(bool(flags & _ENCRYPTED), plain, max(0, counts[0]))


def _block(data: bytes) -> int | None:
    """Where the information block begins: at the start of a sector."""
    starts = (at for at in range(_SECTOR, len(data) - _BLOCK, _SECTOR) if data.startswith(_MAGIC, at))
    return next(starts, None)


def _has_structure(data: bytes) -> bool:
    lower = data.lower()
    return _HEADING in lower or _LOCAL_HEADING in data or _STRUCTURE.search(data) is not None
