"""Make words from files and file names fit to be printed: nothing in them can steer the terminal."""

from __future__ import annotations

import re
import unicodedata

# C0 and C1 controls, soft hyphen, zero-width and bidirectional marks, line separators, fillers, surrogates, tags
_UNSAFE = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_BLANKS = re.compile(r"[ \t\r\n\u3000\u00a0]+")


def one_line(text: str) -> str:
    r"""``text`` on one line: runs of blanks are one space, and what would be obeyed or not be seen is spelt out (``\\x1b``)."""
    return escaped(_BLANKS.sub(" ", text).strip(" "))


def escaped(text: str) -> str:
    r"""``text`` with controls, bidirectional marks, zero-width characters and lone surrogates spelt out: ``\x1b``, ``\u202e``."""
    return _UNSAFE.sub(lambda match: _spelt(match[0]), text)


def escaped_json(document: str) -> str:
    """The same JSON document with those characters as JSON escapes; they stand only inside its strings, so its value is unchanged."""
    return _UNSAFE.sub(lambda match: match[0] if match[0] == "\n" else _json_escape(match[0]), document)


def is_unsafe(char: str) -> bool:
    """Whether a character must not reach a terminal or a file's name."""
    return bool(_UNSAFE.match(char)) or unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _spelt(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _json_escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))
