"""Read plain text in whatever encoding it comes.

Reads::

    结对帮扶协议书 ⏎ 甲方：…        in UTF-8, GB18030, Big5 or UTF-16, with or without a mark; CR LF and CR become LF

Leaves alone::

    NUL and other control characters        left out and counted in a note: no database and no terminal takes them
    zero-width and full-width characters    kept: the normal form maps them, and hidden ones in a name are a finding
"""

from __future__ import annotations

import re

from extractors.readers.charset import decode
from extractors.readers.limits import (
    MAX_CHARACTERS,
    check_bytes,
    check_characters,
    too_long,
)
from extractors.readers.source_text import SourceText
from schemas.errors import Unreadable

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]+")
_LINE_END = re.compile(r"\r\n?")
_LONGEST_CHARACTER = 4
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"


def read_plain(data: bytes) -> SourceText:
    """The text of a plain text file; ``wraps`` is None, for plain text does not tell a paragraph's end from a wrapped line.

    Raises :class:`Unreadable` with ``empty``, ``too-large`` or ``unknown-encoding``.
    """
    check_bytes(data)
    if len(data) > MAX_CHARACTERS * _LONGEST_CHARACTER:
        raise too_long()
    decoded = decode(data)
    check_characters(len(decoded.text))
    text, dropped = _CONTROL.subn("", _LINE_END.sub("\n", decoded.text))
    if not text.strip().strip(_INVISIBLE):
        raise Unreadable("empty", "文件里只有空白，没有文字，请确认保存的是正确的文件。")
    notes = decoded.notes
    if dropped:
        notes = (*notes, f"有{dropped}处控制字符不是文字，已略去。")
    return SourceText(text, "text/plain", decoded.encoding, notes=notes)
